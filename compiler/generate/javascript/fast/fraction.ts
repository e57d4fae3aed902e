import { divide, multiply, negate, ONE, rational, type Rational } from "../../../../language/index.ts";
import type { Condition, Term } from "../../../model/ir.ts";
import { isConstant } from "./constants.ts";
import { gridOf, MIRRORED, OPERATORS, stepOf } from "./grid.ts";
import { missingAny, openConstant, type LeafCode, type Maybe, type Writing } from "./leaf-code.ts";

type Compare = Extract<Condition, { kind: "compare" }>;

/**
 * A number as whole numbers in doubles: `above` ÷ `below` × `unit`. Nothing is divided; two numbers are compared by
 * cross-multiplication.
 */
interface Fraction {
  readonly above: string;
  /** Null for 1. */
  readonly below: string | null;
  readonly unit: Rational;
}

/** Compares sums, products and quotients of facts. Where a double would not be exact, the explaining half decides. */
export const compareFractions = (writing: Writing, condition: Compare, left: Term, right: Term): LeafCode => {
  const steps = new Steps(writing);
  const [first, second] = [steps.fraction(left), steps.fraction(right)];
  if (first === null || second === null) return null;
  const ratio = divide(first.unit, second.unit)!;
  const one = steps.product([first.above, second.below, whole(ratio.numerator)]);
  const other = steps.product([second.above, first.below, whole(ratio.denominator)]);
  if (one === null || other === null) return null;
  // A parameter that no double holds is infinite, and so is all that is computed from it.
  for (const side of [one, other]) if (side.endsWith("Scaled")) steps.mustBeExact(side);
  const straight = `${one} ${OPERATORS[condition.operator]} ${other}`;
  const turned = `${one} ${OPERATORS[MIRRORED[condition.operator]]} ${other}`;
  const positive = positiveOf(first.below, second.below);
  const test =
    positive === null || straight === turned ? straight : `(${positive} ? ${straight} : ${turned})`;
  return { level: steps.level(`Number(${test})`, writing.nodes.condition(condition)) };
};

/** 1 where a term has a value, else why it has none: 2 or 3. Null where only the explaining half knows. */
export const valueLevel = (writing: Writing, term: Term, node: () => string): string | null => {
  const steps = new Steps(writing);
  return steps.fraction(term) === null ? null : steps.level("1", node());
};

const positiveOf = (first: string | null, second: string | null): string | null => {
  if (first === null || second === null) {
    const only = first ?? second;
    return only === null ? null : `${only} > 0`;
  }
  return `${first} > 0 === ${second} > 0`;
};

const LARGEST = 2n ** 53n;
const OVERFLOW = rational(10n ** 15n);

/** The whole numbers that a comparison needs, each in a local name, and what has to be sure of them. */
class Steps {
  readonly #writing: Writing;
  readonly #missing: Maybe[] = [];
  readonly #exact: string[] = [];
  readonly #zero: string[] = [];
  readonly #bounded: string[] = [];

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  fraction(term: Term): Fraction | null {
    if (term.type.kind !== "number") return null;
    switch (term.kind) {
      case "literal":
        return term.value.kind === "number" ? constant(term.value.value) : null;
      case "field": {
        const grid = gridOf(term.type);
        const fact = this.#writing.access.number(term.of, term.field);
        this.#missing.push(fact);
        const above =
          grid.scale === 0
            ? fact.name
            : this.#local(`steps ${fact.name}`, `Math.round(${fact.name} * ${10 ** grid.scale})`);
        return { above, below: null, unit: stepOf(grid) };
      }
      case "parameter": {
        if (!isConstant(term)) return null;
        const unit = stepOf(gridOf(term.type));
        const name = this.#writing.constants.scaled(term, unit);
        const above = this.#writing.access.constant(`${name}Scaled`);
        this.#missing.push(openConstant(this.#writing.access.constant(`${name}Level`)));
        return { above, below: null, unit };
      }
      case "arithmetic": {
        const [left, right] = [this.fraction(term.left), this.fraction(term.right)];
        if (left === null || right === null) return null;
        const found = this.#calculate(term.operator, left, right);
        if (found !== null) this.#bound(found);
        return found;
      }
      case "record":
      case "aggregate":
      case "decision":
      case "rounded":
      case "referenceDate":
        return null;
    }
  }

