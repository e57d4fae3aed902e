import type { Program } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";

/** A day in force; any day where the policy names none. */
export const firstDay = ({ policy, cases }: Program): Day =>
  policy.effectiveFrom ??
  cases.find(({ referenceDate }) => referenceDate !== null)?.referenceDate ??
  policy.issuedOn ??
  SOME_DAY;

/** 2026年1月1日. */
const SOME_DAY: Day = 20_454;
