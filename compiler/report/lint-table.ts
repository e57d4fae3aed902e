import type { RelatedPlace, Severity } from "../../language/index.ts";
import { countInWords, SEVERITY_WORDS } from "./finding.ts";
import type { Finding } from "./finding.ts";
import { quotedLine } from "./quoted-line.ts";
import { plain } from "./tone.ts";
import type { Paint, Tone } from "./tone.ts";
import { visible, wrap } from "./width.ts";

export interface LintLayout {
  readonly width?: number;
  readonly paint?: Paint;
}

const DEFAULT_WIDTH = 100;

/** Findings for a person: where, how grave, what, the words, and what would mend it. */
export const lintTable = (findings: readonly Finding[], layout: LintLayout = {}): string =>
  [...findings.map((finding) => findingText(finding, layout)), countInWords(findings)].join("\n\n");

export const findingText = (
  finding: Finding,
  { width = DEFAULT_WIDTH, paint = plain }: LintLayout = {},
): string => {
  const { file, diagnostic, start, lines } = finding;
  const provision = diagnostic.provision === undefined ? "" : `  ${file.label(diagnostic.provision)}`;
  const elsewhere = (other: RelatedPlace): string =>
    other.file === file.name ? `第${lines.position(other.span.start).line}行` : other.file;
  const place = `${file.name}:${start.line}:${start.column}`;
  return [
    `${paint("strong", place)}${provision}  ${paint(TONES[diagnostic.severity], SEVERITY_WORDS[diagnostic.severity])}  ${paint("muted", diagnostic.code)}`,
    ...indented(diagnostic.message, width),
    `    ${paint("muted", "│")} ${quotedLine(file.text, diagnostic.span, width - 6)}`,
    ...(diagnostic.related ?? []).flatMap((other) =>
      indented(`另见${elsewhere(other)}：${other.message}`, width),
    ),
    ...(diagnostic.fixes ?? []).flatMap((fix) =>
      indented(`修改：${fix.title}${fix.safe ? "（--fix 可自动修改）" : ""}`, width),
    ),
  ].join("\n");
};

const TONES = { error: "bad", warning: "warning", info: "muted" } as const satisfies Record<Severity, Tone>;

const indented = (text: string, width: number): string[] =>
  wrap(visible(text), width - 2).map((line) => `  ${line}`);
