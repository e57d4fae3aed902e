import type { Comparison } from "../../../model/change.ts";
import type { TableOptions } from "../table-rows.ts";

/**
 * The comparison as a Word file (.docx): A4 across, 仿宋 and 黑体, the same table as the page. What writes the
 * file is only loaded when one is asked for.
 */
export const comparisonWord = async (comparison: Comparison, options: TableOptions): Promise<Uint8Array> => {
  const { wordFile } = await import("./document.ts");
  return wordFile(comparison, options);
};
