import type { Program } from "../../model/ir.ts";
import { commentText } from "../names.ts";
import type { Dialect, Generated, Target } from "../target.ts";
import type { Binding } from "./compilation.ts";
import { explainScript } from "./explain.ts";
import { tableIdentifiers, tableName, viewName } from "./script.ts";
import { schemaScript } from "./tables.ts";
import { refusalsOf, resultColumns, resultQuery, type ResultColumns } from "./views.ts";

export type { Binding } from "./compilation.ts";
export { sqlInputColumns } from "./field-type.ts";
export { sqlInserts, type CanonicalRecord, type SqlExtras } from "./inserts.ts";
export type { ResultColumns } from "./views.ts";

export interface SqlOptions {
  /** 基准日, parameters and readings written into the queries instead of being read from tables. */
  readonly bind?: Binding;
  /** Ids of the decisions wanted; without it all but the 【定义】. */
  readonly only?: readonly string[];
}

export interface GeneratedSql extends Generated {
  /** Names in the scripts, by object. */
  readonly objects: ReadonlyMap<string, SqlObject>;
}

export interface SqlObject {
  /** The table of its records, quoted. */
  readonly table: string;
  readonly result: ResultColumns;
  /** The view of the places in the text that each result rests on, quoted. */
  readonly explained: string;
  /** The view of the reasons of open results, quoted. */
  readonly reasons: string;
  /** The query of the view of results. */
  readonly query: string;
}

/** Tables, views of results and views of reasons for one dialect. Pure: the same program gives the same bytes. */
export const generateSql = (program: Program, dialect: Dialect, options: SqlOptions = {}): GeneratedSql => {
  const identifiers = tableIdentifiers(program);
  const binding = options.bind ?? null;
  const refusals = refusalsOf(program, dialect, identifiers, binding);
  const wanted = options.only === undefined ? null : new Set(options.only);
  const left = new Set([
    ...refusals.map(({ decision }) => decision),
    ...program.decisions.flatMap(({ id }) => (wanted === null || wanted.has(id) ? [] : [id])),
  ]);
  const objects = new Map(
    Array.from(program.objects.keys(), (object): [string, SqlObject] => [
      object,
      {
        table: tableName(identifiers, object),
        result: resultColumns(program, identifiers, object, left),
        explained: viewName(identifiers, object, "依据"),
        reasons: viewName(identifiers, object, "原因"),
        query: resultQuery(program, object, dialect, identifiers, left, binding),
      },
    ]),
  );
  const heading = `-- ${commentText(program.policy.name)}：评估结果。状态为空表示数值超出本引擎的精度，应另用解释器评估该记录。\n`;
  const views = [...objects].map(([object, { result, query }]) => {
    const rules = program.decisions
      .filter(
        (decision) => decision.object === object && result.decisions.some(({ id }) => id === decision.id),
      )
      .map((decision) => {
        const { provision } = decision.origin;
        const label =
          provision === null ? null : (program.policy.provisions.get(provision)?.label ?? provision);
        return `-- ${commentText(decision.id, 80)}${label === null ? "" : `：${commentText(label, 80)}`}`;
      });
    return [...rules, `CREATE VIEW ${result.view} AS\n${query};`].join("\n");
  });
  return {
    files: [
      { name: "schema.sql", text: schemaScript(program, dialect, identifiers) },
      { name: "views.sql", text: `${heading}\n${views.join("\n\n")}\n` },
      ...(binding === null
        ? [{ name: "explain.sql", text: explainScript(program, dialect, identifiers, left) }]
        : []),
    ],
    refusals,
    objects,
  };
};

export const sqlTarget: Target = {
  name: "sql",
  description: "DuckDB 或 PostgreSQL 的表和视图，在数据库里评估全部记录",
  generate: (program, { dialect = "duckdb" }) => {
    const { files, refusals } = generateSql(program, dialect);
    return { files, refusals };
  },
};
