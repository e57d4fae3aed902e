import type { Condition, Term } from "../../../model/ir.ts";
import { visitCondition } from "../../../model/walk.ts";
import type { Value } from "../../../model/value.ts";
import { stringLiteral } from "../../names.ts";
import type { Leaf } from "./clause.ts";
import { CODES } from "./codes.ts";
import { compareCode } from "./compare.ts";
import { isConstant } from "./constants.ts";
import { openConstant, testOf, type LeafCode, type Maybe, type Writing } from "./leaf-code.ts";
import { MIRRORED } from "./grid.ts";
import { inlined } from "./inline.ts";
import { sharedCode } from "./answers.ts";
import { rankedCode } from "./places.ts";
import { neighboursCode } from "./neighbours.ts";

/** A leaf as code; what only the explaining half decides is asked of its node. */
export const leafCode = (writing: Writing, leaf: Leaf): Exclude<LeafCode, null> => {
  if (asksNothing(leaf)) {
    const level = writing.access.constant(`${writing.constants.level(leaf)}Level`);
    return testOf([openConstant(level)], `${level} === 1`, `${level} === 0`);
  }
  const found = fastCode(writing, leaf);
  if (found !== null) return found;
  const shared = ASKS_OTHERS.has(leaf.kind) ? sharedCode(writing, leaf) : null;
  return shared ?? { level: writing.access.level(writing.nodes.condition(leaf), true) };
};

/** Worth remembering: these ask many records, or compute. */
const ASKS_OTHERS: ReadonlySet<Leaf["kind"]> = new Set(["exists", "compare"]);

/** Whether a condition says the same for every record of a context. */
const asksNothing = (condition: Condition): boolean => {
  let nothing = true;
  visitCondition(condition, {
    condition: ({ kind }) => {
      if (kind === "exists") nothing = false;
    },
    term: (term) => {
      if (!isConstant(term)) nothing = false;
    },
    subject: () => {
      nothing = false;
    },
  });
  return nothing;
};

const fastCode = (writing: Writing, leaf: Leaf): LeafCode => {
  switch (leaf.kind) {
    case "holds":
      return holdsCode(writing, leaf.term);
    case "compare":
      return compareCode(writing, leaf);
    case "compareOrder":
      return orderCode(writing, leaf);
    case "oneOf":
      return oneOfCode(writing, leaf);
    case "same":
      return sameCode(writing, leaf.left, leaf.right);
    case "elapsed":
      return elapsedCode(writing, leaf);
    case "defined":
      return foundCode(writing, leaf.decision, leaf.subject, true);
    case "exists":
      return neighboursCode(writing, leaf);
    case "ranked":
      return rankedCode(writing, leaf);
    case "reading":
      return null;
  }
};

const holdsCode = (writing: Writing, term: Term): LeafCode => {
  if (term.kind === "decision") return foundCode(writing, term.decision, term.of, false);
  if (term.kind !== "field" || term.type.kind !== "boolean") return null;
  const fact = writing.access.boolean(term.of, term.field);
  return testOf([fact], fact.isTrue, fact.isFalse);
};

/** Whether an earlier decision came out 真 (成立, 符合), or is 已认定, or 假 (不成立, 不符合); else it is open. */
const foundCode = (
  { access }: Writing,
  decision: string,
  of: Extract<Leaf, { kind: "defined" }>["subject"],
  classesCount: boolean,
): LeafCode => {
  const { is, missing, level } = access.found(decision, of);
  const oneOf = (...codes: readonly number[]): string => codes.map(is).join(" || ");
  const holds = classesCount ? oneOf(CODES.成立, CODES.符合, CODES.已认定) : oneOf(CODES.成立, CODES.符合);
  const fails = oneOf(CODES.不成立, CODES.不符合);
  const unknown = classesCount ? is(CODES.未知) : oneOf(CODES.未知, CODES.已认定);
  const undecided = `(${unknown} ? 3 : 2)`;
  return {
    test: {
      holds,
      fails,
      open: `!(${holds} || ${fails})`,
      level: missing === null ? undecided : `(${missing} ? ${level} : ${undecided})`,
    },
  };
};

const oneOfCode = (writing: Writing, { left, values }: Extract<Leaf, { kind: "oneOf" }>): LeafCode => {
  if (left.kind === "field") return memberCode(writing, left, values);
  if (left.kind !== "decision") return null;
  const places = classPlaces(writing, left);
  if (places === null) return null;
  const { is, isClass, missing, level } = writing.access.found(left.decision, left.of);
  const wanted = values.map((value) => places.indexOf(keyOf(value) ?? "")).filter((place) => place >= 0);
  const holds = wanted.length === 0 ? "false" : wanted.map(isClass).join(" || ");
  const undecided = `(${is(CODES.未知)} ? 3 : 2)`;
  return {
    test: {
      holds,
      fails: wanted.length === 0 ? is(CODES.已认定) : `${is(CODES.已认定)} && !(${holds})`,
      open: `!(${is(CODES.已认定)})`,
      level: missing === null ? undecided : `(${missing} ? ${level} : ${undecided})`,
    },
  };
};

/** The values of an 认定 of the program, as keys; null where the decision is something else. */
const classPlaces = (
  { program }: Writing,
  term: Extract<Term, { kind: "decision" }>,
): readonly string[] | null => {
  const decision = program.decisions.find(({ id }) => id === term.decision);
  return decision?.kind === "classification" ? classValues(decision) : null;
};

/** Keys of the values that a 认定 can give, each once. */
export const classValues = (decision: {
  readonly items: readonly { readonly value: Value }[];
  readonly otherwise: { readonly value: Value } | null;
}): readonly string[] => [
  ...new Set(
    [...decision.items, ...(decision.otherwise === null ? [] : [decision.otherwise])].map(
      ({ value }) => keyOf(value) ?? "",
    ),
  ),
];

