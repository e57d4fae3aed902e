import type { LogicalParagraph } from "./logical-paragraphs.ts";

/**
 * The first of the unnumbered paragraphs at the end that speak of the whole document (本指引自印发之
 * 日起执行…); it and what follows it is 末段 and no part of the last numbered level.
 */
export const closingStart = (paragraphs: readonly LogicalParagraph[]): number => {
  const lastMarked = paragraphs.findLastIndex(({ marker }) => marker !== null);
  for (let index = lastMarked + 1; index < paragraphs.length; index += 1) {
    if (CLOSING.test(paragraphs[index]!.text.slice(0, 300))) return index;
  }
  return paragraphs.length;
};

const CLOSING =
  /^(?:本(?:工作|实施|暂行|试行)?(?:指引|通知|意见|方案|办法|细则|规定|规则|规范|条例|决定|通告|公告)|特此|以上|此前|过去|凡此前)|(?:之日|[日月年])起(?:施行|实施|执行|生效)|有效期(?:为|至|[0-9０-９一二三四五六七八九十])/;
