import * as fc from "fast-check";
import type { Candidates, Condition, Scope, Subject, Term } from "../../compiler/model/ir.ts";
import type { Value } from "../../compiler/model/value.ts";
import { rational } from "../../language/index.ts";
import {
  BOOLEAN,
  DATE,
  follow,
  literal,
  NUMBER,
  origin,
  read,
  self,
  variable,
} from "../support/program-builder.ts";
import { COUNT, DISTRICT, fieldsOf, GRADE, KIND, METRES, SHOP } from "./schema.ts";

/** What a condition may speak of: its variables from outside in, and decisions that stand before it. */
export interface Around {
  readonly variables: readonly Subject[];
  /** Definitions, indicators, rankings and classifications of institutions, by id. */
  readonly definitions: readonly string[];
  readonly indicators: readonly string[];
  readonly rankings: readonly string[];
  readonly classifications: readonly string[];
}

export const around = (object: string, more: Partial<Around> = {}): Around => ({
  variables: [self(object)],
  definitions: [],
  indicators: [],
  rankings: [],
  classifications: [],
  ...more,
});

/** A well-typed condition of so many levels at most. */
export const arbitraryCondition = (scope: Around, depth: number): fc.Arbitrary<Condition> => {
  const leaves = [
    comparison(scope, depth),
    truthOfField(scope),
    membership(scope),
    order(scope),
    elapsed(scope),
    same(scope),
    reading,
  ];
  if (depth === 0) return fc.oneof(...leaves, ...decided(scope));
  const inner = arbitraryCondition(scope, depth - 1);
  const operands = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    ...leaves,
    ...decided(scope),
    operands.map((each) => item({ kind: "all", operands: each, origin: origin("同时符合下列条件") })),
    operands.map((each) => item({ kind: "any", operands: each, origin: origin("有下列情形之一") })),
    fc
      .tuple(operands, fc.integer({ min: 0, max: 3 }))
      .map(([each, count]) =>
        item({ kind: "atLeast", count, operands: each, origin: origin(`符合下列情形中至少${count}项`) }),
      ),
    inner.map((operand): Condition => ({
      kind: "not",
      operand,
      origin: origin(`不${operand.origin.words}`),
    })),
    exists(scope, depth),
  );
};

/** Marks the operands of a list as its items. */
const item = (condition: Extract<Condition, { operands: readonly Condition[] }>): Condition => ({
  ...condition,
  operands: condition.operands.map((operand, index) => ({
    ...operand,
    origin: { ...operand.origin, item: `（${"一二三四五"[index]!}）` },
  })),
});

const OPERATORS = ["=", "!=", "<", "<=", ">", ">="] as const;

/** The variables, and districts that they lead to. */
const subjects = (scope: Around): readonly Subject[] =>
  scope.variables.flatMap((each) =>
    each.object === SHOP ? [each, follow(each, "所在县区", DISTRICT)] : [each],
  );

const subjectOf = (scope: Around): fc.Arbitrary<Subject> => fc.constantFrom(...subjects(scope));

const numberField = (scope: Around): fc.Arbitrary<Term> =>
  subjectOf(scope).chain((subject) =>
    fc.constantFrom(...fieldsOf(subject.object, "number")).map(({ name, type }) => read(subject, name, type)),
  );

const numberLiteral: fc.Arbitrary<Term> = fc
  .tuple(fc.integer({ min: -2, max: 6 }), fc.constantFrom(1, 1, 2, 3))
  .map(([above, below]) => literal({ kind: "number", value: rational(above, below) }));

const standard: Term = {
  kind: "parameter",
  name: "业务量标准",
  region: null,
  type: COUNT,
  origin: origin("业务量标准"),
};

export const arbitraryNumber = (scope: Around, depth: number): fc.Arbitrary<Term> => {
  const simple = fc.oneof(numberField(scope), numberLiteral, fc.constant(standard), ...indicated(scope));
  if (depth === 0) return simple;
  const inner = arbitraryNumber(scope, depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: simple },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("add", "subtract", "multiply", "divide"), inner, inner)
        .map(([operator, left, right]): Term => ({
          kind: "arithmetic",
          operator,
          left,
          right,
          type: NUMBER,
          origin: origin(`${left.origin.words}与${right.origin.words}`),
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("halfUp", "down", "up"), fc.integer({ min: -1, max: 2 }), inner)
        .map(([mode, digits, operand]): Term => ({
          kind: "rounded",
          mode,
          digits,
          operand,
          type: NUMBER,
          origin: origin(`${operand.origin.words}取整`),
        })),
    },
    { weight: 1, arbitrary: aggregate(scope, depth) },
  );
};

