/* oxlint-disable import/default, import/no-named-as-default -- with ?raw a file is imported as its text, whatever it exports. */
import numbers from "./runtime/numbers.js?raw";
import calendar from "./runtime/calendar.js?raw";
import reasons from "./runtime/reasons.js?raw";
import values from "./runtime/values.js?raw";
import truth from "./runtime/truth.js?raw";
import objects from "./runtime/objects.js?raw";
import register from "./runtime/register.js?raw";
import context from "./runtime/context.js?raw";
import subjects from "./runtime/subjects.js?raw";
import terms from "./runtime/terms.js?raw";
import parameters from "./runtime/parameters.js?raw";
import arithmetic from "./runtime/arithmetic.js?raw";
import conditions from "./runtime/conditions.js?raw";
import comparisons from "./runtime/comparisons.js?raw";
import elapsed from "./runtime/elapsed.js?raw";
import judging from "./runtime/judging.js?raw";
import deciding from "./runtime/deciding.js?raw";
import rules from "./runtime/rules.js?raw";
import findings from "./runtime/findings.js?raw";
import printing from "./runtime/printing.js?raw";
import classifying from "./runtime/classifying.js?raw";
import sharing from "./runtime/sharing.js?raw";
import candidates from "./runtime/candidates.js?raw";
import regions from "./runtime/regions.js?raw";
import grid from "./runtime/grid.js?raw";
import distances from "./runtime/distances.js?raw";
import counting from "./runtime/counting.js?raw";
import standings from "./runtime/standings.js?raw";
import rankings from "./runtime/rankings.js?raw";
import outcomes from "./runtime/outcomes.js?raw";
import api from "./runtime/api.js?raw";
import fast from "./runtime/fast.js?raw";
import points from "./runtime/points.js?raw";
import cells from "./runtime/cells.js?raw";
import rows from "./runtime/rows.js?raw";
import places from "./runtime/places.js?raw";
import figures from "./runtime/figures.js?raw";
import neighbours from "./runtime/neighbours.js?raw";
import states from "./runtime/states.js?raw";
import table from "./runtime/table.js?raw";

/** The runtime in the order in which its parts stand in a generated file: each after those that it uses. */
const FILES = {
  numbers,
  calendar,
  reasons,
  values,
  truth,
  objects,
  register,
  context,
  subjects,
  terms,
  parameters,
  arithmetic,
  conditions,
  comparisons,
  elapsed,
  judging,
  deciding,
  rules,
  findings,
  printing,
  classifying,
  sharing,
  candidates,
  regions,
  grid,
  distances,
  counting,
  standings,
  rankings,
  outcomes,
  api,
  fast,
  points,
  cells,
  rows,
  neighbours,
  places,
  figures,
  states,
  table,
} as const;

export type SectionName = keyof typeof FILES;

/** One part of the runtime: its text without imports and exports, what it declares, and the parts that it needs. */
export interface Section {
  readonly name: SectionName;
  readonly text: string;
  readonly declares: readonly string[];
  readonly needs: readonly SectionName[];
}

const readSection = (name: SectionName): Section => {
  const text = FILES[name]
    .replaceAll(/^import [^;]+;\n/gm, "")
    .replaceAll(/^\/\*\* @import .*\*\/\n/gm, "")
    .replace(/^\/\/ @ts-check\n/, "")
    .replaceAll(/^export /gm, "")
    .trim();
  return {
    name,
    text,
    declares: Array.from(text.matchAll(/^(?:const|class) (\w+)/gm), (match) => match[1]!),
    needs: Array.from(
      FILES[name].matchAll(/^import [^;]+ from\s"\.\/(\w+)\.js";/gm),
      (match) => match[1]!,
    ).filter(isSection),
  };
};

const isSection = (name: string): name is SectionName => Object.hasOwn(FILES, name);

export const SECTIONS: readonly Section[] = Object.keys(FILES).filter(isSection).map(readSection);

const declaring: ReadonlyMap<string, Section> = new Map(
  SECTIONS.flatMap((section) => section.declares.map((name) => [name, section] as const)),
);

/** The part of the runtime that declares a name. */
export const sectionDeclaring = (name: string): Section => {
  const found = declaring.get(name);
  if (found === undefined) throw new RangeError(`the runtime declares no ${name}`);
  return found;
};

/** These parts and all that they need, in their order. */
export const withNeeds = (names: Iterable<SectionName>): readonly Section[] => {
  const wanted = new Set<SectionName>();
  const want = (name: SectionName): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const need of SECTIONS.find((section) => section.name === name)?.needs ?? []) want(need);
  };
  for (const name of names) want(name);
  return SECTIONS.filter(({ name }) => wanted.has(name));
};
