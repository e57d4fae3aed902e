import { printDecided } from "../../compiler/evaluate/print.ts";
import {
  generateSql,
  sqlInserts,
  type CanonicalRecord,
  type SqlExtras,
  type SqlOptions,
} from "../../compiler/generate/sql/index.ts";
import { inDeclaredUnit, decimalText, isoDate } from "../../compiler/generate/sql/parameter.ts";
import type { FactRecord } from "../../compiler/model/facts.ts";
import type { Decision, Program } from "../../compiler/model/ir.ts";
import type { Reason } from "../../compiler/model/outcome.ts";
import type { Type } from "../../compiler/model/type.ts";
import type { Value } from "../../compiler/model/value.ts";
import { rational } from "../../language/index.ts";
import { inSchema, type Engine } from "./sql-engines.ts";

/** A record in plain values, as developers pass it. */
export const plainRecord = (record: FactRecord, program: Program): CanonicalRecord => {
  const fields = program.objects.get(record.object)!.fields;
  const entries = [...record.facts].flatMap(([name, value]) => {
    const field = fields.get(name);
    return field === undefined ? [] : [[name, plainValue(value, field.type)] as const];
  });
  return Object.fromEntries([["编号", record.id], ...entries]);
};

const plainValue = (value: Value, type: Type): string | number | boolean => {
  switch (value.kind) {
    case "boolean":
    case "text":
    case "enumeration":
      return value.value;
    case "reference":
      return value.id;
    case "date":
      return isoDate(value.value);
    case "coordinate":
      return `${value.longitude},${value.latitude}`;
    case "number":
      return type.kind === "number" ? decimalText(inDeclaredUnit(value.value, type)) : "";
  }
};

export const plainRecords = (
  records: readonly FactRecord[],
  program: Program,
): Readonly<Record<string, readonly CanonicalRecord[]>> => {
  const byObject: Record<string, CanonicalRecord[]> = {};
  for (const record of records) (byObject[record.object] ??= []).push(plainRecord(record, program));
  return byObject;
};

/** Status and value by decision and 编号, as the engine finds them; null: out of range. */
export const sqlResults = async (
  engine: Engine,
  program: Program,
  records: readonly FactRecord[],
  extras: SqlExtras,
  options: SqlOptions = {},
): Promise<{
  readonly citations: ReadonlyMap<string, readonly string[]>;
  /** Reasons that were recorded for a departure. */
  readonly recorded: ReadonlyMap<string, string>;
  /** Reasons of open results, each as its own fields in the order of the columns. */
  readonly reasons: ReadonlyMap<string, readonly string[]>;
  readonly results: ReadonlyMap<string, string | null>;
  readonly refused: ReadonlySet<string>;
}> => {
  const generated = generateSql(program, engine.dialect, options);
  const byId = new Map(program.decisions.map((decision) => [decision.id, decision]));
  const results = new Map<string, string | null>();
  const citations = new Map<string, readonly string[]>();
  const reasons = new Map<string, readonly string[]>();
  const recorded = new Map<string, string>();
  await inSchema(engine, async () => {
    for (const file of generated.files) await engine.run(file.text);
    await engine.run(
      sqlInserts(program, engine.dialect, plainRecords(records, program), extras).join(";\n") || "SELECT 1",
    );
    for (const { result, explained, reasons: told } of generated.objects.values()) {
      if (options.bind === undefined && result.decisions.length > 0) {
        for (const row of await engine.rows(`SELECT * FROM ${explained}`)) {
          const key = JSON.stringify([row["规则"], row["编号"]]);
          const place = [
            row["条款"],
            row["条款名称"],
            row["引文"],
            Number(row["起"]),
            Number(row["止"]),
            row["规则条件"] ?? null,
          ];
          citations.set(key, [...(citations.get(key) ?? []), JSON.stringify(place)]);
          if (typeof row["理由"] === "string") recorded.set(key, row["理由"]);
        }
        for (const row of await engine.rows(`SELECT * FROM ${told}`)) {
          const key = JSON.stringify([row["规则"], row["编号"]]);
          const cells = [row["状态"], ...REASON_COLUMNS.map((column) => row[column] ?? null)];
          reasons.set(key, [...(reasons.get(key) ?? []), JSON.stringify(cells)]);
        }
      }
      for (const row of await engine.rows(`SELECT * FROM ${result.view}`)) {
        for (const { id, status, value } of result.decisions) {
          const found = row[unquoted(status)];
          const shown = value === null ? null : shownValue(byId.get(id)!, row[unquoted(value)]);
          results.set(
            JSON.stringify([id, row["编号"]]),
            typeof found === "string" ? `${found} ${shown ?? ""}` : null,
          );
        }
      }
    }
  });
  return {
    results,
    citations,
    recorded,
    reasons,
    refused: new Set(generated.refusals.map(({ decision }) => decision)),
  };
};

const REASON_COLUMNS = [
  "类别",
  "名称",
  "对象",
  "记录",
  "由谁确定",
  "来源",
  "地区",
  "起点",
  "终点",
  "方式",
] as const;

/** A reason of the interpreter in the columns of the view. */
export const reasonCells = (status: string, reason: Reason): string => {
  const object = "object" in reason ? reason.object : null;
  const id = "id" in reason ? reason.id : null;
  const [owner, source] = "owner" in reason ? [reason.owner, reason.source] : [null, null];
  const [from, to] = "from" in reason ? [reason.from, reason.to] : [null, null];
  const region = reason.kind === "参数未定" ? reason.region : null;
  const how = reason.kind === "同名次" ? reason.how : null;
  return JSON.stringify([status, reason.kind, reason.name, object, id, owner, source, region, from, to, how]);
};

export const unquoted = (name: string): string => name.slice(1, -1).replaceAll('""', '"');

/** Numbers come as exact fractions and are printed as the interpreter prints them. */
const shownValue = (decision: Decision, cell: unknown): string | null => {
  if (cell === null || cell === undefined) return null;
  const written = typeof cell === "string" ? cell : JSON.stringify(cell);
  const numeric =
    decision.kind === "ranking" || (decision.kind === "indicator" && decision.value.type.kind === "number");
  if (decision.kind === "indicator" && decision.value.type.kind === "date") {
    return printDecided({ kind: "date", value: Date.parse(`${written}T00:00:00Z`) / 86_400_000 }, decision);
  }
  if (!numeric) return written;
  const [above = "0", below = "1"] = written.split("/");
  return printDecided({ kind: "number", value: rational(BigInt(above), BigInt(below)) }, decision);
};
