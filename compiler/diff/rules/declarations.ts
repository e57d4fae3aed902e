import { printNumeral } from "../../../language/index.ts";
import type { Decision, Origin, Program } from "../../model/ir.ts";
import { visitDecision } from "../../model/walk.ts";
import { compareParameters, parameterAlone } from "./compare-parameters.ts";
import { compareReadings, readingAlone } from "./compare-readings.ts";
import { UNDIRECTED } from "./direction.ts";
import type { Draft } from "./draft.ts";
import type { Finding } from "./finding.ts";
import { parameterWords } from "./in-words.ts";
import { quoted } from "./message.ts";
import type { Renames } from "./partners.ts";
import { placeOf } from "./place.ts";
import { dependentsIn } from "./reaches.ts";
import type { Sides } from "./sides.ts";

interface AllRenames {
  readonly objects: Renames;
  readonly fields: Renames;
  readonly parameters: Renames;
  readonly readings: Renames;
}

/**
 * Changes of what the rules share: names, parameters, readings. What came or went together with a rule or a limit that
 * is told already is not told again.
 */
export const declarationDrafts = (
  renames: AllRenames,
  told: readonly Draft[],
  whole: { readonly gone: readonly Decision[]; readonly come: readonly Decision[] },
  sides: Sides,
): readonly Draft[] => {
  const { left, right } = { left: sides.left.program, right: sides.right.program };
  const users = { left: dependentsIn(left), right: dependentsIn(right) };
  const draft = (
    finding: Finding,
    names: { readonly left: string | null; readonly right: string | null },
    touched: Draft["touched"],
  ): Draft => ({
    finding,
    title: quoted(names.left, names.right),
    left:
      names.left === null || finding.left === null
        ? null
        : placeOf(names.left, names.left, finding.left.origin, left),
    right:
      names.right === null || finding.right === null
        ? null
        : placeOf(names.right, names.right, finding.right.origin, right),
    touched,
    directed: UNDIRECTED,
    dormant: false,
  });
  const drafts: Draft[] = [];
  const NOTHING = { left: [], right: [] };
  const renamed = (
    kind: string,
    from: string,
    to: string,
    first: Origin | null,
    second: Origin | null,
  ): void => {
    drafts.push(draft(renaming(kind, from, to, first, second), { left: from, right: to }, NOTHING));
  };
  for (const [from, to] of renames.objects) renamed("对象", from, to, null, null);
  for (const [from, to] of renames.fields) renamed("事项", lastName(from), lastName(to), null, null);
  for (const [first, second] of both(left.parameters, right.parameters, renames.parameters)) {
    if (first.name !== second.name) renamed("参数", first.name, second.name, first.origin, second.origin);
    const touched = {
      left: users.left.usersOfParameter(first.name),
      right: users.right.usersOfParameter(second.name),
    };
    for (const finding of compareParameters(first, second)) {
      drafts.push(draft(finding, { left: first.name, right: second.name }, touched));
    }
  }
  for (const [first, second] of both(left.readings, right.readings, renames.readings)) {
    if (first.name !== second.name) renamed("理解", first.name, second.name, first.origin, second.origin);
    const touched = {
      left: users.left.usersOfReading(first.name),
      right: users.right.usersOfReading(second.name),
    };
    for (const finding of compareReadings(first, second)) {
      drafts.push(draft(finding, { left: first.name, right: second.name }, touched));
    }
  }
  const goneWith = toldNames(left, whole.gone, told, "left");
  const comeWith = toldNames(right, whole.come, told, "right");
  for (const parameter of alone(left.parameters, right.parameters, renames.parameters, 0)) {
    if (goneWith.has(`参数 ${parameter.name}`)) continue;
    const touched = { left: users.left.usersOfParameter(parameter.name), right: [] };
    drafts.push(
      draft(parameterAlone("parameterRemoved", parameter), { left: parameter.name, right: null }, touched),
    );
  }
  for (const parameter of alone(right.parameters, left.parameters, renames.parameters, 1)) {
    if (comeWith.has(`参数 ${parameter.name}`)) continue;
    const touched = { left: [], right: users.right.usersOfParameter(parameter.name) };
    drafts.push(
      draft(parameterAlone("parameterAdded", parameter), { left: null, right: parameter.name }, touched),
    );
  }
  for (const reading of alone(left.readings, right.readings, renames.readings, 0)) {
    if (goneWith.has(`理解 ${reading.name}`)) continue;
    const touched = { left: users.left.usersOfReading(reading.name), right: [] };
    drafts.push(draft(readingAlone("left", reading), { left: reading.name, right: null }, touched));
  }
  for (const reading of alone(right.readings, left.readings, renames.readings, 1)) {
    if (comeWith.has(`理解 ${reading.name}`)) continue;
    const touched = { left: [], right: users.right.usersOfReading(reading.name) };
    drafts.push(draft(readingAlone("right", reading), { left: null, right: reading.name }, touched));
  }
  return drafts;
};

/** Parameters and readings that rules and changes told elsewhere use: they came or went with these. */
const toldNames = (
  program: Program,
  whole: readonly Decision[],
  told: readonly Draft[],
  side: "left" | "right",
): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const decision of whole) {
    visitDecision(program, decision, {
      condition: (condition) => {
        if (condition.kind === "reading") names.add(`理解 ${condition.reading}`);
      },
      term: (term) => {
        if (term.kind === "parameter") names.add(`参数 ${term.name}`);
      },
    });
  }
  const said = told.flatMap(({ finding }) => {
    const words = side === "left" ? finding.before : finding.after;
    return words === null ? [] : [words];
  });
  for (const name of program.parameters.keys()) {
    if (said.includes(parameterWords(name, program))) names.add(`参数 ${name}`);
  }
  for (const { name, options } of program.readings.values()) {
    const words = options.map(({ number }) => `「${name}」读法${printNumeral(number)}`);
    if (said.some((each) => words.some((guard) => each.includes(guard)))) names.add(`理解 ${name}`);
  }
  return names;
};

const renaming = (
  what: string,
  before: string,
  after: string,
  left: Origin | null,
  right: Origin | null,
): Finding => ({
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
