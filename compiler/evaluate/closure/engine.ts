import type { Facts } from "../../model/facts.ts";
import type { Decision, Program } from "../../model/ir.ts";
import type { Status } from "../../model/outcome.ts";
import { reportedDecisions, type EvaluationOptions } from "../evaluate.ts";
import { outsideForce } from "../interval.ts";
import { printDecided } from "../print.ts";
import { startRun } from "../run.ts";
import { compileDecision } from "./decision.ts";
import { fieldsBehind } from "./fields-behind.ts";
import { CODES, STATUSES } from "./level.ts";
import { Workshop } from "./workshop.ts";

export type ClosureOptions = Pick<EvaluationOptions, "at" | "readings" | "only">;

/**
 * A program as a tree of closures over columns of facts, for registers that the interpreter is too slow for where no
 * code may be generated. It says what `evaluate` says, without the reasons.
 */
export interface ClosureEngine {
  /** The decisions that are reported, in the order of the program. */
  readonly decisions: readonly Decision[];
  /** Ids of those that were left to the interpreter, because some fact or clause fits no column. */
  readonly interpreted: () => readonly string[];
  /** 编号 of the records of an object, in the order of the results. */
  readonly ids: (object: string) => readonly string[];
  /** Codes of the results of all records of the decision's object, by `STATUSES`. */
  readonly statuses: (decision: string) => Uint8Array;
  /** Undefined where there is no such decision or record. */
  readonly status: (decision: string, id: string) => Status | undefined;
  /** Class, number or position in print; null where none was found. */
  readonly value: (decision: string, id: string) => string | null;
}

export interface StatusRow {
  readonly object: string;
  readonly id: string;
  readonly decision: string;
  readonly status: Status;
  readonly value: string | null;
}

export const createClosureEngine = (
  program: Program,
  facts: Facts,
  options: ClosureOptions,
): ClosureEngine => {
  const workshop = new Workshop(startRun(program, facts, options.at, options.readings), compileDecision);
  const decisions = reportedDecisions(program, options.only);
  const reported = new Map(decisions.map((decision) => [decision.id, decision]));
  for (const [object, fields] of fieldsBehind(program, decisions)) workshop.table(object).prepare(fields);
  const isOutside = outsideForce(program.policy, options.at) !== null;
  const finished = new Map<string, Uint8Array>();

  const statuses = (id: string): Uint8Array => {
    const known = finished.get(id);
    if (known !== undefined) return known;
    const decision = reported.get(id);
    if (decision === undefined) return new Uint8Array(0);
    const { length } = workshop.table(decision.object);
    const found = isOutside ? new Uint8Array(length).fill(CODES.不适用) : allCodes(workshop, id, length);
    finished.set(id, found);
    return found;
  };

  const rowOf = (id: string, record: string): number | undefined => {
    const decision = reported.get(id);
    return decision === undefined ? undefined : workshop.table(decision.object).rowOf(record);
  };

  const printed = (id: string, row: number): string | null => {
    if (isOutside) return null;
    const { decision, value } = workshop.decision(id);
    const found = value(row);
    return found === null ? null : printDecided(found, decision);
  };

  return {
    decisions,
    interpreted: () => decisions.map(({ id }) => id).filter((id) => workshop.decision(id).isInterpreted),
    ids: (object) => workshop.table(object).records.map(({ id }) => id),
    statuses,
    status: (decision, id) => {
      const row = rowOf(decision, id);
      if (row === undefined) return undefined;
      return STATUSES[isOutside ? CODES.不适用 : workshop.decision(decision).code(row)];
    },
    value: (decision, id) => {
      const row = rowOf(decision, id);
      return row === undefined ? null : printed(decision, row);
    },
  };
};

/** Status and value of every reported decision on every record, in the order of `evaluate`. */
export const evaluateStatuses = (
  program: Program,
  facts: Facts,
  options: ClosureOptions,
): readonly StatusRow[] => {
  const engine = createClosureEngine(program, facts, options);
  return engine.decisions.flatMap(({ id: decision, object }) => {
    const codes = engine.statuses(decision);
    return engine.ids(object).map((id, row) => {
      const code = codes[row]!;
      return {
        object,
        id,
        decision,
        status: STATUSES[code]!,
        value: code === CODES.已认定 ? engine.value(decision, id) : null,
      };
    });
  });
};

const allCodes = (workshop: Workshop, id: string, length: number): Uint8Array => {
  const { code, codes } = workshop.decision(id);
  for (let row = 0; row < length; row += 1) code(row);
  return codes;
};
