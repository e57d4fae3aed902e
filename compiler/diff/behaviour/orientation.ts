import type { Side } from "../../analyse/difference-query.ts";
import type { Decision, Program } from "../../model/ir.ts";

/** A pair with the programs around it. */
export interface Sides {
  readonly left: Side;
  readonly right: Side;
}

/** Everything is asked in one order of the two sides, so that comparing B with A gives the mirror of A with B. */
export const isTurned = ({ left, right }: Sides): boolean => keyOf(left) > keyOf(right);

export const turned = <Part>({
  left,
  right,
}: {
  readonly left: Part;
  readonly right: Part;
}): { left: Part; right: Part } => ({
  left: right,
  right: left,
});

/** Texts first, because they differ in most comparisons; a rule that is not there comes last. */
const keyOf = ({ program, decision }: Side): string =>
  [
    program.policy.name,
    decision === null ? "1" : "0",
    wordsOf(program, decision),
    program.policy.text ?? "",
  ].join("\n");

const wordsOf = ({ parameters }: Program, decision: Decision | null): string =>
  JSON.stringify([decision, [...parameters]], (_key, value: unknown) =>
    typeof value === "bigint" ? `${value}` : value instanceof Map ? [...value] : value,
  );
