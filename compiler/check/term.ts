import { type Sum, inBaseUnit } from "../../language/index.ts";
import type { Term } from "../model/ir.ts";
import type { NumberType, Type } from "../model/type.ts";
import { dayOf } from "../resolve/calendar.ts";
import { DATE, numberInUnit } from "../resolve/field-types.ts";
import { aggregateOf, growthOf, meanLevelOf, perTenThousandOf } from "./aggregate.ts";
import { onlyAtom } from "./candidates.ts";
import { type Frame, originOf, use } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { notAValue } from "./expected.ts";
import { meaningOf, unknownName } from "./names.ts";
import { areCommensurable, decimalShift, describeType, productType, quotientType } from "./types.ts";

export interface Expectation {
  /** What the value stands against: gives bare values (公立, 「甲县」) their type. */
  readonly type?: Type;
  /** The other side of a comparison: what 平均水平 is the mean of. */
  readonly compared?: Term;
}

/** A value with its type; what is wrong is reported, then null. */
export const termOf = (sum: Sum, frame: Frame, expected: Expectation = {}): Term | null => {
  const origin = originOf(frame, sum.span);
  switch (sum.kind) {
    case "missing":
      return null;
    case "number": {
      const type = numberInUnit(sum.unit?.text ?? null, {
        share: sum.share,
        integer: sum.value.denominator === 1n,
      });
      const value = inBaseUnit(sum.value, sum.unit?.text ?? null);
      return { kind: "literal", value: { kind: "number", value }, type, origin };
    }
    case "date": {
      const day = dayOf(sum.year, sum.month, sum.day);
      // A date that the calendar does not have was reported when it was read.
      return day === null
        ? null
        : { kind: "literal", value: { kind: "date", value: day }, type: DATE, origin };
    }
    case "names":
      return namedTerm(sum, frame, expected);
    case "arithmetic":
      return arithmeticOf(sum, frame);
    case "call":
      return aggregateOf(sum, frame);
    case "growth":
      return growthOf(sum, frame);
    case "perTenThousand":
      return perTenThousandOf(sum, frame);
    case "meanLevel":
      return meanLevelOf(sum, frame, expected.compared ?? null);
    case "rounded":
      return roundedOf(sum, frame);
    case "grouped": {
      const atom = onlyAtom(sum.phrase);
      if (atom?.kind === "plain") return termOf(atom.value, frame, expected);
      return notAValue(sum.span, frame);
    }
  }
};

/** A value that must be a number; `what` says in the message what needs it. */
export const numberOf = (
  sum: Sum,
  frame: Frame,
  what: string,
): (Term & { readonly type: NumberType }) | null => {
  const term = termOf(sum, frame);
  return term === null ? null : asNumber(term, frame, what);
};

export const asNumber = (
  term: Term,
  frame: Frame,
  what: string,
): (Term & { readonly type: NumberType }) | null => {
  if (isNumber(term)) return term;
  frame.block.diagnostics.push(
    reportCheck("number-expected", frame.block.file.source.name, term.origin.span, {
      what,
      words: term.origin.words,
      found: describeType(term.type),
    }),
  );
  return null;
};

const isNumber = (term: Term): term is Term & { readonly type: NumberType } => term.type.kind === "number";

const namedTerm = (
  sum: Extract<Sum, { kind: "names" }>,
  frame: Frame,
  expected: Expectation,
): Term | null => {
  const origin = originOf(frame, sum.span);
  const meaning = meaningOf(sum, frame, expected.type ?? null);
  if (meaning === null) return null;
  switch (meaning.kind) {
    case "term":
      return meaning.term;
    case "record":
      return {
        kind: "record",
        of: meaning.subject,
        type: { kind: "reference", object: meaning.subject.object },
        origin,
      };
    case "value": {
      const { type } = expected;
      const { name } = meaning;
      if (type?.kind === "enumeration") {
        if (!type.values.includes(name.text))
          return unknownName(name, frame, `它不是“${type.name}”的取值`, type.values);
        for (const declared of frame.block.environment.declarations.byName.get(name.text) ?? []) {
          if (declared.kind === "value" && declared.type.name === type.name) use(frame, name, declared);
        }
        return { kind: "literal", value: { kind: "enumeration", value: name.text }, type, origin };
      }
      if (type?.kind === "reference" && name.form !== "undeclared") {
        return {
          kind: "literal",
          value: { kind: "reference", object: type.object, id: name.text },
          type,
          origin,
        };
      }
      if (type?.kind === "text")
        return { kind: "literal", value: { kind: "text", value: name.text }, type, origin };
      if (type?.kind === "boolean" && (name.text === "是" || name.text === "否")) {
        return { kind: "literal", value: { kind: "boolean", value: name.text === "是" }, type, origin };
      }
      return unknownName(name, frame, type === undefined ? "没有声明" : `这里需要${describeType(type)}`, [
        ...frame.block.environment.declarations.byName.keys(),
      ]);
    }
    case "noun":
    case "condition":
      return notAValue(sum.span, frame);
  }
};

const arithmeticOf = (sum: Extract<Sum, { kind: "arithmetic" }>, frame: Frame): Term | null => {
  const left = numberOf(sum.left, frame, `“${sum.word}”的左边`);
  const right = numberOf(sum.right, frame, `“${sum.word}”的右边`);
  if (left === null || right === null) return null;
  const type = arithmeticType(sum.operator, left.type, right.type);
  const origin = originOf(frame, sum.span);
  if (type !== null) return { kind: "arithmetic", operator: sum.operator, left, right, type, origin };
  frame.block.diagnostics.push(
    reportCheck("units-do-not-combine", frame.block.file.source.name, sum.span, {
      left: describeType(left.type),
      word: sum.word,
      right: describeType(right.type),
    }),
  );
  return null;
};

const arithmeticType = (
  operator: "add" | "subtract" | "multiply" | "divide",
  left: NumberType,
  right: NumberType,
): NumberType | null => {
  switch (operator) {
    case "add":
    case "subtract":
      if (!areCommensurable(left, right)) return null;
      return {
        ...left,
        unit: left.unit ?? right.unit,
        integer: left.integer && right.integer,
        share: left.share && right.share,
      };
    case "multiply":
      return productType(left, right);
    case "divide":
      return quotientType(left, right);
  }
};

const roundedOf = (sum: Extract<Sum, { kind: "rounded" }>, frame: Frame): Term | null => {
  const operand = numberOf(sum.of, frame, "取整");
  if (operand === null) return null;
  const shift = operand.type.share ? -2 : decimalShift(operand.type.unit);
  if (shift === null) {
    frame.block.diagnostics.push(
      reportCheck("cannot-round-unit", frame.block.file.source.name, sum.span, {
        unit: operand.type.unit ?? "",
      }),
    );
    return null;
  }
  const digits = sum.digits - shift;
  const type = {
    ...operand.type,
    scale: Math.max(0, sum.digits),
    integer: sum.digits <= 0 && operand.type.dimension !== "pure",
  };
  return { kind: "rounded", mode: sum.mode, digits, operand, type, origin: originOf(frame, sum.span) };
};
