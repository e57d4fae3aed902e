import { LineIndex } from "../../language/index.ts";
import type { BlockSegment, Segments } from "../../language/index.ts";
import { textTable } from "./text-table.ts";
import { truncate, visible } from "./width.ts";

const NAME_WIDTH = 48;

const ENDS = {
  end: "【完】",
  header: "下一语句块",
  recovery: "缺【完】，至公文标题处",
  endOfFile: "缺【完】，至文件末尾",
} as const satisfies Record<BlockSegment["closedBy"], string>;

/** How a file is cut into official text and blocks. */
export const blockTable = ({ source, blocks, official }: Segments): string => {
  const lines = new LineIndex(source.text);
  const rows = [
    ...blocks.map((block) => ({
      span: block.span,
      cells: [
        `【${block.keyword}】`,
        truncate(visible(block.name), NAME_WIDTH),
        ENDS[block.closedBy],
      ] as const,
    })),
    ...official.map((span) => ({ span, cells: ["公文原文", "", ""] as const })),
  ].sort((left, right) => left.span.start - right.span.start);
  return textTable(
    [
      { title: "行", align: "right" },
      { title: "至", align: "right" },
      { title: "类别" },
      { title: "名称" },
      { title: "结束于" },
    ],
    rows.map(({ span, cells: [kind, name, end] }) => [
      lines.position(span.start).line,
      lines.position(Math.max(span.start, span.end - 1)).line,
      kind,
      name,
      end,
    ]),
  );
};
