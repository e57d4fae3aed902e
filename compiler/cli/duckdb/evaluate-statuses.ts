import { readsOf } from "../../analyse/fields-read.ts";
import { conflictsOf } from "../../evaluate/index.ts";
import { generateSql, sqlInserts, type SqlObject } from "../../generate/sql/index.ts";
import type { Refusal } from "../../generate/index.ts";
import type { Decision, MeasureRule, Program } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { decisionsBehind } from "../../model/walk.ts";
import { objectsOf } from "../../report/status-table.ts";
import type { DatabaseRegister } from "./load-register.ts";
import { objectView } from "./object-table.ts";
import type { Session } from "./session.ts";
import { isAscending } from "./unusual-rows.ts";

/** What the database is asked. */
export interface StatusRequest {
  readonly program: Program;
  readonly at: Day;
  readonly readings: ReadonlyMap<string, number>;
  /** Decisions to report. */
  readonly decisions: readonly Decision[];
}

/** The columns beside `id` that are kept, from the names of the columns of statuses. */
export type StatusShape = (names: readonly string[]) => readonly string[];

/** The statuses of one object as a table in the database, in the shape that was asked for. */
export interface EvaluatedObject {
  readonly object: string;
  readonly table: string;
  readonly columns: readonly { readonly decision: Decision; readonly column: string }[];
  /** The rows stand in the order of their ids. */
  readonly sorted: boolean;
  /** Something there makes `check` end with 1. */
  readonly hasFindings: boolean;
}

export interface Evaluated {
  readonly objects: readonly EvaluatedObject[];
  /** Decisions that are left out. */
  readonly refusals: readonly Refusal[];
}

/** The part of the program that the reported decisions rest on. */
export const neededProgram = (program: Program, decisions: readonly Decision[]): Program => {
  const needed = new Set(decisions.flatMap(({ id }) => decisionsBehind(program, id)));
  return { ...program, decisions: program.decisions.filter((decision) => needed.has(decision)) };
};

