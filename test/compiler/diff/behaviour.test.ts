import { describe, expect, test } from "vitest";
import { mirrorBehaviour } from "../../../compiler/diff/mirror.ts";
import { runCases } from "../../../compiler/index.ts";
import type { BehaviourChange, Witness } from "../../../compiler/model/change.ts";
import { behaviourOf } from "./behaviour-pair.ts";
import { compileRules } from "./rule-policy.ts";

/** The witnesses of one pair, as a reader sees them. */
const shown = ({ witness, witnesses }: BehaviourChange) =>
  (witness === null ? [] : [witness, ...witnesses]).map(({ facts, left, right }) => ({
    facts,
    left: left.value ?? left.status,
    right: right.value ?? right.status,
  }));

const only = async (before: string, after: string): Promise<BehaviourChange> => {
  const { changes } = await behaviourOf(compileRules(before), compileRules(after));
  expect(changes).toHaveLength(1);
  return changes[0]!;
};

const EXIT = "【规则】退出规则\n业务量低于100笔的机构，应当退出。";

describe("verdicts", () => {
  test("the same rule is equivalent, without asking anybody", async () => {
    const found = await only(EXIT, EXIT);
    expect([found.verdict, found.proof, found.witness]).toEqual(["equivalent", "structure", null]);
  });

  test("another word for the same force is equivalent", async () => {
    const found = await only(EXIT, EXIT.replace("应当", "必须"));
    expect([found.verdict, found.witness]).toEqual(["equivalent", null]);
  });

  test("a limit that reaches more is stricter; the case is the old limit", async () => {
    const found = await only(EXIT, EXIT.replace("100", "200"));
    expect([found.verdict, found.proof, found.about]).toEqual(["stricter", "own", "退出规则：退出"]);
    expect(shown(found)).toEqual([{ facts: ["机构「甲」：业务量为100笔"], left: "不成立", right: "成立" }]);
    expect(found.witness!.changes).toEqual([0]);
  });

  test("a bound that takes the limit in shows itself on the limit", async () => {
    const found = await only(EXIT, EXIT.replace("低于100笔", "不超过100笔"));
    expect(found.verdict).toBe("stricter");
    expect(shown(found)).toEqual([{ facts: ["机构「甲」：业务量为100笔"], left: "不成立", right: "成立" }]);
  });

  test("an exception makes a burden looser, and shows itself where the rule would reach", async () => {
    const found = await only(EXIT, `${EXIT}\n【例外】整改的\n已经整改的机构，不受退出规则限制。`);
    expect(found.verdict).toBe("looser");
    expect(shown(found)).toEqual([
      { facts: ["机构「甲」：业务量为99笔，已经整改"], left: "成立", right: "不适用" },
    ]);
  });

  test("the same condition that only permits what is sought after elsewhere is stricter", async () => {
    const other = "\n【规则】鼓励规则\n等级为一级的机构，鼓励补助。";
    const { changes } = await behaviourOf(
      compileRules(`【规则】补助规则\n公立的机构，应当补助。${other}`),
      compileRules(`【规则】补助规则\n公立的机构，可以补助。${other}`),
    );
    const found = changes.find(({ about }) => about === "补助规则：补助")!;
    expect(found.verdict).toBe("stricter");
    expect(shown(found)).toEqual([{ facts: ["机构「甲」：性质为公立"], left: "成立", right: "成立" }]);
    expect(found.witness!.left.modality).toBe("应当");
    expect(found.witness!.right.modality).toBe("可以");
  });

  test("a lone permission tells no direction: it may burden or grant", async () => {
    const found = await only(
      "【规则】退出规则\n公立的机构，应当退出。",
      "【规则】退出规则\n公立的机构，可以退出。",
    );
    expect([found.verdict, found.ground]).toEqual(["incomparable", null]);
    expect(shown(found)).toEqual([{ facts: ["机构「甲」：性质为公立"], left: "成立", right: "成立" }]);
  });

  test("conditions that overlap are incomparable, with a case for each direction", async () => {
    const found = await only(
      "【规则】退出规则\n公立的机构，应当退出。",
      "【规则】退出规则\n违规的机构，应当退出。",
    );
    expect(found.verdict).toBe("incomparable");
    expect(shown(found)).toEqual([
      { facts: ["机构「甲」：性质为公立，未违规"], left: "成立", right: "不成立" },
      { facts: ["机构「甲」：性质为民营，违规"], left: "不适用", right: "成立" },
    ]);
  });

  test("a rule that is gone no longer burdens anybody", async () => {
    const found = await only(EXIT, "【说明】程序。本条没有规则。");
    expect([found.verdict, found.proof]).toEqual(["looser", "structure"]);
    expect(shown(found)).toEqual([{ facts: ["机构「甲」：业务量为99笔"], left: "成立", right: null }]);
    expect(found.witness!.cases.right).toBeNull();
  });

  test("a requirement that asks more is stricter", async () => {
    const found = await only(
      "【规则】条件规则\n机构应当同时符合下列条件：\n（一）已经整改。",
      "【规则】条件规则\n机构应当同时符合下列条件：\n（一）已经整改；\n（二）业务量不少于100笔。",
    );
    expect(found.verdict).toBe("stricter");
    expect(shown(found)).toEqual([
      { facts: ["机构「甲」：业务量为99笔，已经整改"], left: "符合", right: "不符合" },
    ]);
  });

  test("another class is another class, not a stricter one", async () => {
    const found = await only(
      "【认定】风险\n机构的风险，按照下列规定认定：\n（一）违规，为高；\n（二）其他的，为低。",
      "【认定】风险\n机构的风险，按照下列规定认定：\n（一）违规或者申请退出，为高；\n（二）其他的，为低。",
    );
    expect(found.verdict).toBe("incomparable");
    expect(shown(found)).toEqual([{ facts: ["机构「甲」：未违规，申请退出"], left: "低", right: "高" }]);
  });

  test("an open limit against a fixed one: whoever decides it, against what the text decides", async () => {
    const { changes } = await behaviourOf(
      compileRules(
        "【参数】业务量标准\n单位为笔，由未明确确定。\n【规则】退出规则\n业务量低于业务量标准的机构，应当退出。",
      ),
      compileRules(EXIT),
    );
    const found = changes[0]!;
    expect(found.verdict).toBe("incomparable");
    expect(shown(found)).toContainEqual({
      facts: ["机构「甲」：业务量为99笔"],
      left: "需裁量",
      right: "成立",
    });
  });

  test("a number too large for any policy makes no difference to tell", async () => {
    const found = await only(
      "【规则】退出规则\n机构业务量乘以3减业务量低于100笔的，应当退出。",
      "【规则】退出规则\n机构业务量乘以2低于100笔的，应当退出。",
    );
    expect([found.verdict, found.proof, found.witness]).toEqual(["undecided", null, null]);
    expect(found.ground).toContain("数值过大");
  });

  test("nothing is told where nobody decides", async () => {
    const [left, right] = [compileRules(EXIT), compileRules(EXIT.replace("100", "200"))];
    const { rules } = await behaviourOf(left, right);
    const { compareBehaviour } = await import("../../../compiler/diff/behaviour/index.ts");
    const [found] = await compareBehaviour(left, right, rules, {
      at: null,
      limits: { steps: 1, milliseconds: 1 },
      second: null,
      findDifference: async () => ({ kind: "undecided", reason: "没有结论。" }),
    });
    expect([found!.verdict, found!.proof, found!.ground]).toEqual(["undecided", null, "没有结论。"]);
    expect(found!.witness!.facts).toEqual(["机构「甲」：业务量为100笔"]);
  });
});

