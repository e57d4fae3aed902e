import { toldByWord, type DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding, Witness } from "../../model/analysis.ts";
import type { Force } from "../../model/ir.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { findings, ruleOf, undecided } from "./finding.ts";
import { articleOf } from "./rule-article.ts";
import { eitherFirst } from "./rule-conflict.ts";
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
import { admits, sameThing } from "./rule-words.ts";

const TWO = (second: string): string =>
  exampleFile(
    `【规则】邻近
定点申请直线1公里内有医药机构的，原则上不再新增定点。
【规则】空白
定点申请所在县区内没有医药机构${second}的，可以纳入定点评估。`,
    `【措施】
纳入定点评估。`,
  );

const catalogue = {
  "rule-concurrence": {
    severity: "info",
    message:
      "{back}与{forward}可以在同一{object}上同时成立（并存）。例如{record}{others}。两者方向相反，原文没有写明此时以哪一条为准。请写明，或者把其中一条的情形从另一条中除外。",
    why: "两条规定的措施不同，不构成冲突，但一条从严、一条放宽，同一申请两条都符合时，经办人员不知道以哪一条为准，各地容易掌握不一。",
    bad: TWO(""),
    good: TWO("且直线1公里内没有医药机构"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Rules that hold back and one that lets in can hold on one record; the text says not which prevails. */
export const ruleConcurrence: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    const pulls = grouped(ordersOf(context.program), ({ rule }) => rule.object).flatMap((group) =>
      pullsIn(context, group),
    );
    const budget = new PairBudget();
    for (const pull of pulls) {
      if (!budget.take(pull.backs.length)) continue;
      const concurrences = await concurrence(context, pull);
      budget.found(concurrences.length);
      found.push(...concurrences);
    }
    const [first] = pulls;
    return first === undefined
      ? found
      : [...found, ...budget.leftOver("rule-concurrence", context.program, first.forward.rule)];
  },
};

/** A rule that lets in, with those that hold back on the same thing; those of its own article first. */
interface Pull {
  readonly forward: RuleOrder;
  readonly backs: readonly RuleOrder[];
}

/** Measures that pull apart, of one article or about the same thing; each pair of rules once. */
const pullsIn = ({ program }: CheckContext, group: readonly RuleOrder[]): readonly Pull[] => {
  const backs = group.filter(({ order }) => holdsBack(order.modality.force, order.measure));
  const forwards = group.filter(({ order }) => isForward(order.modality.force, order.measure));
  const told = new Set<string>();
  return forwards.flatMap((forward): readonly Pull[] => {
    const isNear = ({ rule }: RuleOrder): boolean =>
      articleOf(program, rule.origin) === articleOf(program, forward.rule.origin);
    const against = backs.filter((back) => {
      const key = JSON.stringify([back.rule.id, forward.rule.id]);
      const isPair =
        back.rule !== forward.rule &&
        back.order.measure !== forward.order.measure &&
        ((isNear(back) && back.order.modality.force === "mustNot") ||
          sameThing(back.order.measure, forward.order.measure));
      if (!isPair || told.has(key)) return false;
      told.add(key);
      return true;
    });
    const near = against.filter(isNear);
    const all = [...near, ...against.filter((back) => !near.includes(back))];
    return all.length === 0 ? [] : [{ forward, backs: all.slice(0, MOST_BACKS) }];
  });
};

/** So many are told together; mending them shows the rest. */
const MOST_BACKS = 6;

/** 不得新增 holds back, and so does 停止给予补助; 不得停止招生 does not. */
const holdsBack = (force: Force, measure: string): boolean =>
  (force === "mustNot") !== (toldByWord(measure)?.kind === "burden");

const isForward = (force: Force, measure: string): boolean => {
  if (toldByWord(measure)?.kind === "burden") return false;
  switch (force) {
    case "may":
    case "encourage":
      return true;
    case "stated":
    case "must":
      return admits(measure);
    case "mustNot":
      return false;
  }
};

const concurrence = async (
  context: CheckContext,
  { forward, backs }: Pull,
): Promise<readonly AnalysisFinding[]> => {
  const { program } = context;
  const second = ruleOf(program, forward.rule);
  const others: RuleOrder[] = [];
  const open: AnalysisFinding[] = [];
  let first: { readonly back: RuleOrder; readonly witness: Witness } | null = null;
  for (const back of backs) {
    const rules = [back.rule, forward.rule];
    const together = await holdTogether(context, rules, first === null);
    if (together?.answer.kind === "found") {
      const { answer, readings } = together;
      if (first === null) first = { back, witness: pairWitness(context, rules, answer, readings) };
      else others.push(back);
    }
    if (together?.answer.kind !== "undecided") continue;
    const question = `${ruleOf(program, back.rule)}与${second}能否同时成立`;
    open.push(undecided("rule-concurrence", question, together.answer, placesOf(program, rules)));
  }
  if (first === null) return open;
  const { witness } = first;
  const told = [first.back, ...others];
  return [
    finding(
      "rule-concurrence",
      {
        back: told.map((each) => `${ruleOf(program, each.rule)}（${orderInWords(each)}）`).join("、"),
        forward: `${second}（${orderInWords(forward)}）`,
        object: forward.rule.object,
        ...exampleOf(witness),
      },
      {
        certainty: "shown",
        places: placesOf(
          program,
          [first.back, forward, ...others].map(({ rule }) => rule),
        ),
        witness,
        suggestions: eitherFirst(
          context,
          forward.rule,
          told.map(({ rule }) => rule),
        ),
      },
    ),
    ...open,
  ];
};
