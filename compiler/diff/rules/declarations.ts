import type { Decision, Origin } from "../../model/ir.ts";
import { compareFields } from "./compare-fields.ts";
import { compareParameters, parameterAlone } from "./compare-parameters.ts";
import { compareReadings, readingAlone } from "./compare-readings.ts";
import { UNDIRECTED } from "./direction.ts";
import type { Draft } from "./draft.ts";
import type { Finding } from "./finding.ts";
import { quoted } from "./message.ts";
import type { Renames } from "./partners.ts";
import { placeOf } from "./place.ts";
import type { Dependents } from "./reaches.ts";
import type { Sides } from "./sides.ts";
import { toldNames } from "./told-names.ts";

export interface AllRenames {
  readonly objects: Renames;
  readonly fields: Renames;
  readonly parameters: Renames;
  readonly readings: Renames;
}

export interface Surroundings {
  readonly renames: AllRenames;
  /** Changes inside rules and exceptions. */
  readonly told: readonly Draft[];
  readonly gone: readonly Decision[];
  readonly come: readonly Decision[];
  readonly users: { readonly left: Dependents; readonly right: Dependents };
}

/**
 * Changes of what the rules share: names, facts, parameters, readings. What came or went together with a rule or a
 * limit that is told already is not told again.
 */
export const declarationDrafts = (around: Surroundings, sides: Sides): readonly Draft[] => [
  ...nameDrafts(around, sides),
  ...fieldDrafts(around, sides),
  ...parameterDrafts(around, sides),
  ...readingDrafts(around, sides),
];

const nameDrafts = ({ renames }: Surroundings, sides: Sides): readonly Draft[] => {
  const { left, right } = { left: sides.left.program, right: sides.right.program };
  const renamed = (
    what: string,
    names: Renames,
    originsOf: (from: string, to: string) => Origins,
  ): readonly Draft[] =>
    names.map(([from, to]) => {
      const finding = renaming(what, from, to, originsOf(from, to));
      return draftOf(finding, { left: from, right: to }, NOTHING, sides);
    });
  const nowhere = (): Origins => [null, null];
  return [
    ...renamed("对象", renames.objects, nowhere),
    ...renamed(
      "事项",
      renames.fields.map(([from, to]) => [lastName(from), lastName(to)] as const),
      nowhere,
    ),
    ...renamed("参数", renames.parameters, (from, to) => [
      left.parameters.get(from)?.origin ?? null,
      right.parameters.get(to)?.origin ?? null,
    ]),
    ...renamed("理解", renames.readings, (from, to) => [
      left.readings.get(from)?.origin ?? null,
      right.readings.get(to)?.origin ?? null,
    ]),
  ];
};

const fieldDrafts = ({ renames, users }: Surroundings, sides: Sides): readonly Draft[] => {
  const objects = new Map(renames.objects.map(([from, to]) => [to, from]));
  return compareFields(sides.left.program, sides.right.program, objects, renames.fields).map((told) => {
    const touched = { left: users.left.usersOfField(told.left), right: users.right.usersOfField(told.right) };
    const title = quoted(fieldInWords(told.left), fieldInWords(told.right));
    return { ...draftOf(told.finding, { left: told.left, right: told.right }, touched, sides), title };
  });
};

const parameterDrafts = (
  { renames, told, gone, come, users }: Surroundings,
  sides: Sides,
): readonly Draft[] => {
  const [left, right] = [sides.left.program, sides.right.program];
  const [leftTold, rightTold] = [toldNames(left, gone, told, "left"), toldNames(right, come, told, "right")];
  return [
    ...both(left.parameters, right.parameters, renames.parameters).flatMap(([first, second]) => {
      const names = { left: first.name, right: second.name };
      const touched = {
        left: users.left.usersOfParameter(first.name),
        right: users.right.usersOfParameter(second.name),
      };
      return compareParameters(first, second).map((finding) => draftOf(finding, names, touched, sides));
    }),
    ...alone(left.parameters, right.parameters, renames.parameters, 0)
      .filter(({ name }) => !leftTold.parameters.has(name))
      .map((parameter) => {
        const touched = { left: users.left.usersOfParameter(parameter.name), right: [] };
        const finding = parameterAlone("parameterRemoved", parameter);
        return draftOf(finding, { left: parameter.name, right: null }, touched, sides);
      }),
    ...alone(right.parameters, left.parameters, renames.parameters, 1)
      .filter(({ name }) => !rightTold.parameters.has(name))
      .map((parameter) => {
        const touched = { left: [], right: users.right.usersOfParameter(parameter.name) };
        const finding = parameterAlone("parameterAdded", parameter);
        return draftOf(finding, { left: null, right: parameter.name }, touched, sides);
      }),
  ];
};

