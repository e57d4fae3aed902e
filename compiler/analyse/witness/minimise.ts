import type { World } from "../../model/facts.ts";
import type { DifferenceQuery } from "../difference-query.ts";
import { renamed, withoutDangling } from "./changed-world.ts";
import type { FoundDifference } from "./found.ts";
import { exchanged, less, plainer, type Moves } from "./moves.ts";
import { always, replayWanted, type Also, type Judged } from "./replay.ts";
import { readsOfBoth } from "./shared-schema.ts";
import type { Reads } from "../fields-read.ts";
import { compareSizes, sizeOf, yardstickOf, type Yardstick } from "./size.ts";

/**
 * The same difference on a smallest, ordinary world: fewest records, then fewest facts, then nothing set that is not
 * needed, then plain values. Both statuses stay; every step is run by the interpreter. Doing it again changes nothing.
 */
export const minimise = (
  query: DifferenceQuery,
  found: FoundDifference,
  also: Also = always,
): FoundDifference => {
  const keeps = (world: World, judged: Judged): boolean => {
    const again = replayWanted(query, world, judged);
    return (
      again !== null &&
      again.left.status === found.left.status &&
      again.right.status === found.right.status &&
      also(world, judged)
    );
  };
  const [yardstick, reads] = [yardstickOf(query), readsOfBoth(query)];
  let budget = MOST_REPLAYS;
  let judged: Judged = found.record;
  let world = found.world;
  if (!keeps(world, judged)) return found;

  const reduce = (): boolean => {
    const before = world;
    world = withLess(yardstick, reads, world, judged, (simpler) => budget-- > 0 && keeps(simpler, judged));
    return world !== before;
  };
  const step = (moves: Moves): boolean => {
    const size = sizeOf(yardstick, world);
    for (const simpler of moves(yardstick, reads, world, judged)) {
      // A plainer value may be odder at another place.
      if (compareSizes(sizeOf(yardstick, simpler), size) >= 0) continue;
      if (budget-- <= 0) return false;
      if (!keeps(simpler, judged)) continue;
      world = simpler;
      return true;
    }
    return false;
  };
  const callThemPlainly = (): void => {
    const plain = renamed(world, judged);
    const named = { object: judged.object, id: plain.id };
    if (keeps(plain.world, named)) [world, judged] = [plain.world, named];
  };

  const connected = withoutDangling(world);
  if (keeps(connected, judged)) world = connected;
  callThemPlainly();
  while (reduce() || step(plainer) || step(exchanged));
  callThemPlainly();
  const last = replayWanted(query, world, judged)!;
  return { kind: "found", world, record: judged, left: last.left, right: last.right };
};

/** The same difference on a world with nothing in it that is not needed; its values stay as they are. */
export const barest = (query: DifferenceQuery, found: FoundDifference): FoundDifference => {
  const [yardstick, reads] = [yardstickOf(query), readsOfBoth(query)];
  const keeps = (world: World): boolean => {
    const again = replayWanted(query, world, found.record);
    return again?.left.status === found.left.status && again.right.status === found.right.status;
  };
  return { ...found, world: withLess(yardstick, reads, found.world, found.record, keeps) };
};

/** Each thing of a world taken away in turn, where it is not needed. */
const withLess = (
  yardstick: Yardstick,
  reads: Reads,
  start: World,
  judged: Judged,
  keeps: (world: World) => boolean,
): World => {
  let world = start;
  // What is needed stands before the rest, whatever of the rest is taken away.
  let needed = 0;
  for (;;) {
    let next: World | null = null;
    let at = 0;
    for (const simpler of less(yardstick, reads, world, judged)) {
      at += 1;
      if (at <= needed) continue;
      if (keeps(simpler)) {
        next = simpler;
        break;
      }
      needed += 1;
    }
    if (next === null) return world;
    world = next;
  }
};

/** Far more than small worlds need; a bound for large ones. */
const MOST_REPLAYS = 20_000;
