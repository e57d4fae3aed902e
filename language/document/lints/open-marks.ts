import { placeIn } from "./paragraph-place.ts";
import type { Passage } from "./passages.ts";
import type { Span } from "../../source.ts";

/** One kind of marks that stand in pairs. Both widths of one shape are one kind. */
export interface MarkKind {
  readonly name: string;
  readonly open: string;
  readonly close: string;
}

/** A mark whose partner is missing. */
export interface LoneMark {
  readonly kind: MarkKind;
  readonly mark: string;
  readonly opens: boolean;
  readonly passage: Passage;
  readonly index: number;
}

/** A pair, as it closes. */
export interface MarkPair {
  readonly kind: MarkKind;
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  /** How many pairs of the same kind it stands in. */
  readonly depth: number;
}

export interface MarkReading {
  readonly lone: readonly LoneMark[];
  readonly pairs: readonly MarkPair[];
}

/**
 * Pairs the marks of each passage. What one passage leaves open and one of the next `reach` passages
 * closes stands in pairs across a line break and is not told.
 */
export const pairMarks = (
  passages: readonly Passage[],
  kinds: readonly MarkKind[],
  reach: number,
  isLabel: (passage: Passage, index: number) => boolean = () => false,
): MarkReading => {
  const pattern = new RegExp(
    `[${kinds
      .map(({ open, close }) => open + close)
      .join("")
      .replace(/[\\\][]/g, "\\$&")}]`,
    "g",
  );
  const lone: (LoneMark & { readonly order: number })[] = [];
  const pairs: MarkPair[] = [];
  const waiting: (LoneMark & { readonly order: number })[] = [];
  for (const [order, passage] of passages.entries()) {
    const open: LoneMark[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(passage.text); match !== null; match = pattern.exec(passage.text)) {
      const mark = match[0];
      const kind = kinds.find((one) => one.open.includes(mark) || one.close.includes(mark))!;
      const opens = kind.open.includes(mark);
      const here: LoneMark = { kind, mark, opens, passage, index: match.index };
      if (opens) {
        open.push(here);
        continue;
      }
      const at = open.findLastIndex((one) => one.kind === kind);
      if (at >= 0) {
        const from = open[at]!;
        for (const skipped of open.splice(at)) if (skipped !== from) lone.push({ ...skipped, order });
        const depth = open.reduce((sum, one) => sum + (one.kind === kind ? 1 : 0), 0);
        pairs.push({ kind, passage, from: from.index, to: match.index + 1, depth });
        continue;
      }
      if (isLabel(passage, match.index)) continue;
      const earlier = waiting.findLastIndex((one) => one.kind === kind && order - one.order <= reach);
      if (earlier >= 0) waiting.splice(earlier, 1);
      else lone.push({ ...here, order });
    }
    for (const one of open) waiting.push({ ...one, order });
    while (waiting.length > 0 && order - waiting[0]!.order > reach) lone.push(waiting.shift()!);
  }
  lone.push(...waiting);
  return { lone, pairs };
};

/** The mark itself in the file. */
export const placeOfMark = ({ passage, index, mark }: LoneMark): Span =>
  placeIn(passage, index, index + mark.length);

/** A few words around a mark, so that a reader recognises the place. */
export const wordsAround = ({ passage, index }: LoneMark): string =>
  passage.text.slice(Math.max(0, index - 6), index + 9);
