import type { Decision, ExceptionClause, Program } from "../../model/ir.ts";
import { clauseOf } from "./clause.ts";
import { compareNodes } from "./compare-nodes.ts";
import type { Finding } from "./finding.ts";
import { conditionWords } from "./in-words.ts";
import { normalise } from "./normal.ts";
import { pairByScore } from "./pair-by-score.ts";
import type { Pair } from "./pair-decisions.ts";
import { likeness } from "./similarity.ts";
import type { Side, Sides } from "./sides.ts";

/** A change of an exception, with the rules that it lifts on each side. */
export interface ToldException {
  readonly finding: Finding;
  readonly left: ExceptionClause | null;
  readonly right: ExceptionClause | null;
  /** Rules that exist on both sides and are concerned. */
  readonly rules: readonly Pair[];
}

/** Exceptions as they are at the rules that both documents have; those of added and deleted rules go with them. */
export const compareExceptions = (pairs: readonly Pair[], sides: Sides): readonly ToldException[] => {
  const rules = pairs.filter(([left]) => left.kind === "measure" || left.kind === "requirement");
  const partners = pairExceptions(rules, sides);
  const told: ToldException[] = [];
  for (const [left, right] of partners) {
    const concerned = rules.filter(
      ([rule, other]) => hasException(rule, left.id) && hasException(other, right.id),
    );
    told.push(...changesWithin(left, right, concerned, sides));
    const lost = rules.filter(
      ([rule, other]) => hasException(rule, left.id) && !hasException(other, right.id),
    );
    const gained = rules.filter(
      ([rule, other]) => !hasException(rule, left.id) && hasException(other, right.id),
    );
    if (lost.length > 0) told.push({ ...removedFrom(left, sides.left), rules: lost });
    if (gained.length > 0) told.push({ ...addedTo(right, sides.right), rules: gained });
  }
  const lefts = new Set(partners.map(([left]) => left));
  const rights = new Set(partners.map(([, right]) => right));
  for (const clause of sides.left.program.exceptions.values()) {
    const lost = rules.filter(([rule]) => hasException(rule, clause.id));
    if (!lefts.has(clause) && (lost.length > 0 || !isOfRules(clause, sides.left.program))) {
      told.push({ ...removedFrom(clause, sides.left), rules: lost });
    }
  }
  for (const clause of sides.right.program.exceptions.values()) {
    const gained = rules.filter(([, rule]) => hasException(rule, clause.id));
    if (!rights.has(clause) && (gained.length > 0 || !isOfRules(clause, sides.right.program))) {
      told.push({ ...addedTo(clause, sides.right), rules: gained });
    }
  }
  return told;
};

export const hasException = (decision: Decision, id: string): boolean =>
  (decision.kind === "measure" || decision.kind === "requirement") && decision.exceptions.includes(id);

/** Whether the exception lifts a rule at all. */
const isOfRules = ({ id }: ExceptionClause, program: Program): boolean =>
  program.decisions.some((decision) => hasException(decision, id));

const pairExceptions = (
  rules: readonly Pair[],
  { left, right }: Sides,
): readonly (readonly [ExceptionClause, ExceptionClause])[] => {
  const ids = new Map(rules.map(([rule, other]) => [other.id, rule.id]));
  const leftName = (clause: ExceptionClause): string => clause.id;
  const rightName = ({ id, name }: ExceptionClause): string => {
    const rule = id.slice(0, -name.length - 1);
    const own = ids.get(rule);
    return own === undefined ? id : `${own}·${name}`;
  };
  const byName = new Map([...right.program.exceptions.values()].map((clause) => [rightName(clause), clause]));
  const same = [...left.program.exceptions.values()].flatMap((clause) => {
    const other = byName.get(leftName(clause));
    return other === undefined ? [] : [[clause, other] as const];
  });
  const paired = new Set(same.flat());
  return [
    ...same,
    ...pairByScore(
      [...left.program.exceptions.values()].filter((clause) => !paired.has(clause)),
      [...right.program.exceptions.values()].filter((clause) => !paired.has(clause)),
      (first, second) =>
        left.keys.object(first.object) === right.keys.object(second.object)
          ? likeness(first.name, second.name) +
            likeness(conditionWords(first.condition), conditionWords(second.condition))
          : 0,
      0.8,
    ),
  ];
};

/** One exception that says something else; all of it is told as one change. */
const changesWithin = (
  left: ExceptionClause,
  right: ExceptionClause,
  rules: readonly Pair[],
  sides: Sides,
): readonly ToldException[] => {
  const before = normalise(left.condition, sides.left.keys);
  const after = normalise(right.condition, sides.right.keys);
  const { findings } = compareNodes(before, after, sides);
  const effects = new Set(findings.filter(({ wording }) => !wording).map(({ effect }) => effect));
  const wordings = findings.filter(({ wording }) => wording);
  const told: Finding[] = [...wordings];
  if (effects.size > 0) {
    told.push({
      kind: "exceptionChanged",
      left: clauseOf(before, sides.left),
      right: clauseOf(after, sides.right),
      before: conditionWords(left.condition),
      after: conditionWords(right.condition),
      what: null,
      effect: effects.size === 1 ? [...effects][0]! : 0,
      wording: false,
    });
  }
  if (left.name !== right.name) {
    told.push({
      kind: "termRenamed",
      left: clauseOf(before, sides.left),
      right: clauseOf(after, sides.right),
      before: left.name,
      after: right.name,
      what: "例外",
      effect: 0,
      wording: true,
    });
  }
  return told.map((finding) => ({ finding, left, right, rules }));
};

const removedFrom = (clause: ExceptionClause, side: Side): Omit<ToldException, "rules"> => ({
  finding: {
    kind: "exceptionRemoved",
    left: clauseOf(normalise(clause.condition, side.keys), side),
    right: null,
    before: conditionWords(clause.condition),
    after: null,
    what: null,
    effect: -1,
    wording: false,
  },
  left: clause,
  right: null,
});

const addedTo = (clause: ExceptionClause, side: Side): Omit<ToldException, "rules"> => ({
  finding: {
    kind: "exceptionAdded",
    left: null,
    right: clauseOf(normalise(clause.condition, side.keys), side),
    before: null,
    after: conditionWords(clause.condition),
    what: null,
    effect: 1,
    wording: false,
  },
  left: null,
  right: clause,
});
