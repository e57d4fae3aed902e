import { expect, test } from "vitest";
import { explain, smallWorld } from "../../../compiler/evaluate/index.ts";
import type { Step } from "../../../compiler/model/outcome.ts";
import { negationVerdict } from "../../../compiler/evaluate/explain/sentence.ts";
import { compile } from "../../../compiler/pipeline.ts";
import { record, truth } from "../../support/program-builder.ts";

const text = `【政策】
名称：示例市食堂管理办法；
地区：示例市；
制定机关：示例市民政局；
阶段：正式；
印发日期：2024年12月20日；
施行：2025年1月1日；
【完】
示例市食堂管理办法

第一条　食堂证照不全、卫生差等情况的，暂停营业。

【对象】食堂
证照齐全：是否；
配备厨师：是否；
卫生合格：是否；
情况严重：是否（由民政部门裁量）。

【措施】
暂停营业。

【规则】暂停
食堂有下列情形之一的，暂停营业：
（一）有下列情形之一，依据「证照不全」：
1.未证照齐全，限「证照」读法一；
2.未配备厨师，限「证照」读法二；
（二）同时符合下列条件，限「卫生差」读法一：
1.未卫生合格；
2.情况严重。
【理解】「证照」
读法一：经营许可证；读法二：厨师的健康证。采读法一，状态为暂拟。
【理解】「卫生差」
读法一：不合格且严重；读法二：不合格。采读法二，状态为暂拟。
【完】
`;

const treeOf = (taken: ReadonlyMap<string, number>): string => {
  const { program, diagnostics } = compile({ policy: { name: "办法.tiaowen", text }, vocabularies: [] });
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const world = smallWorld({
    records: [record("食堂", "甲", { 配备厨师: truth(false), 卫生合格: truth(false) })],
  });
  const target = { object: "食堂", id: "甲", decision: "暂停" };
  return linesOf(explain(program, world, { at: 20_200, readings: taken }, target)!.step, "").join("\n");
};

const linesOf = (step: Step, indent: string): readonly string[] => {
  const value = step.value ?? step.absent;
  const item = step.ruleItem === null ? "" : `${step.ruleItem}　`;
  const line = `${indent}${item}${step.words}${value === null ? "" : `：${value}`}　｜${step.note ?? ""}`;
  return [line, ...step.steps.flatMap((each) => linesOf(each, `${indent}　`))];
};

test("an item has its marker once, and one that is for another reading only says so", () => {
  expect(treeOf(new Map())).toMatchInlineSnapshot(`
    "暂停：未知　｜食堂“甲”的“暂停”：未知，缺少食堂“甲”的“证照齐全”。
    　下列各项　｜符合其中一项即可：1项不能判定，另有1项限其他读法，不予考虑。
    　　规则条件（一）　下列各项　｜符合其中一项即可：1项不能判定，另有1项限其他读法，不予考虑。
    　　　规则条件（一）1.　未证照齐全，限「证照」读法一　｜不能判定是否属于“未证照齐全”的情形：缺少食堂“甲”的“证照齐全”。
    　　　　规则条件（一）1.　限「证照」读法一　｜「证照」采读法一，本项限读法一。
    　　　　规则条件（一）1.　证照齐全：未填　｜缺少食堂“甲”的“证照齐全”。
    　　　规则条件（一）2.　未配备厨师，限「证照」读法二　｜「证照」采读法一，本项限读法二，不予考虑。
    　　规则条件（二）　同时符合下列条件，限「卫生差」读法一　｜「卫生差」采读法二，本项限读法一，不予考虑。"
  `);
});

test("under the other reading its parts are told, and a judgement is not a fact", () => {
  expect(
    treeOf(
      new Map([
        ["证照", 2],
        ["卫生差", 1],
      ]),
    ),
  ).toMatchInlineSnapshot(`
    "暂停：成立　｜食堂“甲”的“暂停”：成立。
    　下列各项　｜符合其中一项即可：2项中符合1项，不能判定1项。
    　　规则条件（一）　下列各项　｜符合其中一项即可：1项符合，另有1项限其他读法，不予考虑。
    　　　规则条件（一）1.　未证照齐全，限「证照」读法一　｜「证照」采读法二，本项限读法一，不予考虑。
    　　　规则条件（一）2.　未配备厨师，限「证照」读法二　｜属于“未配备厨师”的情形。
    　　　　规则条件（一）2.　限「证照」读法二　｜「证照」采读法二，本项限读法二。
    　　　　规则条件（一）2.　配备厨师：否　｜配备厨师为否。
    　　规则条件（二）　同时符合下列条件，限「卫生差」读法一　｜须全部符合：2项中符合1项，不能判定1项。
    　　　规则条件（二）　限「卫生差」读法一　｜「卫生差」采读法一，本项限读法一。
    　　　规则条件（二）1.　未卫生合格　｜属于“未卫生合格”的情形。
    　　　　规则条件（二）1.　卫生合格：否　｜卫生合格为否。
    　　　规则条件（二）2.　情况严重　｜不能判定是否符合“情况严重”：食堂“甲”是否“情况严重”尚无认定，由民政部门确定。
    　　　　规则条件（二）2.　情况严重：尚无认定　｜食堂“甲”是否“情况严重”尚无认定，由民政部门确定。"
  `);
});

test("what a name in quotation marks denies is told by the name, without a denial of a denial", () => {
  const told = (words: string, kind: "true" | "false"): string => negationVerdict([], words, { kind });
  expect(told("未「发生事故」", "false")).toBe("有“发生事故”的情形。");
  expect(told("未「发生事故」", "true")).toBe("没有“发生事故”的情形。");
  expect(told("未配备厨师", "false")).toBe("不属于“未配备厨师”的情形。");
});
