import type { ComparisonOperator, Condition, Term } from "../../../model/ir.ts";
import { visitTerm } from "../../../model/walk.ts";
import { answerFor, decidingField, resultCode } from "./answers.ts";
import { aroundCode, isConstant } from "./constants.ts";
import { compareFractions } from "./fraction.ts";
import {
  againstLimits,
  CONTRARY,
  gridOf,
  limitsAround,
  MIRRORED,
  OPERATORS,
  wholeConstant,
  type Limits,
} from "./grid.ts";
import { openConstant, testOf, type LeafCode, type Writing } from "./leaf-code.ts";
import { inlined } from "./inline.ts";

type Compare = Extract<Condition, { kind: "compare" }>;
type FieldTerm = Extract<Term, { kind: "field" }>;

/** Numbers or dates. A fact and a constant cost one comparison. */
export const compareCode = (writing: Writing, condition: Compare): LeafCode => {
  const left = inlined(writing.program, condition.left);
  const right = inlined(writing.program, condition.right);
  if (left.type.kind === "date" || right.type.kind === "date") {
    if (left.kind === "field") return dateCode(writing, left, condition.operator, right);
    return right.kind === "field" ? dateCode(writing, right, MIRRORED[condition.operator], left) : null;
  }
  if (left.type.kind !== "number" || right.type.kind !== "number") return null;
  if (left.kind === "field" && isConstant(right)) return limitCode(writing, left, condition.operator, right);
  if (right.kind === "field" && isConstant(left))
    return limitCode(writing, right, MIRRORED[condition.operator], left);
  if (left.kind === "field" && left.of.kind === "variable") {
    const found = sharedLimitCode(writing, condition, left, condition.operator, right);
    if (found !== null) return found;
  }
  if (right.kind === "field" && right.of.kind === "variable") {
    const found = sharedLimitCode(writing, condition, right, MIRRORED[condition.operator], left);
    if (found !== null) return found;
  }
  if (left.kind === "field" && right.kind === "field") {
    const difference = differenceCode(writing, left, condition.operator, right);
    if (difference !== null) return difference;
  }
  const apart = writing.access.apart?.((access) => {
    const found = compareFractions({ ...writing, access }, condition, left, right);
    return found !== null && "level" in found ? found.level : null;
  });
  return apart ? { level: apart } : compareFractions(writing, condition, left, right);
};

const limitCode = (
  { access, constants }: Writing,
  term: FieldTerm,
  operator: ComparisonOperator,
  limit: Term,
): LeafCode => {
  if (term.type.kind !== "number") return null;
  const grid = gridOf(term.type);
  const fact = access.number(term.of, term.field);
  if (limit.kind === "literal") {
    if (limit.value.kind !== "number") return null;
    const around = limitsAround(limit.value.value, grid);
    access.bounded(term.of, term.field, boundsFor(operator, around));
    const whole = wholeConstant(limit.value.value, grid);
    if (whole !== null) return testOf([fact], ...wholeTest(fact.name, operator, whole));
    const { holds, fails } = againstLimits(fact.name, operator, around);
    return testOf([fact], holds, fails);
  }
  const name = constants.limits(limit, grid);
  const [low, high] = [`constants.${name}Low`, `constants.${name}High`];
  access.bounded(term.of, term.field, boundsFor(operator, { low, high }));
  const { holds, fails } = againstLimits(fact.name, operator, {
    low: access.constant(`${name}Low`),
    high: access.constant(`${name}High`),
  });
  return testOf([fact, openConstant(access.constant(`${name}Level`))], holds, fails);
};

/** A limit that is the same for all records of a region, such as its mean. */
const sharedLimitCode = (
  writing: Writing,
  condition: Compare,
  term: FieldTerm,
  operator: ComparisonOperator,
  limit: Term,
): LeafCode => {
  const { program, access, constants, nodes } = writing;
  if (term.type.kind !== "number" || limit.kind === "field") return null;
  const field = decidingField(program, term.of.object, limit);
  if (field === null) return null;
  const grid = gridOf(term.type);
  const answers = constants.answers(aroundCode(resultCode(writing, limit), grid));
  const deciding = access.text({ kind: "variable", index: 0, object: term.of.object }, field);
  const fact = access.number(term.of, term.field);
  const answer = answerFor(writing, deciding, answers);
  const { holds, fails } = againstLimits(fact.name, operator, {
    low: `${answer}.Low`,
    high: `${answer}.High`,
  });
  const open = openConstant(`${answer}.Level`);
  if (!counts(limit)) return testOf([fact, open], holds, fails);
  // A count that is not settled lies between bounds, which can decide all the same.
  const asked = access.level(nodes.condition(condition), true);
  return { level: `${open.missing} ? ${asked} : ${fact.missing} ? ${fact.level} : ${holds} ? 1 : 0` };
};

