import type { SideResult } from "../../analyse/difference-query.ts";
import type { Status } from "../../model/outcome.ts";

/** How plain a pair of results is as an example: 0 both decided, then 不适用, 需裁量, 未知. */
export type Tier = number;

export const tierOf = (left: SideResult, right: SideResult): Tier =>
  Math.max(tierOfStatus(left.status), tierOfStatus(right.status));

const tierOfStatus = (status: Status | null): Tier => (status === null ? 0 : TIERS[status]);

/** From this tier on, a side does not decide. */
export const UNDECIDED: Tier = 2;

const TIERS = {
  成立: 0,
  不成立: 0,
  符合: 0,
  不符合: 0,
  已认定: 0,
  未认定: 1,
  冲突: 1,
  不适用: 1,
  需裁量: UNDECIDED,
  未知: 3,
} as const satisfies Record<Status, Tier>;
