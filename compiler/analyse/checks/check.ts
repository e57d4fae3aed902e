import type { DiagnosticTable, PolicyFile } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import type { Facts } from "../../model/facts.ts";
import type { Program } from "../../model/ir.ts";
import type { Probe } from "../probe.ts";

/** What a check may look at. */
export interface CheckContext {
  /** As if it were always in force, with the readings as adopted. */
  readonly program: Program;
  readonly probe: Probe;
  /** The register, where one is given. */
  readonly facts: Facts | null;
  /** The texts as read, for edits that mend a finding; empty where there are none at hand. */
  readonly files: readonly PolicyFile[];
}

/** One question put to every rule: its kinds of findings, and how they are found. */
export interface AnalysisCheck {
  readonly catalogue: DiagnosticTable;
  /** What it finds of a rule stands in that rule alone: asked again after an edit, it need not look at others. */
  readonly isLocal?: boolean;
  readonly find: (context: CheckContext) => Promise<readonly AnalysisFinding[]>;
}
