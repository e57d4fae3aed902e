import type { Condition, Decision, Origin, Program } from "../../model/ir.ts";
import { printDecided } from "../../evaluate/index.ts";
import { limitKey, limitsOf, readIn } from "./bands.ts";
import { allOf, conjuncts, exceptionsOf, notThat } from "./conditions.ts";
import { itemOf } from "./finding.ts";
import { contentOf } from "./generalise.ts";
import type { ItemList } from "./item-list.ts";
import { grouped } from "./rule-pairs.ts";
import { decidedBy, outcomeOf } from "./rule-outcomes.ts";
import type { Norm } from "./unprovided-situations.ts";

/** One band: an item of a list, or a rule among others of its article. */
export interface Side {
  readonly rule: Decision;
  readonly origin: Origin;
  /** Where the band is written. */
  readonly condition: Condition;
  /** What else has to hold for the band to be asked. */
  readonly around: readonly Condition[];
  /** True where what the band says comes about. */
  readonly reached: Condition;
  /** 规则条件（一）“…” of the rule; null where the band is the rule. */
  readonly item: string | null;
  /** The class that it gives, or what it orders; null where it is one of 情形之一, of which several may hold. */
  readonly says: string | null;
}

export const sidesOfList = ({ rule, mode, items, around }: ItemList): readonly Side[] =>
  mode !== "class" && mode !== "any"
    ? []
    : items.map(({ condition, origin, value }): Side => ({
        rule,
        origin,
        condition,
        around,
        reached: condition,
        item: itemOf(condition, origin),
        says: value === null || rule.kind !== "classification" ? null : printDecided(value, rule),
      }));

export const sideOfRule = (program: Program, rule: Norm): Side => {
  const condition = rule.kind === "measure" ? rule.base : rule.applicability;
  const without = exceptionsOf(program, rule).map(notThat);
  return {
    rule,
    origin: rule.origin,
    condition,
    around: [rule.subject],
    reached: allOf(rule.origin, [rule.subject, condition, ...without]),
    item: null,
    says: outcomeOf(rule),
  };
};

/** Rules about one kind of record under one provision, and those that decide about one thing wherever they stand. */
export const asNeighbours = (rules: readonly Decision[]): readonly (readonly Norm[])[] => {
  const entries = normsOf(rules).flatMap((rule) => [
    ...(rule.origin.provision === null ? [] : [{ rule, where: [rule.origin.file, rule.origin.provision] }]),
    ...[...new Set(decidedBy(rule))].map((thing) => ({ rule, where: [thing] })),
  ]);
  return grouped(entries, ({ rule, where }) => JSON.stringify([rule.object, ...where]))
    .map((group) => group.map(({ rule }) => rule))
    .filter(({ length }) => length > 1);
};

const normsOf = (rules: readonly Decision[]): readonly Norm[] =>
  rules.flatMap((rule) => (rule.kind === "measure" || rule.kind === "requirement" ? [rule] : []));

/** Two bands that meet at one limit with unlike outcomes, wherever they stand, and all that read what is bounded. */
export interface FarMeeting {
  readonly first: Side;
  readonly second: Side;
  readonly sides: readonly Side[];
}

/** Each band with one that begins where it ends: that one mended, the next shows. */
export const meetingsAnywhere = (program: Program, rules: readonly Decision[]): readonly FarMeeting[] => {
  const sides = normsOf(rules).map((rule) => sideOfRule(program, rule));
  const ends = sides.flatMap((side) => limitsOf(side.condition).map((limit) => ({ side, limit })));
  const met = grouped(ends, ({ side, limit }) =>
    JSON.stringify([
      side.rule.object,
      limit.inclusive,
      limitKey(limit.condition),
      // Bands on unlike records do not lie beside each other.
      [...side.around.flatMap(conjuncts), ...limit.rest].map(contentOf).toSorted(),
    ]),
  );
  const reading = sidesByFact(sides);
  return met.flatMap((group) => {
    const taken = new Set<Side>();
    return group.flatMap(({ side: first, limit }): readonly FarMeeting[] => {
      if (limit.side !== "upper") return [];
      const second = group.find(
        (each) => each.limit.side === "lower" && each.side.says !== first.says && !taken.has(each.side),
      )?.side;
      if (second === undefined || second.rule === first.rule) return [];
      taken.add(second);
      const facts = [...readIn(limit.condition)];
      const beside = new Set(facts.flatMap((fact) => reading.get(fact) ?? []));
      const ofObject = [...beside].filter(({ rule }) => rule.object === first.rule.object);
      return [{ first, second, sides: ofObject }];
    });
  });
};

const sidesByFact = (sides: readonly Side[]): ReadonlyMap<string, readonly Side[]> => {
  const found = new Map<string, Side[]>();
  for (const side of sides)
    for (const fact of readIn(side.reached)) {
      const known = found.get(fact);
      if (known === undefined) found.set(fact, [side]);
      else known.push(side);
    }
  return found;
};
