import type { Comparison } from "../../model/change.ts";
import { escapeMarkdown, inCell, line, table } from "../markdown-cells.ts";
import type { ComparisonTable, TableCell, TableRow } from "./table-rows.ts";
import { paragraphsOf, type Run, type RunMark } from "./table-runs.ts";

/** 修改对照表: additions in bold, deletions struck through. */
export const tableMarkdown = (
  model: ComparisonTable,
  relation: Comparison["relation"],
): readonly string[] => {
  const { heads, rows, renumbered } = model;
  return [
    ...(rows.length === 0
      ? []
      : [
          relation === "versions" ? "## 修改对照表" : "## 条文对照表",
          relation === "versions"
            ? "粗体为新增的文字，加删除线的为删去的文字。"
            : "粗体为仅后者有的文字，加删除线的为仅前者有的文字。",
          table([line(heads.left), line(heads.right), heads.notes], rows.map(rowOf)),
        ]),
    ...(renumbered.length === 0 ? [] : [`序号变动，文字未改：${renumbered.map(line).join("；")}。`]),
  ];
};

const rowOf = (row: TableRow): readonly string[] =>
  row.kind === "heading"
    ? [runsIn(row.left ?? []), runsIn(row.right ?? []), ""]
    : [
        cellOf(row.left),
        cellOf(row.right),
        inCell(row.notes.map(({ text }) => escapeMarkdown(text)).join("\n")),
      ];

const cellOf = ({ tag, runs }: TableCell): string =>
  [...(tag === null ? [] : [`（${line(tag).replaceAll(/^（|）$/gu, "")}）`]), runsIn(runs)]
    .filter((part) => part !== "")
    .join("<br>");

const runsIn = (runs: readonly Run[]): string =>
  paragraphsOf(runs)
    .map((paragraph) => paragraph.map(marked).join(""))
    .join("<br>");

const marked = ({ text, mark }: Run): string => {
  const words = escapeMarkdown(text);
  const sign = SIGNS[mark];
  return words.trim() === "" ? words : `${sign.before}${words}${sign.after}`;
};

/** Marks of Markdown beside Han punctuation are not always read as marks; tags always are. */
const SIGNS = {
  kept: { before: "", after: "" },
  minor: { before: "", after: "" },
  deleted: { before: "<del>", after: "</del>" },
  added: { before: "<b>", after: "</b>" },
} as const satisfies Record<RunMark, { readonly before: string; readonly after: string }>;
