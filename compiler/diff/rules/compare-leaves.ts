import { printValue } from "../../evaluate/index.ts";
import type { Condition } from "../../model/ir.ts";
import { between } from "./clause.ts";
import { compareExistence } from "./compare-existence.ts";
import { compareLimit, compareLimits, comparePeriods } from "./compare-limits.ts";
import { through, type Difference, type Finding } from "./finding.ts";
import { conditionWords, termWords } from "./in-words.ts";
import { sameTerm, subjectKey, valueKey } from "./key.ts";
import type { Leaf, Node } from "./normal.ts";
import { likeness } from "./similarity.ts";
import type { Sides } from "./sides.ts";

/** What changed in a clause; null where the two have nothing in common. */
export const compareLeaves = (left: Leaf, right: Leaf, sides: Sides): Difference | null => {
  if (left.negated !== right.negated) return null;
  const difference = compareSaid(left, right, sides);
  return difference === null ? null : through(left.negated ? -1 : 1, difference);
};

/** One clause in place of another. */
export const replaced = (left: Node, right: Node, sides: Sides): Difference => {
  const before = conditionWords(left.source);
  const after = conditionWords(right.source);
  const single = left.kind === "leaf" && right.kind === "leaf";
  const cost = single
    ? likeness(before, after) >= RELATED
      ? 0.5 * Math.max(2, (left.weight + right.weight) / 2)
      : left.weight + right.weight
    : 1 + (haveCommonLeaf(left, right) ? 0.9 : 0.4) * (left.weight + right.weight);
  return {
    cost,
    findings: [{ ...between(left, right, sides), kind: "conditionChanged", before, after }],
  };
};

const RELATED = 0.34;

/** What stays must not be told as replaced. */
const haveCommonLeaf = (left: Node, right: Node): boolean => {
  const bodies = new Set(leavesOf(left));
  return leavesOf(right).some((body) => bodies.has(body));
};

const leavesOf = (node: Node): readonly string[] =>
  node.kind === "leaf" ? [node.body] : node.operands.flatMap(leavesOf);

const compareSaid = (left: Leaf, right: Leaf, sides: Sides): Difference | null => {
  const first = left.condition;
  const second = right.condition;
  switch (first.kind) {
    case "compare":
    case "compareOrder":
      return second.kind === first.kind ? compareLimits(left, right, first, second, sides) : null;
    case "elapsed":
      return second.kind === "elapsed" ? comparePeriods(left, right, first, second, sides) : null;
    case "oneOf":
      return second.kind === "oneOf" ? compareValues(left, right, first, second, sides) : null;
    case "exists":
      return second.kind === "exists" ? compareExistence(left, right, first, second, sides) : null;
    case "ranked":
      return second.kind === "ranked" ? comparePlaces(left, right, first, second, sides) : null;
    case "reading":
      return second.kind === "reading" ? compareReadings(left, right, first, second, sides) : null;
    case "holds":
    case "same":
    case "defined":
      return null;
  }
};

type Of<Kind extends Condition["kind"]> = Extract<Condition, { kind: Kind }>;

const compareValues = (
  left: Leaf,
  right: Leaf,
  first: Of<"oneOf">,
  second: Of<"oneOf">,
  sides: Sides,
): Difference | null => {
  if (!sameTerm(first.left, second.left, sides)) return null;
  const lefts = new Map(first.values.map((value) => [valueKey(value), printValue(value, first.left.type)]));
  const rights = new Map(
    second.values.map((value) => [valueKey(value), printValue(value, second.left.type)]),
  );
  const gone = [...lefts].filter(([key]) => !rights.has(key)).map(([, words]) => words);
  const come = [...rights].filter(([key]) => !lefts.has(key)).map(([, words]) => words);
  const common = between(left, right, sides);
  const what = termWords(first.left, sides.left.program);
  if (gone.length === lefts.size && come.length === rights.size) {
    return {
      cost: 0.9,
      findings: [
        {
          ...common,
          kind: "conditionChanged",
          before: conditionWords(left.source),
          after: conditionWords(right.source),
        },
      ],
    };
  }
  return {
    cost: 0.4 * (gone.length + come.length),
    findings: [
      ...gone.map((words): Finding => ({ ...common, kind: "itemRemoved", before: words, what, effect: -1 })),
      ...come.map((words): Finding => ({ ...common, kind: "itemAdded", after: words, what, effect: 1 })),
    ],
  };
};

const comparePlaces = (
  left: Leaf,
  right: Leaf,
  first: Of<"ranked">,
  second: Of<"ranked">,
  sides: Sides,
): Difference | null => {
  const same =
    sides.left.keys.decision(first.ranking) === sides.right.keys.decision(second.ranking) &&
    subjectKey(first.subject, sides.left.keys) === subjectKey(second.subject, sides.right.keys) &&
    first.end === second.end;
  const raising = first.share === second.share ? 1 : 0;
  return same
    ? compareLimit(
        first.amount,
        second.amount,
        { left, right, what: first.end === "front" ? "排名靠前的范围" : "排名靠后的范围", raising },
        sides,
      )
    : null;
};

const compareReadings = (
  left: Leaf,
  right: Leaf,
  first: Of<"reading">,
  second: Of<"reading">,
  sides: Sides,
): Difference | null =>
  sides.left.keys.reading(first.reading) !== sides.right.keys.reading(second.reading)
    ? null
    : {
        cost: 0.5,
        findings: [
          {
            ...between(left, right, sides),
            kind: "reading",
            before: conditionWords(left.source),
            after: conditionWords(right.source),
          },
        ],
      };