const counts = (term: Term): boolean => {
  let found = false;
  visitTerm(term, {
    term: (part) => {
      if (part.kind === "aggregate" && part.function === "count") found = true;
    },
  });
  return found;
};

/** Which of the limits around a constant the operator asks for. */
const boundsFor = (operator: ComparisonOperator, { low, high }: Limits): readonly string[] => {
  switch (operator) {
    case "<":
    case ">=":
      return [low];
    case "<=":
    case ">":
      return [high];
    case "=":
    case "!=":
      return [low, high];
  }
};

/** Both sides are false where the fact is not a number. */
const wholeTest = (fact: string, operator: ComparisonOperator, whole: string): [string, string] => {
  const other = `${fact} < ${whole} || ${fact} > ${whole}`;
  switch (operator) {
    case "=":
      return [`${fact} === ${whole}`, other];
    case "!=":
      return [other, `${fact} === ${whole}`];
    case "<":
    case "<=":
    case ">":
    case ">=":
      return [`${fact} ${OPERATORS[operator]} ${whole}`, `${fact} ${OPERATORS[CONTRARY[operator]]} ${whole}`];
  }
};

/** Two facts of one grid differ by nothing or by a whole step; half a step tells which. */
const differenceCode = (
  { access }: Writing,
  left: FieldTerm,
  operator: ComparisonOperator,
  right: FieldTerm,
): LeafCode => {
  if (left.type.kind !== "number" || right.type.kind !== "number") return null;
  const [grid, other] = [gridOf(left.type), gridOf(right.type)];
  const { numerator, denominator } = grid.factor;
  if (
    grid.scale !== other.scale ||
    numerator !== other.factor.numerator ||
    denominator !== other.factor.denominator
  )
    return null;
  const [first, second] = [access.number(left.of, left.field), access.number(right.of, right.field)];
  const half = `${5 / 10 ** (grid.scale + 1)}`;
  const difference = `${first.name} - ${second.name}`;
  const size = `Math.abs(${difference})`;
  const [holds, fails] = {
    "=": [`${size} < ${half}`, `${size} > ${half}`],
    "!=": [`${size} > ${half}`, `${size} < ${half}`],
    "<": [`${difference} < -${half}`, `${difference} > -${half}`],
    "<=": [`${difference} < ${half}`, `${difference} > ${half}`],
    ">": [`${difference} > ${half}`, `${difference} < ${half}`],
    ">=": [`${difference} > -${half}`, `${difference} < -${half}`],
  }[operator];
  return testOf([first, second], holds!, fails!);
};

const dateCode = (
  { access, constants }: Writing,
  term: FieldTerm,
  operator: ComparisonOperator,
  other: Term,
): LeafCode => {
  if (term.type.kind !== "date" || other.type.kind !== "date") return null;
  const fact = access.date(term.of, term.field);
  const compared = (right: string): [string, string] => [
    `${fact.name} ${OPERATORS[operator]} ${right}`,
    `${fact.name} ${OPERATORS[CONTRARY[operator]]} ${right}`,
  ];
  // With = and != a missing date is told by what is asked of it, not by the comparison.
  const settle = (parts: Parameters<typeof testOf>[0], [holds, fails]: [string, string]): LeafCode => {
    const open = testOf(parts, holds, fails).test.open;
    const known = (test: string): string => (open === null ? test : `!(${open}) && ${test}`);
    if (operator === "=") return testOf(parts, known(holds), null);
    // Two dates that are missing are not the same date.
    return operator === "!=" ? testOf(parts, known(holds), known(fails)) : testOf(parts, holds, fails);
  };
  if (other.kind === "field") {
    const second = access.date(other.of, other.field);
    return second.form === fact.form ? settle([fact, second], compared(second.name)) : null;
  }
  if (!isConstant(other)) return null;
  const name = constants.day(other);
  access.bounded(term.of, term.field, [`constants.${name}Day - 0.5`, `constants.${name}Day + 0.5`]);
  return settle(
    [fact, openConstant(access.constant(`${name}Level`))],
    compared(access.constant(`${name}${fact.form}`)),
  );
};
