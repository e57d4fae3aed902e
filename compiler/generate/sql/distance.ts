import type { Candidates, Scope } from "../../model/ir.ts";
import type { Block } from "./block.ts";
import type { Members, Summed } from "./candidates.ts";
import type { Compilation } from "./compilation.ts";
import { Refused } from "./refused.ts";
import type { Expr } from "./expr.ts";

export const distanceMembers = (
  _compilation: Compilation,
  _block: Block,
  candidates: Candidates,
  _scope: Extract<Scope, { kind: "distance" }>,
  _own: Expr | null,
  _summed: Summed | null,
): Members => {
  throw new Refused("距离", candidates.origin);
};
