import { compare, divide, ONE, unitOf, type BoundOperator, type Rational } from "../../language/index.ts";
import type { Assertion, Program, Term } from "../model/ir.ts";
import type { Reason } from "../model/outcome.ts";
import { roundTo } from "./arithmetic.ts";
import { printValue } from "./print.ts";
import { union } from "./reason.ts";
import { isOpen, openReasons, type Result } from "./result.ts";
import { startRun } from "./run.ts";
import { smallWorld } from "./small-world.ts";
import { evaluateTerm } from "./term.ts";

/** A numeric claim of the text, recomputed. */
export interface AssertionResult {
  readonly assertion: Assertion;
  readonly holds: boolean;
  /** Holds and is expected to, or fails and is known to. */
  readonly passed: boolean;
  /** What the text says, and what its own figures give; in print, in the written unit. */
  readonly expected: string;
  readonly actual: string;
  /** Why it cannot be computed. */
  readonly reasons: readonly Reason[];
  /** One plain sentence. */
  readonly message: string;
}

/** Recomputes every 【断言】. 约等于 means equal when rounded to the digits that are written. */
export const checkAssertions = (program: Program): readonly AssertionResult[] => {
  const run = startRun(
    program,
    smallWorld({ records: [] }),
    program.policy.effectiveFrom ?? program.policy.issuedOn ?? 0,
  );
  return program.assertions.map((assertion) => {
    const left = evaluateTerm(run, assertion.left, []);
    const right = evaluateTerm(run, assertion.right, []);
    const holds = claimHolds(assertion, left, right);
    const passed = holds !== (assertion.knownFailure !== null);
    const [actual, expected] = [
      show(left, assertion.left, assertion),
      show(right, assertion.right, assertion),
    ];
    const reasons = union(openReasons(left), openReasons(right));
    return {
      assertion,
      holds,
      passed,
      expected,
      actual,
      reasons,
      message: message(assertion, holds, expected, actual),
    };
  });
};

const claimHolds = (assertion: Assertion, left: Result, right: Result): boolean => {
  if (isOpen(left) || isOpen(right)) return false;
  if (left.kind === "number" && right.kind === "number") {
    const [first, second] =
      assertion.operator === "approximately"
        ? [asWritten(left.value, assertion), asWritten(right.value, assertion)]
        : [left.value, right.value];
    return satisfies(assertion.operator, compare(first, second));
  }
  if (left.kind === "date" && right.kind === "date")
    return satisfies(assertion.operator, left.value - right.value);
  return false;
};

const asWritten = (value: Rational, { digits, writtenUnit }: Assertion): Rational =>
  roundTo(divide(value, writtenUnit) ?? value, digits, "halfUp");

const satisfies = (operator: BoundOperator, sign: number): boolean => {
  switch (operator) {
    case "atLeast":
      return sign >= 0;
    case "atMost":
      return sign <= 0;
    case "lessThan":
      return sign < 0;
    case "greaterThan":
      return sign > 0;
    case "equal":
    case "approximately":
      return sign === 0;
    case "notEqual":
      return sign !== 0;
  }
};

/** In the unit as written: 2.32万人, where the type only knows 人. */
const show = (result: Result, { type }: Term, { writtenUnit }: Assertion): string => {
  if (isOpen(result)) return "无法计算";
  if (result.kind !== "number" || type.kind !== "number") return printValue(result, type);
  if (type.unit === null) return printValue(result, { ...type, share: type.share || isShare(writtenUnit) });
  const multiple = divide(writtenUnit, unitOf(type.unit)?.factor ?? ONE);
  const word =
    multiple === null || multiple.denominator !== 1n ? undefined : LARGE_NUMBERS.get(multiple.numerator);
  if (word === undefined || multiple === null) return printValue(result, type);
  return (
    printValue(
      { kind: "number", value: divide(result.value, multiple)! },
      { ...type, unit: null, dimension: "pure" },
    ) +
    word +
    type.unit
  );
};

/** Written in hundredths or the like: what the figures give is then printed as a share too. */
const isShare = ({ denominator }: Rational): boolean => denominator > 1n;

const LARGE_NUMBERS: ReadonlyMap<bigint, string> = new Map([
  [10_000n, "万"],
  [100_000_000n, "亿"],
]);

/** The words of the claim without what it rests on. */
const claimOf = ({ origin }: Assertion): string =>
  origin.words.split(/，(?:依据|已知不成立)/)[0]!.replace(/。$/, "");

const message = (assertion: Assertion, holds: boolean, expected: string, actual: string): string => {
  const claim = `“${claimOf(assertion)}”`;
  if (holds) {
    return assertion.knownFailure === null
      ? `${claim}经复算成立。`
      : `${claim}经复算成立，但标注为已知不成立，请删去标注或者核对数字。`;
  }
  const found = `${claim}经复算不成立：按文中数字计算为${actual}，文中写为${expected}`;
  return assertion.knownFailure === null
    ? `${found}。`
    : `${found}（已知不成立：${assertion.knownFailure}）。`;
};
