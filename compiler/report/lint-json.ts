import type { Finding } from "./finding.ts";

/** Findings as plain data; the field names are a contract. Lines and columns count from 1, in UTF-16 units. */
export const lintJson = (findings: readonly Finding[], suppressed: readonly Finding[] = []): unknown =>
  [...findings, ...suppressed].map(({ file, diagnostic, start, end, lines, left }) => ({
    file: file.name,
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    provision: diagnostic.provision ?? null,
    label: diagnostic.provision === undefined ? null : file.label(diagnostic.provision),
    related: (diagnostic.related ?? []).map((other) => ({
      file: other.file,
      message: other.message,
      ...(other.file === file.name ? lines.position(other.span.start) : {}),
      provision: other.provision ?? null,
    })),
    ...(left === undefined ? {} : { suppressed: left.reason }),
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
