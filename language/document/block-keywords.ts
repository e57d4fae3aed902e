/** The words that may stand in 【…】 at the head of a block, in the order of the language reference. */
export const BLOCK_KEYWORDS = [
  "政策",
  "词汇",
  "对象",
  "参数",
  "措施",
  "定义",
  "指标",
  "认定",
  "排名",
  "规则",
  "例外",
  "理解",
  "说明",
  "断言",
  "界限",
  "用例",
  "性质",
] as const;

export type BlockKeyword = (typeof BLOCK_KEYWORDS)[number];

/** A file can hold blocks only if it begins with one of these. */
export const OPENING_KEYWORDS = ["政策", "词汇"] as const satisfies readonly BlockKeyword[];

/** Ends a block or a protected passage. */
export const END_KEYWORD = "完";

/** Begins a passage that is official text whatever it looks like. */
export const PROTECTED_KEYWORD = "原文";

export const isBlockKeyword = (word: string): word is BlockKeyword =>
  (BLOCK_KEYWORDS as readonly string[]).includes(word);

/**
 * The keyword that was probably meant by another word: one character changed, added, left out or
 * swapped. Of several the one with the same beginning (规定 is 规则, not 认定); `null` where that does not decide.
 */
export const nearestMark = (word: string): string | null => {
  const candidates = [...BLOCK_KEYWORDS, PROTECTED_KEYWORD].filter((known) => isOneEditApart(word, known));
  const alike = candidates.length === 1 ? candidates : candidates.filter((known) => known[0] === word[0]);
  return alike.length === 1 ? alike[0]! : null;
};

const isOneEditApart = (left: string, right: string): boolean => {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let head = 0;
  while (head < left.length && left[head] === right[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(left.length, right.length) - head &&
    left[left.length - 1 - tail] === right[right.length - 1 - tail]
  ) {
    tail += 1;
  }
  const leftRest = left.slice(head, left.length - tail);
  const rightRest = right.slice(head, right.length - tail);
  return (
    Math.max(leftRest.length, rightRest.length) <= 1 ||
    (leftRest.length === 2 && leftRest[0] === rightRest[1] && leftRest[1] === rightRest[0])
  );
};
