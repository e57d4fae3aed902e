import type { PlacedNote } from "./placed-notes.ts";

/** A table shows what is meant; longer words are looked up in the document. */
const LONGEST_QUOTE = 400;

/** What the place is called now; the name at the time where its words are gone. */
export const placeWords = ({ note: { anchor }, found }: PlacedNote): readonly string[] => {
  const label = found.kind === "found" ? found.label : anchor.label;
  return anchor.block === null ? [label] : [label, `（${blockWords(anchor.block)}）`];
};

export const quotedWords = ({ note: { anchor }, found }: PlacedNote): readonly string[] => {
  const quote = linesOf(anchor.quote);
  return [
    ...(quote.length === 0 ? [wholeWords(anchor.provision, anchor.block)] : shortened(quote)),
    ...remarkOn(found),
  ];
};

/** The words of the note, who wrote it and when, and the answers below. */
export const opinionWords = ({ note }: PlacedNote): readonly string[] => {
  const suggestion = note.kind === "修改建议" ? "建议修改：" : "";
  const [first = "", ...others] = linesOf(note.text);
  return [
    `${suggestion}${first}`,
    ...others,
    ...signedWords(note.author, note.writtenAt),
    ...note.replies.flatMap((reply) => {
      const [answer = "", ...more] = linesOf(reply.text);
      return [`答复：${answer}`, ...more, ...signedWords(reply.author, reply.writtenAt)];
    }),
  ];
};

export const stateWords = ({ note: { state } }: PlacedNote): readonly string[] => [state];

/** 2025年6月1日; what is no date stays as it is written. */
export const dayInWords = (date: string): string => {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})/u.exec(date.trim());
  return match === null ? date.trim() : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
};

/** 规则 自然退出 → 规则“自然退出”. */
const blockWords = (block: string): string => {
  const [keyword, ...name] = block.split(" ");
  return name.length === 0 ? `【${keyword}】` : `${keyword}“${name.join(" ")}”`;
};

const wholeWords = (provision: string | null, block: string | null): string => {
  if (block !== null) return "（规则文字全部）";
  return provision === null ? "（全文）" : "（整个条款）";
};

const remarkOn = (found: PlacedNote["found"]): readonly string[] => {
  switch (found.kind) {
    case "found":
      return [];
    case "several":
      return [`（文中有${found.places.length}处可能是这些文字）`];
    case "lost":
      return ["（原文已改动）"];
  }
};

const signedWords = (author: string, writtenAt: string): readonly string[] => {
  const parts = [author.trim(), dayInWords(writtenAt)].filter((part) => part !== "");
  return parts.length === 0 ? [] : [`（${parts.join("，")}）`];
};

const shortened = (lines: readonly string[]): readonly string[] => {
  const whole = lines.join("\n");
  const characters = Array.from(whole);
  return characters.length <= LONGEST_QUOTE
    ? lines
    : `${characters.slice(0, LONGEST_QUOTE).join("")}……`.split("\n");
};

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
