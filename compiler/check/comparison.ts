import type { Bound, Comparison, Equality, Span, Sum } from "../../language/index.ts";
import type { ComparisonOperator, Condition, Term } from "../model/ir.ts";
import type { EnumerationType, NumberType } from "../model/type.ts";
import type { Value } from "../model/value.ts";
import { operatorOf } from "./bound.ts";
import { type Frame, allOf, anyOf, not, originOf } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { dateBesidePeriod, unitsDiffer } from "./incomparable.ts";
import { meaningOf } from "./names.ts";
import { canBeSame } from "./sameness.ts";
import { termOf } from "./term.ts";
import { areCommensurable, describeType } from "./types.ts";
import { understoodLeft, understoodValue } from "./understood.ts";

/** A低于B, A在18周岁以上60周岁以下, 二级以上 (of the field that has the value 二级). */
export const comparisonOf = (atom: Comparison, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  const left = atom.left === null ? understoodLeft(atom, frame) : termOf(atom.left, frame);
  if (left === null) return null;
  const condition = allOf(
    atom.bounds.map((bound) => boundOf(left, bound, frame)),
    origin,
  );
  return atom.negated === true ? not(condition, origin) : condition;
};

const boundOf = (left: Term, bound: Bound, frame: Frame): Condition | null => {
  const operator = operatorOf(bound, frame);
  const right = termOf(bound.value, frame, { type: left.type, compared: left });
  if (operator === null || right === null) return null;
  const { word } = bound;
  const origin = originOf(frame, {
    start: Math.min(left.origin.span.start, bound.span.start),
    end: bound.span.end,
  });
  if (left.type.kind === "number" && right.type.kind === "number") {
    return numbersAgree(left, left.type, right.type, right, bound, frame)
      ? { kind: "compare", operator, word, left, right, origin }
      : null;
  }
  if (left.type.kind === "date" && right.type.kind === "date") {
    return { kind: "compare", operator, word, left, right, origin };
  }
  if (left.type.kind === "enumeration" && right.type.kind === "enumeration") {
    return ordered(left.type, right, operator, word, left, bound, frame);
  }
  if (dateBesidePeriod(left, right, bound, frame)) return null;
  return notComparable(left, right, bound.span, frame);
};

const ordered = (
  enumeration: EnumerationType,
  right: Term,
  operator: ComparisonOperator,
  word: string,
  left: Term,
  bound: Bound,
  frame: Frame,
): Condition | null => {
  const { ascending } = enumeration;
  const literal = right.kind === "literal" && right.value.kind === "enumeration" ? right.value.value : null;
  if (ascending !== null && right.type.kind === "enumeration" && right.type.name === enumeration.name) {
    if (literal === null || ascending.includes(literal)) {
      return {
        kind: "compareOrder",
        operator,
        word,
        left,
        right,
        enumeration,
        origin: originOf(frame, {
          start: Math.min(left.origin.span.start, bound.span.start),
          end: bound.span.end,
        }),
      };
    }
    frame.block.diagnostics.push(
      reportCheck("value-outside-order", frame.block.file.source.name, bound.span, {
        value: literal,
        order: ascending.join("、"),
      }),
    );
    return null;
  }
  if (ascending !== null) return notComparable(left, right, bound.span, frame);
  frame.block.diagnostics.push(
    reportCheck("enumeration-without-order", frame.block.file.source.name, bound.span, {
      name: enumeration.name,
      word,
      values: enumeration.values.join("、"),
    }),
  );
  return null;
};

/** Whether two numbers may stand on the two sides; a bare 0 needs no unit, other bare numbers do. */
const numbersAgree = (
  compared: Term,
  left: NumberType,
  right: NumberType,
  term: Term,
  at: Bound,
  frame: Frame,
): boolean => {
  const literal = term.kind === "literal" && term.value.kind === "number" ? term.value.value : null;
  if (literal !== null && literal.numerator === 0n && right.dimension === "pure") return true;
  const name = frame.block.file.source.name;
  if (
    literal !== null &&
    left.share &&
    !right.share &&
    right.dimension === "pure" &&
    literal.numerator > literal.denominator
  ) {
    frame.block.diagnostics.push(
      reportCheck(
        "share-without-percent",
        name,
        at.value.span,
        { words: term.origin.words },
        {
          fixes: [
            {
              title: `改为“${term.origin.words}％”`,
              safe: false,
              edits: [{ span: at.value.span, newText: `${term.origin.words}％` }],
            },
          ],
        },
      ),
    );
    return false;
  }
  if (areCommensurable(left, right)) return true;
  if (literal !== null && right.dimension === "pure" && !right.share && left.unit !== null) {
    frame.block.diagnostics.push(
      reportCheck(
        "unit-missing",
        name,
        at.value.span,
        { words: term.origin.words, unit: left.unit },
        {
          fixes: [
            {
              title: `补上“${left.unit}”`,
              safe: false,
              edits: [{ span: at.value.span, newText: `${term.origin.words}${left.unit}` }],
            },
          ],
        },
      ),
    );
    return false;
  }
  frame.block.diagnostics.push(
    reportCheck(
      "units-differ",
      name,
      at.span,
      unitsDiffer({ words: compared.origin.words, type: left }, { words: term.origin.words, type: right }),
    ),
  );
  return false;
};

