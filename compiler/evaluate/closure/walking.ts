import type { Supplied } from "./distance-reach.ts";
import type { Workshop } from "./workshop.ts";

const NOBODY: readonly Supplied[] = [];

/** Candidates that have a supplied walking distance from a row. */
export const walkingTable = (
  workshop: Workshop,
  object: string,
  other: string,
): ((row: number) => readonly Supplied[]) => {
  const { facts } = workshop;
  const [starts, ends] = [workshop.table(object), workshop.table(other)];
  const known = new Map<number, readonly Supplied[]>();
  const find = (row: number): readonly Supplied[] => {
    const from = starts.records[row]!.id;
    const partners = facts.walkingPartners?.(from) ?? ends.records.map(({ id }) => id);
    const found: Supplied[] = [];
    for (const id of partners) {
      const to = ends.rowOf(id);
      const metres = facts.walkingDistance(from, id);
      if (to !== undefined && metres !== undefined)
        found.push({ row: to, millimetres: Math.round(metres * 1000) });
    }
    return found.length === 0 ? NOBODY : found;
  };
  return (row) => {
    const found = known.get(row) ?? find(row);
    if (found !== NOBODY || facts.walkingPartners === undefined) known.set(row, found);
    return found;
  };
};
