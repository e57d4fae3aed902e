import type { FactRecord } from "../../model/facts.ts";
import type { Property } from "../../model/ir.ts";
import type { Sample } from "../sample-world.ts";

export interface PropertyResult {
  readonly property: Property;
  /** 抽样通过 is no proof: only that so many samples found nothing against it. */
  readonly status: "已证明" | "抽样通过" | "反例" | "无法抽样";
  /** As expected: one marked 已知不成立 passes only with a counterexample. */
  readonly passed: boolean;
  /** Samples that were drawn. */
  readonly runs: number;
  readonly counterexample: Counterexample | null;
  /** Why there is no proof; null where there is one, or where none was sought. */
  readonly why: string | null;
  /** One plain sentence. */
  readonly message: string;
}

/** A smallest world that breaks the law. */
export interface Counterexample {
  /** The record about which it is. */
  readonly record: FactRecord;
  /** Everything else in the world. */
  readonly others: readonly FactRecord[];
  readonly sample: Sample;
  /** What happens there, in words. */
  readonly finding: string;
  /** 【用例】 that can be pasted and say what the rules give there; empty where the language cannot. */
  readonly cases: readonly string[];
}
