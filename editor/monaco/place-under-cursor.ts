import type { OutlineNode } from "../worker/worker-api.ts";

/** Path of the lowest provision that an offset stands in; blocks belong to the provision they stand under. */
export const provisionAt = (outline: readonly OutlineNode[], offset: number): string | null => {
  let found: string | null = null;
  let nodes = outline;
  for (;;) {
    const node = nodes.find(({ span }) => span.start <= offset && offset <= span.end);
    if (node === undefined) return found;
    if (node.kind === "provision") found = node.id;
    nodes = node.children;
  }
};
