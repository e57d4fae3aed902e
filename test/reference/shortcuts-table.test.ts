import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shortcutGroups } from "../../editor/components/dialog/shortcut-table.ts";

const PAGE = join(import.meta.dirname, "..", "..", "language", "reference", "studio.md");

/** The rows of the table below a heading, as they stand on the page. */
const rowsBelow = (heading: string): readonly string[] => {
  const lines = readFileSync(PAGE, "utf8").split("\n");
  const section = lines.slice(lines.indexOf(`## ${heading}`) + 1);
  const next = section.findIndex((line) => line.startsWith("## "));
  return section.slice(0, next).filter((line) => line.startsWith("|"));
};

test("the page names every shortcut, and none that is not there", () => {
  const rows = shortcutGroups().flatMap(([group, each]) =>
    each.map(([title, keys], at) => `| ${at === 0 ? group : ""} | ${title} | ${keys} |`),
  );
  expect(rows.length).toBeGreaterThan(30);
  expect(rowsBelow("快捷键")).toEqual(["| 部分 | 做什么 | 按键 |", "| --- | --- | --- |", ...rows]);
});
