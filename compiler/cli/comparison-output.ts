import type { Comparison } from "../model/change.ts";
import { comparisonJson } from "../report/comparison/json.ts";
import { comparisonMarkdown } from "../report/comparison/markdown.ts";
import { comparisonTerminal } from "../report/comparison/terminal.ts";
import { emit } from "./emit.ts";
import type { Io } from "./io.ts";
import { terminalLayout } from "./terminal-layout.ts";
import { displayPath, resolvePath, writeAtomically } from "./text-file.ts";

export const COMPARISON_FORMATS = ["terminal", "html", "docx", "markdown", "json", "decision"] as const;

export type ComparisonFormat = (typeof COMPARISON_FORMATS)[number];

export interface ComparisonOutput {
  readonly format: ComparisonFormat;
  readonly all: boolean;
  readonly output?: string;
}

/** Writes a comparison in the format that was asked for. What only one format needs is loaded for it alone. */
export const writeComparison = async (
  io: Io,
  comparison: Comparison,
  { format, all, output }: ComparisonOutput,
): Promise<void> => {
  switch (format) {
    case "terminal":
      return emit(io, comparisonTerminal(comparison, { all, ...terminalLayout(io, output) }), output);
    case "json":
      return emit(io, comparisonJson(comparison), output);
    case "markdown":
      return emit(io, comparisonMarkdown(comparison, { all }), output);
    case "html": {
      const { comparisonPage } = await import("../report/comparison/html/page.ts");
      return emit(io, comparisonPage(comparison, { all }), output);
    }
    case "docx": {
      const { comparisonWord } = await import("../report/comparison/word/word.ts");
      return emitBytes(io, await comparisonWord(comparison, { all }), output ?? "");
    }
    case "decision": {
      const { amendmentOf } = await import("../diff/decision/index.ts");
      return emit(io, amendmentOf(comparison), output);
    }
  }
};

const emitBytes = async (io: Io, bytes: Uint8Array, output: string): Promise<void> => {
  await writeAtomically(io, output, bytes);
  io.writeError(`已写入 ${displayPath(io, resolvePath(io, output))}\n`);
};
