/** Remembers by key what was asked for lately; what has not been asked for since long is let go. */
export interface Recent<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/**
 * Two generations: when the keys of the younger one are longer than so many characters, the older one is let go. What
 * is asked for comes into the younger one, so that what one analysis after the other asks stays, however long a page runs.
 */
export const createRecent = <Value>(mostCharacters: number): Recent<Value> => {
  let older = new Map<string, Value>();
  let younger = new Map<string, Value>();
  let characters = 0;
  const set = (key: string, value: Value): void => {
    if (!younger.has(key)) characters += key.length;
    younger.set(key, value);
    if (characters <= mostCharacters) return;
    older = younger;
    younger = new Map();
    characters = 0;
  };
  return {
    get: (key) => {
      const known = younger.get(key);
      if (known !== undefined) return known;
      const before = older.get(key);
      if (before !== undefined) set(key, before);
      return before;
    },
    set,
  };
};
