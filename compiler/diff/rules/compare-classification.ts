import { printValue } from "../../evaluate/index.ts";
import type { Classification, Origin } from "../../model/ir.ts";
import { clauseOf } from "./clause.ts";
import { compareNodes } from "./compare-nodes.ts";
import type { Clause, Finding } from "./finding.ts";
import { conditionWords } from "./in-words.ts";
import { valueKey } from "./key.ts";
import { normalise, type Node } from "./normal.ts";
import { pairByScore } from "./pair-by-score.ts";
import type { Side, Sides } from "./sides.ts";
import type { Told } from "./told.ts";

/** The items of an 认定: those that say the same and give the same class first, then the same, then the likest. */
export const compareClassification = (
  left: Classification,
  right: Classification,
  sides: Sides,
): readonly Told[] => {
  const told: Told[] = [];
  const tell = (value: string, findings: readonly Finding[]): void => {
    told.push(
      ...findings.map((finding) => ({ finding, left, right, role: { kind: "class", value } as const })),
    );
  };
  tell(
    "",
    compareNodes(normalise(left.subject, sides.left.keys), normalise(right.subject, sides.right.keys), sides)
      .findings,
  );
  const lefts = rowsOf(left, sides.left);
  const rights = rowsOf(right, sides.right);
  const pairs: (readonly [Row, Row])[] = [];
  const pairRest = (score: (first: Row, second: Row) => number, minimum: number): void => {
    const taken = new Set(pairs.flat());
    const rest = (rows: readonly Row[]): readonly Row[] => rows.filter((row) => !taken.has(row));
    pairs.push(...pairByScore(rest(lefts), rest(rights), score, minimum));
  };
  pairRest((first, second) => (isSame(first, second) && first.value === second.value ? 1 : 0), 1);
  pairRest((first, second) => (isSame(first, second) ? 1 : 0), 1);
  pairRest(
    (first, second) =>
      first.value === second.value
        ? 1 - compareNodes(first.node, second.node, sides).cost / (first.node.weight + second.node.weight)
        : 0,
    LEAST_LIKENESS,
  );
  for (const [first, second] of pairs) {
    tell(first.value, compareNodes(first.node, second.node, sides).findings);
    if (first.value !== second.value) {
      tell("", [
        {
          kind: "classValue",
          left: clauseOf(first.node, sides.left),
          right: clauseOf(second.node, sides.right),
          before: first.words,
          after: second.words,
          what: conditionWords(second.node.source),
          effect: 0,
          wording: false,
        },
      ]);
    }
  }
  const paired = new Set(pairs.flat());
  for (const row of lefts) {
    if (!paired.has(row)) tell(row.value, [wholeItem("itemRemoved", row, sides.left)]);
  }
  for (const row of rights) {
    if (!paired.has(row)) tell(row.value, [wholeItem("itemAdded", row, sides.right)]);
  }
  tell("", compareOtherwise(left, right));
  return told;
};

const LEAST_LIKENESS = 0.35;

interface Row {
  readonly node: Node;
  readonly value: string;
  readonly words: string;
}

const rowsOf = ({ items, type }: Classification, side: Side): readonly Row[] =>
  items.map(({ condition, value }) => ({
    node: normalise(condition, side.keys),
    value: valueKey(value),
    words: printValue(value, type),
  }));

const isSame = (first: Row, second: Row): boolean => first.node.key === second.node.key;

const wholeItem = (kind: "itemAdded" | "itemRemoved", { node, words }: Row, side: Side): Finding => {
  const clause = clauseOf(node, side);
  const said = `${conditionWords(node.source)}，为${words}`;
  return kind === "itemAdded"
    ? { kind, left: null, right: clause, before: null, after: said, what: null, effect: 1, wording: false }
    : { kind, left: clause, right: null, before: said, after: null, what: null, effect: -1, wording: false };
};

const compareOtherwise = (left: Classification, right: Classification): readonly Finding[] => {
  const before = left.otherwise;
  const after = right.otherwise;
  const common = { what: "其他的", effect: 0, wording: false } as const;
  if (before === null && after === null) return [];
  if (before === null) {
    return [
      {
        ...common,
        kind: "itemAdded",
        left: null,
        right: clauseAt(after!.origin),
        before: null,
        after: `其他的，为${printValue(after!.value, right.type)}`,
      },
    ];
  }
  if (after === null) {
    return [
      {
        ...common,
        kind: "itemRemoved",
        left: clauseAt(before.origin),
        right: null,
        before: `其他的，为${printValue(before.value, left.type)}`,
        after: null,
      },
    ];
  }
  if (valueKey(before.value) === valueKey(after.value)) return [];
  return [
    {
      ...common,
      kind: "classValue",
      left: clauseAt(before.origin),
      right: clauseAt(after.origin),
      before: printValue(before.value, left.type),
      after: printValue(after.value, right.type),
    },
  ];
};

const clauseAt = (origin: Origin): Clause => ({ condition: null, origin, dormant: false });
