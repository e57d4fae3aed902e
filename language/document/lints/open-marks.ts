import { placeIn } from "./paragraph-place.ts";
import { passagesWith, type Passage } from "./passages.ts";
import { MOST_FINDINGS, type TextUnderReview } from "./text-lint.ts";
import type { Span } from "../../source.ts";

/** One kind of marks that stand in pairs. Both widths of one shape are one kind. */
export interface MarkKind {
  readonly name: string;
  readonly open: string;
  readonly close: string;
  /** Whether the opening mark comes again at the head of each paragraph of a long quotation. */
  readonly resumes?: true;
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
  /** Inside another pair of its kind; what only an unclosed mark stands before is not. */
  readonly isNested: boolean;
}

export interface MarkReading {
  readonly lone: readonly LoneMark[];
  readonly pairs: readonly MarkPair[];
}

/**
 * Pairs the marks of each passage. What one passage leaves open and one of the next `reach` passages
 * closes stands in a pair across a line break and is not told.
 */
export const pairMarks = (
  text: TextUnderReview,
  kinds: readonly MarkKind[],
  reach: number,
  isLabel: (passage: Passage, index: number) => boolean = () => false,
): MarkReading => {
  const pattern = anyOf(kinds);
  const lone: LoneMark[] = [];
  const pairs: Omit<MarkPair, "isNested">[] = [];
  const waiting = new Map<MarkKind, Waiting[]>(kinds.map((kind) => [kind, []]));
  for (const passage of passagesWith(text, pattern)) {
    const { order } = passage;
    for (const match of passage.text.matchAll(pattern)) {
      const mark = match[0];
      const kind = kinds.find(({ open, close }) => open.includes(mark) || close.includes(mark))!;
      const opens = kind.open.includes(mark);
      const here = { kind, mark, opens, passage, index: match.index };
      const stack = waiting.get(kind)!;
      const last = stack.at(-1);
      const isNear = last !== undefined && last.order < order && last.order + reach >= order;
      if (opens) {
        if (kind.resumes && match.index === 0 && isNear) stack.pop();
        stack.push({ order, mark: here });
      } else if (last?.order === order) {
        stack.pop();
        pairs.push({ kind, passage, from: last.mark.index, to: match.index + 1 });
      } else if (!isLabel(passage, match.index)) {
        if (isNear) stack.pop();
        else lone.push(here);
      }
      if (lone.length > MOST_FINDINGS) return { lone, pairs: withNesting(pairs) };
    }
  }
  for (const stack of waiting.values()) {
    for (const { mark } of stack.slice(0, MOST_FINDINGS)) lone.push(mark);
  }
  return { lone, pairs: withNesting(pairs) };
};

/** An outer pair closes behind its inner ones: read backwards, it has begun before them. */
const withNesting = (pairs: readonly Omit<MarkPair, "isNested">[]): MarkPair[] => {
  const begins = new Map<MarkKind, { passage: Passage; from: number }>();
  return pairs
    .toReversed()
    .map((pair) => {
      const outer = begins.get(pair.kind);
      const isNested = outer?.passage === pair.passage && outer.from < pair.from;
      if (!isNested) begins.set(pair.kind, pair);
      return { ...pair, isNested };
    })
    .toReversed();
};

interface Waiting {
  /** The number of the passage that the mark stands in. */
  readonly order: number;
  readonly mark: LoneMark;
}

const anyOf = (kinds: readonly MarkKind[]): RegExp => {
  const marks = kinds.map(({ open, close }) => open + close).join("");
  return new RegExp(`[${marks.replace(/[\\\][]/g, "\\$&")}]`, "g");
};

/** The mark itself in the file. */
export const placeOfMark = ({ passage, index, mark }: LoneMark): Span =>
  placeIn(passage, index, index + mark.length);

/** A few words around a mark, so that a reader recognises the place. */
export const wordsAround = ({ passage, index }: LoneMark): string =>
  passage.text.slice(Math.max(0, index - 6), index + 9);
