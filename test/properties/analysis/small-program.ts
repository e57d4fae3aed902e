import * as fc from "fast-check";
import type {
  Classification,
  Condition,
  MeasureRule,
  Origin,
  Parameter,
  Program,
  RequirementRule,
  Term,
} from "../../../compiler/model/ir.ts";
import type { Field, Type } from "../../../compiler/model/type.ts";
import type { Value } from "../../../compiler/model/value.ts";
import { COUNT, GRADE, KIND, SHOP } from "../../generators/schema.ts";
import {
  always,
  BOOLEAN,
  choice,
  DATE,
  date,
  enumeration,
  every,
  exception,
  field,
  literal,
  measure,
  modality,
  negated,
  number,
  object,
  origin,
  parameter,
  program,
  read,
  reading,
  requirement,
  self,
  some,
  truth,
  usedParameter,
} from "../../support/program-builder.ts";
import { arbitraryDivision, type Division } from "./small-division.ts";

/** A program about one kind of record, with every value that makes a difference of each thing that it may read. */
export interface SmallProgram {
  readonly program: Program;
  /** The same with another 措施甲. */
  readonly changed: Program;
  readonly fields: readonly { readonly name: string; readonly values: readonly Value[] }[];
  readonly parameters: readonly { readonly name: string; readonly values: readonly Value[] }[];
  /** Null where there is but one thing to read. */
  readonly division: Division | null;
}

type Atoms = readonly fc.Arbitrary<Condition>[];

/** One thing that a program may read: what is asked of it, and values of every kind that those questions tell apart. */
interface Subject {
  readonly field: Field;
  readonly values: readonly Value[];
  readonly atoms: Atoms;
  readonly parameter?: { readonly declared: Parameter; readonly values: readonly Value[] };
}

const LIMITS = [10, 20] as const;
/** Two whole numbers between any two limits, so that a parameter may lie below a number and above it. */
const AROUND = [8, 9, 10, 14, 15, 20, 21, 22];
/** Mostly ends of bands. */
const OPERATORS = ["<", "<", "<=", "<=", ">", ">", ">=", ">=", "=", "!="] as const;
const DAYS = [20_000, 20_100] as const;

const fact = (name: string, type: Type): Term => read(self(SHOP), name, type);
const holding = (term: Term): Condition => ({ kind: "holds", term, origin: origin(term.origin.words) });
const compared = (left: Term, rights: readonly Term[]): fc.Arbitrary<Condition> =>
  fc.tuple(fc.constantFrom(...OPERATORS), fc.constantFrom(...rights)).map(([operator, right]): Condition => ({
    kind: "compare",
    operator,
    word: operator,
    left,
    right,
    origin: origin(`${left.origin.words}${operator}${right.origin.words}`),
  }));

const BOTH: readonly Value[] = [truth(true), truth(false)];
const yesOrNo = (name: string, judgedBy: string | null = null): Subject => ({
  field: field(name, BOOLEAN, judgedBy),
  values: BOTH,
  atoms: [fc.constant(holding(fact(name, BOOLEAN)))],
});

const counts = LIMITS.map((limit) => literal(number(limit), COUNT));
const volume = fact("业务量", COUNT);
const standard = parameter("业务量标准", { type: COUNT });

const SUBJECTS: readonly Subject[] = [
  yesOrNo("合格"),
  yesOrNo("有药师"),
  yesOrNo("情节严重", "市医疗保障局"),
  {
    field: field("类别", KIND),
    values: KIND.values.map(choice),
    atoms: [
      fc.subarray([...KIND.values], { minLength: 1, maxLength: 2 }).map((values): Condition => ({
        kind: "oneOf",
        left: fact("类别", KIND),
        values: values.map(choice),
        origin: origin(values.join("、")),
      })),
    ],
  },
  {
    field: field("等级", GRADE),
    values: GRADE.values.map(choice),
    atoms: [
      fc
        .tuple(fc.constantFrom(...OPERATORS), fc.constantFrom(...GRADE.ascending!))
        .map(([operator, grade]): Condition => ({
          kind: "compareOrder",
          operator,
          word: operator,
          left: fact("等级", GRADE),
          right: literal(choice(grade), GRADE),
          enumeration: GRADE,
          origin: origin(`等级${operator}${grade}`),
        })),
    ],
  },
  {
    field: field("业务量", COUNT),
    values: [9, 10, 15, 20, 21].map(number),
    atoms: [compared(volume, counts)],
  },
  {
    field: field("业务量", COUNT),
    values: AROUND.map(number),
    atoms: [compared(volume, [...counts, usedParameter("业务量标准", COUNT)])],
    parameter: { declared: standard, values: AROUND.map(number) },
  },
  {
    field: field("复核日期", DATE),
    values: [19_999, 20_000, 20_050, 20_100, 20_101].map(date),
    atoms: [
      compared(
        fact("复核日期", DATE),
        DAYS.map((day) => literal(date(day), DATE)),
      ),
    ],
  },
  {
    field: field("有药师", BOOLEAN),
    values: BOTH,
    atoms: [
      fc.constant(holding(fact("有药师", BOOLEAN))),
      fc.constant(holding(usedParameter("从严", BOOLEAN))),
    ],
    parameter: { declared: parameter("从严", { type: BOOLEAN }), values: BOTH },
  },
];

