// @ts-check
/** @import { States } from "./states.js" */
import {
  lookUp,
  lookUpRows,
  roomFor,
  statesOfBooleans,
  statesOfCodes,
  statesOfNumbers,
  statesOfPlaces,
} from "./states.js";

/**
 * One column: values, where they are missing (bit set), and the texts that codes stand for.
 * @typedef {{ readonly values: ArrayLike<number>, readonly nulls?: Uint8Array, readonly dictionary?: readonly string[] }} Column
 * @typedef {{ readonly length: number, readonly columns: Readonly<Record<string, Column>> }} Columns
 * @typedef {(table: Table, context: any, levels: Uint8Array) => void} FindLevels
 * @typedef {readonly string[] | true | null | FindLevels} Parts
 * @typedef {(values: ArrayLike<number>, bounds: readonly number[], states: Uint8Array) => void} CountAbove
 */

/** Columns in the form that the loops read, each made once; and what decisions have found already. */
export class Table {
  /** @param {Columns} given @param {Readonly<Record<string, "number" | "boolean" | "date" | "text">>} kinds */
  constructor({ length, columns }, kinds) {
    this.length = length;
    this.columns = columns;
    this.kinds = kinds;
    /** @type {Map<string, any>} */
    this.made = new Map();
    /** @type {Map<string, Uint8Array>} */
    this.codes = new Map();
    /** @type {Map<string, Uint16Array>} */
    this.places = new Map();
    /** @type {Map<string, { readonly bounds: readonly number[], readonly countAbove: CountAbove }>} */
    this.bounds = new Map();
    for (const [field, { values, nulls }] of Object.entries(columns)) {
      if (values.length < length || (nulls !== undefined && nulls.length * 8 < length))
        throw new TypeError(`“${field}”列不足${length}行，请核对 length 和各列的长度。`);
    }
    this.rowMade = -1;
    /** @type {any} */
    this.recordMade = null;
  }

  /** @param {string} field @returns {Column | undefined} */
  column(field) {
    return Object.hasOwn(this.columns, field) ? this.columns[field] : undefined;
  }

  /** @template Made @param {string} kind @param {string} field @param {() => Made} make @returns {Made} */
  once(kind, field, make) {
    const key = `${kind} ${field}`;
    let known = this.made.get(key);
    if (known === undefined) {
      known = make();
      this.made.set(key, known);
    }
    return known;
  }

  /** Numbers or days, NaN where missing. @param {string} field @returns {any} */
  numbers(field) {
    return this.once("numbers", field, () => {
      const column = this.column(field);
      if (column === undefined) return new Float64Array(this.length).fill(NaN);
      if (!hasNulls(column.nulls)) return column.values;
      const values = new Float64Array(column.values);
      forNulls(column.nulls, this.length, (row) => {
        values[row] = NaN;
      });
      return values;
    });
  }

  /** 0, 1, and 2 where missing. @param {string} field @returns {any} */
  booleans(field) {
    return this.once("booleans", field, () => {
      const column = this.column(field);
      if (column === undefined) return new Uint8Array(this.length).fill(2);
      if (!hasNulls(column.nulls)) return column.values;
      const values = new Uint8Array(column.values);
      forNulls(column.nulls, this.length, (row) => {
        values[row] = 2;
      });
      return values;
    });
  }

  /** Places among the values of an enumeration; the next place for any other value, and one more where missing. @param {string} field @param {readonly string[]} names */
  placesIn(field, names) {
    return this.once("places", field, () => {
      const [other, none] = [names.length, names.length + 1];
      const places = none < 256 ? new Uint8Array(this.length) : new Uint32Array(this.length);
      const column = this.column(field);
      if (column === undefined) return places.fill(none);
      const { values, dictionary = [] } = column;
      const table = new Uint32Array(Math.max(256, dictionary.length)).fill(other);
      for (const [code, name] of dictionary.entries()) {
        const place = names.indexOf(name);
        if (place >= 0) table[code] = place;
      }
      for (let row = 0; row < places.length; row += 1) places[row] = table[values[row] ?? 0] ?? other;
      forNulls(column.nulls, this.length, (row) => {
        places[row] = none;
      });
      return places;
    });
  }

