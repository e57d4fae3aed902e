import type { ProvisionChange } from "../model/change.ts";

/**
 * Rows in the order of the right text; what is gone follows the provision that it stood behind, as long as that
 * one has kept its place. The order depends on the rows alone, so that it is the same from either side.
 */
export const inOrder = (rows: readonly ProvisionChange[]): readonly ProvisionChange[] => {
  const standing = rows.filter(({ right }) => right !== null).toSorted(byRight);
  const gone = rows.filter(({ right }) => right === null).toSorted(byLeft);
  const anchors = standing
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.left !== null && row.kind !== "moved")
    .toSorted((one, other) => byLeft(one.row, other.row));
  const behind = new Map<number, ProvisionChange[]>();
  let next = 0;
  let place = FIRST;
  for (const row of gone) {
    while (next < anchors.length && startOf(anchors[next]!.row.left) < startOf(row.left)) {
      place = anchors[next]!.index;
      next += 1;
    }
    const rowsHere = behind.get(place) ?? [];
    rowsHere.push(row);
    behind.set(place, rowsHere);
  }
  return [...(behind.get(FIRST) ?? []), ...standing.flatMap((row, at) => [row, ...(behind.get(at) ?? [])])];
};

const FIRST = -1;

const startOf = (place: ProvisionChange["left"]): number => place?.span.start ?? -1;

const byRight = (one: ProvisionChange, other: ProvisionChange): number =>
  startOf(one.right) - startOf(other.right) || startOf(one.left) - startOf(other.left);

const byLeft = (one: ProvisionChange, other: ProvisionChange): number =>
  startOf(one.left) - startOf(other.left) || startOf(one.right) - startOf(other.right);
