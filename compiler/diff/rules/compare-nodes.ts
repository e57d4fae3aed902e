import { clauseOf, isDormant } from "./clause.ts";
import { compareLeaves, replaced } from "./compare-leaves.ts";
import {
  joinedDifferences,
  SAME,
  type Clause,
  type Difference,
  type Effect,
  type Finding,
} from "./finding.ts";
import { conditionWords } from "./in-words.ts";
import {
  counted,
  guardKey,
  listed,
  spreadOut,
  withoutGuards,
  type Group,
  type Guard,
  type Node,
} from "./normal.ts";
import { pairByScore } from "./pair-by-score.ts";
import type { Side, Sides } from "./sides.ts";
import { wordingOf } from "./wordings.ts";

/** The smallest set of changes that makes the right condition of the left one. */
export const compareNodes = (left: Node, right: Node, sides: Sides): Difference => {
  if (left.key === right.key) return compareWordings(left, right, sides);
  const bodies = dormantAfter(
    compareBodies(withoutGuards(left), withoutGuards(right), sides),
    left,
    right,
    sides,
  );
  const direct = joinedDifferences([compareGuards(left, right, sides), bodies]);
  return cheapest([direct, ...asLists(left, right, sides), ...underReadings(left, right, sides)]);
};

/** A list whose clauses each hold under a reading, against one that does so as a whole. */
const underReadings = (left: Node, right: Node, sides: Sides): readonly Difference[] => {
  if (left.kind !== "group" || right.kind !== "group" || left.mode !== right.mode) return [];
  if ((left.guards.length === 0) === (right.guards.length === 0)) return [];
  const [first, second] = [spreadOut(left), spreadOut(right)];
  return first === null || second === null ? [] : [compareOperands(first, second, sides)];
};

const compareBodies = (left: Node, right: Node, sides: Sides): Difference => {
  if (left.body === right.body) return compareWordings(left, right, sides);
  const whole = replaced(left, right, sides);
  if (left.kind === "leaf" && right.kind === "leaf") return compareLeaves(left, right, sides) ?? whole;
  const possible = [whole];
  if (left.kind === "group" && right.kind === "group") {
    if (left.mode === right.mode) possible.push(compareOperands(left, right, sides));
    else if (haveSameOperands(left, right)) possible.push(otherJoint(left, right, sides));
    const [first, second] = [counted(left), counted(right)];
    // Two of three cases without one of them are both of two.
    if (left.mode !== right.mode && first.mode === second.mode && first.count === second.count)
      possible.push(compareOperands(first, second, sides));
  }
  return cheapest([...possible, ...asLists(left, right, sides)]);
};

/** A single clause against a list is a list of one; in which order the two ways are tried must not tell left from right. */
const asLists = (left: Node, right: Node, sides: Sides): readonly Difference[] => {
  if (isEmpty(left) && isEmpty(right)) return [];
  const differences: Difference[] = [];
  if (
    right.kind === "group" &&
    right.guards.length === 0 &&
    (left.kind === "leaf" || left.mode !== right.mode)
  ) {
    differences.push(compareOperands(listed(left, right.mode, right.count), right, sides));
  }
  if (
    left.kind === "group" &&
    left.guards.length === 0 &&
    (right.kind === "leaf" || left.mode !== right.mode)
  ) {
    differences.push(compareOperands(left, listed(right, left.mode, left.count), sides));
  }
  const isSwapped = left.kind === "group" && right.kind === "group" && right.mode < left.mode;
  return isSwapped ? differences.reverse() : differences;
};

/** 一律 and 一概不 have no parts. */
const isEmpty = (node: Node): boolean => node.kind === "group" && node.operands.length === 0;

/** Of equally cheap ones the first; sums of costs differ by a hair when they are added in another order. */
const cheapest = (differences: readonly Difference[]): Difference =>
  differences.reduce((best, each) => (each.cost < best.cost - HAIR ? each : best));

const HAIR = 1e-6;

