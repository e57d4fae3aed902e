import type { DatedValue, Term } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import { merged, nested, open, when, type Case, type Cases, type Outcome } from "./cases.ts";
import { valued } from "./constant.ts";
import { and, TRUE } from "./logic.ts";
import { readSupply } from "./facts.ts";
import { resolve } from "./resolve.ts";
import type { Places, View } from "./stage.ts";

type ParameterTerm = Extract<Term, { kind: "parameter" }>;

/** The value at the day, or what the world supplies; null where its values are not taken apart. */
export const readParameter = (view: View, term: ParameterTerm, places: Places): Cases | null => {
  if (term.region === null) return parameterAt(view, term.name, null);
  const parts: { guard: Case["guard"]; cases: Cases }[] = [];
  for (const named of resolve(view, term.region, places)) {
    const cases =
      named.slot === null ? [when(TRUE, open(named.level))] : parameterAt(view, term.name, named.slot.id);
    if (cases === null) return null;
    parts.push({ guard: named.guard, cases });
  }
  return nested(parts);
};

/** The declared value for the region, else a supplied one for it, else the same for all regions. */
const parameterAt = (view: View, name: string, region: string | null): Cases | null => {
  const declared = view.program.parameters.get(name)?.values ?? [];
  const sources: (Cases | null)[] = [];
  for (const of of region === null ? [null] : [region, null]) {
    const newest = newestOf(declared, of, view.stage.at);
    if (newest !== null) {
      sources.push([when(TRUE, valued(newest.value))]);
      break;
    }
    if (!view.stage.keepParameters && (of === null || !isFixedForAll(view, name)))
      sources.push(readSupply(view, name, of));
  }
  let found: Cases = [when(TRUE, open(2))];
  for (const source of sources.toReversed()) {
    if (source === null) return null;
    found = orElse(source, found);
  }
  return found;
};

/** What the policy lays down for the day, alike for all regions. */
export const fixedValue = (view: View, { name, region }: ParameterTerm): Value | null =>
  region === null
    ? (newestOf(view.program.parameters.get(name)?.values ?? [], null, view.stage.at)?.value ?? null)
    : null;

/** What a policy fixes for all regions is not set anew for one. */
const isFixedForAll = ({ stage }: View, name: string): boolean =>
  stage.programs.some(
    ({ parameters }) => newestOf(parameters.get(name)?.values ?? [], null, stage.at) !== null,
  );

const orElse = (first: Cases, second: Cases): Cases =>
  merged(
    first.flatMap(({ guard, outcome }): Cases =>
      isSet(outcome)
        ? [when(guard, outcome)]
        : second.map((each) => when(and(guard, each.guard), each.outcome)),
    ),
  );

const isSet = ({ kind }: Outcome): boolean => kind !== "open";

/** Of values for one region the last that has begun. */
const newestOf = (values: readonly DatedValue[], region: string | null, at: number): DatedValue | null => {
  let best: DatedValue | null = null;
  for (const value of values) {
    const begin = value.from ?? Number.NEGATIVE_INFINITY;
    if (
      value.region === region &&
      begin <= at &&
      (best === null || begin > (best.from ?? Number.NEGATIVE_INFINITY))
    )
      best = value;
  }
  return best;
};
