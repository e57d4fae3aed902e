import { parseDecimal, rational, type Rational } from "../../../language/index.ts";
import type { Candidates, Scope } from "../../model/ir.ts";
import { times, wide } from "./arithmetic.ts";
import type { Block } from "./block.ts";
import {
  alsoOpen,
  asNumber,
  gather,
  unaskedWhy,
  withUnasked,
  type Members,
  type Summed,
} from "./candidates.ts";
import { bringWhy, cause, NO_REASON, together, whyWhere } from "./cause.ts";
import { bring, type Compilation } from "./compilation.ts";
import {
  and,
  certain,
  FALSE,
  isKnown,
  isNull,
  not,
  or,
  raw,
  sql,
  TRUE,
  UNKNOWN,
  when,
  type Expr,
} from "./expr.ts";
import { gridBranch, noBranch, suppliedBranch, suppliedTable } from "./grid.ts";
import { isTaken } from "./parameter.ts";
import { counted } from "./pairs.ts";
import { Refused } from "./refused.ts";
import { placeOf, readField } from "./subject.ts";
import { termValue } from "./term.ts";
import { possibleOf } from "./unasked.ts";
import { missingFact, placeWhy } from "./why-place.ts";
import { termWhy } from "./why.ts";
import { literalOf, openOf, settledOf, wholeLiteral, type NumberVal, type Val } from "./value.ts";

type DistanceScope = Extract<Scope, { kind: "distance" }>;
type Coordinate = Extract<Val, { kind: "coordinate" }>;

/**
 * Candidates within a distance: those near by, found cell by cell; those in the table of walking distances; those
 * without a coordinate; and, where there is no place to start from, all that are possible.
 */
export const distanceMembers = (
  compilation: Compilation,
  block: Block,
  candidates: Candidates,
  scope: DistanceScope,
  own: Expr | null,
  summed: Summed | null,
): Members => {
  const walking = scope.metric === "walking";
  const place = placeOf(compilation, block, scope.from);
  const from = block.column(bring(block, place.block, place.id));
  const fromExists = isKnown(from);
  const limit = termValue(compilation, block, scope.limit);
  if (limit.kind !== "number") throw new Refused("距离的限度不是数", candidates.origin);
  const limitKnown = block.column(settledOf(limit));
  const start = startOf(compilation, block, scope);
  const end = endOf(compilation, candidates, scope);
  if (start !== null && end !== null && start.system !== end.system)
    throw new Refused("起点和终点的坐标系不同", candidates.origin);
  const radius = radiusOf(compilation, block, scope, limit);
  const startKnown = start === null || end === null ? FALSE : block.column(settledOf(start));
  const reachable = block.column(certain(and(fromExists, limitKnown)));
  const known = block.column(certain(and(reachable, startKnown)));

  const asks = summed?.reasons !== undefined;
  const pairs = gather(
    compilation,
    block,
    candidates,
    own,
    reachable,
    summed,
    (inner) => {
      const measured = inner.import(radius.measured).sql;
      const straight = inner.import(radius.straight).sql;
      const decides = inner.import(radius.decides);
      const supplied = inner.source("w.millimetres");
      const origin = inner.import(from).sql;
      const places =
        start === null || end === null
          ? []
          : [
              gridBranch(block.script, suppliedOf(compilation, walking), {
                longitude: inner.import(block.column(start.longitude)).sql,
                latitude: inner.import(block.column(start.latitude)).sql,
                east: `v.${end.column}x`,
                north: `v.${end.column}y`,
                from: origin,
                radius: straight,
              }),
            ];
      const inTable = walking ? [suppliedBranch(suppliedTable(compilation), origin)] : [];
      return {
        ...(asks ? { why: notWalked(compilation, inner.import(from), inner.source("v.id", true)) } : {}),
        inScope: {
          truth: when(
            [
              [isKnown(supplied), sql`(${supplied} <= ${raw(measured)})`],
              [decides, TRUE],
            ],
            UNKNOWN,
          ),
          fact: TRUE,
        },
        branches: places.length + inTable.length === 0 ? [noBranch] : [...places, ...inTable],
      };
    },
    (inner, { where }) => {
      if (!walking) return { sums: [], own: new Map() };
      const supplied = inner.source("w.millimetres");
      const there = `${supplied.sql} IS NOT NULL`;
      const nowhere = end === null ? "FALSE" : `${inner.source(`v.${end.column}x`).sql} IS NULL`;
      const open = (level: number): string =>
        level === 3 && end?.fact.sql === "TRUE"
          ? `${where.sql} <> 0`
          : level === 3
            ? `${where.sql} = 3`
            : end?.fact.sql === "TRUE"
              ? "FALSE"
              : `${where.sql} IN (1, 2)`;
      return {
        sums: [
          counted("supplied", there),
          counted("suppliedPossible", `${there} AND ${where.sql} <> 0`),
          counted("suppliedNowhere2", `${there} AND ${nowhere} AND ${open(2)}`),
          counted("suppliedNowhere3", `${there} AND ${nowhere} AND ${open(3)}`),
        ],
        own: new Map([["supplied", supplied]]),
      };
    },
  );
  const ownSupplied = walking && own !== null ? isKnown(pairs.own("supplied")) : FALSE;

  const placed =
    start === null || end === null
      ? pairs.members
      : withNowhere(
          compilation,
          block,
          candidates,
          own,
          known,
          end,
          pairs,
          ownSupplied,
          walking,
          summed?.reasons === undefined
            ? null
            : { from, scope, summed: { sums: () => [], own: () => new Map(), reasons: summed.reasons } },
        );

  const possible = possibleOf(compilation, block, candidates, alsoOpen(not(known), summed), own, asks);
  const asked = walking
    ? when(
        [[reachable, when([[possible.asked, pairs.sum("suppliedPossible")]], pairs.sum("supplied"))]],
        raw("0", 0, true),
      )
    : raw("0", 0, true);
  const ownUnasked = and(possible.own, not(and(reachable, ownSupplied)));
  const unasked = block.column(
    certain(
      when([[known, raw("0", 0, true)]], sql`(${possible.count} - ${asked} - ${asNumber(ownUnasked)})`),
    ),
  );
  const because = when(
    [
      [isNull(from), bring(block, place.block, place.fact)],
      [not(limitKnown), limit.fact],
      ...(start === null ? [] : [[openOf(start), start.fact] as const]),
    ],
    TRUE,
  );
  const why = asks
    ? unaskedWhy(noPlaceWhy(compilation, block, scope, from, limitKnown, start), because, possible.why)
    : NO_REASON;
  return withUnasked(placed, unasked, or(because, possible.fact), why);
};

