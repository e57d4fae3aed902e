import type { Term } from "../../model/ir.ts";
import type { Type } from "../../model/type.ts";
import { calculate, limit, plus, roundTo } from "./arithmetic.ts";
import { addAggregate } from "./candidates.ts";
import type { Block } from "./block.ts";
import { homeOf, rootsOf, type Compilation } from "./compilation.ts";
import { decidedValue, foundAt } from "./judged.ts";
import { and, isTrue, or, raw, sql, TRUE, when } from "./expr.ts";
import { readParameter, today } from "./parameter.ts";
import { Refused } from "./refused.ts";
import { mapHere, placeOf, readField } from "./subject.ts";
import { constant, factOf, literalOf, openOf, settledOf, type Val } from "./value.ts";

/** The value of a term in each row of a block; found in the block whose record it starts from. */
export const termValue = (compilation: Compilation, block: Block, term: Term): Val => {
  const home = homeOf(block, rootsOf({ term }, block));
  const known = compilation.values.get(home) ?? new Map<Term, Val>();
  compilation.values.set(home, known);
  const found = known.get(term) ?? find(compilation, home, term);
  known.set(term, found);
  return mapHere(block, home, found);
};

const find = (compilation: Compilation, block: Block, term: Term): Val => {
  switch (term.kind) {
    case "literal":
      return constant(term.value);
    case "field":
      return readField(compilation, block, term.of, term.field) ?? openValue(term.type, TRUE);
    case "record": {
      const place = placeOf(compilation, block, term.of);
      return mapHere(block, place.block, {
        kind: "text",
        type: `reference:${place.object}`,
        value: place.id,
        fact: place.fact,
      });
    }
    case "parameter":
      return readParameter(compilation, block, term);
    case "arithmetic":
      return arithmetic(compilation, block, term);
    case "aggregate":
      return addAggregate(compilation, block, term);
    case "decision": {
      const place = placeOf(compilation, block, term.of);
      const found = foundAt(compilation, place, term.decision, term.origin);
      const value = decidedValue(found) ?? openValue(term.type, TRUE);
      const fact = isTrue(place.exists) ? value.fact : when([[place.exists, value.fact]], place.fact);
      return mapHere(block, place.block, { ...value, fact: place.block.short(fact) });
    }
    case "rounded": {
      const operand = termValue(compilation, block, term.operand);
      if (operand.kind !== "number") return openValue(term.type, TRUE);
      if (term.digits > 18 || term.digits < -18) throw new Refused("取整的位数超过18位", term.origin);
      const rounded = roundTo(block, operand, term.digits, term.mode);
      const limited = limit(block, rounded);
      if (limited === rounded) return { ...rounded, fact: factOf(operand) };
      return { ...limited, fact: block.short(or(factOf(operand), settledOf(operand))) };
    }
    case "referenceDate":
      return today(compilation, block);
  }
};

const arithmetic = (
  compilation: Compilation,
  block: Block,
  term: Extract<Term, { kind: "arithmetic" }>,
): Val => {
  const left = termValue(compilation, block, term.left);
  const right = termValue(compilation, block, term.right);
  if (left.kind === "number" && right.kind === "number") {
    return calculate(block, term.operator, left, right, term.origin);
  }
  if (left.kind === "date" && right.kind === "date" && term.operator === "subtract") {
    return {
      kind: "number",
      whole: { expr: sql`(${left.value} - ${right.value})`, most: 10n ** 16n },
      factor: { numerator: 1n, denominator: 1n },
      below: null,
      range: null,
      fact: factOf(left, right),
    };
  }
  if (
    left.kind === "date" &&
    right.kind === "number" &&
    (term.operator === "add" || term.operator === "subtract")
  ) {
    const { factor, whole, below } = right;
    const literal = literalOf(whole);
    const isWhole = factor.denominator === 1n || (literal !== null && literal % factor.denominator === 0n);
    if (below !== null || !isWhole) throw new Refused("日期加减的天数不一定是整数", term.origin);
    const days =
      literal === null
        ? sql`(${whole.expr} * ${factor.numerator})`
        : raw(`(${(literal * factor.numerator) / factor.denominator})`, 0, true);
    if (right.whole.most * factor.numerator > 10n ** 18n && literal === null)
      return {
        ...left,
        value: plus(block, { expr: left.value, most: 10n ** 7n }, term.operator === "add" ? "+" : "-", {
          expr: days,
          most: 10n ** 18n,
        }).expr,
        date: null,
        fact: factOf(left, right),
      };
    return {
      kind: "date",
      value: block.column(sql`(${left.value} ${term.operator === "add" ? "+" : "-"} ${days})`),
      date: null,
      fact: factOf(left, right),
    };
  }
  // A value of another kind than the rule reads: where both are known, a fact is wrong.
  const open = and(settledOf(left), settledOf(right));
  return openValue(term.type, or(open, and(openOf(left), left.fact), and(openOf(right), right.fact)));
};

/** A value that is always open. */
export const openValue = (type: Type, fact: Val["fact"]): Val => {
  switch (type.kind) {
    case "boolean":
      return { kind: "boolean", value: raw("CAST(NULL AS BOOLEAN)"), fact };
    case "text":
    case "enumeration":
      return { kind: "text", type: type.kind, value: raw("CAST(NULL AS TEXT)"), fact };
    case "reference":
      return { kind: "text", type: `reference:${type.object}`, value: raw("CAST(NULL AS TEXT)"), fact };
    case "date":
      return { kind: "date", value: raw("CAST(NULL AS BIGINT)"), date: null, fact };
    case "number":
      return {
        kind: "number",
        whole: { expr: raw("CAST(NULL AS BIGINT)"), most: 1n },
        factor: { numerator: 1n, denominator: 1n },
        below: null,
        range: null,
        fact,
      };
    case "coordinate":
      return {
        kind: "coordinate",
        longitude: raw("CAST(NULL AS DOUBLE PRECISION)"),
        latitude: raw("CAST(NULL AS DOUBLE PRECISION)"),
        system: type.system,
        fact,
      };
  }
};
