import type { Decision } from "../../model/ir.ts";
import type { Block } from "./block.ts";
import { NO_REASON, together, whyWhere } from "./cause.ts";
import type { Compilation } from "./compilation.ts";
import { conditionTruth } from "./condition.ts";
import { and, certain, isNull, not, raw, sql, when, type Expr } from "./expr.ts";
import type { Place } from "./subject.ts";
import { any } from "./truth.ts";
import { conditionWhy, termWhy } from "./why.ts";
import { ownPlaceWhy } from "./why-ranking.ts";

/** Reasons of what is 未知 or 需裁量; none of what is decided. */
export const judgedWhy = (compilation: Compilation, block: Block, decision: Decision, status: Expr): Expr =>
  whyWhere(certain(sql`(${status} IN (8, 9))`), whyHere(compilation, block, decision));

/** The reasons that a decision has at a record, where it is open there. */
export const whyAt = (compilation: Compilation, place: Place, id: string): Expr => {
  const exported = compilation.whys?.exported.get(id);
  return exported === undefined
    ? whyHere(compilation, place.block, compilation.decision(id)!)
    : place.block.source(`${place.alias}.${exported.sql}`);
};

const whyHere = (compilation: Compilation, block: Block, decision: Decision): Expr => {
  const { whys } = compilation;
  if (whys === null) return NO_REASON;
  const known = whys.known.get(block) ?? new Map();
  whys.known.set(block, known);
  const found: Expr = known.get(decision) ?? block.column(ofDecision(compilation, block, decision));
  known.set(decision, found);
  return found;
};

const ofDecision = (compilation: Compilation, block: Block, decision: Decision): Expr => {
  const why = (condition: Parameters<typeof conditionWhy>[2]): Expr =>
    conditionWhy(compilation, block, condition);
  switch (decision.kind) {
    case "measure":
    case "requirement": {
      const exceptions = decision.exceptions
        .flatMap((id) => compilation.program.exceptions.get(id) ?? [])
        .filter((clause) => clause.object === decision.object)
        .map((clause) => why(clause.condition));
      if (decision.kind === "requirement") {
        return together(
          why(decision.subject),
          why(decision.applicability),
          why(decision.requirement),
          ...exceptions,
        );
      }
      // Where the condition is not met the exceptions are not asked.
      const base = conditionTruth(compilation, block, decision.base).truth;
      const met = certain(sql`(${base} IS NOT FALSE)`);
      return together(
        why(decision.subject),
        why(decision.base),
        whyWhere(base.sql === "TRUE" ? base : met, together(...exceptions)),
      );
    }
    case "classification":
      return together(why(decision.subject), classesWhy(compilation, block, decision));
    case "definition":
      return why(decision.condition);
    case "indicator":
      return termWhy(compilation, block, decision.value);
    case "ranking":
      return ownPlaceWhy(compilation, block, decision);
  }
};

/** A class that is certain is not open for the items that are; two that are certain are a 冲突. */
const classesWhy = (
  compilation: Compilation,
  block: Block,
  { items }: Extract<Decision, { kind: "classification" }>,
): Expr => {
  const keyOf = ({ value }: (typeof items)[number]): string => JSON.stringify(value, bigintText);
  const classes = [...new Set(items.map(keyOf))].map((key) => {
    const conditions = items.filter((item) => keyOf(item) === key).map(({ condition }) => condition);
    const truths = conditions.map((condition) => conditionTruth(compilation, block, condition));
    return {
      truth: block.column(any(block, truths).truth),
      why: together(...conditions.map((condition) => conditionWhy(compilation, block, condition))),
    };
  });
  const certainly = classes
    .map(({ truth }) => when([[truth, raw("1", 0, true)]], raw("0", 0, true)))
    .reduce((sum, each) => sql`${sum} + ${each}`, raw("0"));
  const several = block.column(certain(sql`(${certainly} > 1)`));
  return whyWhere(
    and(not(several)),
    together(...classes.map(({ truth, why }) => whyWhere(isNull(truth), why))),
  );
};

const bigintText = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" ? String(value) : value;
