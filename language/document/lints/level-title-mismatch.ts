import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span, type Span } from "../../source.ts";
import type { LogicalParagraph } from "../logical-paragraphs.ts";
import type { Provision } from "../model.ts";
import { parseNumeral } from "../../numerals.ts";
import { provisionAt } from "../provision-at.ts";
import { markerSpan, misnumberedIn, writtenNumber } from "./number-rows.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "level-title-mismatch": {
    severity: "warning",
    message: "标题与层次不符：{problem}请对照正式文本核对。",
    why: "章、节的标题和条文分不清，目录、引用和条文的归属都会出错：本来属于后一章的条文，会被当成前一章的。",
    bad: "第一章 总则\n第一条 本办法适用于本市。\n第二章 监督管理。\n第二条 市医疗保障局负责管理。\n",
    good: "第一章 总则\n第一条 本办法适用于本市。\n第二章 监督管理\n第二条 市医疗保障局负责管理。\n",
  },
} as const;

const report = reporter(catalogue);

/** 第二章 监督管理。 with a full stop, 三、 among 章, a 节 in front of every 章. */
export const levelTitleMismatch: TextLint = {
  catalogue,
  check: (text) => [
    ...text.paragraphs.flatMap((paragraph) => checkPunctuated(text, paragraph)),
    ...checkMisnumbered(text),
    ...checkDivisions(text, text.document.roots),
  ],
};

/** Such a line is read as running text, because a sentence may begin with 第二章 as well. */
const PUNCTUATED =
  /^第([一二三四五六七八九十百]{1,5})(编|章|节)[\s　]{1,8}([^，。；：、]{2,20})([。；：，、])$/;

/** Words that a sentence about a chapter has and a title has not. */
const SENTENCE = /规定|应当|不得|可以|适用于|的$|^[的和或至中所]/;

const checkPunctuated = (text: TextUnderReview, paragraph: LogicalParagraph): Diagnostic[] => {
  if (paragraph.text[0] !== "第" || paragraph.marker !== null || paragraph.text.length > 40) return [];
  const match = PUNCTUATED.exec(paragraph.text);
  if (match === null || SENTENCE.test(match[3]!)) return [];
  const level = match[2] === "编" ? "book" : match[2] === "章" ? "chapter" : "section";
  const number = parseNumeral(match[1]!);
  if (number === null || !isExpected(text, paragraph.start, level, number)) return [];
  const written = writtenNumber(level, number);
  const problem = `“${written} ${match[3]}”末尾有“${match[4]}”，标题不加标点；这一行因此没有读成${match[2]}的标题。`;
  const place = span(paragraph.pieces[0]!.start, paragraph.pieces.at(-1)!.end);
  return [reportAt(text, place, problem, provisionAt(text.document, place.start))];
};

/** The number goes on from the last title of that level. */
const isExpected = (
  { document }: TextUnderReview,
  at: number,
  level: Provision["level"],
  number: number,
): boolean => {
  if (number === 1) return true;
  for (let here = provisionAt(document, at); here !== null; here = here.parent) {
    if (here.level === level) return here.number === number - 1;
  }
  return false;
};

const checkMisnumbered = (text: TextUnderReview): Diagnostic[] =>
  misnumberedIn(text.document).map(({ stray, before, behind }) => {
    const number = writtenNumber(stray.level, stray.number!);
    const expected = writtenNumber(before.level, stray.number!);
    const [above, below] = [before, behind].map(({ level, number: own }) => writtenNumber(level, own!));
    const problem = `前后是“${above}”和“${below}”，这里却写作“${number}”，按顺序应为“${expected}”；层次因此读错了。`;
    return reportAt(text, markerSpan(text.document, stray), problem, stray);
  });

const checkDivisions = (text: TextUnderReview, siblings: readonly Provision[]): Diagnostic[] => {
  const divisions = siblings.filter(({ level }) => DIVISIONS.has(level));
  if (divisions.length === 0) return [];
  const seen: Siblings = { count: divisions.length, titled: 0, byTitle: new Map() };
  seen.titled = divisions.filter(({ title }) => title !== null).length;
  return divisions.flatMap((provision) => [
    ...checkDivision(text, provision, seen),
    ...checkDivisions(text, provision.children),
  ]);
};

/** What the divisions beside one another are called. */
interface Siblings {
  readonly count: number;
  titled: number;
  readonly byTitle: Map<string, Provision>;
}

const hasTitles = (provision: Provision, { count, titled }: Siblings): boolean =>
  provision.number !== null && count > 1 && titled === count - 1;

const sameTitle = (provision: Provision, { byTitle }: Siblings): Provision | undefined => {
  const key = `${provision.level}${provision.title!.replace(/\s/g, "")}`;
  const earlier = byTitle.get(key);
  if (earlier === undefined) byTitle.set(key, provision);
  return earlier;
};

const checkDivision = (text: TextUnderReview, provision: Provision, siblings: Siblings): Diagnostic[] => {
  if (!DIVISIONS.has(provision.level) || provision.number === null) return [];
  const number = writtenNumber(provision.level, provision.number);
  const place = markerSpan(text.document, provision);
  if (/应当|不得|必须/.test(provision.title ?? ""))
    return [reportAt(text, place, `“${number}”后面写的是规定，不是标题。`, provision)];
  if (provision.title === null && hasTitles(provision, siblings))
    return [reportAt(text, place, `“${number}”没有标题，同级的都有。`, provision)];
  const earlier = provision.title === null ? undefined : sameTitle(provision, siblings);
  if (earlier !== undefined) {
    const other = writtenNumber(earlier.level, earlier.number!);
    return [
      reportAt(text, place, `“${number}”的标题和“${other}”相同，都是“${provision.title}”。`, provision),
    ];
  }
  if (provision.level === "section" && provision.parent === null && hasChapters(text))
    return [reportAt(text, place, `“${number}”写在所有的章之前，不属于任何一章。`, provision)];
  return [];
};

const DIVISIONS: ReadonlySet<Provision["level"]> = new Set(["book", "part", "chapter", "section"]);

const hasChapters = ({ document }: TextUnderReview): boolean =>
  document.roots.some(({ level }) => level === "chapter");

const reportAt = (
  text: TextUnderReview,
  place: Span,
  problem: string,
  provision: Provision | null,
): Diagnostic =>
  report(
    "level-title-mismatch",
    text.document.source.name,
    place,
    { problem },
    provision === null ? {} : { provision: provision.path },
  );
