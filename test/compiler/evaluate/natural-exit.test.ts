import { describe, expect, test } from "vitest";
import { evaluate } from "../../../compiler/evaluate/evaluate.ts";
import { smallWorld } from "../../../compiler/evaluate/small-world.ts";
import type { FactRecord } from "../../../compiler/model/facts.ts";
import type { Outcome } from "../../../compiler/model/outcome.ts";
import {
  BOOLEAN,
  compareTerms,
  every,
  field,
  holds,
  literal,
  measure,
  NUMBER,
  number,
  object,
  origin,
  parameter,
  policy,
  program,
  read,
  reading,
  record,
  self,
  some,
  truth,
  usedParameter,
} from "../../support/program-builder.ts";

const SHOP = "定点医药机构";
const shop = self(SHOP);
const volume = read(shop, "年度医保业务量");
const quote = (text: string, start: number) => [
  { path: "16", label: "第十六条", quote: text, span: { start, end: start + text.length } },
];
const LIST = "等情况";

const exit = program({
  objects: [
    object(SHOP, [
      field("年度医保业务量", NUMBER),
      field("主动申请解除协议", BOOLEAN),
      field("有其他应当退出的情况", BOOLEAN, "医疗保障部门"),
    ]),
  ],
  parameters: [parameter("业务量极少标准")],
  readings: [reading(LIST, 1)],
  decisions: [
    measure(
      "自然退出",
      SHOP,
      some(
        compareTerms(volume, "=", literal(number(0)), {
          item: "（一）",
          basis: quote("年度内无医保业务量", 10),
        }),
        compareTerms(volume, "<", usedParameter("业务量极少标准"), {
          item: "（二）",
          basis: quote("业务量极少", 30),
        }),
        holds(shop, "主动申请解除协议", { item: "（四）" }),
        {
          ...every(
            { kind: "reading", reading: LIST, option: 2, origin: origin(LIST) },
            holds(shop, "有其他应当退出的情况"),
          ),
          origin: origin("有其他应当退出的情况", { item: "（八）" }),
        },
      ),
      { origin: origin("自然退出", { provision: "16" }) },
    ),
  ],
});

const outcomeOf = (facts: FactRecord, supplied?: number, readings?: ReadonlyMap<string, number>): Outcome => {
  const parameters = new Map(
    supplied === undefined
      ? []
      : [["业务量极少标准", [{ from: null, region: null, value: number(supplied), source: null }]]],
  );
  const world = smallWorld({ records: [facts], parameters });
  return evaluate(exit, world, { at: 20_000, ...(readings ? { readings } : {}) }).outcomes[0]!;
};

const noOther = { 主动申请解除协议: truth(false) };

describe("a list of cases with an open parameter and an open list", () => {
  test("0 笔 is 成立 and cites the words of the item", () => {
    const outcome = outcomeOf(record(SHOP, "甲", { ...noOther, 年度医保业务量: number(0) }), 0);
    expect(outcome).toMatchObject({ status: "成立", provision: "16", readings: [] });
    expect(outcome.citations).toEqual([
      {
        path: "16",
        label: "第十六条",
        quote: "年度内无医保业务量",
        start: 10,
        end: 19,
        ruleItem: "规则条件（一）",
      },
    ]);
  });

  test("0 笔 is 成立 although the parameter is open", () => {
    expect(outcomeOf(record(SHOP, "甲", { 年度医保业务量: number(0) })).status).toBe("成立");
  });

  test("5 笔 is 需裁量 and names the parameter and who decides", () => {
    const outcome = outcomeOf(record(SHOP, "甲", { ...noOther, 年度医保业务量: number(5) }));
    expect(outcome.status).toBe("需裁量");
    expect(outcome.reasons).toEqual([
      {
        kind: "参数未定",
        name: "业务量极少标准",
        owner: "统筹地区医疗保障部门",
        source: "第十六条",
        region: null,
      },
    ]);
    expect(outcome.citations.map((citation) => citation.ruleItem)).toEqual(["规则条件（二）"]);
  });

  test("no volume is 未知 and lists the fact and the parameter", () => {
    const outcome = outcomeOf(record(SHOP, "甲", noOther));
    expect(outcome.status).toBe("未知");
    expect(outcome.reasons.map((reason) => reason.kind)).toEqual(["缺少事实", "参数未定"]);
  });

  test("one certain case decides whatever else is open", () => {
    expect(outcomeOf(record(SHOP, "甲", { 主动申请解除协议: truth(true) })).status).toBe("成立");
  });

  test("with every listed case false the result rests on the reading of 等", () => {
    const facts = record(SHOP, "甲", { ...noOther, 年度医保业务量: number(5) });
    const outcome = outcomeOf(facts, 3);
    expect(outcome.status).toBe("不成立");
    expect(outcome.readings).toEqual([
      {
        name: LIST,
        option: 1,
        text: "列举已尽",
        status: "暂拟",
        alternatives: [{ option: 2, text: "未尽列举", status: "需裁量", value: null }],
      },
    ]);
    const other = outcomeOf(facts, 3, new Map([[LIST, 2]]));
    expect(other.status).toBe("需裁量");
    expect(other.reasons).toMatchObject([{ kind: "裁量判断", owner: "医疗保障部门" }]);
  });

  test("outside the interval in force every rule is 不适用, naming the last day", () => {
    const ended = { ...exit, policy: policy({ effectiveFrom: 19_000, lastDay: 19_730 }) };
    const world = smallWorld({ records: [record(SHOP, "甲", { 年度医保业务量: number(0) })] });
    const late = evaluate(ended, world, { at: 19_731 });
    expect(late.outcomes[0]).toMatchObject({
      status: "不适用",
      reason: "有效期至2024年1月8日（含当日），2024年1月9日已失效",
    });
    expect(late.notice).toContain("已失效");
    expect(evaluate(ended, world, { at: 19_730 }).outcomes[0]!.status).toBe("成立");
    expect(evaluate(ended, world, { at: 18_999 }).outcomes[0]!.reason).toContain("起施行");
  });

  test("a draft says that it is not in force", () => {
    const draft = { ...exit, policy: policy({ trial: true, stage: "征求意见稿" }) };
    const result = evaluate(draft, smallWorld({ records: [] }), { at: 0 });
    expect(result).toMatchObject({ trial: true, notice: "本文件为征求意见稿，尚未施行，结果为试算。" });
  });
});
