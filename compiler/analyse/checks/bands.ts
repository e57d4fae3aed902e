import type { Classification, Condition } from "../../model/ir.ts";
import type { CheckContext } from "./check.ts";

export const bandBetween = async (
  _context: CheckContext,
  _object: string,
  _subject: Condition,
  _first: Condition,
  _second: Condition,
): Promise<"include" | "exclude" | null> => null;

export const limitsLeftOut = async (
  _context: CheckContext,
  _rule: Classification,
): Promise<readonly Condition[]> => [];
