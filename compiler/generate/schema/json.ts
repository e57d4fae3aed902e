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
 * some validators skip them under `properties`, or take what is inherited for a value.
 */
export const propertiesOf = (entries: readonly (readonly [string, Json])[]): JsonObject => {
  const plain = entries.filter(([name]) => !isInherited(name));
  const inherited = entries
    .filter(([name]) => isInherited(name))
    .map(([name, schema]) => [`^${name}$`, schema] as const);
  return {
    properties: Object.fromEntries(plain),
    ...(inherited.length === 0 ? {} : { patternProperties: Object.fromEntries(inherited) }),
  };
};

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
