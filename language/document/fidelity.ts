import { span, type SourceText, type Span } from "../source.ts";
import type { OfficialDocument, Provision, Segments } from "./model.ts";
import { ownWords } from "./provision-text.ts";
import { readDocument } from "./structure.ts";
import { isSpaceCode, withoutSpace } from "./whitespace.ts";

/** One place where the official text of a policy and its stored source are not the same. */
export interface TextDifference {
  readonly kind: "changed" | "missing" | "added" | "path";
  /** Path of the provision; `null` outside provisions (titles, signatures, dates). */
  readonly provision: string | null;
  /** Where it is in the policy; `null` where the policy has nothing there. */
  readonly span: Span | null;
  /** Where it is in the stored source; `null` where the source has nothing there. */
  readonly storedSpan: Span | null;
  /** The words from the first difference on, cut short. */
  readonly found: string;
  readonly expected: string;
  /** The difference in one Chinese sentence. */
  readonly message: string;
}

export interface FidelityReport {
  readonly equal: boolean;
  /** Official text of the policy without white space; what a checksum is taken of. */
  readonly normalizedText: string;
  readonly normalizedSource: string;
  readonly differences: readonly TextDifference[];
}

/** The official text of a file: its blocks and marks removed, its characters untouched. */
export const officialText = (segments: Segments): string =>
  segments.official.map(({ start, end }) => segments.source.text.slice(start, end)).join("");

/** The form in which texts are compared: all white space removed, nothing else. */
export const normalizedOfficialText = (segments: Segments): string => withoutSpace(officialText(segments));

/**
 * Compares a policy with the source that it was pasted from: the characters without white space,
 * and the paths of the provisions. Reports the first difference of each provision.
 */
export const compareWithSource = (segments: Segments, stored: SourceText): FidelityReport => {
  const normalizedText = normalizedOfficialText(segments);
  const normalizedSource = withoutSpace(stored.text);
  const whole = { source: stored, official: [span(0, stored.text.length)] };
  const storedSegments: Segments = { ...whole, allowsBlocks: false, blocks: [], marks: [], diagnostics: [] };
  const here = readDocument(segments);
  const there = readDocument(storedSegments);
  const differences = [...comparePaths(here, there), ...compareWords(here, there)];
  const sameText = normalizedText === normalizedSource;
  if (!sameText && differences.length === 0) {
    differences.push(firstDifference(segments, storedSegments, normalizedText, normalizedSource));
  }
  return { equal: sameText && differences.length === 0, normalizedText, normalizedSource, differences };
};

const comparePaths = (here: OfficialDocument, there: OfficialDocument): TextDifference[] => {
  const differences: TextDifference[] = [];
  for (const provision of there.provisions) {
    if (here.byPath.has(provision.path)) continue;
    differences.push({
      kind: "missing",
      provision: provision.path,
      span: null,
      storedSpan: provision.span,
      found: "",
      expected: excerpt(wordsOf(there, provision), 0),
      message: `原文的${provision.label}在政策文件中没有找到。请按原文补上，或者检查这一条的编号是否写错。`,
    });
  }
  for (const provision of here.provisions) {
    if (there.byPath.has(provision.path)) continue;
    differences.push({
      kind: "added",
      provision: provision.path,
      span: provision.span,
      storedSpan: null,
      found: excerpt(wordsOf(here, provision), 0),
      expected: "",
      message: `政策文件多出了${provision.label}，原文没有这一处。请删去，或者用语句块写在原文之外。`,
    });
  }
  return differences;
};

const compareWords = (here: OfficialDocument, there: OfficialDocument): TextDifference[] => {
  const differences: TextDifference[] = [];
  for (const provision of here.provisions) {
    const original = there.byPath.get(provision.path);
    if (original === undefined) continue;
    const found = wordsOf(here, provision);
    const expected = wordsOf(there, original);
    if (found === expected) continue;
    const at = commonLength(found, expected);
    const words = excerpt(found, at);
    const originalWords = excerpt(expected, at);
    differences.push({
      kind: "changed",
      provision: provision.path,
      span: placeIn(here.source.text, spansOf(provision), at),
      storedSpan: placeIn(there.source.text, spansOf(original), at),
      found: words,
      expected: originalWords,
      message: `${provision.label}与原文不一致：政策文件写“${words}”，原文是“${originalWords}”。请按原文改正。`,
    });
  }
  return differences;
};

/** Titles, signatures and other lines outside provisions are compared as part of the whole text. */
const firstDifference = (
  segments: Segments,
  stored: Segments,
  found: string,
  expected: string,
): TextDifference => {
  const at = commonLength(found, expected);
  const words = excerpt(found, at);
  const originalWords = excerpt(expected, at);
  return {
    kind: "changed",
    provision: null,
    span: placeIn(segments.source.text, segments.official, at),
    storedSpan: placeIn(stored.source.text, stored.official, at),
    found: words,
    expected: originalWords,
    message: `条文以外的文字（标题、落款等）与原文不一致：政策文件写“${words}”，原文是“${originalWords}”。请按原文改正。`,
  };
};

const spansOf = (provision: Provision): readonly Span[] => [
  ...(provision.titleSpan && !ownWords(provision).some(({ start }) => start <= provision.titleSpan!.start)
    ? [provision.titleSpan]
    : []),
  ...ownWords(provision),
];

const wordsOf = (document: OfficialDocument, provision: Provision): string =>
  withoutSpace(
    spansOf(provision)
      .map(({ start, end }) => document.source.text.slice(start, end))
      .join(""),
  );

const LONGEST_EXCERPT = 20;

const excerpt = (words: string, at: number): string => {
  const part = words.slice(at, at + LONGEST_EXCERPT);
  if (part === "") return "（无）";
  return words.length > at + LONGEST_EXCERPT ? `${part}……` : part;
};

const commonLength = (left: string, right: string): number => {
  const most = Math.min(left.length, right.length);
  let at = 0;
  while (at < most && left[at] === right[at]) at += 1;
  return at;
};

/** Where the character number `at` of the words without white space stands in the file. */
const placeIn = (text: string, spans: readonly Span[], at: number): Span | null => {
  let left = at;
  let last: number | null = null;
  for (const { start, end } of spans) {
    for (let offset = start; offset < end; offset += 1) {
      if (isSpaceCode(text.charCodeAt(offset))) continue;
      if (left === 0) return span(offset, offset + 1);
      left -= 1;
      last = offset;
    }
  }
  return last === null ? null : span(last, last + 1);
};
