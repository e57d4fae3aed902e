import type { ClosureEngine } from "../evaluate/index.ts";

/** The records of an object on both sides: their 编号, sorted, and their rows; -1 where a side has no such record. */
export interface RecordRows {
  readonly ids: readonly string[];
  readonly left: Int32Array;
  readonly right: Int32Array;
}

export const rowsOf = (
  object: string,
  engines: { readonly left: ClosureEngine; readonly right: ClosureEngine },
): RecordRows => {
  const left = engines.left.ids(object);
  const right = engines.right.ids(object);
  const ids = merged(left, right);
  return { ids, left: placesOf(ids, left), right: placesOf(ids, right) };
};

/** Both lists are sorted by characters. */
const merged = (left: readonly string[], right: readonly string[]): readonly string[] => {
  const ids: string[] = [];
  let at = 0;
  for (const id of left) {
    while (at < right.length && right[at]! < id) ids.push(right[at++]!);
    if (right[at] === id) at += 1;
    ids.push(id);
  }
  while (at < right.length) ids.push(right[at++]!);
  return ids;
};

const placesOf = (ids: readonly string[], own: readonly string[]): Int32Array => {
  const places = new Int32Array(ids.length).fill(-1);
  let at = 0;
  for (const [index, id] of ids.entries()) if (own[at] === id) places[index] = at++;
  return places;
};
