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
export const lintTable = (
  findings: readonly Finding[],
  layout: LintLayout = {},
  suppressed: readonly Finding[] = [],
): string =>
  [...inOrder(findings, layout), ...leftInWords(suppressed, layout), countInWords(findings)].join("\n\n");

/** What is left by choice stays in sight, in one line each with its reason. */
const leftInWords = (
  suppressed: readonly Finding[],
  { width = DEFAULT_WIDTH, paint = plain }: LintLayout,
): readonly string[] =>
  suppressed.length === 0
    ? []
    : [
        [
          paint("strong", `已注明不提示的${suppressed.length}处：`),
          ...suppressed.flatMap(({ file, diagnostic, start, left }) => {
            const label = diagnostic.provision === undefined ? "" : `${file.label(diagnostic.provision)}，`;
            const place = `${file.name}:${start.line}，${label}${diagnostic.code}`;
            return indented(`${place}，理由：${left?.reason ?? ""}`, width);
          }),
        ].join("\n"),
      ];

/** So many untreated provisions of one file are named; from there on a count says more. */
const UNTREATED_SHOWN = 3;
const UNTREATED = "provision-untreated";

/** Each finding, but provisions that nobody has treated yet in one line for the whole file. */
const inOrder = (findings: readonly Finding[], layout: LintLayout): string[] => {
  const untreated = new Map<Finding["file"], Finding[]>();
  for (const finding of findings) {
    if (finding.diagnostic.code !== UNTREATED) continue;
    const held = untreated.get(finding.file);
    if (held === undefined) untreated.set(finding.file, [finding]);
    else held.push(finding);
  }
  return findings.flatMap((finding) => {
    const own = untreated.get(finding.file) ?? [];
    if (finding.diagnostic.code !== UNTREATED || own.length <= UNTREATED_SHOWN)
      return [findingText(finding, layout)];
    return finding === own[0] ? [untreatedText(own, finding, layout)] : [];
  });
};

const untreatedText = (
  findings: readonly Finding[],
  { file, diagnostic }: Finding,
  { width = DEFAULT_WIDTH, paint = plain }: LintLayout,
): string => {
  const labels = findings.flatMap(({ diagnostic: { provision } }) =>
    provision === undefined ? [] : [file.label(provision)],
  );
  const named = `${labels.slice(0, UNTREATED_SHOWN).join("、")}等`;
  const words = `${labels.length === 0 ? "" : named}${findings.length}处条款尚无规则，也没有说明；用 tiaowen coverage ${file.name} 逐条查看。`;
  return [
    `${paint("strong", file.name)}  ${paint(TONES[diagnostic.severity], SEVERITY_WORDS[diagnostic.severity])}  ${paint("muted", diagnostic.code)}`,
    ...indented(words, width),
  ].join("\n");
};

export const findingText = (
  finding: Finding,
  { width = DEFAULT_WIDTH, paint = plain }: LintLayout = {},
): string => {
  const { file, diagnostic, start } = finding;
  const provision = diagnostic.provision === undefined ? "" : `  ${file.label(diagnostic.provision)}`;
  const elsewhere = (other: RelatedPlace): string =>
    other.file === file.name ? lineIn(finding, other) : other.file;
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

/** 第十六条第二款（第45行）; the line alone for what stands in no provision. */
const lineIn = ({ file, lines }: Finding, { span, provision }: RelatedPlace): string => {
  const line = `第${lines.position(span.start).line}行`;
  return provision === undefined ? line : `${file.label(provision)}（${line}）`;
};

const TONES = { error: "bad", warning: "warning", info: "muted" } as const satisfies Record<Severity, Tone>;

const indented = (text: string, width: number): string[] =>
  wrap(visible(text), width - 2).map((line) => `  ${line}`);
