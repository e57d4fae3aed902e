import { span, type OfficialDocument, type Provision, type Span } from "../../../language/index.ts";
import type { TextEdit } from "../../model/change.ts";
import { alignTokens } from "./align.ts";
import { withoutCrumbs } from "./cleanup.ts";
import { cutRuns, type Cut, type CutSide } from "./cut.ts";
import { holdsProvision, pathOf } from "./edit-path.ts";
import { sameToken, type SameToken } from "./same-token.ts";
import { slideToBoundaries } from "./slide.ts";
import { withStructure } from "./structure.ts";
import { tokensOf } from "./tokens.ts";
import { pairCount, withWholeWords, type PairCount } from "./whole-words.ts";

/** A stretch of an official text that stands against one of the other side. */
export interface EditedText {
  readonly document: OfficialDocument;
  /** Null for a heading. */
  readonly provision: Provision | null;
  /** Marker included. */
  readonly span: Span;
}

export interface EditContext {
  /** Which right path a left path became; null where it has no partner. */
  readonly partnerOf: (leftPath: string) => string | null;
}

/**
 * What was written otherwise, in reading order. Applying the edits to the left stretch gives the right one
 * character for character; with sides swapped they are the same edits swapped.
 */
export const editsBetween = (
  left: EditedText,
  right: EditedText,
  context: EditContext,
): readonly TextEdit[] => {
  const leftSide = sideOf(left);
  const rightSide = sideOf(right);
  const before = leftSide.text.slice(left.span.start, left.span.end);
  const after = rightSide.text.slice(right.span.start, right.span.end);
  if (before === after) return [];
  const same = sameToken(left.document, right.document, context);
  const count = pairCount(left.document, right.document);
  // One direction for both orders of the sides, so that results mirror.
  const cuts =
    before < after
      ? cutsBetween(leftSide, rightSide, same, count)
      : cutsBetween(rightSide, leftSide, (one, other) => same(other, one), count).map(mirrored);
  return cuts.map((cut) => editOf(withStructure(cut, left.document, right.document), left, right));
};

const sideOf = ({ document, span: stretch }: EditedText): CutSide => ({
  text: document.source.text,
  tokens: tokensOf(document, stretch),
  start: stretch.start,
  end: stretch.end,
});

const cutsBetween = (left: CutSide, right: CutSide, same: SameToken, count: PairCount): readonly Cut[] => {
  const aligned = alignTokens(left.tokens, right.tokens, same);
  const whole = withoutCrumbs(left.tokens, right.tokens, aligned);
  const readable = slideToBoundaries(left.tokens, right.tokens, whole);
  return cutRuns(left, right, withWholeWords(left.tokens, right.tokens, readable, count));
};

const mirrored = (cut: Cut): Cut => ({
  class: cut.class,
  leftStart: cut.rightStart,
  leftEnd: cut.rightEnd,
  rightStart: cut.leftStart,
  rightEnd: cut.leftEnd,
});

const editOf = (cut: Cut, left: EditedText, right: EditedText): TextEdit => {
  const leftSpan = span(cut.leftStart, cut.leftEnd);
  const rightSpan = span(cut.rightStart, cut.rightEnd);
  const isInsertion = leftSpan.start === leftSpan.end;
  const isDeletion = rightSpan.start === rightSpan.end;
  return {
    class: cut.class,
    left: leftSpan,
    right: rightSpan,
    before: left.document.source.text.slice(leftSpan.start, leftSpan.end),
    after: right.document.source.text.slice(rightSpan.start, rightSpan.end),
    leftPath:
      isInsertion && holdsProvision(right.document, rightSpan)
        ? null
        : pathOf(left.document, left.span, leftSpan),
    rightPath:
      isDeletion && holdsProvision(left.document, leftSpan)
        ? null
        : pathOf(right.document, right.span, rightSpan),
  };
};
