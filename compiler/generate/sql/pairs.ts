import type { Candidates } from "../../model/ir.ts";
import { Block, type Script } from "./block.ts";
import { isNoReason, NO_REASON, whyWhere } from "./cause.ts";
import type { Compilation } from "./compilation.ts";
import { conditionTruth } from "./condition.ts";
import { certain, isNull, not, raw, sql, when, type Expr } from "./expr.ts";
import { all } from "./truth.ts";
import type { Truth } from "./value.ts";

/** Where the pairs of outer values `k` and candidates `v` come from: what follows FROM, once for each way to find them. */
export interface Branch {
  readonly from: (keys: string | null, candidates: string) => string;
  readonly where?: string;
}

export interface Reached {
  readonly inScope: Truth;
  readonly branches: readonly Branch[];
  /** Where reasons are asked for: why the scope is open, where it is. */
  readonly why?: Expr;
}

/** What is asked of the pairs. */
export interface Asked {
  /** Whether a candidate is in the scope, and how the pairs are found. */
  readonly reach: (inner: Block) => Reached;
  /** Only for these rows of the block around. */
  readonly filter: Expr | null;
  /** 编号 of the record that is no candidate, in the block around. */
  readonly own: Expr | null;
  /** What is summed up over the pairs of one row. */
  readonly sums: (inner: Block, codes: Codes) => readonly Sum[];
  /** Reasons of a pair; `scope` are those of its scope. */
  readonly why?: ((inner: Block, codes: Codes, scope: Expr) => Expr) | null;
}

/** 0 假, 1 真, 2 不定, 3 不定 with a missing fact. */
export interface Codes {
  readonly member: Expr;
  readonly where: Expr;
}

export interface Sum {
  readonly name: string;
  /** An aggregate over columns of the pairs. */
  readonly aggregate: string;
  /** What stands where there is no pair. */
  readonly none: string | null;
}

export interface Tally {
  /** A sum, in the block around. */
  readonly sum: (name: string) => Expr;
  /** The codes of that pair. */
  readonly ownMember: Expr;
  readonly ownWhere: Expr;
  /** A column of the pair with the record that is no candidate; NULL without one. */
  readonly own: (column: Expr) => Expr;
  /** Reasons of all pairs but that one. */
  readonly why: Expr;
}

/**
 * Sums over the candidates of each row, found once for all rows that agree on the values that the condition reads of
 * them. The record that is no candidate stays in; its own pair is told beside.
 */
