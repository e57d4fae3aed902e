import type { Candidates, Term } from "../../model/ir.ts";
import type { Block } from "./block.ts";
import type { Compilation } from "./compilation.ts";
import { Refused } from "./refused.ts";
import type { NumberVal, Val } from "./value.ts";

export const addCount = (_compilation: Compilation, _block: Block, candidates: Candidates): NumberVal => {
  throw new Refused("数量", candidates.origin);
};

export const addAggregate = (
  _compilation: Compilation,
  _block: Block,
  term: Extract<Term, { kind: "aggregate" }>,
): Val => {
  throw new Refused("汇总", term.origin);
};
