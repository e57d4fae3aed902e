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

/** One word of a block as the stages show it. */
export interface StageWord {
  readonly start: number;
  readonly image: string;
  readonly kind: "name" | "undeclared" | "other";
}

/** How each line of the rule blocks is cut into words: names in 〔〕, undeclared ones with ？. */
export const wordTable = (text: string, words: readonly StageWord[]): string => {
  const lines = new LineIndex(text);
  const byLine = new Map<number, string[]>();
  for (const { start, image, kind } of words) {
    const { line } = lines.position(start);
    const shown = byLine.get(line) ?? [];
    shown.push(kind === "other" ? image : `〔${image}${kind === "undeclared" ? "？" : ""}〕`);
    byLine.set(line, shown);
  }
  return textTable(
    [{ title: "行", align: "right" }, { title: "断词" }],
    [...byLine].map(([line, shown]) => [line, visible(shown.join(" "))]),
  );
};
