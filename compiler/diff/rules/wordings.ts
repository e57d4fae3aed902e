import { visitCondition } from "../../model/walk.ts";
import { between } from "./clause.ts";
import { SAME, type Difference, type Finding } from "./finding.ts";
import { conditionWords } from "./in-words.ts";
import { leafKey } from "./key.ts";
import type { Leaf, LeafCondition } from "./normal.ts";
import type { Sides } from "./sides.ts";

/** The same limits in other words: 不低于 ↔ 以上; also in what the clause looks for or counts. */
export const wordingOf = (left: Leaf, right: Leaf, sides: Sides): Difference => {
  const lefts = [left.condition, ...limitsWithin(left.condition)];
  const rights = [right.condition, ...limitsWithin(right.condition)];
  if (lefts.length !== rights.length) return SAME;
  const findings = lefts.flatMap((first, at): readonly Finding[] => {
    const second = rights[at]!;
    const before = wordIn(first);
    const after = wordIn(second);
    const isSame = leafKey(first, sides.left.keys) === leafKey(second, sides.right.keys);
    if (!isSame || before === after || before === null || after === null) return [];
    return [
      {
        ...between(left, right, sides),
        kind: "wording",
        before,
        after,
        what: conditionWords(right.source),
        wording: true,
      },
    ];
  });
  return { cost: 0.05 * findings.length, findings };
};

/** Limits that stand inside a clause, in the order in which they are read. */
const limitsWithin = (outer: LeafCondition): readonly LeafCondition[] => {
  const found: LeafCondition[] = [];
  visitCondition(outer, {
    condition: (condition) => {
      if (condition === outer) return;
      if (condition.kind === "compare" || condition.kind === "compareOrder" || condition.kind === "elapsed") {
        found.push(condition);
      }
    },
  });
  return found;
};

const wordIn = (condition: LeafCondition): string | null =>
  condition.kind === "compare" || condition.kind === "compareOrder" || condition.kind === "elapsed"
    ? condition.word
    : null;
