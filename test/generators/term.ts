import * as fc from "fast-check";
import { areCommensurable, decimalShift, productType, quotientType } from "../../compiler/check/types.ts";
import type { Subject, Term } from "../../compiler/model/ir.ts";
import type { NumberType, Type } from "../../compiler/model/type.ts";
import { ARITHMETIC_WORDS, FUNCTION_WORDS, rational } from "../../language/index.ts";
import { DATE, literal, origin, read, variable } from "../support/program-builder.ts";
import { writtenAmount } from "./amount.ts";
import { arbitrarySubject, subjectsLike, type Around } from "./around.ts";
import { arbitraryCandidates } from "./candidates.ts";
import { arbitraryDay } from "./day.ts";
import { PARAMETERS } from "./parameters.ts";
import { COUNT, DAYS, fieldsOf, METRES, PEOPLE, PURE, SHARE, schema } from "./schema.ts";
import { arbitraryValue } from "./value.ts";

/** Every number type that a field has: what comparisons are about. */
export const NUMBER_TYPES: readonly NumberType[] = schema.flatMap(({ name }) =>
  fieldsOf(name, "number").map(({ type }) => type),
);

/** Kinds that parameters have come up more often. */
export const arbitraryNumberType: fc.Arbitrary<NumberType> = fc.constantFrom(
  ...NUMBER_TYPES,
  ...PARAMETERS.flatMap(({ type }) => (type.kind === "number" ? [type, type] : [])),
);

/** A number of the same kind as `type`. */
export const arbitraryNumber = (scope: Around, depth: number, type: NumberType): fc.Arbitrary<Term> => {
  const simple = fc.oneof(
    { weight: 4, arbitrary: readable(scope, (found) => isLike(found, type)) ?? written(type) },
    { weight: 2, arbitrary: written(type) },
  );
  if (depth === 0) return simple;
  return fc.oneof(
    { weight: 6, arbitrary: simple },
    { weight: 3, arbitrary: arithmetic(scope, depth - 1, type) },
    { weight: 1, arbitrary: rounded(scope, depth - 1, type) },
    { weight: 2, arbitrary: aggregate(scope, depth - 1, type) },
  );
};

/** A day: of a record, of the text, the day of judging, or one so many days away. */
export const arbitraryDate = (scope: Around, depth: number): fc.Arbitrary<Term> => {
  const day = fc.oneof(
    arbitraryDay.map((value) => literal({ kind: "date", value }, DATE)),
    fc.constant<Term>({ kind: "referenceDate", type: DATE, origin: origin("基准日") }),
  );
  const simple = fc.oneof(readable(scope, ({ kind }) => kind === "date") ?? day, day);
  if (depth === 0) return simple;
  return fc.oneof(
    { weight: 6, arbitrary: simple },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("add", "subtract"), arbitraryDate(scope, depth - 1), someDays)
        .map(([operator, left, right]) => calculated(operator, left, right, DATE)),
    },
    { weight: 1, arbitrary: extremeDate(scope, depth - 1) },
  );
};

/** No more than a date can be moved by; a part of a day moves none. */
const someDays: fc.Arbitrary<Term> = fc
  .constantFrom(rational(0), rational(1), rational(31), rational(365), rational(-1), rational(1, 2))
  .map((value) => literal({ kind: "number", value }, DAYS));

/** A fact, parameter, indicator or class of a suitable type; null where there is none. */
export const readable = (
  scope: Around,
  suits: (type: Type, name: string) => boolean,
): fc.Arbitrary<Term> | null => {
  const facts = arbitrarySubject(scope, (subject) => fieldsLike(subject.object, suits).length > 0);
  const found: { weight: number; arbitrary: fc.Arbitrary<Term> }[] = [];
  if (facts !== null) {
    found.push({
      weight: 6,
      arbitrary: facts.chain((subject) =>
        fc
          .constantFrom(...fieldsLike(subject.object, suits))
          .map(({ name, type }) => read(subject, name, type)),
      ),
    });
  }
  for (const term of parametersLike(scope, suits)) found.push({ weight: 3, arbitrary: fc.constant(term) });
  for (const term of valuesLike(scope, suits)) found.push({ weight: 2, arbitrary: fc.constant(term) });
  return found.length === 0 ? null : fc.oneof(...found);
};

const isLike = (found: Type, type: NumberType): boolean =>
  found.kind === "number" && areCommensurable(found, type);

const fieldsLike = (name: string, suits: (type: Type, name: string) => boolean) =>
  [...schema.find((each) => each.name === name)!.fields.values()].filter((field) =>
    suits(field.type, field.name),
  );

const parametersLike = (scope: Around, suits: (type: Type, name: string) => boolean): readonly Term[] =>
  PARAMETERS.filter(({ type, name }) => suits(type, name)).flatMap(({ name, type, regional }) => {
    const regions: readonly (Subject | null)[] = regional === null ? [null] : subjectsLike(scope, regional);
    return regions.map((region): Term => ({ kind: "parameter", name, region, type, origin: origin(name) }));
  });

const valuesLike = (scope: Around, suits: (type: Type, name: string) => boolean): readonly Term[] =>
  [...scope.indicators, ...scope.classifications]
    .filter(({ type, id }) => suits(type, id))
    .flatMap(({ id, object, type }) =>
      subjectsLike(scope, object).map((of): Term => ({
        kind: "decision",
        decision: id,
        of,
        type,
        origin: origin(id),
      })),
    );

