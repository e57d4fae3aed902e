import * as fc from "fast-check";
import type { SmallWorld } from "../../compiler/evaluate/small-world.ts";
import type {
  Classification,
  Condition,
  Decision,
  Definition,
  ExceptionClause,
  Indicator,
  Modality,
  Order,
  Origin,
  Program,
  Ranking,
  Reading,
  Term,
} from "../../compiler/model/ir.ts";
import type { EnumerationType, Type } from "../../compiler/model/type.ts";
import type { Day } from "../../compiler/model/value.ts";
import { MODAL_WORDS } from "../../language/index.ts";
import {
  always,
  DATE,
  enumeration,
  exception,
  measure,
  origin,
  policy,
  program,
  reading,
  requirement,
} from "../support/program-builder.ts";
import { around, type Around } from "./around.ts";
import { arbitraryCondition, classValue } from "./condition.ts";
import { arbitraryReferenceDay } from "./day.ts";
import { arbitraryParameters } from "./parameters.ts";
import { CITY, DISTRICT, MONEY, SHARE, schema, SHOP } from "./schema.ts";
import { arbitraryDate, arbitraryNumber, NUMBER_TYPES, readable } from "./term.ts";
import { IDS } from "./value.ts";
import { arbitraryWorld } from "./world.ts";

/** A random program, a random register and a day: what every engine must agree on. */
export interface Scenario {
  readonly program: Program;
  readonly world: SmallWorld;
  readonly at: Day;
  /** Options taken instead of the adopted ones. */
  readonly readings: ReadonlyMap<string, number>;
}

/** `missing` of 10 facts are unknown; with a `size` the register has exactly so many records, else a few. */
export const arbitraryScenario = (missing = 2, size: number | null = null): fc.Arbitrary<Scenario> =>
  fc.record({
    program: arbitraryProgram(),
    world: arbitraryWorld(missing, size),
    at: arbitraryReferenceDay,
    readings: fc
      .constantFrom<readonly (readonly [string, number])[]>([], [], [], [["等情况", 2]], [["其他", 1]])
      .map((taken) => new Map(taken)),
  });

const CLASSES: EnumerationType = enumeration("管理类别", ["A类", "B类", "C类"]);
const DISTRICT_CLASSES: EnumerationType = enumeration("县区类别", ["重点", "一般"]);

const defined = [
  { id: "重点机构", object: SHOP },
  { id: "重点县区", object: DISTRICT },
];
const indicated = [
  { id: "医保规模", object: SHOP, type: MONEY },
  { id: "支付占比", object: SHOP, type: SHARE },
  { id: "最近日期", object: SHOP, type: DATE },
  { id: "县区规模", object: DISTRICT, type: MONEY },
];
const beforeRanking = { definitions: defined, indicators: indicated };
const beforeClasses = {
  ...beforeRanking,
  rankings: [
    { id: "业务量排名", object: SHOP },
    { id: "县区排名", object: DISTRICT },
  ],
};
const everything = {
  ...beforeClasses,
  classifications: [
    { id: "管理类别", object: SHOP, type: CLASSES },
    { id: "县区类别", object: DISTRICT, type: DISTRICT_CLASSES },
  ],
};