const compareOperands = (left: Group, right: Group, sides: Sides): Difference => {
  const parts: Difference[] = [];
  if (left.count !== right.count && left.mode === "atLeast" && right.mode === "atLeast") {
    parts.push(otherCount(left, right, sides));
  }
  const pairs = [...pairByKey(left.operands, right.operands, ({ key }) => key)];
  const rest = without(left.operands, right.operands, pairs);
  pairs.push(...pairByKey(rest.lefts, rest.rights, ({ body }) => body));
  const unlike = without(left.operands, right.operands, pairs);
  const known = new Map<Node, Map<Node, Difference>>();
  pairs.push(
    ...pairByScore(
      unlike.lefts,
      unlike.rights,
      (first, second) => {
        const difference = compareNodes(first, second, sides);
        known.set(first, (known.get(first) ?? new Map<Node, Difference>()).set(second, difference));
        return 1 - difference.cost / (first.weight + second.weight);
      },
      LEAST_LIKENESS,
    ),
  );
  for (const [first, second] of pairs) {
    parts.push(known.get(first)?.get(second) ?? compareNodes(first, second, sides));
  }
  const gone = without(left.operands, right.operands, pairs);
  for (const each of inWholeItems(gone.lefts, left)) parts.push(removed(each, left, sides.left));
  for (const each of inWholeItems(gone.rights, right)) parts.push(added(each, right, sides.right));
  return joinedDifferences(parts);
};

const LEAST_LIKENESS = 0.35;

/** An item of several clauses that comes or goes as a whole is one. */
const inWholeItems = (nodes: readonly Node[], { operands, source }: Group): readonly Node[] => {
  const among = new Set(nodes);
  const isWhole = (part: Group): boolean =>
    part.source.origin.item !== source.origin.item &&
    operands.every((operand) => operand.part !== part || among.has(operand));
  const told = new Set<Group>();
  return nodes.flatMap((node): readonly Node[] => {
    const { part } = node;
    if (part === undefined || !isWhole(part)) return [node];
    return told.has(part) ? [] : [(told.add(part), part)];
  });
};

const pairByKey = (
  lefts: readonly Node[],
  rights: readonly Node[],
  keyOf: (node: Node) => string,
): readonly (readonly [Node, Node])[] => {
  const waiting = new Map<string, Node[]>();
  for (const right of rights) waiting.set(keyOf(right), [...(waiting.get(keyOf(right)) ?? []), right]);
  return lefts.flatMap((left) => {
    const right = waiting.get(keyOf(left))?.shift();
    return right === undefined ? [] : [[left, right] as const];
  });
};

const without = (
  lefts: readonly Node[],
  rights: readonly Node[],
  pairs: readonly (readonly [Node, Node])[],
): { readonly lefts: readonly Node[]; readonly rights: readonly Node[] } => {
  const paired = new Set(pairs.flat());
  return {
    lefts: lefts.filter((node) => !paired.has(node)),
    rights: rights.filter((node) => !paired.has(node)),
  };
};

const removed = (node: Node, from: Group, side: Side): Difference => ({
  cost: costOf(node),
  findings: [
    {
      kind: isItem(node, from) ? "itemRemoved" : "conditionRemoved",
      left: clauseOf(node, side),
      right: null,
      before: conditionWords(node.source),
      after: null,
      what: null,
      effect: from.mode === "all" ? 1 : -1,
      wording: false,
    },
  ],
});

const added = (node: Node, to: Group, side: Side): Difference => ({
  cost: costOf(node),
  findings: [
    {
      kind: isItem(node, to) ? "itemAdded" : "conditionAdded",
      left: null,
      right: clauseOf(node, side),
      before: null,
      after: conditionWords(node.source),
      what: null,
      effect: to.mode === "all" ? -1 : 1,
      wording: false,
    },
  ],
});

const costOf = ({ weight }: Node): number => 0.8 + 0.1 * weight;

/** One of several cases, or a numbered item of its own. */
const isItem = (node: Node, of: Group): boolean =>
  of.mode !== "all" || node.source.origin.item !== of.source.origin.item;

const otherCount = (left: Group, right: Group, sides: Sides): Difference => ({
  cost: 0.5,
  findings: [
    {
      kind: "threshold",
      left: clauseOf(left, sides.left),
      right: clauseOf(right, sides.right),
      before: `至少${left.count}项`,
      after: `至少${right.count}项`,
      what: "应当符合的项数",
      effect: right.count > left.count ? -1 : 1,
      wording: false,
    },
  ],
});

