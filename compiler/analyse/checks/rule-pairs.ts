import type { AnalysisFinding, FindingPlace, Witness } from "../../model/analysis.ts";
import type { Condition, Decision, MeasureRule, Order, Program } from "../../model/ir.ts";
import { visitCondition } from "../../model/walk.ts";
import type { CheckContext } from "./check.ts";
import { adoptedOf, underReadings, type Taken } from "./condition-readings.ts";
import { ordinaryAmounts } from "./condition-amounts.ts";
import { allOf, inTextOrder, readingsFor, standing } from "./conditions.ts";
import { placeOf } from "./finding.ts";
import { witnessOf } from "./witness-of.ts";
import { comparedToZero } from "../amounts.ts";
import type { ProbeAnswer } from "../probe.ts";

/** An order with the rule that gives it. */
export interface RuleOrder {
  readonly rule: MeasureRule;
  readonly order: Order;
}

/** Every order of the program, in the order of the text. */
export const ordersOf = ({ decisions }: Program): readonly RuleOrder[] =>
  inTextOrder(decisions).flatMap((rule) =>
    rule.kind === "measure" ? rule.orders.map((order) => ({ rule, order })) : [],
  );

/** Kept together by a key, in the order in which they come. */
export const grouped = <Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly (readonly Entry[])[] => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(entry);
  }
  return [...groups.values()];
};

/** Whether some rules can hold on one record, under the readings that their clauses ask for. */
export interface Together {
  readonly answer: ProbeAnswer;
  readonly readings: ReadonlyMap<string, number>;
}

/** Null where each of the rules asks for another reading of the same words. With `smallest`, to be shown. */
export const holdTogether = async (
  { program, probe }: CheckContext,
  rules: readonly MeasureRule[],
  smallest: boolean,
): Promise<Together | null> => {
  const readings = readingsFor(
    program,
    rules.map(({ base }) => base),
  );
  if (readings === null) return null;
  const { object, condition } = allHold(program, rules);
  // A standard of nothing shows little: where it can be more, the example has more.
  const above = positiveParameters(program, [condition], readings);
  if (above.length > 0) {
    const ordinary = allOf(condition.origin, [condition, ...above]);
    const answer = await probe.canHold({ object, condition: ordinary, readings, smallest });
    if (answer.kind === "found") return { answer, readings };
  }
  return { answer: await probe.canHold({ object, condition, readings, smallest }), readings };
};

const allHold = (
  program: Program,
  rules: readonly MeasureRule[],
): { readonly object: string; readonly condition: Condition } => {
  const { object, origin } = rules[0]!;
  const standings = rules.map((rule) => standing(program, rule));
  return { object, condition: allOf(origin, [...standings, ...ordinaryAmounts(standings)]) };
};

/** Open standards above zero. */
const positiveParameters = (
  program: Program,
  clauses: readonly Condition[],
  readings: Taken,
): readonly Condition[] => {
  const taken = new Map([...adoptedOf(program), ...readings]);
  const read = new Map<string, Condition>();
  for (const clause of clauses)
    visitCondition(underReadings(clause, taken), {
      term: (left) => {
        if (left.kind !== "parameter" || left.type.kind !== "number" || left.region !== null) return;
        if (program.parameters.get(left.name)?.values.length !== 0) return;
        read.set(left.name, comparedToZero(left, ">"));
      },
    });
  return [...read.values()];
};

/** What all the rules say of the found record. */
export const pairWitness = (
  { probe }: CheckContext,
  rules: readonly Decision[],
  answer: Extract<ProbeAnswer, { kind: "found" }>,
  readings: Together["readings"],
  how = "同时成立",
): Witness => {
  const name = `${rules.map((rule) => rule.name).join("和")}${how}`;
  const each = rules.map((rule) => witnessOf(probe, answer, [rule], name, readings));
  return {
    ...each[0]!,
    results: each.flatMap(({ results }) => results),
    caseText: joined(each.map(({ caseText }) => caseText)),
  };
};

/** One 用例 that expects what several expect of the same world; each is of the same making. */
const joined = (cases: readonly (string | null)[]): string | null => {
  const [first = null, ...others] = cases;
  if (first === null) return null;
  const expected = others.flatMap((each) => /^则(.*)。$/mu.exec(each ?? "")?.[1] ?? []);
  return first.replace(/。\n【完】$/u, `${expected.map((each) => `；\n${each}`).join("")}。\n【完】`);
};

/** The judged record first, then the rest: a message cuts each by itself where it is long. */
export const exampleOf = ({ facts }: Witness): { readonly record: string; readonly others: string } => {
  const [record = "", ...others] = facts;
  return { record, others: others.map((each) => `；${each}`).join("") };
};

/** 原则上不再新增医保定点. */
export const orderInWords = ({ order }: RuleOrder): string => `${order.modality.word}${order.measure}`;

export const placesOf = (program: Program, rules: readonly Decision[]): readonly FindingPlace[] =>
  rules.map((rule) => placeOf(program, rule, rule.origin));

/** How much of one kind is looked at: so many pairs, and so many findings. What is left over is said. */
export class PairBudget {
  #pairs = 400;
  #findings = 40;
  #left = 0;

  /** Whether some more pairs can be asked about. */
  take(pairs: number): boolean {
    const isLeft = this.#pairs >= pairs && this.#findings > 0;
    if (isLeft) this.#pairs -= pairs;
    else this.#left += pairs;
    return isLeft;
  }

  found(count: number): void {
    this.#findings -= count;
  }

  /** The finding that says what was not looked at; nothing where all was. */
  leftOver(code: string, program: Program, rule: Decision): readonly AnalysisFinding[] {
    if (this.#left === 0) return [];
    const reason = `规则较多，另有${this.#left}对规则没有逐对核对。`;
    return [
      {
        code,
        severity: "info",
        certainty: "undecided",
        message: `${reason}请先处理已经列出的，再重新分析。`,
        places: placesOf(program, [rule]),
        witness: null,
        suggestions: [],
        reason,
      },
    ];
  }
}