const reading = (adopted: string): string =>
  `【规则】退出规则\n机构有下列情形之一的，应当退出：\n（一）申请退出；\n（二）违规，限「等」读法二。\n【理解】「等」\n读法一：列举已尽；读法二：未尽。采读法${adopted}，状态为暂拟。`;

const PAIRS: readonly (readonly [name: string, before: string, after: string])[] = [
  ["limit", EXIT, EXIT.replace("100", "200")],
  ["exception", EXIT, `${EXIT}\n【例外】整改的\n已经整改的机构，不受退出规则限制。`],
  ["deleted", EXIT, "【说明】程序。本条没有规则。"],
  [
    "distance",
    "【规则】布点\n机构步行1公里内有类别相同的机构的，不得新增定点。",
    "【规则】布点\n机构步行2公里内有类别相同且能够满足需求的机构的，不得新增定点。",
  ],
  [
    "days",
    "【规则】复核\n距上次复核日期已满2年的机构，应当整改。".replace("上次复核日期", "复核日期"),
    "【规则】复核\n距复核日期已满3年的机构，原则上应当整改。",
  ],
  [
    "class",
    "【认定】风险\n机构的风险，按照下列规定认定：\n（一）违规，为高；\n（二）其他的，为低。",
    "【认定】风险\n机构的风险，按照下列规定认定：\n（一）等级二级及以上，为高；\n（二）其他的，为低。",
  ],
];

