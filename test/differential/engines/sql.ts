import { canonicalRegister } from "../../../compiler/data/canonical-record.ts";
import { printDecided } from "../../../compiler/evaluate/index.ts";
import { generateSql, sqlInserts, type GeneratedSql } from "../../../compiler/generate/sql/index.ts";
import type { Dialect } from "../../../compiler/generate/target.ts";
import type { Decision } from "../../../compiler/model/ir.ts";
import { rational } from "../../../language/index.ts";
import type { Scenario } from "../../generators/program.ts";
import { keyOf, type Engine, type EngineResult, type Said } from "../engine.ts";
import { factsOf, recordedReasons } from "../facts-of.ts";
import { asGenerated, type Change } from "../javascript-module.ts";
import { printPlace, printReason } from "./interpreter.ts";
import { inSchema, startSession, type Cell, type Row, type SqlSession } from "../sql-session.ts";

/** The generated views on tables that hold the canonical records. */
export const sqlEngine = async (
  dialect: Dialect,
  change: Change = asGenerated,
  session?: SqlSession,
): Promise<Engine> => {
  const own = session ?? (await startSession(dialect));
  return {
    name: dialect,
    run: (scenario, explained) =>
      inSchema(own, dialect, () => runIn(own, dialect, scenario, change, explained)),
    ...(session === undefined ? { close: own.close } : {}),
  };
};

const runIn = async (
  session: SqlSession,
  dialect: Dialect,
  scenario: Scenario,
  change: Change,
  explained: boolean,
): Promise<EngineResult> => {
  const { program } = scenario;
  const generated = generateSql(program, dialect);
  for (const { name, text } of generated.files) {
    if (explained || name !== "explain.sql") await session.execute(change(text));
  }
  for (const statement of insertsOf(scenario, dialect)) await session.execute(statement);
  const said = new Map<string, Said>();
  const declined = new Set<string>();
  const byId = new Map(program.decisions.map((each) => [each.id, each]));
  const measures = new Map(
    (await session.rows(`SELECT "编号", "措施" FROM "规则"`)).map((row) => [row["编号"], row["措施"]]),
  );
  for (const [object, { result, explained: cited, reasons }] of generated.objects) {
    if (result.decisions.length === 0) continue;
    const places = explained ? await told(session, cited, placeOf) : null;
    const openFor = explained ? await told(session, reasons, reasonOf) : null;
    for (const row of await session.rows(`SELECT * FROM ${result.view}`)) {
      const id = String(row[plain(result.id)]);
      for (const each of result.decisions) {
        const key = keyOf(each.id, object, id);
        const status = row[plain(each.status)];
        // Numbers beyond the precision of the database are left to the interpreter, and said so by an empty status.
        if (status === null) declined.add(key);
        else
          said.set(key, {
            status: String(status),
            value: valueOf(byId.get(each.id)!, each.value, row),
            measure: textOrNull(measures.get(each.id)),
            ...(places === null ? {} : { places: places(each.id, id, String(status)) }),
            ...(openFor === null ? {} : { openFor: openFor(each.id, id, String(status)) }),
          });
      }
    }
  }
  return { said, refused: refusedBy(generated), declined };
};

/** What a view tells of each result, sorted; its own status has to be that of the view of results. */
const told = async (
  session: SqlSession,
  view: string,
  print: (row: Row) => string,
): Promise<(decision: string, id: string, status: string) => readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const row of await session.rows(`SELECT * FROM ${view}`)) {
    const key = JSON.stringify([row["规则"], row["编号"], row["状态"]]);
    found.set(key, [...(found.get(key) ?? []), print(row)]);
  }
  return (decision, id, status) => (found.get(JSON.stringify([decision, id, status])) ?? []).sort();
};

const placeOf = (row: Row): string =>
  printPlace({
    path: String(row["条款"]),
    label: String(row["条款名称"]),
    quote: String(row["引文"]),
    start: Number(row["起"]),
    end: Number(row["止"]),
    ruleItem: textOrNull(row["规则条件"]),
  });

const reasonOf = (row: Row): string =>
  printReason({
    kind: row["类别"],
    name: row["名称"],
    object: row["对象"],
    id: row["记录"],
    owner: row["由谁确定"],
    source: row["来源"],
    region: row["地区"],
    from: row["起点"],
    to: row["终点"],
    how: row["方式"],
  });

const textOrNull = (cell: Cell): string | null => (cell === null || cell === undefined ? null : String(cell));

const insertsOf = (scenario: Scenario, dialect: Dialect): readonly string[] => {
  const { program, world, at, readings } = scenario;
  const facts = factsOf(scenario);
  return sqlInserts(program, dialect, canonicalRegister(facts, program, "text"), {
    at,
    readings,
    parameters: [...program.parameters.keys()].flatMap((name) =>
      facts.parameterValues(name).map((value) => ({ name, ...value })),
    ),
    distances: world.distances ?? [],
    reasons: recordedReasons(scenario),
  });
};

const refusedBy = ({ refusals }: GeneratedSql): ReadonlySet<string> =>
  new Set(refusals.map(({ decision }) => decision));

/** `"机构·结果"` as the driver names the column. */
const plain = (identifier: string): string => identifier.slice(1, -1).replaceAll('""', '"');

/** The exact fraction, day or class in print. */
const valueOf = (decision: Decision, column: string | null, row: Row): string | null => {
  const found = column === null ? null : row[plain(column)];
  if (found === null || found === undefined) return null;
  const text = String(found);
  if (decision.kind === "ranking") return `第${text}名`;
  if (decision.kind !== "indicator") return text;
  const { type } = decision.value;
  if (type.kind === "number") {
    const [above = "", below = "1"] = text.split("/");
    return printDecided({ kind: "number", value: rational(BigInt(above), BigInt(below)) }, decision);
  }
  if (type.kind === "date") return printDecided({ kind: "date", value: dayOf(text) }, decision);
  return text;
};

/** 2025-01-12, 10000-01-01, 0001-12-31 BC: databases go on where the calendar of facts ends. */
const dayOf = (text: string): number => {
  const [, year, month, day, before] = /^(\d+)-(\d\d)-(\d\d)( \(?BC\)?)?$/.exec(text) ?? [];
  const date = new Date(0);
  date.setUTCFullYear(before === undefined ? Number(year) : 1 - Number(year), Number(month) - 1, Number(day));
  return date.getTime() / 86_400_000;
};
