import type { Condition, Program } from "../../model/ir.ts";
import { readIn } from "./bands.ts";
import { inTextOrder } from "./conditions.ts";
import { contentOf } from "./generalise.ts";
import { articleOf } from "./rule-article.ts";
import { askedOfEach, type AskedRule } from "./rule-axes.ts";
import { grouped } from "./rule-pairs.ts";
import type { Norm } from "./unprovided-situations.ts";

/** Rules that ask of the same things, so that together they can be read as a table. */
export interface RuleTable {
  readonly rules: readonly AskedRule[];
  /** Asked alike by all of them. */
  readonly scope: readonly Condition[];
  /** Asked in different ways: the columns of the table. */
  readonly divided: readonly string[];
}

/** Rules of one article, or on one measure, or that set a standard for the same facts. */
export interface Neighbours {
  readonly rules: readonly Norm[];
  /** Whether they decide on the same thing, so that their outcomes stand for each other. */
  readonly isSameThing: boolean;
}

export const neighboursOf = (program: Program): readonly Neighbours[] => {
  const entries = inTextOrder(program.decisions).flatMap((rule) =>
    rule.kind === "measure" || rule.kind === "requirement"
      ? placesOf(program, rule).map(({ key, isSameThing }) => ({ rule, isSameThing, key }))
      : [],
  );
  return grouped(entries, ({ rule, key }) => JSON.stringify([rule.kind, rule.object, key])).flatMap(
    (group) => {
      const rules = [...new Set(group.map(({ rule }) => rule))];
      return rules.length < 2 ? [] : [{ rules, isSameThing: group[0]!.isSameThing }];
    },
  );
};

/** The groups in which a rule stands. */
const placesOf = (
  program: Program,
  rule: Norm,
): readonly { readonly key: string; readonly isSameThing: boolean }[] => {
  if (rule.kind === "requirement") {
    const facts = [...readIn(rule.requirement)].toSorted();
    return [{ key: JSON.stringify(facts), isSameThing: true }];
  }
  const article = articleOf(program, rule.origin);
  return [
    ...(article === null ? [] : [{ key: `${rule.origin.file} ${article.path}`, isSameThing: false }]),
    ...rule.orders.map(({ measure }) => ({ key: `·${measure}`, isSameThing: true })),
  ];
};

/** The tables that some rules make, those of the fewest columns first; a rule can stand in several. */
export const tablesOf = (program: Program, rules: readonly Norm[]): readonly RuleTable[] => {
  const asked = rules.flatMap((rule) => askedOfEach(program, rule) ?? []);
  const alike = grouped(asked, ({ axes }) => [...axes.keys()].toSorted().join("\n"));
  return alike.flatMap((group) => {
    if (group.length > MOST_RULES || group[0]!.axes.size > MOST_COLUMNS) return [];
    const known = new Map<string, RuleTable>();
    splitUp(group, known);
    return [...known.values()].toSorted((left, right) => left.divided.length - right.divided.length);
  });
};

/** More than this is a price list, not a division. */
const MOST_RULES = 12;
const MOST_COLUMNS = 6;
const MOST_TABLES = 40;

/** The rules together, and those of them that agree on one thing that others see otherwise. */
const splitUp = (rules: readonly AskedRule[], known: Map<string, RuleTable>): void => {
  const name = rules.map(({ rule }) => rule.id).join("\n");
  const keys = [...rules[0]!.axes.keys()];
  const askedIn = (key: string) => grouped(rules, ({ axes }) => contentOf(axes.get(key)!));
  const divided = keys.filter((key) => askedIn(key).length > 1);
  if (rules.length < 2 || divided.length === 0 || known.has(name) || known.size >= MOST_TABLES) return;
  const scope = keys.flatMap((key) => (divided.includes(key) ? [] : rules[0]!.axes.get(key)!));
  known.set(name, { rules, scope, divided });
  if (divided.length > 1) for (const part of divided.flatMap(askedIn)) splitUp(part, known);
};
