import { expect, test } from "vitest";
import { evaluate, smallWorld } from "../../../compiler/evaluate/index.ts";
import { compile } from "../../../compiler/pipeline.ts";
import { resultDetail } from "../../../compiler/report/result-words.ts";
import { record, truth } from "../../support/program-builder.ts";

const text = (sentence: string): string => `【政策】
名称：示例市食堂管理办法；
地区：示例市；
制定机关：示例市民政局；
阶段：正式；
印发日期：2024年12月20日；
施行：2025年1月1日；
【完】
示例市食堂管理办法

第一条　食堂应当证照齐全。

【对象】食堂
证照齐全：是否；
配备厨师：是否；
使用明火：是否。

【规则】要求
${sentence}
【完】
`;

const no = truth(false);
const facts = { 证照齐全: no, 配备厨师: no, 使用明火: truth(true) };

const outcomeOf = (sentence: string, reason: string | null = null) => {
  const { program, diagnostics } = compile({
    policy: { name: "办法.tiaowen", text: text(sentence) },
    vocabularies: [],
  });
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const reasons = reason === null ? [] : [{ object: "食堂", id: "甲", rule: "要求", reason }];
  const world = smallWorld({ records: [record("食堂", "甲", facts)], recordedReasons: reasons });
  return evaluate(program, world, { at: 20_200 }).outcomes[0]!;
};

test.each([
  ["食堂应当证照齐全。", ["证照齐全"], "要求“证照齐全”未达到（应当）"],
  [
    "食堂应当同时符合下列条件：\n（一）证照齐全，依据「证照齐全」；\n（二）使用明火；\n（三）配备厨师。",
    ["证照齐全", "配备厨师"],
    "要求“证照齐全”、“配备厨师”未达到（应当）",
  ],
  ["食堂应当证照齐全或者配备厨师。", ["证照齐全或者配备厨师"], "要求“证照齐全或者配备厨师”未达到（应当）"],
  ["食堂应当未使用明火。", ["未使用明火"], "要求“未使用明火”未达到（应当）"],
  ["食堂不得使用明火。", ["使用明火"], "有“使用明火”的情形（不得）"],
])("%s", (sentence, unmet, words) => {
  const outcome = outcomeOf(sentence);
  expect(outcome.status).toBe("不符合");
  expect(outcome.unmet).toEqual(unmet);
  expect(resultDetail(outcome).split("；")[0]).toBe(words);
});

test("a departure from 原则上 says whether a reason is recorded", () => {
  const sentence = "食堂原则上应当证照齐全。";
  expect(resultDetail(outcomeOf(sentence))).toContain("未达到（原则上应当，没有记录理由）");
  const excused = resultDetail(outcomeOf(sentence, "新开办"));
  expect(excused).toContain("未达到（原则上应当，已记录理由）");
  expect(excused).toContain("记录的理由：新开办");
});

test("what is met has nothing unmet", () => {
  expect(outcomeOf("食堂应当使用明火。").unmet).toEqual([]);
});