const everyWitness = (changes: readonly BehaviourChange[]): readonly Witness[] =>
  changes.flatMap(({ witness, witnesses }) => (witness === null ? witnesses : [witness, ...witnesses]));

describe.each(PAIRS)("%s", (_name, before, after) => {
  test("from the other side everything is mirrored", async () => {
    const [left, right] = [compileRules(before), compileRules(after)];
    const { changes } = await behaviourOf(left, right);
    const turned = await behaviourOf(right, left);
    const indexed = (change: BehaviourChange): unknown =>
      JSON.parse(
        JSON.stringify(change, (key, value: unknown) =>
          key === "changes" ? null : typeof value === "bigint" ? `${value}` : value,
        ),
      );
    expect(turned.changes.map((change) => indexed(mirrorBehaviour(change)))).toEqual(changes.map(indexed));
  });

  test("every case passes in the policy that it is written for", async () => {
    const { changes } = await behaviourOf(compileRules(before), compileRules(after));
    const found = everyWitness(changes);
    expect(found.length).toBeGreaterThan(0);
    for (const [blocks, side] of [
      [before, "left"],
      [after, "right"],
    ] as const) {
      for (const { cases } of found) {
        const text = cases[side];
        if (text === null) continue;
        const { cases: results } = runCases(compileRules(`${blocks}\n${text.replace(/\n【完】$/u, "")}`));
        expect(results.map(({ passed }) => passed)).toEqual([true]);
      }
    }
  });
});

/** A policy whose facts have other names. */
const named = (names: Readonly<Record<string, string>>, blocks: string) =>
  compileRules(blocks, (text) =>
    Object.entries(names).reduce((found, [from, to]) => found.replaceAll(from, to), text),
  );

describe("what only has another name is the same", () => {
  const rules = (limit: number): string =>
    `【规则】退出规则\n机构业务量低于${limit}笔，且所在县区内有业务量超过业务标准的机构的，应当退出。\n【参数】业务标准\n单位为笔，由主管部门确定。`;
  const names = { 业务量: "年度业务量", 业务标准: "年度业务标准" };

  test("facts and parameters under other names are equivalent", async () => {
    const right = named(names, rules(100));
    const { changes, rules: found } = await behaviourOf(compileRules(rules(100)), right);
    expect(new Set(found.changes.map(({ change }) => change.kind))).toEqual(new Set(["termRenamed"]));
    expect(changes.map(({ verdict, proof }) => [verdict, proof])).toEqual([["equivalent", "structure"]]);
  });

  test("what else changed is told under both names, and each case is in its own", async () => {
    const left = compileRules(rules(100));
    const right = named(names, rules(200));
    const [found] = (await behaviourOf(left, right)).changes;
    expect(found!.verdict).toBe("stricter");
    expect([found!.witness!.left.status, found!.witness!.right.status]).toEqual(["不成立", "成立"]);
    expect(found!.witness!.cases.left).not.toContain("年度业务量");
    expect(found!.witness!.cases.right).toContain("年度业务量");
    const [turned] = (await behaviourOf(right, left)).changes;
    expect(mirrorBehaviour(turned!)).toEqual(found);
  });
});

