import { describe, expect, test } from "vitest";
import { compile, compileCondition } from "../../../compiler/pipeline.ts";
import { printDay } from "../../../compiler/resolve/calendar.ts";
import { printCondition } from "./print-program.ts";
import { compileSample } from "./sample-policy.ts";

const infoOf = (entries: string) => {
  const text = `【政策】示例\n名称：示例办法；\n${entries}\n【完】\n第一条　示例。\n`;
  const { program } = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
  const { effectiveFrom, lastDay, trial } = program!.policy;
  const shown = (day: number | null) => (day === null ? null : printDay(day));
  return { from: shown(effectiveFrom), to: shown(lastDay), trial };
};

describe("the interval in force", () => {
  test.each([
    ["印发日期：2025年1月24日；\n施行：自印发之日起；\n有效期：2年。", "2025年1月24日", "2027年1月23日"],
    ["施行：自2025年3月1日起；\n有效期：6个月。", "2025年3月1日", "2025年8月31日"],
    ["施行：2024年2月29日；\n有效期：一年。", "2024年2月29日", "2025年2月28日"],
    ["施行：自2025年1月1日起；\n有效期：至2026年12月31日。", "2025年1月1日", "2026年12月31日"],
    ["施行：自2025年1月1日起；\n有效期：长期。", "2025年1月1日", null],
    ["施行：自印发之日起；\n有效期：2年。", null, null],
  ])("%s", (entries, from, to) => {
    expect(infoOf(entries)).toEqual({ from, to, trial: false });
  });

  test("a draft for comment is a trial", () => {
    expect(infoOf("阶段：征求意见稿。").trial).toBe(true);
  });
});

describe("one condition by itself", () => {
  const compiled = compileSample("");
  test.each([
    ["公立定点医疗机构", "all((v0.经营性质 ∈ 公立) (v0.机构类别 ∈ 定点医疗机构))"],
    ["年度医保业务量低于100笔", "(v0.年度医保业务量 < 100笔)"],
    [
      "年度医保业务量低于100笔的民营定点医疗机构",
      "all(all((v0.经营性质 ∈ 民营) (v0.机构类别 ∈ 定点医疗机构)) (v0.年度医保业务量 < 100笔))",
    ],
    ["所在县区为「甲县」且未提出续签协议申请", "all((v0.所在县区 ∈ →甲县) not(v0.提出续签协议申请))"],
  ])("%s", (text, expected) => {
    const { value, diagnostics } = compileCondition(compiled, "定点医药机构", text);
    expect(diagnostics).toEqual([]);
    expect(printCondition(value!)).toBe(expected);
  });

  test("says what is wrong and never throws", () => {
    for (const text of ["", "业务总量低于5", "年度医保业务量低于5", "（", "定点申请"]) {
      const { value, diagnostics } = compileCondition(compiled, "定点医药机构", text);
      expect(value).toBeNull();
      expect(diagnostics.length).toBeGreaterThan(0);
    }
  });
});
