import { answersOf, fields } from "./answers.js";

const element = (id) => document.getElementById(id);

/** 有误的字段旁边显示说明，读屏软件也会读出。 */
const show = () => {
  const texts = Object.fromEntries(fields.map((name) => [name, element(name).value]));
  const { messages, results } = answersOf(texts, element("基准日").value);
  for (const name of ["基准日", ...fields]) {
    element(`${name}-说明`).textContent = messages[name] ?? "";
    element(name).setAttribute("aria-invalid", String(name in messages));
  }
  element("结果").textContent =
    results.length === 0 ? "请先改正有误的地方。" : results.map(sentence).join("\n");
};

const sentence = ({ 规则, 结果, 还需填写, 依据 }) => {
  const missing = 还需填写.length === 0 ? "" : `，还需填写：${还需填写.join("、")}`;
  return `${规则}：${结果}${missing}。\n${依据.join("\n")}`;
};

element("申请表").addEventListener("input", show);
show();
