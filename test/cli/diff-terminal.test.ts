import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, type Comparison } from "../../compiler/index.ts";
import { comparisonTerminal } from "../../compiler/report/comparison/terminal.ts";
import type { Paint } from "../../compiler/report/tone.ts";
import { displayWidth } from "../../compiler/report/width.ts";

const compared = (left: string, right: string): Promise<Comparison> =>
  compare(
    { file: { name: "left.txt", text: left }, compiled: null },
    { file: { name: "right.txt", text: right }, compiled: null },
    { at: null },
  );

const MARK = /[\u{E000}-\u{E004}]/gu;
/** One character of private use in front of and behind what is coloured. */
const marked: Paint = (tone, text) => {
  const mark = {
    bad: "\u{E000}",
    warning: "\u{E001}",
    good: "\u{E002}",
    muted: "\u{E003}",
    strong: "\u{E004}",
  }[tone];
  return `${mark}${text}${mark}`;
};

const sentence = fc
  .array(
    fc.constantFrom("停车场", "应当公示", "，", "收费 标准", "不满30分钟", "；", "（一）", "“乙”", "X1"),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((parts) => `${parts.join("")}。`);
const texts = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((articles) => articles.map((lines, at) => `第${at + 1}条 ${lines.join("\n")}\n`).join("\n"));

describe("a comparison on the terminal", () => {
  test("has no line wider than the terminal, and colours add nothing but colours", async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, fc.integer({ min: 60, max: 130 }), async (left, right, width) => {
        const found = await compared(left, right);
        const plain = comparisonTerminal(found, { width });
        const painted = comparisonTerminal(found, { width, paint: marked });
        expect(painted.replaceAll(MARK, "")).toBe(plain);
        for (const line of plain.split("\n").slice(4)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 60 },
    );
  });

  test("colours what is gone and what is new, and nothing else of a sentence", async () => {
    const found = await compared(
      "停车办法\n\n第一条 停车不满30分钟的，不得收费。\n\n第二条 停车场应当公示。\n",
      "停车办法\n\n第一条 停车不满60分钟的，不得收费。\n\n第二条 停车场应当公示。\n",
    );
    const output = comparisonTerminal(found, { paint: marked });
    expect(output).toContain(
      "停车不满\u{E000}【删：30分钟】\u{E000}\u{E002}【增：60分钟】\u{E002}的，不得收费。",
    );
  });

  test("leaves out the middle of long unchanged stretches, and shows all when it is asked to", async () => {
    const long = "经营者应当建立管理制度并接受监督检查。".repeat(20);
    const found = await compared(`第一条 甲。${long}乙。\n`, `第一条 甲。${long}丙。\n`);
    const short = comparisonTerminal(found);
    expect(short).toContain("……");
    expect(short.length).toBeLessThan(400);
    expect(comparisonTerminal(found, { all: true }).replaceAll(/\s/gu, "")).toContain(`甲。${long}`);
  });

  test("steers no terminal by what stands in a file", async () => {
    const found = await compared("第一条 甲\u001b[31m乙。\n", "第一条 丙\u001b[31m乙\u202e。\n");
    expect(comparisonTerminal(found, { all: true })).not.toMatch(/[\u001b\u202e]/u);
  });
});
