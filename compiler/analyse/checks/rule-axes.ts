import type { Condition, Program, Term } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import { boundedKey } from "./bands.ts";
import { allOf, conjuncts } from "./conditions.ts";
import { contentOf } from "./generalise.ts";
import { askedBy, type Norm } from "./unprovided-situations.ts";

/** A rule as what it asks of each thing: of the 结算额 1000元以下, of the 经营性质 公立. */
export interface AskedRule {
  readonly rule: Norm;
  readonly axes: ReadonlyMap<string, Condition>;
}

/** A part of what a rule asks, with the thing that it is asked of; null where it is of several. */
export interface AskedPart {
  readonly key: string | null;
  readonly condition: Condition;
}

/** The parts of what a rule asks; each rule of a program is taken apart once. */
export const partsOf = (program: Program, rule: Norm): readonly AskedPart[] => {
  const known = taken.get(program) ?? new Map<Norm, readonly AskedPart[]>();
  taken.set(program, known);
  const parts =
    known.get(rule) ??
    askedBy(program, rule)
      .flatMap(conjuncts)
      .filter((part) => part.kind !== "constant" || !part.value)
      .map((condition) => ({ key: axisOf(condition), condition }));
  known.set(rule, parts);
  return parts;
};

const taken = new WeakMap<Program, Map<Norm, readonly AskedPart[]>>();

/** Null where some part of it is asked of several things at once: such a rule has no place in a table. */
export const askedOfEach = (program: Program, rule: Norm): AskedRule | null => {
  const axes = new Map<string, Condition>();
  for (const { key, condition } of partsOf(program, rule)) {
    if (key === null) return null;
    const known = axes.get(key);
    axes.set(key, known === undefined ? condition : allOf(known.origin, [known, condition]));
  }
  return axes.size === 0 ? null : { rule, axes };
};

const axisOf = (condition: Condition): string | null => {
  switch (condition.kind) {
    case "holds":
      return condition.term.kind === "parameter" ? null : keyOf(condition.term);
    case "compare":
    case "compareOrder":
    case "oneOf":
      return keyOf(condition.left);
    case "elapsed":
      return boundedKey(condition);
    case "exists":
    case "defined":
      return contentOf(condition);
    case "not":
      return axisOf(condition.operand);
    case "all":
    case "any": {
      const [first, ...others] = new Set(condition.operands.map(axisOf));
      return others.length === 0 ? (first ?? null) : null;
    }
    case "atLeast":
    case "same":
    case "ranked":
    case "reading":
    case "constant":
      return null;
  }
};

const keyOf = (term: Term): string | null =>
  term.kind === "field" || term.kind === "decision" || term.kind === "aggregate" ? contentOf(term) : null;

/** The one thing that a condition asks of, where that is a class or another enumeration. */
export const enumeratedIn = (condition: Condition): Term | null => {
  if (condition.kind === "oneOf" || condition.kind === "compareOrder") return condition.left;
  if (condition.kind === "not") return enumeratedIn(condition.operand);
  if (condition.kind !== "any" && condition.kind !== "all") return null;
  return condition.operands.map(enumeratedIn)[0] ?? null;
};

/** Whether a condition on one enumeration is true of a value of it; null where that rests on something else. */
export const holdsOf = (condition: Condition, value: string): boolean | null => {
  switch (condition.kind) {
    case "oneOf":
      return condition.values.some((each) => nameOf(each) === value);
    case "compareOrder": {
      const { enumeration, operator, right } = condition;
      const limit = right.kind === "literal" ? nameOf(right.value) : null;
      if (limit === null || enumeration.ascending === null) return null;
      const [at, other] = [enumeration.ascending.indexOf(value), enumeration.ascending.indexOf(limit)];
      // A value outside of the order is neither above nor below.
      return at >= 0 && other >= 0 && ORDER[operator](at - other);
    }
    case "not": {
      const operand = holdsOf(condition.operand, value);
      return operand === null ? null : !operand;
    }
    case "all":
    case "any": {
      const held = condition.operands.map((operand) => holdsOf(operand, value));
      if (held.includes(null)) return null;
      return condition.kind === "all" ? held.every(Boolean) : held.some(Boolean);
    }
    case "constant":
    case "holds":
    case "compare":
    case "same":
    case "elapsed":
    case "atLeast":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return null;
  }
};

const nameOf = (value: Value): string | null => (value.kind === "enumeration" ? value.value : null);

const ORDER = {
  "=": (distance: number) => distance === 0,
  "!=": (distance: number) => distance !== 0,
  "<": (distance: number) => distance < 0,
  "<=": (distance: number) => distance <= 0,
  ">": (distance: number) => distance > 0,
  ">=": (distance: number) => distance >= 0,
} as const;
