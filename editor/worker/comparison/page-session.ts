import type { VersionComparison } from "../worker-api.ts";
import { createComparison } from "./session.ts";
import { comparisonView } from "./view/view.ts";

/** The comparison as the page asks for it: what crosses is what is shown, and crosses once. */
export const createPageComparison = (): VersionComparison => {
  const session = createComparison();
  return {
    compare: async (texts, progress) => comparisonView(await session.compare(texts, progress), texts),
    exportComparison: (format) => session.exportComparison(format),
  };
};
