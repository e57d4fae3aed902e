import type { ComparedTexts, ExportedFile, Progress } from "../worker-api.ts";
import type { ComparisonFormat } from "./export.ts";
import { createComparison } from "./session.ts";
import type { ComparisonView } from "./view-model.ts";
import { comparisonView } from "./view/view.ts";

/** The comparison as the page asks for it: what crosses is what is shown, and crosses once. */
export interface PageComparison {
  readonly compare: (texts: ComparedTexts, progress: Progress) => Promise<ComparisonView>;
  readonly exportComparison: (format: ComparisonFormat) => Promise<ExportedFile>;
}

export const createPageComparison = (): PageComparison => {
  const session = createComparison();
  return {
    compare: async (texts, progress) => comparisonView(await session.compare(texts, progress), texts),
    exportComparison: (format) => session.exportComparison(format),
  };
};
