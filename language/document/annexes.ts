import { span } from "../source.ts";
import { readAnnexMark } from "./annex-line.ts";
import type { LogicalParagraph } from "./logical-paragraphs.ts";
import { newDraft, readOutline, type Draft, type Outline } from "./outline.ts";
import { looksLikeHeading } from "./sentence-end.ts";

/** The outline of the rules with that of each annex behind it. */
export const readOutlineWithAnnexes = (
  paragraphs: readonly LogicalParagraph[],
  form: "articles" | "headings",
): Outline => {
  const starts = annexStarts(paragraphs);
  const body = readOutline(paragraphs.slice(0, starts[0] ?? paragraphs.length), form);
  const roots = [...body.roots];
  const looseHeadings = [...body.looseHeadings];
  for (const [order, start] of starts.entries()) {
    const annex = readAnnex(paragraphs.slice(start, starts[order + 1] ?? paragraphs.length), form);
    roots.push(annex.draft);
    for (const heading of annex.looseHeadings) looseHeadings.push(heading);
  }
  return { roots, looseHeadings };
};

/** Annex headings behind the first numbered provision; a line that lists annexes is none. */
const annexStarts = (paragraphs: readonly LogicalParagraph[]): number[] => {
  const first = paragraphs.findIndex(({ marker }) => marker !== null);
  const starts: number[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (first < 0 || index <= first || !isAnnexLine(paragraph)) continue;
    const following = paragraphs[index + 1];
    if (following === undefined || isAnnexLine(following)) continue;
    starts.push(index);
  }
  return starts;
};

const isAnnexLine = (paragraph: LogicalParagraph): boolean =>
  paragraph.marker === null && readAnnexMark(paragraph.text) !== null;

const readAnnex = (
  paragraphs: readonly LogicalParagraph[],
  form: "articles" | "headings",
): { draft: Draft; looseHeadings: readonly LogicalParagraph[] } => {
  const heading = paragraphs[0]!;
  const mark = readAnnexMark(heading.text) ?? "";
  const draft = newDraft("annex", heading, mark.replace(/[\s:：]/g, ""));
  const [whole] = heading.pieces;
  let next = 1;
  if (whole !== undefined && whole.start + mark.length < whole.end) {
    const words = span(whole.start + mark.length, whole.end);
    if (looksLikeHeading(heading.text.slice(mark.length)))
      Object.assign(draft, { titleSpan: words, titleStandsAlone: true });
    else draft.before.push([words, ...heading.pieces.slice(1)]);
  } else if (paragraphs[1]?.marker === null && looksLikeHeading(paragraphs[1].text)) {
    const [title] = paragraphs[1].pieces;
    Object.assign(draft, { titleSpan: title ?? null, titleStandsAlone: title !== undefined });
    next = 2;
  }
  const outline = readOutline(paragraphs.slice(next), form);
  for (const root of outline.roots) {
    if (root.level === "preamble") for (const words of root.before) draft.before.push(words);
    else draft.children.push(root);
  }
  return { draft, looseHeadings: outline.looseHeadings };
};
