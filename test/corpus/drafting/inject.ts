import type { OfficialDocument } from "../../../language/document/index.ts";
import { bandOverlap, boundContradiction, figures } from "./bounds.ts";
import { choiceFrom, type Injector } from "./damage.ts";
import { date, validity } from "./dates.ts";
import { applyDamage, type Injected } from "./injected.ts";
import { brackets, pageNumber, paragraphCut, punctuation, quotes, repeatedWords, width } from "./layout.ts";
import { duplicateNumber, levelTitle, missingNumber, numberRestart } from "./numbering.ts";
import { bandGap, bandNotes } from "./planted-bands.ts";
import { computed, listCount, scoreParts } from "./planted-figures.ts";
import { effectiveTwice, ownArticle, twoShortNames, unexplained } from "./planted-words.ts";
import { citedPart } from "./planted.ts";
import { citation, documentNumber, selfName } from "./references.ts";
import { endMark, joinedModals, mistakenWord, oldWord, partShares } from "./slips.ts";
import { term } from "./terms.ts";
import { contact, modalMix, openTexture, residue } from "./wording.ts";

/** Every class of drafting defect and what puts one of it into a clean text. */
export const INJECTORS = {
  "duplicate-number": duplicateNumber,
  "missing-number": missingNumber,
  "number-restart": numberRestart,
  "level-title": levelTitle,
  citation,
  "self-name": selfName,
  term,
  "paragraph-cut": paragraphCut,
  "page-number": pageNumber,
  "repeated-words": repeatedWords,
  width,
  brackets,
  quotes,
  "document-number": documentNumber,
  "bound-contradiction": boundContradiction,
  "band-overlap": bandOverlap,
  figures,
  date,
  validity,
  "open-texture": openTexture,
  "modal-mix": modalMix,
  "joined-modals": joinedModals,
  "end-mark": endMark,
  "mistaken-word": mistakenWord,
  "old-word": oldWord,
  "part-shares": partShares,
  residue,
  contact,
  punctuation,
  "cited-part": citedPart,
  "band-notes": bandNotes,
  "band-gap": bandGap,
  "score-parts": scoreParts,
  computed,
  "list-count": listCount,
  "own-article": ownArticle,
  "effective-twice": effectiveTwice,
  unexplained,
  "two-short-names": twoShortNames,
} as const satisfies Readonly<Record<string, Injector>>;

export type DefectClass = keyof typeof INJECTORS;

export const DEFECT_CLASSES = Object.keys(INJECTORS) as readonly DefectClass[];

/** One defect of a class put into a clean text; `null` where the text has no place for it. */
export const inject = (
  defectClass: DefectClass,
  document: OfficialDocument,
  next: () => number,
): Injected | null => {
  const damage = INJECTORS[defectClass](document, choiceFrom(next));
  return damage === null ? null : applyDamage(document, damage);
};
