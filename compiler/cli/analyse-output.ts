import { analysisJson } from "../report/analysis/json.ts";
import { analysisMarkdown } from "../report/analysis/markdown.ts";
import type { AnalysisReport } from "../report/analysis/report.ts";
import { analysisTerminal } from "../report/analysis/terminal.ts";
import { emit } from "./emit.ts";
import type { Io } from "./io.ts";
import { formatOfOutput } from "./output-format.ts";
import { terminalLayout } from "./terminal-layout.ts";

export const ANALYSIS_FORMATS = ["terminal", "json", "html", "markdown"] as const;

export type AnalysisFormat = (typeof ANALYSIS_FORMATS)[number];

/** The format that was asked for, else the one of the file that is written. */
export const analysisFormat = (
  format: AnalysisFormat | undefined,
  output: string | undefined,
): AnalysisFormat => formatOfOutput(format, output, BY_EXTENSION, "terminal");

const BY_EXTENSION: Readonly<Partial<Record<string, AnalysisFormat>>> = {
  ".html": "html",
  ".htm": "html",
  ".md": "markdown",
  ".json": "json",
};

/** Writes an analysis. What only one format needs is loaded for it alone. */
export const writeAnalysis = async (
  io: Io,
  report: AnalysisReport,
  format: AnalysisFormat,
  output: string | undefined,
): Promise<void> => {
  switch (format) {
    case "terminal":
      return emit(io, analysisTerminal(report, terminalLayout(io, output)), output);
    case "json":
      await emit(io, analysisJson(report), output);
      // The list has no room for what is no finding: that questions stay open must not pass for a clean bill.
      for (const note of report.analysis.notes) io.writeError(`${note}\n`);
      return;
    case "markdown":
      return emit(io, analysisMarkdown(report), output);
    case "html": {
      const { analysisPage } = await import("../report/analysis/html/page.ts");
      return emit(io, analysisPage(report), output);
    }
  }
};
