import type { Candidates, Subject } from "../../model/ir.ts";
import { rootOf, visitCondition } from "../../model/walk.ts";
import type { Block } from "./block.ts";
import { NO_REASON, whyWhere } from "./cause.ts";
import { bring, type Compilation } from "./compilation.ts";
import { and, certain, FALSE, isKnown, isTrue, not, or, raw, sql, TRUE, when, type Expr } from "./expr.ts";
import { counted, tally } from "./pairs.ts";
import { placeOf, readField } from "./subject.ts";
import { settledOf } from "./value.ts";
import { conditionWhy } from "./why.ts";

/** Candidates whose place is not asked, because the scope is undecided for all alike. */
export interface Possible {
  /** How many may be candidates, the excepted record among them. */
  readonly count: Expr;
  /** The excepted record is one of them. */
  readonly own: Expr;
  /** The condition of another one than the excepted record is open for a missing fact. */
  readonly fact: Expr;
  /** Where reasons are asked for: why the condition is open of others than the excepted record. */
  readonly why: Expr;
  /** They were asked for the condition: those that do not meet it are left out. */
  readonly asked: Expr;
}

/**
 * Records that the condition does not rule out wherever they are, for the rows of `filter`. Where it depends on the
 * judged record itself, or on a fact that is open, nobody is ruled out.
 */
export const possibleOf = (
  compilation: Compilation,
  block: Block,
  candidates: Candidates,
  filter: Expr,
  own: Expr | null,
  reasons: boolean,
): Possible => {
  const everybody = certain(sql`(SELECT count(*) FROM ${block.relationOf(candidates.object)})`);
  const present = own === null ? FALSE : isKnown(own);
  const dependencies = dependenciesOf(candidates);
  if (dependencies === null)
    return { count: everybody, own: present, fact: FALSE, asked: FALSE, why: NO_REASON };
  const known = block.column(
    and(
      ...dependencies.map(({ subject, field }) => {
        const place = placeOf(compilation, block, subject);
        const exists = bring(block, place.block, place.exists);
        if (field === null) return exists;
        const value = readField(compilation, block, subject, field);
        return value === null ? FALSE : and(exists, settledOf(value));
      }),
    ),
  );
  const found = tally(compilation, block, candidates, {
    reach: () => ({
      inScope: { truth: TRUE, fact: FALSE },
      branches: [{ from: (keys, all) => (keys === null ? all : `${keys} CROSS JOIN ${all}`) }],
    }),
    filter: isTrue(known) ? filter : and(filter, known),
    own,
    why: reasons ? (inner) => conditionWhy(compilation, inner, candidates.where) : null,
    sums: (_inner, { where }) => [
      counted("possible", `${where.sql} <> 0`),
      counted("fact", `${where.sql} = 3`),
    ],
  });
  const ownCode = found.ownWhere;
  const ownPossible = own === null ? FALSE : certain(sql`COALESCE(${ownCode} <> 0, FALSE)`);
  const ownFact = own === null ? raw("0") : when([[sql`${ownCode} = 3`, raw("1")]], raw("0"));
  return {
    count: certain(when([[known, found.sum("possible")]], everybody)),
    own: or(and(known, ownPossible), and(not(known), present)),
    fact: and(known, certain(sql`(${found.sum("fact")} - ${ownFact} > 0)`)),
    asked: known,
    why: whyWhere(certain(sql`(${known} IS TRUE)`), found.why),
  };
};

interface Dependency {
  readonly subject: Subject;
  /** Null: the record itself, which was reached through a reference. */
  readonly field: string | null;
}

/** What a condition reads of the records around; null where values hardly ever repeat from record to record. */
const dependenciesOf = ({ where, variable }: Candidates): readonly Dependency[] | null => {
  const found: Dependency[] = [];
  let shared = true;
  const useRecord = (subject: Subject): void => {
    if (rootOf(subject) >= variable) return;
    if (subject.kind === "variable") shared = false;
    else found.push({ subject, field: null });
  };
  visitCondition(where, {
    subject: useRecord,
    term: (term) => {
      if (term.kind !== "field" || rootOf(term.of) >= variable) return;
      if (UNSHARED.has(term.type.kind)) shared = false;
      else found.push({ subject: term.of, field: term.field });
    },
    candidates: (inner) => {
      if (inner.scope.kind === "distance") shared = false;
      if (inner.except !== null) useRecord(inner.except);
    },
  });
  return shared ? found : null;
};

const UNSHARED = new Set(["number", "date", "coordinate"]);
