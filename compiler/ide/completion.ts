import {
  BLOCK_KEYWORDS,
  END_KEYWORD,
  provisionBefore,
  type BlockSegment,
  type Provision,
} from "../../language/index.ts";
import type { Declared } from "../resolve/declared.ts";
import { keyword, LOOSE, ofName, ofSnippet, type Candidate } from "./candidate.ts";
import { UNFIT, type Expected } from "./expected-parts.ts";
import { expectedAt } from "./expected.ts";
import { keywordMeaning } from "./keyword-meaning.ts";
import type { Completion, PolicyView } from "./model.ts";
import { openQuote, placeAt, type Place } from "./place.ts";
import { proseCandidates } from "./prose-places.ts";
import { quoteCandidate, quotesFrom, quotesOf } from "./quotes.ts";
import { keywordsOf, recordsIn, sentenceBefore, wordsBefore, type Sentence } from "./sentence.ts";
import { RULE_IN_ITEMS, SNIPPETS } from "./snippets.ts";
import { lettersBefore, matchTyped, type Match, type Typed } from "./typed.ts";

/** How far a word that is written out falls behind. */
const WHOLE = 40;

/** No list is read to its end beyond this. */
const MOST = 300;

/** What may be written at an offset, the best first: only what matches the characters before it. */
export const complete = (view: PolicyView, offset: number): readonly Completion[] => {
  const place = placeAt(view.file, offset);
  const found = new Found(view, place);
  if (place.block === null) headers(view, place, found);
  else if (place.line.startsWith("【") && !place.line.includes("】")) headers(view, place, found);
  else inBlock(view, place, place.block, found);
  return found.list();
};

/** Collects what matches; of one label the best. */
class Found {
  readonly #view: PolicyView;
  readonly #offset: number;
  readonly #best = new Map<string, { candidate: Candidate; match: Match; rank: number }>();

  constructor(view: PolicyView, { offset }: Place) {
    this.#view = view;
    this.#offset = offset;
  }

  offer(candidate: Candidate, typed: Typed, match = this.match(candidate, typed)): void {
    if (match === null || candidate.fit >= UNFIT || (match.isEmpty && candidate.fit >= LOOSE)) return;
    const isWhole = match.start < typed.lettersStart && match.start + candidate.word.length === this.#offset;
    if (isWhole && candidate.kind === "keyword" && !candidate.snippet) return;
    if (match.isEmpty && this.#standsBehind(candidate)) return;
    // What is written out already stands behind what goes on from it.
    const rank = candidate.fit * 10 + match.penalty + (isWhole ? WHOLE : 0);
    const known = this.#best.get(candidate.label);
    if (known === undefined || rank < known.rank) this.#best.set(candidate.label, { candidate, match, rank });
  }

  /** 60|平方米: what is there already would be written twice. */
  #standsBehind({ word }: Candidate): boolean {
    return word !== "" && this.#view.file.source.text.startsWith(word, this.#offset);
  }