/** A program with decisions of every kind; later ones may use earlier ones. */
export const arbitraryProgram = (): fc.Arbitrary<Program> =>
  fc
    .record({
      definition: arbitraryCondition(around(SHOP), 1),
      districtDefinition: arbitraryCondition(around(DISTRICT), 1),
      size: arbitraryNumber(around(SHOP, { definitions: defined }), 2, MONEY),
      share: arbitraryNumber(around(SHOP, { definitions: defined }), 2, SHARE),
      latest: arbitraryDate(around(SHOP, { definitions: defined }), 1),
      districtSize: arbitraryNumber(around(DISTRICT, { definitions: defined }), 2, MONEY),
      ranking: arbitraryRanking("业务量排名", around(SHOP, beforeRanking), [
        "所在县区",
        "所在县区",
        "上级机构",
        null,
      ]),
      districtRanking: arbitraryRanking("县区排名", around(DISTRICT, beforeRanking), ["所属城市", null]),
      classification: arbitraryClassification("管理类别", around(SHOP, beforeClasses), CLASSES),
      districtClassification: arbitraryClassification(
        "县区类别",
        around(DISTRICT, beforeClasses),
        DISTRICT_CLASSES,
      ),
      measures: fc.array(arbitraryMeasure(around(SHOP, everything)), { minLength: 1, maxLength: 3 }),
      requirement: arbitraryRequirement(around(SHOP, everything)),
      districtRequirement: arbitraryRequirement(around(DISTRICT, everything)),
      cityMeasure: arbitraryMeasure(around(CITY, everything)),
      exceptions: fc.tuple(
        arbitraryCondition(around(SHOP, everything), 1),
        arbitraryCondition(around(SHOP, everything), 1),
        arbitraryCondition(around(DISTRICT, everything), 0),
      ),
      readings: fc.tuple(arbitraryReading("等情况", [null, null]), arbitraryReading("其他", [null, 1.3])),
      parameters: arbitraryParameters(IDS[DISTRICT]!),
      basis: fc.boolean(),
    })
    .map((parts) => {
      const [first, second, ofDistrict] = parts.exceptions;
      const exceptions: readonly ExceptionClause[] = [
        { ...exception("例外甲", SHOP, first), origin: withBasis("例外甲", 7) },
        exception("例外乙", SHOP, second),
        exception("县区例外", DISTRICT, ofDistrict),
      ];
      const decisions: readonly Decision[] = [
        definition("重点机构", SHOP, parts.definition),
        definition("重点县区", DISTRICT, parts.districtDefinition),
        indicator("医保规模", SHOP, parts.size),
        indicator("支付占比", SHOP, parts.share),
        indicator("最近日期", SHOP, parts.latest),
        indicator("县区规模", DISTRICT, parts.districtSize),
        parts.ranking,
        parts.districtRanking,
        parts.classification,
        parts.districtClassification,
        ...parts.measures.map((rule, index) => measure(`措施规则${index + 1}`, SHOP, rule.base, rule)),
        requirement("条件规则", SHOP, parts.requirement.requirement, parts.requirement),
        requirement("县区规则", DISTRICT, parts.districtRequirement.requirement, {
          ...parts.districtRequirement,
          exceptions: parts.districtRequirement.exceptions.length > 0 ? ["县区例外", "例外甲"] : [],
        }),
        measure("城市规则", CITY, parts.cityMeasure.base, { ...parts.cityMeasure, exceptions: [] }),
      ];
      return program(
        {
          objects: schema,
          parameters: parts.parameters,
          readings: parts.readings,
          exceptions,
          decisions: parts.basis
            ? decisions.map((decision, index) => ({ ...decision, origin: withBasis(decision.id, index) }))
            : decisions,
        },
        { policy: policy() },
      );
    });

const withBasis = (words: string, index: number): Origin =>
  origin(words, {
    provision: "1",
    basis: [
      {
        path: "1",
        label: "第一条",
        quote: `第${index}处`,
        span: { start: 200 + 5 * index, end: 203 + 5 * index },
      },
    ],
  });

const definition = (id: string, object: string, condition: Condition): Definition => ({
  kind: "definition",
  id,
  name: id,
  object,
  origin: origin(id),
  condition,
});

const indicator = (id: string, object: string, value: Term): Indicator => ({
  kind: "indicator",
  id,
  name: id,
  object,
  origin: origin(id),
  value,
});

/** What every decision has, as parts of a record of arbitraries. */
const named = <Kind extends Decision["kind"]>(kind: Kind, name: string, object: string) => ({
  kind: fc.constant(kind),
  id: fc.constant(name),
  name: fc.constant(name),
  object: fc.constant(object),
  origin: fc.constant(origin(name)),
});

