import type { Condition, Term } from "../../model/ir.ts";
import { visitCondition } from "../../model/walk.ts";
import { compareCandidates } from "./compare-candidates.ts";
import { clauseOf } from "./compare-nodes.ts";
import { compareTerms, limitEffect, numberOf } from "./compare-terms.ts";
import {
  joinedDifferences,
  opposite,
  SAME,
  through,
  type Difference,
  type Effect,
  type Finding,
} from "./finding.ts";
import { conditionWords, termWords } from "./in-words.ts";
import { leafKey, subjectKey, termKey, valueKey } from "./key.ts";
import type { Leaf, LeafCondition, Node } from "./normal.ts";
import { operatorEffect, swapped, type Compared } from "./operators.ts";
import { likeness } from "./similarity.ts";
import type { Sides } from "./sides.ts";
import { printValue } from "../../evaluate/index.ts";

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
    : 1 + 0.5 * (left.weight + right.weight);
  return {
    cost,
    findings: [{ ...changed(left, right, sides), kind: "conditionChanged", before, after }],
  };
};

const RELATED = 0.34;

/** The same limits in other words: 不低于 ↔ 以上; also in what the clause looks for or counts. */
export const wordingOf = (left: Leaf, right: Leaf, sides: Sides): Difference => {
  const lefts = [left.condition, ...limitsWithin(left.source)];
  const rights = [right.condition, ...limitsWithin(right.source)];
  if (lefts.length !== rights.length) return SAME;
  const findings = lefts.flatMap((first, at): readonly Finding[] => {
    const second = rights[at]!;
    const before = wordIn(first);
    const after = wordIn(second);
    const isSame = leafKey(first, sides.left.keys) === leafKey(second, sides.right.keys);
    if (!isSame || before === after || before === null || after === null) return [];
    return [
      {
        ...changed(left, right, sides),
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
const limitsWithin = (source: Condition): readonly LeafCondition[] => {
  const outer = source.kind === "not" ? source.operand : source;
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

type Common = Omit<Finding, "kind">;

const changed = (left: Node, right: Node, sides: Sides): Common => ({
  left: clauseOf(left, sides.left),
  right: clauseOf(right, sides.right),
  before: null,
  after: null,
  what: null,
  effect: 0,
  wording: false,
});

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

const compareLimits = (
  left: Leaf,
  right: Leaf,
  written: Compared,
  second: Compared,
  sides: Sides,
): Difference | null => {
  // Either side of either comparison may be what is measured: 业务量低于10笔, 10笔高于业务量.
  const readings = [
    [written, second],
    [written, swapped(second)],
    [swapped(written), second],
    [swapped(written), swapped(second)],
  ] as const;
  const ways = readings.map(([one, other]) => {
    if (isLimit(one.left) || isLimit(other.left)) return null;
    const measured = sameTerm(one.left, other.left, sides)
      ? SAME
      : compareTerms(one.left, other.left, left, right, sides);
    if (measured === null) return null;
    return joinedDifferences([
      through(operatorDirection(one.operator), measured),
      compareLimit(left, right, one, other, sides),
      compareOperator(left, right, one, other, sides),
    ]);
  });
  const possible = ways.filter((way) => way !== null);
  return possible.length === 0 ? null : possible.reduce((best, way) => (way.cost < best.cost ? way : best));
};

/** More on the left makes it true (＞), or false (＜). */
const operatorDirection = (operator: Compared["operator"]): Effect =>
  operator === ">" || operator === ">=" ? 1 : operator === "<" || operator === "<=" ? -1 : 0;

const compareLimit = (
  left: Leaf,
  right: Leaf,
  first: Compared,
  second: Compared,
  sides: Sides,
): Difference => {
  if (sameTerm(first.right, second.right, sides)) return SAME;
  const raised = limitEffect(first.right, second.right, sides);
  const direction = operatorDirection(first.operator);
  const inner =
    isLimit(first.right) || isLimit(second.right)
      ? null
      : compareTerms(first.right, second.right, left, right, sides);
  if (inner !== null) return through(opposite(direction), inner);
  return {
    cost: 0.5,
    findings: [
      {
        ...changed(left, right, sides),
        kind: "threshold",
        before: termWords(first.right, sides.left.program),
        after: termWords(second.right, sides.right.program),
        what: termWords(first.left, sides.left.program),
        effect: direction === 0 || raised === 0 ? 0 : raised === direction ? -1 : 1,
      },
    ],
  };
};

const isLimit = ({ kind }: Term): boolean => kind === "literal" || kind === "parameter";

const compareOperator = (
  left: Leaf,
  right: Leaf,
  first: Compared,
  second: Compared,
  sides: Sides,
): Difference =>
  first.operator === second.operator
    ? SAME
    : {
        cost: 0.3,
        findings: [
          {
            ...changed(left, right, sides),
            kind: "boundWord",
            before: first.word,
            after: second.word,
            what: termWords(first.left, sides.left.program),
            effect: operatorEffect(first.operator, second.operator),
          },
        ],
      };

const comparePeriods = (
  left: Leaf,
  right: Leaf,
  first: Of<"elapsed">,
  second: Of<"elapsed">,
  sides: Sides,
): Difference | null => {
  if (!sameTerm(first.from, second.from, sides) || !sameTerm(first.to, second.to, sides)) return null;
  const parts: Difference[] = [];
  if (first.unit !== second.unit || !sameTerm(first.amount, second.amount, sides)) {
    const raised = first.unit === second.unit ? limitEffect(first.amount, second.amount, sides) : 0;
    const direction = operatorDirection(first.operator);
    parts.push({
      cost: 0.5,
      findings: [
        {
          ...changed(left, right, sides),
          kind: "threshold",
          before: termWords(first.amount, sides.left.program),
          after: termWords(second.amount, sides.right.program),
          what: `${termWords(first.from, sides.left.program)}起的期间`,
          effect: direction === 0 || raised === 0 ? 0 : raised === direction ? -1 : 1,
        },
      ],
    });
  }
  if (first.operator !== second.operator) {
    parts.push({
      cost: 0.3,
      findings: [
        {
          ...changed(left, right, sides),
          kind: "boundWord",
          before: first.word,
          after: second.word,
          what: `${termWords(first.from, sides.left.program)}起的期间`,
          effect: operatorEffect(first.operator, second.operator),
        },
      ],
    });
  }
  return joinedDifferences(parts);
};

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
  const common = changed(left, right, sides);
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

const compareExistence = (
  left: Leaf,
  right: Leaf,
  first: Of<"exists">,
  second: Of<"exists">,
  sides: Sides,
): Difference | null => {
  const reach = first.quantifier === "atLeast" ? 1 : first.quantifier === "atMost" ? -1 : 0;
  const candidates = compareCandidates(first.candidates, second.candidates, left, right, sides);
  if (candidates === null) return null;
  const parts = [through(first.quantifier === second.quantifier ? reach : 0, candidates)];
  const common = changed(left, right, sides);
  if (first.quantifier !== second.quantifier) {
    parts.push({
      cost: 0.3,
      findings: [
        {
          ...common,
          kind: "boundWord",
          before: QUANTIFIERS[first.quantifier],
          after: QUANTIFIERS[second.quantifier],
          what: `${second.candidates.object}的数量`,
          effect: first.quantifier === "exactly" ? 1 : second.quantifier === "exactly" ? -1 : 0,
        },
      ],
    });
  }
  if (!sameTerm(first.count, second.count, sides)) {
    const raised = limitEffect(first.count, second.count, sides);
    const border = borderMoved(first.count, second.count, sides);
    parts.push({
      cost: 0.4,
      findings: [
        {
          ...common,
          ...(border === null
            ? {
                kind: "threshold",
                before: termWords(first.count, sides.left.program),
                after: termWords(second.count, sides.right.program),
              }
            : { kind: "boundWord", ...border }),
          what: `${second.candidates.object}的数量`,
          effect: reach === 0 || raised === 0 ? 0 : raised === reach ? -1 : 1,
        },
      ],
    });
  }
  return joinedDifferences(parts);
};

const QUANTIFIERS = { atLeast: "至少", atMost: "至多", exactly: "恰好" } as const;

/** 至少3家 → 超过3家: the count is written as one more than the limit. */
const borderMoved = (
  first: Term,
  second: Term,
  sides: Sides,
): { readonly before: string; readonly after: string } | null => {
  const left = shiftOf(first);
  const right = shiftOf(second);
  const same = termKey(left.limit, sides.left.keys) === termKey(right.limit, sides.right.keys);
  return same && left.word !== right.word ? { before: left.word, after: right.word } : null;
};

const shiftOf = (term: Term): { readonly limit: Term; readonly word: string } =>
  term.kind === "arithmetic" && numberOf(term.right, null)?.numerator === 1n
    ? { limit: term.left, word: term.operator === "add" ? "超过" : "不足" }
    : { limit: term, word: "含本数" };

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
  if (!same) return null;
  return {
    cost: 0.5,
    findings: [
      {
        ...changed(left, right, sides),
        kind: "threshold",
        before: termWords(first.amount, sides.left.program),
        after: termWords(second.amount, sides.right.program),
        what: "名次",
        effect: first.share === second.share ? limitEffect(first.amount, second.amount, sides) : 0,
      },
    ],
  };
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
            ...changed(left, right, sides),
            kind: "reading",
            before: conditionWords(left.source),
            after: conditionWords(right.source),
          },
        ],
      };

const sameTerm = (left: Term, right: Term, { left: first, right: second }: Sides): boolean =>
  termKey(left, first.keys) === termKey(right, second.keys);
