import type { Diagnostic, DiagnosticTable, LineIndex, Severity, Span } from "../../language/index.ts";
import type { CheckedFile, Finding } from "./finding.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  string
>;

/** Findings as a SARIF 2.1.0 log, for code hosting services and other viewers. */
export const sarif = (
  shown: readonly Finding[],
  kinds: DiagnosticTable,
  version: string,
  suppressed: readonly Finding[] = [],
): unknown => {
  const findings = [...shown, ...suppressed];
  const codes = [...new Set(findings.map(({ diagnostic }) => diagnostic.code))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "tiaowen",
            fullName: "条文",
            semanticVersion: version,
            language: "zh-CN",
            rules: codes.map((code) => rule(code, kinds)),
          },
        },
        columnKind: "utf16CodeUnits",
        language: "zh-CN",
        results: findings.map((finding) => result(finding, codes.indexOf(finding.diagnostic.code))),
      },
    ],
  };
};

const rule = (code: string, kinds: DiagnosticTable): unknown => {
  const kind = kinds[code];
  return kind === undefined
    ? { id: code }
    : {
        id: code,
        fullDescription: { text: kind.why },
        defaultConfiguration: { level: LEVELS[kind.severity] },
      };
};

const result = ({ file, diagnostic, lines, left }: Finding, ruleIndex: number): unknown => ({
  ruleId: diagnostic.code,
  ruleIndex,
  level: LEVELS[diagnostic.severity],
  message: { text: diagnostic.message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: fileUri(file.name) },
        region: region(diagnostic.span, lines),
      },
      ...(diagnostic.provision === undefined
        ? {}
        : {
            logicalLocations: [logical(file, diagnostic.provision)],
          }),
    },
  ],
  ...related(file, diagnostic, lines),
  ...fixes(file, diagnostic, lines),
  ...(left === undefined
    ? {}
    : {
        suppressions: [
          {
            kind: left.by === "file" ? "inSource" : "external",
            status: "accepted",
            justification: left.reason,
          },
        ],
      }),
});

const logical = (file: CheckedFile, provision: string): object => ({
  name: file.label(provision),
  fullyQualifiedName: provision,
});

const related = (file: CheckedFile, diagnostic: Diagnostic, lines: LineIndex): object =>
  diagnostic.related === undefined || diagnostic.related.length === 0
    ? {}
    : {
        relatedLocations: diagnostic.related.map((place, id) => ({
          id,
          message: { text: place.message },
          physicalLocation: {
            artifactLocation: { uri: fileUri(place.file) },
            // Lines of another file are not at hand; its offsets are exact all the same.
            region: place.file === file.name ? region(place.span, lines) : offsets(place.span),
          },
          ...(place.provision === undefined || place.file !== file.name
            ? {}
            : { logicalLocations: [logical(file, place.provision)] }),
        })),
      };

const fixes = (file: CheckedFile, diagnostic: Diagnostic, lines: LineIndex): object =>
  diagnostic.fixes === undefined || diagnostic.fixes.length === 0
    ? {}
    : {
        fixes: diagnostic.fixes.map((fix) => ({
          description: { text: fix.title },
          artifactChanges: [
            {
              artifactLocation: { uri: fileUri(file.name) },
              replacements: fix.edits.map((edit) => ({
                deletedRegion: region(edit.span, lines),
                insertedContent: { text: edit.newText },
              })),
            },
          ],
        })),
      };

const region = (span: Span, lines: LineIndex): object => {
  const [start, end] = [lines.position(span.start), lines.position(Math.max(span.start, span.end))];
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...offsets(span),
  };
};

const offsets = (span: Span): object => ({
  charOffset: span.start,
  charLength: Math.max(0, span.end - span.start),
});

/** A relative path as a URI reference; Han characters are percent-encoded as the standard demands. */
const fileUri = (name: string): string => {
  const encoded = name.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return encoded.startsWith("/") ? `file://${encoded}` : encoded.replace(/^([A-Za-z])%3A\//, "file:///$1:/");
};