/** Why there is no place to start from: the record, the limit, its coordinate, or that candidates have none. */
const noPlaceWhy = (
  compilation: Compilation,
  block: Block,
  scope: DistanceScope,
  from: Expr,
  limitKnown: Expr,
  start: Coordinate | null,
): Expr => {
  const place = placeOf(compilation, block, scope.from);
  const field = scope.fromField ?? "坐标";
  const nowhere = bringWhy(
    block,
    place.block,
    place.block.column(missingFact(compilation, place.object, field, place.id)),
  );
  return certain(
    when(
      [
        [isNull(from), bringWhy(block, place.block, placeWhy(compilation, place.block, scope.from))],
        [not(limitKnown), termWhy(compilation, block, scope.limit)],
        [start === null ? TRUE : openOf(start), nowhere],
      ],
      notWalked(compilation, from, raw("''", 0, true)),
    ),
  );
};

const notWalked = (compilation: Compilation, from: Expr, to: Expr): Expr =>
  cause(compilation, { kind: "缺少步行距离", name: "步行距离" }, from, to);

/** Candidates without a coordinate may be anywhere. */
const withNowhere = (
  compilation: Compilation,
  block: Block,
  candidates: Candidates,
  own: Expr | null,
  known: Expr,
  end: End,
  pairs: ReturnType<typeof gather>,
  ownSupplied: Expr,
  walking: boolean,
  asked: { readonly from: Expr; readonly scope: DistanceScope; readonly summed: Summed } | null,
): Members => {
  const nowhere = gather(compilation, block, candidates, own, known, asked?.summed ?? null, (inner) => {
    // Where reasons are told, those that the table names are left out here; else they are subtracted below.
    const named =
      asked === null || !walking
        ? ""
        : ` AND NOT EXISTS (SELECT 1 FROM ${suppliedTable(compilation)} AS known WHERE known.a = k.${inner.import(asked.from).sql} AND known.b = v.id)`;
    return {
      inScope: { truth: UNKNOWN, fact: end.fact },
      ...(asked === null
        ? {}
        : {
            why: missingFact(
              compilation,
              candidates.object,
              asked.scope.toField!,
              inner.source("v.id", true),
            ),
          }),
      branches: [
        {
          from: (keys, all) => (keys === null ? all : `${keys} CROSS JOIN ${all}`),
          where: `v.${end.column}x IS NULL${named}`,
        },
      ],
    };
  });
  const supplied = (level: number): Expr =>
    walking ? pairs.sum(`suppliedNowhere${level}`) : raw("0", 0, true);
  // The excepted record was taken out of both; what the table tells of it is no loss here.
  const twice = and(ownSupplied, isKnown(nowhere.members.ownCode));
  const gone = asNumber(twice);
  const both = sql`(${supplied(2)} + ${supplied(3)} - ${gone})`;
  const many = block.column(
    certain(when([[known, sql`(${nowhere.members.undecided} - ${both})`]], raw("0", 0, true))),
  );
  const facts = end.fact.sql === "TRUE" ? TRUE : nowhere.members.fact;
  return {
    ...pairs.members,
    why: together(pairs.members.why, whyWhere(known, nowhere.members.why)),
    undecided: certain(sql`(${pairs.members.undecided} + ${many})`),
    fact: certain(or(pairs.members.fact, sql`(${many} > 0 AND ${facts})`)),
  };
};

