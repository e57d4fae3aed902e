// @ts-check
/**
 * One column: values, where they are missing (bit set), and the texts that codes stand for.
 * @typedef {{ readonly values: ArrayLike<number>, readonly nulls?: Uint8Array, readonly dictionary?: readonly string[] }} Column
 * @typedef {{ readonly length: number, readonly columns: Readonly<Record<string, Column>> }} Columns
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

  /** Numbers or days, NaN where missing. @param {string} field @returns {Float64Array | Int32Array | any} */
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

  /** 0, 1, and 2 where missing. @param {string} field @returns {Uint8Array | any} */
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

  /** Places among the values of an enumeration; the largest number where missing. @param {string} field @param {readonly string[]} names */
  placesIn(field, names) {
    return this.once("places", field, () => {
      const places = names.length < 255 ? new Uint8Array(this.length) : new Uint16Array(this.length);
      const none = names.length < 255 ? 255 : 65_535;
      const column = this.column(field);
      if (column === undefined) return places.fill(none);
      const place = (column.dictionary ?? []).map((name) => {
        const found = names.indexOf(name);
        return found < 0 ? none - 1 : found;
      });
      const { values } = column;
      const table = new Uint16Array(Math.max(256, place.length)).fill(none);
      table.set(place);
      for (let row = 0; row < places.length; row += 1)
        places[row] = /** @type {number} */ (table[values[row]]);
      forNulls(column.nulls, this.length, (row) => {
        places[row] = none;
      });
      return places;
    });
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
      const { values, nulls, dictionary } = /** @type {Column} */ (this.columns[field]);
      if (nulls !== undefined && ((nulls[row >> 3] ?? 0) >> (row & 7)) & 1) continue;
      const value = /** @type {number} */ (values[row]);
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
    const codes = new Uint8Array(this.length);
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
