import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createMemo,
  parseCondition,
  parseFile,
  stripSpans,
  walk,
  type PolicyFile,
  type Span,
} from "../../language/index.ts";
import { applyEdits, edits, policyLikeText } from "../generators/policy-text.ts";
import { DECLARATIONS } from "../language/sample.ts";

const folder = join(import.meta.dirname, "..", "..", "policies");
const read = (path: string): string => readFileSync(join(folder, path), "utf8");

const words = parseFile({ name: "医保定点.tiaowen", text: read("vocabulary/医保定点.tiaowen") }).vocabulary;
const policies = ["mudanjiang/2025-draft.tiaowen", "yangjiang/2025.tiaowen"].map(
  (path) => [path, read(path)] as const,
);

const parse = (text: string): PolicyFile => parseFile({ name: "试.tiaowen", text }, words);

const errors = (file: PolicyFile): string[] =>
  file.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ message, span }) => `${span.start} ${message}`);

/** Spans that reach outside the text; there are none. */
const strayedSpans = (file: PolicyFile): Span[] => {
  const spans = file.diagnostics.map(({ span }) => span);
  walk(file.blocks, (node) => void spans.push(node.span));
  const { length } = file.source.text;
  return spans.filter(({ start, end }) => !(start >= 0 && start <= end && end <= length));
};

describe("reading never throws", () => {
  test("on texts of policy words in any order", () => {
    fc.assert(
      fc.property(
        policyLikeText,
        (text) =>
          void expect(strayedSpans(parse(`【政策】\n名称：试；\n【完】\n${DECLARATIONS}${text}`))).toEqual(
            [],
          ),
      ),
      { numRuns: 600 },
    );
  });

  test("on random strings", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        (text) => void expect(strayedSpans(parse(`【政策】\n【完】\n【规则】甲\n${text}`))).toEqual([]),
      ),
      { numRuns: 300 },
    );
  });

  test.each(policies)("on %s with stretches left out, doubled or replaced", (_path, text) => {
    fc.assert(
      fc.property(
        edits,
        (changes) => void expect(strayedSpans(parse(applyEdits(text, changes)))).toEqual([]),
      ),
      { numRuns: 40 },
    );
  });

  test("on conditions that stand alone", () => {
    fc.assert(
      fc.property(policyLikeText, (text) => void expect(parseCondition(text, words).source.text).toBe(text)),
      { numRuns: 300 },
    );
  });
});

/** The blocks of a text with something done to what is in no quote; official text stays. */
const inBlocks = (file: PolicyFile, change: (text: string) => string): string => {
  const { text } = file.source;
  let changed = "";
  let at = 0;
  for (const { segment } of file.blocks) {
    const { start, end } = segment.bodySpan;
    changed += text.slice(at, start) + change(text.slice(start, end));
    at = end;
  }
  return changed + text.slice(at);
};

const outsideQuotes = (text: string, change: (text: string) => string): string =>
  text
    .split(/(「[^」]*(?:「[^」]*」[^」]*)*」)/)
    .map((part) => (part.startsWith("「") ? part : change(part)))
    .join("");

const HALF_WIDTH: Readonly<Record<string, string>> = {
  "，": ",",
  "；": ";",
  "：": ":",
  "（": "(",
  "）": ")",
  "。": ".",
  "％": "%",
};

const halfWidth = (text: string): string => text.replaceAll(/[，；：（）。％]/g, (mark) => HALF_WIDTH[mark]!);

/** Prose for people is compared without its punctuation. */
const said = (file: PolicyFile): unknown[] =>
  file.blocks
    .filter(({ kind }) => kind !== "reading" && kind !== "note" && kind !== "metadata")
    .map(stripSpans);

describe("white space and width say nothing", () => {
  test.each(policies)("%s without a single space in its blocks", (_path, text) => {
    const file = parse(text);
    expect(errors(file)).toEqual([]);
    const squeezed = parse(
      inBlocks(file, (body) => outsideQuotes(body, (part) => part.replaceAll(/[ \t　]/g, ""))),
    );
    expect(said(squeezed)).toEqual(said(file));
  });

  test.each(policies)("%s with every sentence of a block on one line", (_path, text) => {
    const file = parse(text);
    const oneLine = parse(
      inBlocks(file, (body) => `${outsideQuotes(body, (part) => part.replaceAll(/\s/g, ""))}\n`),
    );
    expect(said(oneLine)).toEqual(said(file));
  });

  test.each(policies)("%s with half-width punctuation in its blocks", (_path, text) => {
    const file = parse(text);
    const typed = parse(inBlocks(file, (body) => outsideQuotes(body, halfWidth)));
    expect(errors(typed)).toEqual([]);
    expect(said(typed)).toEqual(said(file));
  });

  test.each(policies)("%s with spaces between its words", (_path, text) => {
    const file = parse(text);
    const spaced = parse(
      inBlocks(file, (body) => outsideQuotes(body, (part) => part.replaceAll(/([，；：。、])/g, " $1　"))),
    );
    expect(said(spaced)).toEqual(said(file));
  });
});

describe("reading again after an edit", () => {
  test.each(policies)("%s: with a memo the same tree and findings as without", (_path, text) => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 3 }), (versions) => {
        const memo = createMemo();
        for (const version of [text, ...versions.map((changes) => applyEdits(text, changes)), text]) {
          const source = { name: "试.tiaowen", text: version };
          const [incremental, fresh] = [parseFile(source, words, memo), parseFile(source, words)];
          expect(incremental.blocks).toEqual(fresh.blocks);
          expect(incremental.diagnostics).toEqual(fresh.diagnostics);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe("texts that no person writes", () => {
  const rule = (sentence: string): PolicyFile =>
    parse(`【政策】\n【完】\n${DECLARATIONS}【规则】甲\n${sentence}\n【完】\n`);

  test.each([
    ["brackets", "（", "）"],
    ["negations", "不", ""],
    ["有", "有", ""],
    ["步行", "步行1公里内", ""],
    ["quotes", "「", "」"],
  ])("10,000 nested %s", (_name, open, close) => {
    const file = rule(
      `定点医药机构${open.repeat(10_000)}主动申请解除协议${close.repeat(10_000)}的，限期整改。`,
    );
    expect(file.blocks.length).toBeGreaterThan(0);
  });

  test("nested brackets are named as such", () => {
    const file = rule(
      `定点医药机构${"（".repeat(10_000)}主动申请解除协议${"）".repeat(10_000)}的，限期整改。`,
    );
    expect(file.diagnostics.map(({ code }) => code)).toContain("nesting-too-deep");
  });

  test("a line of one megabyte", () => {
    const file = rule(`定点医药机构${"某".repeat(1_000_000)}的，限期整改。`);
    expect(file.diagnostics.map(({ code }) => code)).toContain("undeclared-term");
  });

  test("a line of one megabyte of known words", () => {
    const file = rule(`${"年度医保业务量为10笔的，".repeat(80_000)}限期整改。`);
    expect(file.blocks.length).toBeGreaterThan(0);
  });

  test("a block without an end, and NULs", () => {
    expect(parse("【政策】\n【完】\n【规则】甲\n定点医药机构").blocks.length).toBe(2);
    expect(() => rule("\u0000".repeat(10_000))).not.toThrow();
  });
});
