/** Code is laid out as a person would: on one line where it fits, else one argument a line. */
const WIDTH = 108;

export const call = (name: string, ...parts: readonly (string | null)[]): string =>
  enclosed(`${name}(`, withoutTrailing(parts), ")");

export const list = (parts: readonly string[]): string => enclosed("[", parts, "]");

/** An object literal of entries that are code already; null leaves a key out. */
export const record = (entries: readonly (readonly [string, string | null])[]): string =>
  enclosed(
    "{ ",
    entries.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`])),
    " }",
  );

const enclosed = (open: string, parts: readonly string[], close: string): string => {
  if (parts.length === 0) return open.trimEnd() + close.trimStart();
  const line = `${open}${parts.join(", ")}${close}`;
  if (line.length <= WIDTH && !line.includes("\n")) return line;
  const indented = parts.map((part) => `  ${part.replaceAll("\n", "\n  ")},\n`);
  return `${open.trimEnd()}\n${indented.join("")}${close.trimStart()}`;
};

const withoutTrailing = (parts: readonly (string | null)[]): readonly string[] => {
  const last = parts.findLastIndex((part) => part !== null);
  return parts.slice(0, last + 1).map((part) => part ?? "undefined");
};
