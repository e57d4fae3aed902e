import type { Finding, Severity } from "../../worker/worker-api.ts";
import type { IconName } from "../icon/icons.ts";

/** Word, picture and colour of each severity, the gravest first. */
export const SEVERITIES: readonly {
  readonly severity: Severity;
  readonly word: string;
  readonly icon: IconName;
  readonly tone: string;
}[] = [
  { severity: "error", word: "错误", icon: "error", tone: "bad" },
  { severity: "warning", word: "警告", icon: "warning", tone: "warn" },
  { severity: "info", word: "提示", icon: "info", tone: "soft" },
];

/** The gravest first, each in the order of the text. */
export const sortedFindings = (findings: readonly Finding[]): readonly Finding[] =>
  SEVERITIES.flatMap(({ severity }) => findings.filter((finding) => finding.severity === severity));
