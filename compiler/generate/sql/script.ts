import type { Decision, Program, Subject } from "../../model/ir.ts";
import { decisionsBehind, visitDecision } from "../../model/walk.ts";
import { SqlIdentifiers } from "../names.ts";
import type { Dialect } from "../target.ts";
import { Block, failureOf, type Script } from "./block.ts";
import type { Causes } from "./cause.ts";
import type { Binding, Compilation, Found, Identifiers, PlacingWhy, Whys } from "./compilation.ts";
import { STATUSES } from "./decide.ts";
import { DIALECTS } from "./dialect.ts";
import { isFalse, isTrue, raw, sql, when, type Expr } from "./expr.ts";
import { scaleOf, sqlInputColumns } from "./field-type.ts";
import { decideHere, mapFound } from "./judged.ts";
import { readContext } from "./parameter.ts";
import { judgedWhy } from "./why-decision.ts";
import { mapPlacingWhy, placingWhy } from "./why-ranking.ts";

/** Names of the tables of objects; the tables beside them keep theirs. */
export const tableIdentifiers = (program: Program): Identifiers => {
  const tables = new SqlIdentifiers();
  for (const name of RESERVED) tables.of(name);
  for (const name of program.objects.keys()) tables.of(objectKey(name));
  for (const what of VIEWS) for (const name of program.objects.keys()) tables.of(`${name}·${what}`);
  const columns = new Map(
    Array.from(program.objects.values(), (object) => [
      object.name,
      {
        id: '"编号"',
        inner: new Map(Array.from(object.fields.keys(), (field, index) => [field, `f${index}_`])),
      },
    ]),
  );
  return { tables, columnsOf: (object) => columns.get(object) ?? { id: '"编号"', inner: new Map() } };
};

/** Tables and views of the script itself. */
export const RESERVED = [
  "参数",
  "读法",
  "基准日",
  "步行距离",
  "理由",
  "规则",
  "依据条款",
  "原因条目",
] as const;

/** What the views of an object tell. */
const VIEWS = ["结果", "依据", "原因"] as const;

export const viewName = (identifiers: Identifiers, object: string, what: (typeof VIEWS)[number]): string =>
  identifiers.tables.of(`${object}·${what}`);

/** An object that is called like a table of the script gets another name, and not the same. */
const objectKey = (name: string): string =>
  (RESERVED as readonly string[]).includes(name) || name.toLowerCase().startsWith("tw_")
    ? `表 ${name}`
    : name;

export const tableName = (identifiers: Identifiers, object: string): string =>
  identifiers.tables.of(objectKey(object));

/** All that one view reads, stage by stage. */
export class Composition implements Compilation {
  readonly program: Program;
  readonly dialect;
  readonly identifiers: Identifiers;
  readonly binding: Binding | null;
  readonly script: Script;
  readonly exported = new Map<string, Found>();
  readonly found: Compilation["found"] = new Map();
  readonly truths: Compilation["truths"] = new Map();
  readonly values: Compilation["values"] = new Map();
  readonly whys: Whys | null;
  readonly #decisions: ReadonlyMap<string, Decision>;
  readonly #parts: string[] = [];
  readonly #first: string[] = [];
  readonly #context = new Map<string, { readonly name: string; readonly expression: string }>();
  readonly #shared = new Map<string, string>();
  readonly #relations = new Map<string, string>();
  #next = 0;

  /** With causes the decisions tell their reasons, too. */
  constructor(
    program: Program,
    dialect: Dialect,
    binding: Binding | null,
    identifiers: Identifiers,
    causes: Causes | null = null,
  ) {
    this.whys =
      causes === null
        ? null
        : {
            causes,
            known: new Map(),
            placings: new Map(),
            exported: new Map(),
            exportedPlacings: new Map(),
          };
    this.program = program;
    this.dialect = DIALECTS[dialect];
    this.binding = binding;
    this.identifiers = identifiers;
    this.#decisions = new Map(program.decisions.map((each) => [each.id, each]));
    this.script = {
      dialect: this.dialect,
      fresh: (prefix) => this.#fresh(prefix),
      part: (prefix, text, materialized = false) => {
        const name = this.#fresh(`tw_${prefix}`);
        this.#parts.push(`${name} AS ${materialized ? `${this.dialect.materialized} ` : ""}(${text})`);
        return name;
      },
    };
  }

  decision(id: string): Decision | undefined {
    return this.#decisions.get(id);
  }

  context(key: string, expression: string): string {
    const known = this.#context.get(key) ?? { name: this.#fresh("q"), expression };
    this.#context.set(key, known);
    return known.name;
  }

  shared(key: string, prefix: string, text: () => string): string {
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const name = this.#fresh(`tw_${prefix}`);
    this.#shared.set(key, name);
    this.#first.push(`${name} AS (${text()})`);
    return name;
  }

