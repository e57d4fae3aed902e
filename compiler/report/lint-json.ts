import { LineIndex } from "../../language/index.ts";
import type { Finding } from "./finding.ts";

/** Findings as plain data; the field names are a contract. Lines and columns count from 1, in UTF-16 units. */
export const lintJson = (findings: readonly Finding[]): unknown => {
  const indexes = new Map<string, LineIndex>();
  return findings.map((finding) => {
    const { file, diagnostic, start, end } = finding;
    const lines = indexes.get(file.name) ?? new LineIndex(file.text);
    indexes.set(file.name, lines);
    return {
      file: file.name,
      code: diagnostic.code,
      severity: diagnostic.severity,
      message: diagnostic.message,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      provision: diagnostic.provision ?? null,
      fixes: (diagnostic.fixes ?? []).map((fix) => ({
        title: fix.title,
        safe: fix.safe,
        edits: fix.edits.map((edit) => ({
          start: edit.span.start,
          end: edit.span.end,
          ...lines.position(edit.span.start),
          newText: edit.newText,
        })),
      })),
    };
  });
};