/** So many worlds at most are looked at for one program. */
const MOST_WORLDS = 1500;

const sizeOf = ({ values, parameter: open }: Subject): number =>
  (values.length + 1) * ((open?.values.length ?? 0) + 1);

const arbitrarySubjects: fc.Arbitrary<readonly Subject[]> = fc
  .shuffledSubarray([...SUBJECTS], { minLength: 2, maxLength: 5 })
  .map((drawn) => {
    const kept: Subject[] = [];
    let worlds = 1;
    for (const subject of drawn) {
      if (kept.some((each) => each.field.name === subject.field.name)) continue;
      if (worlds * sizeOf(subject) > MOST_WORLDS) continue;
      worlds *= sizeOf(subject);
      kept.push(subject);
    }
    return kept;
  });

const arbitraryCondition = (atoms: Atoms, depth: number): fc.Arbitrary<Condition> => {
  const atom = fc.oneof(...atoms);
  if (depth === 0) return atom;
  const inner = arbitraryCondition(atoms, depth - 1);
  const several = fc.array(inner, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: atom },
    { weight: 2, arbitrary: several.map((operands) => every(...operands)) },
    { weight: 2, arbitrary: several.map((operands) => some(...operands)) },
    { weight: 1, arbitrary: inner.map(negated) },
    {
      weight: 1,
      arbitrary: fc.tuple(several, fc.integer({ min: 1, max: 2 })).map(([operands, count]): Condition => ({
        kind: "atLeast",
        count,
        operands,
        origin: origin(`至少${count}项`),
      })),
    },
  );
};

/** One in six items stands under the second reading of the words. */
const arbitraryItems = (
  atoms: Atoms,
  least: number,
  elsewhere: "absent" | "waived",
): fc.Arbitrary<readonly Condition[]> =>
  fc
    .array(fc.tuple(arbitraryCondition(atoms, 1), fc.constantFrom(true, false, false, false, false, false)), {
      minLength: least,
      maxLength: 4,
    })
    .map((drawn) =>
      drawn.map(([condition, isGuarded], index) => {
        const place: Origin = { ...condition.origin, item: `（${"一二三四"[index]!}）` };
        const marked = { ...condition, origin: place };
        if (!isGuarded) return marked;
        const guard: Condition = { kind: "reading", reading: "等情况", option: 2, origin: place };
        return elsewhere === "absent"
          ? { ...every(guard, marked), origin: place }
          : { ...some({ ...negated(guard), origin: place }, marked), origin: place };
      }),
    );

/** Now and then the first two items are bands that meet at one limit. */
const withBands = (items: readonly Condition[], band: Condition, other: Condition): readonly Condition[] => {
  if (band.kind !== "compare" && band.kind !== "compareOrder") return items;
  const met: Condition = { ...band, operator: ACROSS[band.operator] };
  const placed = (condition: Condition, index: number): Condition => ({
    ...condition,
    origin: { ...condition.origin, item: `（${"一二三四"[index]!}）` },
  });
  return [placed(band, 0), placed(every(met, other), 1), ...items.slice(2)];
};

const ACROSS = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" } as const;

const CLASSES = enumeration("类别", ["甲类", "乙类", "丙类"]);

const arbitraryClassification = (atoms: Atoms): fc.Arbitrary<Classification> =>
  fc
    .record({
      items: fc
        .tuple(
          arbitraryItems(atoms, 2, "absent"),
          fc.option(fc.tuple(fc.oneof(...atoms), fc.oneof(...atoms)), { freq: 2 }),
        )
        .map(([items, bands]) => (bands === null ? items : withBands(items, bands[0], bands[1]))),
      values: fc.array(fc.constantFrom(...CLASSES.values), { minLength: 4, maxLength: 4 }),
      otherwise: fc.constantFrom(null, null, "丙类"),
    })
    .map(({ items, values, otherwise }) => ({
      kind: "classification",
      id: "类别认定",
      name: "类别认定",
      object: SHOP,
      origin: origin("类别认定"),
      subject: always,
      items: items.map((condition, index) => ({
        condition,
        value: choice(values[index]!),
        origin: condition.origin,
      })),
      otherwise: otherwise === null ? null : { value: choice(otherwise), origin: origin("其他的") },
      type: CLASSES,
    }));

