import {
  provisionText,
  type ClassificationBlock,
  type Item,
  type PolicyFile,
  type Quote,
  type RuleBlock,
  type Span,
  type TextEdit,
} from "../../language/index.ts";

/** 依据「…」 with the clause of the provision that shares most words with the rule; null where it has one, or nothing fits. */
export const basisInserted = (
  file: PolicyFile,
  block: RuleBlock | ClassificationBlock,
): { readonly quote: string; readonly edit: TextEdit } | null => {
  const provision = block.provision === null ? undefined : file.document.byPath.get(block.provision);
  const place = placeOf(block, file.source.text);
  if (provision === undefined || place === null) return null;
  const quote = likeliestClause(provisionText(file.document, provision), tellingWords(file, block));
  if (quote === null) return null;
  return { quote, edit: { span: { start: place, end: place }, newText: `，依据「${quote}」` } };
};

/** The words of a rule without those that every rule has: whom it judges, and the head of its list. */
const tellingWords = (file: PolicyFile, { segment }: RuleBlock | ClassificationBlock): string =>
  file.vocabulary.declarations
    .filter(({ role }) => role === "object")
    .reduce(
      (words, { text }) => words.replaceAll(text, " "),
      file.source.text
        .slice(segment.headerSpan.end, segment.bodySpan.end)
        .replaceAll(/\S{0,4}(?:下列|以下)(?:情形|情况|条件|规定)(?:之一)?/gu, " "),
    );

/** Behind the action, before 限「…」 and what ends the head of the sentence: ：of a list, or 。 */
const placeOf = (block: RuleBlock | ClassificationBlock, text: string): number | null => {
  if (block.kind === "classification") {
    const [first] = block.items;
    if (hasBasis(block.basis, block.items) || first === undefined) return null;
    return beforeMark(text, first.markerSpan.start, block.span);
  }
  const [sentence] = block.sentences;
  // A sentence that cannot be read may have its 依据 in the part that was left out.
  if (sentence === undefined || /依据\s*[「“]/u.test(text.slice(block.span.start, block.span.end)))
    return null;
  if (sentence.guard !== null) return beforeMark(text, sentence.guard.span.start, block.span);
  const [item] = sentence.items;
  return beforeMark(text, item === undefined ? sentence.span.end : item.markerSpan.start, block.span);
};

const hasBasis = (basis: readonly Quote[], items: readonly Item[]): boolean =>
  basis.length > 0 || items.some((item) => hasBasis(item.basis, item.items));

const beforeMark = (text: string, from: number, within: Span): number | null => {
  let at = from;
  while (at > within.start && /[\s：:。.，,]/u.test(text[at - 1]!)) at -= 1;
  return at > within.start ? at : null;
};

/** Clauses end with 。 or ；; a long one is narrowed to the part between two commas that shares most. */
const likeliestClause = (text: string, words: string): string | null => {
  const pairs = pairsOf(words);
  const best = mostShared(text.split(/[。；：]/u), pairs);
  if (best === null || best.length <= LONGEST_QUOTE) return best;
  return mostShared(best.split("，"), pairs);
};

const LONGEST_QUOTE = 60;

const mostShared = (clauses: readonly string[], pairs: ReadonlySet<string>): string | null => {
  let best: string | null = null;
  let most = 0;
  for (const clause of clauses) {
    if (/[「」]/u.test(clause)) continue;
    const shared = [...pairsOf(clause)].filter((pair) => pairs.has(pair)).length;
    if (shared > most) [best, most] = [clause, shared];
  }
  return best;
};

/** Every two characters that stand side by side. */
const pairsOf = (words: string): ReadonlySet<string> => {
  const pairs = new Set<string>();
  for (const letters of words.match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (let at = 0; at + 2 <= letters.length; at += 1) pairs.add(letters.slice(at, at + 2));
  }
  return pairs;
};
