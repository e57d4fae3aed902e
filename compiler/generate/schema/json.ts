/** Plain data that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const printJson = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;

/** Names that every object of JavaScript answers to; validators that read `data[name]` find them where nothing is. */
export const isInherited = (name: string): boolean => name in Object.prototype;

/**
 * `properties` of an object. Inherited names (`constructor`, `__proto__`) stand in `patternProperties`, because
 * some validators skip them under `properties`, or take what is inherited for a value; so do names with half a
 * character, which no address of a schema can hold.
 */
export const propertiesOf = (entries: readonly (readonly [string, Json])[]): JsonObject => {
  const plain = entries.filter(([name]) => !isAwkward(name));
  const awkward = entries
    .filter(([name]) => isAwkward(name))
    .map(([name, schema]) => [`^${name.isWellFormed() ? name : escaped(name)}$`, schema] as const);
  return {
    properties: Object.fromEntries(plain),
    ...(awkward.length === 0 ? {} : { patternProperties: Object.fromEntries(awkward) }),
  };
};

/** Names that cannot stand in `properties`, and therefore not in `required`. */
export const isAwkward = (name: string): boolean => isInherited(name) || !name.isWellFormed();

const escaped = (name: string): string =>
  Array.from(
    { length: name.length },
    (_, at) => `\\u${name.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");

/** A name inside prose that some readers show as Markdown: one line, and no sign of it starts markup. */
export const prose = (text: string): string =>
  [...text.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")]
    .map((character) => MARKUP.get(character) ?? character)
    .join("");

const MARKUP: ReadonlyMap<string, string> = new Map([
  ["<", "＜"],
  [">", "＞"],
  ["&", "＆"],
  ["`", "｀"],
  ["[", "［"],
  ["]", "］"],
  ["*", "＊"],
  ["\\", "＼"],
]);
