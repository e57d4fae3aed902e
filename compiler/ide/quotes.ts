import {
  provisionBefore,
  provisionText,
  type BlockSegment,
  type PolicyFile,
  type Provision,
} from "../../language/index.ts";
import type { Candidate } from "./candidate.ts";

/** The provision that a block stands under. */
export const provisionOfBlock = (file: PolicyFile, block: BlockSegment): Provision | null => {
  const read = file.blocks.find(({ segment }) => segment.span.start === block.span.start);
  if (read !== undefined && read.provision !== null) return file.document.byPath.get(read.provision) ?? null;
  return provisionBefore(file.document, block.span.start);
};

/** The provision's own words, cut where a sentence or a part of it ends, so that a quotation is exact. */
export const quotesOf = (file: PolicyFile, block: BlockSegment): readonly string[] => {
  const provision = provisionOfBlock(file, block);
  if (provision === null) return [];
  const text = provisionText(file.document, provision).slice(0, LONGEST_PROVISION);
  const parts = new Set<string>();
  for (const sentence of text.split(/[。；！？]/)) {
    if (sentence.trim() === "") continue;
    // The words of an item are quoted without its number, and not together with what leads to the items.
    const [lead, ...items] = sentence.split(ITEM_NUMBER);
    for (const item of items) add(parts, item);
    const whole = items.length > 0 ? (lead ?? "").replace(/：\s*$/, "") : sentence;
    const pieces = whole.split(/[，、：]/);
    if (pieces.length > 1) for (const piece of pieces) add(parts, piece);
    add(parts, whole);
  }
  return [...parts];
};

const LONGEST_PROVISION = 8_000;
const ITEM_NUMBER = /（[一二三四五六七八九十百]+）/;

/** Words with an odd mark of quotation or bracket in them would end too early. */
const add = (parts: Set<string>, words: string): void => {
  const balanced =
    count(words, "「") === count(words, "」") &&
    count(words, "“") === count(words, "”") &&
    count(words, "（") === count(words, "）") &&
    count(words, "《") === count(words, "》");
  if (words.length >= 2 && balanced) parts.add(words);
};

const count = (text: string, character: string): number => text.split(character).length - 1;

const LONGEST_LABEL = 40;

/** A quotation to choose; with its marks where they are not there yet. */
export const quoteCandidate = (words: string, fit: number, marks: boolean, closes: boolean): Candidate => ({
  word: words,
  label: words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL)}……` : words,
  kind: "quote",
  insertText: marks ? `「${words}」` : closes ? `${words}」` : words,
  snippet: false,
  detail: "本条原文",
  documentation: () => (words.length > LONGEST_LABEL ? words : null),
  fit,
});

/** Words that go on from what has been typed somewhere in the provision. */
export const quotesFrom = (file: PolicyFile, block: BlockSegment, typed: string): readonly string[] => {
  const provision = provisionOfBlock(file, block);
  if (provision === null || typed.length < 2) return [];
  const text = provisionText(file.document, provision).slice(0, LONGEST_PROVISION);
  const found = new Set<string>();
  for (let at = text.indexOf(typed); at >= 0 && found.size < 6; at = text.indexOf(typed, at + 1)) {
    const rest = text.slice(at);
    for (const end of [/[，、：。；]/, /[。；]/]) {
      const stop = rest.slice(typed.length).search(end);
      add(found, stop < 0 ? rest : rest.slice(0, typed.length + stop));
    }
  }
  return [...found];
};
