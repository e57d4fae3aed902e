import { csvCell } from "../../../compiler/report/check-csv.ts";
import type { ExportedFile } from "../worker-api.ts";
import { EXPORT_HEADINGS, exportRows } from "./export-rows.ts";
import { exportPage } from "./export-page.ts";
import type { Results } from "./results.ts";
import { workbookOf } from "./workbook.ts";

/** The results as a file; without `rows` all of them. */
export const exportResults = async (
  results: Results,
  format: "csv" | "xlsx" | "html",
  rows: Uint32Array | null,
): Promise<ExportedFile> => {
  const name = `${fileName(results.policy.program.policy.name)}执行结果（${results.shown.at}）.${format}`;
  const wanted = rows ?? results.shown.decision.keys();
  switch (format) {
    case "csv":
      return { name, type: "text/csv;charset=utf-8", bytes: csvOf(exportRows(results, wanted)) };
    case "xlsx":
      return {
        name,
        type: WORKBOOK,
        bytes: workbookOf("执行结果", EXPORT_HEADINGS, exportRows(results, wanted)),
      };
    case "html": {
      const page = await exportPage(results, rows);
      return { name, type: "text/html;charset=utf-8", bytes: new TextEncoder().encode(page) };
    }
  }
};

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** With a byte order mark, so that Han characters open as such. */
const csvOf = (rows: Iterable<readonly string[]>): Uint8Array => {
  const lines = [`\uFEFF${csvLine(EXPORT_HEADINGS)}`];
  for (const row of rows) lines.push(csvLine(row));
  return new TextEncoder().encode(lines.join(""));
};

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** Without characters that no file name may have. */
const fileName = (name: string): string => name.replaceAll(/[\\/:*?"<>|\s]/g, "").slice(0, 60);
