import { withoutSpace } from "../../../language/index.ts";

/** Words without white space, invisible characters and differences of width. */
export const plainWords = (text: string): string =>
  withoutSpace(text)
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** The same with every number of a 条、款、项 as one sign, so that texts with citations that follow a new number agree. */
export const wordsWithoutNumbers = (words: string): string =>
  words.replace(CITED, "第#$1").replace(ENUMERATED, "(#)");

const CITED =
  /第\(?[零〇一二三四五六七八九十百千0-9]{1,9}\)?(编|章|节|条|款|项|目)(?:之[一二三四五六七八九十]{1,3})?/g;
const ENUMERATED = /\([零〇一二三四五六七八九十百]{1,4}\)/g;
