import type { Diagnostic, DiagnosticTable } from "../../diagnostic.ts";
import type { LogicalParagraph, ReadLine } from "../logical-paragraphs.ts";
import type { OfficialDocument } from "../model.ts";

/** What a lint of official text may look at. */
export interface TextUnderReview {
  readonly document: OfficialDocument;
  readonly lines: readonly ReadLine[];
  readonly paragraphs: readonly LogicalParagraph[];
  readonly letterTitle: string | null;
}

/** One check of official text: its findings and what is known about them. */
export interface TextLint {
  readonly catalogue: DiagnosticTable;
  readonly check: (text: TextUnderReview) => readonly Diagnostic[];
}

/** A file that repeats one mistake without end is understood after so many places. */
export const MOST_FINDINGS = 1000;