const indicated = (scope: Around): readonly fc.Arbitrary<Term>[] =>
  shops(scope).length === 0
    ? []
    : scope.indicators.map((decision) =>
        fc
          .constantFrom(...shops(scope))
          .map((of): Term => ({ kind: "decision", decision, of, type: NUMBER, origin: origin(decision) })),
      );

const comparison = (scope: Around, depth: number): fc.Arbitrary<Condition> =>
  fc
    .tuple(
      fc.constantFrom(...OPERATORS),
      arbitraryNumber(scope, Math.max(0, depth - 1)),
      arbitraryNumber(scope, Math.max(0, depth - 1)),
    )
    .map(([operator, left, right]) => ({
      kind: "compare",
      operator,
      word: operator,
      left,
      right,
      origin: origin(`${left.origin.words}${operator}${right.origin.words}`),
    }));

const truthOfField = (scope: Around): fc.Arbitrary<Condition> =>
  subjectOf(scope).chain((subject) =>
    fc.constantFrom(...fieldsOf(subject.object, "boolean")).map(({ name }): Condition => ({
      kind: "holds",
      term: read(subject, name, BOOLEAN),
      origin: origin(name),
    })),
  );

const shops = (scope: Around): readonly Subject[] => scope.variables.filter((each) => each.object === SHOP);

const constantly: fc.Arbitrary<Condition> = fc
  .boolean()
  .map((value) => ({ kind: "constant", value, origin: origin(value ? "一律" : "一概不") }));

const ofShop = (
  scope: Around,
  make: (subject: Subject) => fc.Arbitrary<Condition>,
): fc.Arbitrary<Condition> =>
  shops(scope).length === 0 ? constantly : fc.constantFrom(...shops(scope)).chain(make);

const membership = (scope: Around): fc.Arbitrary<Condition> =>
  ofShop(scope, (subject) =>
    fc.subarray([...KIND.values], { minLength: 1 }).map((values): Condition => ({
      kind: "oneOf",
      left: read(subject, "类别", KIND),
      values: values.map((value) => ({ kind: "enumeration", value })),
      origin: origin(`类别为${values.join("、")}`),
    })),
  );

const order = (scope: Around): fc.Arbitrary<Condition> =>
  ofShop(scope, (subject) =>
    fc
      .tuple(fc.constantFrom("<", "<=", ">", ">="), fc.constantFrom(...GRADE.values))
      .map(([operator, value]): Condition => ({
        kind: "compareOrder",
        operator,
        word: operator,
        left: read(subject, "等级", GRADE),
        right: literal({ kind: "enumeration", value }, GRADE),
        enumeration: GRADE,
        origin: origin(`等级${operator}${value}`),
      })),
  );

const elapsed = (scope: Around): fc.Arbitrary<Condition> =>
  ofShop(scope, (subject) =>
    fc
      .tuple(
        fc.constantFrom(...OPERATORS),
        fc.constantFrom("day", "month", "year"),
        fc.integer({ min: 0, max: 30 }),
      )
      .map(([operator, unit, amount]): Condition => ({
        kind: "elapsed",
        operator,
        word: operator,
        from: read(subject, "协议日期", DATE),
        to: { kind: "referenceDate", type: DATE, origin: origin("基准日") },
        amount: literal({ kind: "number", value: rational(unit === "year" ? amount % 3 : amount) }),
        unit,
        origin: origin(`距协议日期${operator}${amount}${unit}`),
      })),
  );

const same = (scope: Around): fc.Arbitrary<Condition> => {
  const [first, last] = [shops(scope)[0], shops(scope).at(-1)];
  if (first === undefined || last === undefined) return constantly;
  return fc.constantFrom("类别", "等级").map((name) => {
    const type = name === "类别" ? KIND : GRADE;
    return {
      kind: "same",
      left: read(first, name, type),
      right: read(last, name, type),
      origin: origin(`${name}相同`),
    };
  });
};

