import * as monaco from "monaco-editor/editor";
import type { Finding, Findings } from "../worker/worker-api.ts";
import { LANGUAGE } from "./language.ts";
import { visibleRange } from "./line-table.ts";
import type { TextSession } from "./text-session.ts";

/** More than these make no sense on a page; the list of findings has them all. */
const MOST_MARKERS = 500;

/** Underlines what was found; nothing is done where the findings are as they were. */
export class Markers {
  #shown: { readonly session: TextSession; readonly key: string } | null = null;

  show(
    session: TextSession,
    { findings, path }: Findings,
    sessionAt: (path: string) => TextSession | null,
  ): void {
    const own = findings.filter(({ file }) => file === path).slice(0, MOST_MARKERS);
    const key = own
      .map(({ code, severity, span, message }) => `${code} ${severity} ${span.start} ${span.end} ${message}`)
      .join("\n");
    if (this.#shown?.session === session && this.#shown.key === key) return;
    this.#shown = { session, key };
    monaco.editor.setModelMarkers(
      session.model,
      LANGUAGE,
      own.map((finding) => markerOf(finding, session, sessionAt)),
    );
  }
}

const markerOf = (
  finding: Finding,
  session: TextSession,
  sessionAt: (path: string) => TextSession | null,
): monaco.editor.IMarkerData => ({
  message: finding.message,
  code: finding.code,
  severity: SEVERITIES[finding.severity],
  ...visibleRange(session.rangeOf(finding.span)),
  relatedInformation: finding.related.flatMap(({ file, span, message }) => {
    const other = sessionAt(file);
    return other === null ? [] : [{ resource: other.model.uri, message, ...other.rangeOf(span) }];
  }),
});

const SEVERITIES = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const satisfies Record<Finding["severity"], monaco.MarkerSeverity>;
