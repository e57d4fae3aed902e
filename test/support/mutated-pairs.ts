import type { RuleChangeKind } from "../../compiler/model/change.ts";
import type { Program } from "../../compiler/model/ir.ts";
import { POLICY_MUTATIONS } from "../generators/mutated-policy.ts";
import { programOf, type ComparedPolicy } from "./compared-policies.ts";
import { oneIn } from "./long-run.ts";
import type { Way } from "./text-ways.ts";

/** A policy and the same with one thing changed. */
export interface MutatedPair {
  readonly policy: ComparedPolicy;
  readonly mutation: string;
  readonly kind: RuleChangeKind;
  readonly way: Way;
  readonly left: Program;
  readonly right: Program;
}

/** Not every changed text is a policy: a name may be missing, or a sentence may have two readings. */
export interface Mutated {
  readonly pairs: readonly MutatedPair[];
  readonly refused: number;
}

/**
 * One in `share` of the mutations, of each at most so many ways, spread over the policy; another turn takes others.
 */
export const mutatedPairs = (policy: ComparedPolicy, most: number, turn = 0, share = 1): Mutated => {
  const left = programOf(policy);
  if (left === null) throw new Error(`${policy.name} is no policy`);
  let refused = 0;
  const pairs = oneIn(share, POLICY_MUTATIONS, turn).flatMap((mutation) =>
    spread(mutation.ways(policy.text, left), most, turn).flatMap((way): readonly MutatedPair[] => {
      const right = programOf(policy, way.text);
      if (right === null || !speaksOfTheSame(left, right, way)) {
        refused += 1;
        return [];
      }
      return [{ policy, mutation: mutation.name, kind: way.kind ?? mutation.kind, way, left, right }];
    }),
  );
  return { pairs, refused };
};

const spread = <Item>(items: readonly Item[], most: number, turn: number): readonly Item[] => {
  if (items.length <= most) return items;
  return Array.from(
    { length: most },
    (_, at) => items[(Math.floor((at * items.length) / most) + turn) % items.length]!,
  );
};

/** A noun may belong to records of another object; then it is another rule. */
const speaksOfTheSame = (left: Program, right: Program, { left: from, right: to }: Way): boolean => {
  const objectIn = (program: Program, rule: string | null): string | null =>
    program.decisions.find(({ name }) => name === rule)?.object ?? null;
  const [before, after] = [objectIn(left, from), objectIn(right, to)];
  return before === null || after === null || before === after;
};

export const labelOf = ({ policy, mutation, way }: MutatedPair): string =>
  `${policy.name}: ${mutation}: ${way.left ?? way.right}`;
