import type { DifferenceQuery } from "../difference-query.ts";
import { judgedObject } from "../witness/replay.ts";
import { Needs } from "./needs.ts";
import { writtenIn } from "./written.ts";
import type { SideName, Slot, Stage, View } from "./stage.ts";
import { Numbering, Structure } from "./structure.ts";

/** A stage on which the judged record stands, with both programs as they read it. */
export interface Prepared {
  readonly stage: Stage;
  readonly judged: Slot;
  readonly left: View;
  readonly right: View;
  /** Whether every result can be shown with so few records. */
  readonly isComplete: boolean;
}

/** One stage for each identity that the judged record can have: one that no text names, and each named one. */
export const prepare = (query: DifferenceQuery, tries: boolean): readonly Prepared[] => {
  const object = judgedObject(query);
  if (object === null) return [];
  const numbering = new Numbering();
  const structures = {
    left: new Structure(numbering, query.left.program, query.at),
    right: new Structure(numbering, query.right.program, query.at),
  };
  const view = (side: SideName, stage: Stage): View => ({
    side,
    program: query[side].program,
    structure: structures[side],
    stage,
  });
  const { records: named, texts } = writtenIn(query);
  const counting = emptyStage(query, new Map(), [], tries);
  const needs = needsOf(query, { left: view("left", counting), right: view("right", counting) }, object);
  return [null, ...(named.get(object) ?? [])].map((identity) => {
    const { judged, slots, isComplete } = layOut(object, identity, needs, named);
    const stage = emptyStage(query, slots, withOthers(texts), tries);
    return { stage, judged, isComplete, left: view("left", stage), right: view("right", stage) };
  });
};

export const SIDES = ["left", "right"] as const;

const needsOf = (
  query: DifferenceQuery,
  views: Readonly<Record<SideName, View>>,
  object: string,
): ReadonlyMap<string, number> => {
  const needs = new Needs();
  for (const side of SIDES) {
    const { decision } = query[side];
    if (decision?.object === object) needs.addDecision(views[side], decision);
  }
  for (const { side, condition } of query.focus) needs.addCondition(views[side], condition, object);
  return needs.records;
};

/** The texts that the rules know, and some that they do not. */
const withOthers = (written: ReadonlySet<string>): readonly string[] => {
  const others = Array.from({ length: OTHER_TEXTS }, (_, index) => `文本${index + 1}`);
  return [...written, ...others.filter((text) => !written.has(text))];
};

/** So many texts can all be different from each other and from those written. */
export const OTHER_TEXTS = 4;

/** More records than these are not gone through. */
const MOST_RECORDS = 12;

const layOut = (
  object: string,
  identity: string | null,
  needs: ReadonlyMap<string, number>,
  named: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly judged: Slot; readonly slots: Stage["slots"]; readonly isComplete: boolean } => {
  const taken = new Set([...named.values()].flatMap((ids) => [...ids]));
  const judged: Slot = {
    object,
    id: identity ?? freshIds("甲", taken),
    existence: null,
    isNamed: identity !== null,
  };
  taken.add(judged.id);
  const slots = new Map<string, readonly Slot[]>();
  let isComplete = true;
  for (const name of new Set([object, ...needs.keys(), ...named.keys()])) {
    const wanted = needs.get(name) ?? 0;
    const fresh = Array.from({ length: Math.min(wanted, MOST_RECORDS) }, (_, index) => {
      const id = freshIds(name === object ? OTHERS[index]! : `${ORDINALS[index]}${name}`, taken);
      taken.add(id);
      return id;
    });
    const others = [...(named.get(name) ?? [])].filter((id) => name !== object || id !== judged.id);
    if (wanted > MOST_RECORDS || others.length > MOST_RECORDS) isComplete = false;
    slots.set(name, [
      ...(name === object ? [judged] : []),
      ...[...fresh, ...others.slice(0, MOST_RECORDS)].map((id): Slot => ({
        object: name,
        id,
        existence: JSON.stringify(["exists", name, id]),
        isNamed: !fresh.includes(id),
      })),
    ]);
  }
  return { judged, slots, isComplete };
};

const OTHERS = [..."乙丙丁戊己庚辛壬癸子丑寅"];

const ORDINALS = ["某", "另一", ..."三四五六七八九", "十", "十一", "十二"].map((word, index) =>
  index < 2 ? word : `第${word}`,
);

const freshIds = (wanted: string, taken: ReadonlySet<string>): string => {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}${count}`;
  return id;
};

const emptyStage = (
  query: DifferenceQuery,
  slots: Stage["slots"],
  texts: readonly string[],
  tries: boolean,
): Stage => ({
  at: query.at,
  programs: [query.left.program, query.right.program],
  slots,
  texts,
  keepParameters: query.keepParameters,
  choices: new Map(),
  numbers: new Map(),
  meanings: new Map(),
  facts: [],
  tries,
  opaque: new Set(),
  unbounded: new Set(),
});
