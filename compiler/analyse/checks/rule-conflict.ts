import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding, Suggestion } from "../../model/analysis.ts";
import type { MeasureRule, Modality } from "../../model/ir.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { findings, ruleOf, undecided } from "./finding.ts";
import { exceptionsFor } from "./rule-edit.ts";
import {
  exampleOf,
  grouped,
  holdTogether,
  orderInWords,
  ordersOf,
  PairBudget,
  pairWitness,
  placesOf,
  type RuleOrder,
} from "./rule-pairs.ts";

const TWO = (first: string, second: string): string =>
  exampleFile(`【规则】民营机构
民营的医药机构，${first}限期整改。
【规则】药店
医药机构的机构类别为药店的，${second}限期整改。`);

const APART = exampleFile(`【规则】民营机构
民营的医药机构，应当限期整改。
【规则】公立机构
公立的医药机构，不得限期整改。`);

const catalogue = {
  "rule-conflict": {
    severity: "error",
    message:
      "{first}规定“{order}”，{second}规定“{against}”，同一{object}可以同时符合这两条，{clash}。例如{record}{others}。请写明以哪一条为准，或者把其中一条的适用范围限定清楚。",
    why: "同一事项一条要求或者允许、另一条禁止的，办理时无所适从，程序对这样的记录认定为冲突；当事人也可以据此提出异议。",
    bad: TWO("应当", "不得"),
    good: APART,
  },
  "rule-conflict-in-principle": {
    severity: "warning",
    message:
      "{first}规定“{order}”，{second}规定“{against}”，同一{object}可以同时符合这两条。例如{record}{others}。其中有的规定是“原则上”或者鼓励性的，留有余地，但没有写明此时以哪一条为准。请写明。",
    why: "“原则上”的规定允许有例外，鼓励性的规定不是要求，因此不是必然的冲突；但是同一记录上两条方向相反，经办人员仍然需要知道以哪一条为准。",
    bad: TWO("可以", "原则上不得"),
    good: APART,
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Two norms on one measure that cannot both be followed, and that can both hold on one record. */
export const ruleConflict: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    const groups = grouped(ordersOf(context.program), ({ rule, order }) =>
      JSON.stringify([rule.object, order.measure]),
    );
    const budget = new PairBudget();
    for (const pair of groups.flatMap(pairsIn)) {
      if (!budget.take(1)) continue;
      const conflicts = await conflict(context, pair);
      budget.found(conflicts.length);
      found.push(...conflicts);
    }
    const [first] = groups.flat();
    return first === undefined
      ? found
      : [...found, ...budget.leftOver("rule-conflict", context.program, first.rule)];
  },
};

const pairsIn = (group: readonly RuleOrder[]): readonly Pair[] =>
  group
    .filter(({ order }) => order.modality.force === "mustNot")
    .flatMap((right) =>
      group.flatMap((left) => {
        const code = kindOf(left.order.modality, right.order.modality);
        return code === null ? [] : [{ left, right, code }];
      }),
    );

interface Pair {
  readonly left: RuleOrder;
  readonly right: RuleOrder;
  readonly code: keyof typeof catalogue;
}

/** What is only in principle, or only encouraged, leaves room; null where both can be followed. */
const kindOf = (left: Modality, forbidding: Modality): Pair["code"] | null => {
  switch (left.force) {
    case "mustNot":
      return null;
    case "encourage":
      return "rule-conflict-in-principle";
    case "stated":
    case "must":
    case "may":
      return left.inPrinciple || forbidding.inPrinciple ? "rule-conflict-in-principle" : "rule-conflict";
  }
};

/** What comes of it where the other rule forbids the same. */
const CLASHES = {
  must: "无法同时执行",
  stated: "无法同时执行",
  may: "一条允许，另一条禁止",
  encourage: "一条鼓励，另一条禁止",
  mustNot: "两条都禁止",
} as const satisfies Record<Modality["force"], string>;

const conflict = async (
  context: CheckContext,
  { left, right, code }: Pair,
): Promise<readonly AnalysisFinding[]> => {
  const { program } = context;
  const rules = left.rule === right.rule ? [left.rule] : [left.rule, right.rule];
  const asked = await holdTogether(context, rules, true);
  if (asked === null || asked.answer.kind === "never") return [];
  const places = placesOf(program, rules);
  const [first, second] = [ruleOf(program, left.rule), ruleOf(program, right.rule)];
  if (asked.answer.kind === "undecided")
    return [undecided(code, `${first}与${second}能否同时成立`, asked.answer, places)];
  const witness = pairWitness(context, rules, asked.answer, asked.readings);
  return [
    finding(
      code,
      {
        first,
        second,
        order: orderInWords(left),
        against: orderInWords(right),
        object: left.rule.object,
        clash: CLASHES[left.order.modality.force],
        ...exampleOf(witness),
      },
      {
        certainty: "shown",
        places,
        witness,
        suggestions: rules.length === 1 ? [] : eitherFirst(context, left.rule, [right.rule]),
      },
    ),
  ];
};

/** Which comes first, one rule or some others, is for the drafter to say: one suggestion for each. */
export const eitherFirst = (
  { program }: CheckContext,
  one: MeasureRule,
  others: readonly MeasureRule[],
): readonly Suggestion[] => [
  ...exceptionsFor(program, [one], others),
  ...exceptionsFor(program, others, [one]),
];
