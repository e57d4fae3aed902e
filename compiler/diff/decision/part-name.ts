import type { Provision } from "../../../language/index.ts";
import { isUnitLevel, unitLabel } from "./numbers.ts";

/**
 * How a decision calls a 款, 项 or what stands below a 部分: 第八条第二款; in a text in 一、（一） 1. 第二部分第（三）项第1目, in the
 * same words that name the 部分.
 */
export const partName = (provision: Provision): string => {
  const { level, label, number, insertion, parent } = provision;
  if (isBelowArticle(provision)) return label;
  const above = parent === null || parent.level === "annex" ? null : parent;
  if (above === null && isUnitLevel(level) && number !== null) {
    return `${parent?.label ?? ""}${unitLabel({ number, insertion }, level)}`;
  }
  if (above === null || !label.startsWith(above.label)) return label;
  const step = label.slice(above.label.length);
  const marker = /^(?:（[^（）]+）|[0-9]+)$/.test(step);
  return `${partName(above)}${marker ? `第${step}${STEPS[depthOf(provision)] ?? "点"}` : step}`;
};

/** What stands one below a 部分, two, and so on. */
const STEPS = ["部分", "项", "目", "点"] as const;

const depthOf = ({ parent }: Provision): number =>
  parent === null || parent.level === "annex" ? 0 : 1 + depthOf(parent);

const isBelowArticle = ({ level, parent }: Provision): boolean =>
  level === "article" || (parent !== null && isBelowArticle(parent));
