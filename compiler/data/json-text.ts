/**
 * A JSON value as it is written: numbers keep their digits, a repeated key is kept twice, keys are plain data
 * (`__proto__` too), and each object knows its line. `JSON.parse` loses all four.
 */
export type JsonValue =
  | { readonly kind: "string"; readonly text: string; readonly line: number }
  /** Digits as written, true, false or null. */
  | { readonly kind: "number" | "word"; readonly text: string; readonly line: number }
  | {
      readonly kind: "list";
      readonly items: readonly JsonValue[];
      readonly text: string;
      readonly line: number;
    }
  | {
      readonly kind: "object";
      readonly entries: readonly (readonly [string, JsonValue])[];
      readonly text: string;
      readonly line: number;
    };

/** Where the text stops being JSON, and what was expected there. */
export interface JsonProblem {
  readonly kind: "problem";
  readonly line: number;
  readonly expected: string;
}

/** Reads one whole JSON text; `firstLine` is the number of its first line. Never throws. */
export const readJsonText = (text: string, firstLine = 1): JsonValue | JsonProblem => {
  const reader = new JsonReader(text, firstLine);
  try {
    const value = reader.value(0);
    reader.end();
    return value;
  } catch (error) {
    if (error instanceof JsonStop) return { kind: "problem", line: reader.line, expected: error.expected };
    throw error;
  }
};

const DEEPEST = 50;

/** Leaves the recursive reader; never leaves this file. */
class JsonStop extends Error {
  readonly expected: string;

  constructor(expected: string) {
    super(expected);
    this.expected = expected;
  }
}

class JsonReader {
  readonly #text: string;
  #at = 0;
  line: number;

  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.line = firstLine;
  }

  value(depth: number): JsonValue {
    this.#space();
    if (depth > DEEPEST) throw new JsonStop(`嵌套不超过${DEEPEST}层`);
    const start = this.#at;
    const line = this.line;
    const sign = this.#text[start];
    if (sign === '"') return { kind: "string", text: this.#string(), line };
    if (sign === "{") {
      const entries = this.#sequence("}", () => this.#entry(depth));
      return { kind: "object", entries, text: this.#text.slice(start, this.#at), line };
    }
    if (sign === "[") {
      const items = this.#sequence("]", () => this.value(depth + 1));
      return { kind: "list", items, text: this.#text.slice(start, this.#at), line };
    }
    const number = this.#match(NUMBER);
    if (number !== null) return { kind: "number", text: number, line };
    const word = this.#match(WORD);
    if (word !== null) return { kind: "word", text: word, line };
    throw new JsonStop("JSON的值（文字加双引号）");
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) throw new JsonStop("JSON到此结束");
  }

  #entry(depth: number): readonly [string, JsonValue] {
    this.#space();
    if (this.#text[this.#at] !== '"') throw new JsonStop("加双引号的字段名称");
    const key = this.#string();
    this.#space();
    if (this.#text[this.#at] !== ":") throw new JsonStop("字段名称之后的冒号");
    this.#at += 1;
    return [key, this.value(depth + 1)];
  }

  /** Items between the opening sign at the current place and `close`, with commas between them. */
  #sequence<Item>(close: string, item: () => Item): readonly Item[] {
    const items: Item[] = [];
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return items;
    }
    for (;;) {
      items.push(item());
      this.#space();
      const sign = this.#text[this.#at];
      if (sign !== "," && sign !== close) throw new JsonStop(`逗号或者“${close}”`);
      this.#at += 1;
      if (sign === close) return items;
    }
  }

  #string(): string {
    const written = this.#match(STRING);
    if (written === null) throw new JsonStop("成对的双引号，且引号内不换行");
    try {
      return String(JSON.parse(written));
    } catch {
      throw new JsonStop("JSON允许的转义写法");
    }
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #space(): void {
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at];
      if (character === "\n") this.line += 1;
      else if (character !== " " && character !== "\t" && character !== "\r") return;
    }
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /(?:true|false|null)(?![0-9A-Za-z_])/y;
const STRING = /"[^"\\\u0000-\u001f]*(?:\\[^\u0000-\u001f][^"\\\u0000-\u001f]*)*"/y;