  /** The records of an object with what was decided of them up to now. */
  relation(object: string): string {
    return this.#relations.get(object) ?? this.baseOf(object);
  }

  /** The table of an object under the names of the script. */
  baseOf(object: string): string {
    return this.shared(`object ${object}`, "o", () => {
      const type = this.program.objects.get(object);
      if (type === undefined) return "SELECT CAST(NULL AS TEXT) AS id WHERE FALSE";
      const inner = this.identifiers.columnsOf(object).inner;
      const columns = sqlInputColumns(type, this.dialect.name).map(({ field, part, name, type: of }) => {
        if (field === null) return `${name} AS id`;
        const as = `${inner.get(field)!}${part === null ? "" : part === "longitude" ? "x" : "y"}`;
        return of?.kind === "number" && scaleOf(of) > 0
          ? `CAST(CAST(${name} AS DECIMAL(38, ${scaleOf(of)})) * ${10n ** BigInt(scaleOf(of))} AS BIGINT) AS ${as}`
          : `${name} AS ${as}`;
      });
      return `SELECT ${columns.join(", ")} FROM ${tableName(this.identifiers, object)}`;
    });
  }

  /** Decides all of these, and what they rest on; gives the relation of the object at the end. */
  run(targets: readonly Decision[], object: string, columns: (block: Block) => readonly string[]): string {
    const behind = new Set(targets.flatMap(({ id }) => decisionsBehind(this.program, id)));
    const needed = this.program.decisions.filter((each) => behind.has(each));
    const stages = stagesOf(this.program, needed);
    const last = Math.max(0, ...targets.map(({ id }) => stages.get(id) ?? 0));
    for (let stage = 0; stage < last; stage += 1) this.#stage(needed, stages, stage, last);
    const snapshot = new Map(this.#relations);
    const block = new Block(this.script, 0, object, null, (name) => snapshot.get(name) ?? this.baseOf(name));
    const selected = columns(block);
    const text = block.emit(this.#firstLayer(block, object));
    return `SELECT ${selected.join(", ")} FROM (${text}) AS result`;
  }

  /** The parts before the last SELECT. */
  get preamble(): string {
    const context =
      this.#context.size === 0
        ? []
        : [
            `tw_context AS ${this.dialect.materialized} (SELECT ${Array.from(this.#context.values(), ({ name, expression }) => `${expression} AS ${name}`).join(", ")})`,
          ];
    const parts = [...context, ...this.#first, ...this.#parts];
    return parts.length === 0 ? "" : `WITH ${parts.join(",\n")}\n`;
  }

  #stage(
    needed: readonly Decision[],
    stages: ReadonlyMap<string, number>,
    stage: number,
    last: number,
  ): void {
    const here = needed.filter(({ id }) => stages.get(id) === stage && stage < last);
    const snapshot = new Map(this.#relations);
    const results: {
      readonly decision: Decision;
      readonly found: Found;
      readonly why: Expr | null;
      readonly placing: PlacingWhy | null;
    }[] = [];
    for (const object of new Set(here.map((each) => each.object))) {
      const block = new Block(
        this.script,
        0,
        object,
        null,
        (name) => snapshot.get(name) ?? this.baseOf(name),
      );
      const output: string[] = [];
      for (const decision of here.filter((each) => each.object === object)) {
        const found = withFailure(block, decideHere(this, block, decision.id));
        const keep = this.#exporter(block, output);
        results.push({
          decision,
          found: mapFound(found, keep),
          why: this.whys === null ? null : keep(judgedWhy(this, block, decision, found.status)),
          placing:
            this.whys === null || decision.kind !== "ranking"
              ? null
              : mapPlacingWhy(placingWhy(this, block, decision), keep),
        });
      }
      const text = block.emit(this.#firstLayer(block, object, "v.*"));
      const kept = this.#keptColumns(object);
      const name = this.script.part(
        "s",
        `SELECT ${[...kept, ...output].join(", ")} FROM (${text}) AS stage`,
        true,
      );
      this.#kept.set(object, [...kept, ...output.map((column) => column.split(" AS ").at(-1)!)]);
      this.#relations.set(object, name);
    }
    for (const { decision, found, why, placing } of results) {
      this.exported.set(decision.id, found);
      if (why !== null) this.whys?.exported.set(decision.id, why);
      if (placing !== null) this.whys?.exportedPlacings.set(decision.id, placing);
    }
  }

  readonly #kept = new Map<string, readonly string[]>();

  #keptColumns(object: string): readonly string[] {
    const known = this.#kept.get(object);
    if (known !== undefined) return known;
    const type = this.program.objects.get(object)!;
    const inner = this.identifiers.columnsOf(object).inner;
    return [
      "id",
      ...[...type.fields.values()].flatMap(({ name, type: of }) =>
        of.kind === "coordinate" ? [`${inner.get(name)!}x`, `${inner.get(name)!}y`] : [inner.get(name)!],
      ),
    ];
  }

  /** What was decided in a stage before, at a joined or the judged record. */
  readExported(block: Block, alias: string, found: Found): Found {
    return mapFound(found, (expr) =>
      /^d\d+_\d+$/.test(expr.sql) ? block.source(`${alias}.${expr.sql}`) : expr,
    );
  }

  #firstLayer(block: Block, object: string, extra?: string): string {
    const columns = extra === undefined ? block.sourceColumns : `${extra}, ${block.sourceColumns}`;
    return `SELECT ${columns} FROM ${this.relation(object)} AS v${block.joins}`;
  }

  #exporter(block: Block, output: string[]): (expr: Expr) => Expr {
    const prefix = this.#fresh("d");
    const names = new Map<string, Expr>();
    return (expr) => {
      // A constant is a column too: where the record is not there, it is not there either.
      const column = ofFullWidth(block.column(expr));
      const known = names.get(column.sql);
      if (known !== undefined) return known;
      const name = raw(`${prefix}_${names.size}`, 0, false);
      names.set(column.sql, name);
      output.push(`${column.sql} AS ${name.sql}`);
      return name;
    };
  }

  #fresh(prefix: string): string {
    this.#next += 1;
    return `${prefix}${this.#next}`;
  }
}

