import { describe, expect, test } from "vitest";
import type { Diagnostic, Fix } from "../../language/index.ts";
import { applySafeFixes } from "../../compiler/report/apply-fixes.ts";
import { locate } from "../../compiler/report/finding.ts";
import { lintJson } from "../../compiler/report/lint-json.ts";
import { lintTable } from "../../compiler/report/lint-table.ts";
import { sarif } from "../../compiler/report/sarif.ts";

const TEXT = "第一条　总则。\n第一条　医保医师资资源。\n";
const at = TEXT.indexOf("资资");
const remove: Fix = {
  title: "删去一个“资”",
  safe: true,
  edits: [{ span: { start: at, end: at + 1 }, newText: "" }],
};

const repeated: Diagnostic = {
  code: "repeated-at-break",
  severity: "warning",
  message: "文字重复：“资资”。",
  file: "政策/甲 乙.tiaowen",
  span: { start: at, end: at + 2 },
  provision: "1#2",
  fixes: [remove],
};
const duplicate: Diagnostic = {
  code: "duplicate-number",
  severity: "error",
  message: "编号重复：“第一条”。",
  file: repeated.file,
  span: { start: 8, end: 11 },
  related: [{ file: repeated.file, span: { start: 0, end: 3 }, message: "第一次出现在这里", provision: "1" }],
};

const file = {
  name: repeated.file,
  text: TEXT,
  diagnostics: [repeated, duplicate],
  label: (path: string) => `条文${path}`,
};
const findings = locate([file]);

test("findings are sorted by place, whatever pass found them", () => {
  expect(findings.map(({ diagnostic }) => diagnostic.code)).toEqual([
    "duplicate-number",
    "repeated-at-break",
  ]);
});

test("the table names place, provision, words, related place and fix", () => {
  expect(lintTable(findings, { width: 80 })).toMatchInlineSnapshot(`
    "政策/甲 乙.tiaowen:2:1  错误  duplicate-number
      编号重复：“第一条”。
        │ ⟦第一条⟧　医保医师资资源。
      另见条文1（第1行）：第一次出现在这里

    政策/甲 乙.tiaowen:2:9  条文1#2  警告  repeated-at-break
      文字重复：“资资”。
        │ 第一条　医保医师⟦资资⟧源。
      修改：删去一个“资”（--fix 可自动修改）

    发现1处错误、1处警告。"
  `);
});

test("errors come first, whatever their place; untreated provisions of a file are one line", () => {
  const untreated = ["1", "2", "3", "4"].map((path, start) => ({
    ...repeated,
    code: "provision-untreated",
    provision: path,
    span: { start, end: start + 1 },
    fixes: [],
  }));
  const sorted = locate([{ ...file, diagnostics: [...untreated, repeated, duplicate] }]);
  expect(sorted[0]!.diagnostic.code).toBe("duplicate-number");
  const table = lintTable(sorted, { width: 200 });
  expect(table).toContain(
    "条文1、条文2、条文3等4处条款尚无规则，也没有说明；用 tiaowen coverage 政策/甲 乙.tiaowen 逐条查看。",
  );
  expect(table.match(/provision-untreated/g)).toHaveLength(1);
  expect(table).toContain("发现1处错误、5处警告。");
  expect(lintJson(sorted)).toHaveLength(6);
});

test("JSON has the agreed shape", () => {
  expect(lintJson(findings)).toEqual([
    expect.objectContaining({
      code: "duplicate-number",
      line: 2,
      column: 1,
      endColumn: 4,
      provision: null,
      label: null,
      related: [
        { file: "政策/甲 乙.tiaowen", message: "第一次出现在这里", line: 1, column: 1, provision: "1" },
      ],
      fixes: [],
    }),
    {
      file: "政策/甲 乙.tiaowen",
      code: "repeated-at-break",
      severity: "warning",
      message: "文字重复：“资资”。",
      line: 2,
      column: 9,
      endLine: 2,
      endColumn: 11,
      provision: "1#2",
      label: "条文1#2",
      related: [],
      fixes: [
        {
          title: "删去一个“资”",
          safe: true,
          edits: [{ start: at, end: at + 1, line: 2, column: 9, newText: "" }],
        },
      ],
    },
  ]);
});

test("SARIF has its schema's shape, with encoded addresses", () => {
  const kinds = {
    "repeated-at-break": {
      severity: "warning",
      message: "",
      why: "重复的字多半来自分页。",
      bad: "",
      good: "",
    },
  } as const;
  const log = sarif(findings, kinds, "0.1.0");
  expect(log).toMatchObject({
    version: "2.1.0",
    runs: [
      {
        columnKind: "utf16CodeUnits",
        tool: {
          driver: {
            name: "tiaowen",
            rules: [
              { id: "duplicate-number" },
              { id: "repeated-at-break", defaultConfiguration: { level: "warning" } },
            ],
          },
        },
        results: [
          {
            ruleId: "duplicate-number",
            ruleIndex: 0,
            level: "error",
            relatedLocations: [{ id: 0, logicalLocations: [{ name: "条文1" }] }],
          },
          {
            ruleIndex: 1,
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "%E6%94%BF%E7%AD%96/%E7%94%B2%20%E4%B9%99.tiaowen" },
                  region: {
                    startLine: 2,
                    startColumn: 9,
                    endLine: 2,
                    endColumn: 11,
                    charOffset: at,
                    charLength: 2,
                  },
                },
                logicalLocations: [{ name: "条文1#2", fullyQualifiedName: "1#2" }],
              },
            ],
            fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: "" } }] }] }],
          },
        ],
      },
    ],
  });
});

describe("safe fixes", () => {
  const insert = (start: number, safe = true): Diagnostic => ({
    ...duplicate,
    fixes: [{ title: "插入", safe, edits: [{ span: { start, end: start }, newText: "甲" }] }],
  });

  test("are applied from the text as it was", () => {
    expect(applySafeFixes(TEXT, [repeated, insert(0)])).toEqual({
      text: `甲${TEXT.replace("资资", "资")}`,
      applied: 2,
    });
  });

  test("that touch each other wait for the next round", () => {
    expect(applySafeFixes("乙", [insert(0), insert(0)])).toEqual({ text: "甲乙", applied: 1 });
  });

  test("unsafe ones are left to the author", () => {
    expect(applySafeFixes("乙", [insert(0, false)])).toEqual({ text: "乙", applied: 0 });
  });
});
