import type { Finding } from "./finding.ts";

/** Findings as plain data; the field names are a contract. Lines and columns count from 1, in UTF-16 units. */
export const lintJson = (findings: readonly Finding[]): unknown =>
  findings.map(({ file, diagnostic, start, end, lines }) => ({
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
  }));
