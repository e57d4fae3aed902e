import * as fc from "fast-check";
import type { ComparisonOperator, Condition, Term } from "../../compiler/model/ir.ts";
import type { Type } from "../../compiler/model/type.ts";
import type { Value } from "../../compiler/model/value.ts";
import { BOUND_WORDS, rational, type BoundOperator } from "../../language/index.ts";
import { DATE, literal, origin, usedParameter } from "../support/program-builder.ts";
import { arbitrarySubject, subjectsLike, type Around } from "./around.ts";
import { arbitraryCandidates } from "./candidates.ts";
import { item } from "./item.ts";
import { COUNT, CREDIT, DAYS, GRADE, MONTHS, PEOPLE, schema, SHARE, YEARS } from "./schema.ts";
import { arbitraryDate, arbitraryNumber, arbitraryNumberType, readable, writtenValue } from "./term.ts";

export type { Around } from "./around.ts";

/** A well-typed condition of so many levels at most. */
export const arbitraryCondition = (scope: Around, depth: number): fc.Arbitrary<Condition> => {
  const leaves = [
    { weight: 5, arbitrary: comparison(scope, depth) },
    { weight: 1, arbitrary: dateComparison(scope, depth) },
    { weight: 3, arbitrary: truthOf(scope) },
    { weight: 2, arbitrary: membership(scope) },
    { weight: 2, arbitrary: order(scope) },
    { weight: 3, arbitrary: elapsed(scope, depth) },
    { weight: 2, arbitrary: same(scope) },
    { weight: 1, arbitrary: reading },
    ...decided(scope),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = arbitraryCondition(scope, depth - 1);
  const operands = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    ...leaves,
    {
      weight: 4,
      arbitrary: operands.map((each) =>
        item({ kind: "all", operands: each, origin: origin("同时符合下列条件") }),
      ),
    },
    {
      weight: 4,
      arbitrary: operands.map((each) =>
        item({ kind: "any", operands: each, origin: origin("有下列情形之一") }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(operands, fc.integer({ min: 0, max: 3 })).map(([each, count]) =>
        item({
          kind: "atLeast",
          count,
          operands: each,
          origin: origin(`符合下列情形中至少${count}项`),
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: inner.map((operand): Condition => ({
        kind: "not",
        operand,
        origin: origin(`不${operand.origin.words}`),
      })),
    },
    { weight: 4, arbitrary: exists(scope, depth) },
  );
};

const OPERATORS = {
  atLeast: ">=",
  atMost: "<=",
  lessThan: "<",
  greaterThan: ">",
  equal: "=",
  notEqual: "!=",
} as const satisfies Record<Exclude<BoundOperator, "approximately">, ComparisonOperator>;

/** A bound word with what it means; 约等于 stands in claims only. */
const bound: fc.Arbitrary<{ readonly word: string; readonly operator: ComparisonOperator }> = fc.constantFrom(
  ...Object.entries(BOUND_WORDS).flatMap(([word, { operator }]) =>
    operator === "approximately" ? [] : [{ word, operator: OPERATORS[operator] }],
  ),
);

const comparison = (scope: Around, depth: number): fc.Arbitrary<Condition> =>
  arbitraryNumberType.chain((type) =>
    compared(
      arbitraryNumber(scope, Math.max(0, depth), type),
      fc.oneof(
        { weight: 9, arbitrary: arbitraryNumber(scope, Math.max(0, depth - 1), type) },
        { weight: 1, arbitrary: fc.constant(literal({ kind: "number", value: rational(0) })) },
      ),
    ),
  );

const dateComparison = (scope: Around, depth: number): fc.Arbitrary<Condition> =>
  compared(arbitraryDate(scope, depth), arbitraryDate(scope, Math.max(0, depth - 1)));

const compared = (left: fc.Arbitrary<Term>, right: fc.Arbitrary<Term>): fc.Arbitrary<Condition> =>
  fc.tuple(bound, left, right).map(([{ operator, word }, first, second]) => ({
    kind: "compare",
    operator,
    word,
    left: first,
    right: second,
    origin: origin(`${first.origin.words}${word}${second.origin.words}`),
  }));

const isBoolean = ({ kind }: Type): boolean => kind === "boolean";

/** Every object has a boolean field. */
const truthOf = (scope: Around): fc.Arbitrary<Condition> =>
  readable(scope, isBoolean)!.map((term): Condition => ({
    kind: "holds",
    term,
    origin: origin(term.origin.words),
  }));

const constantly: fc.Arbitrary<Condition> = fc
  .boolean()
  .map((value) => ({ kind: "constant", value, origin: origin(value ? "一律" : "一概不") }));

/** Mostly enumerations, texts and references; seldom numbers, dates and truths. */
const membership = (scope: Around): fc.Arbitrary<Condition> =>
  fc
    .constantFrom(
      "enumeration",
      "enumeration",
      "enumeration",
      "text",
      "reference",
      "number",
      "date",
      "boolean",
    )
    .chain((kind) => {
      const left = readable(scope, (type) => type.kind === kind);
      return left === null
        ? constantly
        : left.chain((term) =>
            fc.array(writtenValue(term.type), { minLength: 1, maxLength: 3 }).map((values): Condition => ({
              kind: "oneOf",
              left: term,
              values: values.flatMap((each) => (each.kind === "literal" ? [each.value] : [])),
              origin: origin(`${term.origin.words}为其中之一`),
            })),
          );
    });

/** Only a value in the order is written; the fact on the left may stand outside it. */
const order = (scope: Around): fc.Arbitrary<Condition> =>
  fc.constantFrom(GRADE, GRADE, CREDIT).chain((enumeration) => {
    const term = readable(scope, (type) => type.kind === "enumeration" && type.name === enumeration.name);
    const value: fc.Arbitrary<Term> = fc
      .constantFrom(...enumeration.ascending!)
      .map((each) => literal({ kind: "enumeration", value: each }, enumeration));
    if (term === null) return constantly;
    return fc
      .tuple(bound, term, fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: term }))
      .map(([{ operator, word }, left, right]): Condition => ({
        kind: "compareOrder",
        operator,
        word,
        left,
        right,
        enumeration,
        origin: origin(`${left.origin.words}${word}${right.origin.words}`),
      }));
  });

const PERIODS = { day: DAYS, month: MONTHS, year: YEARS } as const;

/** Mostly to the day of judging, sometimes between two facts; the amount may be a fact, too. */
const elapsed = (scope: Around, depth: number): fc.Arbitrary<Condition> => {
  const today: Term = { kind: "referenceDate", type: DATE, origin: origin("基准日") };
  return fc.constantFrom("day", "month", "month", "year").chain((unit) =>
    fc
      .tuple(
        bound,
        arbitraryDate(scope, 0),
        fc.oneof(
          { weight: 3, arbitrary: fc.constant(today) },
          { weight: 1, arbitrary: arbitraryDate(scope, 0) },
        ),
        fc.oneof(
          {
            weight: 4,
            arbitrary: fc
              .constantFrom(...AMOUNTS[unit])
              .map((amount) => literal({ kind: "number", value: rational(amount) }, PERIODS[unit])),
          },
          { weight: 1, arbitrary: arbitraryNumber(scope, Math.min(depth, 1), PERIODS[unit]) },
        ),
      )
      .map(([{ operator, word }, from, to, amount]): Condition => ({
        kind: "elapsed",
        operator,
        word,
        from,
        to,
        amount,
        unit,
        origin: origin(`距${from.origin.words}${word}${amount.origin.words}`),
      })),
  );
};

const AMOUNTS = { day: [0, 1, 15, 31, 365], month: [1, 1, 3, 6, 6, 12, 24], year: [1, 1, 2, 4, 25] } as const;

/** One field of two records, or two references to one object. */
const same = (scope: Around): fc.Arbitrary<Condition> => {
  const fields = ["类别", "等级", "负责人", "所在县区", "业务量", "基金支出", "协议日期", "违规"];
  const around = subjectsLike(scope, "机构");
  if (around.length === 0) return sameRecord(scope);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...fields), fc.constantFrom(...around), fc.constantFrom(...around))
        .map(([name, first, last]): Condition => {
          const type = schema[0]!.fields.get(name)!.type;
          const of = (subject: typeof first): Term => ({
            kind: "field",
            of: subject,
            field: name,
            type,
            origin: origin(name),
          });
          return { kind: "same", left: of(first), right: of(last), origin: origin(`${name}相同`) };
        }),
    },
    { weight: 1, arbitrary: sameRecord(scope) },
  );
};

