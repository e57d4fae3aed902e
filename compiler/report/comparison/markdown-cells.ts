import { visible } from "../width.ts";

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