/** A bare literal would be of the smallest type that holds it. */
const ofFullWidth = (expr: Expr): Expr => {
  const digits = /^\(?-?(\d+)\)?$/.exec(expr.sql)?.[1];
  return digits === undefined || digits.length > 18 ? expr : sql`CAST(${expr} AS BIGINT)`;
};

/** A row of which a number left the range of the engine has no status. */
export const withFailure = (block: Block, found: Found): Found => {
  if (!found.mayFail) return found;
  const failure = failureOf(block);
  if (isFalse(failure)) return found;
  return {
    ...found,
    truth: null,
    status: block.column(when([[failure, raw("CAST(NULL AS INTEGER)")]], found.status)),
  };
};

/** What a decision found of the judged record, in whatever stage. */
export const decidedFor = (composition: Composition, block: Block, decision: Decision): Found => {
  const exported = composition.exported.get(decision.id);
  return withFailure(
    block,
    exported === undefined
      ? decideHere(composition, block, decision.id)
      : composition.readExported(block, "v", exported),
  );
};

/** The stage of each decision: what is decided of other records comes in stages before. */
const stagesOf = (program: Program, decisions: readonly Decision[]): ReadonlyMap<string, number> => {
  const stages = new Map<string, number>();
  for (const decision of decisions) {
    let stage = 0;
    const need = (id: string, own: boolean): void => {
      stage = Math.max(stage, (stages.get(id) ?? 0) + (own ? 0 : 1));
    };
    visitDecision(program, decision, {
      condition: (condition) => {
        if (condition.kind === "defined") need(condition.decision, isJudged(condition.subject));
        if (condition.kind === "ranked") need(condition.ranking, isJudged(condition.subject));
      },
      term: (term) => {
        if (term.kind === "decision") need(term.decision, isJudged(term.of));
      },
    });
    stages.set(decision.id, stage);
  }
  return stages;
};

const isJudged = (subject: Subject): boolean => subject.kind === "variable" && subject.index === 0;

/** The status in words. */
export const statusWord = (status: Expr): Expr =>
  sql`CASE ${status} ${raw(STATUSES.map((word, index) => `WHEN ${index} THEN '${word}'`).join(" "))} END`;

/** The 基准日 lies outside the interval in force. */
export const outsideForce = (composition: Composition, block: Block): Expr => {
  const { effectiveFrom, lastDay } = composition.program.policy;
  if (effectiveFrom === null && lastDay === null) return raw("FALSE", 0, true);
  const at = composition.binding?.at;
  if (at !== undefined) {
    const outside = (effectiveFrom !== null && at < effectiveFrom) || (lastDay !== null && at > lastDay);
    return raw(outside ? "TRUE" : "FALSE", 0, true);
  }
  const day = readContext(
    composition,
    block,
    "today",
    `(SELECT CAST(max("日期") - DATE '1970-01-01' AS BIGINT) FROM "基准日")`,
  );
  const before = effectiveFrom === null ? [] : [sql`${day} < ${effectiveFrom}`];
  const after = lastDay === null ? [] : [sql`${day} > ${lastDay}`];
  return block.column({
    ...sql`(${[...before, ...after].reduce((left, right) => sql`${left} OR ${right}`)})`,
    known: true,
  });
};

export const inForce = (outside: Expr, expr: Expr, otherwise: Expr): Expr =>
  isTrue(outside) ? otherwise : isFalse(outside) ? expr : when([[outside, otherwise]], expr);