/** Fields that have to be in the database, by object. */
export const neededFields = (
  program: Program,
  decisions: readonly Decision[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const needed = neededProgram(program, decisions);
  return readsOf(needed, needed.decisions).fields;
};

/** Decisions that SQL cannot express exactly, or does not report, of those that are to be reported. */
export const refusedBySql = ({ program, decisions, at, readings }: StatusRequest): readonly Refusal[] => {
  const wanted = new Set(decisions.map(({ id }) => id));
  const { refusals } = generateSql(neededProgram(program, decisions), "duckdb", { bind: { at, readings } });
  const definitions = decisions.filter(({ kind }) => kind === "definition");
  return [
    ...refusals.filter(({ decision }) => wanted.has(decision)),
    ...definitions.map(({ id, origin: { provision } }) => ({
      decision: id,
      provision,
      message: `“${id}”是【定义】，数据库视图只列规则。请用 --engine javascript 核对。`,
    })),
  ];
};

/** Evaluates with the views that `build --target sql` writes, with day, parameters and readings written in. */
export const evaluateStatuses = async (
  session: Session,
  request: StatusRequest,
  register: DatabaseRegister,
  shape: StatusShape,
): Promise<Evaluated> => {
  const { at, readings, decisions } = request;
  const program = neededProgram(request.program, decisions);
  const { tables } = register.loaded.facts;
  const { parameters, distances, reasons } = tables;
  const only = decisions.map(({ id }) => id);
  const generated = generateSql(program, "duckdb", { bind: { at, parameters, readings }, only });
  const statements = [...sqlInserts(program, "duckdb", {}, { distances, reasons })];
  for (const [object, { table }] of generated.objects) {
    statements.push(`DROP TABLE ${table}`, objectView(register.tables.get(object)!, table));
  }
  const schema = generated.files.find(({ name }) => name === "schema.sql")!.text;
  await session.run(`${schema}\n${statements.map((statement) => `${statement};`).join("\n")}`);
  const wanted = new Set(decisions.map(({ id }) => id));
  const objects: EvaluatedObject[] = [];
  for (const [number, object] of objectsOf(decisions).entries()) {
    const own = decisions.filter((decision) => decision.object === object);
    objects.push(await evaluateObject(session, generated.objects.get(object)!, number, own, register, shape));
  }
  return { objects, refusals: generated.refusals.filter(({ decision }) => wanted.has(decision)) };
};

const evaluateObject = async (
  session: Session,
  { query, result }: SqlObject,
  number: number,
  decisions: readonly Decision[],
  register: DatabaseRegister,
  shape: StatusShape,
): Promise<EvaluatedObject> => {
  const table = `statuses_${number}`;
  const columns = decisions.flatMap((decision, at) => {
    const found = result.decisions.find(({ id }) => id === decision.id);
    return found === undefined ? [] : [{ decision, column: `s${at}`, status: found.status }];
  });
  const selected = columns.map(({ column, status }) => `${status} AS ${column}`);
  const statuses = `(SELECT ${[`${result.id} AS id`, ...selected].join(", ")} FROM (${query}) AS result) AS statuses`;
  const tests = [...findingTests(columns, register), ...conflictTests(columns)];
  const finding = `coalesce(${tests.length === 0 ? "false" : tests.join(" OR ")}, false) AS finding`;
  const names = columns.map(({ column }) => column);
  // A status is NULL where a number left the range of the database.
  const beyond = `(${names.length === 0 ? "false" : names.map((name) => `${name} IS NULL`).join(" OR ")}) AS beyond`;
  await session.run(
    `CREATE TABLE ${table} AS SELECT id, ${[...shape(names), finding, beyond].join(", ")} FROM ${statuses}`,
    `核对 ${decisions[0]!.object}`,
  );
  const [[some, over] = [false, false]] = await session.rows(
    `SELECT coalesce(bool_or(finding), false), coalesce(bool_or(beyond), false) FROM ${table}`,
  );
  if (over === true) throw new BeyondRange(await namesBeyond(session, statuses, columns));
  const sorted = await isAscending(session, table);
  return { object: decisions[0]!.object, table, columns, sorted, hasFindings: some === true };
};

const namesBeyond = async (
  session: Session,
  statuses: string,
  columns: readonly Column[],
): Promise<readonly string[]> => {
  const counts = columns.map(({ column }) => `count(*) - count(${column})`).join(", ");
  const [found = []] = await session.rows(`SELECT ${counts} FROM ${statuses}`);
  return columns.filter((_, at) => Number(found[at] ?? 0) > 0).map(({ decision }) => decision.id);
};

/** Numbers of some records are larger than the database computes with: only the other engines can tell. */
export class BeyondRange extends Error {
  readonly decisions: readonly string[];

  constructor(decisions: readonly string[]) {
    super("a number is beyond the range of the database");
    this.decisions = decisions;
  }
}

interface Column {
  readonly decision: Decision;
  readonly column: string;
}

/** A 冲突, or a 不符合 for which no reason is recorded. */
const findingTests = (columns: readonly Column[], { loaded }: DatabaseRegister): readonly string[] =>
  columns.flatMap(({ decision, column }) => {
    if (decision.kind === "classification") return [`${column} = '冲突'`];
    if (decision.kind !== "requirement") return [];
    const excused = decision.modality.inPrinciple
      ? loaded.facts.tables.reasons.filter(
          ({ object, rule }) =>
            object === decision.object && (rule === decision.name || rule === decision.id),
        )
      : [];
    const ids = excused.map(({ id }) => `'${id.replaceAll("'", "''")}'`);
    return [`(${column} = '不符合'${ids.length === 0 ? "" : ` AND id NOT IN (${ids.join(", ")})`})`];
  });

/** Measures that contradict each other where both hold. */
const conflictTests = (columns: readonly Column[]): readonly string[] => {
  const measures = columns.flatMap(({ decision, column }) =>
    decision.kind === "measure" ? [{ decision, column }] : [],
  );
  return measures.flatMap((left, at) =>
    measures
      .slice(at)
      .filter((right) => clash(left === right ? [left.decision] : [left.decision, right.decision]))
      .map((right) => `(${left.column} = '成立' AND ${right.column} = '成立')`),
  );
};

const clash = (rules: readonly MeasureRule[]): boolean =>
  conflictsOf({ record: { object: "", id: "" }, rules }).length > 0;