  /** A product of whole numbers under a local name; null where a constant among them is too large for a double. */
  product(factors: readonly (string | null)[]): string | null {
    const known = factors.filter((factor) => factor !== null && factor !== "1").map((factor) => factor!);
    if (known.includes("")) return null;
    if (known.length < 2) return known[0] ?? "1";
    return this.#sure(known.join(" * "));
  }

  /** The level: `decided` where all is known and exact. */
  level(decided: string, node: string): string {
    const open = missingAny(this.#missing);
    const slow = this.#writing.access.level(node);
    // 除数为零 and 溢出 are worse than a parameter that nobody has set, so they are looked for where it is open too.
    const mayBeWorse = this.#exact.length + this.#zero.length + this.#bounded.length > 0;
    const ifOpen = (level: string): string => {
      if (!mayBeWorse || level === "3") return level;
      return level === "2" ? slow : `(${level} > 2 ? 3 : ${slow})`;
    };
    const parts = [
      open === null ? "" : `${open.missing} ? ${ifOpen(open.level)} :`,
      this.#exact.length === 0 ? "" : `!(${this.#exact.join(" && ")}) ? ${slow} :`,
      this.#zero.length === 0 ? "" : `${this.#zero.join(" || ")} ? 3 :`,
      this.#bounded.length === 0 ? "" : `!(${this.#bounded.join(" && ")}) ? ${slow} :`,
      decided,
    ];
    return parts.filter((part) => part !== "").join("\n");
  }

  #calculate(
    operator: "add" | "subtract" | "multiply" | "divide",
    left: Fraction,
    right: Fraction,
  ): Fraction | null {
    switch (operator) {
      case "multiply":
        return this.#over(
          [left.above, right.above],
          [left.below, right.below],
          multiply(left.unit, right.unit),
        );
      case "divide": {
        this.#zero.push(`${right.above} === 0`);
        return this.#over(
          [left.above, right.below],
          [left.below, right.above],
          divide(left.unit, right.unit)!,
        );
      }
      case "add":
      case "subtract": {
        const ratio = divide(left.unit, right.unit)!;
        const alike = left.below === right.below;
        const first = this.product([left.above, alike ? null : right.below, whole(ratio.numerator)]);
        const second = this.product([right.above, alike ? null : left.below, whole(ratio.denominator)]);
        if (first === null || second === null) return null;
        const above = this.#sure(`${first} ${operator === "add" ? "+" : "-"} ${second}`);
        const below = alike ? left.below : this.product([left.below, right.below]);
        if (below === null && !alike) return null;
        return { above, below, unit: divide(left.unit, rational(ratio.numerator))! };
      }
    }
  }

  #over(
    above: readonly (string | null)[],
    below: readonly (string | null)[],
    unit: Rational,
  ): Fraction | null {
    const [numerator, denominator] = [this.product(above), this.product(below)];
    if (numerator === null || denominator === null) return null;
    return { above: numerator, below: denominator === "1" ? null : denominator, unit };
  }

  mustBeExact(name: string): void {
    const guard = `Math.abs(${name}) < EXACT`;
    if (!this.#exact.includes(guard)) this.#exact.push(guard);
  }

  /** A sum or product that is exact below 2^53. */
  #sure(expression: string): string {
    const name = this.#local(`sure ${expression}`, expression);
    this.mustBeExact(name);
    return name;
  }

  /** Results of 10^15 base units and more are 溢出; near that, the explaining half looks. */
  #bound({ above, below, unit }: Fraction): void {
    const limit = divide(OVERFLOW, unit)!;
    if (below === null && limit.numerator >= LARGEST * limit.denominator) return;
    const near = (Number(limit.numerator) / Number(limit.denominator)) * 0.99;
    this.#bounded.push(`Math.abs(${above}) < ${near}${below === null ? "" : ` * Math.abs(${below})`}`);
  }

  #local(key: string, expression: string): string {
    const { access } = this.#writing;
    return access.code.once(key, () => {
      const name = access.fresh("amount");
      access.code.line(`const ${name} = ${expression};`);
      return name;
    });
  }
}

/** The sign and the number stay apart, so that units are positive. */
const constant = (value: Rational): Fraction => {
  if (value.numerator === 0n) return { above: "0", below: null, unit: ONE };
  return value.numerator < 0n
    ? { above: "-1", below: null, unit: negate(value) }
    : { above: "1", below: null, unit: value };
};

/** Empty where the constant is too large for a double. */
const whole = (value: bigint): string => (value < LARGEST ? String(value) : "");
