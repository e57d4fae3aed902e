import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { findings, undecided } from "./finding.ts";
import { articleOf } from "./rule-article.ts";
import { eitherFirst } from "./rule-conflict.ts";
import {
  grouped,
  holdTogether,
  leftOver,
  MOST_PAIRS,
  orderInWords,
  ordersOf,
  pairWitness,
  placesOf,
  ruleInWords,
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
      "{first}（{back}）与{second}（{forward}）可以在同一{object}上同时成立（并存）：{example}。两条方向相反，原文没有写明此时以哪一条为准。请写明，或者把其中一条的情形从另一条中除外。",
    why: "两条规定的措施不同，不构成冲突，但一条从严、一条放宽，同一申请两条都符合时，经办人员不知道以哪一条为准，各地容易掌握不一。",
    bad: TWO(""),
    good: TWO("且直线1公里内没有医药机构"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** One rule holds back and another one lets in, and both can hold on one record; the text says not which prevails. */
export const ruleConcurrence: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    const pairs = grouped(ordersOf(context.program), ({ rule }) => rule.object).flatMap((group) =>
      pairsIn(context, group),
    );
    for (const pair of pairs.slice(0, MOST_PAIRS)) found.push(...(await concurrence(context, pair)));
    const next = pairs[MOST_PAIRS];
    if (next !== undefined)
      found.push(leftOver("rule-concurrence", context.program, pairs.length - MOST_PAIRS, [next.back.rule]));
    return found;
  },
};

interface Pair {
  readonly back: RuleOrder;
  readonly forward: RuleOrder;
}

/** Pairs of different measures that pull apart, of one article or about the same thing; each pair of rules once. */
const pairsIn = ({ program }: CheckContext, group: readonly RuleOrder[]): readonly Pair[] => {
  const backs = group.filter(({ order }) => order.modality.force === "mustNot");
  const forwards = group.filter(({ order }) => isForward(order.modality.force, order.measure));
  const told = new Set<string>();
  return backs.flatMap((back) =>
    forwards
      .filter((forward) => {
        const key = JSON.stringify([back.rule.id, forward.rule.id]);
        const isPair =
          back.rule !== forward.rule &&
          back.order.measure !== forward.order.measure &&
          (articleOf(program, back.rule.origin) === articleOf(program, forward.rule.origin) ||
            sameThing(back.order.measure, forward.order.measure));
        if (!isPair || told.has(key)) return false;
        told.add(key);
        return true;
      })
      .map((forward) => ({ back, forward })),
  );
};

const isForward = (force: RuleOrder["order"]["modality"]["force"], measure: string): boolean => {
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
  { back, forward }: Pair,
): Promise<readonly AnalysisFinding[]> => {
  const { program } = context;
  const asked = await holdTogether(context, back.rule, forward.rule);
  if (asked === null || asked.answer.kind === "never") return [];
  const rules = [back.rule, forward.rule];
  const places = placesOf(program, rules);
  const [first, second] = [ruleInWords(program, back.rule), ruleInWords(program, forward.rule)];
  if (asked.answer.kind === "undecided")
    return [undecided("rule-concurrence", `${first}与${second}能否同时成立`, asked.answer, places)];
  const witness = pairWitness(context, asked.answer, rules, asked.readings);
  return [
    finding(
      "rule-concurrence",
      {
        first,
        second,
        back: orderInWords(back),
        forward: orderInWords(forward),
        object: back.rule.object,
        example: witness.facts.join("；"),
      },
      { certainty: "shown", places, witness, suggestions: eitherFirst(context, forward, back) },
    ),
  ];
};
