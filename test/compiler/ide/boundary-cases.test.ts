import { describe, expect, test } from "vitest";
import { caseText } from "../../../compiler/analyse/index.ts";
import { evaluate, runCases, smallWorld } from "../../../compiler/evaluate/index.ts";
import { boundaryCases, type JudgeCandidate } from "../../../compiler/ide/index.ts";
import type { CompiledPolicy } from "../../../compiler/pipeline.ts";
import { compileSample } from "../check/sample-policy.ts";
import { yangjiangView } from "./city-views.ts";
import { afterFix, errorsOf } from "./tried.ts";

/** The interpreter's result as a 【用例】, as the page's worker writes it. */
const judgeOf =
  ({ program }: CompiledPolicy): JudgeCandidate =>
  ({ decision, world, at, record, name }) => {
    const judged = program!.decisions.find(({ id }) => id === decision)!;
    const { outcomes } = evaluate(program!, smallWorld(world), { at });
    const outcome = outcomes.find((each) => each.decision === decision && each.id === record.id);
    return outcome === undefined ? null : caseText(program!, judged, world, at, record, outcome, name);
  };

const casesFor = (
  sentence: string,
): { readonly names: readonly string[]; readonly results: readonly string[] } => {
  const view = compileSample(`【规则】规则甲\n${sentence}`);
  expect(errorsOf(view)).toEqual([]);
  const fix = boundaryCases(view, view.file.source.text.indexOf("【规则】规则甲"), judgeOf(view));
  if (fix === null) return { names: [], results: [] };
  const after = afterFix(view, fix);
  expect(errorsOf(after)).toEqual([]);
  expect(after.program!.cases.length).toBeGreaterThan(0);
  expect(runCases(after.program!).cases.every(({ passed }) => passed)).toBe(true);
  return {
    names: after.program!.cases.map(({ name }) => name.replace("规则甲：", "")),
    results: after.program!.cases.map(({ expectations }) => expectations[0]!.status!),
  };
};

describe("cases around the thresholds of a rule", () => {
  test("every item of a list decides by itself", () => {
    expect(
      casesFor(
        "定点医药机构有下列情形之一的，限期整改：\n（一）年度医保业务量低于5笔；\n（二）未提出续签协议申请且床位利用率不足30％。",
      ),
    ).toEqual({
      names: [
        "年度医保业务量4笔",
        "年度医保业务量5笔",
        "年度医保业务量6笔",
        "床位利用率29.9%",
        "床位利用率30%",
        "床位利用率30.1%",
      ],
      results: ["成立", "不成立", "不成立", "成立", "不成立", "不成立"],
    });
  });

  test("a distance on foot", () => {
    expect(casesFor("定点申请步行1.5公里内有能够满足就医需求的定点医药机构的，原则上不得新增定点。")).toEqual(
      {
        names: ["步行1499米", "步行1500米", "步行1501米"],
        results: ["成立", "成立", "不成立"],
      },
    );
  });

  test("a period", () => {
    expect(casesFor("定点医药机构距上次复核日期已满2年的，限期整改。").results).toEqual([
      "不成立",
      "成立",
      "成立",
    ]);
  });

  test("an open parameter, which the case sets", () => {
    expect(casesFor("定点医药机构年度医保业务量低于业务量极少标准的，限期整改。").results).toEqual([
      "成立",
      "不成立",
      "不成立",
    ]);
  });

  test("a field of the region", () => {
    expect(casesFor("定点医药机构所在县区的基金当期结余低于0元的，限期整改。")).toEqual({
      names: ["基金当期结余-0.01元", "基金当期结余0元", "基金当期结余0.01元"],
      results: ["成立", "不成立", "不成立"],
    });
  });

  test("a requirement whose subject must fit", () => {
    expect(
      casesFor(
        "医院等级二级以上的民营定点医疗机构应当同时符合下列条件：\n（一）考核得分不低于80分；\n（二）具备药品追溯码。",
      ).results,
    ).toEqual(["不符合", "符合", "符合"]);
  });

  test("none where nothing is compared", () => {
    expect(casesFor("定点医药机构未提出续签协议申请的，纳入自然退出。").names).toEqual([]);
  });

  test("of a city pass where they stand", () => {
    const view = yangjiangView;
    const at = view.file.source.text.indexOf("【规则】十五分钟服务圈");
    const fix = boundaryCases(view, at, judgeOf(view))!;
    const after = afterFix(view, fix);
    expect(errorsOf(after)).toEqual([]);
    expect(runCases(after.program!).cases.filter(({ passed }) => !passed)).toEqual([]);
  });
});
