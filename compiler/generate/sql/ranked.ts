import type { Condition } from "../../model/ir.ts";
import type { Block } from "./block.ts";
import type { Compilation } from "./compilation.ts";
import { Refused } from "./refused.ts";
import type { Truth } from "./value.ts";

export const isRanked = (
  _compilation: Compilation,
  _block: Block,
  condition: Extract<Condition, { kind: "ranked" }>,
): Truth => {
  throw new Refused("名次", condition.origin);
};
