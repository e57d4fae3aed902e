import { describe, expect, test } from "vitest";
import { findDifference } from "../../../compiler/analyse/difference/index.ts";
import type {
  DifferenceAnswer,
  DifferenceQuery,
  SideResult,
} from "../../../compiler/analyse/difference-query.ts";
import { replay } from "../../../compiler/analyse/witness/index.ts";
import { compile } from "../../../compiler/index.ts";
import type { Program } from "../../../compiler/model/ir.ts";

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
    expect(await proof(open, fixed, results("需裁量", "成立"), { keepParameters: true })).toBe("需裁量，成立");
  });

  test("both sides read one parameter", async () => {
    const below = rule("年度医保业务量低于业务量极少标准的定点医药机构，纳入自然退出。");
    const notReaching = rule("年度医保业务量未达到业务量极少标准的定点医药机构，纳入自然退出。");
    expect(await proof(below, notReaching)).toBe("structure");
    const most = rule("年度医保业务量不超过业务量极少标准的定点医药机构，纳入自然退出。");
    expect(await proof(below, most, results("成立", "不成立"))).toBe("own");
  });
});
