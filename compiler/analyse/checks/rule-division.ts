import type { Condition, Program } from "../../model/ir.ts";
import { limitsOf, readIn } from "./bands.ts";
import type { CheckContext } from "./check.ts";
import { allOf, notThat } from "./conditions.ts";
import { contentOf } from "./generalise.ts";
import { articleOf } from "./rule-article.ts";
import { enumeratedIn, holdsOf, partsOf, type AskedPart } from "./rule-axes.ts";
import { isNamedInText, restIsNamed } from "./rule-named.ts";
import { decidedBy, isOneSided, outcomeOf, outcomesAreAkin } from "./rule-outcomes.ts";
import type { Neighbours, RuleTable } from "./rule-tables.ts";
import type { Norm } from "./unprovided-situations.ts";

/** A case of the table: what it is in each column. */
export type Cell = readonly { readonly key: string; readonly condition: Condition }[];

/** The cases that some rules, which are meant as a division, have between them; none where they are not. */
export const casesOf = async (
  context: CheckContext,
  { isSameThing }: Neighbours,
  table: RuleTable,
  beside: readonly Beside[],
): Promise<readonly Cell[]> => {
  const { program } = context;
  const norms = table.rules.map(({ rule }) => rule);
  if (new Set(norms.map(outcomeOf)).size < 2 || restIsNamed(program, norms)) return [];
  const [only, ...others] = table.divided;
  if (others.length === 0) {
    const isAlternative = isSameThing || norms.length > 2 || outcomesAreAkin(norms);
    return isAlternative && !isOneSided(norms) ? classesLeftOut(program, table, only!, beside) : [];
  }
  const columns: Cell[] = [];
  for (const key of table.divided) {
    const asked = distinct(table.rules.map(({ axes }) => axes.get(key)!));
    if (!areOpposed(asked) && !(await exhaust(context, norms[0]!, asked))) return [];
    columns.push(asked.map((condition) => ({ key, condition })));
  }
  const cells = columns.reduce<readonly Cell[]>(
    (known, column) => known.flatMap((cell) => column.map((each) => [...cell, each])),
    [[]],
  );
  return cells.length > MOST_CELLS ? [] : cells;
};

const MOST_CELLS = 64;

const distinct = (conditions: readonly Condition[]): readonly Condition[] => [
  ...new Map(conditions.map((condition) => [contentOf(condition), condition])).values(),
];

/** One ends where, or before, the other begins. */
const areOpposed = (asked: readonly Condition[]): boolean => {
  const sides = asked.map((condition) => new Set(limitsOf(condition).map(({ side }) => side)));
  return (["upper", "lower"] as const).every((side) =>
    sides.some((each) => each.size === 1 && each.has(side)),
  );
};

/** Whatever a record is, one of them is so. */
const exhaust = async (
  { probe }: CheckContext,
  { object, origin }: Norm,
  asked: readonly Condition[],
): Promise<boolean> =>
  (await probe.canHold({ object, condition: allOf(origin, asked.map(notThat)) })).kind === "never";

/** The few classes that rules which speak of most of them, each of its own, leave out. */
const classesLeftOut = (
  program: Program,
  { rules }: RuleTable,
  key: string,
  beside: readonly Beside[],
): readonly Cell[] => {
  const asked = rules.map(({ axes }) => axes.get(key)!);
  const term = enumeratedIn(asked[0]!);
  if (term?.type.kind !== "enumeration") return [];
  const { values } = term.type;
  const named = values.map((value) => asked.map((condition) => holdsOf(condition, value)));
  if (named.flat().includes(null)) return [];
  // Two rules that both speak of a class do not divide the classes among them.
  if (named.some((held) => held.filter(Boolean).length > 1)) return [];
  const others = beside.flatMap((parts) => parts.filter((part) => part.key === key));
  const out = values.filter(
    (value, index) =>
      !named[index]!.includes(true) && !others.some(({ condition }) => holdsOf(condition, value) === true),
  );
  const norms = rules.map(({ rule }) => rule);
  const left = out.filter((value) => !isNamedInText(program, norms, value));
  if (left.length === 0 || out.length * 2 >= values.length) return [];
  const { origin } = term;
  const classes = left.map((value) => ({ kind: "enumeration", value }) as const);
  return [[{ key, condition: { kind: "oneOf", left: term, values: classes, origin } }]];
};

/** What a rule outside of a table says of what the table divides, whatever else it asks. */
export type Beside = readonly AskedPart[];

/**
 * The other rules of the articles of a table, or on what it decides: where they speak of a case at all, it has not been
 * forgotten. Null where there are too many to look at.
 */
export const speakingBeside = (program: Program, table: RuleTable): readonly Beside[] | null => {
  const norms = table.rules.map(({ rule }) => rule);
  const { object, kind } = norms[0]!;
  const articles = new Set(norms.flatMap((rule) => articleOf(program, rule.origin) ?? []));
  const things = new Set(norms.flatMap(decidedBy));
  const columns = new Set(table.rules[0]!.axes.keys());
  const divided = new Set(table.divided);
  const facts = new Set(
    table.rules.flatMap(({ axes }) => table.divided.flatMap((key) => [...readIn(axes.get(key)!)])),
  );
  const beside: Beside[] = [];
  for (const rule of program.decisions) {
    if ((rule.kind !== "measure" && rule.kind !== "requirement") || rule.object !== object) continue;
    const isSameThing = rule.kind === kind && decidedBy(rule).some((each) => things.has(each));
    const article = articleOf(program, rule.origin);
    if (norms.includes(rule) || !(isSameThing || (article !== null && articles.has(article)))) continue;
    const parts = partsOf(program, rule);
    const about = (among: ReadonlySet<string>): Beside =>
      parts.filter(({ key, condition }) =>
        key === null ? [...readIn(condition)].some((each) => facts.has(each)) : among.has(key),
      );
    if (about(isSameThing ? columns : divided).length > 0) beside.push(about(columns));
  }
  return beside.length > MOST_BESIDE ? null : beside;
};

const MOST_BESIDE = 40;