const written = (type: NumberType): fc.Arbitrary<Term> =>
  writtenAmount(type).map((value) => literal({ kind: "number", value }, type));

/** A value of the text, of any type. */
export const writtenValue = (type: Type): fc.Arbitrary<Term> =>
  type.kind === "number" ? written(type) : arbitraryValue({ type }).map((value) => literal(value, type));

type Operator = (typeof ARITHMETIC_WORDS)[keyof typeof ARITHMETIC_WORDS];

const calculated = (operator: Operator, left: Term, right: Term, type: Type): Term => ({
  kind: "arithmetic",
  operator,
  left,
  right,
  type,
  origin: origin(`${left.origin.words}${wordOf(operator)}${right.origin.words}`),
});

const wordOf = (operator: Operator): string =>
  Object.entries(ARITHMETIC_WORDS).find(([, meaning]) => meaning === operator)![0];

/** Sums and differences of the type, and products and quotients that come out as it. */
const arithmetic = (scope: Around, depth: number, type: NumberType): fc.Arbitrary<Term> => {
  const pairs = NUMBER_TYPES.flatMap((left) =>
    [PURE, SHARE, COUNT, PEOPLE, METRES, left].flatMap((right) =>
      (
        [
          ["multiply", productType(left, right)],
          ["divide", quotientType(left, right)],
        ] as const
      ).flatMap(([operator, found]) =>
        found !== null && areCommensurable(found, type) && found.share === type.share
          ? [{ operator, left, right, found }]
          : [],
      ),
    ),
  );
  const sum = fc
    .tuple(
      fc.constantFrom("add", "subtract"),
      arbitraryNumber(scope, depth, type),
      arbitraryNumber(scope, depth, type),
    )
    .map(([operator, left, right]) => calculated(operator, left, right, { ...type, integer: false }));
  const product = (chosen: (typeof pairs)[number]): fc.Arbitrary<Term> =>
    fc
      .tuple(arbitraryNumber(scope, depth, chosen.left), arbitraryNumber(scope, 0, chosen.right))
      .map(([left, right]) => calculated(chosen.operator, left, right, chosen.found));
  const between =
    type.dimension === "day"
      ? [
          fc
            .tuple(arbitraryDate(scope, 0), arbitraryDate(scope, 0))
            .map(([left, right]) => calculated("subtract", left, right, DAYS)),
        ]
      : [];
  return pairs.length === 0
    ? fc.oneof(sum, ...between)
    : fc.oneof(sum, fc.constantFrom(...pairs).chain(product), ...between);
};

/** Rounded in its own unit, as the text says it: 四舍五入到两位小数 of 万元 are hundreds of 元. */
const rounded = (scope: Around, depth: number, type: NumberType): fc.Arbitrary<Term> => {
  const shift = type.share ? -2 : decimalShift(type.unit);
  return fc
    .tuple(
      fc.constantFrom("halfUp", "down", "up"),
      fc.integer({ min: -2, max: 3 }),
      arbitraryNumber(scope, depth, type),
    )
    .map(([mode, digits, operand]): Term =>
      shift === null
        ? operand
        : {
            kind: "rounded",
            mode,
            digits: digits - shift,
            operand,
            type: { ...type, scale: Math.max(0, digits), integer: digits <= 0 && type.dimension !== "pure" },
            origin: origin(`${operand.origin.words}取整`),
          },
    );
};

const FUNCTIONS = [...new Set(Object.values(FUNCTION_WORDS))];

const aggregate = (scope: Around, depth: number, type: NumberType): fc.Arbitrary<Term> =>
  arbitraryCandidates(scope, depth).chain((candidates) => {
    const counts = type.dimension === "count";
    const inside: Around = {
      ...scope,
      variables: [
        ...scope.variables.slice(0, candidates.variable),
        variable(candidates.object, candidates.variable),
      ],
    };
    const candidate = { ...inside, variables: inside.variables.slice(-1) };
    const of = readable(candidate, (found) => isLike(found, type)) ?? written(type);
    return fc
      .tuple(
        counts
          ? fc.constantFrom("count", "count", ...FUNCTIONS)
          : fc.constantFrom(...FUNCTIONS.filter((name) => name !== "count")),
        depth === 0 ? of : fc.oneof(of, arithmetic(inside, 0, type)),
      )
      .map(([name, term]): Term => ({
        kind: "aggregate",
        function: name,
        candidates,
        of: name === "count" ? null : term,
        type:
          name === "count" ? { ...COUNT, unit: null } : { ...type, integer: type.integer && name !== "mean" },
        origin: origin(`${name}（${candidates.origin.words}）`),
      }));
  });

const extremeDate = (scope: Around, depth: number): fc.Arbitrary<Term> =>
  arbitraryCandidates(scope, depth).chain((candidates) => {
    const one = { ...scope, variables: [variable(candidates.object, candidates.variable)] };
    return fc
      .tuple(
        fc.constantFrom("maximum", "minimum"),
        readable(one, ({ kind }) => kind === "date")!,
      )
      .map(([name, of]): Term => ({
        kind: "aggregate",
        function: name,
        candidates,
        of,
        type: DATE,
        origin: origin(`${name}（${candidates.origin.words}）`),
      }));
  });
