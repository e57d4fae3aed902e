import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BLOCK_KEYWORDS,
  compareWithSource,
  coverText,
  normalizedOfficialText,
  provisionText,
  readDocument,
  segment,
  summariseStructure,
  withoutSpace,
  type Segments,
} from "../../../language/document/index.ts";
import { citySource } from "./reading.ts";

/** Lines that mean something to the reader of structure, in any order and number. */
const line = fc.oneof(
  fc.constantFrom(
    "第一章 总则",
    "第二条 甲应当办理：",
    "第二条之一 乙。",
    "（一）丙；",
    "(二)丁",
    "1.戊；",
    "①己",
    "一、现状",
    "二、任务：",
    "（一）推进工作。各单位应当落实。",
    "一是庚。",
    "全面筑牢医保基金安",
    "全防线。",
    "附件",
    "附件1：表格",
    "附则",
    "目录",
    "",
    "　　",
    "各县（市）人民政府：",
    "2025年1月24日",
    "示例市医疗保障局",
    "抄送：市政府",
    "示例市管理办法（试行）",
    "[bookmark: _GoBack]（三）辛",
    "<!-- INFO END -->",
    "— 3 —",
    "| 甲 | 乙 |",
    "【规则】壬",
    "【完】",
    "【原文】",
    "【规侧】癸",
    "【说明】宣示",
    "## 第三节 子",
    "# 示例条例",
    "本意见另有规定。",
    "第十六条规定的情形。",
    "\u200b",
    "\r",
    "第",
    "（",
    "第一条",
  ),
  fc.stringMatching(/^[第条章节一二三十、（）1.。；：甲乙【】]{0,12}$/),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(...BLOCK_KEYWORDS).map((keyword) => `【${keyword}】名称`),
);

const anyText = fc.oneof(
  fc.array(line, { maxLength: 40 }).map((lines) => lines.join("\n")),
  fc.array(line, { maxLength: 40 }).map((lines) => `【政策】\n名称：示例。\n【完】\n${lines.join("\n")}`),
  fc.string({ unit: "binary" }),
);

/** A real text with pieces cut out, moved or doubled. */
const mutated = fc
  .record({
    city: fc.constantFrom("mudanjiang" as const, "yangjiang" as const),
    from: fc.nat(9000),
    length: fc.nat(400),
    to: fc.nat(9000),
    insert: fc.oneof(line, fc.constant("\n")),
  })
  .map(({ city, from, length, to, insert }) => {
    const text = citySource(city);
    const rest = text.slice(0, from) + text.slice(from + length);
    return rest.slice(0, to) + insert + text.slice(from, from + length) + rest.slice(to);
  });

const tiles = (segments: Segments): void => {
  const spans = [...segments.official, ...segments.blocks.map(({ span }) => span), ...segments.marks];
  spans.sort((left, right) => left.start - right.start);
  let end = 0;
  for (const span of spans) {
    expect(span.start).toBe(end);
    expect(span.end).toBeGreaterThan(span.start);
    end = span.end;
  }
  expect(end).toBe(segments.source.text.length);
};

const wholeReading = (text: string): void => {
  const segments = segment({ name: "任意.tiaowen", text }, { storedSource: { name: "原文.txt", text } });
  tiles(segments);
  const document = readDocument(segments);
  expect(new Set(document.provisions.map(({ path }) => path)).size).toBe(document.provisions.length);
  for (const provision of document.provisions) {
    expect(provision.span.end).toBeGreaterThanOrEqual(provision.span.start);
    expect(document.byPath.get(provision.path)).toBe(provision);
    for (const child of provision.children) {
      expect(child.parent).toBe(provision);
      expect(child.span.start).toBeGreaterThanOrEqual(provision.span.start);
      expect(child.span.end).toBeLessThanOrEqual(provision.span.end);
    }
    provisionText(document, provision);
  }
  for (const { span } of document.findings) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  summariseStructure(document);
  const coverage = coverText(
    document,
    document.roots.map(({ path }) => ({ path, quotes: null, status: "程序" as const })),
  );
  expect(coverage.provisions).toBe(coverage.coded + coverage.declared + coverage.untreated);
  expect(coverage.clauses.covered).toBe(coverage.clauses.normative);
};

describe("any text", () => {
  test("whose closing words are followed by one more item", () => {
    const text = "二、任务：\n（一）推进工作。各单位应当落实。\n𠀀\n（一）推进工作。各单位应当落实。";
    expect(() => wholeReading(text)).not.toThrow();
  });

  test("is cut into tiles and read into a tree", () => {
    expect(() => fc.assert(fc.property(anyText, wholeReading), { numRuns: 400 })).not.toThrow();
  });

  test("so is a mutated policy", () => {
    expect(() => fc.assert(fc.property(mutated, wholeReading), { numRuns: 100 })).not.toThrow();
  });

  test("is equal to itself as its own source", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(
          !text.includes("\0") &&
            !/^\s*【\s*(?:政策|词汇)/.test(text.replace(/^[\s\u200b-\u200d\u2060\ufeff]+/, "")),
        );
        const segments = segment({ name: "任意.txt", text });
        expect(normalizedOfficialText(segments)).toBe(withoutSpace(text));
        expect(compareWithSource(segments, { name: "原文.txt", text })).toMatchObject({
          equal: true,
          differences: [],
        });
      }),
    );
  });
});
