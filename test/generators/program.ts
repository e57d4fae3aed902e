import * as fc from "fast-check";
import type { SmallWorld } from "../../compiler/evaluate/small-world.ts";
import type {
  Classification,
  Decision,
  Definition,
  ExceptionClause,
  Indicator,
  Modality,
  Program,
  Ranking,
} from "../../compiler/model/ir.ts";
import type { Day } from "../../compiler/model/value.ts";
import {
  always,
  enumeration,
  exception,
  measure,
  origin,
  parameter,
  program,
  read,
  reading,
  requirement,
  self,
} from "../support/program-builder.ts";
import { arbitraryCondition, arbitraryNumber, around, classValue } from "./condition.ts";
import { COUNT, DISTRICT, MONEY, schema, SHOP } from "./schema.ts";
import { arbitraryWorld, TODAY } from "./world.ts";

/** A random program, a random register and a day: what every engine must agree on. */
export interface Scenario {
  readonly program: Program;
  readonly world: SmallWorld;
  readonly at: Day;
}

export const arbitraryScenario = (missing = 2): fc.Arbitrary<Scenario> =>
  fc.record({
    program: arbitraryProgram(),
    world: arbitraryWorld(missing),
    at: fc.integer({ min: TODAY - 5, max: TODAY + 5 }),
  });

/** A program with a decision of every kind; later ones may use earlier ones. */
export const arbitraryProgram = (): fc.Arbitrary<Program> =>
  fc
    .record({
      definition: arbitraryCondition(around(SHOP), 1),
      indicator: arbitraryNumber(around(SHOP, { definitions: ["重点机构"] }), 2),
      ranking: arbitraryRanking,
      classification: arbitraryClassification,
      measures: fc.array(
        fc.record({
          subject: subjectOf,
          base: arbitraryCondition(everything, 2),
          modality: arbitraryModality,
          excepted: fc.boolean(),
        }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      requirement: fc.record({
        applicability: arbitraryCondition(everything, 1),
        requirement: arbitraryCondition(everything, 2),
        excepted: fc.boolean(),
      }),
      ofDistrict: arbitraryCondition(around(DISTRICT), 2),
      exception: arbitraryCondition(everything, 1),
      adopted: fc.constantFrom(1, 2, null),
    })
    .map((parts) => {
      const excepted: ExceptionClause = exception("例外甲", SHOP, parts.exception);
      const decisions: readonly Decision[] = [
        definition("重点机构", parts.definition),
        indicator("医保规模", parts.indicator),
        parts.ranking,
        parts.classification,
        ...parts.measures.map((rule, index) =>
          measure(`措施规则${index + 1}`, SHOP, rule.base, {
            subject: rule.subject,
            orders: [{ modality: rule.modality, measure: "纳入", origin: origin("纳入") }],
            exceptions: rule.excepted ? [excepted.id] : [],
          }),
        ),
        requirement("条件规则", SHOP, parts.requirement.requirement, {
          applicability: parts.requirement.applicability,
          exceptions: parts.requirement.excepted ? [excepted.id] : [],
        }),
        requirement("县区规则", DISTRICT, parts.ofDistrict),
      ];
      return program({
        objects: schema,
        parameters: [parameter("业务量标准", { type: COUNT })],
        readings: [reading("等情况", parts.adopted)],
        exceptions: [excepted],
        decisions,
      });
    });

const definition = (id: string, condition: Definition["condition"]): Definition => ({
  kind: "definition",
  id,
  name: id,
  object: SHOP,
  origin: origin(id),
  condition,
});

const indicator = (id: string, value: Indicator["value"]): Indicator => ({
  kind: "indicator",
  id,
  name: id,
  object: SHOP,
  origin: origin(id),
  value,
});

const beforeRanking = around(SHOP, { definitions: ["重点机构"], indicators: ["医保规模"] });

/** What every decision of institutions has, as parts of a record of arbitraries. */
const named = <Kind extends Decision["kind"]>(kind: Kind, name: string) => ({
  kind: fc.constant(kind),
  id: fc.constant(name),
  name: fc.constant(name),
  object: fc.constant(SHOP),
  origin: fc.constant(origin(name)),
});

const arbitraryRanking: fc.Arbitrary<Ranking> = fc.record({
  members: fc.oneof(fc.constant(always), arbitraryCondition(beforeRanking, 0)),
  group: fc.constantFrom("所在县区", null),
  keys: fc.subarray(
    [
      { term: read(self(SHOP), "业务量", COUNT), descending: true },
      { term: read(self(SHOP), "基金支出", MONEY), descending: false },
    ],
    { minLength: 1 },
  ),
  ties: fc.constantFrom("shared", "lot", "discretion"),
  shareRounding: fc.constantFrom("halfUp", "down", "up", null),
  ...named("ranking", "业务量排名"),
});

const CLASSES = enumeration("管理类别", ["A类", "B类", "C类"]);

const arbitraryClassification: fc.Arbitrary<Classification> = fc.record({
  items: fc.array(
    fc.record({
      condition: arbitraryCondition({ ...beforeRanking, rankings: ["业务量排名"] }, 1),
      value: fc.constantFrom(...CLASSES.values).map(classValue),
      origin: fc.constant(origin("认定条件", { item: "（一）" })),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  otherwise: fc.option(fc.constant({ value: classValue("C类"), origin: origin("其他的") })),
  subject: fc.constant(always),
  type: fc.constant(CLASSES),
  ...named("classification", "管理类别"),
});

const everything = { ...beforeRanking, rankings: ["业务量排名"], classifications: ["管理类别"] };

const subjectOf = fc.oneof(fc.constant(always), arbitraryCondition(around(SHOP), 0));

const arbitraryModality: fc.Arbitrary<Modality> = fc.record({
  force: fc.constantFrom("stated", "must", "mustNot", "may", "encourage"),
  inPrinciple: fc.boolean(),
  word: fc.constant(""),
});
