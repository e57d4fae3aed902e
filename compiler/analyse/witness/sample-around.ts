import type { World } from "../../model/facts.ts";
import type { Value } from "../../model/value.ts";
import type { DifferenceQuery } from "../difference-query.ts";
import { withValues, type FactPlace } from "./changed-world.ts";
import type { FoundDifference } from "./found.ts";
import { replayWanted, type Also } from "./replay.ts";
import { seeded } from "./seeded.ts";
import { readsOfBoth } from "./shared-schema.ts";
import { candidatesFor, yardstickOf } from "./size.ts";

/** The same difference with more facts known, so that it is also what a query cannot say; null where none is found. */
export const sampleAround = (
  query: DifferenceQuery,
  found: FoundDifference,
  seed: number,
  tries: number,
  also: Also,
): FoundDifference | null => {
  const [yardstick, reads, pick] = [yardstickOf(query), readsOfBoth(query), seeded(seed)];
  const missing = found.world.records.flatMap(({ object, facts }, record) =>
    [...(reads.fields.get(object) ?? [])]
      .filter((field) => !facts.has(field))
      .sort()
      .map((field): FactPlace => ({ record, field })),
  );
  const valueAt = (world: World, { record, field }: FactPlace): Value | null => {
    const { object } = world.records[record]!;
    const type = yardstick.schema.objects.get(object)?.fields.get(field)?.type;
    const values = type === undefined ? [] : candidatesFor(yardstick, world, field, type);
    return values.length === 0 || pick(4) === 0 ? null : values[pick(values.length)]!;
  };
  for (let count = 0; count < tries; count += 1) {
    const world = withValues(
      found.world,
      missing.map((place) => ({ place, value: valueAt(found.world, place) })),
    );
    const again = replayWanted(query, world, found.record);
    if (again !== null && also(world, found.record))
      return { kind: "found", world, record: found.record, left: again.left, right: again.right };
  }
  return null;
};
