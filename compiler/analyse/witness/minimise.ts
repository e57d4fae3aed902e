import type { World } from "../../model/facts.ts";
import type { DifferenceQuery } from "../difference-query.ts";
import { renamed, withoutDangling } from "./changed-world.ts";
import type { FoundDifference } from "./found.ts";
import { exchanged, less, plainer, type Moves } from "./moves.ts";
import { always, replayWanted, type Also, type Judged } from "./replay.ts";
import { readsOfBoth } from "./shared-schema.ts";
import { compareSizes, sizeOf, yardstickOf } from "./size.ts";

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

  const step = (moves: Moves): boolean => {
    const size = sizeOf(yardstick, world);
    for (const simpler of moves(yardstick, reads, world, judged)) {
      // What takes something away is smaller in any case; a plainer value may be odder at another place.
      if (moves === plainer && compareSizes(sizeOf(yardstick, simpler), size) >= 0) continue;
      if (budget === 0) return false;
      budget -= 1;
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
  while (step(less) || step(plainer) || step(exchanged));
  callThemPlainly();
  const last = replayWanted(query, world, judged)!;
  return { kind: "found", world, record: judged, left: last.left, right: last.right };
};

/** The same difference on a world with nothing in it that is not needed; its values stay as they are. */
export const barest = (query: DifferenceQuery, found: FoundDifference): FoundDifference => {
  const [yardstick, reads] = [yardstickOf(query), readsOfBoth(query)];
  let { world } = found;
  for (let isLess = true; isLess;) {
    isLess = false;
    for (const simpler of less(yardstick, reads, world, found.record)) {
      const again = replayWanted(query, simpler, found.record);
      if (again?.left.status !== found.left.status || again.right.status !== found.right.status) continue;
      world = simpler;
      isLess = true;
      break;
    }
  }
  return { ...found, world };
};

/** Far more than small worlds need; a bound for large ones. */
const MOST_REPLAYS = 20_000;
