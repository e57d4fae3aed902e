import type { Subject } from "../../model/ir.ts";
import type { Formula } from "../formula.ts";
import { and, or, TRUE } from "./logic.ts";
import { exists, missingLevel, readFact, splitByExistence, targetOf } from "./facts.ts";
import type { Places, Slot, View } from "./stage.ts";
import type { OpenLevel } from "./truth.ts";

/** The record that a subject names, by guard; `slot` is null where it cannot be told. */
export type Named =
  | { readonly guard: Formula; readonly slot: Slot }
  | { readonly guard: Formula; readonly slot: null; readonly level: OpenLevel };

export const resolve = (view: View, subject: Subject, places: Places): readonly Named[] => {
  if (subject.kind === "variable") {
    const slot = places[subject.index];
    return [slot === undefined ? { guard: TRUE, slot: null, level: 3 } : { guard: TRUE, slot }];
  }
  return joined(
    resolve(view, subject.from, places).flatMap((from): readonly Named[] =>
      from.slot === null
        ? [from]
        : follow(view, from.slot, subject.field).map((to) => ({ ...to, guard: and(from.guard, to.guard) })),
    ),
  );
};

const follow = (view: View, slot: Slot, field: string): readonly Named[] => {
  const cases = readFact(view, slot, field);
  // A field of another kind leads nowhere.
  if (cases === null) return [{ guard: TRUE, slot: null, level: missingLevel(view, slot.object, field) }];
  return cases.flatMap((each): readonly Named[] => {
    const { outcome } = each;
    if (outcome.kind === "open") return [{ guard: each.guard, slot: null, level: outcome.level }];
    const target = targetOf(view.stage, outcome);
    if (target === null)
      return [{ guard: each.guard, slot: null, level: missingLevel(view, slot.object, field) }];
    if (exists(view.stage, target) === TRUE) return [{ guard: each.guard, slot: target }];
    const { there, absent } = splitByExistence(view.stage, each, target);
    return [
      { guard: there, slot: target },
      { guard: absent, slot: null, level: 3 },
    ];
  });
};

/** One entry for each record, one for each level. */
const joined = (all: readonly Named[]): readonly Named[] => {
  const byKey = new Map<string, Named>();
  for (const named of all) {
    const key = named.slot === null ? `open ${named.level}` : `slot ${named.slot.id}`;
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? named : { ...named, guard: or(before.guard, named.guard) });
  }
  return [...byKey.values()];
};