/** The record itself against a reference: 上级机构是本机构. */
const sameRecord = (scope: Around): fc.Arbitrary<Condition> => {
  const left = readable(scope, ({ kind }) => kind === "reference");
  if (left === null) return constantly;
  return left.chain((term) => {
    const object = term.type.kind === "reference" ? term.type.object : "";
    const records = subjectsLike(scope, object).map((of): Term => ({
      kind: "record",
      of,
      type: term.type,
      origin: origin(`该${object}`),
    }));
    return fc.constantFrom(term, ...records).map((right): Condition => ({
      kind: "same",
      left: term,
      right,
      origin: origin(`${term.origin.words}相同`),
    }));
  });
};

const reading: fc.Arbitrary<Condition> = fc
  .tuple(fc.constantFrom("等情况", "其他"), fc.integer({ min: 1, max: 2 }))
  .map(([name, option]) => ({
    kind: "reading",
    reading: name,
    option,
    origin: origin(`「${name}」读法${option}`),
  }));

/** A place of a ranking; a share is a share of its group. */
const decided = (
  scope: Around,
): readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Condition> }[] => [
  ...scope.definitions.flatMap(({ id, object }) => {
    const subject = arbitrarySubject(scope, (each) => each.object === object);
    return subject === null
      ? []
      : [
          {
            weight: 1,
            arbitrary: subject.map((each): Condition => ({
              kind: "defined",
              decision: id,
              subject: each,
              origin: origin(`属于${id}`),
            })),
          },
        ];
  }),
  ...scope.rankings.flatMap(({ id, object }) => {
    const subject = arbitrarySubject(scope, (each) => each.object === object);
    return subject === null
      ? []
      : [
          {
            weight: 1,
            arbitrary: fc
              .tuple(
                fc.constantFrom("front", "back"),
                fc.oneof(
                  fc.constantFrom(1, 2, 3, 10).map((places) => ({ share: false, amount: places })),
                  fc.constantFrom(5, 10, 25, 33, 50).map((places) => ({ share: true, amount: places })),
                  fc.constantFrom({ share: false, amount: null }),
                ),
                subject,
              )
              .map(([end, { share, amount }, each]): Condition => ({
                kind: "ranked",
                ranking: id,
                subject: each,
                end,
                amount:
                  amount === null
                    ? usedParameter("名额", PEOPLE)
                    : literal(
                        { kind: "number", value: share ? rational(amount, 100) : rational(amount) },
                        share ? SHARE : COUNT,
                      ),
                share,
                origin: origin(`排名位于${end === "front" ? "前" : "后"}`),
              })),
          },
        ];
  }),
];

const exists = (scope: Around, depth: number): fc.Arbitrary<Condition> =>
  fc
    .tuple(
      fc.constantFrom("atLeast", "atMost", "exactly"),
      fc.oneof(
        {
          weight: 8,
          arbitrary: fc
            .constantFrom(0, 1, 1, 1, 2, 3, 10)
            .map((count) => literal({ kind: "number", value: rational(count) }, COUNT)),
        },
        { weight: 1, arbitrary: fc.constant(usedParameter("名额", PEOPLE)) },
      ),
      arbitraryCandidates(scope, depth),
    )
    .map(([quantifier, count, candidates]) => ({
      kind: "exists",
      quantifier,
      count,
      candidates,
      origin: origin(`${candidates.origin.words}${quantifier}${count.origin.words}`),
    }));

/** Value of a class. */
export const classValue = (name: string): Value => ({ kind: "enumeration", value: name });