const haveSameOperands = (left: Group, right: Group): boolean => {
  const keys = ({ operands }: Group): string => JSON.stringify(operands.map(({ key }) => key).sort());
  return left.operands.length > 0 && keys(left) === keys(right);
};

/** 且 became 或者, or the other way round. */
const otherJoint = (left: Group, right: Group, sides: Sides): Difference => ({
  cost: 0.9,
  findings: [
    {
      kind: "conditionChanged",
      left: clauseOf(left, sides.left),
      right: clauseOf(right, sides.right),
      before: jointWords(left),
      after: jointWords(right),
      what: null,
      effect: demandOf(right) < demandOf(left) ? 1 : -1,
      wording: false,
    },
  ],
});

const demandOf = ({ mode, count, operands }: Group): number =>
  mode === "all" ? operands.length : mode === "any" ? 1 : count;

const jointWords = ({ mode, count, operands }: Group): string => {
  const parts = operands.map(({ source }) => conditionWords(source)).join("、");
  switch (mode) {
    case "all":
      return `同时符合：${parts}`;
    case "any":
      return `符合其中之一：${parts}`;
    case "atLeast":
      return `至少符合其中${count}项：${parts}`;
  }
};

const compareGuards = (left: Node, right: Node, sides: Sides): Difference => {
  const lefts = new Set(left.guards.map(guardKey));
  const rights = new Set(right.guards.map(guardKey));
  const gone = left.guards.filter((guard) => !rights.has(guardKey(guard)));
  const come = right.guards.filter((guard) => !lefts.has(guardKey(guard)));
  if (gone.length === 0 && come.length === 0) return SAME;
  const isWhole = right.source.origin.item === null && right.source.origin.words.includes("，");
  const finding: Finding = {
    kind: "reading",
    left: clauseOf(left, sides.left),
    right: clauseOf(right, sides.right),
    before: guardWords(gone),
    after: guardWords(come),
    what: isWhole ? "整条规定" : `“${conditionWords(right.source)}”`,
    effect: guardEffect(gone, come),
    wording: false,
    conditional: !isDormant(left, sides.left) && !isDormant(right, sides.right),
  };
  return { cost: 0.3 * (gone.length + come.length), findings: [finding] };
};

const guardEffect = (gone: readonly Guard[], come: readonly Guard[]): Effect => {
  if (gone.length > 0 && come.length > 0) return 0;
  const [guard] = [...gone, ...come];
  const narrowing = guard?.elsewhere === "absent" ? -1 : 1;
  return come.length > 0 ? narrowing : narrowing === 1 ? -1 : 1;
};

const guardWords = (guards: readonly Guard[]): string | null =>
  guards.length === 0
    ? null
    : guards
        .map(({ name, option }) => `「${name}」读法${"一二三四五六七八九"[option - 1] ?? option}`)
        .join("、");

const dormantAfter = (difference: Difference, left: Node, right: Node, sides: Sides): Difference => {
  const leftSleeps = isDormant(left, sides.left);
  const rightSleeps = isDormant(right, sides.right);
  if (!leftSleeps && !rightSleeps) return difference;
  const asleep = (clause: Clause | null, sleeps: boolean): Clause | null =>
    clause === null || !sleeps ? clause : { ...clause, dormant: true };
  return {
    cost: difference.cost,
    findings: difference.findings.map((finding) => ({
      ...finding,
      left: asleep(finding.left, leftSleeps),
      right: asleep(finding.right, rightSleeps),
    })),
  };
};

/** Two conditions that mean the same: only their words may differ. */
const compareWordings = (left: Node, right: Node, sides: Sides): Difference => {
  if (left.kind === "leaf" && right.kind === "leaf") return wordingOf(left, right, sides);
  if (left.kind !== "group" || right.kind !== "group") return SAME;
  return joinedDifferences(
    pairByKey(left.operands, right.operands, ({ key }) => key).map(([first, second]) =>
      dormantAfter(compareWordings(first, second, sides), first, second, sides),
    ),
  );
};
