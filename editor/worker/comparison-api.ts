import type { Comparison } from "../../compiler/model/change.ts";
import type { ComparedTexts, ComparisonView } from "./comparison/view-model.ts";
import type { ExportedFile, Progress } from "./evaluation-api.ts";

export type * from "./comparison/view-model.ts";
export type { Comparison };

/** Compares two versions of a policy. */
export interface VersionComparison {
  compare(texts: ComparedTexts, progress: Progress): Promise<ComparisonView>;
  exportComparison(format: "docx" | "html" | "md" | "json"): Promise<ExportedFile>;
}
