import type { Run } from "./align.ts";
import { longestRise } from "./longest-rise.ts";

/**
 * Where too much differs for an exact comparison: rows that stand once on each side hold the rest in place. The
 * runs between them count as replaced.
 */
export const anchoredRuns = <Row>(
  left: readonly Row[],
  right: readonly Row[],
  keyOf: (row: Row) => string,
  same: (left: Row, right: Row) => boolean,
): Run[] => {
  const places = onceIn(right, keyOf);
  const once = onceIn(left, keyOf);
  const pairs: (readonly [left: number, right: number])[] = [];
  for (const [key, own] of once) {
    const other = places.get(key);
    if (other !== undefined && same(left[own]!, right[other]!)) pairs.push([own, other]);
  }
  pairs.sort(([one], [other]) => one - other);
  const runs: Run[] = [];
  let [leftAt, rightAt] = [0, 0];
  for (const [own, other] of [
    ...longestRise(pairs, ([, one], [, other]) => one - other),
    [left.length, right.length] as const,
  ]) {
    runs.push({ kept: false, leftFrom: leftAt, leftTo: own, rightFrom: rightAt, rightTo: other });
    const step = own < left.length || other < right.length ? 1 : 0;
    runs.push({ kept: true, leftFrom: own, leftTo: own + step, rightFrom: other, rightTo: other + step });
    [leftAt, rightAt] = [own + step, other + step];
  }
  return runs;
};

/** Places of the rows that stand there only once. */
const onceIn = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const key = keyOf(row);
    if (places.has(key)) repeated.add(key);
    else places.set(key, index);
  }
  for (const key of repeated) places.delete(key);
  return places;
};
