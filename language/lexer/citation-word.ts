const CITATION =
  /第[零〇一二三四五六七八九十百千0-9０-９]{1,8}(?:条(?:之[一二三四五六七八九十]{1,3})?|款|项|目|章|节|编)|第[(（][零〇一二三四五六七八九十百0-9]{1,5}[)）](?:项|目)/y;

/** End of 第十六条第一款第（三）项 at `at`. */
export const readCitation = (text: string, at: number, end: number): number | null => {
  let reach = at;
  for (;;) {
    CITATION.lastIndex = reach;
    const match = CITATION.exec(text);
    if (match === null || reach + match[0].length > end) break;
    reach += match[0].length;
  }
  return reach > at ? reach : null;
};
