import type { Candidates, Condition, Origin, Term } from "../../model/ir.ts";
import type { Block } from "./block.ts";
import { membersOf, type Members } from "./candidates.ts";
import { bringWhy, cause, NO_REASON, together, unreadableWhy, whyWhere } from "./cause.ts";
import { bring, homeOf, rootsOf, type Compilation } from "./compilation.ts";
import { conditionTruth } from "./condition.ts";
import { and, certain, isNull, sql, type Expr } from "./expr.ts";
import { foundAt } from "./judged.ts";
import { placeOf } from "./subject.ts";
import { termValue } from "./term.ts";
import { openOf, settledOf, type Val } from "./value.ts";
import { whyAt } from "./why-decision.ts";
import { missingFact, placeWhy } from "./why-place.ts";
import { rankedWhy } from "./why-ranking.ts";

/** Why a condition is open, in each row of a block; no reason where it is decided. */
export const conditionWhy = (compilation: Compilation, block: Block, condition: Condition): Expr =>
  remembered(compilation, block, condition, rootsOf({ condition }, block), (home) =>
    ofCondition(compilation, home, condition),
  );

/** Why a term is open; no reason where it has a value. */
export const termWhy = (compilation: Compilation, block: Block, term: Term): Expr =>
  remembered(compilation, block, term, rootsOf({ term }, block), (home) => ofTerm(compilation, home, term));

const remembered = (
  { whys }: Compilation,
  block: Block,
  clause: Condition | Term,
  roots: readonly number[],
  find: (home: Block) => Expr,
): Expr => {
  if (whys === null) return NO_REASON;
  const home = homeOf(block, roots);
  const known = whys.known.get(home) ?? new Map();
  whys.known.set(home, known);
  const found: Expr = known.get(clause) ?? inShort(home, find(home));
  known.set(clause, found);
  return bringWhy(block, home, found);
};

/** Reasons are mostly read once, so that only long ones are worth a column. */
const inShort = (block: Block, why: Expr): Expr => (why.sql.length > LONG ? block.column(why) : why);

const LONG = 480;

const ofCondition = (compilation: Compilation, block: Block, condition: Condition): Expr => {
  const each = (operand: Condition): Expr => conditionWhy(compilation, block, operand);
  const why = (term: Term): Expr => termWhy(compilation, block, term);
  const value = (term: Term): Val => termValue(compilation, block, term);
  const open = (): Expr => {
    const { truth } = conditionTruth(compilation, block, condition);
    return isNull(block.short(truth));
  };
  const mistaken = (terms: readonly Term[], isMistaken: boolean): Expr =>
    isMistaken
      ? whyWhere(
          certain(and(...terms.map((term) => settledOf(value(term))))),
          unreadableWhy(compilation, condition.origin),
        )
      : NO_REASON;
  switch (condition.kind) {
    case "constant":
      return NO_REASON;
    case "all":
    case "any":
    case "atLeast":
      return whyWhere(open(), together(...condition.operands.map(each)));
    case "not":
      return each(condition.operand);
    case "holds":
      return together(
        why(condition.term),
        mistaken([condition.term], value(condition.term).kind !== "boolean"),
      );
    case "compare": {
      const [left, right] = [value(condition.left), value(condition.right)];
      const isMistaken =
        !(left.kind === "number" && right.kind === "number") &&
        !(left.kind === "date" && right.kind === "date");
      const told = together(why(condition.left), why(condition.right));
      const ranged = (each: Val): boolean => each.kind === "number" && each.range !== null;
      return together(
        ranged(left) || ranged(right) ? whyWhere(open(), told) : told,
        mistaken([condition.left, condition.right], isMistaken),
      );
    }
    case "compareOrder":
      return whyWhere(open(), together(why(condition.left), why(condition.right)));
    case "same":
      return together(why(condition.left), why(condition.right));
    case "oneOf":
      return why(condition.left);
    case "elapsed": {
      const terms = [condition.from, condition.to, condition.amount];
      const kinds = terms.map((term) => value(term).kind);
      const isMistaken = kinds[0] !== "date" || kinds[1] !== "date" || kinds[2] !== "number";
      return together(...terms.map(why), mistaken(terms, isMistaken));
    }
    case "exists": {
      const undecided = block.column(open());
      const { why: candidates } = candidatesWhy(compilation, block, condition.candidates, null, undecided);
      return whyWhere(undecided, together(candidates, why(condition.count)));
    }
    case "ranked":
      return whyWhere(open(), rankedWhy(compilation, block, condition));
    case "reading":
      return whyWhere(open(), cause(compilation, { kind: "读法未定", name: condition.reading }));
    case "defined":
      return decisionWhy(compilation, block, condition.decision, condition.subject, condition.origin);
  }
};

