import { provisionAt, type Block, type PolicyFile, type Provision, type Span } from "../../language/index.ts";
import type { FoundAnchor, NoteAnchor } from "./model.ts";
import { blockKey, labelOf, labelOfBlock, provisionAround, wordsStart } from "./provision-around.ts";
import { folded, indexFrom, officialWords, wordsOf, type WordStream } from "./word-stream.ts";

/** Where a note belongs in the text as it is now: by its words, then by what stood around them, then by the provision. */
export const findAnchor = (file: PolicyFile, anchor: NoteAnchor): FoundAnchor => {
  if (anchor.block !== null) return findInBlocks(file, anchor, anchor.block);
  return folded(anchor.quote) === "" ? findProvision(file, anchor) : findQuote(file, anchor);
};

interface Place extends Span {
  readonly label: string;
}

interface Candidate extends Place {
  readonly score: number;
}

const findQuote = (file: PolicyFile, anchor: NoteAnchor): FoundAnchor => {
  const words = officialWords(file);
  const candidates = occurrences(words, anchor).map(({ start, end, score }): Candidate => {
    const provision = provisionAround(file, { start, end });
    return {
      start,
      end,
      label: labelOf(file, provision),
      score: score + (isWithin(provision, anchor.provision) ? SAME_PLACE : 0),
    };
  });
  return (
    chosen(candidates, folded(anchor.quote).length) ?? {
      kind: "lost",
      provision: spanOf(provisionLeft(file, words, anchor)),
    }
  );
};

/** A note on a provision as a whole: its first words say which it is, also where the numbers have changed. */
const findProvision = (file: PolicyFile, { provision: path, after }: NoteAnchor): FoundAnchor => {
  if (path === null) return found({ start: 0, end: file.source.text.length, label: labelOf(file, null) });
  const { byPath, provisions } = file.document;
  const same = byPath.get(path) ?? null;
  const words = officialWords(file);
  const beginning = folded(after);
  const begins = (provision: Provision): boolean => {
    const first = indexFrom(words, wordsStart(provision));
    return beginning !== "" && words.words.startsWith(beginning, first);
  };
  if (same !== null && begins(same)) return found(placeOf(same));
  const alike = outermost(
    provisions.filter((each) => each.level === (same?.level ?? each.level) && begins(each)),
  );
  if (alike.length > 0) return alike.length === 1 ? found(placeOf(alike[0]!)) : several(alike.map(placeOf));
  return same === null ? { kind: "lost", provision: null } : found(placeOf(same));
};

/** A provision and its first part begin with the same words: the whole is meant. */
const outermost = (provisions: readonly Provision[]): readonly Provision[] => {
  const all = new Set(provisions);
  return provisions.filter(({ parent }) => parent === null || !all.has(parent));
};

const findInBlocks = (file: PolicyFile, anchor: NoteAnchor, key: string): FoundAnchor => {
  const keyword = key.split(" ")[0]!;
  const named = file.blocks.filter((block) => blockKey(block) === key);
  const alike = file.blocks.filter((block) => block.segment.keyword === keyword);
  // Under another name, only its words tell that it is the same block.
  const groups = folded(anchor.quote) === "" ? [named] : [named, alike];
  for (const blocks of groups) {
    const sureness = blocks === named ? SURE : folded(anchor.quote).length;
    const place = chosen(
      blocks.flatMap((block) => inBlock(file, block, anchor)),
      sureness,
    );
    if (place !== null) return place;
  }
  const left = named[0]?.segment.span ?? spanOf(byPathOf(file, anchor.provision));
  return { kind: "lost", provision: left };
};

