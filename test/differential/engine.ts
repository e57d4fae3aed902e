import type { Outcome } from "../../compiler/model/outcome.ts";
import type { Scenario } from "../generators/program.ts";

/** What an engine may say of one decision on one record. What it leaves out is not compared. */
export interface Said {
  readonly status?: string;
  /** Class, number, date or place, as the engine gives it: see `valuesOf` of the comparison. */
  readonly value?: string | null;
  readonly measure?: string | null;
  /** Label, quote and item of each citation, in reading order. */
  readonly citations?: readonly string[];
  /** The same with path and offsets, sorted: for engines that keep no order. */
  readonly places?: readonly string[];
  /** Of 未知 and 需裁量, sorted; for engines that give no other outcome in full. */
  readonly openFor?: readonly string[];
  /** Everything, where the engine explains. */
  readonly outcome?: Outcome;
}

export interface EngineResult {
  /** By `keyOf` decision, object and 编号. */
  readonly said: ReadonlyMap<string, Said>;
  /** Decisions that the engine says it cannot express; they are counted, never compared. */
  readonly refused: ReadonlySet<string>;
  /** Single results that it leaves to another engine; counted likewise. */
  readonly declined?: ReadonlySet<string>;
}

/** One way to run a policy. */
export interface Engine {
  readonly name: string;
  /** `explained`: also what costs an engine extra, citations and reasons of a database. */
  readonly run: (scenario: Scenario, explained: boolean) => Promise<EngineResult>;
  readonly close?: () => Promise<void>;
}

export const keyOf = (decision: string, object: string, id: string): string =>
  JSON.stringify([decision, object, id]);

export const NOTHING_REFUSED: ReadonlySet<string> = new Set();
