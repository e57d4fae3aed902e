import { type Bound, type Existence, type Phrase, type Sum, rational, unitOf } from "../../language/index.ts";
import type { Condition, Term } from "../model/ir.ts";
import type { NumberType } from "../model/type.ts";
import { PURE } from "../resolve/field-types.ts";
import { operatorOf } from "./bound.ts";
import { candidatesOf, nounPhraseOf } from "./candidates.ts";
import { type Frame, not, originOf } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { conditionOfPhrase } from "./phrase.ts";
import { asNumber, termOf } from "./term.ts";
import { describeType } from "./types.ts";

/** 有/没有/至少有N家 before a noun phrase looks for records; before a 是否 term it is only 具有 that. */
export const existenceOf = (atom: Existence, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  const body: Phrase = { kind: "phrase", clauses: [atom.body], connectives: [], span: atom.body.span };
  const noun = nounPhraseOf(body, frame);
  if (noun === null) {
    if (isPeriod(atom.scope?.extent ?? null)) {
      frame.block.diagnostics.push(
        reportCheck("time-window", frame.block.file.source.name, atom.span, { words: origin.words }),
      );
      return null;
    }
    if (atom.quantity !== null || atom.scope !== null) {
      frame.block.diagnostics.push(
        reportCheck("noun-expected", frame.block.file.source.name, atom.body.span, {
          words: originOf(frame, atom.body.span).words,
          word: atom.word,
        }),
      );
      return null;
    }
    const condition = conditionOfPhrase(body, frame);
    return atom.negated ? not(condition, origin) : condition;
  }
  const candidates = candidatesOf(noun, frame, { scope: atom.scope, exceptSelf: true });
  const quantity = atom.quantity === null ? atLeastOne(frame, atom) : quantified(atom.quantity, frame);
  if (candidates === null || quantity === null) return null;
  const { quantifier, count } = quantity;
  const exists: Condition = { kind: "exists", quantifier, count, candidates, origin };
  return atom.negated ? not(exists, origin) : exists;
};

/** 3年内: a stretch of time, which no place and no distance is. */
const isPeriod = (extent: Sum | null): boolean => {
  const dimension =
    extent?.kind === "number" && extent.unit !== null ? unitOf(extent.unit.text)?.dimension : undefined;
  return dimension === "day" || dimension === "workingDay" || dimension === "month" || dimension === "year";
};

interface Quantity {
  readonly quantifier: "atLeast" | "atMost" | "exactly";
  readonly count: Term;
}

const atLeastOne = (frame: Frame, atom: Existence): Quantity => ({
  quantifier: "atLeast",
  count: whole(1n, frame, atom),
});

const quantified = (bound: Bound, frame: Frame): Quantity | null => {
  const term = termOf(bound.value, frame);
  const number = term === null ? null : asNumber(term, frame, "家数");
  const operator = operatorOf(bound, frame);
  if (number === null || operator === null) return null;
  if (number.type.dimension !== "count" && number.type.dimension !== "pure") {
    frame.block.diagnostics.push(
      reportCheck("number-expected", frame.block.file.source.name, bound.value.span, {
        what: "家数",
        words: originOf(frame, bound.value.span).words,
        found: describeType(number.type),
      }),
    );
    return null;
  }
  switch (operator) {
    case ">=":
      return { quantifier: "atLeast", count: number };
    case "<=":
      return { quantifier: "atMost", count: number };
    case "=":
      return { quantifier: "exactly", count: number };
    case ">":
      return { quantifier: "atLeast", count: shifted(number, "add", frame, bound) };
    case "<":
      return { quantifier: "atMost", count: shifted(number, "subtract", frame, bound) };
    case "!=":
      return null;
  }
};

/** 超过3家 is at least 4, 不足3家 is at most 2. */
const shifted = (
  term: Term & { readonly type: NumberType },
  operator: "add" | "subtract",
  frame: Frame,
  at: Bound,
): Term => ({
  kind: "arithmetic",
  operator,
  left: term,
  right: whole(1n, frame, at),
  type: term.type,
  origin: originOf(frame, at.span),
});

const whole = (value: bigint, frame: Frame, at: { readonly span: Bound["span"] }): Term => ({
  kind: "literal",
  value: { kind: "number", value: rational(value) },
  type: { ...PURE, integer: true, scale: 0 },
  origin: originOf(frame, at.span),
});