export const tally = (
  compilation: Compilation,
  outer: Block,
  candidates: Candidates,
  asked: Asked,
  ownColumns: (inner: Block, codes: Codes) => readonly Expr[] = () => [],
): Tally => {
  const { script } = outer;
  const inner = new Block(script, candidates.variable, candidates.object, outer, outer.relationOf);
  const { inScope, branches, why: scopeWhy } = asked.reach(inner);
  const where = conditionTruth(compilation, inner, candidates.where);
  const codes: Codes = {
    member: inner.column(codeOf(all(inner, [inScope, where]))),
    where: inner.column(codeOf(where)),
  };
  const scopeReasons = scopeWhy === undefined ? NO_REASON : whyWhere(isNull(inScope.truth), scopeWhy);
  const told = asked.why?.(inner, codes, scopeReasons) ?? NO_REASON;
  const why = isNoReason(told) ? null : inner.column(told);
  const asOwn =
    asked.own === null
      ? []
      : [codes.member, codes.where, ...(why === null ? [] : [why]), ...ownColumns(inner, codes)];
  const wanted = [...new Map(asOwn.map((column) => [column.sql, column])).values()];
  const sums = [...asked.sums(inner, codes)];
  if (inner.failures.length > 0) {
    const failed = inner.column(inner.failures.reduce((left, right) => when([[left, left]], right)));
    sums.push({ name: "failed", aggregate: `bool_or(${failed.sql})`, none: "FALSE" });
  }
  const id = inner.source("v.id", true);
  const sumNames = new Map(sums.map(({ name }) => [name, script.fresh("g")]));
  const ownNames = new Map(wanted.map(({ sql }) => [sql, script.fresh("g")]));
  const [totals, pair] = [script.fresh("t"), script.fresh("e")];
  const [reasons, listed] = why === null ? [null, ""] : [script.fresh("r"), script.fresh("g")];
  const { imports } = inner;
  const own = asked.own === null ? null : outer.column(asked.own);
  const filter = asked.filter === null ? null : outer.column(asked.filter);
  const keyNames = imports.map(({ inner: name }) => name.sql);
  const build = (relation: string): string => {
    const keys =
      imports.length === 0
        ? null
        : script.part(
            "k",
            `SELECT DISTINCT ${imports.map(({ outer: column, inner: name }) => `${column.sql} AS ${name.sql}`).join(", ")} FROM ${relation}${filter === null ? "" : ` WHERE ${filter.sql}`}`,
            true,
          );
    const selected = [...keyNames.map((name) => `k.${name} AS ${name}`), inner.sourceColumns].join(", ");
    const first = branches
      .map(
        ({ from, where: condition }) =>
          `SELECT ${selected} FROM ${from(keys === null ? null : `${keys} AS k`, `${outer.relationOf(candidates.object)} AS v`)}${inner.joins}${condition === undefined ? "" : ` WHERE ${condition}`}`,
      )
      .join(" UNION ALL ");
    const pairs = script.part(
      "m",
      inner.emit(branches.length > 1 ? `SELECT * FROM (${first}) AS u` : first),
      own !== null || why !== null,
    );
    const group = keyNames.length === 0 ? "" : ` GROUP BY ${keyNames.join(", ")}`;
    const selectedSums = [
      ...keyNames,
      ...sums.map(({ name, aggregate }) => `${aggregate} AS ${sumNames.get(name)!}`),
    ];
    const sumsName = script.part("g", `SELECT ${selectedSums.join(", ")} FROM ${pairs}${group}`);
    const { sameKey } = script.dialect;
    const on = (alias: string): string =>
      imports
        .map(({ outer: column, inner: name }) => sameKey(`l.${column.sql}`, `${alias}.${name.sql}`))
        .join(" AND ");
    const joined = (part: string, alias: string): string =>
      imports.length === 0
        ? `CROSS JOIN ${part} AS ${alias}`
        : `LEFT JOIN ${part} AS ${alias} ON ${on(alias)}`;
    const join = [
      joined(sumsName, totals),
      ...(reasons === null || why === null
        ? []
        : [joined(script.part("r", reasonList(script, pairs, keyNames, why.sql, id.sql, listed)), reasons)]),
    ].join(" ");
    if (own === null) return join;
    return `${join} LEFT JOIN ${pairs} AS ${pair} ON ${[`${pair}.${id.sql} = l.${own.sql}`, on(pair)].filter((each) => each !== "").join(" AND ")}`;
  };
  const columns = outer.attach({
    keys: [...imports.map(({ outer: column }) => column), ...[own, filter].filter((each) => each !== null)],
    build,
    columns: [
      ...sums.map(({ name, none }) => {
        const value = `${totals}.${sumNames.get(name)!}`;
        return { name: sumNames.get(name)!, value: none === null ? value : `COALESCE(${value}, ${none})` };
      }),
      ...(reasons === null ? [] : [{ name: listed, value: `COALESCE(${reasons}.${listed}, '')` }]),
      ...wanted.map(({ sql: column }) => ({
        name: ownNames.get(column)!,
        value: /^[ckg]\d+$/.test(column)
          ? `${pair}.${column}`
          : // A constant is told only where there is such a pair.
            `CASE WHEN ${pair}.${id.sql} IS NOT NULL THEN ${column} END`,
      })),
    ],
  });
  if (sumNames.has("failed")) outer.failures.push(columns.get(sumNames.get("failed")!)!);
  const known = new Set(sums.filter(({ none }) => none !== null).map(({ name }) => name));
  const ownColumn = (column: Expr): Expr => {
    const name = ownNames.get(column.sql);
    return name === undefined ? raw("CAST(NULL AS INTEGER)") : columns.get(name)!;
  };
  return {
    ownMember: ownColumn(codes.member),
    ownWhere: ownColumn(codes.where),
    sum: (name) => ({ ...columns.get(sumNames.get(name)!)!, known: known.has(name) }),
    own: ownColumn,
    why:
      why === null
        ? NO_REASON
        : withoutOwn(script, { ...columns.get(listed)!, known: true }, own, ownColumn(why)),
  };
};

/** Reasons of the pairs of each key; what only one candidate gives is marked by it. */
const reasonList = (
  script: Script,
  pairs: string,
  keyNames: readonly string[],
  why: string,
  id: string,
  as: string,
): string => {
  const keys = keyNames.map((name) => `${name}, `).join("");
  const group = keyNames.length === 0 ? "" : ` GROUP BY ${keyNames.join(", ")}`;
  const only = markOf(script.dialect, "sole");
  return (
    `SELECT ${keys}string_agg(CASE WHEN times = 1 THEN ${only} ELSE '' END || why, '') AS ${as} FROM ` +
    `(SELECT ${keys}${why} AS why, count(*) AS times, min(${id}) AS sole FROM ${pairs} WHERE ${why} <> '' GROUP BY ${keys}${why}) AS told${group}`
  );
};

/** Leaves out what only the record gives that is no candidate. */
const withoutOwn = ({ dialect }: Script, listed: Expr, own: Expr | null, ownWhy: Expr): Expr => {
  const others =
    own === null
      ? listed
      : sql`COALESCE(replace(${listed}, ${raw(markOf(dialect, own.sql), own.at)} || ${ownWhy}, ''), ${listed})`;
  return certain(sql`regexp_replace(${others}, '<[0-9A-Fa-f]*>', '', 'g')`);
};

const markOf = ({ hex }: Script["dialect"], id: string): string => `('<' || ${hex(id)} || '>')`;

export const codeOf = ({ truth, fact }: Truth): Expr => {
  const number = (value: number): Expr => raw(String(value), 0, true);
  return when(
    [
      [truth, number(1)],
      [not(truth), number(0)],
      [fact, number(3)],
    ],
    number(2),
  );
};

/** How many pairs have this code. */
export const counted = (name: string, condition: string): Sum => ({
  name,
  aggregate: `count(*) FILTER (WHERE ${condition})`,
  none: "0",
});
