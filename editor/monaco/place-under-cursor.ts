import { nodesAt } from "../state/outline-place.ts";
import type { OutlineNode } from "../worker/worker-api.ts";

/** Path of the lowest provision that an offset stands in; blocks belong to the provision they stand under. */
export const provisionAt = (outline: readonly OutlineNode[], offset: number): string | null =>
  nodesAt(outline, offset).findLast(({ kind }) => kind === "provision")?.id ?? null;
