import type { Condition, Decision, Program, Subject } from "../../model/ir.ts";
import type { Field, Type } from "../../model/type.ts";
import { visitDecision } from "../../model/walk.ts";
import { pairByScore } from "./pair-by-score.ts";
import type { Pair } from "./pair-decisions.ts";
import { likeness, overlap } from "./similarity.ts";

/** Left names with the right names that took their place. */
export type Renames = readonly (readonly [left: string, right: string])[];

/** Objects that only one side has, paired by the fields that they share. */
export const renamedObjects = (left: Program, right: Program): Renames =>
  pairByScore(
    only(left.objects, right.objects),
    only(right.objects, left.objects),
    (first, second) =>
      overlap(
        new Set(left.objects.get(first)!.fields.keys()),
        new Set(right.objects.get(second)!.fields.keys()),
      ),
    0.5,
  );

/**
 * Fields of one object that only one side has, of one type, used in the same rules; as 对象.字段. Where the names have
 * nothing in common, one fact was put in the place of another.
 */
export const renamedFields = (
  left: Program,
  right: Program,
  objects: ReadonlyMap<string, string>,
  uses: UsesOfBoth,
): Renames =>
  [...right.objects.values()].flatMap((object): Renames => {
    const other = left.objects.get(objects.get(object.name) ?? object.name);
    if (other === undefined) return [];
    const lefts = only(other.fields, object.fields);
    const rights = only(object.fields, other.fields);
    return pairByScore(
      lefts,
      rights,
      (first, second) =>
        likeness(first, second) > 0 && sameKind(other.fields.get(first)!, object.fields.get(second)!)
          ? usedAlike(
              uses.left.fields.get(`${other.name}.${first}`),
              uses.right.fields.get(`${object.name}.${second}`),
            ) +
            0.5 * likeness(first, second)
          : 0,
      1,
    ).map(([first, second]) => [`${other.name}.${first}`, `${object.name}.${second}`] as const);
  });

export const renamedParameters = (left: Program, right: Program, uses: UsesOfBoth): Renames =>
  pairByScore(
    only(left.parameters, right.parameters),
    only(right.parameters, left.parameters),
    (first, second) =>
      typeKey(left.parameters.get(first)!.type) === typeKey(right.parameters.get(second)!.type)
        ? usedAlike(uses.left.parameters.get(first), uses.right.parameters.get(second)) +
          0.5 * likeness(first, second)
        : 0,
    1,
  );

/** The words in question may be quoted longer or shorter; what rests on them tells that they are the same. */
export const renamedReadings = (left: Program, right: Program, uses: UsesOfBoth): Renames =>
  pairByScore(
    only(left.readings, right.readings),
    only(right.readings, left.readings),
    (first, second) =>
      usedAlike(uses.left.readings.get(first), uses.right.readings.get(second)) + likeness(first, second),
    1,
  );

/** In which decisions a name is used; paired decisions count as one. */
interface Uses {
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  readonly parameters: ReadonlyMap<string, ReadonlySet<string>>;
  readonly readings: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface UsesOfBoth {
  readonly left: Uses;
  readonly right: Uses;
}

export const usesOfBoth = (left: Program, right: Program, pairs: readonly Pair[]): UsesOfBoth => {
  const places = new Map<Decision, string>();
  for (const [index, pair] of pairs.entries()) {
    for (const decision of pair) places.set(decision, String(index));
  }
  return { left: usesIn(left, places, "left"), right: usesIn(right, places, "right") };
};

const usesIn = (program: Program, places: ReadonlyMap<Decision, string>, side: string): Uses => {
  const fields = new Map<string, Set<string>>();
  const parameters = new Map<string, Set<string>>();
  const readings = new Map<string, Set<string>>();
  for (const decision of program.decisions) {
    const place = places.get(decision) ?? `${side} ${decision.id}`;
    const note = (uses: Map<string, Set<string>>, name: string): void => {
      uses.set(name, (uses.get(name) ?? new Set<string>()).add(place));
    };
    const noteSteps = (subject: Subject): void => {
      for (let each = subject; each.kind === "follow"; each = each.from) {
        note(fields, `${each.from.object}.${each.field}`);
      }
    };
    visitDecision(program, decision, {
      condition: (condition: Condition) => {
        if (condition.kind === "reading") note(readings, condition.reading);
      },
      term: (term) => {
        if (term.kind === "parameter") note(parameters, term.name);
        if (term.kind !== "field") return;
        note(fields, `${term.of.object}.${term.field}`);
        noteSteps(term.of);
      },
      subject: noteSteps,
      candidates: ({ object, scope }) => {
        if (scope.kind === "region") note(fields, `${object}.${scope.field}`);
      },
    });
  }
  return { fields, parameters, readings };
};

const usedAlike = (left: ReadonlySet<string> | undefined, right: ReadonlySet<string> | undefined): number =>
  left === undefined || right === undefined ? 0 : overlap(left, right);

const only = <Value>(
  own: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, unknown>,
): readonly string[] => [...own.keys()].filter((name) => !other.has(name));

const sameKind = (left: Field, right: Field): boolean =>
  typeKey(left.type) === typeKey(right.type) && (left.judgedBy === null) === (right.judgedBy === null);

const typeKey = (type: Type): string => {
  switch (type.kind) {
    case "number":
      return `number ${type.dimension} ${type.share}`;
    case "enumeration":
      return `enumeration ${type.values.join()}`;
    case "boolean":
    case "text":
    case "date":
    case "coordinate":
    case "reference":
      return type.kind;
  }
};
