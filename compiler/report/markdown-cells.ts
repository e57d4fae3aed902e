import { visible } from "./width.ts";

/** What would be markup in Markdown is written as itself: the text is official and not ours to shape. */
export const escapeMarkdown = (text: string): string =>
  visible(text).replaceAll(/[\\`*_{}[\]<>#|~]/gu, (character) => `\\${character}`);

/** One line of text. */
export const line = (text: string): string => escapeMarkdown(text.replaceAll(/\s*\n\s*/gu, " ").trim());

/** Text of a table cell, where a new line is written as a break. */
export const cell = (text: string): string => inCell(escapeMarkdown(text));

export const inCell = (markdown: string): string => markdown.trim().replaceAll(/\s*\n\s*/gu, "<br>");

/** Cells that are Markdown already. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** Text as it is, in a fence longer than any in it. */
export const fenced = (kind: string, text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([each]) => each.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${kind}`, text, fence].join("\n");
};
