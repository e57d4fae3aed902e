import {
  slice,
  type Diagnostic,
  type Name,
  type PolicyFile,
  type Quote,
  type Scope as ScopePhrase,
  type Span,
} from "../../language/index.ts";
import type { Condition, Origin, Subject, TextQuote } from "../model/ir.ts";
import { declaredId, type Declared } from "../resolve/declared.ts";
import type { Environment } from "./environment.ts";

/** One place where a declared name is used, for hovering, jumping and renaming. */
export interface NameUse {
  readonly file: string;
  readonly span: Span;
  /** `declaredId` of what the name means. */
  readonly target: string;
}

/** What checking one block writes to and reads from. */
export interface BlockContext {
  readonly environment: Environment;
  readonly file: PolicyFile;
  readonly provision: string | null;
  /** 界限 that hold where the block stands: the word, and whether it includes the number. */
  readonly inclusive: ReadonlyMap<string, boolean>;
  readonly diagnostics: Diagnostic[];
  readonly uses: NameUse[];
  readonly quote: (quotes: readonly Quote[]) => readonly TextQuote[];
}

/** Where a phrase stands: whose record the bare names mean, and what the results will cite. */
export interface Frame {
  readonly block: BlockContext;
  /** The record that bare names mean; null where a phrase may speak of no record. */
  readonly subject: Subject | null;
  /** Records around it, the nearest first: what 相同 compares with, and what 该X may mean. */
  readonly outer: readonly Subject[];
  readonly nextVariable: number;
  /** 所在县区内 before a condition: where 有 and 数量 look. */
  readonly scope: ScopePhrase | null;
  readonly item: string | null;
  readonly basis: readonly TextQuote[];
}

export const blockFrame = (block: BlockContext, basis: readonly TextQuote[] = []): Frame => ({
  block,
  subject: null,
  outer: [],
  nextVariable: 0,
  scope: null,
  item: null,
  basis,
});

/** Variable 0: the record that a rule judges. */
export const judged = (frame: Frame, object: string): Frame => ({
  ...frame,
  subject: { kind: "variable", index: 0, object },
  outer: [],
  nextVariable: 1,
});

/** The same place, speaking of another record that is reached from the present one. */
export const speakingOf = (frame: Frame, subject: Subject): Frame => ({ ...frame, subject });

export const originOf = (frame: Frame, span: Span): Origin => ({
  file: frame.block.file.source.name,
  span,
  words: slice(frame.block.file.source, span),
  provision: frame.block.provision,
  item: frame.item,
  basis: frame.basis,
});

export const use = (frame: Frame, name: Name, target: Declared): void => {
  frame.block.uses.push({ file: frame.block.file.source.name, span: name.span, target: declaredId(target) });
};

/** Runs a trial: its findings and uses are dropped unless it is adopted. */
export const attempt = <Value>(frame: Frame, trial: (frame: Frame) => Value): Attempt<Value> => {
  const diagnostics: Diagnostic[] = [];
  const uses: NameUse[] = [];
  const value = trial({ ...frame, block: { ...frame.block, diagnostics, uses } });
  return {
    value,
    failed: value === null || diagnostics.some((diagnostic) => diagnostic.severity === "error"),
    adopt: () => {
      frame.block.diagnostics.push(...diagnostics);
      frame.block.uses.push(...uses);
      return value;
    },
  };
};

export interface Attempt<Value> {
  readonly value: Value;
  readonly failed: boolean;
  readonly adopt: () => Value;
}

/** All of them; one stays itself, and a failed operand fails the whole. */
export const allOf = (operands: readonly (Condition | null)[], origin: Origin): Condition | null =>
  joined("all", operands, origin);

export const anyOf = (operands: readonly (Condition | null)[], origin: Origin): Condition | null =>
  joined("any", operands, origin);

export const always = (origin: Origin): Condition => ({ kind: "constant", value: true, origin });

export const not = (operand: Condition | null, origin: Origin): Condition | null =>
  operand === null ? null : { kind: "not", operand, origin };

const joined = (
  kind: "all" | "any",
  operands: readonly (Condition | null)[],
  origin: Origin,
): Condition | null => {
  const given = operands.filter((operand) => operand !== null);
  if (given.length < operands.length) return null;
  // What always holds adds nothing to the rest.
  const limiting =
    kind === "all" ? given.filter((operand) => operand.kind !== "constant" || !operand.value) : given;
  const known = limiting.length === 0 ? given : limiting;
  return known.length === 1 ? known[0]! : { kind, operands: known, origin };
};
