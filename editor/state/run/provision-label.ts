import type { OutlineNode } from "../../worker/worker-api.ts";
import type { Studio } from "../studio.ts";

/** 第十六条第一款: how a provision is called in the open document; its path where it is not in it. */
export const provisionLabel = (studio: Studio, path: string): string => {
  const labelled = studio.run.results.get()?.decisions.find(({ provision }) => provision === path)?.label;
  return labelled ?? nodeOf(studio.details.get()?.outline ?? [], path)?.label ?? "这一条文";
};

const nodeOf = (nodes: readonly OutlineNode[], id: string): OutlineNode | null => {
  for (const node of nodes) {
    const found = node.id === id ? node : nodeOf(node.children, id);
    if (found !== null) return found;
  }
  return null;
};
