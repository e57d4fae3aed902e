import type { Diagnostic } from "../../../language/diagnostic.ts";
import { readDocument } from "../../../language/document/index.ts";
import type { SourceText } from "../../../language/source.ts";

/** A finding in a real law, as a person sees it who has to say whether it is right. */
export interface SampledFinding {
  readonly law: string;
  readonly code: string;
  /** The first words that the finding points at; with law and code they name it. */
  readonly words: string;
  readonly message: string;
  /** The words with forty characters on both sides. */
  readonly around: string;
}

export const SAMPLE_SIZE = 100;

/** Every finding at severity error or warning. */
export const seriousFindings = (laws: readonly SourceText[]): SampledFinding[] =>
  laws.flatMap((source) =>
    readDocument(source)
      .findings.filter(({ severity }) => severity !== "info")
      .map((finding) => sampled(source, finding)),
  );

/**
 * A hundred of the findings, or all where there are fewer: the lints take turns, so that one which
 * finds much does not hide the others. A finding keeps its rank when others come or go, so a judged
 * table stays good for the most part while lints are tuned.
 */
export const sampleOf = (findings: readonly SampledFinding[]): SampledFinding[] => {
  const byCode = new Map<string, SampledFinding[]>();
  for (const finding of findings) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
  const queues = [...byCode]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, own]) => own.toSorted((left, right) => rankOf(left) - rankOf(right)));
  const chosen: SampledFinding[] = [];
  for (let turn = 0; chosen.length < Math.min(SAMPLE_SIZE, findings.length); turn += 1) {
    const inTurn = queues.flatMap((queue) => queue.slice(turn, turn + 1));
    chosen.push(...inTurn.slice(0, SAMPLE_SIZE - chosen.length));
  }
  return chosen.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
};

/** What a row of the table and a finding are compared by. */
export const nameOf = ({ law, code, words }: Pick<SampledFinding, "law" | "code" | "words">): string =>
  `${code} | ${law} | ${words}`;

/** A finding as an open row of the table and as a note with what is needed to judge it. */
export const openRow = ({ law, code, words }: SampledFinding, number: number): string =>
  `| ${number} | ${law} | ${code} | ${words} | | |`;

export const openNote = (finding: SampledFinding, number: number): string =>
  `${number}. ${finding.code} · ${finding.law}\n   ${finding.message}\n   …${finding.around}…`;

const WORDS = 20;
const AROUND = 40;

const sampled = ({ name, text }: SourceText, { code, message, span }: Diagnostic): SampledFinding => {
  const end = Math.max(span.end, span.start + 1);
  return {
    law: name.replace(/\.md$/, ""),
    code,
    words: inOneLine(text.slice(span.start, end)).slice(0, WORDS).trim(),
    message: inOneLine(message),
    around: inOneLine(
      `${text.slice(Math.max(0, span.start - AROUND), span.start)}【${text.slice(span.start, span.end)}】${text.slice(span.end, span.end + AROUND)}`,
    ),
  };
};

/** No breaks and no bars, so that it fits into a row of a table. */
const inOneLine = (text: string): string => text.replace(/\s+/g, " ").replaceAll("|", "／").trim();

const SEED = 0x81_1c_9d_c5;

/** A number that only depends on the finding itself (FNV-1a). */
const rankOf = (finding: SampledFinding): number => {
  let hash = SEED;
  for (const character of nameOf(finding)) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01_00_01_93) >>> 0;
  }
  return hash;
};
