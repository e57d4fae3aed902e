import type { PolicyInfo } from "../model/policy.ts";
import type { Day } from "../model/value.ts";
import { printDate } from "./print.ts";

/** Why the policy does not apply on a day, in words; null where it is in force. */
export const outsideForce = (policy: PolicyInfo, at: Day): string | null => {
  if (policy.effectiveFrom !== null && at < policy.effectiveFrom) {
    return `自${printDate(policy.effectiveFrom)}起施行，${printDate(at)}尚未施行`;
  }
  if (policy.lastDay !== null && at > policy.lastDay) {
    return `有效期至${printDate(policy.lastDay)}（含当日），${printDate(at)}已失效`;
  }
  return null;
};

/** What every output must say of the policy on a day; null where nothing needs saying. */
export const noticeOf = (policy: PolicyInfo, at: Day): string | null => {
  const trial = policy.trial ? `本文件为${policy.stage ?? "征求意见稿"}，尚未施行，结果为试算。` : "";
  const outside = outsideForce(policy, at);
  const text = trial + (outside === null ? "" : `本文件${outside}，各项规则均不适用。`);
  return text === "" ? null : text;
};
