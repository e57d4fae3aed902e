// @ts-check
/** @import { Column } from "./table.js" */

/**
 * The states of a column: one byte for each row, four of them in a word, so that four rows can be looked up at once.
 * `meanings` holds for each state a value that stands for all values in that state. Without words, all rows are in the
 * first state.
 * @typedef {{ readonly words: Int32Array | null, readonly meanings: readonly number[] }} States
 */

/** 0, 1, and 2 where missing. Null where the column holds something else. @type {(column: Column | undefined, length: number) => States | null} */
export const statesOfBooleans = (column, length) => {
  if (column === undefined) return { words: null, meanings: [2] };
  return bytesOf(column, length, [0, 1], 2);
};

/**
 * The codes of an enumeration, which mean places among its values; `other` is any other value, the next one no value. Null
 * where codes lead out of the dictionary.
 * @type {(column: Column | undefined, length: number, names: readonly string[]) => States | null}
 */
export const statesOfCodes = (column, length, names) => {
  const [other, none] = [names.length, names.length + 1];
  if (column === undefined) return { words: null, meanings: [none] };
  const { dictionary = [] } = column;
  // Many texts that mean the same are many states.
  if (dictionary.length === 0 || dictionary.length > names.length + 1) return null;
  const meanings = dictionary.map((name) => (names.includes(name) ? names.indexOf(name) : other));
  return bytesOf(column, length, meanings, none);
};

/** Places among the values of an enumeration, as they are. @type {(places: ArrayLike<number>, most: number) => States} */
export const statesOfPlaces = (places, most) => {
  const { bytes, words } = roomFor(places.length);
  bytes.set(places);
  return { words, meanings: Array.from({ length: most }, (_, place) => place) };
};

/**
 * How many bounds a number lies above, and one more; 0 where it is missing. `countAbove` is the loop for this column.
 * @type {(column: Column | undefined, length: number, bounds: readonly number[], countAbove: (values: ArrayLike<number>, bounds: readonly number[], states: Uint8Array) => void) => States}
 */
export const statesOfNumbers = (column, length, bounds, countAbove) => {
  if (column === undefined) return { words: null, meanings: [NaN] };
  const { bytes, words } = roomFor(length);
  countAbove(column.values, bounds, bytes);
  mark(words, column.nulls, length, 0);
  return { words, meanings: [NaN, ...between(bounds)] };
};

/**
 * What was found for the combination of states of each row; the combinations stand in the order of the strides.
 * @type {(found: Uint8Array, columns: readonly Int32Array[], strides: readonly number[], to: Int32Array) => void}
 */
export const lookUp = (found, columns, strides, to) => {
  if (found.length <= 256 && columns.length <= 4) lookUpFew(found, columns, strides, to);
  else lookUpMany(found, columns, strides, to);
};

/** The same row by row, for places of classes. @type {(found: Uint16Array, columns: readonly Int32Array[], strides: readonly number[], to: Uint16Array) => void} */
export const lookUpRows = (found, columns, strides, to) => {
  const bytes = columns.map(({ buffer }) => new Uint8Array(buffer));
  for (let row = 0; row < to.length; row += 1) {
    let combination = 0;
    for (let index = 0; index < bytes.length; index += 1)
      combination += (bytes[index]?.[row] ?? 0) * (strides[index] ?? 0);
    to[row] = found[combination] ?? 0;
  }
};

/** Bytes for so many rows, and the words that they are in. @type {(length: number) => { bytes: Uint8Array, words: Int32Array }} */
export const roomFor = (length) => {
  const words = new Int32Array((length + 3) >> 2);
  return { bytes: new Uint8Array(words.buffer, 0, length), words };
};

/** Bytes as they are, with a state of their own where one is missing. Null where some have no meaning. @type {(column: Column, length: number, meanings: readonly number[], missing: number) => States | null} */
const bytesOf = ({ values, nulls }, length, meanings, missing) => {
  if (!(values instanceof Uint8Array) || values.length < length) return null;
  const { bytes, words } = roomFor(length);
  bytes.set(values.length === length ? values : values.subarray(0, length));
  const all = mark(words, nulls, length, meanings.length) ? [...meanings, missing] : meanings;
  return everyBelow(words, all.length) ? { words, meanings: all } : null;
};

