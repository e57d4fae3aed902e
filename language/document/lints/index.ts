import type { Diagnostic } from "../../diagnostic.ts";
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
  paragraphCut,
  repeatedAtBreak,
  wrongSelfName,
  editorResidue,
];

/** What the lints find, in the order of the places. */
export const lintText = (text: TextUnderReview): Diagnostic[] =>
  TEXT_LINTS.flatMap(({ check }) => check(text).slice(0, MOST_FINDINGS)).sort(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  );
