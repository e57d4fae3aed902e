import type { FactRecord } from "../model/facts.ts";

/** By characters, not by the customs of a place, so that every machine sorts alike. */
export const byId = (records: readonly FactRecord[]): readonly FactRecord[] =>
  [...records].sort((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
