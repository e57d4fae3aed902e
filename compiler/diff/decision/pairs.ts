import type { Comparison, ProvisionChange } from "../../model/change.ts";
import { longestRise } from "../edits/longest-rise.ts";
import type { DecisionText, ElementNode, HeadingNode, UnitNode } from "./nodes.ts";

/** Which nodes of both texts are the same one, by what the comparison found. */
export interface NodePairs {
  readonly units: ReadonlyMap<UnitNode, UnitNode>;
  readonly headings: ReadonlyMap<HeadingNode, HeadingNode>;
  readonly elements: ReadonlyMap<ElementNode, ElementNode>;
  /** Left 条 that became several, and right ones that several became; all of their members are in no pair. */
  readonly splits: readonly { readonly left: UnitNode; readonly right: readonly UnitNode[] }[];
  readonly merges: readonly { readonly left: readonly UnitNode[]; readonly right: UnitNode }[];
}

export const pairNodes = (comparison: Comparison, left: DecisionText, right: DecisionText): NodePairs => {
  const votes = unitVotes(comparison.provisions, left, right);
  const forward = bestOf(votes, ({ from }) => from);
  const backward = bestOf(votes, ({ to }) => to);
  const units = new Map<UnitNode, UnitNode>();
  for (const vote of forward.values()) if (backward.get(vote.to) === vote) units.set(vote.from, vote.to);
  const splits = groupsOf(votes, "split").map(({ one, others }) => ({
    left: one,
    right: others.toSorted(byPlace),
  }));
  const merges = groupsOf(votes, "merged").map(({ one, others }) => ({
    left: others.toSorted(byPlace),
    right: one,
  }));
  for (const group of splits) units.delete(group.left);
  const inMerges = new Set(merges.flatMap((group) => group.left));
  const inSplits = new Set(splits.flatMap((group) => group.right));
  for (const [one, other] of units) if (inMerges.has(one) || inSplits.has(other)) units.delete(one);
  return {
    units,
    headings: headingPairs(comparison, left, right),
    elements: elementPairs(left, right, units),
    splits,
    merges,
  };
};

interface Vote {
  readonly from: UnitNode;
  readonly to: UnitNode;
  readonly kinds: Set<ProvisionChange["kind"]>;
  weight: number;
}

const unitVotes = (
  rows: readonly ProvisionChange[],
  left: DecisionText,
  right: DecisionText,
): readonly Vote[] => {
  const leftUnit = unitAt(left);
  const rightUnit = unitAt(right);
  const votes = new Map<UnitNode, Map<UnitNode, Vote>>();
  for (const row of rows) {
    if (row.left === null || row.right === null) continue;
    const from = leftUnit(row.left.span.start);
    const to = rightUnit(row.right.span.start);
    if (from === null || to === null) continue;
    const own = votes.get(from) ?? new Map<UnitNode, Vote>();
    votes.set(from, own);
    const vote = own.get(to) ?? { from, to, kinds: new Set(), weight: 0 };
    own.set(to, vote);
    vote.kinds.add(row.kind);
    vote.weight += (row.similarity + 0.01) * (row.left.span.end - row.left.span.start);
  }
  return [...votes.values()].flatMap((own) => [...own.values()]);
};

/** The unit that reaches over an offset. */
const unitAt = ({ nodes }: DecisionText): ((offset: number) => UnitNode | null) => {
  const units = nodes.filter((node) => node.kind === "unit");
  return (offset) => {
    let low = 0;
    let high = units.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (units[middle]!.span.start <= offset) low = middle + 1;
      else high = middle;
    }
    const found = units[low - 1];
    return found !== undefined && offset < found.span.end ? found : null;
  };
};

const bestOf = (votes: readonly Vote[], keyOf: (vote: Vote) => UnitNode): ReadonlyMap<UnitNode, Vote> => {
  const best = new Map<UnitNode, Vote>();
  for (const vote of votes) {
    const known = best.get(keyOf(vote));
    if (known === undefined || known.weight < vote.weight) best.set(keyOf(vote), vote);
  }
  return best;
};

interface Group {
  readonly one: UnitNode;
  readonly others: readonly UnitNode[];
}

/** Rows that share one side, where no member belongs to anything else. */
const groupsOf = (votes: readonly Vote[], kind: "split" | "merged"): readonly Group[] => {
  const isSplit = kind === "split";
  const groups = new Map<UnitNode, UnitNode[]>();
  const uses = new Map<UnitNode, number>();
  for (const { from, to, kinds } of votes) {
    uses.set(from, (uses.get(from) ?? 0) + 1);
    uses.set(to, (uses.get(to) ?? 0) + 1);
    if (!kinds.has(kind) || kinds.size > 1) continue;
    const [one, other] = isSplit ? [from, to] : [to, from];
    groups.set(one, [...(groups.get(one) ?? []), other]);
  }
  return [...groups]
    .filter(
      ([one, others]) =>
        others.length > 1 &&
        uses.get(one) === others.length &&
        others.every((other) => uses.get(other) === 1 && other.level === "article"),
    )
    .map(([one, others]) => ({ one, others }));
};

const byPlace = (one: UnitNode, other: UnitNode): number => one.span.start - other.span.start;

const headingPairs = (
  comparison: Comparison,
  left: DecisionText,
  right: DecisionText,
): ReadonlyMap<HeadingNode, HeadingNode> => {
  const byPath = (text: DecisionText): ReadonlyMap<string, HeadingNode> =>
    new Map(text.nodes.filter((node) => node.kind === "heading").map((node) => [node.provision.path, node]));
  const [from, to] = [byPath(left), byPath(right)];
  const pairs = new Map<HeadingNode, HeadingNode>();
  const taken = new Set<HeadingNode>();
  for (const row of comparison.headings) {
    const one = from.get(row.left?.path ?? "");
    const other = to.get(row.right?.path ?? "");
    if (one === undefined || other === undefined || pairs.has(one) || taken.has(other)) continue;
    if (one.provision.level !== other.provision.level) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  // A heading that crosses another one is taken out and put in anew.
  const staying = longestRise(
    [...pairs].toSorted(([one], [other]) => one.span.start - other.span.start),
    ([, one], [, other]) => one.span.start - other.span.start,
  );
  return new Map(staying);
};

/** Elements have names and are the same where these are, in the same order among the 条. */
const elementPairs = (
  left: DecisionText,
  right: DecisionText,
  units: ReadonlyMap<UnitNode, UnitNode>,
): ReadonlyMap<ElementNode, ElementNode> => {
  const places = new Map(right.nodes.map((node, index) => [node, index]));
  const named = new Map(
    right.nodes.filter((node) => node.kind === "element").map((node) => [node.label, node]),
  );
  const paired = left.nodes.flatMap((node) => {
    if (node.kind === "heading") return [];
    const other = node.kind === "unit" ? units.get(node) : named.get(node.label);
    return other === undefined ? [] : [{ node, other, place: places.get(other) ?? 0 }];
  });
  const pairs = new Map<ElementNode, ElementNode>();
  for (const { node, other } of longestRise(paired, (one, next) => one.place - next.place)) {
    if (node.kind === "element" && other.kind === "element") pairs.set(node, other);
  }
  return pairs;
};
