/**
 * Names of a policy in the texts of other languages. A name can hold anything; it must come out as the same name
 * or as a comment, and never as code.
 */

/** A string literal of JavaScript, TypeScript and JSON. */
export const stringLiteral = (text: string): string =>
  JSON.stringify(text)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
    // Inside a page, these would end the script or begin a comment.
    .replaceAll(/<(?=[/!]|script)/gi, "\\u003c");

/** A key of an object literal. Computed, because a plain `"__proto__":` would set the prototype. */
export const propertyKey = (name: string): string =>
  name === "__proto__" ? '["__proto__"]' : stringLiteral(name);

/** Text for one line of any comment: without line ends, control characters and the ends of comments. */
export const commentText = (text: string, longest = 200): string => {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replaceAll("*/", "*∕")
    .replaceAll("/*", "∕*")
    .trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest).join("")}…`;
};

/** Gives each name an identifier of its own, always behind an English prefix, so that no keyword comes out. */
export class Identifiers {
  readonly #taken = new Set<string>();
  readonly #known = new Map<string, string>();

  /** The same prefix and name give the same identifier again. */
  of(prefix: string, name: string): string {
    const key = JSON.stringify([prefix, name]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const base = prefix + [...name.replaceAll(/[^\p{ID_Continue}]/gu, "_")].slice(0, LONGEST).join("");
    let found = base;
    for (let next = 2; this.#taken.has(found); next += 1) found = `${base}_${next}`;
    this.#taken.add(found);
    this.#known.set(key, found);
    return found;
  }
}

const LONGEST = 60;

/** A string literal of SQL. No engine stores the character NUL in text. */
export const sqlString = (text: string): string => `'${text.replaceAll("\0", "").replaceAll("'", "''")}'`;

/**
 * Gives each name a quoted identifier of its own. DuckDB does not tell case apart and PostgreSQL cuts names at 63
 * bytes, so both count here: equal names give equal identifiers, different names different ones.
 */
export class SqlIdentifiers {
  readonly #taken = new Set<string>();
  readonly #known = new Map<string, string>();

  of(name: string): string {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const base = cutToBytes(name.replaceAll("\0", "") || "_", SQL_BYTES);
    let found = base;
    for (let next = 2; this.#taken.has(found.toLowerCase()); next += 1) {
      found = `${cutToBytes(base, SQL_BYTES - 8)}_${next}`;
    }
    this.#taken.add(found.toLowerCase());
    const quoted = `"${found.replaceAll('"', '""')}"`;
    this.#known.set(name, quoted);
    return quoted;
  }
}

const SQL_BYTES = 60;

const cutToBytes = (text: string, most: number): string => {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= most) return text.toWellFormed();
  let bytes = 0;
  let cut = "";
  for (const character of text.toWellFormed()) {
    bytes += encoder.encode(character).length;
    if (bytes > most) break;
    cut += character;
  }
  return cut;
};

/**
 * A file name made of a policy's name: no folder, no reserved character or word, no sign that a shell reads, not too
 * long.
 */
export const fileName = (name: string, ending: string): string => {
  const plain = cutToBytes(name.replaceAll(/[^\p{L}\p{M}\p{N}（）〔〕《》、·—-]+/gu, "_"), 120).replaceAll(
    /^[_-]+|_+$/g,
    "",
  );
  return `${plain === "" || DEVICES.test(plain) ? `policy${plain}` : plain}${ending}`;
};

/** Names that Windows keeps for devices, whatever the ending. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
