import { marked } from "marked";
import { expect, test } from "vitest";
import { plain } from "../../../editor/monaco/plain-text.ts";

test("lines become paragraphs, also where blanks without end stand around them", () => {
  expect(plain("甲 \n \n 乙")).toBe("甲\n\n乙");
  expect(plain(`甲${" ".repeat(1_000_000)}乙`)).toHaveLength(1_000_002);
});

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "[甲](javascript:alert(1))",
  "https://example.org/甲",
  "**甲** _乙_ `丙` ~~丁~~",
  "# 甲",
  "- 甲",
  "1. 甲",
  "| 甲 | 乙 |",
  "&lt;b&gt;",
  "$(warning) 甲",
];

test.each(HOSTILE)("%s stands in a card as it was written, with no markup", (words) => {
  const shown = marked.parse(plain(words), { async: false });
  const [, inside] = /^<p>(.*)<\/p>\n$/s.exec(shown) ?? [];
  expect(inside).not.toMatch(/<[a-z]/i);
  const text = inside!
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  expect(text).toBe(words);
});
