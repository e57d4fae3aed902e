import type { Finding } from "./finding.ts";

/** The change in one sentence; `title` is what it happened in, with its quotation marks. */
export const messageOf = (finding: Finding, title: string): string => {
  const { kind, before, after, what, withholds } = finding;
  const fromTo = `由“${before ?? ""}”改为“${after ?? ""}”`;
  const item = (finding.right ?? finding.left)?.origin.item ?? null;
  const whom = finding.within === undefined ? "" : `对所查找的${finding.within.object}`;
  const at = (item === null ? title : `${title}规则条件${item}`) + whom;
  switch (kind) {
    case "ruleAdded":
      return `新增${what ?? "规则"}${title}。`;
    case "ruleDeleted":
      return `删去${what ?? "规则"}${title}。`;
    case "ruleRenamed":
      return `规则“${before ?? ""}”改称“${after ?? ""}”。`;
    case "termRenamed":
      return `${what ?? "名称"}“${before ?? ""}”改称“${after ?? ""}”。`;
    case "threshold":
      return `${title}的${what ?? "标准"}${fromTo}。`;
    case "boundWord":
      return `${title}的${what ?? "界限"}${fromTo}，数值本身是否包含在内随之改变。`;
    case "wording":
      return `${at}的用语${fromTo}，含义不变。`;
    case "conditionAdded":
      return `${at}增加条件“${after ?? ""}”。`;
    case "conditionRemoved":
      return `${at}不再要求“${before ?? ""}”。`;
    case "conditionChanged":
      return `${at}的条件${fromTo}。`;
    case "itemAdded":
      return what === null ? `${title}增加一项“${after ?? ""}”。` : `${at}的${what}增加“${after ?? ""}”。`;
    case "itemRemoved":
      return what === null ? `${title}删去一项“${before ?? ""}”。` : `${at}的${what}删去“${before ?? ""}”。`;
    case "exceptionAdded":
      return `新增${title}：${after ?? ""}的，${exemptedFrom(finding)}。`;
    case "exceptionRemoved":
      return withholds === true
        ? `删去${title}：${before ?? ""}的，也适用${what ?? "有关规定"}。`
        : `删去${title}：${before ?? ""}的，不再免受${what ?? "任何规定"}限制。`;
    case "exceptionChanged":
      return `${title}的条件${fromTo}。`;
    case "modality":
      return `${title}的规定${fromTo}。`;
    case "measure":
      return before === null
        ? `${title}增加措施“${after ?? ""}”。`
        : after === null
          ? `${title}不再规定“${before}”。`
          : `${title}的措施${fromTo}。`;
    case "subject":
      return what === null
        ? `${title}的适用对象${fromTo}。`
        : `${title}中“${what}”${fromTo}：不符合的，${after === "适用的条件" ? "由不适用改为不成立" : "由不成立改为不适用"}。`;
    case "scope":
      return `${title}的${what ?? "范围"}${fromTo}。`;
    case "classValue":
      return `${title}中“${what ?? ""}”的认定${fromTo}。`;
    case "formula":
      return `${title}的${what ?? "算法"}${fromTo}。`;
    case "parameterAdded":
      return `新增参数${title}。`;
    case "parameterRemoved":
      return `删去参数${title}。`;
    case "parameterValue":
      return `参数${title}的值${fromTo}。`;
    case "parameterDate":
      return `参数${title}的起始日期${fromTo}。`;
    case "parameterOwner":
      return what === null ? `参数${title}的确定机关${fromTo}。` : `${title}的${what}${fromTo}。`;
    case "reading":
      return readingMessage(finding, title, at);
  }
};

/** 不受“退出规则”限制; of a benefit nobody would say that it limits: 不适用“运营补助”. */
export const exemptedFrom = ({ what, withholds }: Finding): string =>
  withholds === true ? `不适用${what ?? "任何规定"}` : `不受${what ?? "任何规定"}限制`;

const readingMessage = ({ before, after, what, left, right }: Finding, title: string, at: string): string => {
  if (left === null) return `新增理解${title}：${after ?? ""}。`;
  if (right === null) return `删去理解${title}：${before ?? ""}。`;
  if (what === null || READING_PARTS.test(what)) {
    return `理解${title}${what ?? ""}由“${before ?? ""}”改为“${after ?? ""}”。`;
  }
  if (before === null) return `${at}的${what}原不限读法，现限于${after ?? ""}。`;
  if (after === null) return `${at}的${what}原限于${before}，现不再限于这一读法。`;
  return `${at}的${what}原限于${before}，现限于${after}。`;
};

/** What of a recorded reading changed, apart from the option that is taken. */
export const READING_PARTS = /的表述$|^的状态$/;

export const quoted = (left: string | null, right: string | null): string =>
  left === null || right === null || left === right
    ? `“${right ?? left ?? ""}”`
    : `“${left}”（对应“${right}”）`;