const ofTerm = (compilation: Compilation, block: Block, term: Term): Expr => {
  const why = (operand: Term): Expr => termWhy(compilation, block, operand);
  const value = (operand: Term): Val => termValue(compilation, block, operand);
  switch (term.kind) {
    case "literal":
    case "referenceDate":
      return NO_REASON;
    case "field": {
      const place = placeOf(compilation, block, term.of);
      const open = and(bring(block, place.block, place.exists), openOf(value(term)));
      const absent = missingFact(compilation, place.object, term.field, bring(block, place.block, place.id));
      return together(
        bringWhy(block, place.block, placeWhy(compilation, place.block, term.of)),
        whyWhere(open, absent),
      );
    }
    case "record": {
      const place = placeOf(compilation, block, term.of);
      return bringWhy(block, place.block, placeWhy(compilation, place.block, term.of));
    }
    case "parameter": {
      const { owner } = compilation.program.parameters.get(term.name)!;
      const what = { kind: "参数未定", name: term.name, owner: owner.name, source: owner.source } as const;
      const open = openOf(value(term));
      if (term.region === null) return whyWhere(open, cause(compilation, what));
      const place = placeOf(compilation, block, term.region);
      const here = (expr: Expr): Expr => bring(block, place.block, expr);
      return together(
        bringWhy(block, place.block, placeWhy(compilation, place.block, term.region)),
        whyWhere(and(here(place.exists), open), cause(compilation, what, here(place.id))),
      );
    }
    case "arithmetic":
      return together(
        why(term.left),
        why(term.right),
        failureWhy(compilation, term, value(term), value(term.left), value(term.right)),
      );
    case "aggregate":
      return aggregateWhy(compilation, block, term, value(term));
    case "decision":
      return decisionWhy(compilation, block, term.decision, term.of, term.origin);
    case "rounded": {
      const operand = value(term.operand);
      const failed =
        operand.kind === "number"
          ? cause(compilation, { kind: "溢出", name: term.origin.words })
          : unreadableWhy(compilation, term.origin);
      return together(
        why(term.operand),
        whyWhere(certain(and(settledOf(operand), openOf(value(term)))), failed),
      );
    }
  }
};

/** Two known values of which the result is open. */
const failureWhy = (
  compilation: Compilation,
  term: Extract<Term, { kind: "arithmetic" }>,
  result: Val,
  left: Val,
  right: Val,
): Expr => {
  const open = certain(and(settledOf(left), settledOf(right), openOf(result)));
  if (left.kind !== "number" || right.kind !== "number")
    return whyWhere(open, unreadableWhy(compilation, term.origin));
  const overflow = cause(compilation, { kind: "溢出", name: term.origin.words });
  if (term.operator !== "divide") return whyWhere(open, overflow);
  const isZero = certain(sql`(${right.whole.expr} = 0)`);
  return together(
    whyWhere(and(open, isZero), cause(compilation, { kind: "除数为零", name: term.origin.words })),
    whyWhere(and(open, certain(sql`(${right.whole.expr} <> 0)`)), overflow),
  );
};

const aggregateWhy = (
  compilation: Compilation,
  block: Block,
  term: Extract<Term, { kind: "aggregate" }>,
  value: Val,
): Expr => {
  const open = block.column(openOf(value));
  const members = candidatesWhy(compilation, block, term.candidates, term.of, open);
  const why = block.column(members.why);
  if (term.of === null || term.function === "count") return whyWhere(open, why);
  const name = term.origin.words;
  const empty = cause(compilation, { kind: "空集合", name });
  const overflow = cause(compilation, { kind: "溢出", name });
  const none = certain(sql`(${block.column(members.certain)} = 0)`);
  const concluded = {
    sum: overflow,
    mean: together(
      whyWhere(none, empty),
      whyWhere(certain(sql`(${block.column(members.certain)} > 0)`), overflow),
    ),
    maximum: empty,
    minimum: empty,
  }[term.function];
  return whyWhere(open, together(why, whyWhere(certain(sql`(${why} = '')`), concluded)));
};

/** Why some candidates are undecided, and why values of the certain ones are open; for the rows of `open`. */
const candidatesWhy = (
  compilation: Compilation,
  block: Block,
  candidates: Candidates,
  of: Term | null,
  open: Expr,
): Members =>
  membersOf(compilation, block, candidates, {
    sums: () => [],
    own: () => new Map(),
    reasons: {
      open,
      of: (inner, { member }, scope) =>
        together(
          whyWhere(
            certain(sql`(${member} >= 2)`),
            together(scope, conditionWhy(compilation, inner, candidates.where)),
          ),
          of === null ? NO_REASON : whyWhere(certain(sql`(${member} = 1)`), termWhy(compilation, inner, of)),
        ),
    },
  });

/** Why what another decision found is no value. */
const decisionWhy = (
  compilation: Compilation,
  block: Block,
  id: string,
  subject: Parameters<typeof placeOf>[2],
  origin: Origin,
): Expr => {
  const place = placeOf(compilation, block, subject);
  const { status } = foundAt(compilation, place, id, origin);
  const told = (kind: "未认定" | "认定冲突"): Expr =>
    cause(compilation, { kind, name: id, object: place.object }, place.id);
  const kind = compilation.decision(id)!.kind;
  const why = together(
    placeWhy(compilation, place.block, subject),
    kind === "definition" || kind === "indicator"
      ? NO_REASON
      : whyWhere(certain(sql`(${status} IN (0, 6))`), told("未认定")),
    kind === "classification" ? whyWhere(certain(sql`(${status} = 7)`), told("认定冲突")) : NO_REASON,
    whyWhere(certain(sql`(${status} IN (8, 9))`), whyAt(compilation, place, id)),
  );
  return bringWhy(block, place.block, why);
};
