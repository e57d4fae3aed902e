import { performance } from "node:perf_hooks";

/** Somebody in a race: one call of `run` does all of its work once. */
export interface Contestant {
  readonly name: string;
  readonly run: () => void | Promise<void>;
  /** How many records one run takes; ratios are for one record. */
  readonly records: number;
}

export interface Measured {
  readonly name: string;
  /** Median milliseconds of one run. */
  readonly milliseconds: number;
  /** Median microseconds of one record. */
  readonly microseconds: number;
  /** Median of the ratios of one round to the first contestant in the same round, record for record. */
  readonly ratio: number;
  /** Quarter and three quarters of those ratios. */
  readonly spread: readonly [number, number];
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * All contestants take turns in one process, each round beginning with another one; a slow moment of the machine then
 * falls on all of them. The first is what the others are compared with.
 */
export const race = async (
  contestants: readonly Contestant[],
  rounds: number,
  warmUp = 5,
): Promise<readonly Measured[]> => {
  const times = contestants.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const index = (turn + round + warmUp) % contestants.length;
      const from = performance.now();
      const running = contestants[index]!.run();
      if (running !== undefined) await running;
      const taken = performance.now() - from;
      if (round >= 0) times[index]!.push(taken);
    }
  }
  return contestants.map(({ name, records }, index) => {
    const own = times[index]!;
    const scale = contestants[0]!.records / records;
    const ratios = own.map((taken, round) => (taken * scale) / times[0]![round]!);
    const milliseconds = median(own);
    return {
      name,
      milliseconds,
      microseconds: (milliseconds * 1000) / records,
      ratio: median(ratios),
      spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    };
  });
};

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
};
