import type {
  BehaviourChange,
  Comparison,
  Direction,
  ImpactChange,
  ProvisionChange,
  RuleChange,
  RulePlace,
} from "../../model/change.ts";
import { grouped } from "./grouped.ts";
import type { Side } from "./table-runs.ts";
import { directionWord, verdictWord } from "./words.ts";

/** What the note column says beside a provision. */
export interface TableNote {
  readonly kind: "rule" | "behaviour" | "impact" | "form";
  readonly text: string;
  /** 收紧 and 放宽 are written in front. */
  readonly direction: Direction;
  /** Worth a row of its own where the words of the provision did not change. */
  readonly telling: boolean;
}

type Relation = Comparison["relation"];

interface Located {
  readonly left: RulePlace | null;
  readonly right: RulePlace | null;
}

/** Rule changes, verdicts and impact, each beside the provisions that their rules belong to. */
export const notesOfProvisions = (
  comparison: Comparison,
): ReadonlyMap<ProvisionChange, readonly TableNote[]> => {
  const notes = new Map<ProvisionChange, TableNote[]>();
  const find = finder(comparison.provisions);
  const put = (located: Located, note: TableNote): void => {
    for (const change of find(located)) {
      const known = notes.get(change);
      if (known === undefined) notes.set(change, [note]);
      else known.push(note);
    }
  };
  for (const change of comparison.rules) put(change, ruleNote(change, comparison.relation));
  for (const change of comparison.behaviour) put(change, behaviourNote(change, comparison.relation));
  for (const changes of byRule(comparison.impact?.changes ?? [])) put(changes[0]!, impactNote(changes));
  return notes;
};

const ruleNote = ({ message, direction, severity }: RuleChange, relation: Relation): TableNote => ({
  kind: "rule",
  text: direction === null ? message : `【${directionWord(direction, relation)}】${message}`,
  direction,
  telling: severity !== "wording",
});

const behaviourNote = (change: BehaviourChange, relation: Relation): TableNote => ({
  kind: "behaviour",
  text: `${change.about}：${verdictOfSide(change, relation)}。`,
  direction: null,
  telling: change.verdict !== "equivalent",
});

/** Beside two columns, 更严 must say of which one. */
const verdictOfSide = (change: BehaviourChange, relation: Relation): string =>
  relation === "documents" && (change.verdict === "stricter" || change.verdict === "looser")
    ? `右栏${verdictWord(change)}`
    : verdictWord(change);

const impactNote = (changes: readonly ImpactChange[]): TableNote => ({
  kind: "impact",
  text: `${changes[0]!.rule}：涉及${sum(changes)}${countingWord(changes[0]!.object)}（${changes
    .map(({ from, to, count }) => `${from}→${to} ${count}`)
    .join("；")}）。`,
  direction: null,
  telling: true,
});

const sum = (changes: readonly ImpactChange[]): number =>
  changes.reduce((total, { count }) => total + count, 0);

/** 家 for institutions, 人 for persons, 条 for records of any other kind. */
export const countingWord = (object: string): string => {
  if (/(?:机构|单位|企业|公司|药店|医院|诊所|学校)$/u.test(object)) return "家";
  return /(?:人|人员|职工|居民)$/u.test(object) ? "人" : "条";
};

/** One rule's ways to change, together and in the order of the impact. */
export const byRule = (changes: readonly ImpactChange[]): readonly (readonly ImpactChange[])[] => [
  ...grouped(changes, ({ rule, object }) => `${object}\n${rule}`).values(),
];

/** The provision of each side that a rule stands under; one row where both sides meet in it. */
const finder = (provisions: readonly ProvisionChange[]) => {
  const byPath = { left: changesByPath(provisions, "left"), right: changesByPath(provisions, "right") };
  return (located: Located): readonly ProvisionChange[] => {
    const right = nearest(byPath.right, located.right?.path ?? null);
    const left = nearest(byPath.left, located.left?.path ?? null);
    // A provision with several partners meets the rule of the other side in one of them.
    const both = left.filter((change) => right.includes(change));
    const found = both.length > 0 ? both : [...right.slice(0, 1), ...left.slice(0, 1)];
    return [...new Set(found)].slice(0, both.length > 0 ? 1 : 2);
  };
};

const changesByPath = (
  provisions: readonly ProvisionChange[],
  side: Side,
): ReadonlyMap<string, readonly ProvisionChange[]> =>
  grouped(
    provisions.filter((change) => change[side] !== null),
    (change) => change[side]?.path ?? "",
  );

/** The provision itself, or the nearest one above it: 16.1.3, 16.1, 16. */
const nearest = (
  byPath: ReadonlyMap<string, readonly ProvisionChange[]>,
  path: string | null,
): readonly ProvisionChange[] => {
  for (let at = path; at !== null; at = parentPath(at)) {
    const found = byPath.get(at);
    if (found !== undefined) return found;
  }
  return [];
};

const parentPath = (path: string): string | null => {
  const dot = path.lastIndexOf(".");
  return dot < 0 ? null : path.slice(0, dot);
};
