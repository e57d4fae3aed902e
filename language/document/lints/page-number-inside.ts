import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span, type Span } from "../../source.ts";
import type { LogicalParagraph, ReadLine } from "../logical-paragraphs.ts";
import { provisionAt } from "../provision-at.ts";
import { endsSentence, looksLikeHeading } from "../sentence-end.ts";
import { placeIn } from "./paragraph-place.ts";
import { isPageNumber, unjoinedCuts } from "./unjoined-cuts.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "page-number-inside": {
    severity: "warning",
    message: "“{found}”像是页码，夹在{where}。页码不是公文内容，请对照正式文本核对。",
    why: "页码混进句子，句子就和正式文本对不上；其中的数字还可能被当成规定的数额。",
    bad: "第一条 提高医药服务精细化管理水平，全面筑牢医保基金安— 12 —全防线。\n",
    good: "第一条 提高医药服务精细化管理水平，全面筑牢医保基金安全防线。\n",
  },
} as const;

const report = reporter(catalogue);

/** 基金安— 12 —全防线, and a line 第 3 页 between the two halves of a sentence. */
export const pageNumberInside: TextLint = {
  catalogue,
  check: (text) => [
    ...text.paragraphs.flatMap((paragraph) => checkInline(text, paragraph)),
    ...checkLines(text),
  ],
};

const NUMBER = "[0-9０-９]{1,4}";
/** A number between two dashes, or 第 3 页 共 10 页, which no sentence says. */
const INLINE = new RegExp(
  `[—–－-]{1,2}\\s{0,4}${NUMBER}\\s{0,4}[—–－-]{1,2}|第\\s{0,2}${NUMBER}\\s{0,2}页[\\s，,/／]{0,4}(?:共\\s{0,2}${NUMBER}\\s{0,2}页)`,
  "g",
);

const checkInline = (text: TextUnderReview, paragraph: LogicalParagraph): Diagnostic[] => {
  const { text: words } = paragraph;
  if (!/[—–－\-页]/.test(words)) return [];
  const found: Diagnostic[] = [];
  INLINE.lastIndex = 0;
  for (let match = INLINE.exec(words); match !== null; match = INLINE.exec(words)) {
    if (found.length === MOST_FINDINGS) break;
    const end = match.index + match[0].length;
    // A telephone number or the mark of a form has figures or letters around it.
    if (/[\w０-９—–－-]$/.test(words.slice(0, match.index)) || /^[\w０-９—–－-]/.test(words.slice(end)))
      continue;
    const where = `“${words.slice(Math.max(0, match.index - 6), match.index)}”和“${words.slice(end, end + 6)}”之间`;
    found.push(reportAt(text, placeIn(paragraph, match.index, end), match[0], where));
  }
  return found;
};

/** A line that is only a page number, between two lines of one sentence. */
const checkLines = (text: TextUnderReview): Diagnostic[] => {
  const joined = text.paragraphs.flatMap(({ cuts }) => cuts);
  const cut = new Set([...joined, ...unjoinedCuts(text)].map(({ after }) => after.start));
  const { lines } = text;
  const found: Diagnostic[] = [];
  for (let order = 1; order + 1 < lines.length; order += 1) {
    const line = lines[order]!;
    if (!isPageNumber(line.text)) continue;
    const [before, after] = [lines[order - 1]!, lines[order + 1]!];
    if (!cut.has(after.start) && !isCut(before, after)) continue;
    const where = `一句话的中间：前一行写到“${before.text.slice(-6)}”，后一行接着写“${after.text.slice(0, 6)}”`;
    found.push(reportAt(text, span(line.start, line.end), line.text, where));
  }
  return found;
};

/** A heading stops without a full stop as well, and a table has figures on lines of their own. */
const isCut = (before: ReadLine, after: ReadLine): boolean => {
  if (after.marker !== null || !/[\u4e00-\u9fff]$/.test(before.text) || !/^[\u4e00-\u9fff]/.test(after.text))
    return false;
  if (looksLikeHeading(before.text))
    return before.marker?.kind === "article" && /[，。；：]/.test(after.text);
  return !endsSentence(before.text, after.text) && before.headingDepth === 0;
};

const reportAt = (text: TextUnderReview, place: Span, found: string, where: string): Diagnostic => {
  const provision = provisionAt(text.document, place.start);
  return report(
    "page-number-inside",
    text.document.source.name,
    place,
    { found, where },
    provision === null ? {} : { provision: provision.path },
  );
};
