import { describe, expect, test } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { openWorkshop } from "../../../compiler/mutate/mutants.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

/** Every change of a small policy as “kind: the clause as it would be”; what cannot be written so is left out. */
const changesOf = (blocks: string, declarations = ""): readonly string[] => {
  const compiled = compile({
    policy: { name: "示例.tiaowen", text: exampleFile(blocks, declarations) },
    vocabularies: [],
  });
  const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([]);
  const workshop = openWorkshop(compiled, compiled.program!);
  return workshop.candidates.flatMap((candidate) => {
    const made = workshop.make(candidate);
    if (made.kind !== "made") return [];
    const { operator, after } = workshop.tell(candidate, made.edits);
    return [`${operator}: ${after}`];
  });
};

describe("one thing is changed at a time", () => {
  test.each<readonly [what: string, blocks: string, changes: readonly string[]]>([
    [
      "bounds on both sides of a number, 且, 原则上 and 应当",
      "【规则】甲\n业务量低于10笔且使用率80％以上的医药机构，原则上应当限期整改。",
      [
        "condition: 使用率80％以上的医药机构，原则上应当限期整改",
        "bound: 业务量不高于10笔且使用率80％以上的医药机构，原则上应当限期整改",
        "bound: 业务量不低于10笔且使用率80％以上的医药机构，原则上应当限期整改",
        "number: 业务量低于11笔且使用率80％以上的医药机构，原则上应当限期整改",
        "number: 业务量低于9笔且使用率80％以上的医药机构，原则上应当限期整改",
        "connective: 业务量低于10笔或者使用率80％以上的医药机构，原则上应当限期整改",
        "condition: 业务量低于10笔的医药机构，原则上应当限期整改",
        "bound: 业务量低于10笔且使用率超过80％的医药机构，原则上应当限期整改",
        "bound: 业务量低于10笔且使用率不满80％的医药机构，原则上应当限期整改",
        "number: 业务量低于10笔且使用率81％以上的医药机构，原则上应当限期整改",
        "number: 业务量低于10笔且使用率79％以上的医药机构，原则上应当限期整改",
        "modal: 业务量低于10笔且使用率80％以上的医药机构，应当限期整改",
        "modal: 业务量低于10笔且使用率80％以上的医药机构，原则上可以限期整改",
      ],
    ],
    [
      "a list with 未 and 不具备, a proviso, 不得",
      "【规则】甲\n医药机构有下列情形之一的，不得新增定点，但公立的除外：\n（一）医院等级为二级；\n（二）不具备追溯码；\n（三）未提出续签申请。",
      [
        "listHead: 医药机构同时有下列情形的，不得新增定点，但公立的除外",
        "modal: 医药机构有下列情形之一的，可以新增定点，但公立的除外",
        "exception: 医药机构有下列情形之一的，不得新增定点",
        "value: 医药机构有下列情形之一的，不得新增定点，但民营的除外",
        "item: （删去）",
        "value: （一）医院等级为三级",
        "value: （一）医院等级为一级",
        "item: （删去）",
        "negation: （二）具备追溯码",
        "item: （删去）",
        "negation: （三）提出续签申请",
      ],
    ],
    [
      "a walking distance, 没有, 可以",
      "【规则】甲\n定点申请步行1.5公里内没有经营性质相同的医药机构的，可以新增定点。",
      [
        "scope: 定点申请直线1.5公里内没有经营性质相同的医药机构的，可以新增定点",
        "number: 定点申请步行1.6公里内没有经营性质相同的医药机构的，可以新增定点",
        "number: 定点申请步行1.4公里内没有经营性质相同的医药机构的，可以新增定点",
        "negation: 定点申请步行1.5公里内有经营性质相同的医药机构的，可以新增定点",
        "modal: 定点申请步行1.5公里内没有经营性质相同的医药机构的，应当新增定点",
      ],
    ],
    [
      "a number of records in each region, classes of nouns",
      "【规则】甲\n原则上每个县区内应当至少有2家公立医院。",
      [
        "modal: 每个县区内应当至少有2家公立医院",
        "modal: 原则上每个县区内可以至少有2家公立医院",
        "bound: 原则上每个县区内应当恰好有2家公立医院",
        "bound: 原则上每个县区内应当至多有2家公立医院",
        "number: 原则上每个县区内应当至少有3家公立医院",
        "number: 原则上每个县区内应当至少有1家公立医院",
        "value: 原则上每个县区内应当至少有2家民营医院",
        "value: 原则上每个县区内应当至少有2家公立药店",
      ],
    ],
    [
      "an ordered value and the results of an 认定",
      "【认定】类别\n医药机构的类别，按照下列规定认定：\n（一）医院等级二级以上，为甲类；\n（二）其他的，为乙类。",
      [
        "item: （删去）",
        "bound: （一）医院等级超过二级，为甲类",
        "bound: （一）医院等级不满二级，为甲类",
        "value: （一）医院等级三级以上，为甲类",
        "value: （一）医院等级一级以上，为甲类",
        "class: （一）医院等级二级以上，为乙类",
        "item: （删去）",
        "class: （二）其他的，为甲类",
      ],
    ],
    [
      "the group, the direction, the ties and the end of a ranking",
      "【排名】次序\n同一县区的医药机构按照业务量由高到低排名；仍相同的，并列。\n【规则】甲\n次序位于后10％的医药机构，纳入退出。",
      [
        "ranking: 医药机构按照业务量由高到低排名；仍相同的，并列",
        "ranking: 同一县区的医药机构按照业务量由低到高排名；仍相同的，并列",
        "ranking: 同一县区的医药机构按照业务量由高到低排名；仍相同的，抽签",
        "ranking: 次序位于前10％的医药机构，纳入退出",
        "number: 次序位于后11％的医药机构，纳入退出",
        "number: 次序位于后9％的医药机构，纳入退出",
      ],
    ],
    [
      "a period and a sum",
      "【规则】甲\n距复核日期已满2年的医药机构，限期整改。\n【指标】差额\n医药机构的差额，为业务量减上年业务量。",
      [
        "bound: 距复核日期超过2年的医药机构，限期整改",
        "bound: 距复核日期不满2年的医药机构，限期整改",
        "number: 距复核日期已满3年的医药机构，限期整改",
        "number: 距复核日期已满1年的医药机构，限期整改",
        "arithmetic: 医药机构的差额，为业务量加上年业务量",
      ],
    ],
    [
      "readings and a whole 例外",
      "【理解】「业务量过少」\n读法一：甲说；读法二：乙说。采读法一，状态为暂拟。\n【规则】甲\n医药机构有下列情形之一的，应当纳入退出：\n（一）业务量低于10笔，限「业务量过少」读法一；\n（二）业务量低于上年业务量，限「业务量过少」读法二。\n【例外】乙\n公立的医药机构，不受甲限制。",
      [
        "listHead: 医药机构同时有下列情形的，应当纳入退出",
        "modal: 医药机构有下列情形之一的，可以纳入退出",
        "item: （删去）",
        "bound: （一）业务量不高于10笔，限「业务量过少」读法一",
        "bound: （一）业务量不低于10笔，限「业务量过少」读法一",
        "number: （一）业务量低于11笔，限「业务量过少」读法一",
        "number: （一）业务量低于9笔，限「业务量过少」读法一",
        "reading: （一）业务量低于10笔",
        "reading: （一）业务量低于10笔，限「业务量过少」读法二",
        "item: （删去）",
        "bound: （二）业务量不高于上年业务量，限「业务量过少」读法二",
        "bound: （二）业务量不低于上年业务量，限「业务量过少」读法二",
        "reading: （二）业务量低于上年业务量",
        "reading: （二）业务量低于上年业务量，限「业务量过少」读法一",
        "exception: （删去）",
        "value: 民营的医药机构，不受甲限制",
      ],
    ],
  ])("%s", (_what, blocks, changes) => {
    expect(changesOf(blocks)).toEqual(changes);
  });

  test("a value of a parameter is moved, too", () => {
    const parameter = "【参数】退出标准\n单位为笔，由市医疗保障局确定。\n自2025年1月1日起为20笔。";
    expect(changesOf("【规则】甲\n业务量低于退出标准的医药机构，纳入退出。", parameter).slice(0, 2)).toEqual([
      "number: 单位为笔，由市医疗保障局确定。自2025年1月1日起为21笔",
      "number: 单位为笔，由市医疗保障局确定。自2025年1月1日起为19笔",
    ]);
  });

  test("an exception that stands alone under its provision is left out whole", () => {
    const text = exampleFile(
      "【规则】甲\n业务量低于10笔的医药机构，应当纳入退出。",
      "",
      "第二条　公立的除外。\n【例外】乙\n公立的医药机构，不受甲限制。\n【完】\n第三条　本办法施行。",
    );
    const compiled = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
    const workshop = openWorkshop(compiled, compiled.program!);
    const removal = workshop.candidates.find(({ change }) => change.operator === "exception")!;
    const made = workshop.make(removal);
    expect(made.kind).toBe("made");
    expect(workshop.tell(removal, made.edits)).toMatchObject({
      provision: "第二条",
      rule: "乙",
      before: "公立的医药机构，不受甲限制",
      after: "（删去）",
    });
  });

  test("official text, quotations, cases and explanations stay as they are", () => {
    const rule =
      "【规则】甲\n业务量低于10笔的医药机构，应当纳入退出，依据「业务量过少的，应当纳入退出范围」。\n";
    const rest =
      "【用例】乙\n设基准日为2025年1月1日；\n设医药机构「甲」：业务量为9笔；\n则「甲」的甲成立。\n【性质】丙\n甲随业务量单调递减。\n【说明】程序，依据「应当纳入退出范围」。不得写作可以。";
    expect(changesOf(`${rule}${rest}`)).toEqual(changesOf(rule));
  });
});
