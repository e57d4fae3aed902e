import type { Candidates, Condition, Decision, Program, Subject, Term } from "../../model/ir.ts";
import type { Day, Value } from "../../model/value.ts";
import { rootOf, visitCandidates, visitCondition, visitTerm } from "../../model/walk.ts";
import type { SqlIdentifiers } from "../names.ts";
import type { Block, Script } from "./block.ts";
import type { Causes } from "./cause.ts";
import type { DialectWords } from "./dialect.ts";
import type { Expr } from "./expr.ts";
import type { Truth, Val } from "./value.ts";

/** A value supplied beside the policy. */
export interface BoundValue {
  readonly name: string;
  readonly from: Day | null;
  readonly region: string | null;
  readonly value: Value;
}

/** What is written into the script instead of being read from its tables. */
export interface Binding {
  /** 基准日. */
  readonly at?: Day;
  /** Values beside those of the policy. */
  readonly parameters?: readonly BoundValue[];
  /** Options taken instead of the adopted ones. */
  readonly readings?: ReadonlyMap<string, number>;
}

/** What a decision has found of each row. */
export interface Found {
  /** Status code; see STATUSES. NULL where a number left the range of the engine. */
  readonly status: Expr;
  /** Class, number or place; NULL without one. */
  readonly value: Val | null;
  readonly placing: Placing | null;
  /** Of a decision that only holds or does not. */
  readonly truth: Truth | null;
  /** A number of it may leave the range of the engine. */
  readonly mayFail: boolean;
}

/** Bounds of a place and why they differ. */
export interface Between {
  readonly low: Expr;
  readonly high: Expr;
  /** A reason is a missing fact. */
  readonly fact: Expr;
}

export interface Placing {
  readonly member: Truth;
  /** Null group: open; then `fact` says why. */
  readonly open: Expr;
  readonly fact: Expr;
  readonly front: Between;
  readonly back: Between;
  readonly size: Between;
}

/** One view in the making: everything that its parts share. */
export interface Compilation {
  readonly program: Program;
  readonly dialect: DialectWords;
  readonly identifiers: Identifiers;
  readonly script: Script;
  readonly binding: Binding | null;
  /** Column of the context row, whose value is this scalar query or expression. */
  context(key: string, expression: string): string;
  /** A part of the script that is written once; gives its name. */
  shared(key: string, prefix: string, text: () => string): string;
  /** Decisions of earlier stages, by the columns of the relations of their objects. */
  readonly exported: ReadonlyMap<string, Found>;
  /** What decisions found in the block of the judged record. */
  readonly found: Map<Block, Map<string, Found>>;
  decision(id: string): Decision | undefined;
  /** Truths that have been asked in a block. */
  readonly truths: Map<Block, Map<Condition, Truth>>;
  readonly values: Map<Block, Map<Term, Val>>;
  /** Null where reasons are not asked for: then nothing of them is computed. */
  readonly whys: Whys | null;
}

/** Why conditions, terms and decisions are open, as texts; see cause.ts. */
export interface Whys {
  readonly causes: Causes;
  /** By the block in which the clause is asked. */
  readonly known: Map<Block, Map<Condition | Term | Decision, Expr>>;
  readonly placings: Map<Block, Map<Decision, PlacingWhy>>;
  /** Decisions of earlier stages, by the columns of the relations of their objects. */
  readonly exported: Map<string, Expr>;
  readonly exportedPlacings: Map<string, PlacingWhy>;
}

/** Why a place in a ranking is open. */
export interface PlacingWhy {
  readonly member: Expr;
  readonly group: Expr;
  readonly front: Expr;
  readonly back: Expr;
  readonly size: Expr;
}

/** Names of tables and columns as the tables of the script have them. */
export interface Identifiers {
  readonly tables: SqlIdentifiers;
  columnsOf(object: string): ColumnNames;
}

export interface ColumnNames {
  readonly id: string;
  /** Names inside the script, by field. */
  readonly inner: ReadonlyMap<string, string>;
}

/** The variables around a block that a clause starts from, the outermost first. */
export const rootsOf = (
  clause: { readonly term: Term } | { readonly condition: Condition } | { readonly candidates: Candidates },
  block: Block,
): readonly number[] => {
  const roots = new Set<number>();
  const use = (subject: Subject): void => {
    const root = rootOf(subject);
    if (root <= block.variable) roots.add(root);
  };
  const visitor = {
    subject: use,
    term: (term: Term): void => {
      if (term.kind === "field") use(term.of);
    },
    candidates: (candidates: Candidates): void => {
      if (candidates.except !== null) use(candidates.except);
    },
  };
  if ("term" in clause) visitTerm(clause.term, visitor);
  else if ("condition" in clause) visitCondition(clause.condition, visitor);
  else visitCandidates(clause.candidates, visitor);
  return [...roots].sort((left, right) => left - right);
};

/** The block in which a clause is asked: the innermost whose record it starts from. */
export const homeOf = (block: Block, roots: readonly number[]): Block => {
  const innermost = roots.at(-1);
  if (innermost === undefined) return block;
  let home = block;
  while (home.variable > innermost && home.outer !== null) home = home.outer;
  return home;
};

/** A column of a block around, brought in through the blocks between. */
export const bring = (into: Block, from: Block, expr: Expr): Expr => {
  if (into === from) return expr;
  if (into.outer === from) return into.import(expr);
  return into.import(bring(into.outer!, from, expr));
};
