import type { LineCut, ReadLine } from "../logical-paragraphs.ts";
import type { OfficialDocument } from "../model.ts";
import { looksLikeHeading } from "../sentence-end.ts";
import { COMMON_WORDS } from "./common-words.ts";
import type { TextUnderReview } from "./text-lint.ts";

/**
 * Lines that are one sentence although the first looks like a heading, so that reading the structure
 * did not join them: 各级医疗保障行政部门应 and then 当加强管理。 Only what no heading can end with counts.
 */
export const unjoinedCuts = (text: TextUnderReview): readonly LineCut[] => {
  const known = cuts.get(text.lines);
  if (known !== undefined) return known;
  const found = findCuts(text);
  cuts.set(text.lines, found);
  return found;
};

const cuts = new WeakMap<readonly ReadLine[], readonly LineCut[]>();

const findCuts = ({ document, lines }: TextUnderReview): LineCut[] => {
  const titles = new Set(
    document.furniture.filter(({ role }) => role === "title").map(({ span }) => span.start),
  );
  const found: LineCut[] = [];
  let before: ReadLine | null = null;
  for (const line of lines) {
    if (isPageNumber(line.text)) continue;
    if (
      before !== null &&
      isCut(before, line, document.form) &&
      !titles.has(before.start) &&
      !titles.has(line.start)
    )
      found.push({ before, after: line });
    before = line;
  }
  return found;
};

/** A line that is only a number, with or without dashes, or 第 3 页. */
export const isPageNumber = (line: string): boolean => line.length <= 24 && PAGE_LINE.test(line);

const PAGE_LINE =
  /^(?:[-—–－·\s]*[0-9０-９]{1,4}[-—–－·\s]*|第\s*[0-9０-９]{1,4}\s*页(?:[\s，,/／]*共\s*[0-9０-９]{1,4}\s*页)?)$/;

const isCut = (before: ReadLine, after: ReadLine, form: OfficialDocument["form"]): boolean => {
  if (after.marker !== null || before.headingDepth > 0 || after.headingDepth > 0) return false;
  if (before.marker !== null && DIVISIONS.has(before.marker.kind)) return false;
  const [last, first] = [before.text[before.text.length - 1]!, after.text[0]!];
  if (!isChinese(last) || !isChinese(first)) return false;
  const words = before.text.slice(before.wordsStart - before.start);
  if (words.length < SHORTEST || !looksLikeHeading(words)) return false;
  return (
    (COMMON_WORDS.has(last + first) && !isChance(before.text, after.text)) ||
    (form === "articles" && repeats(before.text, after.text)) ||
    OPEN_END.test(before.text)
  );
};

const SHORTEST = 6;

const DIVISIONS: ReadonlySet<string> = new Set(["book", "part", "chapter", "section"]);

const isChinese = (character: string): boolean => character >= "\u4e00" && character <= "\u9fff";

/** 申请人 and 民政部门 are two whole words, and 人民 between them is none. */
const isChance = (before: string, after: string): boolean =>
  after.startsWith("民政部门") || (COMMON_WORDS.has(before.slice(-2)) && COMMON_WORDS.has(after.slice(0, 2)));

/**
 * 行政管 and 管理部门: the beginning of a word printed again. In a text of headings the first words
 * below one may well repeat its last.
 */
const repeats = (before: string, after: string): boolean =>
  (before.endsWith(after[0]!) &&
    COMMON_WORDS.has(after.slice(0, 2)) &&
    !COMMON_WORDS.has(before.slice(-2))) ||
  (COMMON_WORDS.has(after.slice(0, 2)) && before.endsWith(after.slice(0, 2)));

/** No heading ends with such a word. */
const OPEN_END = /(?:或者|以及|并且)$/;
