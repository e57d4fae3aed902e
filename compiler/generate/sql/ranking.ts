import type { Ranking } from "../../model/ir.ts";
import type { Type } from "../../model/type.ts";
import type { Block } from "./block.ts";
import { rankIn } from "./comparison.ts";
import type { Between, Compilation, Found } from "./compilation.ts";
import { conditionTruth } from "./condition.ts";
import { code, undecidedOf } from "./decide.ts";
import { and, certain, FALSE, isNull, not, or, raw, sql, TRUE, when, type Expr } from "./expr.ts";
import { orderParts, type OrderPart } from "./order-parts.ts";
import { readField } from "./subject.ts";
import { termValue } from "./term.ts";
import { asColumn } from "./truth.ts";
import { openOf, type Truth, type Val } from "./value.ts";

/**
 * Places among the members of a group, between bounds where members or keys are open. Everything is counted in
 * windows: how many stand before, beside and behind on the keys that both sides know.
 */
export const rankingFound = (compilation: Compilation, block: Block, ranking: Ranking): Found => {
  const { member, keys, group, entries } = enter(compilation, block, ranking);
  const sides = {
    front: sideOf(block, ranking, keys, entries, "better"),
    back: sideOf(block, ranking, keys, entries, "worse"),
  };
  const size = sizeOf(block, entries);
  const { front } = sides;
  const memberFact = and(isNull(member.truth), member.fact);
  const settled = sql`(${front.low} = ${front.high})`;
  const status = when(
    [
      [not(member.truth), code("不适用")],
      [group.open, undecidedOf(or(memberFact, group.fact))],
      [and(member.truth, settled), code("已认定")],
    ],
    undecidedOf(or(memberFact, front.fact)),
  );
  const column = block.column(status);
  return {
    status: column,
    value: {
      kind: "number",
      whole: {
        expr: block.column(when([[sql`${column} = 5`, front.low]], raw("CAST(NULL AS BIGINT)"))),
        most: MOST_PLACES,
      },
      factor: { numerator: 1n, denominator: 1n },
      below: null,
      range: null,
      fact: FALSE,
    },
    placing: { member, open: group.open, fact: group.fact, ...sides, size },
    truth: null,
    mayFail: false,
  };
};

export interface Entered {
  readonly member: Truth;
  readonly keys: readonly Key[];
  readonly group: Group;
  readonly entries: Entries;
}

/** The records with their keys, as members of their groups. */
export const enter = (compilation: Compilation, block: Block, ranking: Ranking): Entered => {
  const member = asColumn(block, conditionTruth(compilation, block, ranking.members));
  const keys = ranking.keys.map(({ term, descending }) =>
    keyOf(block, termValue(compilation, block, term), term.type, descending, ranking),
  );
  const group = groupOf(compilation, block, ranking);
  return { member, keys, group, entries: entriesOf(block, member, keys, group) };
};

export const MOST_PLACES = 10n ** 10n;

interface Key {
  readonly open: Expr;
  readonly fact: Expr;
  readonly parts: readonly OrderPart[];
}

const keyOf = (block: Block, value: Val, type: Type, descending: boolean, ranking: Ranking): Key => {
  const open = block.column(openOf(value));
  const fact = block.column(value.fact);
  if (value.kind === "number" || value.kind === "date") {
    return { open, fact, parts: orderParts(block, value, descending, ranking.origin) };
  }
  if (type.kind !== "enumeration") return { open, fact, parts: [] };
  // A value outside the order stands behind all others, whatever the direction.
  const rank = block.column(rankIn(type.ascending ?? [], value));
  return {
    open,
    fact,
    parts: [
      { column: block.column(when([[sql`${rank} = -1`, raw("1")]], raw("0"))), descending: false },
      { column: rank, descending },
    ],
  };
};

interface Group {
  /** Null: one group. */
  readonly column: Expr | null;
  readonly open: Expr;
  readonly fact: Expr;
}

const groupOf = (compilation: Compilation, block: Block, ranking: Ranking): Group => {
  if (ranking.group === null) return { column: null, open: FALSE, fact: FALSE };
  const value = readField(
    compilation,
    block,
    { kind: "variable", index: 0, object: ranking.object },
    ranking.group,
  );
  if (value === null) return { column: null, open: TRUE, fact: TRUE };
  const parts =
    value.kind === "coordinate" ? value.longitude : value.kind === "number" ? value.whole.expr : value.value;
  return { column: block.column(parts), open: block.column(openOf(value)), fact: block.column(value.fact) };
};

