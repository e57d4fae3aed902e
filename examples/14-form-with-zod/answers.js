import { createContext, explain改造申请 } from "./generated/示例市居家适老化改造补贴办法.js";
import { record改造申请 } from "./generated/示例市居家适老化改造补贴办法.zod.js";

/** 表单的字段：记录的字段，除编号以外。 */
export const fields = Object.keys(record改造申请.shape).filter((name) => name !== "编号");

/**
 * 表单中的文字 → 记录。没有填的不写进记录，按未知处理，从不当作零或者否。
 *
 * @param {Readonly<Record<string, string>>} texts 字段 → 表单中的文字
 */
export const recordOf = (texts) => {
  const record = { 编号: "本申请" };
  for (const name of fields) {
    const text = (texts[name] ?? "").normalize("NFKC").trim();
    if (text !== "") record[name] = valueOf(name, text);
  }
  return record;
};

/**
 * 每填一处，就得出这一份：有误的各有一句说明；都无误的，另有各条规则的结果。
 *
 * @param {Readonly<Record<string, string>>} texts
 * @param {string} at 基准日
 */
export const answersOf = (texts, at) => {
  if (at === "") return { messages: { 基准日: "请填写基准日。" }, results: [] };
  const read = record改造申请.safeParse(recordOf(texts));
  if (!read.success) {
    const messages = Object.fromEntries(read.error.issues.map((issue) => [issue.path[0], issue.message]));
    return { messages, results: [] };
  }
  const outcomes = explain改造申请(read.data, createContext({ at }));
  return { messages: {}, results: outcomes.map(inWords) };
};

const inWords = (outcome) => ({
  规则: outcome.rule,
  结果: outcome.status,
  还需填写: fields.filter((field) =>
    outcome.reasons.some(({ kind, name }) => kind === "缺少事实" && name === field),
  ),
  依据: [...new Set(outcome.citations.map(({ label, quote }) => `${label}：“${quote}”`))],
});

/** 不能转换的文字原样留下，由 zod 说明应当怎样填写。 */
const valueOf = (name, text) => {
  switch (name) {
    case "年龄":
      return /^[0-9]{1,15}$/.test(text) ? Number(text) : text;
    case "家庭人均月收入":
      return shortest(text);
    case "近5年内享受过同类补贴":
      return { 是: true, 否: false }[text] ?? text;
    default:
      return text;
  }
};

/** 2,000.00 和 2000 是同一个数，记录中写最短的形式。 */
const shortest = (text) => {
  const digits = /^(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?$/.test(text) ? text.replaceAll(",", "") : null;
  if (digits === null) return text;
  const [whole, fraction = ""] = digits.split(".");
  const kept = fraction.replace(/0+$/, "");
  return whole.replace(/^0+(?=[0-9])/, "") + (kept === "" ? "" : `.${kept}`);
};
