import type { IToken } from "chevrotain";
import type { NumberLiteral } from "../ast.ts";
import { countWordOperator, type Suffix } from "../build-ast/phrases.ts";
import { spanOf } from "../build-ast/nodes.ts";
import { T } from "../lexer/tokens.ts";
import { BOUND_WORDS, type BoundText } from "../operators.ts";
import type { Span } from "../source.ts";

/** Words that stand where they may stand, and still say nothing sure: what was found, and what to write. */
export interface Objection {
  readonly span: Span;
  readonly found: string;
  readonly expected: string;
}

/** 步行1公里以外: only a distance that something lies within is a scope. */
export const noScope = (word: IToken, extent: string): Objection | null =>
  SCOPE_ENDS.has(word.image)
    ? null
    : {
        span: spanOf(word),
        found: `“${extent}${word.image}”`,
        expected: `范围只能写“${extent}以内”或者“${extent}范围内”。意思是这一距离以内没有的，请写“${extent}以内没有……”`,
      };

const SCOPE_ENDS: ReadonlySet<string> = new Set(["以内", "及以内"]);

/** 应当在30日以外限期整改: a time limit is a time within which something is done. */
export const noDeadline = (word: IToken): Objection | null =>
  word.tokenType !== T.BoundAfter || word.image === "以内"
    ? null
    : {
        span: spanOf(word),
        found: `“${word.image}”`,
        expected: "期限请写“30日内”“30日以内”这样的话；过了一段时间才办理的，请写“30日后”",
      };

/** 不低于60分以下: a word on each side of a number must say the same (至少2家以上). */
export const doubleLimit = (before: IToken | null, after: Suffix | null): Objection | null => {
  const behind = after?.word ?? null;
  if (before === null || behind === null) return null;
  if (BOUND_WORDS[before.image as BoundText]?.operator === BOUND_WORDS[behind.image as BoundText]?.operator)
    return null;
  return twoLimits(before, behind);
};

/** 至多有2家以上, 恰好有不少于3家, 有1.5家, 有50％以上. */
export const doubtfulCount = (
  have: IToken,
  before: IToken | null,
  value: NumberLiteral,
  after: Suffix | null,
): Objection | null => {
  const whole = wholeCount(value);
  if (whole !== null) return whole;
  const stated = countWordOperator(have);
  const word = before ?? after?.word ?? null;
  if (stated === null || word === null || stated === BOUND_WORDS[word.image as BoundText]?.operator)
    return null;
  return twoLimits(have, word);
};

/** A number of records or items is a whole number. */
export const wholeCount = ({ value, share, span }: NumberLiteral): Objection | null => {
  if (share)
    return {
      span,
      found: "占比",
      expected: "这里要写个数，如“2家”。要求占比的，请写“数量（……）除以数量（……）不低于50％”这样的比较",
    };
  if (value.denominator === 1n && value.numerator >= 0n) return null;
  return { span, found: "数字", expected: "个数应为整数，请写“2家”“2项”这样的整数" };
};

/** 下列条件中至多2项: a list can only ask for at least so many. */
export const noListCount = (word: IToken | null): Objection | null =>
  word === null || BOUND_WORDS[word.image as BoundText]?.operator === "atLeast"
    ? null
    : {
        span: spanOf(word),
        found: `“${word.image}”`,
        expected: "列举的各项只能要求“至少”符合几项，如“下列条件中至少2项”",
      };

/** 为三级、二级以上: does 以上 belong to 三级 too? */
export const limitBehindValues = (after: Suffix | null, values: number, oneOf: boolean): Objection | null => {
  const word = after?.word ?? after?.inclusion ?? null;
  return word === null || (values < 2 && !oneOf)
    ? null
    : {
        span: spanOf(word),
        found: `“${word.image}”`,
        expected: `前面列举了几个值，不知道“${word.image}”说的是哪一个。请只写一个值，如“为二级以上”；或者删去“${word.image}”`,
      };
};

const twoLimits = (first: IToken, second: IToken): Objection => ({
  span: spanOf(second),
  found: `“${second.image}”`,
  expected: `它与前面的“${first.image}”说的不是同一个界限，请只写其中一个`,
});