/** A为x, A为x、y之一, 为x (subject understood). */
export const equalityOf = (atom: Equality, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  const condition =
    atom.left === null
      ? anyOf(
          atom.values.map((value) => ofSubject(value, atom.negated, frame)),
          origin,
        )
      : equalTo(atom, atom.left, frame);
  return atom.negated ? not(condition, origin) : condition;
};

const equalTo = (atom: Equality, leftSum: Sum, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  if (leftSum.kind === "names") {
    const meaning = meaningOf(leftSum, frame);
    if (meaning === null) return null;
    const isSubject =
      meaning.kind === "record" || (meaning.kind === "noun" && frame.subject?.object === meaning.noun.object);
    if (isSubject)
      return anyOf(
        atom.values.map((value) => ofSubject(value, atom.negated, frame)),
        origin,
      );
  }
  const left = termOf(leftSum, frame);
  if (left === null) return null;
  if (left.type.kind === "boolean") return booleanIs(left, atom, frame);
  const rights = atom.values.map((value) => termOf(value, frame, { type: left.type, compared: left }));
  const known = rights.filter((right) => right !== null);
  if (known.length < rights.length) return null;
  if (left.type.kind === "number" || left.type.kind === "date") {
    const { type } = left;
    return anyOf(
      known.map((right): Condition | null => {
        const bound: Bound = {
          operator: "equal",
          word: "为",
          override: null,
          value: atom.values[known.indexOf(right)]!,
          span: atom.span,
        };
        if (type.kind === "number" && right.type.kind === "number") {
          if (!numbersAgree(left, type, right.type, right, bound, frame)) return null;
        } else if (right.type.kind !== type.kind) return notComparable(left, right, right.origin.span, frame);
        return { kind: "compare", operator: "=", word: "为", left, right, origin };
      }),
      origin,
    );
  }
  const literals = known.map((right) => literalValue(right));
  const wrong = known.find((right) => !canBeSame(left, right));
  if (wrong !== undefined) return notComparable(left, wrong, wrong.origin.span, frame);
  const values = literals.filter((value) => value !== null);
  if (values.length === literals.length) return { kind: "oneOf", left, values, origin };
  return anyOf(
    known.map((right): Condition => ({ kind: "same", left, right, origin })),
    origin,
  );
};

const ofSubject = (value: Sum, negated: boolean, frame: Frame): Condition | null =>
  (negated ? deniedField(value, frame) : null) ?? understoodValue(value, frame);

/** 定点医药机构非提出续签协议申请: a 是否 field of the record itself. */
const deniedField = (value: Sum, frame: Frame): Condition | null => {
  if (value.kind !== "names" || value.names.length !== 1 || frame.subject === null) return null;
  const { byName } = frame.block.environment.declarations;
  const found = byName.get(value.names[0]!.text) ?? [];
  if (!found.some((each) => each.kind === "field" && each.object === frame.subject!.object)) return null;
  const meaning = meaningOf(value, frame);
  if (meaning?.kind !== "term" || meaning.term.type.kind !== "boolean") return null;
  const origin = originOf(frame, value.span);
  const holds: Condition = { kind: "holds", term: meaning.term, origin };
  return meaning.negative ? not(holds, origin) : holds;
};

const booleanIs = (left: Term, atom: Equality, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  const right = atom.values.length === 1 ? termOf(atom.values[0]!, frame, { type: left.type }) : null;
  if (right?.kind === "literal" && right.value.kind === "boolean") {
    const holds: Condition = { kind: "holds", term: left, origin };
    return right.value.value ? holds : not(holds, origin);
  }
  if (right !== null || atom.values.length !== 1) {
    frame.block.diagnostics.push(
      reportCheck("boolean-value", frame.block.file.source.name, atom.span, { words: left.origin.words }),
    );
  }
  return null;
};

const literalValue = (term: Term): Value | null => (term.kind === "literal" ? term.value : null);

const notComparable = (left: Term, right: Term, where: Span, frame: Frame): null => {
  frame.block.diagnostics.push(
    reportCheck("types-differ", frame.block.file.source.name, where, {
      left: describeType(left.type),
      right: describeType(right.type),
    }),
  );
  return null;
};
