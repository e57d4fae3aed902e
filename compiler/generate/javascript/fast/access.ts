import type { Subject } from "../../../model/ir.ts";
import type { EnumerationType } from "../../../model/type.ts";
import type { Code } from "./code.ts";

/** A fact under a local name. */
export interface Fact {
  readonly name: string;
  /** True exactly where the fact is missing. */
  readonly missing: string;
  /** Where it is missing: 3 for a fact that can be brought, 2 for a judgement that somebody gives, or an expression. */
  readonly level: string;
}

export interface BooleanFact extends Fact {
  readonly isTrue: string;
  readonly isFalse: string;
}

export interface EnumerationFact extends Fact {
  /** Whether it is that value. */
  readonly is: (value: string) => string;
}

export interface DateFact extends Fact {
  /** Dates compare as ISO texts in records, as days in columns. */
  readonly form: "Text" | "Day";
}

/** What an earlier decision found. */
export interface Found {
  /** Whether it is that status. */
  readonly is: (code: number) => string;
  /** Whether it is 已认定 as the class at that place among the values of the 认定. */
  readonly isClass: (place: number) => string;
  /** Where the record itself is missing, and the level of that. */
  readonly missing: string | null;
  readonly level: string;
}

/** How the code of one function reads what it needs: from one record, or from the rows of columns. */
export interface Access {
  readonly code: Code;
  /** The object of the judged record. */
  readonly object: string;
  /** A double in the declared unit, NaN where missing. */
  number(of: Subject, field: string): Fact;
  boolean(of: Subject, field: string): BooleanFact;
  enumeration(of: Subject, field: string, type: EnumerationType): EnumerationFact;
  /** Text, enumerations and references as text. */
  text(of: Subject, field: string): Fact;
  date(of: Subject, field: string): DateFact;
  /** Told of a number or date that is asked only whether it lies above some bounds, which are expressions. */
  bounded(of: Subject, field: string, bounds: readonly string[]): void;
  /** The record that a subject names, for its own 编号; null text of `missing` where it is always there. */
  id(of: Subject): Fact | null;
  /** A value that the context holds. */
  constant(name: string): string;
  found(decision: string, of: Subject): Found;
  /** The level of a condition that the explaining half decides: `certainly`, or only where a fast way is not exact. */
  level(node: string, certainly?: boolean): string;
  /** The level of a condition on the whole register, whose answers a constant holds; `node` says the same. */
  fromRegister(node: string, answers: string): string;
  /** The judged record as it was given, where an expression rarely needs it. */
  judgedHere(): string;
  /** The level of a condition that is found in a loop of its own, where that pays; `write` gives it for one record. */
  apart?(write: (access: Access) => string | null): string | null;
  /** The status code that the explaining half finds. */
  codeFor(decision: string): string;
  /** The same where a constant holds the answers for the whole register. */
  codeFromRegister(decision: string, answers: string): string;
  /** A name that the function does not use yet: a word, and a name of the policy behind it. */
  fresh(word: string, name?: string): string;
  /** Statements that end the judgement with a status code, and the place of the class. */
  done(code: string, place?: number): string;
}
