import { rational } from "../../../language/index.ts";
import type { Candidates, Term } from "../../model/ir.ts";
import { calculate, limit } from "./arithmetic.ts";
import type { Block } from "./block.ts";
import { bringWhy, NO_REASON, together, whyWhere } from "./cause.ts";
import { bring, type Compilation } from "./compilation.ts";
import { distanceMembers } from "./distance.ts";
import { and, certain, FALSE, isKnown, isNull, isTrue, or, raw, sql, TRUE, when, type Expr } from "./expr.ts";
import { counted, tally, type Asked, type Branch, type Codes, type Sum } from "./pairs.ts";
import { Refused } from "./refused.ts";
import { placeOf } from "./subject.ts";
import { termValue } from "./term.ts";
import { missingFact, placeWhy } from "./why-place.ts";
import { possibleOf } from "./unasked.ts";
import { numberVal, factOf, openOf, type NumberVal, type Val } from "./value.ts";

type Aggregate = Extract<Term, { kind: "aggregate" }>;

/** How many candidates each row has; the excepted record is not among them. */
export interface Members {
  readonly certain: Expr;
  readonly undecided: Expr;
  /** Of the undecided ones one at least lacks a fact. */
  readonly fact: Expr;
  readonly summed: (name: string) => Expr;
  readonly own: (name: string) => Expr;
  /** Code of the excepted record's own pair. */
  readonly ownCode: Expr;
  /** Where reasons are asked for: why some are undecided. */
  readonly why: Expr;
}

/** What is summed of the pairs beside their number, and which columns of the excepted record's own pair are needed. */
export interface Summed {
  readonly sums: (inner: Block, codes: Codes) => readonly Sum[];
  readonly own: (inner: Block, codes: Codes) => ReadonlyMap<string, Expr>;
  /** Where reasons are asked for, in these rows of the block around. */
  readonly reasons?: { readonly open: Expr; readonly of: NonNullable<Asked["why"]> };
}

/** 数量: between bounds where some are undecided. */
export const addCount = (compilation: Compilation, block: Block, candidates: Candidates): NumberVal => {
  const members = membersOf(compilation, block, candidates, null);
  return countOf(block, members);
};

const countOf = (block: Block, members: Members): NumberVal => {
  const low = block.column(members.certain);
  const more = block.column(members.undecided);
  const high = block.column(certain(sql`(${low} + ${more})`));
  const settled = when([[certain(sql`(${more} = 0)`), low]], raw("CAST(NULL AS BIGINT)"));
  return {
    kind: "number",
    whole: { expr: block.column(settled), most: MOST_RECORDS },
    factor: rational(1n),
    below: null,
    range: { low, high },
    fact: block.column(members.fact),
  };
};

const MOST_RECORDS = 10n ** 10n;

/** 数量 合计 平均 最大 最小. */
export const addAggregate = (compilation: Compilation, block: Block, term: Aggregate): Val => {
  if (term.of === null) return addCount(compilation, block, term.candidates);
  const { of, candidates } = term;
  const kept: { value: Val | null } = { value: null };
  const valueIn = (inner: Block): Val => {
    kept.value ??= inColumns(inner, termValue(compilation, inner, of));
    return kept.value;
  };
  const rank = { column: null as Expr | null };
  const extreme = term.function === "maximum" || term.function === "minimum";
  const members = membersOf(compilation, block, candidates, {
    sums: (inner, { member }) => {
      const value = valueIn(inner);
      const column = orderedColumn(value, term);
      const is = `${member.sql} = 1`;
      const open = openOf(value);
      const missing = open.sql === "FALSE" ? "FALSE" : inner.column(open).sql;
      const fact = inner.column(factOf(value)).sql;
      if (extreme && candidates.except !== null) rank.column = rankAmong(inner, member, column, term);
      const best = rank.column === null ? [] : [1, 2];
      return [
        counted("missing", `${is} AND ${missing}`),
        counted("missingFact", `${is} AND ${missing} AND ${fact}`),
        ...(extreme
          ? [
              {
                name: "best",
                aggregate: `${AGGREGATES[term.function]}(${column.sql}) FILTER (WHERE ${is})`,
                none: null,
              },
            ]
          : [{ name: "sum", aggregate: `sum(${column.sql}) FILTER (WHERE ${is})`, none: "0" }]),
        ...best.map((place) => ({
          name: `best${place}`,
          aggregate: `max(${column.sql}) FILTER (WHERE ${is} AND ${rank.column!.sql} = ${place})`,
          none: null,
        })),
      ];
    },
    own: (inner) => {
      const value = valueIn(inner);
      return new Map([
        ["value", orderedColumn(value, term)],
        ["missing", inner.column(openOf(value))],
        ["fact", inner.column(factOf(value))],
        ...(rank.column === null ? [] : [["rank", rank.column] as const]),
      ]);
    },
  });
  return conclude(block, term, members, kept.value!);
};

const AGGREGATES = { maximum: "max", minimum: "min" } as const;

