import { parseNumeral, printNumeral } from "../../numerals.ts";
import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span } from "../../source.ts";
import type { Provision } from "../model.ts";
import { listsBelow } from "./lists-below.ts";
import { passagesWith, reportIn, type Passage } from "./passages.ts";
import { isQuoted } from "./quoted-words.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "list-count-mismatch": {
    severity: "warning",
    message: "“{found}”写的是{said}，列出的却有{listed}。请核对：是漏列、多列，还是数字没有跟着改。",
    why: "增删一项以后最容易忘记改前面的数字；数字和所列不符，就不知道是不是漏了一项。",
    bad: "第一条 有下列三种情形之一的，解除服务协议：\n（一）骗取医疗保障基金的；\n（二）被吊销许可证的。\n",
    good: "第一条 有下列两种情形之一的，解除服务协议：\n（一）骗取医疗保障基金的；\n（二）被吊销许可证的。\n",
  },
} as const;

const report = reporter(catalogue);

/** 下列三种情形 with two items below, 分为以下三类 with four. */
export const listCount: TextLint = {
  catalogue,
  check: (text) => {
    const lists = listsBelow(text);
    return passagesWith(text, COUNTED).flatMap((passage) => checkPassage(text, passage, lists));
  },
};

const NUMERAL = "([一二两三四五六七八九十]{1,3}|[0-9]{1,2})";
const COUNTED = new RegExp(
  `(?:下列|以下|如下)${NUMERAL}(?:个方面|个|大?类|种|项|档|级|点|部分|款|条)(?!以[上下内]|中的?[一二两三四五六七八九十])`,
);
const LEADS = new RegExp(`${COUNTED.source}[^。；：:0-9]{0,30}[：:]`, "g");

const checkPassage = (
  text: TextUnderReview,
  passage: Passage,
  lists: ReadonlyMap<number, Provision>,
): Diagnostic[] =>
  [...passage.text.matchAll(LEADS)].flatMap((match) => {
    const said = parseNumeral(match[1]!);
    if (said === null || said < 2 || isQuoted(passage.text, match.index)) return [];
    const to = match.index + match[0].length;
    const isLast = passage.text.slice(to).trim() === "";
    const list = isLast ? lists.get(passage.pieces.at(-1)!.end) : undefined;
    const listed = isLast ? itemsOf(list) : numbersIn(passage.text.slice(to));
    if (listed < 2 || listed === said) return [];
    const unit = COUNTED.exec(match[0])![0].slice(2 + match[1]!.length);
    const values = { found: match[0].slice(0, -1), said: count(said, unit), listed: count(listed, unit) };
    const range = { passage, from: match.index, to: to - 1 };
    const finding = reportIn(report, text, range, "list-count-mismatch", values);
    const last = list?.children.at(-1)?.span;
    const related =
      last === undefined
        ? []
        : [{ file: finding.file, span: span(last.start, last.end), message: "所列到这一项为止" }];
    return [{ ...finding, related }];
  });

const count = (number: number, unit: string): string =>
  `${number === 2 ? "两" : printNumeral(number)}${unit}`;

/** Items of one kind, counted from one without a gap; 0 where they are not. */
const itemsOf = (list: Provision | undefined): number => {
  const items = list?.children.filter(({ number }) => number !== null) ?? [];
  const isRow = items.every(({ number, level }, order) => number === order + 1 && level === items[0]!.level);
  return isRow ? items.length : 0;
};

/** （一）…；（二）… in the line itself. */
const numbersIn = (words: string): number => {
  const [sentence = ""] = words.split("。", 1);
  const numbers = [...sentence.matchAll(/(?:^|[；，、])[（(]([一二三四五六七八九十]{1,2}|[0-9]{1,2})[）)]/g)];
  return numbers.every(([, number], order) => parseNumeral(number!) === order + 1) ? numbers.length : 0;
};
