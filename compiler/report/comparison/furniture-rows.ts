import type { Comparison, FurnitureChange } from "../../model/change.ts";
import type { Side } from "./table-runs.ts";
import { FURNITURE_WORDS } from "./words.ts";

/** Lines outside the provisions that belong together: one 题注, one signature. */
export interface FurnitureGroup {
  readonly kind: FurnitureChange["kind"];
  readonly word: string;
  /** Empty where a side has no such line. */
  readonly lines: readonly { readonly before: string; readonly after: string }[];
}

/** Changed lines of one kind that follow each other, together; lines that say nothing are left out. */
export const furnitureGroups = (comparison: Comparison): readonly FurnitureGroup[] => {
  const firsts = { left: firstOf(comparison, "left"), right: firstOf(comparison, "right") };
  const groups: { word: string; changes: FurnitureChange[] }[] = [];
  for (const change of comparison.furniture.filter(saysSomething)) {
    const word = wordOf(change, firsts);
    const last = groups.at(-1);
    if (last?.word === word && change.role !== "other") last.changes.push(change);
    else groups.push({ word, changes: [change] });
  }
  return groups.map(({ word, changes }) => ({ word, kind: kindOf(changes), lines: linesOf(changes) }));
};

/** Lines of a table that was pasted as text are no text. */
const saysSomething = ({ before, after }: FurnitureChange): boolean => /[\p{L}\p{N}]/u.test(before + after);

/** Notes between the title and the first provision tell of the promulgation. */
const wordOf = ({ role, left, right }: FurnitureChange, firsts: Readonly<Record<Side, number>>): string =>
  role === "note" &&
  ((left !== null && left.start < firsts.left) || (right !== null && right.start < firsts.right))
    ? "题注"
    : FURNITURE_WORDS[role];

/** Where the first provision or heading begins; a document without a title has nothing in front. */
const firstOf = (comparison: Comparison, side: Side): number => {
  const { name, file } = comparison[side];
  if (name === file) return 0;
  return [...comparison.headings, ...comparison.provisions].reduce(
    (first, change) => Math.min(first, change[side]?.span.start ?? first),
    Number.POSITIVE_INFINITY,
  );
};

const kindOf = (changes: readonly FurnitureChange[]): FurnitureChange["kind"] => {
  const [first] = changes;
  return first !== undefined && changes.every(({ kind }) => kind === first.kind) ? first.kind : "changed";
};

/** A line that is gone and one that is new in its stead stand against each other. */
const linesOf = (changes: readonly FurnitureChange[]): FurnitureGroup["lines"] => {
  const added = changes.filter(({ kind }) => kind === "added");
  const deleted = changes.filter(({ kind }) => kind === "deleted");
  const stead = new Map(deleted.map((change, at) => [change, added[at]] as const));
  const taken = new Set(stead.values());
  return changes.flatMap((change) => {
    if (taken.has(change)) return [];
    return [{ before: change.before, after: stead.get(change)?.after ?? change.after }];
  });
};
