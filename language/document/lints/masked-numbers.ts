/**
 * Numbers of persons with their middle hidden: a report is passed on, and must not spread what it warns of.
 * Every character keeps its place, so that places in the words stay good.
 */
export const maskNumbers = (words: string): string => words.replace(NUMBER, hideMiddle);

/**
 * The same in words that may say other things: identity and mobile numbers, and the telephone of a person who is
 * named. Amounts and document numbers stay.
 */
export const maskPersonalNumbers = (words: string): string =>
  words
    .replace(PERSONAL, hideMiddle)
    .replace(NAMED, (found, before: string) => before + hideMiddle(found.slice(before.length)));

const NUMBER = /\d[\dXx -]{4,}[\dXx]/g;

const PERSONAL = /(?<![0-9A-Za-z-])(?:[1-9]\d{16}[0-9Xx]|1[3-9]\d([- ]?)\d{4}\1\d{4})(?![0-9A-Za-z])/g;

const NAMED =
  /((?:联系人|经办人)[：:]?\s?[\u4e00-\u9fff]{2,4}[，,、；;（(\s]{0,3}(?:联系)?(?:电话|手机)(?:号码)?[：:]?\s?)[0-9][0-9-]{5,12}/g;

const hideMiddle = (number: string): string =>
  [...number]
    .map((character, at) =>
      at < SHOWN_FIRST || at >= number.length - SHOWN_LAST || !/[\dXx]/.test(character) ? character : "*",
    )
    .join("");

const SHOWN_FIRST = 3;
const SHOWN_LAST = 2;
