import { alwaysInForce } from "../analyse/witness/index.ts";
import { createClosureEngine, type ClosureEngine } from "../evaluate/index.ts";
import type { Impact, ImpactChange, RuleChange, RuleChangeKind } from "../model/change.ts";
import type { Facts } from "../model/facts.ts";
import type { Program } from "../model/ir.ts";
import type { Day } from "../model/value.ts";
import type { DecisionPair, RuleComparison } from "./found-change.ts";
import { aboutOf } from "./behaviour/index.ts";
import { groupsOf } from "./impact-groups.ts";
import { placeOfDecision } from "./impact-place.ts";
import {
  isOpen,
  isUncounted,
  nominalBetween,
  resultsOf,
  transitionBetween,
  type RecordResult,
} from "./impact-results.ts";
import { rowsOf, type RecordRows } from "./impact-rows.ts";

/** A program with the register as its own vocabulary reads it. */
export interface ImpactSide {
  readonly program: Program;
  readonly facts: Facts;
}

/**
 * Whose results change: both programs are run over the register, as if both documents were in force on that day, and
 * the results of each pair of rules are compared record by record.
 */
export const impactOf = (left: ImpactSide, right: ImpactSide, rules: RuleComparison, at: Day): Impact => {
  const pairs = rules.pairs.filter((pair) => (pair.left ?? pair.right)?.kind !== "definition");
  const engines = { left: engineOf(left, pairs, "left", at), right: engineOf(right, pairs, "right", at) };
  const rows = new Map<string, RecordRows>();
  const changes: ImpactChange[] = [];
  const unchangedRules: string[] = [];
  const uncountedRules: string[] = [];
  const programs = { left: left.program, right: right.program };
  for (const pair of pairs) {
    const { object } = (pair.left ?? pair.right)!;
    const here = rows.get(object) ?? rowsOf(object, engines);
    rows.set(object, here);
    const found = transitionsOf(pair, object, here, engines, nominalBetween(pair, programs));
    if (found.length === 0) (isUncounted(pair) ? uncountedRules : unchangedRules).push(aboutOf(pair));
    for (const { from, to, undecided, nominal, ids } of found) {
      changes.push({
        rule: aboutOf(pair),
        object,
        left: placeOfDecision(left.program, pair.left),
        right: placeOfDecision(right.program, pair.right),
        from,
        to,
        count: ids.length,
        records: ids,
        undecided,
        nominal,
        groups: groupsOf([right, left], object, ids),
        because: reasonsFor(pair, rules),
      });
    }
  }
  const records = Object.fromEntries([...rows].map(([object, { ids }]) => [object, ids.length]));
  return { at, records, changes, unchangedRules, uncountedRules };
};

interface Transition {
  readonly from: string;
  readonly to: string;
  readonly undecided: boolean;
  readonly nominal: boolean;
  readonly ids: string[];
}

/** Largest first; what is undecided after what is decided, names alone last. */
const transitionsOf = (
  pair: DecisionPair,
  object: string,
  rows: RecordRows,
  engines: { readonly left: ClosureEngine; readonly right: ClosureEngine },
  isNominal: (from: RecordResult, to: RecordResult) => boolean,
): readonly Transition[] => {
  const left = resultsOf(engines.left, pair.left, object);
  const right = resultsOf(engines.right, pair.right, object);
  const between = transitionBetween(pair);
  const found = new Map<string, Transition>();
  for (const [at, id] of rows.ids.entries()) {
    const from = left(rows.left[at]!, id);
    const to = right(rows.right[at]!, id);
    const words = between(from, to);
    if (words === null) continue;
    const key = `${words.from}\n${words.to}`;
    const known = found.get(key);
    if (known !== undefined) known.ids.push(id);
    else {
      const undecided = isOpen(from) || isOpen(to);
      found.set(key, { ...words, undecided, nominal: isNominal(from, to), ids: [id] });
    }
  }
  return [...found.values()].toSorted(
    (one, other) =>
      Number(one.nominal) - Number(other.nominal) ||
      Number(one.undecided) - Number(other.undecided) ||
      other.ids.length - one.ids.length ||
      (`${one.from}${one.to}` < `${other.from}${other.to}` ? -1 : 1),
  );
};

/**
 * Rule changes that can change the results of one of the two. What only changes words explains nothing, unless a name
 * is all that changed: data that know a fact by its old name have none under the new one.
 */
const reasonsFor = (pair: DecisionPair, { changes }: RuleComparison): readonly number[] => {
  const indexes = [...changes.keys()];
  const weighty = indexes.filter((index) => {
    const { change } = changes[index]!;
    return change.severity !== "wording" && reachesPair(change, pair);
  });
  return weighty.length > 0 ? weighty : indexes.filter((index) => IS_NAME.has(changes[index]!.change.kind));
};

const reachesPair = ({ reaches }: RuleChange, { left, right }: DecisionPair): boolean =>
  (left !== null && reaches.left.includes(left.id)) || (right !== null && reaches.right.includes(right.id));

const IS_NAME: ReadonlySet<RuleChangeKind> = new Set([
  "termRenamed",
  "ruleRenamed",
] satisfies RuleChangeKind[]);

/** A rule that a side has not needs no engine there. */
const engineOf = (
  { program, facts }: ImpactSide,
  pairs: readonly DecisionPair[],
  side: "left" | "right",
  at: Day,
): ClosureEngine => {
  const decisions = pairs.flatMap((pair) => pair[side] ?? []);
  return createClosureEngine(alwaysInForce(program), facts, { at, only: decisions.map(({ id }) => id) });
};
