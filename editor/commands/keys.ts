/** What of a key press decides which command is meant. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether the press is the written shortcut. Letters go by their key on the board, so that an input method is no hindrance. */
export const isPressed = (keys: string, event: PressedKey): boolean => {
  const parts = keys.split("+");
  const key = parts.at(-1)!;
  const asks = (name: string): boolean => parts.slice(0, -1).includes(name);
  return (
    (event.ctrlKey || event.metaKey) === asks("Ctrl") &&
    event.shiftKey === asks("Shift") &&
    event.altKey === asks("Alt") &&
    (event.key.toLowerCase() === key.toLowerCase() ||
      event.code === `Key${key}` ||
      event.code === `Digit${key}`)
  );
};
