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
    /** @type {Map<string, readonly number[]>} */
    this.bounds = new Map();
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

  /** Bounds that part the numbers or days of a field into states. @param {string} field @param {readonly number[]} bounds */
  tellApart(field, bounds) {
    this.bounds.set(
      field,
      [...new Set(bounds)].filter(Number.isFinite).sort((left, right) => left - right),
    );
  }

  /** For each row how many bounds its number lies above; one more than there are bounds where it is missing. @param {string} field @param {readonly number[]} bounds */
  statesOf(field, bounds) {
    return this.once("states", field, () => {
      const values = this.numbers(field);
      const states = new Uint8Array(this.length);
      const none = bounds.length + 1;
      for (let from = 0; from < bounds.length; from += 4) {
        const [first = Infinity, second = Infinity, third = Infinity, fourth = Infinity] = bounds.slice(
          from,
          from + 4,
        );
        for (let row = 0; row < states.length; row += 1) {
          const value = values[row];
          const above =
            Number(value > first) + Number(value > second) + Number(value > third) + Number(value > fourth);
          states[row] = (states[row] ?? 0) + above;
        }
      }
      for (let row = 0; row < states.length; row += 1) {
        if (values[row] !== values[row]) states[row] = none;
      }
      return states;
    });
  }

  /**
   * Judges by a rule that asks only for a few states of facts: each combination of them once, then each row by its own.
   * A field comes with the names of its values, `true` where it is 是否, null where bounds part it.
   * @param {string} decision
   * @param {readonly (readonly [string, readonly string[] | true | null])[]} fields
   * @param {(table: Table, context: any) => void} judgeRows
   * @param {any} context
   */
  judgeStates(decision, fields, judgeRows, context) {
    const counts = fields.map(([field, states]) => {
      if (states === null) return this.boundsOf(field).length + 2;
      return states === true ? 3 : states.length + 2;
    });
    const total = counts.reduce((product, count) => product * count, 1);
    if (total > MOST_COMBINATIONS || total * 4 > this.length || counts.some((count) => count > 256)) {
      judgeRows(this, context);
      return;
    }
    const combinations = new Table({ length: total, columns: {} }, {});
    let stride = total;
    const columns = fields.map(([field, states], index) => {
      const count = counts[index] ?? 1;
      stride /= count;
      const step = stride;
      const each = Uint8Array.from({ length: total }, (_, row) => Math.floor(row / step) % count);
      if (states === null) {
        const values = between(this.boundsOf(field));
        combinations.made.set(
          `numbers ${field}`,
          Float64Array.from(each, (state) => values[state] ?? NaN),
        );
        return this.statesOf(field, this.boundsOf(field));
      }
      combinations.made.set(`${states === true ? "booleans" : "places"} ${field}`, each);
      return states === true ? this.booleans(field) : this.placesIn(field, states);
    });
    judgeRows(combinations, context);
    lookUp(combinations.codesOf(decision), columns, counts, this.begin(decision));
    if (combinations.places.has(decision))
      lookUp(combinations.placesOf(decision), columns, counts, this.placesOf(decision));
  }

  /** @param {string} field @returns {readonly number[]} */
  boundsOf(field) {
    return this.bounds.get(field) ?? [];
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

const MOST_COMBINATIONS = 4096;

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

/**
 * What was found for the combination of states of each row. The loops are written out, because they take most of the time.
 * @type {(found: Uint8Array | Uint16Array, columns: readonly Uint8Array[], counts: readonly number[], to: Uint8Array | Uint16Array) => void}
 */
const lookUp = (found, columns, counts, to) => {
  const { length } = to;
  /** @type {any} */
  const [first, second, third, fourth] = columns;
  const [, two = 1, three = 1, four = 1] = counts;
  if (columns.length === 1) {
    for (let row = 0; row < length; row += 1) to[row] = found[first[row]] ?? 0;
  } else if (columns.length === 2) {
    for (let row = 0; row < length; row += 1) to[row] = found[first[row] * two + second[row]] ?? 0;
  } else if (columns.length === 3) {
    for (let row = 0; row < length; row += 1)
      to[row] = found[(first[row] * two + second[row]) * three + third[row]] ?? 0;
  } else if (columns.length === 4) {
    for (let row = 0; row < length; row += 1)
      to[row] = found[((first[row] * two + second[row]) * three + third[row]) * four + fourth[row]] ?? 0;
  } else {
    const rest = counts.slice(4).reduce((product, count) => product * count, 1);
    const behind = new Uint16Array(length);
    for (const [index, column] of columns.slice(4).entries()) {
      const count = counts[4 + index] ?? 1;
      for (let row = 0; row < length; row += 1) behind[row] = (behind[row] ?? 0) * count + (column[row] ?? 0);
    }
    for (let row = 0; row < length; row += 1) {
      const before = ((first[row] * two + second[row]) * three + third[row]) * four + fourth[row];
      to[row] = found[before * rest + (behind[row] ?? 0)] ?? 0;
    }
  }
};