  match(candidate: Candidate, typed: Typed): Match | null {
    if (candidate.word !== "" && /^[\p{Script=Han}A-Za-z\d「]/u.test(candidate.word))
      return matchTyped(candidate.word, typed, this.#view.file.source.text);
    return typed.letters === "" && !typed.unfinished
      ? { start: typed.lettersStart, penalty: 3, isEmpty: true }
      : null;
  }

  list(): readonly Completion[] {
    return [...this.#best.values()]
      .sort(
        (left, right) => left.rank - right.rank || (left.candidate.label < right.candidate.label ? -1 : 1),
      )
      .slice(0, MOST)
      .map(({ candidate, match }, rank): Completion => ({
        label: candidate.label,
        kind: candidate.kind,
        insertText: candidate.insertText,
        snippet: candidate.snippet,
        detail: candidate.detail,
        documentation: candidate.documentation(),
        replace: { start: match.start, end: this.#offset },
        rank,
      }));
  }
}

/** 【规则】… at the beginning of a line. */
const headers = (view: PolicyView, place: Place, found: Found): void => {
  const { allowsBlocks } = view.file.segments;
  const mark = place.line.startsWith("【") ? 1 : 0;
  const written = place.line.slice(mark);
  if (place.after.replace(/^[^\n]*】/, "").trim() !== "" || !/^[\p{Script=Han}A-Za-zü]{0,12}$/u.test(written))
    return;
  if (!allowsBlocks && !place.isFirstLine) return;
  const letters = lettersBefore(written, written.length);
  const start = place.lineStart + mark;
  const lettersStart = place.offset - letters.length;
  const typed: Typed = {
    offset: place.offset,
    letters,
    lettersStart,
    starts: start < lettersStart ? [start, lettersStart] : [lettersStart],
    unfinished: start < lettersStart,
  };
  const closing = place.block === null && allowsBlocks && !startsWithBlock(view, place.offset);
  const blocks = SNIPPETS.filter(({ within }) => within === null);
  const isUnderItems = standsUnderItems(view, place.offset);
  for (const [index, snippet] of blocks.entries()) {
    const opens = snippet.title === "【政策】" || snippet.title === "【词汇】";
    if (opens !== (place.isFirstLine && place.block === null)) continue;
    const candidate = ofSnippet(snippet, isUnderItems && snippet === RULE_IN_ITEMS ? -0.5 : index / 100);
    const match = found.match(candidate, typed);
    if (match === null) continue;
    // The mark that stands already is written again with the whole header.
    found.offer(
      closing ? { ...candidate, insertText: `${snippet.body}\n【${END_KEYWORD}】\n` } : candidate,
      typed,
      { ...match, start: match.start === start ? place.lineStart : match.start },
    );
  }
  if (place.block !== null) {
    const end = {
      ...keyword(END_KEYWORD, 0.3, "规则块结束，回到原文"),
      label: `【${END_KEYWORD}】`,
      insertText: `【${END_KEYWORD}】`,
      kind: "block" as const,
    };
    const match = found.match(end, typed);
    if (match !== null)
      found.offer(end, typed, { ...match, start: match.start === start ? place.lineStart : match.start });
  }
};

/** Whether the provision above lists items; between two of them the rule is about the first alone. */
const standsUnderItems = ({ file }: PolicyView, offset: number): boolean => {
  const provision = provisionBefore(file.document, offset);
  return provision !== null && holdsItems(provision);
};

const isItem = ({ level }: Provision): boolean => level === "item" || level === "subitem";

const holdsItems = ({ children }: Provision): boolean =>
  children.some((child) => isItem(child) || holdsItems(child));

/** Whether the next line with words begins a block. */
const startsWithBlock = (view: PolicyView, offset: number): boolean =>
  /^[^\n]*\n?\s*【/.test(view.file.source.text.slice(offset, offset + 200));

const inBlock = (view: PolicyView, place: Place, block: BlockSegment, found: Found): void => {
  const { text } = view.file.source;
  const { offset } = place;
  const isProseHeader = block.keyword === "说明" || block.keyword === "界限";
  const from = place.inHeader ? block.nameSpan.start : Math.max(block.bodySpan.start, offset - 4_000);
  const quote = openQuote(text, Math.min(from, offset), offset);
  if (quote !== null) {
    inQuote(view, place, block, quote, found);
    return;
  }
  if (place.inHeader && !isProseHeader) return;
  const sentence = sentenceBefore(view.file, block, offset);
  if (sentence === null) {
    for (const [index, candidate] of proseCandidates(view, place).entries())
      found.offer({ ...candidate, fit: candidate.fit + index * 1e-3 }, proseTyped(text, place));
    if (block.keyword === "说明" && /依据\s*$/.test(text.slice(block.nameSpan.start, offset)))
      for (const words of quotesOf(view.file, block))
        found.offer(quoteCandidate(words, 0, true, false), cursorOnly(offset));
  } else inSentence(view, block, sentence, found);
  if (place.line.trim() === "" || /^[A-Za-z]{1,20}$/.test(place.line)) {
    const typed = {
      ...cursorOnly(offset),
      letters: place.line.trim(),
      lettersStart: place.lineStart,
      starts: [place.lineStart],
    };
    for (const word of [END_KEYWORD, ...BLOCK_KEYWORDS.slice(2)]) {
      const snippet = SNIPPETS.find(({ title }) => title === `【${word}】`);
      const candidate =
        snippet === undefined
          ? {
              ...keyword(word, 4, "规则块结束，回到原文"),
              label: `【${word}】`,
              insertText: `【${word}】`,
              kind: "block" as const,
            }
          : ofSnippet(snippet, 4);
      found.offer(candidate, typed);
    }
    found.offer(ofSnippet(RULE_IN_ITEMS, standsUnderItems(view, offset) ? 3.9 : 4), typed);
  }
};

const cursorOnly = (offset: number): Typed => ({
  offset,
  letters: "",
  lettersStart: offset,
  starts: [offset],
  unfinished: false,
});

/** In blocks that are not cut into words, whatever run of characters stands before the cursor. */
const proseTyped = (text: string, { offset, lineStart }: Place): Typed => {
  const letters = lettersBefore(text, offset);
  const lettersStart = offset - letters.length;
  let start = lettersStart;
  while (start > lineStart && /\p{Script=Han}/u.test(text[start - 1]!) && lettersStart - start < 16)
    start -= 1;
  const starts = Array.from({ length: lettersStart - start + 1 }, (_, index) => start + index);
  return { offset, letters, lettersStart, starts, unfinished: start < lettersStart };
};

const inSentence = (view: PolicyView, block: BlockSegment, sentence: Sentence, found: Found): void => {
  const { typed, words, context } = sentence;
  const { text } = view.file.source;
  const records =
    block.keyword === "用例" ? recordsIn(text.slice(block.bodySpan.start, block.bodySpan.end)) : [];
  const known = new Map<number, Expected>();
  const expectedFrom = (start: number): Expected => {
    let expected = known.get(start);
    if (expected === undefined) {
      expected = expectedAt({ view, block, records, words: wordsBefore(words, start) });
      known.set(start, expected);
    }
    return expected;
  };
  for (const start of typed.starts) {
    const { others, quotes } = expectedFrom(start);
    for (const [index, candidate] of others.entries()) {
      const match = found.match(candidate, typed);
      if (match !== null && match.start === start)
        found.offer(withMeaning({ ...candidate, fit: candidate.fit + index * 1e-3 }), typed, match);
    }
    if (quotes !== null && start === typed.lettersStart) offerQuotes(view, block, quotes, typed, found);
  }
  const isOnlyQuotes = expectedFrom(typed.lettersStart).quotes !== null;
  for (const [index, declared] of view.model.declarations.all.entries()) {
    for (const [form, worse] of formsOf(declared)) {
      const match = matchTyped(form, typed, text);
      if (match === null || (match.isEmpty && isOnlyQuotes)) continue;
      // Of those that fit alike, in the order of their declaration.
      const fit = expectedFrom(match.start).fit(declared) + index * 1e-5;
      if (worse > 0 && (fit >= LOOSE || wordsBefore(words, match.start).at(-1)?.type === "Negator")) continue;
      found.offer(ofName(view, declared, fit + worse, form), typed, match);
    }
  }
  for (const word of keywordsOf(context)) {
    const match = matchTyped(word, typed, text);
    if (match !== null && !match.isEmpty) found.offer(withMeaning(keyword(word, LOOSE + 2)), typed, match);
  }
};

const withMeaning = (candidate: Candidate): Candidate => {
  const meaning = keywordMeaning(candidate.label);
  return meaning === null ? candidate : { ...candidate, documentation: () => meaning };
};

/** The name, and for a 是否 field how it is denied where it has no name for that: 未提出申请, 不符合标准. */
const formsOf = (declared: Declared): readonly (readonly [string, number])[] => {
  const own = [declared.name, 0] as const;
  if (declared.kind !== "field" || declared.field.type.kind !== "boolean") return [own];
  return declared.field.negativeName === null ? [own, [denialOf(declared.name), 0.5]] : [own];
};

/** How a statement is denied: states with 不, everything else with 未. */
const denialOf = (name: string): string => {
  if (name.startsWith("有")) return `没${name}`;
  return /^(?:具备|具有|符合|属于|存在|能够|能|满足|愿意|同意|需要|在)/.test(name)
    ? `不${name}`
    : `未${name}`;
};

const offerQuotes = (
  view: PolicyView,
  block: BlockSegment,
  kind: "basis" | "reading",
  typed: Typed,
  found: Found,
): void => {
  const list =
    kind === "basis"
      ? quotesOf(view.file, block)
      : view.model.declarations.all.filter((declared) => declared.kind === "reading").map(({ name }) => name);
  for (const [index, words] of list.entries()) {
    const candidate = quoteCandidate(words, index / 1000, true, false);
    found.offer({ ...candidate, detail: kind === "basis" ? "本条原文" : "理解" }, typed);
  }
};

/** Between 「 and 」: words of the provision behind 依据, readings behind 限 and 采, else names. */
const inQuote = (view: PolicyView, place: Place, block: BlockSegment, quote: number, found: Found): void => {
  const { text } = view.file.source;
  const { offset } = place;
  const written = text.slice(quote + 1, offset);
  const letters = lettersBefore(written, written.length);
  const lettersStart = offset - letters.length;
  const start = quote + 1;
  const typed: Typed = {
    offset,
    letters,
    lettersStart,
    starts: start < lettersStart ? [start, lettersStart] : [lettersStart],
    unfinished: start < lettersStart,
  };
  const closes = !/^\s*[」』”｣]/.test(place.after);
  const before = text.slice(Math.max(block.nameSpan.start, quote - 600), quote);
  const offer = (list: readonly string[], detail: string): void => {
    for (const [index, words] of list.entries())
      found.offer({ ...quoteCandidate(words, index / 1000, false, closes), detail }, typed);
  };
  if (/依据\s*(?:[「『“][^」』”]*[」』”][\s、]*)*$/.test(before)) {
    offer([...quotesOf(view.file, block), ...quotesFrom(view.file, block, written.trim())], "本条原文");
  } else if (block.keyword === "理解") offer(quotesOf(view.file, block), "本条原文");
  else if (/(?:理由|出处|说明)\s*[:：]?\s*$/.test(before)) return;
  else if (/(?:限|设)\s*$/.test(before)) {
    offer(
      view.model.declarations.all.filter(({ kind }) => kind === "reading").map(({ name }) => name),
      "理解",
    );
    if (block.keyword === "用例") offer(idsOf(text, block), "用例中的记录");
  } else if (block.keyword === "用例") offer(idsOf(text, block), "用例中的记录");
  else
    for (const declared of view.model.declarations.all) {
      const candidate = ofName(view, declared, declared.kind === "reading" ? UNFIT : 1);
      found.offer({ ...candidate, insertText: closes ? `${declared.name}」` : declared.name }, typed);
    }
};

const idsOf = (text: string, block: BlockSegment): readonly string[] => [
  ...new Set(recordsIn(text.slice(block.bodySpan.start, block.bodySpan.end)).map(({ id }) => id)),
];