/** One of the items suffices, or now and then two of them are needed. */
const arbitraryList = (items: fc.Arbitrary<readonly Condition[]>): fc.Arbitrary<Condition> =>
  fc
    .tuple(items, fc.constantFrom("any", "any", "atLeast"))
    .map(([operands, kind]) => (kind === "any" || operands.length < 3 ? some(...operands) : twoOf(operands)));

const twoOf = (operands: readonly Condition[]): Condition => ({
  kind: "atLeast",
  count: 2,
  operands,
  origin: origin("至少2项"),
});

/** Half of the exceptions have a list; its markers are not those of the rules. */
const arbitraryExcepted = (atoms: Atoms): fc.Arbitrary<Condition> =>
  fc.oneof(
    arbitraryCondition(atoms, 1),
    arbitraryList(
      arbitraryItems(atoms, 2, "absent").map((items) =>
        items.map((item, index) => ({ ...item, origin: { ...item.origin, item: `${index + 1}．` } })),
      ),
    ),
  );

const arbitraryMeasure = (atoms: Atoms, id: string, force: "must" | "mustNot"): fc.Arbitrary<MeasureRule> =>
  fc
    .record({
      subject: fc.oneof(
        { weight: 3, arbitrary: fc.constant(always) },
        { weight: 1, arbitrary: arbitraryCondition(atoms, 0) },
      ),
      list: arbitraryList(arbitraryItems(atoms, 2, "absent")),
      beside: fc.option(arbitraryCondition(atoms, 0), { freq: 3 }),
      isExcepted: fc.boolean(),
    })
    .map(({ subject, list, beside, isExcepted }) =>
      measure(id, SHOP, beside === null ? list : every(beside, list), {
        subject,
        orders: [
          {
            modality: modality(force, false, force === "must" ? "应当" : "不得"),
            measure: "限期整改",
            origin: origin("限期整改"),
          },
        ],
        exceptions: isExcepted ? ["例外"] : [],
      }),
    );

const arbitraryDivisionOf = ([first, second]: readonly Subject[]): fc.Arbitrary<Division | null> =>
  first === undefined || second === undefined
    ? fc.constant(null)
    : arbitraryDivision(fc.oneof(...first.atoms), fc.oneof(...second.atoms));

const arbitraryRequirement = (atoms: Atoms): fc.Arbitrary<RequirementRule> =>
  arbitraryItems(atoms, 2, "waived").map((items) => requirement("要求", SHOP, every(...items)));

/** The same said otherwise, a little changed, or something else. */
const arbitraryChange = (rule: MeasureRule, atoms: Atoms): fc.Arbitrary<MeasureRule> => {
  const list = rule.base.kind === "any" ? rule.base : null;
  const operands = list?.operands ?? [rule.base];
  const rebuilt = (items: readonly Condition[]): MeasureRule => ({ ...rule, base: some(...items) });
  return fc.oneof(
    fc.constant(rebuilt(operands.map((each) => negated(negated(each))).toReversed())),
    fc.constant(rebuilt([...operands, every(...operands)])),
    fc.nat(operands.length - 1).map((index) => rebuilt(operands.toSpliced(index, 1))),
    arbitraryCondition(atoms, 1).map((more) => rebuilt([...operands, more])),
    arbitraryCondition(atoms, 0).map((more) => ({ ...rule, base: every(rule.base, more) })),
    arbitraryMeasure(atoms, rule.id, "must"),
  );
};

export const arbitrarySmallProgram: fc.Arbitrary<SmallProgram> = arbitrarySubjects.chain((subjects) => {
  const atoms = subjects.flatMap((subject) => subject.atoms);
  return fc
    .record({
      classification: arbitraryClassification(atoms),
      first: arbitraryMeasure(atoms, "措施甲", "must"),
      second: arbitraryMeasure(atoms, "措施乙", "mustNot"),
      required: arbitraryRequirement(atoms),
      excepted: arbitraryExcepted(atoms),
      division: arbitraryDivisionOf(subjects),
    })
    .chain(({ classification, first, second, required, excepted, division }) =>
      arbitraryChange(first, atoms).map((other): SmallProgram => {
        const open = subjects.flatMap(({ parameter: each }) => each ?? []);
        const built = (rule: MeasureRule): Program =>
          program({
            objects: [
              object(
                SHOP,
                subjects.map((subject) => subject.field),
              ),
            ],
            decisions: [classification, rule, second, required, ...(division?.rules ?? [])],
            parameters: open.map(({ declared }) => declared),
            readings: [reading("等情况", 1)],
            exceptions: [exception("例外", SHOP, excepted)],
          });
        return {
          program: built(first),
          changed: built(other),
          fields: subjects.map((subject) => ({ name: subject.field.name, values: subject.values })),
          parameters: open.map(({ declared, values }) => ({ name: declared.name, values })),
          division,
        };
      }),
    );
});
