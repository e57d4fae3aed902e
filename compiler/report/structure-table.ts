import type { StructureSummary } from "../../language/index.ts";
import { textTable } from "./text-table.ts";
import type { Cell, TableLayout } from "./text-table.ts";
import { plain } from "./tone.ts";
import { truncate, visible } from "./width.ts";

const TITLE_WIDTH = 48;

/** The outline of an official text for a person: counts first, then every provision with its line and path. */
export const structureTable = (
  name: string,
  title: string | null,
  summary: StructureSummary,
  layout: TableLayout = {},
): string => {
  const paint = layout.paint ?? plain;
  const levels = Object.entries(summary.levels).map(([level, count]) => `${level} ${count}`);
  const rows = summary.provisions.map((provision): Cell[] => [
    provision.line,
    { text: provision.path, tone: "muted" },
    provision.label,
    truncate(visible(provision.title ?? ""), TITLE_WIDTH),
  ]);
  return [
    paint("strong", visible(title ?? name)),
    `层级：${levels.length === 0 ? "未识别出编号的层级" : levels.join("　")}${summary.insertions > 0 ? `　其中“之几”条 ${summary.insertions}` : ""}`,
    ...numbers("重复的条号", summary.duplicates, "warning", paint),
    ...numbers("缺少的条号", summary.gaps, "warning", paint),
    ...(rows.length === 0
      ? []
      : [
          "",
          textTable(
            [
              { title: "行", align: "right", fixed: true },
              { title: "路径" },
              { title: "条文" },
              { title: "标题" },
            ],
            rows,
            layout,
          ),
        ]),
  ].join("\n");
};

const MOST_NUMBERS = 40;

const numbers = (
  title: string,
  list: readonly number[],
  tone: "warning",
  paint: NonNullable<TableLayout["paint"]>,
): string[] => {
  if (list.length === 0) return [];
  const shown = list.slice(0, MOST_NUMBERS).join("、");
  return [paint(tone, `${title}：${shown}${list.length > MOST_NUMBERS ? `等${list.length}个` : ""}`)];
};
