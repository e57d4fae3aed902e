import { findCitations } from "../../citation.ts";
import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { parseNumeral } from "../../numerals.ts";
import type { LogicalParagraph } from "../logical-paragraphs.ts";
import type { Provision } from "../model.ts";
import { provisionAt } from "../provision-at.ts";
import { isOwnCitation } from "./own-citation.ts";
import { placeIn } from "./paragraph-place.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "citation-of-itself": {
    severity: "warning",
    message:
      "“{cited}”写在{label}里，引的就是这一条自己。请核对应当引哪一条；确实指这一条的，写“本条”或者写明第几款。",
    why: "一条依照自己执行，等于没有依据，多半是调整条序以后引用没有跟着改。",
    bad: "第一条 本办法适用于本市。\n第二条 违反规定的，依照第二条的规定处理。\n",
    good: "第一条 本办法适用于本市。\n第二条 违反规定的，依照第一条的规定处理。\n",
  },
} as const;

const report = reporter(catalogue);

/** 依照第五条 in 第五条 itself, where no 款 of it is named. */
export const selfCitation: TextLint = {
  catalogue,
  check: (text) =>
    text.document.form === "articles"
      ? text.paragraphs.flatMap((paragraph) => checkParagraph(text, paragraph))
      : [],
};

const checkParagraph = (text: TextUnderReview, paragraph: LogicalParagraph): Diagnostic[] => {
  const { text: words, pieces } = paragraph;
  const [first] = pieces;
  if (first === undefined || !CITED.test(words)) return [];
  const article = articleAt(text, first.start);
  if (article?.number == null || !mayCite(words, article.number)) return [];
  return findCitations(words).flatMap((found) => {
    const { steps, relative } = found.citation;
    const [step] = steps;
    const { start, end } = found.span;
    if (step === undefined || steps.length > 1 || relative !== null || step.level !== "article") return [];
    if (step.number !== article.number || step.insertion !== article.insertion) return [];
    if (!isOwnCitation(text.document, words, found)) return [];
    if (!FOLLOWED.test(words.slice(Math.max(0, start - 4), start)) || RANGE.test(words.slice(end, end + 1)))
      return [];
    const place = placeIn(paragraph, start, end);
    const provision = provisionAt(text.document, place.start);
    const values = { cited: words.slice(start, end), label: article.label };
    const extras = provision === null ? {} : { provision: provision.path };
    return [report("citation-of-itself", text.document.source.name, place, values, extras)];
  });
};

const CITED = /第[零〇一二三四五六七八九十百千0-9]{1,8}条/;

const mayCite = (words: string, number: number): boolean =>
  [...words.matchAll(/第([零〇一二三四五六七八九十百千0-9]{1,8})条/g)].some(
    ([, numeral]) => parseNumeral(numeral!) === number,
  );

/** Words that send the reader to another place. */
const FOLLOWED = /(?:依照|按照|根据|依据|违反|适用|参照|符合|按|照)$/;

/** 第五条至第八条 names a stretch, which may begin here. */
const RANGE = /[至到、—-]/;

const articleAt = ({ document }: TextUnderReview, at: number): Provision | null => {
  for (let here = provisionAt(document, at); here !== null; here = here.parent)
    if (here.level === "article") return here;
  return null;
};
