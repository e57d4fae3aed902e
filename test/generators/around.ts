import * as fc from "fast-check";
import type { Subject } from "../../compiler/model/ir.ts";
import type { Type } from "../../compiler/model/type.ts";
import { follow, self } from "../support/program-builder.ts";
import { referencesOf, SHOP } from "./schema.ts";

/** A decision that stands before, by id. */
export interface Known {
  readonly id: string;
  readonly object: string;
}

/** One with a value. */
export interface Valued extends Known {
  readonly type: Type;
}

/** What a condition may speak of: its variables from outside in, and decisions that stand before it. */
export interface Around {
  readonly variables: readonly Subject[];
  readonly definitions: readonly Known[];
  readonly indicators: readonly Valued[];
  readonly rankings: readonly Known[];
  readonly classifications: readonly Valued[];
}

export const around = (object: string, more: Partial<Around> = {}): Around => ({
  variables: [self(object)],
  definitions: [],
  indicators: [],
  rankings: [],
  classifications: [],
  ...more,
});

/** The variables, and what they lead to in one step and in two; 上级机构 once only. */
export const subjectsOf = ({ variables }: Around): readonly Subject[] =>
  variables.flatMap((each) => [
    each,
    ...stepsFrom(each).flatMap((step) => [step, ...(step.object === SHOP ? [] : stepsFrom(step))]),
  ]);

const stepsFrom = (subject: Subject): readonly Subject[] =>
  referencesOf(subject.object).map(({ name, object }) => follow(subject, name, object));

/** Subjects that are records of one object. */
export const subjectsLike = (scope: Around, object: string): readonly Subject[] =>
  subjectsOf(scope).filter((each) => each.object === object);

/** Nearer records come up more often than those that they lead to. */
export const arbitrarySubject = (
  scope: Around,
  suits: (subject: Subject) => boolean = () => true,
): fc.Arbitrary<Subject> | null => {
  const suitable = subjectsOf(scope).filter(suits);
  if (suitable.length === 0) return null;
  const near = suitable.filter(({ kind }) => kind === "variable");
  return fc.constantFrom(...near, ...near, ...suitable);
};
