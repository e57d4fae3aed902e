import { contentKey } from "../analyse/content-key.ts";
import type { Decision, Program } from "../model/ir.ts";

/** What each decision rests on, in writing, by its id: two with the same give the same results with the same modals. */
export type Meanings = ReadonlyMap<string, string>;

export const meaningsOf = (program: Program): Meanings =>
  new Map(program.decisions.map((decision) => [decision.id, contentKey(program, [decision])]));

export const inWriting = (meanings: Meanings): string =>
  [...meanings].map(([id, means]) => `${id} ${means}`).join("\n");

/** The decisions of the original that a change reaches. */
export const reachedBy = (original: Program, before: Meanings, after: Meanings): readonly Decision[] =>
  original.decisions.filter(({ id }) => before.get(id) !== after.get(id));