const readingDrafts = (
  { renames, told, gone, come, users }: Surroundings,
  sides: Sides,
): readonly Draft[] => {
  const [left, right] = [sides.left.program, sides.right.program];
  const [leftTold, rightTold] = [toldNames(left, gone, told, "left"), toldNames(right, come, told, "right")];
  return [
    ...both(left.readings, right.readings, renames.readings).flatMap(([first, second]) => {
      const names = { left: first.name, right: second.name };
      const touched = {
        left: users.left.usersOfReading(first.name),
        right: users.right.usersOfReading(second.name),
      };
      return compareReadings(first, second).map((finding) => draftOf(finding, names, touched, sides));
    }),
    ...alone(left.readings, right.readings, renames.readings, 0)
      .filter(({ name }) => !leftTold.readings.has(name))
      .map((reading) => {
        const touched = { left: users.left.usersOfReading(reading.name), right: [] };
        return draftOf(readingAlone("left", reading), { left: reading.name, right: null }, touched, sides);
      }),
    ...alone(right.readings, left.readings, renames.readings, 1)
      .filter(({ name }) => !rightTold.readings.has(name))
      .map((reading) => {
        const touched = { left: [], right: users.right.usersOfReading(reading.name) };
        return draftOf(readingAlone("right", reading), { left: null, right: reading.name }, touched, sides);
      }),
  ];
};

const NOTHING = { left: [], right: [] };

const draftOf = (
  finding: Finding,
  names: { readonly left: string | null; readonly right: string | null },
  touched: Draft["touched"],
  sides: Sides,
): Draft => ({
  finding,
  title: quoted(names.left, names.right),
  left:
    names.left === null || finding.left === null
      ? null
      : placeOf(names.left, names.left, finding.left.origin, sides.left.program),
  right:
    names.right === null || finding.right === null
      ? null
      : placeOf(names.right, names.right, finding.right.origin, sides.right.program),
  touched,
  directed: UNDIRECTED,
  dormant: false,
});

/** 机构.等级 as it is said: 机构的等级. */
const fieldInWords = (path: string): string => path.replace(".", "的");

type Origins = readonly [left: Origin | null, right: Origin | null];

const renaming = (what: string, before: string, after: string, [left, right]: Origins): Finding => ({
  kind: "termRenamed",
  left: left === null ? null : { condition: null, origin: left, dormant: false },
  right: right === null ? null : { condition: null, origin: right, dormant: false },
  before,
  after,
  what,
  effect: 0,
  wording: true,
});

const both = <Value>(
  left: ReadonlyMap<string, Value>,
  right: ReadonlyMap<string, Value>,
  renames: Renames,
): readonly (readonly [Value, Value])[] => {
  const partner = new Map(renames);
  return [...left].flatMap(([name, value]) => {
    const other = right.get(partner.get(name) ?? name);
    return other === undefined ? [] : [[value, other] as const];
  });
};

const alone = <Value>(
  own: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value>,
  renames: Renames,
  at: 0 | 1,
): readonly Value[] => {
  const paired = new Set(renames.map((rename) => rename[at]));
  return [...own].flatMap(([name, value]) => (other.has(name) || paired.has(name) ? [] : [value]));
};

const lastName = (path: string): string => path.slice(path.indexOf(".") + 1);