const inColumns = (inner: Block, value: Val): Val => {
  if (value.kind === "number") {
    return {
      ...value,
      range: null,
      whole: { ...value.whole, expr: inner.column(value.whole.expr) },
      fact: inner.column(value.fact),
    };
  }
  return value.kind === "date" ? { ...value, value: inner.column(value.value) } : value;
};

const orderedColumn = (value: Val, term: Aggregate): Expr => {
  if (value.kind === "date" && (term.function === "maximum" || term.function === "minimum"))
    return value.value;
  if (value.kind !== "number") throw new Refused("汇总的不是数，也不是日期", term.origin);
  if (value.below !== null) throw new Refused("汇总的数是两个字段相除的商", term.origin);
  return value.whole.expr;
};

/** The excepted record may be the greatest itself; then the second one counts. */
const rankAmong = (inner: Block, member: Expr, column: Expr, term: Aggregate): Expr => {
  const keys = inner.imports.map(({ inner: name }) => name.sql);
  const order = `${column.sql} ${term.function === "maximum" ? "DESC" : "ASC"} NULLS LAST`;
  return inner.column({
    sql: `row_number() OVER (PARTITION BY ${[...keys, member.sql].join(", ")} ORDER BY ${order})`,
    at: Math.max(member.at, column.at),
    known: true,
  });
};

const conclude = (block: Block, term: Aggregate, members: Members, of: Val): Val => {
  const isOwn = isTrue(isNull(members.ownCode)) ? FALSE : sql`(${members.ownCode} = 1)`;
  const without = (name: string, own: Expr): Expr =>
    when([[and(isOwn, own), sql`(${members.summed(name)} - 1)`]], members.summed(name));
  const missing = block.column(without("missing", members.own("missing")));
  const missingFact = block.column(without("missingFact", and(members.own("missing"), members.own("fact"))));
  const count = block.column(members.certain);
  const open = block.column(certain(sql`(${members.undecided} + ${missing} > 0)`));
  const fact = block.column(certain(or(members.fact, sql`(${missingFact} > 0)`)));
  // Where nothing is open there is still the empty set, and 溢出.
  const reason = block.column(certain(when([[open, fact]], TRUE)));
  if (term.function === "maximum" || term.function === "minimum") {
    const hasRank = term.candidates.except !== null;
    const best = hasRank
      ? when(
          [[and(isOwn, sql`${members.own("rank")} = 1`), members.summed("best2")]],
          members.summed("best1"),
        )
      : members.summed("best");
    const value = block.column(when([[open, raw("CAST(NULL AS BIGINT)")]], best));
    if (of.kind === "date") return { kind: "date", value, date: null, fact: reason };
    const number = numberVal(of);
    return { ...number, whole: { ...number.whole, expr: value }, below: null, range: null, fact: reason };
  }
  const number = numberVal(of);
  const most = number.whole.most * MOST_RECORDS;
  const { greatest, wide } = block.script.dialect;
  if (greatest !== null && most > greatest) throw new Refused("合计可能超过38位数", term.origin);
  const own = when([[and(isOwn, isKnown(members.own("value"))), members.own("value")]], raw("0"));
  const sum = block.column(sql`CAST(${members.summed("sum")} - ${own} AS ${wide})`);
  const total: NumberVal = {
    kind: "number",
    whole: {
      expr: block.column(when([[open, raw(`CAST(NULL AS ${wide})`)]], sum)),
      most: most > WIDE ? most : WIDE,
    },
    factor: number.factor,
    below: null,
    range: null,
    fact,
  };
  if (term.function === "sum") return { ...limit(block, total), fact: reason };
  const divisor: NumberVal = {
    kind: "number",
    whole: { expr: count, most: MOST_RECORDS },
    factor: rational(1n),
    below: null,
    range: null,
    fact: FALSE,
  };
  return { ...calculate(block, "divide", total, divisor, term.origin), fact: reason };
};

const WIDE = 10n ** 19n;

