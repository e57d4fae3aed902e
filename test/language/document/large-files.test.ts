import { describe, expect, test } from "vitest";
import { normativeClauses, readDocument, segment } from "../../../language/document/index.ts";
import { findCitations } from "../../../language/citation.ts";

/** Texts that would take minutes if any step were not linear; the limit of the runner is the check. */
const LARGE: readonly (readonly [string, string])[] = [
  ["one line of a million characters", `第一条 ${"甲".repeat(1_000_000)}\n`],
  ["brackets", "（".repeat(2_000_000)],
  ["half numbers", "第一".repeat(1_000_000)],
  ["open titles", "《".repeat(2_000_000)],
  ["open marks", `${"【".repeat(1_000_000)}\n${"【规\n".repeat(50_000)}`],
  [
    "residue that never ends",
    `${"[bookmark:".repeat(100_000)}${"{{".repeat(500_000)}${"<#".repeat(500_000)}`,
  ],
  ["items", `第一条 甲：\n${"（一）乙；\n".repeat(50_000)}`],
  ["one sentence over many lines", `第一条 甲，\n${"乙丙丁，\n".repeat(100_000)}`],
  ["lines without a mark", "第一条 甲应当乙\n".repeat(60_000)],
  ["titles", "示例通知\n".repeat(100_000)],
  ["signatures", "某某局\n2024年1月1日\n".repeat(50_000)],
  ["white space", `${" ".repeat(1_000_000)}\n${"　".repeat(1_000_000)}`],
  ["many blocks", `【政策】\n【完】\n${"第一条 甲。\n【规则】a\n甲应当乙。\n【完】\n".repeat(20_000)}`],
  ["an unclosed block", `【政策】\n【完】\n【规则】a\n${"甲应当乙。\n".repeat(200_000)}`],
];

describe("large files", () => {
  test.each(LARGE)("%s", (_, text) => {
    const segments = segment({ name: "大文件.txt", text });
    const document = readDocument(segments);
    expect(document.source.text).toBe(text);
    normativeClauses(document);
    findCitations(text);
  });

  test("a file of NULs has one clear message", () => {
    const segments = segment({ name: "大文件.txt", text: "\0".repeat(5_000_000) });
    expect(segments.diagnostics.map(({ code }) => code)).toEqual(["not-text"]);
    expect(readDocument(segments).provisions).toEqual([]);
  });
});
