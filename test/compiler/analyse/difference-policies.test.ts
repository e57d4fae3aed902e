import { describe, expect, test } from "vitest";
import { findDifference } from "../../../compiler/analyse/difference/index.ts";
import type {
  DifferenceAnswer,
  DifferenceQuery,
  SideResult,
} from "../../../compiler/analyse/difference-query.ts";
import { replay } from "../../../compiler/analyse/witness/index.ts";
import { compile } from "../../../compiler/index.ts";
import type { Condition, Decision, Program, Term } from "../../../compiler/model/ir.ts";
import { literal, number } from "../../support/program-builder.ts";

const DECLARATIONS = `【政策】示例
名称：示例办法；
施行：自2025年1月1日起；
自称：本办法。
【对象】县区
名称：文本；
当期结余：金额；
药店相对不足：是否（由医疗保障部门裁量）。
【对象】定点医药机构
名称：文本；
机构类别：定点医疗机构、定点零售药店；
机构类型：综合医院、诊所、药店；
医院等级：由高到低为三级、二级、一级，次序外为未定级；
连锁形式：大型连锁、小型连锁、单体；
仅开通个人账户结算业务：是否；
年度医保业务量：整数（笔）；
上年业务量：整数（笔）；
床位利用率：百分比；
考核得分：数值（分，两位小数）；
上次复核日期：日期；
协议签订日期：日期；
主动申请解除协议：是否；
其他应当退出的情况：是否（由未明确裁量）；
能够满足需求：是否（由未明确裁量）；
列入重点项目：是否；
位置：坐标（CGCS2000）；
所在县区：县区。
【参数】业务量极少标准
单位为笔，由未明确确定。
【参数】覆盖家数
单位为家，由市医疗保障局确定。
【措施】
纳入自然退出、限期整改、新增定点。
【完】
第一条　有下列情形等情况的，应当处理。
`;

