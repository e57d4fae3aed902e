import {
  locateQuote,
  provisionAt,
  withoutSpace,
  provisionText,
  type Diagnostic,
  type OfficialDocument,
  type PolicyFile,
  type Provision,
  type Quote,
} from "../../language/index.ts";
import type { TextQuote } from "../model/ir.ts";
import { reportResolve } from "./diagnostics.ts";

/** Finds the quoted words in the official text of the provision that a block stands under. */
export const locateBasis = (
  file: PolicyFile,
  path: string | null,
  quotes: readonly Quote[],
  diagnostics: Diagnostic[],
): readonly TextQuote[] => {
  const provision = path === null ? undefined : file.document.byPath.get(path);
  return quotes.flatMap((quote) => {
    if (provision === undefined) {
      diagnostics.push(
        reportResolve("quote-without-provision", file.source.name, quote.span, { quote: quote.text }),
      );
      return [];
    }
    const spans = locateQuote(file.document, provision, quote.text);
    if (spans === null || spans.length === 0) {
      diagnostics.push(notFound(file, provision, quote));
      return [];
    }
    const whole = { start: spans[0]!.start, end: spans.at(-1)!.end };
    const place = narrowest(file.document, provision, whole);
    return [
      {
        path: place.path,
        label: place.label,
        quote: spans.map((piece) => file.source.text.slice(piece.start, piece.end)).join(""),
        span: whole,
      },
    ];
  });
};

/** The deepest provision that holds the words; the only 款 of a 条 is cited as the 条. */
const narrowest = (
  document: OfficialDocument,
  provision: Provision,
  words: { readonly start: number; readonly end: number },
): Provision => {
  const deepest = provisionAt(document, words.start);
  for (let at = deepest; at !== null && at !== provision; at = at.parent) {
    const holds = at.span.start <= words.start && words.end <= at.span.end;
    if (!holds || at.level === "lead") continue;
    const isOnly =
      at.level === "paragraph" &&
      at.parent?.children.filter((other) => other.level === "paragraph").length === 1;
    if (!isOnly) return isBelow(at, provision) ? at : provision;
  }
  return provision;
};

const isBelow = (candidate: Provision, ancestor: Provision): boolean => {
  for (let at: Provision | null = candidate; at !== null; at = at.parent) {
    if (at === ancestor) return true;
  }
  return false;
};

const notFound = (file: PolicyFile, provision: Provision, quote: Quote): Diagnostic => {
  const elsewhere = placeOf(file.document, quote.text);
  const nearest =
    elsewhere === null ? nearestPassage(provisionText(file.document, provision), quote.text) : null;
  const hint =
    elsewhere !== null
      ? `这几个字在${elsewhere.label}，请把规则移到那里。`
      : nearest === null
        ? "请照抄原文，一字不差。"
        : `最接近的原文是「${nearest}」，请照抄原文，一字不差。`;
  return reportResolve(
    "quote-not-found",
    file.source.name,
    quote.span,
    { quote: quote.text, place: provision.label, hint },
    {
      provision: provision.path,
      ...(nearest === null
        ? {}
        : {
            fixes: [
              { title: `改为「${nearest}」`, safe: false, edits: [{ span: quote.span, newText: nearest }] },
            ],
          }),
    },
  );
};

/** The provision that has the words, searched root by root so that the text is read once. */
const placeOf = (document: OfficialDocument, quote: string): Provision | null => {
  for (const root of document.roots) {
    const start = locateQuote(document, root, quote)?.[0]?.start;
    if (start === undefined) continue;
    const found = provisionAt(document, start);
    return found === null ? null : narrowest(document, found, { start, end: start + 1 });
  }
  return null;
};

const LONGEST_SEARCH = 2_000;
const LONGEST_QUOTE = 100;

/** The passage of about the same length around the longest run of characters in common. */
export const nearestPassage = (text: string, quote: string): string | null => {
  const sought = withoutSpace(quote).slice(0, LONGEST_QUOTE);
  const within = text.slice(0, LONGEST_SEARCH);
  let best = { length: 0, inText: 0, inQuote: 0 };
  let previous = new Int16Array(sought.length + 1);
  for (let at = 0; at < within.length; at += 1) {
    const current = new Int16Array(sought.length + 1);
    for (let index = 0; index < sought.length; index += 1) {
      if (within[at] !== sought[index]) continue;
      const length = previous[index]! + 1;
      current[index + 1] = length;
      if (length > best.length) best = { length, inText: at + 1 - length, inQuote: index + 1 - length };
    }
    previous = current;
  }
  if (best.length < Math.max(2, sought.length / 4)) return null;
  const start = Math.max(0, best.inText - best.inQuote);
  const passage = within.slice(start, start + sought.length);
  // A passage does not begin or end in the middle of another clause.
  const clean = passage.replace(/^[^。；]{0,3}[。；]/, "").replace(/[。；，、].{0,2}$/, "");
  return clean === "" ? null : clean;
};
