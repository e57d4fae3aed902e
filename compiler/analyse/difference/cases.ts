import { valueKey } from "../../evaluate/result.ts";
import type { Value } from "../../model/value.ts";
import type { Formula } from "../formula.ts";
import { expressionKey, type Expression } from "./expression.ts";
import { and, FALSE, or } from "./logic.ts";
import { oneOf, type OpenLevel, type Truth } from "./truth.ts";

/** What a term can be: a value that is written out, a sum of numbers, a day as such a sum, or not settled. */
export type Known =
  | { readonly kind: "constant"; readonly value: Value }
  | { readonly kind: "number"; readonly sum: Expression }
  | { readonly kind: "date"; readonly sum: Expression };

export type Outcome = Known | { readonly kind: "open"; readonly level: OpenLevel };

export interface Case {
  readonly guard: Formula;
  readonly outcome: Outcome;
}

/** Of their guards exactly one holds in every world. */
export type Cases = readonly Case[];

export const when = (guard: Formula, outcome: Outcome): Case => ({ guard, outcome });

export const open = (level: OpenLevel): Outcome => ({ kind: "open", level });

/** Cases with the same outcome are one case; impossible ones are left out. */
export const merged = (cases: Cases): Cases => {
  const byKey = new Map<string, { readonly guards: Formula[]; readonly outcome: Outcome }>();
  for (const { guard, outcome } of cases) {
    if (guard === FALSE) continue;
    const key = outcomeKey(outcome);
    const found = byKey.get(key);
    if (found === undefined) byKey.set(key, { guards: [guard], outcome });
    else found.guards.push(guard);
  }
  return [...byKey.values()].map(({ guards, outcome }) => ({ guard: or(...guards), outcome }));
};

const outcomeKey = (outcome: Outcome): string => {
  switch (outcome.kind) {
    case "constant":
      return `constant ${valueKey(outcome.value)}`;
    case "number":
    case "date":
      return `${outcome.kind} ${expressionKey(outcome.sum)}`;
    case "open":
      return `open ${outcome.level}`;
  }
};

/** Cases of cases, as where a term is read of one of several records. */
export const nested = (parts: readonly { readonly guard: Formula; readonly cases: Cases }[]): Cases =>
  merged(
    parts.flatMap(({ guard, cases }) => cases.map((each) => when(and(guard, each.guard), each.outcome))),
  );

/** The truth that each outcome makes. */
export const judged = (cases: Cases, ask: (outcome: Outcome) => Truth): Truth =>
  oneOf(cases.map(({ guard, outcome }) => ({ guard, truth: ask(outcome) })));

export const judgedPairs = (
  left: Cases,
  right: Cases,
  ask: (left: Outcome, right: Outcome) => Truth,
): Truth =>
  oneOf(
    left.flatMap((first) =>
      right.flatMap((second) => {
        const guard = and(first.guard, second.guard);
        return guard === FALSE ? [] : [{ guard, truth: ask(first.outcome, second.outcome) }];
      }),
    ),
  );

/** 未知 where one of them is; else somebody has to decide; null where all are known. */
export const openLevel = (...outcomes: readonly Outcome[]): OpenLevel | null => {
  let level: OpenLevel | null = null;
  for (const outcome of outcomes) {
    if (outcome.kind === "open" && (level === null || outcome.level > level)) level = outcome.level;
  }
  return level;
};
