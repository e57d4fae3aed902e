import type { Decision, Program } from "../../model/ir.ts";
import type { Field, ObjectType } from "../../model/type.ts";
import { decisionsBehind } from "../../evaluate/index.ts";
import type { DifferenceQuery, Side } from "../difference-query.ts";
import { readsOf, type Reads } from "../fields-read.ts";

/** Objects and fields that two programs know, taken together. */
export type Schema = Pick<Program, "objects" | "parameters">;

/** Where both declare a name, the declaration of the program with the smaller name stands: neither side goes first. */
export const sharedSchema = (first: Program, second: Program): Schema => {
  const [low, high] = first.policy.name <= second.policy.name ? [first, second] : [second, first];
  const names = [...new Set([...low.objects.keys(), ...high.objects.keys()])].sort();
  const objects = new Map<string, ObjectType>(
    names.map((name) => {
      const fields = new Map<string, Field>([
        ...(high.objects.get(name)?.fields ?? []),
        ...(low.objects.get(name)?.fields ?? []),
      ]);
      return [name, { name, fields }];
    }),
  );
  return { objects, parameters: new Map([...high.parameters, ...low.parameters]) };
};

/** What the decisions of both sides read, through however many others. */
export const readsOfBoth = (query: Pick<DifferenceQuery, "left" | "right">): Reads => {
  const [left, right] = [readsOfSide(query.left), readsOfSide(query.right)];
  const fields = new Map<string, ReadonlySet<string>>();
  for (const object of new Set([...left.fields.keys(), ...right.fields.keys()])) {
    fields.set(object, new Set([...(left.fields.get(object) ?? []), ...(right.fields.get(object) ?? [])]));
  }
  return {
    fields,
    several: new Set([...left.several, ...right.several]),
    openParameters: new Set([...left.openParameters, ...right.openParameters]),
    walking: left.walking || right.walking,
  };
};

/** The decision of a side with those that it rests on; empty where it has no such rule. */
export const decisionsOfSide = ({ program, decision }: Side): readonly Decision[] =>
  decision === null ? [] : decisionsBehind(program, decision.id);

const readsOfSide = (side: Side): Reads => readsOf(side.program, decisionsOfSide(side));
