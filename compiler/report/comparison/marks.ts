import type { Comparison, Place, ProvisionChange } from "../../model/change.ts";
import type { RunMark, Side } from "./table-runs.ts";

/** What the table says in words beside its marks, so that it also reads in black and white. */

export const LEGEND_WORDS = {
  deleted: "加删除线",
  added: "黑体字",
  minor: "加下划线",
} as const satisfies Record<Exclude<RunMark, "kept">, string>;

export interface LegendEntry {
  readonly mark: Exclude<RunMark, "kept">;
  /** The mark's own name, shown with the mark on it. */
  readonly sample: string;
  readonly meaning: string;
}

export const legendOf = ({ relation }: Pick<Comparison, "relation">): readonly LegendEntry[] => {
  const [left, right] =
    relation === "versions" ? ["删去的文字", "新增的文字"] : ["只见于左栏文件的文字", "只见于右栏文件的文字"];
  return [
    { mark: "deleted", sample: LEGEND_WORDS.deleted, meaning: left },
    { mark: "added", sample: LEGEND_WORDS.added, meaning: right },
    {
      mark: "minor",
      sample: LEGEND_WORDS.minor,
      meaning: "序号、随序号变动的引用、全角半角和空白的变化，不涉及文意",
    },
  ];
};

/** Stands in the empty cell of a provision that only one side has. */
export const emptyCellWords = (relation: Comparison["relation"], missing: Side): string => {
  if (relation === "documents") return "无对应内容";
  return missing === "left" ? "新增" : "删去";
};

/**
 * Where a provision went, or came from; partners of a split or merged one by name. Of two documents, neither came
 * from the other: they stand at different places.
 */
export const cellTag = (
  relation: Comparison["relation"],
  changes: readonly ProvisionChange[],
  side: Side,
): string | null => {
  const [change] = changes;
  if (change === undefined) return null;
  const [here, there] = side === "left" ? [change.left, change.right] : [change.right, change.left];
  const partners = labelsOf(changes, side === "left" ? "right" : "left");
  switch (change.kind) {
    case "moved":
      if (here === null || there === null) return null;
      if (relation === "documents") return placeInWords(here);
      return side === "left" ? `移至${placeInWords(there)}` : `移自${placeInWords(there)}`;
    case "split":
      if (relation === "documents") return `对应${partners}`;
      return side === "left" ? `拆分为${partners}` : `由${partners}拆分而来`;
    case "merged":
      if (relation === "documents") return `对应${partners}`;
      return side === "left" ? `并入${partners}` : `由${partners}合并而来`;
    case "unchanged":
    case "changed":
    case "added":
    case "deleted":
    case "renumbered":
      return null;
  }
};

/** “第三章 定点医疗机构”第十二条. */
export const placeInWords = ({ under, label }: Place): string =>
  under.length === 0 ? label : `“${under.join("　")}”${label}`;

const labelsOf = (changes: readonly ProvisionChange[], side: Side): string =>
  [...new Set(changes.flatMap((change) => change[side]?.label ?? []))].join("、");
