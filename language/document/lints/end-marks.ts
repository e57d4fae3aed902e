import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span, type Span } from "../../source.ts";
import type { Provision } from "../model.ts";
import { isFormula, looksLikeHeading } from "../sentence-end.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "paragraph-without-end": {
    severity: "warning",
    message: "“{found}”后面没有{mark}，句子没有写完。请对照正式文本，核对是漏了标点，还是漏了后面的文字。",
    why: "一条、一款的最后没有句号，看不出是只缺标点，还是粘贴时丢了后半句。丢了的半句可能正是例外或者期限。",
    bad: "第一条 定点医药机构应当按月申报费用，逾期不予受理\n第二条 本办法自印发之日起施行。\n",
    good: "第一条 定点医药机构应当按月申报费用，逾期不予受理。\n第二条 本办法自印发之日起施行。\n",
  },
  "missing-full-stop": {
    severity: "info",
    message:
      "这一{level}以“{found}”结尾，没有标点；同一组的其他各{level}都有。请核对是漏了标点，还是漏了后面的文字。",
    why: "结尾缺标点，可能是粘贴时丢了后半句。",
    bad: "第一条 申请单位应当具备下列条件：\n（一）有固定的场所；\n（二）有专职人员\n（三）有管理制度。\n",
    good: "第一条 申请单位应当具备下列条件：\n（一）有固定的场所；\n（二）有专职人员；\n（三）有管理制度。\n",
  },
} as const;

const report = reporter(catalogue);

/** A paragraph whose last sentence does not end, and an item without the ；that the others have. */
export const endMarks: TextLint = {
  catalogue,
  check: (text) => [
    ...checkParagraphs(text),
    ...text.document.provisions.flatMap((provision) => checkItems(text, provision)),
  ],
};

const MARK = /[。；：！？…;:!?.]$/;

/**
 * Words that stop in the middle are told where the rest of the text ends its sentences; a text that
 * has no marks at all (a list of names, a form) has its own way of writing.
 */
const checkParagraphs = (text: TextUnderReview): Diagnostic[] => {
  let ends = 0;
  const open: End[] = [];
  for (const provision of text.document.provisions) {
    const last = lastLine(provision);
    if (last === null) continue;
    ends += 1;
    if (WHOLE.has(text.document.source.text[last.end - 1]!) || isInAnnex(provision)) continue;
    const words = text.document.source.text.slice(last.start, last.end).trimEnd();
    if (isOpen({ provision, words, end: last.end })) open.push({ provision, words, end: last.end });
  }
  if (open.length * MOST_OPEN > ends + MOST_OPEN) return [];
  return open.map(({ provision, words, end }) =>
    report(
      "paragraph-without-end",
      text.document.source.name,
      span(end - 1, end),
      { found: words.slice(-8), mark: provision.children.length > 0 ? "冒号" : "句号" },
      { provision: provision.path },
    ),
  );
};

/** One in ten, and always a single one: more are a way of writing. */
const MOST_OPEN = 10;

interface End {
  readonly provision: Provision;
  /** The last line of the provision's own words. */
  readonly words: string;
  readonly end: number;
}

/** The last line of a provision's own words, its title left out. */
const lastLine = ({ pieces, level, titleSpan }: Provision): Span | null => {
  const last = pieces.at(-1);
  return last === undefined || last === titleSpan || !PROSE.has(level) ? null : last;
};

/** Nearly every line ends with one of these, and is not looked at any further. */
const WHOLE: ReadonlySet<string> = new Set("。；：！？");

/** Items and what stands below them may be names of things; `checkItems` compares them with each other. */
const PROSE: ReadonlySet<string> = new Set([
  "article",
  "paragraph",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
  "closing",
]);

const isInAnnex = ({ level, parent }: Provision): boolean =>
  level === "annex" || (parent !== null && isInAnnex(parent));

const isOpen = ({ provision, words }: End): boolean => {
  if (MARK.test(withoutClosing(words)) || !ENDS_IN_WORDS.test(words)) return false;
  if (provision.children.length > 0) return ANNOUNCES.test(words);
  if (NO_SENTENCE.test(words) || isFormula(words) || /[×÷]/.test(words)) return false;
  return !looksLikeHeading(words) || standsAlone(provision, words);
};

/** …处理。（略） and …以下简称办法）。 end inside; …（含卫生院） does not. */
const withoutClosing = (words: string): string =>
  words.replace(/[（(][^（()）]{0,60}[）)]$/, "").replace(/[”’》〉」）)]+$/, "");

const ENDS_IN_WORDS = /[\p{Script=Han}，、,”’》）)0-9%％]$/u;

/** 下列情形, with a list below and no ： behind it. */
const ANNOUNCES = /(?:下列|如下|以下)[^，。；：]{0,12}$/;

/** 删去, 附件：…, a heading that the line break was lost in front of, cells of a table. */
const NO_SENTENCE =
  /删去|删除|废止|（略）|^附[件录表]|第[一二三四五六七八九十百]{1,4}[编章节][^，。；]{1,24}$|[\t|]|\s{2,}/;

/** 第五条 本办法由市医疗保障局解释: the only words of an article, and more than 保留 or a title. */
const standsAlone = ({ level, parent }: Provision, words: string): boolean =>
  level === "paragraph" &&
  parent?.level === "article" &&
  parent.children.length === 1 &&
  words.length >= FEWEST_WORDS;

/** 总则, 适用范围 and 未作规定 are titles or notes. */
const FEWEST_WORDS = 8;

const ENDS = /[。；：！？…，、;:,.!?）)”》〉」]$/;

/** In a list, the one item that ends without any mark; the last one ends its article too. */
const checkItems = (text: TextUnderReview, { children }: Provision): Diagnostic[] => {
  if (children.length < 2 || !children.every(({ level }) => level === "item" || level === "subitem"))
    return [];
  const source = text.document.source.text;
  const lastWords = (provision: Provision): string => {
    const last = provision.pieces.at(-1);
    return last === undefined ? "。" : source.slice(Math.max(last.start, last.end - 12), last.end);
  };
  const open = children.filter((child) => child.children.length === 0 && !ENDS.test(lastWords(child)));
  const endsOpen = open.length === 1 && open[0] === children.at(-1);
  if (open.length === 0 || (open.length * 3 > children.length && !endsOpen)) return [];
  return open.map((child) => {
    const last = child.pieces.at(-1)!;
    const place = span(Math.max(last.start, last.end - 1), last.end);
    const [file, extras] = [text.document.source.name, { provision: child.path }];
    const words = lastWords(child);
    if (endsOpen)
      return report("paragraph-without-end", file, place, { found: words.slice(-8), mark: "句号" }, extras);
    const values = { level: child.level === "item" ? "项" : "目", found: words.slice(-6) };
    return report("missing-full-stop", file, place, values, extras);
  });
};
