import { LineIndex } from "../../language/index.ts";
import type { Diagnostic, Position, Severity } from "../../language/index.ts";

/** A finding that somebody has looked at and left. */
export interface Suppressed {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
  /** In the file itself, or on the command line. */
  readonly by: "file" | "command";
}

/** A file that was checked, with what was found in it. */
export interface CheckedFile {
  readonly name: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What was found and is left by choice, with the reason. */
  readonly suppressed?: readonly Suppressed[];
  /** The citation label of a provision path in this file. */
  readonly label: (path: string) => string;
}

/** A diagnostic with its place in lines and columns. */
export interface Finding {
  readonly file: CheckedFile;
  readonly diagnostic: Diagnostic;
  readonly start: Position;
  readonly end: Position;
  /** Of the whole file, for fixes and related places. */
  readonly lines: LineIndex;
  /** Why it is left; absent where it is not. */
  readonly left?: Suppressed;
}

export const SEVERITY_WORDS = {
  error: "错误",
  warning: "警告",
  info: "提示",
} as const satisfies Record<Severity, string>;

/** Heading of what stands under no provision. */
export const NO_PROVISION = "未列在条文下的规定";

/** Findings by file, the gravest first, then by place; the order does not depend on which pass found them. */
export const locate = (files: readonly CheckedFile[]): Finding[] =>
  files.flatMap((file) => {
    const lines = new LineIndex(file.text);
    return file.diagnostics
      .map((diagnostic) => ({
        file,
        diagnostic,
        start: lines.position(diagnostic.span.start),
        end: lines.position(diagnostic.span.end),
        lines,
      }))
      .sort(byPlace);
  });

/** The findings that are left by choice, in the same order. */
export const locateSuppressed = (files: readonly CheckedFile[]): Finding[] =>
  files.flatMap((file) => {
    const byDiagnostic = new Map((file.suppressed ?? []).map((each) => [each.diagnostic, each]));
    return locate([{ ...file, diagnostics: [...byDiagnostic.keys()] }]).map((finding) => ({
      ...finding,
      left: byDiagnostic.get(finding.diagnostic)!,
    }));
  });

export const countBySeverity = (findings: readonly Finding[]): Record<Severity, number> => {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { diagnostic } of findings) counts[diagnostic.severity] += 1;
  return counts;
};

export const countInWords = (findings: readonly Finding[]): string =>
  severitiesInWords(countBySeverity(findings));

/** 发现3处错误、12处警告、4处提示。 */
export const severitiesInWords = (counts: Readonly<Record<Severity, number>>): string => {
  const parts = (["error", "warning", "info"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]}处${SEVERITY_WORDS[severity]}`);
  return parts.length === 0 ? "没有发现问题。" : `发现${parts.join("、")}。`;
};

const GRAVITY = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

const byPlace = (left: Finding, right: Finding): number =>
  GRAVITY[left.diagnostic.severity] - GRAVITY[right.diagnostic.severity] ||
  left.diagnostic.span.start - right.diagnostic.span.start ||
  left.diagnostic.span.end - right.diagnostic.span.end ||
  (left.diagnostic.code < right.diagnostic.code ? -1 : left.diagnostic.code > right.diagnostic.code ? 1 : 0);