  /**
   * Bounds that part the numbers or days of a field into states, and the loop that counts how many a number lies above.
   * @param {string} field @param {CountAbove} countAbove @param {readonly number[]} bounds
   */
  tellApart(field, countAbove, bounds) {
    const sorted = [...new Set(bounds)].filter(Number.isFinite).sort((left, right) => left - right);
    this.bounds.set(field, { bounds: sorted, countAbove });
  }

  /** The levels of a condition, found in a loop of its own. @param {string} name @param {FindLevels} find @param {any} context @returns {Uint8Array} */
  levels(name, find, context) {
    return this.once("levels", name, () => {
      const { bytes } = roomFor(this.length);
      find(this, context, bytes);
      return bytes;
    });
  }

  /**
   * The states of a fact; null where its column holds more than a few. They are the names of its values, `true` where it
   * is 是否, null where bounds part it, and a function where it is a condition whose levels that finds.
   * @param {string} field @param {Parts} parts @param {any} context @returns {States | null}
   */
  statesOf(field, parts, context) {
    if (typeof parts === "function")
      return { words: new Int32Array(this.levels(field, parts, context).buffer), meanings: [0, 1, 2, 3] };
    return this.once("states", field, () => {
      const column = this.column(field);
      if (parts === true) return statesOfBooleans(column, this.length);
      if (parts !== null) {
        const states = statesOfCodes(column, this.length, parts);
        if (states !== null || mostStates(parts, 0) > 256) return states;
        return statesOfPlaces(this.placesIn(field, parts), mostStates(parts, 0));
      }
      const known = this.bounds.get(field);
      return known === undefined
        ? null
        : statesOfNumbers(column, this.length, known.bounds, known.countAbove);
    });
  }

  /**
   * Judges by a rule that asks only for a few states of facts: each combination of them once, then each row by its own.
   * @param {string} decision
   * @param {readonly (readonly [string, Parts])[]} fields
   * @param {(table: Table, context: any) => void} judgeRows
   * @param {any} context
   */
  judgeStates(decision, fields, judgeRows, context) {
    const most = fields.map(([field, parts]) =>
      mostStates(parts, this.bounds.get(field)?.bounds.length ?? 0),
    );
    const total = most.reduce((product, count) => product * count, 1);
    const few = total <= MOST_COMBINATIONS && !(total * 4 > this.length) && Math.max(...most) <= 256;
    const states = few ? fields.map(([field, parts]) => this.statesOf(field, parts, context)) : [];
    const told = states.filter((each) => each !== null);
    if (!few || told.length < states.length) judgeRows(this, context);
    else this.judgeCombinations(decision, fields, told, judgeRows, context);
  }

  /**
   * @param {string} decision
   * @param {readonly (readonly [string, Parts])[]} fields
   * @param {readonly States[]} states
   * @param {(table: Table, context: any) => void} judgeRows
   * @param {any} context
   */
  judgeCombinations(decision, fields, states, judgeRows, context) {
    const total = states.reduce((product, { meanings }) => product * meanings.length, 1);
    const combinations = new Table({ length: total, columns: {} }, {});
    /** @type {Int32Array[]} */
    const columns = [];
    /** @type {number[]} */
    const strides = [];
    let stride = 1;
    for (const [index, { words, meanings }] of states.entries()) {
      const [field, parts] = fields[index] ?? ["", null];
      const room = parts === null ? new Float64Array(total) : new Uint8Array(total);
      combinations.made.set(`${kindOf(parts)} ${field}`, spread(meanings, stride, room));
      if (words !== null) {
        columns.push(words);
        strides.push(stride);
      }
      stride *= meanings.length;
    }
    judgeRows(combinations, context);
    const to = this.begin(decision);
    lookUp(combinations.codesOf(decision), columns, strides, new Int32Array(to.buffer));
    if (combinations.places.has(decision))
      lookUpRows(combinations.placesOf(decision), columns, strides, this.placesOf(decision));
  }

