import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span, type Span } from "../../source.ts";
import type { LogicalParagraph } from "../logical-paragraphs.ts";
import type { OfficialDocument, Provision } from "../model.ts";
import { provisionAt } from "../provision-at.ts";
import { withoutSpace } from "../whitespace.ts";
import { otherPlace } from "./place-of.ts";
import { placeIn } from "./paragraph-place.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "above-unresolved": {
    severity: "warning",
    message: "“{found}”无所指：{problem}请写明是哪一条哪一款，或者改正所引的字句。",
    why: "“上述”指前面写过的内容；前面没有，读的人就不知道指什么。",
    bad: "第一条 步行十五分钟范围内应当有一家定点医药机构。\n第二条 参照上述“一刻钟便民生活圈”有关要求执行。\n",
    good: "第一条 构建“一刻钟便民生活圈”。\n第二条 参照上述“一刻钟便民生活圈”有关要求执行。\n",
  },
  "above-distant": {
    severity: "info",
    message: "“{found}”所指的内容在{label}，不在这一条。请写明{label}，以便查找。",
    why: "“上述”一般指同一条里前面的内容；隔了几条，读的人要往回找，中间插入新的条文以后还会指错。",
    bad: "第一条 构建“一刻钟便民生活圈”。\n第二条 各县区应当落实责任。\n第三条 参照上述“一刻钟便民生活圈”有关要求执行。\n",
    good: "第一条 构建“一刻钟便民生活圈”。\n第二条 各县区应当落实责任。\n第三条 参照第一条“一刻钟便民生活圈”有关要求执行。\n",
  },
  "above-vague": {
    severity: "info",
    message:
      "“{found}”没有写明是哪一条款，这一条前面也没有出现“{noun}”。建议写明第几条第几款，或者写出内容。",
    why: "“上述”可以指前一句、前一款或者前一条，写明条款才不会有不同的理解。",
    bad: "第一条 申请人应当提交身份证。补正期限为三日，按照上述标准办理。\n",
    good: "第一条 受理标准为材料齐全。补正期限为三日，按照上述标准办理。\n",
  },
} as const;

const report = reporter(catalogue);

/** 上述“…” where these words were not written before, and 上述 as the first words of all. */
export const aboveUnresolved: TextLint = {
  catalogue,
  check: (text) => {
    const above = wordsAbove(text);
    return text.paragraphs.flatMap((paragraph, order) => checkParagraph(text, paragraph, order, above));
  },
};

const ABOVE = /(?:上述|前述)(?:的)?(?:[“「]([^“”「」\n]{2,40})[”」])?/g;

const checkParagraph = (
  text: TextUnderReview,
  paragraph: LogicalParagraph,
  order: number,
  above: (quoted: string, at: number) => boolean,
): Diagnostic[] => {
  const { text: words } = paragraph;
  if (!words.includes("述")) return [];
  const diagnostics: Diagnostic[] = [];
  ABOVE.lastIndex = 0;
  for (let match = ABOVE.exec(words); match !== null; match = ABOVE.exec(words)) {
    if (diagnostics.length === MOST_FINDINGS) break;
    const quoted = match[1];
    const place = placeIn(paragraph, match.index, match.index + match[0].length);
    const isFirst =
      quoted === undefined && nothingBefore(text, paragraph, order, match.index + match[0].length);
    const isUnknown = quoted !== undefined && !above(quoted, place.start);
    if (quoted !== undefined && !isUnknown) {
      diagnostics.push(...checkDistance(text, place, match[0], quoted));
      continue;
    }
    const noun = NOUN.exec(words.slice(match.index + match[0].length))?.[0];
    if (!isFirst && !isUnknown) {
      if (noun === undefined || quoted !== undefined || saidBefore(text, place.start, noun)) continue;
      const found = `${match[0]}${noun}`;
      diagnostics.push(
        report("above-vague", text.document.source.name, place, { found, noun }, extrasAt(text, place.start)),
      );
      continue;
    }
    const problem = isUnknown ? `前面没有出现“${quoted}”。` : "它写在这一条的开头，前面没有可指的内容。";
    diagnostics.push(
      report(
        "above-unresolved",
        text.document.source.name,
        place,
        { found: match[0].replace("“", "‘").replace("”", "’"), problem },
        extrasAt(text, place.start),
      ),
    );
  }
  return diagnostics;
};

/** The words stand in another article, and that is not the one just before. */
const checkDistance = (text: TextUnderReview, place: Span, found: string, quoted: string): Diagnostic[] => {
  const { document } = text;
  const at = document.source.text.lastIndexOf(quoted, place.start - 1);
  const [there, here] = [articleAt(document, at), articleAt(document, place.start)];
  if (at < 0 || there === null || here === null || there === here) return [];
  if (here.number === null || there.number === null || here.number - there.number < 2) return [];
  const values = {
    found: found.replace("“", "‘").replace("”", "’"),
    label: there.label,
  };
  const related = [otherPlace(document, span(at, at + quoted.length), "所指的内容在这里")];
  return [report("above-distant", document.source.name, place, values, { provision: here.path, related })];
};

const articleAt = (document: OfficialDocument, at: number): Provision | null => {
  for (let here = at < 0 ? null : provisionAt(document, at); here !== null; here = here.parent)
    if (here.level === "article") return here;
  return null;
};

const extrasAt = ({ document }: TextUnderReview, at: number): { provision?: string } => {
  const provision = provisionAt(document, at);
  return provision === null ? {} : { provision: provision.path };
};

/** Whether the article, or the paragraph outside articles, says the word before the place, or lists cases. */
const saidBefore = ({ document }: TextUnderReview, at: number, noun: string): boolean => {
  let here = provisionAt(document, at);
  while (here !== null && here.parent !== null && here.level !== "article" && here.level !== "heading1")
    here = here.parent;
  if (here === null) return true;
  const before = document.source.text.slice(Math.max(here.span.start, at - 3000), at);
  // What the article has told is a case (情形), though the word was not used for it.
  if (noun === "情形" && /[^，。；\s]{6,}[，。；]/.test(before)) return true;
  return before.includes(noun) || /[（(][一二三四五六七八九十0-9]{1,2}[）)]|《/.test(before);
};

/**
 * 上述规定 in the first sentence of an article, which says nothing before it that could be meant: what
 * another article says is cited by its number.
 */
const nothingBefore = (
  text: TextUnderReview,
  paragraph: LogicalParagraph,
  order: number,
  end: number,
): boolean => {
  const words = paragraph.text.slice(0, end - 2);
  if (order > 0 && paragraph.marker?.kind !== "article") return false;
  if (order > 0 && text.document.form !== "articles") return false;
  const noun = NOUN.exec(paragraph.text.slice(end, end + 2))?.[0];
  if (noun === undefined || words.includes(noun)) return order === 0 && !/[，。；：]/.test(words);
  return !/[。；：]/.test(words);
};

const NOUN = /^(?:规定|标准|情形|要求|条款|办法)/;

/** Whether words stand in the file before a place; words that a line break cuts are found as well. */
const wordsAbove = ({ document }: TextUnderReview): ((quoted: string, at: number) => boolean) => {
  const { text } = document.source;
  let asked = 0;
  return (quoted, at) => {
    asked += 1;
    if (asked > MOST_QUESTIONS) return true;
    const first = text.indexOf(quoted);
    if (first >= 0 && first < at) return true;
    return withoutSpace(text.slice(0, at)).includes(withoutSpace(quoted));
  };
};

const MOST_QUESTIONS = 50;
