import { span, type Span } from "../../../language/index.ts";
import { bareWords } from "./bare-words.ts";

/** Where the words stand, white space aside; what is wrong where they do not, or more than once. */
export const findOnce = (text: string, within: Span, words: string): Span | string => {
  const sought = bareWords(words);
  const shown = sought.length > 30 ? `${sought.slice(0, 30)}……` : sought;
  if (sought === "") return "要修改的文字是空的，没有执行。";
  const stretch = text.slice(within.start, within.end);
  const compact = bareWords(stretch);
  const at = compact.indexOf(sought);
  if (at < 0) return `没有找到“${shown}”，没有执行。`;
  if (compact.indexOf(sought, at + 1) >= 0) return `有不止一处“${shown}”，不能确定修改的是哪一处。`;
  const start = offsetOf(stretch, at);
  const last = offsetOf(stretch, at + sought.length - 1);
  return span(within.start + start, within.start + last + 1);
};

/** Where the character number `index` stands when white space does not count. */
const offsetOf = (stretch: string, index: number): number => {
  let left = index;
  for (let at = 0; at < stretch.length; at += 1) {
    if (bareWords(stretch[at]!) === "") continue;
    if (left === 0) return at;
    left -= 1;
  }
  return stretch.length;
};
