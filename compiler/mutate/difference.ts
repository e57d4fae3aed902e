import type { DifferenceAnswer, DifferenceQuery, SideResult } from "../analyse/difference-query.ts";
import { laterDays } from "../analyse/later-days.ts";
import { withAdopted } from "../analyse/probe.ts";
import { assumedOf } from "../analyse/properties/assumed.ts";
import { alwaysInForce, minimise } from "../analyse/witness/index.ts";
import type { Decision, Parameter, Program } from "../model/ir.ts";
import type { Day } from "../model/value.ts";
import type { Ask } from "./ask.ts";
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

/** Asks whether any reached decision can come out otherwise, whatever readings are adopted, on the day or later. */
export const differenceBetween = async (
  original: Program,
  changed: Program,
  reached: readonly Decision[],
  at: Day,
  ask: Ask,
): Promise<Difference> => {
  let undecided: Difference | null = null;
  const [before, after] = [alwaysInForce(original), alwaysInForce(changed)];
  for (const decision of reached.filter(({ kind }) => kind !== "definition" && kind !== "ranking")) {
    const { combinations, left } = underReadings([original, changed], decision);
    if (left !== null) undecided ??= { kind: "undecided", reason: left };
    const first = [...new Set([at, ...daysAround(otherValues(original, changed))])];
    let isHard = false;
    for (const day of [...first, ...daysAfter(original, changed, decision, at)]) {
      // What is too hard on one day is so on the others.
      if (isHard && !first.includes(day)) break;
      for (const readings of combinations) {
        const query = queryOf(withAdopted(before, readings), withAdopted(after, readings), decision, day);
        const answer = await ask(query);
        if (answer.kind === "found")
          return { kind: "found", decision, readings, ...(await clearest(query, answer, ask)) };
        if (answer.kind !== "undecided") continue;
        isHard = true;
        undecided ??= answer;
      }
    }
  }
  return undecided ?? { kind: "never" };
};

/** Later days, where results hang on the day. */
const daysAfter = (original: Program, changed: Program, { id }: Decision, at: Day): readonly Day[] => {
  const sides = [original, changed].map((program) => ({
    program,
    decision: program.decisions.find((each) => each.id === id) ?? null,
  }));
  return laterDays(at, sides, original.policy.lastDay);
};

const queryOf = (left: Program, right: Program, { id }: Decision, at: Day): DifferenceQuery => ({
  left: { program: left, decision: left.decisions.find((each) => each.id === id) ?? null },
  right: { program: right, decision: right.decisions.find((each) => each.id === id) ?? null },
  at,
  wanted: unlike,
  // No register has fewer than no visits: what only tells such records apart is no difference.
  focus: assumedOf(
    left,
    left.decisions.filter((each) => each.id === id),
  ),
  // A value that was changed has to stand; any other may be what the world sets.
  keepParameters: otherValues(left, right).length > 0,
});

const unlike = (left: SideResult, right: SideResult): boolean =>
  left.status !== right.status || left.value !== right.value;

const clearest = async (
  query: DifferenceQuery,
  answer: Extract<DifferenceAnswer, { kind: "found" }>,
  ask: Ask,
) => {
  for (const wanted of CLEAREST_FIRST) {
    const clearer: DifferenceQuery = { ...query, wanted };
    const better = await ask(clearer);
    if (better.kind === "found") return { query: clearer, found: minimise(clearer, better) };
  }
  return { query, found: minimise(query, answer) };
};

const unlikeWithout =
  (unclear: readonly SideResult["status"][]): DifferenceQuery["wanted"] =>
  (left, right) =>
    unlike(left, right) && [left, right].every(({ status }) => !unclear.includes(status));

/** A case in which both results are decided tells more than one in which a fact is missing. */
const CLEAREST_FIRST = [unlikeWithout(["未知", "需裁量"]), unlikeWithout(["未知"])] as const;

/** The parameters whose values were changed, as they were and as they are. */
const otherValues = (left: Program, right: Program): readonly Parameter[] =>
  [...left.parameters.values()].flatMap((before) => {
    const after = right.parameters.get(before.name);
    return after === undefined || written(before) === written(after) ? [] : [before, after];
  });

const written = ({ values }: Parameter): string =>
  JSON.stringify(
    values.map(({ from, region, value }) => [from, region, value]),
    (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value),
  );

/** A value of another time counts on other days. */
const daysAround = (parameters: readonly Parameter[]): readonly Day[] => [
  ...new Set(
    parameters.flatMap(({ values }) => values.flatMap(({ from }) => (from === null ? [] : [from, from - 1]))),
  ),
];