/** Texts compare within one field, so their kind needs no place in the key. */
export const keyOf = (value: Value): string | null => {
  switch (value.kind) {
    case "text":
    case "enumeration":
      return value.value;
    case "reference":
      return value.id;
    case "boolean":
      return value.value ? "是" : "否";
    case "number":
      return `${value.value.numerator}/${value.value.denominator}`;
    case "date":
      return String(value.value);
    case "coordinate":
      return null;
  }
};

const memberCode = (
  { access }: Writing,
  term: Extract<Term, { kind: "field" }>,
  values: readonly Value[],
): LeafCode => {
  const { type } = term;
  const sorted = values.filter((value) => value.kind === type.kind);
  if (type.kind === "enumeration") {
    const fact = access.enumeration(term.of, term.field, type);
    const declared = sorted.map((value) => keyOf(value)!).filter((value) => type.values.includes(value));
    return testOf([fact], declared.length === 0 ? "false" : declared.map(fact.is).join(" || "), null);
  }
  if (type.kind !== "text" && type.kind !== "reference") return null;
  const fact = access.text(term.of, term.field);
  const equal = sorted
    .filter(
      (value) => value.kind !== "reference" || (type.kind === "reference" && value.object === type.object),
    )
    .map((value) => `${fact.name} === ${stringLiteral(keyOf(value)!)}`);
  return testOf([fact], equal.length === 0 ? "false" : equal.join(" || "), null);
};

/** A fact against a value of the order: the values that satisfy it are listed. */
const orderCode = (writing: Writing, leaf: Extract<Leaf, { kind: "compareOrder" }>): LeafCode => {
  const [term, value, operator] =
    leaf.right.kind === "literal"
      ? [leaf.left, leaf.right.value, leaf.operator]
      : leaf.left.kind === "literal"
        ? [leaf.right, leaf.left.value, MIRRORED[leaf.operator]]
        : [null, null, leaf.operator];
  if (term?.kind !== "field" || value === null || term.type.kind !== "enumeration") return null;
  const ascending = leaf.enumeration.ascending ?? [];
  const limit = value.kind === "enumeration" ? ascending.indexOf(value.value) : -1;
  if (limit < 0) return { level: "0" };
  const satisfying = ascending.filter((_, rank) => {
    switch (operator) {
      case "=":
        return rank === limit;
      case "!=":
        return rank !== limit;
      case "<":
        return rank < limit;
      case "<=":
        return rank <= limit;
      case ">":
        return rank > limit;
      case ">=":
        return rank >= limit;
    }
  });
  return memberCode(
    writing,
    term,
    satisfying.map((name) => ({ kind: "enumeration", value: name })),
  );
};

const sameCode = ({ access }: Writing, left: Term, right: Term): LeafCode => {
  const sides = [left, right].map((term) => {
    if (term.kind === "record") return access.id(term.of);
    if (term.kind !== "field") return null;
    switch (term.type.kind) {
      case "text":
      case "enumeration":
      case "reference":
        return access.text(term.of, term.field);
      case "boolean": {
        // 是 is written in other ways in a column than in a record.
        const fact = access.boolean(term.of, term.field);
        return { ...fact, name: `(${fact.isTrue})` };
      }
      case "number":
      case "date":
      case "coordinate":
        return null;
    }
  });
  const [first, second] = sides;
  if (!first || !second || left.type.kind !== right.type.kind) return null;
  if (
    left.type.kind === "reference" &&
    right.type.kind === "reference" &&
    left.type.object !== right.type.object
  )
    return null;
  return { level: levelOfSame([first, second], `${first.name} === ${second.name}`) };
};

const levelOfSame = (parts: readonly Maybe[], holds: string): string => {
  const { test } = testOf(parts, holds, null);
  return test.open === null ? `${holds} ? 1 : 0` : `${test.open} ? ${test.level} : ${holds} ? 1 : 0`;
};

/**
 * A period that began on a day of the record and is compared with a day of the context: the later it began, the later
 * it ends, so the day on which it began is compared with two days that the context knows.
 */
const elapsedCode = (writing: Writing, leaf: Extract<Leaf, { kind: "elapsed" }>): LeafCode => {
  const { access, constants, program } = writing;
  const [from, to, amount] = [leaf.from, leaf.to, inlined(program, leaf.amount)];
  if (from.kind !== "field" || from.type.kind !== "date" || !isConstant(to) || !isConstant(amount))
    return null;
  const fact = access.date(from.of, from.field);
  const name = constants.beginnings(to, amount, leaf.unit);
  access.bounded(from.of, from.field, [
    `constants.${name}EndingDay - 0.5`,
    `constants.${name}LaterDay - 0.5`,
  ]);
  const [ending, later] = [
    access.constant(`${name}Ending${fact.form}`),
    access.constant(`${name}Later${fact.form}`),
  ];
  const began = fact.name;
  const exactly = `${began} >= ${ending} && ${began} < ${later}`;
  const otherwise = `${began} < ${ending} || ${began} >= ${later}`;
  const [holds, fails] = {
    "<": [`${began} >= ${later}`, `${began} < ${later}`],
    "<=": [`${began} >= ${ending}`, `${began} < ${ending}`],
    ">": [`${began} < ${ending}`, `${began} >= ${ending}`],
    ">=": [`${began} < ${later}`, `${began} >= ${later}`],
    "=": [exactly, otherwise],
    "!=": [otherwise, exactly],
  }[leaf.operator];
  return testOf([fact, openConstant(access.constant(`${name}Level`))], holds!, fails!);
};
