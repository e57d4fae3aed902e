import type {
  Comparison,
  Contrast,
  EditClass,
  ProvisionChange,
  ProvisionChangeKind,
  Severity,
  Verdict,
} from "../../model/change.ts";
import {
  CONTRAST_WORDS,
  contrastOf,
  EDIT_WORDS,
  PROVISION_KINDS,
  provisionWord,
  severityWord,
  VERDICT_WORDS,
} from "./words.ts";

/** How much was found; kinds that do not occur are left out. */
export interface ComparisonCounts {
  readonly provisions: Partial<Record<ProvisionChangeKind, number>>;
  /** Edits of the provisions by class. */
  readonly edits: Partial<Record<EditClass, number>>;
  readonly rules: Partial<Record<Severity, number>>;
  readonly behaviour: Partial<Record<Verdict, number>>;
  /** The incomparable ones among them by kind. */
  readonly contrasts: Partial<Record<Contrast, number>>;
  /** Records with at least one result that changes, not in name alone: decided ones, and those open on a side. */
  readonly impact: { readonly changed: number; readonly undecided: number } | null;
}

export const countsOf = (comparison: Comparison): ComparisonCounts => ({
  provisions: tally(partners(comparison.provisions).map(({ kind }) => kind)),
  edits: tally(comparison.provisions.flatMap(({ edits }) => edits.map((edit) => edit.class))),
  rules: tally(comparison.rules.map(({ severity }) => severity)),
  behaviour: tally(comparison.behaviour.map(({ verdict }) => verdict)),
  contrasts: tally(comparison.behaviour.filter(({ verdict }) => verdict === "incomparable").map(contrastOf)),
  impact: impactCounts(comparison),
});

/** A split provision has a row for each part, and is one change. */
const partners = (rows: readonly ProvisionChange[]): readonly ProvisionChange[] => {
  const seen = new Set<string>();
  return rows.filter(({ kind, left, right }) => {
    if (kind !== "split" && kind !== "merged") return true;
    const key = `${kind} ${kind === "split" ? left?.path : right?.path}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

const tally = <Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> => {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

const impactCounts = ({ impact }: Comparison): ComparisonCounts["impact"] => {
  if (impact === null) return null;
  const changed = new Set<string>();
  const undecided = new Set<string>();
  for (const change of impact.changes) {
    if (change.nominal === true) continue;
    const target = change.undecided ? undecided : changed;
    for (const id of change.records) target.add(`${change.object}\n${id}`);
  }
  // A record whose result changes for certain under one rule is not counted as open under another as well.
  return { changed: changed.size, undecided: [...undecided].filter((record) => !changed.has(record)).length };
};

/** 修改3，新增1，未变10: the counts of provisions in one line. */
export const provisionCountWords = (
  { provisions }: ComparisonCounts,
  relation: Comparison["relation"],
): string =>
  PROVISION_KINDS.flatMap((kind) =>
    provisions[kind] === undefined ? [] : [`${provisionWord(kind, relation)}${provisions[kind]}`],
  ).join("，");

export const editCountWords = ({ edits }: ComparisonCounts): string =>
  counted(["words", "punctuation", "reference", "numbering", "width", "whitespace"], edits, EDIT_WORDS);

export const ruleCountWords = (
  { rules }: ComparisonCounts,
  relation: Comparison["relation"] = "versions",
): string =>
  (["substantive", "conditional", "wording"] as const)
    .flatMap((severity) =>
      rules[severity] === undefined ? [] : [`${severityWord(severity, relation)}${rules[severity]}`],
    )
    .join("，");

export const behaviourCountWords = ({ behaviour, contrasts }: ComparisonCounts): string =>
  [
    counted(["stricter", "looser"], behaviour, VERDICT_WORDS),
    counted(["directions", "results", "names"], contrasts, CONTRAST_WORDS),
    counted(["undecided", "equivalent"], behaviour, VERDICT_WORDS),
  ]
    .filter((words) => words !== "")
    .join("，");

export const impactCountWords = ({ impact }: ComparisonCounts): string =>
  impact === null
    ? ""
    : `${impact.changed}条记录的结果改变${impact.undecided === 0 ? "" : `，另有${impact.undecided}条记录的结果尚不能确定是否改变`}`;

const counted = <Key extends string>(
  order: readonly Key[],
  counts: Partial<Record<Key, number>>,
  words: Readonly<Record<Key, string>>,
): string =>
  order.flatMap((key) => (counts[key] === undefined ? [] : `${words[key]}${counts[key]}`)).join("，");

/** Nothing differs, and nothing that differs was left out: white space between provisions, which only takes a line of its own, is not told. */
export const isSame = ({
  provisions,
  headings,
  furniture,
  rules,
  behaviour,
  impact,
  rulesUncompared,
}: Comparison): boolean =>
  rulesUncompared !== true &&
  [...provisions, ...headings].every(({ kind, edits }) => kind === "unchanged" && edits.length === 0) &&
  furniture.length === 0 &&
  rules.length === 0 &&
  behaviour.every(({ verdict }) => verdict === "equivalent") &&
  (impact?.changes.length ?? 0) === 0;
