import type { Severity, TextEdit } from "../../language/index.ts";
import type { World } from "./facts.ts";
import type { Origin } from "./ir.ts";
import type { Status } from "./outcome.ts";
import type { ParameterSensitivity } from "./sensitivity.ts";
import type { Day } from "./value.ts";

/**
 * How sure a finding is. `shown`: a world in which the interpreter finds it. `proved`: no world is otherwise.
 * `tested`: many samples found nothing against it, which is no proof. `undecided`: the question stays open.
 * `read`: it stands in the rules or the text as they are written; nothing has to be decided about worlds.
 */
export type Certainty = "shown" | "proved" | "tested" | "undecided" | "read";

/** What analysing a policy found in one place. */
export interface AnalysisFinding {
  /** The kind of finding; its page of the reference has this name. */
  readonly code: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** What is so, which provisions and words make it so, and why it matters; plain Chinese. */
  readonly message: string;
  /** The clauses that it is about; it is shown at the first one. Never empty. */
  readonly places: readonly FindingPlace[];
  readonly witness: Witness | null;
  /** Ways to mend it, the first one the nearest to the words. None decides anything in the drafter's place. */
  readonly suggestions: readonly Suggestion[];
  /** For `undecided`: why, and how long was tried. */
  readonly reason: string | null;
  /** For an open parameter: what comes of its values. */
  readonly sensitivity?: ParameterSensitivity;
}

export interface FindingPlace {
  /** Name of the rule; null where it is no rule. */
  readonly rule: string | null;
  /** 第十八条, or null where the block stands under no provision. */
  readonly label: string | null;
  readonly origin: Origin;
}

/** A smallest world that shows a finding. */
export interface Witness {
  readonly at: Day;
  readonly world: World;
  readonly record: { readonly object: string; readonly id: string };
  /** Readings that are taken otherwise than adopted. */
  readonly readings: ReadonlyMap<string, number>;
  /** One plain line for each record, distance and parameter. */
  readonly facts: readonly string[];
  /** What the rules concerned say of the record. */
  readonly results: readonly WitnessResult[];
  /** A 【用例】 that can be pasted; null where the language cannot say it. */
  readonly caseText: string | null;
}

export interface WitnessResult {
  /** Id and name of the decision. */
  readonly decision: string;
  readonly rule: string;
  readonly status: Status;
  /** Class or number in print; for a 冲突 the classes that meet, joined by 、. */
  readonly value: string | null;
}

/** An edit of the policy, to be taken or left by a person. */
export interface Suggestion {
  /** What the edit does: 在第（二）项后增加“，但单体定点零售药店除外”。 */
  readonly title: string;
  readonly file: string;
  readonly edits: readonly TextEdit[];
  /** Claims that no result changes, for any record; it is offered only where that is proved. */
  readonly isNeutral?: true;
}

/** Everything that one analysis found, with how much was asked. */
export interface Analysis {
  readonly policy: string;
  readonly at: Day;
  readonly findings: readonly AnalysisFinding[];
  /** Questions asked, answered from what was known, and left undecided. */
  readonly asked: number;
  readonly remembered: number;
  readonly undecided: number;
  /** What could not be looked at, one Chinese sentence each. */
  readonly notes: readonly string[];
}
