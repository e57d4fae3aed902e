import type { FactRecord } from "../model/facts.ts";
import type { Candidates } from "../model/ir.ts";
import type { Reason } from "../model/outcome.ts";
import { evaluateCondition } from "./condition.ts";
import { reasonKey, reasonSet, undecidedStatus, union } from "./reason.ts";
import type { Environment, Run } from "./run.ts";
import { sharedConditionKey } from "./shared.ts";
import { TRUE } from "./truth.ts";

/** Records that the condition of a quantifier does not rule out, wherever they are. */
export interface Possible {
  readonly records: readonly FactRecord[];
  readonly ids: ReadonlySet<string>;
  /** Why the condition is open, by 编号, where it is. */
  readonly open: ReadonlyMap<string, readonly Reason[]>;
  /** All of these together with the reasons of a scope, by the keys of those. */
  readonly joined: Map<string, readonly Reason[]>;
}

/** Those of them whose place was not asked, because the scope is undecided for all alike. */
export interface Unasked {
  readonly count: number;
  readonly includes: (record: FactRecord) => boolean;
  readonly reasonsWithout: (excepted: FactRecord | null) => readonly Reason[];
}

/**
 * 假且不定 is 假: a record that does not meet the condition is no candidate in any scope. Asked once for the facts that
 * are compared; where the condition depends on the judged record itself, nobody is ruled out.
 */
export const possibleOf = (run: Run, candidates: Candidates, environment: Environment): Possible => {
  const known = run.possible.get(candidates) ?? new Map<string, Possible>();
  run.possible.set(candidates, known);
  const condition = sharedConditionKey(run, candidates, environment);
  const key = condition === null ? EVERYBODY : `=${condition}`;
  const found = known.get(key) ?? ruleOut(run, candidates, condition === null ? null : environment);
  known.set(key, found);
  return found;
};

const EVERYBODY = "";

const ruleOut = (run: Run, candidates: Candidates, environment: Environment | null): Possible => {
  const records: FactRecord[] = [];
  const open = new Map<string, readonly Reason[]>();
  for (const record of run.facts.records(candidates.object)) {
    const truth =
      environment === null
        ? TRUE
        : evaluateCondition(run, candidates.where, [...environment.slice(0, candidates.variable), record]);
    if (truth.kind !== "false") records.push(record);
    if (truth.kind === "indeterminate") open.set(record.id, truth.reasons);
  }
  return { records, ids: new Set(records.map((record) => record.id)), open, joined: new Map() };
};

/** Null where nobody is left: then the scope decides nothing. */
export const unaskedOf = (
  possible: Possible,
  scope: readonly Reason[],
  asked: readonly FactRecord[],
): Unasked | null => {
  const count = possible.records.length - asked.length;
  if (count === 0) return null;
  const others = new Set(asked);
  return {
    count,
    includes: (record) => possible.ids.has(record.id) && !others.has(record),
    reasonsWithout: (excepted) => joinReasons(possible, scope, excepted),
  };
};

/**
 * Where facts of the scope are missing, they come first, and those of the candidates are asked for afterwards: each
 * judged record would list those of all candidates otherwise. An open parameter is the same for all records.
 */
const joinReasons = (
  possible: Possible,
  scope: readonly Reason[],
  excepted: FactRecord | null,
): readonly Reason[] => {
  if (possible.open.size === 0 || undecidedStatus(scope) === "未知") return scope;
  if (excepted !== null && possible.open.has(excepted.id))
    return union(scope, openReasons(possible, excepted.id));
  const key = scope.map(reasonKey).join("|");
  const joined = possible.joined.get(key) ?? union(scope, openReasons(possible, null));
  possible.joined.set(key, joined);
  return joined;
};

const openReasons = ({ open }: Possible, without: string | null): readonly Reason[] =>
  reasonSet([...open].flatMap(([id, reasons]) => (id === without ? [] : reasons)));