/** What every record is to the others; numbers are 0 or 1. */
interface Entries {
  /** Index of the first key that is open; the number of keys where none is. */
  readonly firstOpen: Expr;
  /** A key is open for a missing fact. */
  readonly keyFact: Expr;
  readonly complete: number;
  readonly sets: readonly EntrySet[];
}

/** Members of the own group, and those whose group is not known, which may stand in any. */
interface EntrySet {
  readonly partition: Expr | null;
  readonly present: Expr;
  readonly certain: Expr;
  /** It is not certain, for a missing fact. */
  readonly doubtFact: Expr;
}

const entriesOf = (
  block: Block,
  member: { readonly truth: Expr; readonly fact: Expr },
  keys: readonly Key[],
  group: Group,
): Entries => {
  const number = (truth: Expr): Expr =>
    block.column(certain(when([[truth, raw("1", 0, true)]], raw("0", 0, true))));
  const isMember = certain(sql`COALESCE(${member.truth}, TRUE)`);
  const sure = certain(sql`COALESCE(${member.truth}, FALSE)`);
  const memberFact = and(isNull(member.truth), member.fact);
  const inGroup: EntrySet = {
    partition: group.column,
    present: number(and(isMember, not(group.open))),
    certain: number(and(sure, not(group.open))),
    doubtFact: number(and(memberFact, not(group.open))),
  };
  const floating: EntrySet = {
    partition: null,
    present: number(and(isMember, group.open)),
    certain: raw("0", 0, true),
    doubtFact: number(and(isMember, group.open, or(memberFact, group.fact))),
  };
  const firstOpen = when(
    keys.map(({ open }, index) => [open, raw(String(index), 0, true)] as const),
    raw(String(keys.length), 0, true),
  );
  return {
    firstOpen: block.column(firstOpen),
    keyFact: number(or(...keys.map(({ open, fact }) => and(open, fact)))),
    complete: keys.length,
    sets: group.column === null ? [inGroup] : [inGroup, floating],
  };
};

/** How many others stand on one side: certainly, and perhaps. */
const sideOf = (
  block: Block,
  ranking: Ranking,
  keys: readonly Key[],
  entries: Entries,
  side: "better" | "worse",
): Between => {
  const low: Expr[] = [];
  const high: Expr[] = [];
  const facts: Expr[] = [];
  for (const set of entries.sets) {
    for (let shared = 0; shared <= entries.complete; shared += 1) {
      const compare = compareOn(block, keys, entries, set, shared);
      const own = compare.applies;
      low.push(when([[own, compare.count(set.certain, side)]], raw("0", 0, true)));
      high.push(when([[own, compare.count(set.present, side)]], raw("0", 0, true)));
      facts.push(and(own, sql`${compare.count(set.doubtFact, side)} > 0`));
      const complete = shared === entries.complete;
      if (complete && ranking.ties === "shared") continue;
      const beside = compare.beside(set.present);
      high.push(when([[own, beside]], raw("0", 0, true)));
      if (complete) facts.push(and(own, sql`${compare.beside(set.doubtFact)} > 0`));
      else {
        const either = block.column(
          certain(
            when(
              [
                [
                  sql`${set.present} = 1 AND (${set.doubtFact} = 1 OR ${entries.keyFact} = 1)`,
                  raw("1", 0, true),
                ],
              ],
              raw("0", 0, true),
            ),
          ),
        );
        facts.push(
          and(own, or(sql`${compare.beside(either)} > 0`, sql`(${beside} > 0 AND ${entries.keyFact} = 1)`)),
        );
      }
    }
  }
  return {
    low: block.column(total(low)),
    high: block.column(total(high)),
    fact: block.column(certain(or(...facts))),
  };
};

/** Everybody begins with the own place. */
const total = (parts: readonly Expr[]): Expr =>
  certain(sql`CAST(${parts.reduce((left, right) => sql`${left} + ${right}`, raw("1", 0, true))} AS BIGINT)`);

interface Compared {
  /** These keys are the ones that the own record shares with these others. */
  readonly applies: Expr;
  readonly count: (weight: Expr, side: "better" | "worse") => Expr;
  /** Equal on the shared keys, the own record left out. */
  readonly beside: (weight: Expr) => Expr;
  /** Texts of others together, of those on the same place with the own one. */
  readonly texts: (each: Expr, side: "better" | "worse" | "equal") => Expr;
}

/**
 * The others that share just the first `shared` keys with the own record: all that know at least as many, where the own
 * record knows only these; those that know only these, where it knows more.
 */