const arbitraryRanking = (
  name: string,
  scope: Around,
  groups: readonly (string | null)[],
): fc.Arbitrary<Ranking> => {
  const ranked = ({ kind, ...type }: Type): boolean =>
    kind === "date" ||
    kind === "number" ||
    (kind === "enumeration" && "ascending" in type && type.ascending !== null);
  const own = { ...scope, variables: scope.variables.slice(0, 1) };
  return fc.record({
    members: fc.oneof(fc.constant(always), arbitraryCondition(scope, 0)),
    group: fc.constantFrom(...groups),
    keys: fc.array(
      fc.record({
        term: fc.oneof(
          { weight: 5, arbitrary: readable(own, ranked)! },
          {
            weight: 1,
            arbitrary: fc.constantFrom(...NUMBER_TYPES).chain((type) => arbitraryNumber(own, 1, type)),
          },
        ),
        descending: fc.boolean(),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    ties: fc.constantFrom("shared", "lot", "discretion"),
    shareRounding: fc.constantFrom("halfUp", "down", "up", null),
    ...named("ranking", name, scope.variables[0]!.object),
  });
};

const arbitraryClassification = (
  name: string,
  scope: Around,
  type: EnumerationType,
): fc.Arbitrary<Classification> =>
  fc
    .record({
      items: fc.array(
        fc.record({
          condition: arbitraryCondition(scope, 1),
          value: fc.constantFrom(...type.values).map(classValue),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      otherwise: fc.option(
        fc.constant({ value: classValue(type.values.at(-1)!), origin: origin("其他的", { item: "（四）" }) }),
      ),
      subject: subjectOf(scope),
      type: fc.constant(type),
      ...named("classification", name, scope.variables[0]!.object),
    })
    .map((parts) => ({
      ...parts,
      items: parts.items.map((each, index) => ({
        ...each,
        origin: origin("认定条件", { item: `（${"一二三"[index]!}）` }),
      })),
    }));

const arbitraryMeasure = (scope: Around) =>
  fc.record({
    subject: subjectOf(scope),
    base: arbitraryCondition(scope, 2),
    orders: fc.array(
      fc
        .tuple(arbitraryModality, fc.constantFrom("纳入", "退出"))
        .map(([modality, name]): Order => ({ modality, measure: name, origin: origin(name) })),
      { minLength: 1, maxLength: 2 },
    ),
    exceptions: fc.subarray(["例外甲", "例外乙"]),
  });

const arbitraryRequirement = (scope: Around) =>
  fc.record({
    subject: subjectOf(scope),
    applicability: subjectOf(scope),
    requirement: arbitraryCondition(scope, 2),
    modality: arbitraryModality,
    exceptions: fc.subarray(["例外甲", "例外乙"]),
  });

/** Walks of a detour factor are settled by the straight line. */
const arbitraryReading = (
  name: string,
  factors: readonly [number | null, number | null],
): fc.Arbitrary<Reading> =>
  fc.constantFrom(1, 2, null).map((adopted) =>
    reading(name, adopted, {
      options: [
        { number: 1, text: "列举已尽", detourFactor: factors[0] },
        { number: 2, text: "未尽列举", detourFactor: factors[1] },
      ],
      status: adopted === 1 ? "confirmed" : "provisional",
    }),
  );

const subjectOf = (scope: Around): fc.Arbitrary<Condition> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(always) },
    { weight: 2, arbitrary: arbitraryCondition(scope, 0) },
  );

const arbitraryModality: fc.Arbitrary<Modality> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...Object.entries(MODAL_WORDS)), fc.boolean())
    .map(([[word, force], inPrinciple]) => ({
      force,
      inPrinciple,
      word: inPrinciple ? `原则上${word}` : word,
    })),
  fc
    .boolean()
    .map((inPrinciple) => ({ force: "stated" as const, inPrinciple, word: inPrinciple ? "原则上" : "" })),
);