const inBlock = (file: PolicyFile, block: Block, anchor: NoteAnchor): readonly Candidate[] => {
  const { span } = block.segment;
  const label = labelOfBlock(file, block);
  const bonus = block.provision === anchor.provision ? SAME_PLACE : 0;
  const words = wordsOf(file.source.text, [span]);
  if (folded(anchor.quote) !== "") {
    return occurrences(words, anchor).map((place) => ({ ...place, label, score: place.score + bonus }));
  }
  const alike = sharedStart(folded(anchor.after), words.words);
  return [{ start: span.start, end: words.offsets.at(-1)! + 1, label, score: alike + bonus }];
};

/** Where the words occur, each with how much around them is as it was. */
const occurrences = (
  { words, offsets }: WordStream,
  anchor: NoteAnchor,
): readonly (Span & { readonly score: number })[] => {
  const quote = folded(anchor.quote);
  const before = folded(anchor.before);
  const after = folded(anchor.after);
  const places: (Span & { readonly score: number })[] = [];
  for (let at = words.indexOf(quote); at >= 0 && places.length < MOST; at = words.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    places.push({
      start: offsets[at]!,
      end: offsets[end - 1]! + 1,
      score:
        sharedEnd(before, words.slice(Math.max(0, at - before.length), at)) +
        sharedStart(after, words.slice(end, end + after.length)),
    });
  }
  return places;
};

/**
 * The best of several places, where it is clearly the best. Few words that stand elsewhere among other words are not
 * the same words: where there are only few such places they are offered.
 */
const chosen = (candidates: readonly Candidate[], length: number): FoundAnchor | null => {
  if (candidates.length === 0) return null;
  const best = Math.max(...candidates.map(({ score }) => score));
  if (length + best < SURE) return candidates.length <= FEW ? several(candidates) : null;
  const close = candidates.filter(({ score }) => score > best - CLEAR);
  return close.length === 1 ? found(close[0]!) : several(close);
};

/** The provision that lost the words: where what stood around them still stands, else the one of that number. */
const provisionLeft = (file: PolicyFile, words: WordStream, anchor: NoteAnchor): Provision | null => {
  for (const [context, at] of [
    [folded(anchor.before), -1],
    [folded(anchor.after), 0],
  ] as const) {
    if (context.length < ENOUGH) continue;
    const first = words.words.indexOf(context);
    if (first < 0 || words.words.includes(context, first + 1)) continue;
    const place = at === 0 ? first : first + context.length - 1;
    return provisionAt(file.document, words.offsets[place]!);
  }
  return byPathOf(file, anchor.provision);
};

const byPathOf = (file: PolicyFile, path: string | null): Provision | null =>
  path === null ? null : (file.document.byPath.get(path) ?? null);

const isWithin = (provision: Provision | null, path: string | null): boolean => {
  for (let at = provision; at !== null; at = at.parent) if (at.path === path) return true;
  return path === null;
};

const sharedStart = (left: string, right: string): number => {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length += 1;
  return length;
};

const sharedEnd = (left: string, right: string): number => {
  let length = 0;
  while (length < left.length && length < right.length && left.at(-1 - length) === right.at(-1 - length))
    length += 1;
  return length;
};

const placeOf = ({ span, label }: Provision): Place => ({ ...span, label });
const spanOf = (provision: Provision | null): Span | null => provision?.span ?? null;
const found = ({ start, end, label }: Place): FoundAnchor => ({ kind: "found", start, end, label });
const several = (places: readonly Place[]): FoundAnchor => ({
  kind: "several",
  places: places.slice(0, SHOWN).map(({ start, end, label }) => ({ start, end, label })),
});

/** Standing in the same provision counts as much as so many characters around. */
const SAME_PLACE = 12;
/** By so much the best place must be better than any other. */
const CLEAR = 4;
/** So many characters, quoted or around, are taken for the same words. */
const SURE = 8;
const FEW = 5;
/** Fewer characters around say nothing where the words themselves are gone. */
const ENOUGH = 8;
/** Single characters may be quoted; no more places than these are weighed, and no more than those are shown. */
const MOST = 5000;
const SHOWN = 50;
