import { raw, sql, type Expr } from "./expr.ts";
import type { DialectWords } from "./dialect.ts";

/** Where the parts of a script come together. */
export interface Script {
  readonly dialect: DialectWords;
  /** A name that nothing else in the script has. */
  fresh(prefix: string): string;
  /** Adds a named part and gives its name. */
  part(prefix: string, text: string, materialized?: boolean): string;
}

/** A relation that is joined on columns of a layer. */
export interface Attachment {
  /** All columns that it needs of the block. */
  readonly keys: readonly Expr[];
  /** Builds it on the named relation of that layer: the JOIN clause, which calls the layer `l`. */
  readonly build: (relation: string) => string;
  /** Name and value of the columns that it brings. */
  readonly columns: readonly { readonly name: string; readonly value: string }[];
}

/**
 * A relation in the making: one row for each record that is judged, or for each pair of outer values and candidate.
 * Its columns are added while conditions are compiled; `emit` writes it out.
 */
export class Block {
  readonly script: Script;
  /** Index of the variable that its rows stand for. */
  readonly variable: number;
  readonly object: string;
  readonly outer: Block | null;
  /** Relation of an object as this block sees it. */
  readonly relationOf: (object: string) => string;
  /** Rows for which a number left the range of the engine. */
  readonly failures: Expr[] = [];
  readonly #sources = new Map<string, Expr>();
  readonly #joins = new Map<string, string>();
  readonly #columns = new Map<string, Expr>();
  readonly #layers: { readonly columns: string[]; readonly attached: Attachment[] }[] = [];
  readonly #imports = new Map<string, { readonly outer: Expr; readonly inner: Expr }>();

  constructor(
    script: Script,
    variable: number,
    object: string,
    outer: Block | null,
    relationOf: (object: string) => string,
  ) {
    this.script = script;
    this.variable = variable;
    this.object = object;
    this.outer = outer;
    this.relationOf = relationOf;
  }

  /** A column of what the block reads, such as `v.f3`. */
  source(column: string, known = false): Expr {
    const found = this.#sources.get(column) ?? raw(this.script.fresh("c"), 0, known);
    this.#sources.set(column, found);
    return found;
  }

  /** A join of what the block reads; gives its alias. */
  join(prefix: string, clause: (alias: string) => string): string {
    const key = clause("");
    const known = this.#joins.get(key);
    if (known !== undefined) return known;
    const alias = this.script.fresh(prefix);
    this.#joins.set(key, alias);
    this.#clauses.push(clause(alias));
    return alias;
  }

  readonly #clauses: string[] = [];

  /** Makes a column of an expression, so that it can be used often. */
  column(expr: Expr): Expr {
    if (/^(?:\w+|-?\d+|\(-\d+\))$/.test(expr.sql) || expr.sql.startsWith("CAST(NULL AS")) return expr;
    const known = this.#columns.get(expr.sql);
    if (known !== undefined) return known;
    const found = raw(this.script.fresh("c"), expr.at + 1, expr.known);
    this.#columns.set(expr.sql, found);
    this.#layer(found.at).columns.push(`${expr.sql} AS ${found.sql}`);
    return found;
  }

  /** Only what has grown long is worth a column of its own. */
  short(expr: Expr): Expr {
    return expr.sql.length > LONG ? this.column(expr) : expr;
  }

  /** Joins a relation once all its keys are there; gives the columns it brings. */
  attach(attachment: Attachment): ReadonlyMap<string, Expr> {
    const at = attachment.keys.reduce((most, key) => Math.max(most, key.at), 0) + 1;
    this.#layer(at).attached.push(attachment);
    return new Map(attachment.columns.map(({ name }) => [name, raw(name, at)]));
  }

  /** A value of the block around, as a column of this one. */
  import(expr: Expr): Expr {
    if (this.outer === null) throw new Error("there is no block around");
    const outer = this.outer.column(expr);
    if (!/^[ckg]\d+$/.test(outer.sql)) return { ...outer, at: 0 };
    const known = this.#imports.get(outer.sql);
    if (known !== undefined) return known.inner;
    const inner = raw(this.script.fresh("k"), 0, outer.known);
    this.#imports.set(outer.sql, { outer, inner });
    return inner;
  }

  /** Values of the block around that this one reads. */
  get imports(): readonly { readonly outer: Expr; readonly inner: Expr }[] {
    return [...this.#imports.values()];
  }

  /** Columns that the first layer must select from what the block reads. */
  get sourceColumns(): string {
    const columns = [...this.#sources].map(([column, { sql: name }]) => `${column} AS ${name}`);
    return columns.length === 0 ? "1 AS one" : columns.join(", ");
  }

  get joins(): string {
    return this.#clauses.map((clause) => ` ${clause}`).join("");
  }

  /** All layers around what `first` writes; gives the text of the last SELECT. */
  emit(first: string): string {
    let text = first;
    for (const [index, layer] of this.#layers.entries()) {
      if (layer === undefined) continue;
      const { columns, attached } = layer;
      if (columns.length + attached.length === 0) continue;
      if (attached.length === 0) {
        text = `SELECT *, ${columns.join(", ")} FROM (${text}) AS l${index}${this.script.dialect.fence}`;
        continue;
      }
      const relation = this.script.part("b", text, true);
      const clauses = attached.map((each) => each.build(relation));
      const brought = attached.flatMap((each) =>
        each.columns.map(({ name, value }) => `${value} AS ${name}`),
      );
      text = `SELECT l.*, ${[...columns, ...brought].join(", ")} FROM ${relation} AS l ${clauses.join(" ")}${this.script.dialect.fence}`;
    }
    return text;
  }

  #layer(at: number): { readonly columns: string[]; readonly attached: Attachment[] } {
    while (this.#layers.length <= at) this.#layers.push({ columns: [], attached: [] });
    return this.#layers[at]!;
  }
}

const LONG = 160;

/** Whether any row of a block left the range of the engine. */
export const failureOf = (block: Block): Expr =>
  block.failures.length === 0
    ? raw("FALSE", 0, true)
    : block.failures.reduce((left, right) => sql`(${left} OR ${right})`);