test("a fact whose name has nothing in common with the old one is another fact", async () => {
  const rule = "【规则】退出规则\n违规的机构，应当退出。";
  const { changes, rules } = await behaviourOf(compileRules(rule), named({ 违规: "营利" }, rule));
  expect(rules.changes.map(({ change }) => [change.kind, change.severity])).toEqual([
    ["conditionChanged", "substantive"],
  ]);
  expect(changes.map(({ verdict }) => verdict)).toEqual(["incomparable"]);
});

test("a change of how a fact is declared names it as it is said", async () => {
  const rule = "【规则】退出规则\n等级二级以上的机构，应当退出。";
  const right = named({ 由高到低为三级: "由低到高为三级" }, rule);
  const { rules } = await behaviourOf(compileRules(rule), right);
  expect(rules.changes.map(({ change }) => change.message)).toEqual([
    "“机构的等级”的高低次序由“一级、二级、三级”改为“三级、二级、一级”。",
  ]);
});

describe("what a witness shows", () => {
  test.each([
    [
      "a dated value of a parameter",
      "【参数】标准\n单位为笔，自2025年1月1日起为100笔。\n【规则】退出规则\n业务量低于标准的机构，应当退出。",
      "【参数】标准\n单位为笔，自2025年1月1日起为200笔。\n【规则】退出规则\n业务量低于标准的机构，应当退出。",
      ["机构「甲」：业务量为100笔"],
    ],
    [
      "one of several cases, with the others out of the way",
      "【规则】退出规则\n机构有下列情形之一的，应当退出：\n（一）违规；\n（二）申请退出。",
      "【规则】退出规则\n机构有下列情形之一的，应当退出：\n（一）违规；\n（二）申请退出；\n（三）等级为一级。",
      ["机构「甲」：等级为一级，未违规，未申请退出"],
    ],
    [
      "a definition that the rule rests on",
      "【定义】大机构\n大机构，是指业务量不少于1000笔的机构。\n【规则】退出规则\n大机构违规的，应当退出。",
      "【定义】大机构\n大机构，是指业务量不少于500笔的机构。\n【规则】退出规则\n大机构违规的，应当退出。",
      ["机构「甲」：业务量为500笔，违规"],
    ],
    [
      "a condition where there was none",
      "【规则】退出规则\n机构，应当退出。",
      "【规则】退出规则\n机构违规的，应当退出。",
      ["机构「甲」：未违规"],
    ],
    [
      "a case that counts only under the reading that is taken now",
      reading("一"),
      reading("二"),
      ["机构「甲」：违规，未申请退出"],
    ],
    [
      "how many there have to be",
      "【规则】覆盖\n每个县区内应当至少有1家药店。",
      "【规则】覆盖\n每个县区内应当至少有2家药店。",
      ["县区「甲」", "机构「乙」：类别为药店，所在县区为「甲」"],
    ],
    [
      "a formula",
      "【指标】人均\n机构的人均，为业务量除以2。",
      "【指标】人均\n机构的人均，为业务量除以4。",
      ["机构「甲」：业务量为1笔"],
    ],
  ])("%s", async (_name, before, after, facts) => {
    const { changes } = await behaviourOf(compileRules(before), compileRules(after));
    const [found] = changes;
    expect(found!.witness!.facts).toEqual(facts);
    expect(found!.witness!.changes).toEqual([0]);
    expect(found!.witnesses).toEqual([]);
  });

  test("a share of the places needs enough records to be seen", async () => {
    const ranking = "【排名】得分排名\n机构按照得分由高到低排名；仍相同的，并列；名次数进一。\n";
    const rule = "【规则】退出规则\n得分排名位于后10％的机构，应当退出。";
    const { changes } = await behaviourOf(
      compileRules(ranking + rule),
      compileRules(ranking + rule.replace("10", "50")),
    );
    const found = changes.find(({ about }) => about === "退出规则：退出")!;
    expect(found.witness!.world.records.length).toBeGreaterThan(1);
    expect([found.witness!.left.status, found.witness!.right.status]).toEqual(["不成立", "成立"]);
  });
});