/** A byte below `limit` does not reach 128 when what `limit` lacks of 128 is added. @type {(words: any, limit: number) => boolean} */
const everyBelow = (words, limit) => {
  const lack = Math.imul(128 - limit, 0x01010101);
  let reached = 0;
  for (let index = 0; index < words.length; index += 1) reached |= words[index] | (words[index] + lack);
  return limit < 128 && (reached & 0x80808080) === 0;
};

/** Four bytes, each full where the bit of its row is set. */
const FULL = new Int32Array(
  Uint8Array.from({ length: 64 }, (_, index) => (((index >> 2) >> (index & 3)) & 1 ? 255 : 0)).buffer,
);

/** Puts missing rows into a state, eight at a time, because few facts are missing; tells whether there is one. @type {(words: any, nulls: any, length: number, state: number) => boolean} */
const mark = (words, nulls, length, state) => {
  if (nulls === undefined) return false;
  let some = false;
  const states = Math.imul(state, 0x01010101);
  const count = Math.min(nulls.length, (length + 7) >> 3);
  /** @type {any} */
  const full = FULL;
  for (let index = 0; index < count; index += 1) {
    const bits = nulls[index];
    if (bits === 0) continue;
    some = true;
    const first = full[bits & 15];
    const second = full[bits >> 4];
    words[2 * index] = (words[2 * index] & ~first) | (states & first);
    words[2 * index + 1] = (words[2 * index + 1] & ~second) | (states & second);
  }
  return some;
};

/** One number for each state that bounds leave, from low to high. @type {(bounds: readonly number[]) => readonly number[]} */
const between = (bounds) => {
  const first = bounds[0];
  const last = bounds[bounds.length - 1];
  if (first === undefined || last === undefined) return [0];
  return [
    first - Math.max(1, Math.abs(first)),
    ...bounds.slice(1).map((bound, index) => ((bounds[index] ?? bound) + bound) / 2),
    last + Math.max(1, Math.abs(last)),
  ];
};

/** Up to 256 combinations: the number of one fits into a byte, so that four are reckoned in one word. @type {(found: Uint8Array, columns: readonly Int32Array[], strides: readonly number[], to: Int32Array) => void} */
const lookUpFew = (found, columns, strides, to) => {
  /** @type {any} */
  const codes = new Uint8Array(256);
  codes.set(found);
  /** @type {readonly any[]} */
  const [first = to, second = first, third = first, fourth = first] = columns;
  const [one = 0, two = 0, three = 0, four = 0] = strides;
  for (let index = 0; index < to.length; index += 1) {
    const combined =
      Math.imul(first[index], one) +
      Math.imul(second[index], two) +
      Math.imul(third[index], three) +
      Math.imul(fourth[index], four);
    to[index] =
      codes[combined & 255] |
      (codes[(combined >> 8) & 255] << 8) |
      (codes[(combined >> 16) & 255] << 16) |
      (codes[(combined >> 24) & 255] << 24);
  }
};

/** Up to 65536 combinations: two in one word. @type {(found: Uint8Array, columns: readonly Int32Array[], strides: readonly number[], to: Int32Array) => void} */
const lookUpMany = (found, columns, strides, to) => {
  /** @type {any} */
  const codes = found;
  /** @type {readonly any[]} */
  const [words, steps] = [columns, strides];
  for (let index = 0; index < to.length; index += 1) {
    let even = 0;
    let odd = 0;
    for (let column = 0; column < columns.length; column += 1) {
      const word = words[column][index];
      even += Math.imul(word & 0xff00ff, steps[column]);
      odd += Math.imul((word >> 8) & 0xff00ff, steps[column]);
    }
    to[index] =
      codes[even & 65535] |
      (codes[odd & 65535] << 8) |
      (codes[(even >> 16) & 65535] << 16) |
      (codes[(odd >> 16) & 65535] << 24);
  }
};
