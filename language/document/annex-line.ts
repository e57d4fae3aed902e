/** 附件, 附件一：…, 附表2 …: the heading of an annex, or a line that lists one. */
export const readAnnexMark = (text: string): string | null => ANNEX.exec(text.slice(0, 40))?.[0] ?? null;

const ANNEX = /^附\s{0,4}[件录表]\s{0,2}[一二三四五六七八九十0-9０-９]{0,3}(?=[\s:：]|$)\s{0,8}[:：]?\s{0,8}/;
