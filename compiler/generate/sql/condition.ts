import type { Condition, Term } from "../../model/ir.ts";
import { addCount } from "./candidates.ts";
import { bring, homeOf, rootsOf, type Compilation } from "./compilation.ts";
import type { Block } from "./block.ts";
import { compare, compareOrder, same, unreadable } from "./comparison.ts";
import { compareElapsed } from "./elapsed.ts";
import { decidedTruth, foundAt } from "./judged.ts";
import { FALSE, joinWith, or, sql, TRUE, UNKNOWN, when } from "./expr.ts";
import { isTaken } from "./parameter.ts";
import { isRanked } from "./ranked.ts";
import { placeOf } from "./subject.ts";
import { termValue } from "./term.ts";
import { all, any, asColumn, atLeast, decided, negate } from "./truth.ts";
import { constant, factOf, openOf, type Truth, type Val } from "./value.ts";

/** What a condition is worth in each row of a block. Asked once; in the block whose record it starts from. */
export const conditionTruth = (compilation: Compilation, block: Block, condition: Condition): Truth => {
  const home = homeOf(block, rootsOf({ condition }, block));
  const known = compilation.truths.get(home) ?? new Map<Condition, Truth>();
  compilation.truths.set(home, known);
  const found = known.get(condition) ?? ask(compilation, home, condition);
  known.set(condition, found);
  if (home === block) return found;
  return { truth: bring(block, home, found.truth), fact: bring(block, home, found.fact) };
};

const ask = (compilation: Compilation, block: Block, condition: Condition): Truth => {
  const each = (operand: Condition): Truth => conditionTruth(compilation, block, operand);
  const value = (term: Term): Val => termValue(compilation, block, term);
  switch (condition.kind) {
    case "constant":
      return decided(condition.value ? TRUE : FALSE);
    case "all":
      return all(block, condition.operands.map(each));
    case "any":
      return any(block, condition.operands.map(each));
    case "atLeast":
      return atLeast(block, condition.count, condition.operands.map(each));
    case "not":
      return negate(each(condition.operand));
    case "holds": {
      const held = value(condition.term);
      return held.kind === "boolean" ? { truth: held.value, fact: held.fact } : unreadable(held);
    }
    case "compare":
      return asShort(
        block,
        compare(block, condition.operator, value(condition.left), value(condition.right)),
      );
    case "compareOrder":
      return compareOrder(block, condition, value(condition.left), value(condition.right));
    case "oneOf":
      return oneOf(block, value(condition.left), condition.values.map(constant));
    case "same":
      return same(block, value(condition.left), value(condition.right));
    case "elapsed":
      return compareElapsed(
        block,
        condition,
        value(condition.from),
        value(condition.to),
        value(condition.amount),
      );
    case "exists": {
      const count = addCount(compilation, block, condition.candidates);
      return asColumn(
        block,
        compare(block, QUANTIFIERS[condition.quantifier], count, value(condition.count)),
      );
    }
    case "ranked":
      return asColumn(block, isRanked(compilation, block, condition));
    case "reading":
      return decided(isTaken(compilation, block, condition.reading, condition.option));
    case "defined": {
      const place = placeOf(compilation, block, condition.subject);
      const truth = decidedTruth(foundAt(compilation, place, condition.decision, condition.origin));
      const judged =
        place.exists.sql === "TRUE"
          ? truth
          : { truth: truth.truth, fact: when([[place.exists, truth.fact]], place.fact) };
      const here = asColumn(place.block, judged);
      return { truth: bring(block, place.block, here.truth), fact: bring(block, place.block, here.fact) };
    }
  }
};

const QUANTIFIERS = { atLeast: ">=", atMost: "<=", exactly: "=" } as const;

const asShort = (block: Block, { truth, fact }: Truth): Truth => ({ truth, fact: block.short(fact) });

const oneOf = (block: Block, left: Val, values: readonly Val[]): Truth => {
  const alike = values.filter((each) => each.kind === left.kind);
  if (left.kind === "text") {
    const texts = alike.filter((each) => each.kind === "text" && each.type === left.type);
    if (texts.length > 0) {
      const list = joinWith(
        ", ",
        texts.map((each) => (each.kind === "text" ? each.value : FALSE)),
      );
      return { truth: sql`(${left.value} IN (${list}))`, fact: left.fact };
    }
  }
  const open = openOf(left);
  if (alike.length === 0 || left.kind === "text") {
    return { truth: when([[open, UNKNOWN]], FALSE), fact: left.fact };
  }
  const truths = alike.map((each) => same(block, left, each).truth);
  return { truth: or(...truths), fact: factOf(left) };
};