const suppliedOf = (compilation: Compilation, walking: boolean): string | null =>
  walking ? suppliedTable(compilation) : null;

/** The coordinate that the distance is measured from; null where the object has none. */
const startOf = (compilation: Compilation, block: Block, scope: DistanceScope): Coordinate | null => {
  const value = readField(compilation, block, scope.from, scope.fromField ?? "坐标");
  return value?.kind === "coordinate" ? value : null;
};

interface End {
  readonly column: string;
  readonly system: string | null;
  /** Without it a fact is missing, and not a judgement. */
  readonly fact: Expr;
}

const endOf = (compilation: Compilation, candidates: Candidates, scope: DistanceScope): End | null => {
  if (scope.toField === null) return null;
  const field = compilation.program.objects.get(candidates.object)?.fields.get(scope.toField);
  const column = compilation.identifiers.columnsOf(candidates.object).inner.get(scope.toField);
  if (field?.type.kind !== "coordinate" || column === undefined)
    throw new Refused(`“${scope.toField}”不是坐标`, candidates.origin);
  return { column, system: field.type.system, fact: field.judgedBy === null ? TRUE : FALSE };
};

interface Radius {
  readonly measured: Expr;
  readonly straight: Expr;
  /** A straight line within the radius decides, and not only one beyond it. */
  readonly decides: Expr;
}

/** A walk is never shorter than the straight line; a declared detour shortens the line that is surely walkable. */
const radiusOf = (compilation: Compilation, block: Block, scope: DistanceScope, limit: NumberVal): Radius => {
  const measured = millimetres(block, limit, rational(1n));
  if (scope.metric === "straight") return { measured, straight: measured, decides: TRUE };
  const detours = [...compilation.program.readings.values()].flatMap(({ name, options }) =>
    options.flatMap(({ number, detourFactor }) => {
      const factor = detourFactor === null ? null : parseDecimal(String(detourFactor));
      return factor === null || factor.numerator === 0n
        ? []
        : [{ taken: isTaken(compilation, block, name, number), factor }];
    }),
  );
  const straight = when(
    detours.map(({ taken, factor }) => [taken, millimetres(block, limit, factor)] as const),
    measured,
  );
  return {
    measured,
    straight: block.column(straight),
    decides: block.column(
      certain(
        when(
          detours.map(({ taken }) => [taken, TRUE] as const),
          FALSE,
        ),
      ),
    ),
  };
};

/** Whole millimetres, cut downwards. */
const millimetres = (block: Block, limit: NumberVal, divisor: Rational): Expr => {
  const above = times(block, limit.whole, wholeLiteral(limit.factor.numerator * 1000n * divisor.denominator));
  const below = times(
    block,
    limit.below ?? wholeLiteral(1n),
    wholeLiteral(limit.factor.denominator * divisor.numerator),
  );
  const [one, other] = [literalOf(above), literalOf(below)];
  if (one !== null && other !== null) {
    const cut = one / other;
    return wholeLiteral(one < 0n && cut * other !== one ? cut - 1n : cut).expr;
  }
  const { quotient, remainder } = block.script.dialect;
  const number = block.column(wide(block, above));
  const by = block.column(wide(block, below));
  const at = Math.max(number.at, by.at);
  const cut: Expr = { sql: quotient(number.sql, by.sql), at, known: false };
  const rest: Expr = { sql: remainder(number.sql, by.sql), at, known: false };
  return block.column(when([[sql`${rest} < 0`, sql`(${cut} - 1)`]], cut));
};