export const compareOn = (
  block: Block,
  keys: readonly Key[],
  entries: Entries,
  set: EntrySet,
  shared: number,
): Compared => {
  const parts = keys.slice(0, shared).flatMap((key) => key.parts);
  const { firstOpen } = entries;
  const atEnd = sql`(${firstOpen} = ${shared})`;
  const isLast = shared === entries.complete;
  const weigh = (weight: Expr, others: "exactly" | "atLeast"): Expr =>
    block.column(
      certain(
        when([[sql`${firstOpen} ${others === "exactly" ? "=" : ">="} ${shared}`, weight]], raw("0", 0, true)),
      ),
    );
  const partition = set.partition === null ? [] : [set.partition];
  const over = (weight: Expr, by: readonly Expr[], order: readonly OrderPart[]): Expr => {
    const columns = [weight, ...by, ...order.map(({ column }) => column)];
    const partitionBy = by.length === 0 ? "" : `PARTITION BY ${by.map((each) => each.sql).join(", ")}`;
    const orderBy =
      order.length === 0
        ? ""
        : ` ORDER BY ${order.map(({ column, descending }) => `${column.sql}${descending ? " DESC" : ""}`).join(", ")}`;
    return block.column({
      sql: `COALESCE(sum(${weight.sql}) OVER (${partitionBy}${orderBy}), 0)`,
      at: columns.reduce((most, each) => Math.max(most, each.at), 0),
      known: true,
    });
  };
  const windows = (weight: Expr) => {
    const equal = over(weight, [...partition, ...parts.map(({ column }) => column)], []);
    const upTo = parts.length === 0 ? equal : over(weight, partition, parts);
    const everybody = parts.length === 0 ? equal : over(weight, partition, []);
    return { equal, better: sql`(${upTo} - ${equal})`, worse: sql`(${everybody} - ${upTo})` };
  };
  const choose = (weight: Expr, pick: (of: ReturnType<typeof windows>) => Expr): Expr => {
    const atLeast = pick(windows(weigh(weight, "atLeast")));
    if (isLast) return atLeast;
    return certain(when([[atEnd, atLeast]], pick(windows(weigh(weight, "exactly")))));
  };
  return {
    applies: isLast ? atEnd : sql`(${firstOpen} >= ${shared})`,
    count: (weight, side) => choose(weight, (of) => of[side]),
    texts: (each, side) => {
      if (parts.length === 0 && side !== "equal") return raw("''", 0, true);
      const read = (others: "=" | ">="): Expr => {
        const text = block.column(
          sql`CASE WHEN ${firstOpen} ${others} ${shared} THEN NULLIF(${each}, '') END`,
        );
        return textsOver(block, text, partition, parts, side);
      };
      return isLast ? read(">=") : certain(when([[atEnd, read(">=")]], read("=")));
    },
    beside: (weight) => {
      const own = when([[atEnd, weight]], raw("0", 0, true));
      return certain(sql`(${choose(weight, (of) => of.equal)} - ${own})`);
    },
  };
};

const textsOver = (
  block: Block,
  text: Expr,
  partition: readonly Expr[],
  parts: readonly OrderPart[],
  side: "better" | "worse" | "equal",
): Expr => {
  const keys = side === "equal" ? [...partition, ...parts.map(({ column }) => column)] : partition;
  const by = keys.length === 0 ? "" : `PARTITION BY ${keys.map((each) => each.sql).join(", ")}`;
  const order = parts.map(({ column, descending }) => `${column.sql}${descending ? " DESC" : ""}`).join(", ");
  const frame = {
    better: " RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP",
    worse: " RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING EXCLUDE GROUP",
    equal: null,
  }[side];
  const columns = [text, ...partition, ...parts.map(({ column }) => column)];
  return block.column({
    sql: `COALESCE(string_agg(${text.sql}, '') OVER (${by}${frame === null ? "" : ` ORDER BY ${order}${frame}`}), '')`,
    at: columns.reduce((most, each) => Math.max(most, each.at), 0),
    known: true,
  });
};

/** How many members the group has. */
const sizeOf = (block: Block, { sets }: Entries): Between => {
  const over = (set: EntrySet, weight: Expr): Expr =>
    block.column({
      sql: `COALESCE(sum(${weight.sql}) OVER (${set.partition === null ? "" : `PARTITION BY ${set.partition.sql}`}), 0)`,
      at: Math.max(weight.at, set.partition?.at ?? 0),
      known: true,
    });
  const others = (pick: (set: EntrySet) => Expr): Expr =>
    sets
      .map((set) => sql`(${over(set, pick(set))} - ${pick(set)})`)
      .reduce((left, right) => sql`${left} + ${right}`);
  return {
    low: block.column(total([others((set) => set.certain)])),
    high: block.column(total([others((set) => set.present)])),
    fact: block.column(certain(sql`(${others((set) => set.doubtFact)} > 0)`)),
  };
};
