import type { Finding } from "./finding.ts";
import { exemptedFrom, READING_PARTS } from "./message.ts";

/**
 * The difference in one sentence where two documents are compared: neither was made of the other, so nothing was
 * added, deleted or changed.
 */
export const messageOfTwo = (finding: Finding, title: string): string => {
  const { kind, before, after, what } = finding;
  const both = `前者为“${before ?? ""}”，后者为“${after ?? ""}”`;
  const item = (finding.right ?? finding.left)?.origin.item ?? null;
  const whom = finding.within === undefined ? "" : `对所查找的${finding.within.object}`;
  const at = (item === null ? title : `${title}规则条件${item}`) + whom;
  switch (kind) {
    case "ruleAdded":
      return `${what ?? "规则"}${title}仅后者有。`;
    case "ruleDeleted":
      return `${what ?? "规则"}${title}仅前者有。`;
    case "ruleRenamed":
      return `相对应的规则，前者称“${before ?? ""}”，后者称“${after ?? ""}”。`;
    case "termRenamed":
      return `相对应的${what ?? "名称"}，前者称“${before ?? ""}”，后者称“${after ?? ""}”。`;
    case "threshold":
      return `${title}的${what ?? "标准"}，${both}。`;
    case "boundWord":
      return `${title}的${what ?? "界限"}，${both}，数值本身是否包含在内不同。`;
    case "wording":
      return `${at}的用语，${both}，含义相同。`;
    case "conditionAdded":
      return `${at}，后者另有条件“${after ?? ""}”。`;
    case "conditionRemoved":
      return `${at}，仅前者要求“${before ?? ""}”。`;
    case "conditionChanged":
    case "exceptionChanged":
      return `${at}的条件，${both}。`;
    case "itemAdded":
      return what === null
        ? `${title}，后者另有一项“${after ?? ""}”。`
        : `${at}的${what}，后者另有“${after ?? ""}”。`;
    case "itemRemoved":
      return what === null
        ? `${title}，仅前者有一项“${before ?? ""}”。`
        : `${at}的${what}，仅前者有“${before ?? ""}”。`;
    case "exceptionAdded":
      return `${title}仅后者有：${after ?? ""}的，${exemptedFrom(finding)}。`;
    case "exceptionRemoved":
      return `${title}仅前者有：${before ?? ""}的，${exemptedFrom(finding)}。`;
    case "modality":
      return `${title}的规定，${both}。`;
    case "measure":
      return before === null
        ? `${title}，后者另有措施“${after ?? ""}”。`
        : after === null
          ? `${title}，仅前者有措施“${before}”。`
          : `${title}的措施，${both}。`;
    case "subject":
      return what === null
        ? `${title}的适用对象，${both}。`
        : `${title}中的“${what}”，${both}：不符合的，${after === "适用的条件" ? "前者为不适用，后者为不成立" : "前者为不成立，后者为不适用"}。`;
    case "scope":
      return `${title}的${what ?? "范围"}，${both}。`;
    case "classValue":
      return `${title}中“${what ?? ""}”的认定，${both}。`;
    case "formula":
      return `${title}的${what ?? "算法"}，${both}。`;
    case "parameterAdded":
      return `参数${title}仅后者有。`;
    case "parameterRemoved":
      return `参数${title}仅前者有。`;
    case "parameterValue":
      return `参数${title}的值，${both}。`;
    case "parameterDate":
      return `参数${title}的起始日期，${both}。`;
    case "parameterOwner":
      return what === null ? `参数${title}的确定机关，${both}。` : `${title}的${what}，${both}。`;
    case "reading":
      return readingOfTwo(finding, title, at);
  }
};

const readingOfTwo = ({ before, after, what, left, right }: Finding, title: string, at: string): string => {
  if (left === null) return `理解${title}仅后者有：${after ?? ""}。`;
  if (right === null) return `理解${title}仅前者有：${before ?? ""}。`;
  if (what === null || READING_PARTS.test(what)) {
    return `理解${title}${what ?? ""}，前者为“${before ?? ""}”，后者为“${after ?? ""}”。`;
  }
  if (before === null) return `${at}的${what}，前者不限读法，后者限于${after ?? ""}。`;
  if (after === null) return `${at}的${what}，前者限于${before}，后者不限于这一读法。`;
  return `${at}的${what}，前者限于${before}，后者限于${after}。`;
};
