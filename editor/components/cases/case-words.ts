import type { CaseRow, CasesReport } from "../../worker/worker-api.ts";
import type { IconName } from "../icon/icons.ts";

/** How the result of a case is shown; the word says it without the colour. */
export const caseState = (
  row: Pick<CaseRow, "passed" | "knownFailure">,
): { readonly icon: IconName; readonly word: string; readonly tone: "good" | "bad" | "warn" } => {
  if (row.passed && row.knownFailure) return { icon: "info", word: "已知不成立", tone: "warn" };
  return row.passed
    ? { icon: "check", word: "通过", tone: "good" }
    : { icon: "error", word: "未通过", tone: "bad" };
};

/** 共52项：通过51项，未通过1项。 */
export const countsInWords = ({ rows }: Pick<CasesReport, "rows">): string => {
  const passed = rows.filter((row) => row.passed).length;
  const failed = rows.length - passed;
  return failed === 0
    ? `共${rows.length}项，全部通过。`
    : `共${rows.length}项：通过${passed}项，未通过${failed}项。`;
};
