import type { Comparison, ComparedTexts, ExportedFile, Progress } from "../worker-api.ts";
import { comparisonFile, type ComparisonFormat } from "./export.ts";

/** Compares two documents; the last comparison can be written as a file. */
export interface ComparisonSession {
  readonly compare: (texts: ComparedTexts, progress: Progress) => Promise<Comparison>;
  readonly exportComparison: (format: ComparisonFormat) => Promise<ExportedFile>;
}

export const createComparison = (): ComparisonSession => {
  let last: Comparison | null = null;
  return {
    compare: async (texts, progress) => {
      // Judging a register needs none of it: what compares is loaded when it is first asked for.
      const { compareTexts } = await import("./compare-texts.ts");
      last = await compareTexts(texts, progress);
      return last;
    },
    exportComparison: async (format) => {
      if (last === null) throw new Error("还没有比较过，请先比较两份文件。");
      return comparisonFile(last, format);
    },
  };
};
