import type { Ranking } from "../../model/ir.ts";
import type { Block } from "./block.ts";
import type { Compilation, Found } from "./compilation.ts";
import { Refused } from "./refused.ts";

export const rankingFound = (_compilation: Compilation, _block: Block, ranking: Ranking): Found => {
  throw new Refused("排名", ranking.origin);
};
