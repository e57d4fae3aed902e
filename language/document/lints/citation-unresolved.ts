import { absoluteCitation, findCitations, type FoundCitation } from "../../citation.ts";
import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span } from "../../source.ts";
import { isWrapped } from "./wrapped-lines.ts";
import type { LogicalParagraph } from "../logical-paragraphs.ts";
import { provisionAt } from "../provision-at.ts";
import { citationProblem, type CitationReview } from "./citation-problem.ts";
import { isOwnCitation } from "./own-citation.ts";
import { placeIn } from "./paragraph-place.ts";
import { indexProvisions } from "./provision-index.ts";
import { provisionWords } from "./provision-words.ts";
import { MOST_FINDINGS, type TextLint } from "./text-lint.ts";

const catalogue = {
  "citation-unresolved": {
    severity: "warning",
    message: "引用落空：“{cited}”{problem}请对照正式文本核对：是引用写错，还是条款改号以后没有跟着改。",
    why: "引用的条款不存在，这一条就没有办法执行。增删条文、调整顺序以后，引用最容易漏改。",
    bad: "第一条 本办法适用于本市。\n第二条 违反本办法第八条规定的，由市医疗保障局责令改正。\n",
    good: "第一条 本办法适用于本市。\n第二条 违反本办法第一条规定的，由市医疗保障局责令改正。\n",
  },
} as const;

const report = reporter(catalogue);

/** 本办法第八十条 in a text of forty articles, 前款 in the first 款, 第三项 of a list of two. */
export const citationUnresolved: TextLint = {
  catalogue,
  check: (text) => {
    if (text.document.form === "plain") return [];
    const { document } = text;
    const review = {
      ...text,
      index: indexProvisions(document),
      words: provisionWords(document),
      isWrapped: isWrapped(text),
    };
    return text.paragraphs.flatMap((paragraph) => checkParagraph(review, paragraph));
  },
};

/** Nothing else begins a citation by number or by position. */
const MAY_CITE = /第|前[一二两三四五六七八九十]{0,2}[章节条款项目]|上款|本[编章节条款项目]/;

const checkParagraph = (review: CitationReview, paragraph: LogicalParagraph): Diagnostic[] => {
  const { text: words } = paragraph;
  if (!MAY_CITE.test(words)) return [];
  const found: Diagnostic[] = [];
  const citations = findCitations(words);
  if (words.includes("规定") && OWN_DIVISION.test(words)) citations.push(...ownDivisions(words));
  for (const citation of citations) {
    if (!isOwnCitation(review.document, words, citation)) continue;
    const { start, end } = citation.span;
    const place = placeIn(paragraph, start, end);
    const from = provisionAt(review.document, place.start);
    if (found.length === MOST_FINDINGS) break;
    const problem = citationProblem(review, citation.citation, from, place.start);
    if (problem === null) continue;
    found.push(
      report(
        "citation-unresolved",
        review.document.source.name,
        place,
        { cited: words.slice(start, end), problem },
        from === null ? {} : { provision: from.path },
      ),
    );
  }
  return found;
};

const OWN_DIVISION = /本([编章节])(?=规定)/;

/** 本章规定, in which 本章 counts as a citation only here. */
const ownDivisions = (words: string): FoundCitation[] =>
  [...words.matchAll(new RegExp(OWN_DIVISION, "g"))].map((match) => ({
    citation: {
      ...absoluteCitation([]),
      relative: {
        kind: "this",
        level: match[1] === "编" ? "book" : match[1] === "章" ? "chapter" : "section",
        count: 1,
      },
    },
    span: span(match.index, match.index + match[0].length),
  }));
