/** How many times as much is tried in the long form of a test; 1 in the ordinary one. */
export const TIMES = Number(process.env["LONG_RUN"] ?? 1);

/** Milliseconds for one test, also on a machine that has much else to do. */
export const PATIENCE = 300_000 * TIMES;

/** Seeds of so many policies put together at random; the long form has as many times more. */
export const seedsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count * TIMES }, (_, index) => first + index);

/** One in so many, others in another turn; the long form takes more of them. */
export const oneIn = <Item>(share: number, items: readonly Item[], turn: number): readonly Item[] => {
  const every = Math.max(1, Math.round(share / TIMES));
  return items.filter((_, index) => index % every === turn % every);
};

/** What a test has tried, for the report of a long run. */
export type Tally = Readonly<Record<string, number>>;

declare module "vitest" {
  interface TaskMeta {
    tally?: Tally;
  }
}