  /** Texts, `undefined` where missing. @param {string} field */
  texts(field) {
    return this.once("texts", field, () => {
      const column = this.column(field);
      /** @type {(string | undefined)[]} */
      const texts = Array.from({ length: this.length });
      if (column === undefined) return texts;
      const { values, dictionary = [] } = column;
      for (let row = 0; row < texts.length; row += 1) texts[row] = dictionary[values[row] ?? 0];
      forNulls(column.nulls, this.length, (row) => {
        texts[row] = undefined;
      });
      return texts;
    });
  }

  /** One row as a record, for what only the explaining half decides; columns may do without 编号. @param {number} row */
  record(row) {
    if (this.rowMade === row) return this.recordMade;
    /** @type {Record<string, unknown>} */
    const record = { 编号: `第${row + 1}行` };
    for (const field of Object.keys(this.columns)) {
      const column = this.columns[field];
      if (column === undefined) continue;
      const { values, nulls, dictionary } = column;
      if (nulls !== undefined && ((nulls[row >> 3] ?? 0) >> (row & 7)) & 1) continue;
      const value = values[row] ?? 0;
      const found =
        dictionary !== undefined ? dictionary[value] : this.kinds[field] === "boolean" ? value === 1 : value;
      Object.defineProperty(record, field, {
        value: found,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    this.rowMade = row;
    this.recordMade = record;
    return record;
  }

  /** @param {string} decision */
  codesOf(decision) {
    return this.codes.get(decision) ?? this.begin(decision);
  }

  /** @param {string} decision */
  placesOf(decision) {
    let places = this.places.get(decision);
    if (places === undefined) {
      places = new Uint16Array(this.length);
      this.places.set(decision, places);
    }
    return places;
  }

  /** Room for the codes of a decision. @param {string} decision */
  begin(decision) {
    const codes = roomFor(this.length).bytes;
    this.codes.set(decision, codes);
    return codes;
  }
}

/** @type {(nulls: Uint8Array | undefined) => boolean} */
const hasNulls = (nulls) => {
  if (nulls === undefined) return false;
  for (let index = 0; index < nulls.length; index += 1) if (nulls[index] !== 0) return true;
  return false;
};

/** Eight rows at a time, because few facts are missing. @type {(nulls: Uint8Array | undefined, length: number, tell: (row: number) => void) => void} */
const forNulls = (nulls, length, tell) => {
  if (nulls === undefined) return;
  for (let index = 0; index * 8 < length; index += 1) {
    const bits = nulls[index] ?? 0;
    if (bits === 0) continue;
    for (let bit = 0; bit < 8 && index * 8 + bit < length; bit += 1) {
      if ((bits >> bit) & 1) tell(index * 8 + bit);
    }
  }
};

const MOST_COMBINATIONS = 16_384;

/** @type {(parts: Parts, bounds: number) => number} */
const mostStates = (parts, bounds) => {
  if (typeof parts === "function") return 4;
  return parts === true ? 3 : (parts?.length ?? bounds) + 2;
};

/** @type {(parts: Parts) => "levels" | "numbers" | "booleans" | "places"} */
const kindOf = (parts) => {
  if (typeof parts === "function") return "levels";
  if (parts === null) return "numbers";
  return parts === true ? "booleans" : "places";
};

/** Each value so many times, and all of them again and again. @type {<Room extends Float64Array | Uint8Array>(values: readonly number[], times: number, room: Room) => Room} */
const spread = (values, times, room) => {
  let row = 0;
  while (row < room.length) {
    for (const value of values) {
      for (let time = 0; time < times; time += 1) room[row++] = value;
    }
  }
  return room;
};