/** Counts candidates by the way their scope is searched. */
export const membersOf = (
  compilation: Compilation,
  block: Block,
  candidates: Candidates,
  summed: Summed | null,
): Members => {
  const { scope } = candidates;
  const own = exceptedOf(compilation, block, candidates);
  switch (scope.kind) {
    case "everywhere": {
      const branches: readonly Branch[] = [
        { from: (keys, all) => (keys === null ? all : `${keys} CROSS JOIN ${all}`) },
      ];
      return gather(compilation, block, candidates, own, null, summed, () => ({
        inScope: { truth: TRUE, fact: FALSE },
        branches,
      })).members;
    }
    case "region": {
      const place = placeOf(compilation, block, scope.region);
      const region = block.column(bring(block, place.block, place.id));
      const column = compilation.identifiers.columnsOf(candidates.object).inner.get(scope.field);
      const field = compilation.program.objects.get(candidates.object)?.fields.get(scope.field);
      if (column === undefined || field?.type.kind !== "reference" || field.type.object !== place.object)
        throw new Refused(`“${scope.field}”不是对“${place.object}”的引用`, candidates.origin);
      const { members } = gather(compilation, block, candidates, own, null, summed, (inner) => {
        const key = inner.import(region).sql;
        const there = inner.source(`v.${column}`);
        const missing = field.judgedBy === null ? TRUE : FALSE;
        return {
          inScope: { truth: when([[isNull(there), raw("CAST(NULL AS BOOLEAN)")]], TRUE), fact: missing },
          ...(asks(summed)
            ? { why: missingFact(compilation, candidates.object, scope.field, inner.source("v.id", true)) }
            : {}),
          branches: [
            { from: (keys, all) => `${keys!} JOIN ${all} ON v.${column} = k.${key}` },
            {
              from: (keys, all) => `${keys!} JOIN ${all} ON v.${column} IS NULL`,
              where: `k.${key} IS NOT NULL`,
            },
          ],
        };
      });
      const open = isNull(region);
      if (open.sql === "FALSE") return members;
      const possible = possibleOf(compilation, block, candidates, alsoOpen(open, summed), own, asks(summed));
      const count = sql`(${possible.count} - ${asNumber(possible.own)})`;
      const unasked = block.column(certain(when([[open, count]], raw("0", 0, true))));
      const reason = or(bring(block, place.block, place.fact), possible.fact);
      const because = asks(summed)
        ? bringWhy(block, place.block, placeWhy(compilation, place.block, scope.region))
        : NO_REASON;
      const isFact = bring(block, place.block, place.fact);
      return withUnasked(members, unasked, reason, unaskedWhy(because, isFact, possible.why));
    }
    case "distance":
      return distanceMembers(compilation, block, candidates, scope, own, summed);
  }
};

const asks = (summed: Summed | null): boolean => summed?.reasons !== undefined;

/** Reasons are asked for only where they are needed. */
export const alsoOpen = (filter: Expr, summed: Summed | null): Expr =>
  summed?.reasons === undefined ? filter : and(filter, summed.reasons.open);

/** Where facts of the scope are missing, they come first, and those of the candidates are asked for afterwards. */
export const unaskedWhy = (scope: Expr, isFact: Expr, candidates: Expr): Expr =>
  isTrue(isFact) ? scope : together(scope, whyWhere(certain(sql`(${isFact} IS NOT TRUE)`), candidates));

export const withUnasked = (members: Members, unasked: Expr, reason: Expr, why: Expr): Members => ({
  ...members,
  why: together(members.why, whyWhere(certain(sql`(${unasked} > 0)`), why)),
  undecided: certain(sql`(${members.undecided} + ${unasked})`),
  fact: certain(or(members.fact, sql`(${unasked} > 0 AND ${reason})`)),
});

export const asNumber = (truth: Expr): Expr => certain(when([[truth, raw("1", 0, true)]], raw("0", 0, true)));

/** 编号 of the record that is no candidate. */
const exceptedOf = (compilation: Compilation, block: Block, candidates: Candidates): Expr | null => {
  if (candidates.except === null) return null;
  const place = placeOf(compilation, block, candidates.except);
  if (place.object !== candidates.object) return null;
  return block.column(bring(block, place.block, place.id));
};

/** The pairs of one way of searching, without the excepted record. */
export const gather = (
  compilation: Compilation,
  block: Block,
  candidates: Candidates,
  own: Expr | null,
  filter: Expr | null,
  summed: Summed | null,
  reach: Parameters<typeof tally>[3]["reach"],
  more: (
    inner: Block,
    codes: Codes,
  ) => { readonly sums: readonly Sum[]; readonly own: ReadonlyMap<string, Expr> } = () => ({
    sums: [],
    own: new Map(),
  }),
): {
  readonly members: Members;
  readonly sum: (name: string) => Expr;
  readonly own: (name: string) => Expr;
} => {
  let ownColumns: ReadonlyMap<string, Expr> = new Map();
  const reasons = summed?.reasons;
  const found = tally(
    compilation,
    block,
    candidates,
    {
      reach,
      filter: reasons === undefined ? filter : filter === null ? reasons.open : and(filter, reasons.open),
      own,
      why: reasons?.of ?? null,
      sums: (inner, codes) => [
        ...[1, 2, 3].map((code) => counted(`n${code}`, `${codes.member.sql} = ${code}`)),
        ...(summed?.sums(inner, codes) ?? []),
        ...more(inner, codes).sums,
      ],
    },
    (inner, codes) => {
      summed?.sums(inner, codes);
      ownColumns = new Map([...(summed?.own(inner, codes) ?? []), ...more(inner, codes).own]);
      return [...ownColumns.values()];
    },
  );
  const ownColumn = (name: string): Expr => {
    const column = ownColumns.get(name);
    return column === undefined ? raw("CAST(NULL AS BIGINT)") : found.own(column);
  };
  const net = (code: number): Expr =>
    own === null
      ? found.sum(`n${code}`)
      : certain(sql`(${found.sum(`n${code}`)} - ${asNumber(sql`${found.ownMember} = ${code}`)})`);
  const three = net(3);
  return {
    sum: found.sum,
    own: ownColumn,
    members: {
      certain: net(1),
      undecided: certain(sql`(${net(2)} + ${three})`),
      fact: certain(sql`(${three} > 0)`),
      summed: found.sum,
      own: ownColumn,
      ownCode: found.ownMember,
      why: found.why,
    },
  };
};
