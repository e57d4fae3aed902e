import type { Diagnostic, Severity } from "../../../language/diagnostic.ts";
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

/** A set of findings that is judged in a table of its own. */
export interface SamplePart {
  /** Heading of the table in judged.md. */
  readonly heading: string;
  readonly folder: "laws" | "cities" | "both";
  readonly severities: readonly Severity[];
  readonly size: number;
  /** Share of the rows that may be false alarms. */
  readonly mostFalse: number;
}

export const SAMPLE_PARTS: readonly SamplePart[] = [
  { heading: "错误和警告", folder: "laws", severities: ["error", "warning"], size: 100, mostFalse: 0.05 },
  {
    heading: "城市文件的警告",
    folder: "cities",
    severities: ["error", "warning"],
    size: 20,
    mostFalse: 0.05,
  },
  { heading: "提示", folder: "both", severities: ["info"], size: 75, mostFalse: 0.1 },
];

/** Every finding of a part, in the order of the texts. */
export const findingsOf = (part: SamplePart, texts: readonly SourceText[]): SampledFinding[] =>
  texts
    .filter(({ name }) => part.folder === "both" || isLaw(name) === (part.folder === "laws"))
    .flatMap((source) =>
      readDocument(source)
        .findings.filter(({ severity }) => part.severities.includes(severity))
        .map((finding) => sampled(source, finding)),
    );

const isLaw = (name: string): boolean => name.endsWith(".md");

/**
 * So many of the findings, or all where there are fewer: the lints take turns, so that one which
 * finds much does not hide the others. A finding keeps its rank when others come or go, so a judged
 * table stays good for the most part while lints are tuned.
 */
export const sampleOf = (findings: readonly SampledFinding[], size: number): SampledFinding[] => {
  const byCode = new Map<string, SampledFinding[]>();
  for (const finding of findings) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
  const queues = [...byCode]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, own]) => ranked(own));
  const chosen: SampledFinding[] = [];
  for (let turn = 0; chosen.length < Math.min(size, findings.length); turn += 1) {
    const inTurn = queues.flatMap((queue) => queue.slice(turn, turn + 1));
    chosen.push(...inTurn.slice(0, size - chosen.length));
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
    law: name.replace(/\.(?:md|txt)$/, ""),
    code,
    words: inOneLine(text.slice(span.start, end)).slice(0, WORDS).trim(),
    message: inOneLine(message),
    around: inOneLine(
      `${text.slice(Math.max(0, span.start - AROUND), span.start)}【${text.slice(span.start, span.end)}】${text.slice(span.end, span.end + AROUND)}`,
    ),
  };
};

/** No breaks, no bars and nothing that cannot be seen, so that it fits into a row of a table. */
const inOneLine = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replaceAll("|", "／")
    .replace(/\p{Co}/gu, (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`)
    .trim();

const SEED = 0x81_1c_9d_c5;

/** The order only depends on the findings themselves; the second of a name has a rank of its own. */
const ranked = (findings: readonly SampledFinding[]): SampledFinding[] => {
  const seen = new Map<string, number>();
  return findings
    .map((finding) => {
      const name = nameOf(finding);
      const order = (seen.get(name) ?? 0) + 1;
      seen.set(name, order);
      return { finding, rank: hashOf(`${name} | ${order}`) };
    })
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ finding }) => finding);
};

/** FNV-1a, with its bits mixed once more: names that differ in their last character are to part. */
const hashOf = (text: string): number => {
  let hash = SEED;
  for (const character of text) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01_00_01_93) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  return (hash ^ (hash >>> 13)) >>> 0;
};