/** The policy with some blocks, without errors. */
const policy = (blocks: string): Program => {
  const { program, diagnostics } = compile({
    policy: { name: "示例.tiaowen", text: `${DECLARATIONS}${blocks}\n【完】\n` },
    vocabularies: [],
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([]);
  return program!;
};

const rule = (sentence: string): Program => policy(`【规则】规则\n${sentence}`);

type Wanted = DifferenceQuery["wanted"];

const anyDifference: Wanted = (left, right) => left.status !== right.status || left.value !== right.value;

const results =
  (first: string, second: string): Wanted =>
  (left, right) =>
    shown(left) === first && shown(right) === second;

const shown = ({ status, value }: SideResult): string => value ?? status ?? "无";

const ask = async (
  left: Program,
  right: Program,
  wanted: Wanted = anyDifference,
  more: Partial<DifferenceQuery> = {},
): Promise<DifferenceAnswer> => {
  const side = (program: Program) => ({
    program,
    decision: program.decisions.find(({ name }) => name === "规则") ?? null,
  });
  const query: DifferenceQuery = {
    left: side(left),
    right: side(right),
    at: 20_454, // 2026年1月1日
    wanted,
    focus: [],
    keepParameters: false,
    ...more,
  };
  const answer = await findDifference(query, {
    limits: { steps: 50_000, milliseconds: 1000 },
    second: null,
    seed: 1,
  });
  if (answer.kind === "found") {
    const again = replay(query, answer.world, answer.record)!;
    expect([again.left, again.right, again.focused]).toEqual([answer.left, answer.right, true]);
    expect(wanted(again.left, again.right)).toBe(true);
  }
  return answer;
};

const proof = async (...asked: Parameters<typeof ask>): Promise<string> => {
  const answer = await ask(...asked);
  if (answer.kind === "undecided") return answer.reason;
  return answer.kind === "none" ? answer.proof : `${shown(answer.left)}，${shown(answer.right)}`;
};

/** The facts of the judged record that tell the two sides apart. */
const factOf = (answer: DifferenceAnswer, field: string): unknown => {
  if (answer.kind !== "found") return answer;
  const record = answer.world.records.find(({ id }) => id === answer.record.id)!;
  const value = record.facts.get(field);
  if (value?.kind === "number") return Number(value.value.numerator) / Number(value.value.denominator);
  return value !== undefined && "value" in value ? value.value : null;
};

describe("thresholds", () => {
  const low = rule("年度医保业务量低于100笔的定点医药机构，纳入自然退出。");
  const high = rule("年度医保业务量低于120笔的定点医药机构，纳入自然退出。");

  test("a higher limit reaches more, and never less", async () => {
    const more = await ask(low, high, results("不成立", "成立"));
    const volume = factOf(more, "年度医保业务量");
    expect(volume).toBeGreaterThanOrEqual(100);
    expect(volume).toBeLessThan(120);
    expect(await proof(low, high, results("成立", "不成立"))).toBe("own");
  });

  test("以上 and 超过 differ on the limit alone", async () => {
    const reaching = rule("年度医保业务量100笔以上的定点医药机构，纳入自然退出。");
    const beyond = rule("年度医保业务量超过100笔的定点医药机构，纳入自然退出。");
    expect(factOf(await ask(reaching, beyond), "年度医保业务量")).toBe(100);
    expect(await proof(reaching, beyond, results("不成立", "成立"))).toBe("own");
  });

  test("on whole numbers, 超过99笔 is 100笔以上", async () => {
    const reaching = rule("年度医保业务量100笔以上的定点医药机构，纳入自然退出。");
    const beyond = rule("年度医保业务量超过99笔的定点医药机构，纳入自然退出。");
    expect(await proof(reaching, beyond)).toBe("own");
  });

  test("on scores with two places, it is not", async () => {
    const reaching = rule("考核得分60分以上的定点医药机构，纳入自然退出。");
    const beyond = rule("考核得分超过59分的定点医药机构，纳入自然退出。");
    const score = factOf(await ask(reaching, beyond), "考核得分");
    expect(score).toBeGreaterThan(59);
    expect(score).toBeLessThan(60);
  });

  test("a sum of facts is one number", async () => {
    const together = rule("年度医保业务量加上年业务量低于100笔的定点医药机构，纳入自然退出。");
    const turned = rule("上年业务量加年度医保业务量不低于100笔的定点医药机构，不得纳入自然退出。");
    expect(await proof(together, turned, results("成立", "成立"))).toBe("own");
    expect(await proof(together, turned, results("不成立", "不成立"))).toBe("own");
    expect(await proof(together, turned, results("未知", "成立"))).toBe("own");
  });
});

describe("what is not known", () => {
  const one = rule("主动申请解除协议的定点医药机构，纳入自然退出。");

  test("a missing fact on one side only", async () => {
    const two = rule("主动申请解除协议或者列入重点项目的定点医药机构，纳入自然退出。");
    expect(await proof(one, two, results("不成立", "未知"))).toBe("不成立，未知");
    expect(await proof(one, two, results("成立", "未知"))).toBe("own");
  });

  test("a judgement is 需裁量, a fact 未知", async () => {
    const judged = rule("有其他应当退出的情况的定点医药机构，纳入自然退出。");
    expect(await proof(judged, one, results("需裁量", "未知"))).toBe("需裁量，未知");
    expect(await proof(judged, one, results("未知", "成立"))).toBe("own");
  });

  test("an open parameter may be set, or must stay open", async () => {
    const open = rule("年度医保业务量低于业务量极少标准的定点医药机构，纳入自然退出。");
    const fixed = rule("年度医保业务量低于100笔的定点医药机构，纳入自然退出。");
    expect(await proof(open, fixed, results("成立", "不成立"))).toBe("成立，不成立");
    expect(await proof(open, fixed, results("成立", "不成立"), { keepParameters: true })).toBe("own");
    expect(await proof(open, fixed, results("需裁量", "成立"), { keepParameters: true })).toBe(
      "需裁量，成立",
    );
  });

  test("both sides read one parameter", async () => {
    const below = rule("年度医保业务量低于业务量极少标准的定点医药机构，纳入自然退出。");
    const notReaching = rule("年度医保业务量未达到业务量极少标准的定点医药机构，纳入自然退出。");
    expect(await proof(below, notReaching)).toBe("structure");
    const most = rule("年度医保业务量不超过业务量极少标准的定点医药机构，纳入自然退出。");
    expect(await proof(below, most, results("成立", "不成立"))).toBe("own");
  });
});

describe("exceptions and definitions", () => {
  const plain = rule("年度医保业务量低于100笔的定点医药机构，纳入自然退出。");
  const excepted = policy(
    `【规则】规则
年度医保业务量低于100笔的定点医药机构，纳入自然退出。
【例外】重点项目
列入重点项目的定点医药机构，不受规则限制。`,
  );

  test("an exception takes records away, and adds none", async () => {
    const answer = await ask(plain, excepted, results("成立", "不适用"));
    expect(factOf(answer, "列入重点项目")).toBe(true);
    expect(await proof(plain, excepted, results("不成立", "成立"))).toBe("own");
    expect(await proof(plain, excepted, results("不成立", "不适用"))).toBe("own");
    expect(await proof(plain, excepted, results("成立", "未知"))).toBe("成立，未知");
  });

  test("但…的除外 is the same as an exception of its own", async () => {
    const inside = rule("年度医保业务量低于100笔的定点医药机构，纳入自然退出，但列入重点项目的除外。");
    expect(await proof(inside, excepted)).toBe("structure");
  });

  test("a definition is what it says, and names of rules mean nothing", async () => {
    const defined = policy(
      `【定义】小店
业务量小的机构，是指年度医保业务量低于100笔的定点医药机构。
【规则】规则
业务量小的机构，纳入自然退出。`,
    );
    expect(await proof(plain, defined, results("成立", "不成立"))).toBe("own");
    expect(await proof(plain, defined, results("成立", "不适用"))).toBe("own");
    expect(await proof(plain, defined, results("未知", "需裁量"))).toBe("own");
  });

  test("other words, another order, and parts that no reading takes: the same structure", async () => {
    const left = rule(`定点医药机构有下列情形之一的，纳入自然退出：
（一）年度医保业务量低于100笔；
（二）主动申请解除协议。`);
    const right = policy(`【规则】规则
定点医药机构有下列情形之一的，应当纳入自然退出：
（一）主动申请解除协议；
（二）年度医保业务量不足100笔；
（三）列入重点项目，限「等情况」读法二。
【理解】「等情况」
读法一：列举已尽；读法二：未尽列举。采读法一，状态为暂拟。`);
    expect(await proof(left, right)).toBe("structure");
    expect(await proof(left, right, () => true)).not.toBe("structure");
  });

  test("no rule on one side", async () => {
    const none = policy("【规则】其他规则\n列入重点项目的定点医药机构，限期整改。");
    expect(await proof(plain, none, results("成立", "无"))).toBe("成立，无");
    expect(await proof(none, plain, results("无", "符合"))).toBe("own");
  });
});

describe("classifications", () => {
  const classes = (items: string): Program =>
    policy(`【认定】规则\n定点医药机构的规则，按照下列规定认定：\n${items}`);
  const overlapping = classes(`（一）仅开通个人账户结算业务，为甲类；
（二）连锁形式为大型连锁，为乙类；
（三）连锁形式为单体，为丙类。`);
  const ordered = classes(`（一）仅开通个人账户结算业务，为甲类；
（二）连锁形式为大型连锁且未仅开通个人账户结算业务，为乙类；
（三）其他的，为丙类。`);

  test("items that overlap are a 冲突, and gaps are 未认定", async () => {
    expect(await proof(overlapping, ordered, results("冲突", "甲类"))).toBe("冲突，甲类");
    expect(await proof(overlapping, ordered, results("未认定", "丙类"))).toBe("未认定，丙类");
    expect(await proof(overlapping, ordered, results("丙类", "乙类"))).toBe("own");
    expect(await proof(overlapping, ordered, results("甲类", "乙类"))).toBe("own");
    expect(await proof(ordered, ordered, results("冲突", "冲突"))).toBe("own");
  });

  test("classes in order", async () => {
    const ranks = (word: string): Program =>
      classes(`（一）医院等级${word}，为甲类；\n（二）其他的，为乙类。`);
    const from = ranks("二级以上");
    const above = ranks("高于二级");
    expect(factOf(await ask(from, above), "医院等级")).toBe("二级");
    expect(await proof(from, above, results("乙类", "甲类"))).toBe("own");
  });
});

describe("other records", () => {
  const coverage = (sentence: string): Program => rule(sentence);

  test("at least two pharmacies are more than one", async () => {
    const one = coverage("每个县区内应当至少有1家定点零售药店。");
    const two = coverage("每个县区内应当至少有2家定点零售药店。");
    const answer = await ask(one, two, results("符合", "不符合"));
    expect(answer.kind === "found" && answer.world.records.length).toBe(2);
    expect(await proof(one, two, results("不符合", "符合"))).toBe("own");
    expect(await proof(one, two, results("未知", "符合"))).toBe("own");
  });

  test("at most one is not exactly one", async () => {
    const most = coverage("每个县区内应当至多有1家定点零售药店。");
    const one = coverage("每个县区内应当至少有1家定点零售药店。");
    expect(await proof(most, one, results("不符合", "不符合"))).toBe("own");
    expect(await proof(most, one, results("符合", "不符合"))).toBe("符合，不符合");
  });

  test("a number that is open bounds nothing", async () => {
    const counting = (limit: string): Program => rule(`县区数量（定点零售药店）少于${limit}的，限期整改。`);
    const [open, one] = [counting("覆盖家数"), counting("1家")];
    expect(await proof(open, one, results("成立", "不成立"))).toBe("成立，不成立");
    expect(await proof(open, one, results("成立", "不成立"), { keepParameters: true })).toBe("own");
    expect(await proof(open, one, results("需裁量", "成立"), { keepParameters: true })).toBe("需裁量，成立");
  });

  const near = (words: string): Program =>
    rule(`${words}内有机构类型相同且能够满足需求的定点医药机构的定点医药机构，不得新增定点。`);

  test("walking distances, as far as the table tells", async () => {
    const short = near("步行1公里");
    const long = near("步行1.5公里");
    const answer = await ask(short, long, results("不成立", "成立"));
    const [distance] = answer.kind === "found" ? (answer.world.distances ?? []) : [];
    expect(distance!.metres).toBeGreaterThan(1000);
    expect(distance!.metres).toBeLessThanOrEqual(1500);
    expect(await proof(short, long, results("成立", "不成立"))).toBe("own");
    expect(await proof(short, long, results("成立", "未知"))).toBe("own");
  });

  test("a straight line within the limit says nothing of a walk; one beyond it does", async () => {
    const straight = near("直线1.5公里");
    const walking = near("步行1.5公里");
    expect(await proof(straight, walking, results("成立", "未知"))).toBe("成立，未知");
    const answer = await ask(straight, walking, results("不成立", "未知"));
    expect(answer.kind).toBe("found");
    expect(await proof(near("直线1公里"), straight, results("成立", "不成立"))).toBe("own");
  });
});

describe("dates", () => {
  const since = (words: string): Program => rule(`${words}的定点医药机构，限期整改。`);

  test("two years end on the day of the same date", async () => {
    const years = since("距上次复核日期已满2年");
    const beyond = since("距上次复核日期超过2年");
    expect(factOf(await ask(years, beyond), "上次复核日期")).toBe(19_723); // 2024年1月1日
    expect(await proof(years, beyond, results("不成立", "成立"))).toBe("own");
    expect(await proof(years, since("距上次复核日期已满24个月"))).toBe("own");
  });

  test("a period between two dates that are not known", async () => {
    const months = (count: number): Program => {
      const base = since("距上次复核日期已满2年");
      const [decision] = base.decisions;
      const found = decision!.kind === "measure" && decision!.base.kind === "elapsed" ? decision!.base : null;
      const to = { ...found!.from, field: "协议签订日期" } as Term;
      const amount = literal(number(count), found!.amount.type);
      const period: Condition = { ...found!, to, amount, unit: "month" };
      return { ...base, decisions: [{ ...decision!, base: period } as Decision] };
    };
    expect(await proof(months(6), months(8), results("不成立", "成立"))).toBe("own");
    expect(await proof(months(6), months(7), results("成立", "不成立"))).toBe("成立，不成立");
    expect(await proof(months(6), months(7), results("成立", "未知"))).toBe("own");
  });
});

describe("what only all records together tell", () => {
  const ranked = (words: string): Program =>
    policy(`【排名】名次
定点医药机构按照考核得分由高到低排名；仍相同的，并列。
【规则】规则
名次排名位于${words}的定点医药机构，限期整改。`);

  test("is found in samples, or left open in words, never guessed", async () => {
    expect(await proof(ranked("前1名"), ranked("前1名"))).toBe("structure");
    expect((await ask(ranked("前1名"), ranked("后1名"))).kind).toBe("found");
    expect(await proof(ranked("前1名"), ranked("前2名"), results("成立", "不成立"))).toBe(
      "排名等需要比较全部记录的条件，尚不能证明。",
    );
  });

  test("does not hinder proofs of the rest", async () => {
    const alone = ranked("前1名");
    const narrowed = policy(`【排名】名次
定点医药机构按照考核得分由高到低排名；仍相同的，并列。
【规则】规则
名次排名位于前1名且列入重点项目的定点医药机构，限期整改。`);
    expect(await proof(alone, narrowed, results("不成立", "成立"))).toBe("own");
  });
});

test("a clause of the focus has to stand as asked", async () => {
  const left = rule(`定点医药机构有下列情形之一的，纳入自然退出：
（一）年度医保业务量低于100笔；
（二）主动申请解除协议。`);
  const right = rule(`定点医药机构有下列情形之一的，纳入自然退出：
（一）年度医保业务量低于50笔；
（二）列入重点项目。`);
  const decision = right.decisions.find(({ name }) => name === "规则")!;
  const items = decision.kind === "measure" && decision.base.kind === "any" ? decision.base.operands : [];
  const focus = [{ side: "right", condition: items[1]!, levels: [1] }] as const;
  const answer = await ask(left, right, results("不成立", "成立"), { focus });
  expect(factOf(answer, "列入重点项目")).toBe(true);
  expect(await proof(left, right, results("成立", "不成立"), { focus })).toBe("own");
});
