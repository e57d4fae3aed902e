import type { AnalysisCard, Severity } from "../../worker/worker-api.ts";

/** Findings that are shown under one provision. */
export interface FindingGroup {
  readonly label: string;
  readonly cards: readonly AnalysisCard[];
}

/**
 * Under each provision what is graver comes first, and so do the provisions that have it; else in the order of the text,
 * those of the policy before those of its vocabularies.
 */
export const groupsOf = (cards: readonly AnalysisCard[], path: string): readonly FindingGroup[] => {
  const groups: { readonly label: string; readonly cards: AnalysisCard[] }[] = [];
  for (const card of cards.toSorted((left, right) => compare(left, right, path))) {
    const label = labelOf(card, path);
    const last = groups.at(-1);
    if (last?.label === label) last.cards.push(card);
    else groups.push({ label, cards: [card] });
  }
  for (const { cards: own } of groups) own.sort((left, right) => gravity(left) - gravity(right));
  return groups.toSorted((left, right) => gravity(left.cards[0]!) - gravity(right.cards[0]!));
};

const gravity = ({ severity }: AnalysisCard): number => GRAVITY[severity];

const GRAVITY = { error: 0, warning: 1, info: 2 } as const satisfies Readonly<Record<Severity, number>>;

/** 第十八条, or the file where the clause stands under no provision of the policy. */
const labelOf = ({ places }: AnalysisCard, path: string): string => {
  const [first] = places;
  if (first === undefined) return "全文";
  if (first.file !== path) return first.file.split("/").at(-1)!;
  return first.label ?? "条文之前";
};

const compare = (left: AnalysisCard, right: AnalysisCard, path: string): number => {
  const [first, second] = [left.places[0], right.places[0]];
  if (first === undefined || second === undefined) return 0;
  if (first.file !== second.file) {
    if (first.file === path) return -1;
    if (second.file === path) return 1;
    return first.file < second.file ? -1 : 1;
  }
  return first.span.start - second.span.start;
};
