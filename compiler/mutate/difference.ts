import { findDifference } from "../analyse/difference/index.ts";
import type { DifferenceAnswer, DifferenceQuery, SideResult } from "../analyse/difference-query.ts";
import { withAdopted } from "../analyse/probe.ts";
import { alwaysInForce, minimise } from "../analyse/witness/index.ts";
import type { Decision, Program } from "../model/ir.ts";
import type { Day } from "../model/value.ts";
import type { MutateOptions } from "./model.ts";
import { underReadings } from "./readings.ts";

/** A small world in which a decision comes out otherwise, or why there is none. */
export type Difference =
  | {
      readonly kind: "found";
      readonly decision: Decision;
      readonly readings: ReadonlyMap<string, number>;
      readonly query: DifferenceQuery;
      readonly found: Extract<DifferenceAnswer, { kind: "found" }>;
    }
  | { readonly kind: "never" }
  | { readonly kind: "undecided"; readonly reason: string };

/** Asks whether any reached decision can come out otherwise, whatever readings are adopted. */
export const differenceBetween = async (
  original: Program,
  changed: Program,
  reached: readonly Decision[],
  at: Day,
  { limits, second }: Pick<MutateOptions, "limits" | "second">,
): Promise<Difference> => {
  let undecided: Difference | null = null;
  const [before, after] = [alwaysInForce(original), alwaysInForce(changed)];
  for (const decision of reached.filter(({ kind }) => kind !== "definition" && kind !== "ranking")) {
    const { combinations, left } = underReadings([original, changed], decision);
    if (left !== null) undecided ??= { kind: "undecided", reason: left };
    for (const readings of combinations) {
      const query = queryOf(withAdopted(before, readings), withAdopted(after, readings), decision, at);
      const answer = await findDifference(query, { limits, second, seed: SEED });
      if (answer.kind === "found")
        return { kind: "found", decision, readings, ...(await clearest(query, answer, { limits, second })) };
      if (answer.kind === "undecided") undecided ??= answer;
    }
  }
  return undecided ?? { kind: "never" };
};

const SEED = 1;

const queryOf = (left: Program, right: Program, { id }: Decision, at: Day): DifferenceQuery => ({
  left: { program: left, decision: left.decisions.find((each) => each.id === id) ?? null },
  right: { program: right, decision: right.decisions.find((each) => each.id === id) ?? null },
  at,
  wanted: unlike,
  focus: [],
  keepParameters: haveOtherValues(left, right),
});

const unlike = (left: SideResult, right: SideResult): boolean =>
  left.status !== right.status || left.value !== right.value;

const clearest = async (
  query: DifferenceQuery,
  answer: Extract<DifferenceAnswer, { kind: "found" }>,
  options: Pick<MutateOptions, "limits" | "second">,
) => {
  const decided: DifferenceQuery = { ...query, wanted: decidedly };
  const better = await findDifference(decided, { ...options, seed: SEED });
  return better.kind === "found"
    ? { query: decided, found: minimise(decided, better) }
    : { query, found: minimise(query, answer) };
};

/** A case in which both results are decided tells more than one in which a fact is missing. */
const decidedly: DifferenceQuery["wanted"] = (left, right) =>
  unlike(left, right) && [left, right].every(({ status }) => status !== "未知" && status !== "需裁量");

/** Where a value that the policy sets was changed, it must stand; else the world may set any. */
const haveOtherValues = (left: Program, right: Program): boolean => {
  const written = ({ parameters }: Program): string =>
    [...parameters.values()]
      .map(
        ({ name, values }) =>
          `${name} ${JSON.stringify(
            values.map(({ from, region, value }) => [from, region, value]),
            inDigits,
          )}`,
      )
      .join("\n");
  return written(left) !== written(right);
};

const inDigits = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}` : value);
