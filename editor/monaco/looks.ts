import type { LayoutPart, OfficialLine, Span } from "../worker/worker-api.ts";

/** How a stretch of the text is shown. */
export type LookKind = "block" | "mark" | "title" | "chapter" | "section" | "number" | "furniture";

/** A stretch with its look; stretches come in the order of the text. */
export interface Look extends Span {
  readonly kind: LookKind;
}

/** Blocks are set as code; the official text is the ground that they stand on and needs no look of its own. */
export const looksOfLayout = (text: string, layout: readonly LayoutPart[]): readonly Look[] =>
  layout.flatMap(({ kind, span }): Look[] => {
    if (kind === "official") return [];
    const shown = withoutLastBreaks(text, span);
    if (shown.start === shown.end) return [];
    if (kind === "mark") return [{ kind: "mark", ...shown }];
    return [{ kind: "block", ...shown }];
  });

/** Titles and headings, and the numbers of 条 and items. */
export const looksOfLines = (text: string, lines: readonly OfficialLine[]): readonly Look[] =>
  lines.flatMap(({ role, span }): Look[] => {
    switch (role) {
      case "title":
      case "chapter":
      case "section":
      case "furniture":
        return [{ kind: role, ...span }];
      case "article":
      case "item": {
        const number = PROVISION_NUMBER.exec(text.slice(span.start, Math.min(span.end, span.start + 24)));
        return number === null
          ? []
          : [{ kind: "number", start: span.start, end: span.start + number[0].length }];
      }
      case "plain":
        return [];
    }
  });

/** What of `before` goes, and what comes in its place; the rest stands as it is or moves with the text. */
export interface LookChange {
  readonly at: number;
  readonly removed: number;
  readonly added: readonly Look[];
}

/** `shift` is by how much the text has grown between the two. */
export const changedLooks = (before: readonly Look[], after: readonly Look[], shift: number): LookChange => {
  const most = Math.min(before.length, after.length);
  let front = 0;
  while (front < most && isSame(before[front]!, after[front]!, 0)) front += 1;
  let back = 0;
  while (
    back < most - front &&
    isSame(before[before.length - 1 - back]!, after[after.length - 1 - back]!, shift)
  )
    back += 1;
  return {
    at: front,
    removed: before.length - front - back,
    added: after.slice(front, after.length - back),
  };
};

const isSame = (left: Look, right: Look, shift: number): boolean =>
  left.kind === right.kind && left.start + shift === right.start && left.end + shift === right.end;

const withoutLastBreaks = (text: string, { start, end }: Span): Span => {
  let last = end;
  while (last > start && BREAK.test(text[last - 1]!)) last -= 1;
  return { start, end: last };
};

const BREAK = /\s/;
/** 第十六条、第十七条之一、三、（一）、1. at the beginning of a line. */
const PROVISION_NUMBER =
  /^[\s\u3000]*(?:第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?|[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[）)]|\d+[.．、])/;
