import type { Diagnostic } from "../../diagnostic.ts";
import { averagesAndGrowth } from "./averages-and-growth.ts";
import { bandGap } from "./band-gap.ts";
import { bandOverlap } from "./band-overlap.ts";
import { boundContradiction } from "./bound-contradiction.ts";
import { documentNumberForm } from "./document-number-form.ts";
import { doubledPunctuation } from "./doubled-punctuation.ts";
import { effectiveTwice } from "./effective-twice.ts";
import { endMarks } from "./end-marks.ts";
import { impossibleDate } from "./impossible-date.ts";
import { impossibleRange } from "./impossible-range.ts";
import { mixedWidth } from "./mixed-width.ts";
import { openTexture } from "./open-texture.ts";
import { personalContact } from "./personal-contact.ts";
import { scoreParts } from "./score-parts.ts";
import { selfCitation } from "./self-citation.ts";
import { sharesByPart } from "./shares-by-part.ts";
import { sumsAndShares } from "./sums-and-shares.ts";
import { unbalancedBrackets } from "./unbalanced-brackets.ts";
import { unclosedQuotes } from "./unclosed-quotes.ts";
import { validityTooShort } from "./validity-too-short.ts";
import { aboveUnresolved } from "./above-unresolved.ts";
import { annexUnresolved } from "./annex-unresolved.ts";
import { listCount } from "./list-count.ts";
import { listMissing } from "./list-missing.ts";
import { mistakenWords } from "./mistaken-words.ts";
import { modalMix } from "./modal-mix.ts";
import { pageNumberInside } from "./page-number-inside.ts";
import { repeatedWords } from "./repeated-words.ts";
import { definedTerms } from "./defined-terms.ts";
import { headingStyle } from "./heading-style.ts";
import { namesVary } from "./names-vary.ts";
import { selfNameVaries } from "./self-name-varies.ts";
import { unnamedRules } from "./unnamed-rules.ts";
import { citationUnresolved } from "./citation-unresolved.ts";
import { divisionContent } from "./division-content.ts";
import { duplicateNumber } from "./duplicate-number.ts";
import { editorResidue } from "./editor-residue.ts";
import { levelTitleMismatch } from "./level-title-mismatch.ts";
import { missingNumber } from "./missing-number.ts";
import { numberRestart } from "./number-restart.ts";
import { paragraphCut } from "./paragraph-cut.ts";
import { repeatedAtBreak } from "./repeated-at-break.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";
import { wrongSelfName } from "./wrong-self-name.ts";

/** Every lint of official text; a new one is a file here and a row below. */
export const TEXT_LINTS: readonly TextLint[] = [
  duplicateNumber,
  missingNumber,
  numberRestart,
  levelTitleMismatch,
  divisionContent,
  citationUnresolved,
  selfCitation,
  aboveUnresolved,
  annexUnresolved,
  listCount,
  listMissing,
  pageNumberInside,
  repeatedWords,
  mistakenWords,
  modalMix,
  unnamedRules,
  namesVary,
  selfNameVaries,
  headingStyle,
  definedTerms,
  paragraphCut,
  repeatedAtBreak,
  wrongSelfName,
  editorResidue,
  averagesAndGrowth,
  bandGap,
  bandOverlap,
  boundContradiction,
  documentNumberForm,
  doubledPunctuation,
  effectiveTwice,
  endMarks,
  impossibleDate,
  impossibleRange,
  mixedWidth,
  openTexture,
  personalContact,
  scoreParts,
  sharesByPart,
  sumsAndShares,
  unbalancedBrackets,
  unclosedQuotes,
  validityTooShort,
];

/** What the lints find, in the order of the places. */
export const lintText = (text: TextUnderReview): Diagnostic[] =>
  TEXT_LINTS.flatMap(({ check }) => check(text).slice(0, MOST_FINDINGS)).sort(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  );
