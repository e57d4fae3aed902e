import type { MapPoint, Reach, RunResults, Status } from "../../worker/worker-api.ts";
import { recordTitle } from "../run/result-text.ts";
import { STATUS_LOOKS, STATUS_ORDER, type StatusTone } from "../run/statuses.ts";

/** A record on the map with the most urgent of its results and the decision that it comes from. */
export interface Located {
  readonly point: MapPoint;
  readonly title: string;
  readonly status: Status | null;
  readonly tone: StatusTone;
  readonly decision: string | null;
}

const RANKS: ReadonlyMap<Status, number> = new Map(STATUS_ORDER.map((status, at) => [status, at]));

/** Places of the records in the results, by 对象 and 编号. */
export type RecordIndex = ReadonlyMap<string, ReadonlyMap<string, number>>;

export const indexRecords = (results: RunResults): RecordIndex => {
  const index = new Map<string, Map<string, number>>();
  for (const [at, { object, id }] of results.records.entries()) {
    const ids = index.get(object) ?? new Map<string, number>();
    index.set(object, ids);
    ids.set(id, at);
  }
  return index;
};

/** Points with their most urgent result, the urgent ones first. */
export const locate = (
  points: readonly MapPoint[],
  results: RunResults,
  index: RecordIndex = indexRecords(results),
): readonly Located[] => {
  const rowOf = worstRows(results);
  // As many heaps as there are statuses, and one for points without a result: faster than sorting.
  const heaps = Array.from({ length: STATUS_ORDER.length + 1 }, (): Located[] => []);
  for (const point of points) {
    const record = index.get(point.object)?.get(point.id);
    const row = record === undefined ? -1 : rowOf[record]!;
    const status = row < 0 ? null : results.statuses[results.status[row]!]!;
    heaps[rank(status)]!.push({
      point,
      title: recordTitle(point),
      status,
      tone: status === null ? "muted" : STATUS_LOOKS[status].tone,
      decision: row < 0 ? null : results.decisions[results.decision[row]!]!.id,
    });
  }
  return heaps.flat();
};

/** Points whose title has the words. */
export const named = (located: readonly Located[], words: string): readonly Located[] =>
  words === "" ? located : located.filter(({ title }) => title.includes(words));

/** Points to be drawn: those whose title has the words, and those that the circles and lines lead to. */
export const drawnFor = (
  located: readonly Located[],
  words: string,
  reach: Reach | null,
): readonly Located[] => {
  if (words === "" || reach === null) return named(located, words);
  const reached = new Set([reach.centre, ...reach.neighbours.map(({ point }) => point)].map(keyOf));
  return located.filter(({ title, point }) => title.includes(words) || reached.has(keyOf(point)));
};

const keyOf = ({ object, id }: MapPoint): string => `${object}\n${id}`;

const rank = (status: Status | null): number =>
  status === null ? STATUS_ORDER.length : (RANKS.get(status) ?? 0);

/** By record, the row of its most urgent result; -1 where there is none. */
const worstRows = (results: RunResults): Int32Array => {
  const ranks = results.statuses.map(rank);
  const worst = new Int32Array(results.records.length).fill(-1);
  for (let row = 0; row < results.record.length; row += 1) {
    const record = results.record[row]!;
    const known = worst[record]!;
    if (known < 0 || ranks[results.status[row]!]! < ranks[results.status[known]!]!) worst[record] = row;
  }
  return worst;
};

/** Places on the screen; of points that would cover each other only the most urgent is drawn. */
export const thin = (
  count: number,
  place: (at: number) => readonly [number, number],
  width: number,
  height: number,
  gap: number,
): readonly number[] => {
  const taken = new Set<number>();
  const columns = Math.ceil(width / gap) + 2;
  const drawn: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const [x, y] = place(at);
    if (x < -gap || y < -gap || x > width + gap || y > height + gap) continue;
    const key = (Math.floor(y / gap) + 1) * columns + Math.floor(x / gap) + 1;
    if (taken.has(key)) continue;
    taken.add(key);
    drawn.push(at);
  }
  // The urgent ones are drawn last, above the others.
  return drawn.reverse();
};