const reading: fc.Arbitrary<Condition> = fc.integer({ min: 1, max: 2 }).map((option) => ({
  kind: "reading",
  reading: "等情况",
  option,
  origin: origin(`「等情况」读法${option}`),
}));

const decided = (scope: Around): readonly fc.Arbitrary<Condition>[] => {
  const subject = shops(scope)[0];
  if (subject === undefined) return [];
  return [
    ...scope.definitions.map((decision) =>
      fc.constant<Condition>({ kind: "defined", decision, subject, origin: origin(`属于${decision}`) }),
    ),
    ...scope.classifications.map((decision) =>
      fc.constantFrom("A类", "B类").map((value): Condition => ({
        kind: "oneOf",
        left: { kind: "decision", decision, of: subject, type: KIND, origin: origin(decision) },
        values: [{ kind: "enumeration", value }],
        origin: origin(`${decision}为${value}`),
      })),
    ),
    ...scope.rankings.map((ranking) =>
      fc
        .tuple(fc.constantFrom("front", "back"), fc.boolean(), fc.integer({ min: 0, max: 3 }))
        .map(([end, share, places]): Condition => ({
          kind: "ranked",
          ranking,
          subject,
          end,
          amount: literal({ kind: "number", value: share ? rational(places, 4) : rational(places) }),
          share,
          origin: origin(`排名位于${end === "front" ? "前" : "后"}${places}`),
        })),
    ),
  ];
};

const exists = (scope: Around, depth: number): fc.Arbitrary<Condition> =>
  fc
    .tuple(
      fc.constantFrom("atLeast", "atMost", "exactly"),
      fc.integer({ min: 0, max: 3 }),
      arbitraryCandidates(scope, depth),
    )
    .map(([quantifier, count, candidates]) => ({
      kind: "exists",
      quantifier,
      count: literal({ kind: "number", value: rational(count) }),
      candidates,
      origin: origin(`${candidates.origin.words}${quantifier}${count}`),
    }));

const aggregate = (scope: Around, depth: number): fc.Arbitrary<Term> =>
  fc
    .tuple(fc.constantFrom("count", "sum", "mean", "maximum", "minimum"), arbitraryCandidates(scope, depth))
    .map(([name, candidates]) => ({
      kind: "aggregate",
      function: name,
      candidates,
      of: name === "count" ? null : read(variable(SHOP, candidates.variable), "业务量", COUNT),
      type: COUNT,
      origin: origin(`${name}（${candidates.origin.words}）`),
    }));

const arbitraryCandidates = (scope: Around, depth: number): fc.Arbitrary<Candidates> => {
  const index = scope.variables.length;
  const inside = { ...scope, variables: [...scope.variables, variable(SHOP, index)] };
  const outer = shops(scope)[0];
  return fc
    .record({
      scope: arbitraryScope(scope),
      where: arbitraryCondition(inside, Math.max(0, Math.min(1, depth - 1))),
      excepting: fc.boolean(),
    })
    .map((parts) => ({
      object: SHOP,
      variable: index,
      scope: parts.scope,
      where: parts.where,
      except: parts.excepting && outer !== undefined ? outer : null,
      origin: origin(`${parts.where.origin.words}的机构`),
    }));
};

const arbitraryScope = (scope: Around): fc.Arbitrary<Scope> => {
  const subject = scope.variables[0]!;
  const region: Subject = subject.object === DISTRICT ? subject : follow(subject, "所在县区", DISTRICT);
  const everywhere = fc.constant<Scope>({ kind: "everywhere" });
  const inRegion = fc.constant<Scope>({ kind: "region", region, field: "所在县区" });
  if (subject.object === DISTRICT) return fc.oneof(everywhere, inRegion);
  const limits: fc.Arbitrary<Term> = fc.oneof(
    fc
      .constantFrom(0, 1000, 1500, 3000)
      .map((metres) => literal({ kind: "number", value: rational(metres) }, METRES)),
    fc.constant(standard),
  );
  const distance = fc.tuple(fc.constantFrom("walking", "straight"), limits).map(([metric, limit]): Scope => ({
    kind: "distance",
    metric,
    limit,
    from: subject,
    fromField: "位置",
    toField: "位置",
  }));
  return fc.oneof(everywhere, inRegion, distance);
};

/** Value of a class. */
export const classValue = (name: string): Value => ({ kind: "enumeration", value: name });
