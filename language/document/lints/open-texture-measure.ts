import { passagesOf, standingIn, type Passage, type PassageRange } from "./passages.ts";
import type { TextUnderReview } from "./text-lint.ts";

/**
 * Whether an open word does no harm: nothing depends on it, its measure or who sets that is said, or
 * it is a matter for a court. Words that are open by themselves need nothing that depends on them.
 */
export const isHarmless = (text: TextUnderReview, place: PassageRange, isOpenByItself: boolean): boolean => {
  const { passage, from, to } = place;
  const words = passage.text.slice(from, to);
  const before = passage.text.slice(Math.max(0, from - 40), from);
  const sentence = partAround(passage.text, from, to, SENTENCE_MARKS);
  const isDeadline = TIME.test(words) && passage.text[to] === "内";
  if (!isOpenByItself && !isDeadline && !DECIDES.test(sentence)) return true;
  if (isPenalty(words, partAround(passage.text, from, to, ["。"])) || isExplained(text, words)) return true;
  if (SET_BY.test(sentence) || AS_PROVIDED.test(before)) return true;
  if (BY_A_COURT.test(sentence) && !BOUND_WITHIN.test(before)) return true;
  if (words === "酌情" && LIMITS.test(sentence)) return true;
  const clause = partAround(passage.text, from, to, CLAUSE_MARKS);
  if (MEASURE.test(clause.replace(words, "")) || (!isOpenByItself && WISHED.test(clause))) return true;
  return isSetLater(text, passage, words, to);
};

/** Who weighs 情节严重 for a penalty chooses within its range. */
const isPenalty = (words: string, sentence: string): boolean =>
  words.startsWith("情节") && /处[分罚以理]|罚款|吊销|刑事|拘留|徒刑|责令|依法/.test(sentence);

/** 偏远地区是指…, 偏远地区名单, 有下列情形之一的，属于情节严重: the text says somewhere what is meant. */
const isExplained = ({ document }: TextUnderReview, words: string): boolean => {
  const name = EXPLAINABLE.exec(words)?.[0];
  if (name === undefined) return false;
  const { text } = document.source;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (EXPLAINS.test(text.slice(at + name.length, at + name.length + 24))) return true;
    if (/(?:属于|认定为|视为|所称)[“"]?$/.test(text.slice(Math.max(0, at - 5), at))) return true;
  }
  return false;
};

const EXPLAINABLE = /偏远(?:地区|山区|农村|乡村|乡镇)|情节(?:特别)?严重/;

const EXPLAINS =
  /^[”"]?(?:，?是?指|包括|的?(?:名单|目录|范围|标准|情形|认定|界定|划定|具体)|[^，。；]{0,6}由[^，。；]{1,16}(?:确定|公布|认定|划定))/;

const TIME = /(?:期限|时间)$/;

/** What something depends on the word for. */
const DECIDES =
  /纳入|终止|解除|取消|不予|不再|退出|淘汰|暂停|可以|能够|应当?|不得|按照|给予|予以|处|优先|限制|减|奖励|整改|实行|设置|保证|完成|进行|原则/;

/** A number or a standard with a name, beside the word. */
const MEASURE =
  /[0-9０-９]|分之|[一二两三四五六七八九十]+(?:年|个月|日|天|元|万|家|次|倍|人|米|公里)|(?:按照|按|依照|根据|符合)[^，。；]{0,24}(?:规定|标准|办法|要求|规划)|《/;

/** Somebody who sets the measure, anywhere in the sentence. */
const SET_BY =
  /指定的|由[^，。；]{1,24}(?:规定|确定|制定|公布|认定|核定|批准)|(?:另行|具体)(?:规定|制定|确定|标准|办法|比例|数额)/;

/** Discretion of a court is given by the law itself. */
const BY_A_COURT = /(?<!(?:向|申请)(?:下列)?(?:人民)?)法院|仲裁庭/;

/** 在总和刑期以下、最高刑期以上酌情决定: weighed between two limits. */
const LIMITS = /以下[^。；]{0,20}以上|以上[^。；]{0,20}以下|不得?超过|最[高低]不/;

/** A time within which somebody, a court as well, is bound to act. */
const BOUND_WITHIN = /应当?在$/;

/** What a text only wishes for obliges nobody. */
const WISHED = /^\s*(?:国家)?(?:鼓励|支持|提倡|倡导|引导)/;

/** 按照国务院卫生行政部门的规定，定期: the words just in front say where the measure stands. */
const AS_PROVIDED = /(?:按照|依照|根据)[^，。；]{0,24}规定，?$/;

/** 具体比例由省人民政府规定: who sets the measure, or the measure, is said behind it in the article. */
const isSetLater = (text: TextUnderReview, passage: Passage, words: string, end: number): boolean => {
  const article = articleOf(text, passage);
  const behind = passagesOf(text).slice(passage.order + 1, passage.order + 1 + MOST_BEHIND);
  const last = behind.findIndex((one) => articleOf(text, one) !== article);
  const own = (last < 0 ? behind : behind.slice(0, last)).map((one) => one.text.slice(0, LONGEST_SENTENCE));
  const later = [passage.text.slice(end, end + LONGEST_SENTENCE), ...own].join("\n");
  if (SET_BEHIND.test(later)) return true;
  const noun = /^一定(..)$/.exec(words)?.[1];
  return (
    noun !== undefined &&
    later.split(/[。；\n]/).some((one) => one.includes(noun) && (SET_BY.test(one) || MEASURE.test(one)))
  );
};

const articleOf = (text: TextUnderReview, { pieces }: Passage): string | undefined =>
  standingIn(text, pieces[0]!).provision?.split(".")[0];

/** An article has not more paragraphs and items than that behind the word, or it is none to be looked through. */
const MOST_BEHIND = 12;

const SET_BEHIND = /(?:标准|办法|细则)[^。；，]{0,12}，?由[^，。；]{1,60}(?:规定|确定|制定|公布|核定)/;

/** The words around a place up to the next of these marks on either side. */
const partAround = (text: string, from: number, to: number, marks: readonly string[]): string => {
  const before = text.slice(Math.max(0, from - LONGEST_SENTENCE), from);
  const after = text.slice(to, to + LONGEST_SENTENCE);
  let start = 0;
  let end = after.length;
  for (const mark of marks) {
    start = Math.max(start, before.lastIndexOf(mark) + 1);
    const next = after.indexOf(mark);
    if (next >= 0) end = Math.min(end, next);
  }
  return before.slice(start) + text.slice(from, to) + after.slice(0, end);
};

const SENTENCE_MARKS = ["。", "；"];
const CLAUSE_MARKS = [...SENTENCE_MARKS, "，", "、", "："];

const LONGEST_SENTENCE = 300;
