import type { Classification, Condition, Decision, Program, Property } from "../../../compiler/model/ir.ts";
import type { World } from "../../../compiler/model/facts.ts";
import type { Value } from "../../../compiler/model/value.ts";
import {
  always,
  BOOLEAN,
  choice,
  compareTerms,
  enumeration,
  every,
  exception,
  field,
  holds,
  literal,
  measure,
  modality,
  negated,
  NUMBER,
  number,
  object,
  origin,
  program,
  read,
  record,
  requirement,
  self,
  some,
  truth,
  variable,
} from "../../support/program-builder.ts";

const SHOP = "机构";
const COUNT = { ...NUMBER, dimension: "count", unit: "笔", integer: true, scale: 0 } as const;
const GRADE = enumeration("等级", ["一级", "二级", "未定级"], ["一级", "二级"]);
const CLASS = enumeration("类别", ["甲", "乙", "丙"], ["丙", "乙", "甲"]);
const MOST = 4;

type Chance = (bound: number) => number;

/** A small program with one 性质 of a random kind; its facts are few enough to be gone through. */
export const randomLaw = (chance: Chance): Program => {
  const pick = <Item>(items: readonly Item[]): Item => items[chance(items.length)]!;
  const atom = (of = self(SHOP)): Condition => {
    const volume = read(of, "业务量", COUNT);
    switch (chance(5)) {
      case 0:
        return holds(of, "公立");
      case 1:
        return holds(of, "单体");
      case 2:
        return {
          kind: "compareOrder",
          operator: pick(["<", "<=", ">", ">=", "="] as const),
          word: "",
          left: read(of, "等级", GRADE),
          right: literal(choice(pick(["一级", "二级"])), GRADE),
          enumeration: GRADE,
          origin: origin("等级"),
        };
      default:
        return compareTerms(
          volume,
          pick(["<", "<=", ">", ">=", "="] as const),
          literal(number(chance(MOST)), COUNT),
        );
    }
  };
  const others = (): Condition => ({
    kind: "exists",
    quantifier: pick(["atLeast", "atMost"] as const),
    count: literal(number(1)),
    candidates: {
      object: SHOP,
      variable: 1,
      scope: { kind: "everywhere" },
      where: atom(variable(SHOP, 1)),
      except: chance(2) === 0 ? self(SHOP) : null,
      origin: origin("有"),
    },
    origin: origin("有"),
  });
  const condition = (depth = 2): Condition => {
    const inner = (): Condition => condition(depth - 1);
    if (depth === 0) return chance(10) === 0 ? others() : atom();
    switch (chance(4)) {
      case 0:
        return every(inner(), inner());
      case 1:
        return some(inner(), inner());
      case 2:
        return negated(inner());
      default:
        return atom();
    }
  };
  const exceptions = [exception("例外", SHOP, condition(1))];
  const rule = (id: string): Decision =>
    chance(2) === 0
      ? measure(id, SHOP, condition(), {
          subject: chance(3) === 0 ? atom() : always,
          exceptions: chance(2) === 0 ? ["例外"] : [],
          orders: [
            {
              modality: modality(pick(["must", "mustNot", "may"] as const)),
              measure: "整改",
              origin: origin(id),
            },
          ],
        })
      : requirement(id, SHOP, condition(), { applicability: chance(2) === 0 ? atom() : always });
  const list: Classification = {
    kind: "classification",
    id: "认定",
    name: "认定",
    object: SHOP,
    origin: origin("认定"),
    subject: chance(3) === 0 ? atom() : always,
    items: Array.from({ length: 2 + chance(2) }, (_, index) => ({
      condition: chance(3) === 0 ? negated(atom()) : condition(1),
      value: choice(pick(["甲", "乙", "丙"])),
      origin: origin(`（${index + 1}）`),
    })),
    otherwise: chance(3) === 0 ? { value: choice("丙"), origin: origin("其他的") } : null,
    type: CLASS,
  };
  const decisions = [rule("规则一"), rule("规则二"), list];
  return {
    ...program({
      objects: [
        object(SHOP, [
          field("业务量", COUNT),
          field("公立", BOOLEAN),
          field("单体", BOOLEAN),
          field("等级", GRADE),
        ]),
      ],
      decisions,
      exceptions,
    }),
    properties: [lawOf(chance, decisions, () => condition(1))],
  };
};

const lawOf = (chance: Chance, decisions: readonly Decision[], condition: () => Condition): Property => {
  const pick = <Item>(items: readonly Item[]): Item => items[chance(items.length)]!;
  const base = { name: "性质", origin: origin("性质"), knownFailure: null };
  switch (chance(5)) {
    case 0:
      return { ...base, kind: "noConflict", decision: pick(decisions).name };
    case 1:
      return { ...base, kind: "noGap", decision: "认定" };
    case 2:
      return { ...base, kind: "notWiderThan", decision: "规则一", than: "规则二" };
    case 3:
      return {
        ...base,
        kind: "monotone",
        decision: pick(decisions).name,
        field: pick(["业务量", "等级"]),
        direction: pick(["increasing", "decreasing"] as const),
      };
    default: {
      const decision = pick(decisions);
      const isClass = decision.kind === "classification";
      const status = decision.kind === "requirement" ? "符合" : "成立";
      return {
        ...base,
        kind: "forAll",
        object: SHOP,
        condition: condition(),
        decision: decision.name,
        status: isClass ? null : status,
        value: isClass ? choice(pick(["甲", "乙", "丙"])) : null,
        negated: chance(2) === 0,
      };
    }
  }
};

/** Every world of one record, and some of two. */
export const worldsOf = (chance: Chance): readonly World[] => {
  const options: readonly (readonly [string, readonly (Value | null)[]])[] = [
    ["业务量", [null, ...Array.from({ length: MOST + 1 }, (_, count) => number(count))]],
    ["公立", [null, truth(true), truth(false)]],
    ["单体", [null, truth(true), truth(false)]],
    ["等级", [null, choice("一级"), choice("二级"), choice("未定级")]],
  ];
  let facts: readonly Readonly<Record<string, Value>>[] = [{}];
  for (const [name, values] of options)
    facts = facts.flatMap((each) =>
      values.map((value) => (value === null ? each : { ...each, [name]: value })),
    );
  const single = facts.map((each): World => ({ records: [record(SHOP, "甲", each)] }));
  const pairs = Array.from({ length: 150 }, (): World => ({
    records: ["甲", "乙"].map((id) => record(SHOP, id, facts[chance(facts.length)]!)),
  }));
  return [...single, ...pairs];
};
