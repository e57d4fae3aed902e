import { describe, expect, test } from "vitest";
import { stripSpans, type Block } from "../../language/index.ts";
import { outlineItem, outlinePhrase, outlineSum } from "../support/outline.ts";
import { parseBlocks } from "./sample.ts";

/** The last block of a file without its positions; it has no findings. */
const only = <Kind extends Block["kind"]>(kind: Kind, text: string): Extract<Block, { kind: Kind }> => {
  const file = parseBlocks(text);
  expect(file.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  const block = file.blocks.at(-1);
  if (block?.kind !== kind) throw new Error(`no ${kind} but ${block?.kind}`);
  return block as Extract<Block, { kind: Kind }>;
};

const text = (value: { readonly text: string } | null): string | null => value?.text ?? null;

describe("blocks that declare", () => {
  test("政策: entries keep their text", () => {
    const [block] = parseBlocks("【措施】\n退出。").blocks;
    expect(stripSpans(block)).toMatchObject({
      kind: "metadata",
      role: "policy",
      entries: [{ key: "名称", value: "样例" }],
    });
  });

  test("对象: every type and attribute", () => {
    const block = only(
      "object",
      "【对象】某机构\n名称：文本；\n「准入（遴选）标准」：是否（由医疗保障部门裁量，出处「第三条」，否为不达标）；\n" +
        "级别：由低到高为丙级、乙级、甲级，次序外为未评级；\n类别：公办、民办；\n得分：数值（分，两位小数）；\n比例：百分比；\n" +
        "费用：金额（万元）；\n日子：日期；\n坐落：坐标（CGCS2000）；\n所属：县区；\n人数：整数（人，说明：常住）。",
    );
    expect(stripSpans(block.fields)).toEqual([
      declared("名称", { kind: "text", unit: null, scale: null }),
      {
        ...declared("准入（遴选）标准", { kind: "boolean", unit: null, scale: null }, "quoted"),
        judgedBy: { text: "医疗保障部门", unstated: false, basis: [{ text: "第三条" }] },
        negativeName: { kind: "name", text: "不达标", form: "term" },
      },
      declared("级别", {
        kind: "enumeration",
        values: ["丙级", "乙级", "甲级"].map(term),
        order: "ascending",
        outside: [term("未评级")],
      }),
      declared("类别", { kind: "enumeration", values: ["公办", "民办"].map(term), order: null, outside: [] }),
      declared("得分", { kind: "number", unit: { text: "分" }, scale: 2 }),
      declared("比例", { kind: "percentage", unit: null, scale: null }),
      declared("费用", { kind: "money", unit: { text: "万元" }, scale: null }),
      declared("日子", { kind: "date", unit: null, scale: null }),
      declared("坐落", { kind: "coordinate", system: "CGCS2000" }),
      declared("所属", { kind: "reference", object: term("县区") }),
      { ...declared("人数", { kind: "integer", unit: { text: "人" }, scale: null }), description: "常住" },
    ]);
  });

  test("措施: names on one line or on several", () => {
    expect(only("measures", "【措施】\n收回摊位、\n暂停营业。").measures.map(text)).toEqual([
      "收回摊位",
      "暂停营业",
    ]);
  });

  test("参数: unit, owner, values by date and region", () => {
    const block = only(
      "parameter",
      "【参数】比例\n类型为百分比，按县区，由市医疗保障局确定，依据「一定比例」。\n自2025年1月1日起为3％。\n自2026年1月1日起，「东安区」为百分之五，依据「五」。",
    );
    expect(stripSpans(block)).toMatchObject({
      unit: null,
      type: { kind: "percentage" },
      regional: term("县区"),
      owner: { text: "市医疗保障局", unstated: false, basis: [{ text: "一定比例" }] },
      basis: [{ text: "一定比例" }],
    });
    expect(
      block.values.map(({ from, region, value, basis }) => [
        from?.year,
        text(region),
        outlineSum(value),
        basis.length,
      ]),
    ).toEqual([
      [2025, null, "0.03%", 0],
      [2026, "东安区", "0.05%", 1],
    ]);
    expect(only("parameter", "【参数】标准\n单位为笔，由未明确确定。").owner?.unstated).toBe(true);
    expect(only("parameter", "【参数】档次\n类型为甲档、乙档。\n为甲档。").type).toMatchObject({
      kind: "enumeration",
    });
  });
});

const term = (name: string): object => ({ kind: "name", text: name, form: "term" });

const declared = (name: string, type: object, form = "term"): object => ({
  name: { kind: "name", text: name, form },
  type,
  judgedBy: null,
  negativeName: null,
  description: null,
});

describe("blocks that compute", () => {
  test("定义, 指标, 排名", () => {
    const [definition] = only(
      "definition",
      "【定义】高分药店\n高分药店，是指考核得分高于90分的定点零售药店，依据「高分」。",
    ).definitions;
    expect([
      definition?.term.text,
      definition && outlinePhrase(definition.phrase),
      definition?.basis.length,
    ]).toEqual(["高分药店", "考核得分>90分 of 定点零售药店", 1]);
    const [indicator] = only(
      "indicator",
      "【指标】人均费用\n县区的人均费用，为医疗费用除以常住人口四舍五入到两位小数。",
    ).indicators;
    expect([indicator?.object.text, indicator?.term.text, indicator && outlineSum(indicator.value)]).toEqual([
      "县区",
      "人均费用",
      "halfUp((医疗费用 divide 常住人口), 2)",
    ]);
    const ranking = only(
      "ranking",
      "【排名】县区排名\n同一所在县区的公立定点医疗机构，按照考核得分由高到低，其次按照年度医保业务量由低到高排名；仍相同的，抽签，名次数舍去。",
    );
    expect({
      group: ranking.group?.names.map(text),
      members: outlinePhrase(ranking.members),
      keys: ranking.keys.map(({ value, descending }) => [outlineSum(value), descending]),
      ties: ranking.ties,
      rounding: ranking.shareRounding,
    }).toEqual({
      group: ["所在县区"],
      members: "公立·定点医疗机构",
      keys: [
        ["考核得分", true],
        ["年度医保业务量", false],
      ],
      ties: "lot",
      rounding: "down",
    });
    expect(
      only("ranking", "【排名】某排名\n定点医药机构按照考核得分由高到低排名；仍相同的，需裁量。").ties,
    ).toBe("discretion");
  });

  test("认定: items with values; 其他的 with a number or without", () => {
    const block = only(
      "classification",
      "【认定】管理类别\n定点医药机构的管理类别，按照下列规定认定：\n（一）公立定点医疗机构，为A类，依据「公立」；\n（二）仅开通个人账户结算业务的定点零售药店，但年度医保业务量为0笔的除外，为A类，限「等」读法二；\n其他的，为B类。",
    );
    expect([block.object, block.term].map((name) => name.kind === "name" && name.text)).toEqual([
      "定点医药机构",
      "管理类别",
    ]);
    expect(block.items.flatMap((item) => outlineItem(item))).toEqual([
      "1 公立·定点医疗机构 → A类 依据公立",
      "2 仅开通个人账户结算业务的定点零售药店 → A类 but 年度医保业务量=0笔 限等2",
      "0 其他 → B类",
    ]);
  });

  test("断言, 界限, 例外", () => {
    const [claim] = only(
      "assertion",
      "【断言】\n262.47万除以111约等于2.32万，依据「2.32万人」，已知不成立，理由「原文算错」。",
    ).assertions;
    expect([claim && outlineSum(claim.left), claim?.bound.operator, claim?.knownFailure?.reason]).toEqual([
      "(2624700 divide 111)",
      "approximately",
      "原文算错",
    ]);
    expect(stripSpans(only("boundary", "【界限】本章以上、以下不含本数。"))).toMatchObject({
      scope: "chapter",
      words: ["以上", "以下"],
      inclusive: false,
    });
    const [exception] = only(
      "exception",
      "【规则】服务圈\n定点申请不得新增定点。\n【例外】重点\n列入重点建设项目的定点申请，不受服务圈、第十条第（一）项和本指引的限制，依据「不受限制」。",
    ).sentences;
    expect(exception?.phrases.map(outlinePhrase)).toEqual(["列入重点建设项目的定点申请"]);
    expect(stripSpans(exception?.targets)).toEqual([
      { kind: "rule", name: term("服务圈") },
      { kind: "provision", citation: "第十条第（一）项" },
      { kind: "document", words: "本指引" },
    ]);
  });
});

describe("blocks for people", () => {
  test("理解", () => {
    expect(
      stripSpans(
        only(
          "reading",
          "【理解】「等情况」\n读法一：列举已尽；读法二：未尽列举，「等」由局里认定，绕行系数为1.3。采读法一，由市局确认，状态为暂拟，依据「等」。",
        ),
      ),
    ).toMatchObject({
      quote: { text: "等情况", form: "quoted" },
      options: [
        { number: 1, text: "列举已尽", detourFactor: null },
        {
          number: 2,
          text: "未尽列举，「等」由局里认定，绕行系数为1.3",
          detourFactor: { numerator: "13", denominator: "10" },
        },
      ],
      adopted: 1,
      confirmedBy: "市局",
      status: "provisional",
      basis: [{ text: "等" }],
    });
  });

  test.each([
    ["【说明】程序，依据「甲」、「乙」，理由：组织分工。", "程序", ["甲", "乙"], "组织分工。"],
    ["【说明】宣示", "宣示", [], null],
    ["【说明】需裁量，依据「甲「内」」。由谁决定未明确。", "需裁量", ["甲「内」"], "由谁决定未明确。"],
    ["【说明】\n引用，理由：见上位文件。", "引用", [], "见上位文件。"],
  ])("%s", (written, status, basis, reason) => {
    const note = only("note", written);
    expect([note.status, note.basis.map(text), note.reason]).toEqual([status, basis, reason]);
  });
});

describe("用例 and 性质", () => {
  test("every setting and fact", () => {
    const block = only(
      "case",
      "【认定】管理类别\n定点医药机构的管理类别，按照下列规定认定：\n（一）公立定点医疗机构，为A类。\n【规则】自然退出\n定点医药机构主动申请解除协议的，纳入自然退出。\n【用例】各种写法\n设基准日为2025年6月1日；\n设业务量极少标准为10笔；设「西安区」的业务量极少标准为3笔；\n" +
        "设定点医药机构「甲」：机构类别为定点零售药店，年度医保业务量为0笔，未提出续签协议申请为否，主动申请解除协议，不符合药师管理要求，没有欺诈骗保记录，培训考核未通过，双通道资格不明，情况未改善，所在县区为「东」，位置为（东经111.95，北纬21.85）；\n" +
        "设定点医药机构「乙」：位置为东经111.95度北纬21.85度，上次复核日期为2025-01-24，药品追溯码为是；设县区「丙」；\n" +
        "设「甲」至「乙」步行距离为1.4公里；设「等情况」采读法二；设「甲」自然退出的理由为「已报告」；\n" +
        "则「甲」自然退出成立，因年度医保业务量、步行距离，依据「年度内无医保业务量」；甲的管理类别为A类，「乙」的管理类别为冲突；「乙」自然退出不适用，由例外「重点」。\n已知不成立，理由「待核」。",
    );
    const settings = block.settings.map((setting) => stripSpans(setting)) as Record<string, unknown>[];
    expect(settings.map(({ kind }) => kind)).toEqual([
      "referenceDate",
      "parameter",
      "parameter",
      "record",
      "record",
      "record",
      "distance",
      "reading",
      "recordedReason",
    ]);
    expect(settings[2]).toMatchObject({ region: { text: "西安区" }, name: { text: "业务量极少标准" } });
    expect(settings[8]).toMatchObject({ id: { text: "甲" }, rule: { text: "自然退出" }, reason: "已报告" });
    const facts = block.settings.flatMap((setting) => (setting.kind === "record" ? setting.facts : []));
    expect(
      facts.map(({ field, value }) => [
        field.text,
        value.kind === "sum"
          ? outlineSum(value.sum)
          : value.kind === "boolean"
            ? value.value
            : value.kind === "coordinate"
              ? Number(value.longitude.numerator) / Number(value.longitude.denominator)
              : null,
      ]),
    ).toEqual([
      ["机构类别", "定点零售药店"],
      ["年度医保业务量", "0笔"],
      ["提出续签协议申请", true],
      ["主动申请解除协议", true],
      ["符合药师管理要求", false],
      ["欺诈骗保记录", false],
      ["培训考核", "未通过"],
      ["双通道资格", null],
      ["情况未改善", true],
      ["所在县区", "东"],
      ["位置", 111.95],
      ["位置", 111.95],
      ["上次复核日期", "2025-1-24"],
      ["药品追溯码", true],
    ]);
    expect(
      block.expectations.map(({ id, about, status, value, because, basis }) => [
        id.text,
        about.text,
        status ?? (value && outlineSum(value)),
        because.map(text),
        basis.map(text),
      ]),
    ).toEqual([
      ["甲", "自然退出", "成立", ["年度医保业务量", "步行距离"], ["年度内无医保业务量"]],
      ["甲", "管理类别", "A类", [], []],
      ["乙", "管理类别", "冲突", [], []],
      ["乙", "自然退出", "不适用", [], ["重点"]],
    ]);
    expect(block.knownFailure?.reason).toBe("待核");
  });

  test("the modality that a rule has to have", () => {
    const block = only(
      "case",
      "【规则】自然退出\n定点医药机构主动申请解除协议的，应当纳入自然退出。\n【用例】情态\n设定点医药机构「甲」：主动申请解除协议；\n" +
        "则「甲」自然退出成立，情态为应当；「甲」自然退出成立，因年度医保业务量，情态为原则上不再，依据「年度内」；「甲」自然退出成立，情态为原则上；「甲」自然退出成立，情态为陈述式；「甲」自然退出成立。",
    );
    expect(
      block.expectations.map(({ modality }) => modality && [modality.inPrinciple, modality.word]),
    ).toEqual([[false, "应当"], [true, "不再"], [true, null], [false, null], undefined]);
    expect(block.expectations[1]?.basis.map(text)).toEqual(["年度内"]);
  });

  test("every law", () => {
    const block = only(
      "property",
      "【认定】管理类别\n定点医药机构的管理类别，按照下列规定认定：\n（一）公立定点医疗机构，为A类。\n【规则】自然退出\n定点医药机构主动申请解除协议的，纳入自然退出。\n【规则】甲规则\n定点医药机构主动申请解除协议的，限期整改。\n【性质】几条\n管理类别无冲突。\n管理类别无遗漏。\n自然退出随年度医保业务量单调递减。\n甲规则不宽于自然退出。\n任一定点零售药店，年度医保业务量为0笔的，则自然退出成立。\n任一公立定点医疗机构，则管理类别不为A类，已知不成立，理由「有意」。",
    );
    expect(block.sentences.map(({ kind }) => kind)).toEqual([
      "noConflict",
      "noGap",
      "monotone",
      "notWiderThan",
      "forAll",
      "forAll",
    ]);
    expect(stripSpans(block.sentences[2])).toMatchObject({
      field: term("年度医保业务量"),
      direction: "decreasing",
    });
    const [first, second] = block.sentences.filter((sentence) => sentence.kind === "forAll");
    expect(first?.conditions.map(outlinePhrase)).toEqual(["定点零售药店", "年度医保业务量=0笔"]);
    expect([second?.negated, second?.value && outlineSum(second.value)]).toEqual([true, "A类"]);
    expect(block.knownFailure?.reason).toBe("有意");
  });
});
