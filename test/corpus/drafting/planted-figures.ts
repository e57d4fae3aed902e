import { printNumeral } from "../../../language/numerals.ts";
import { addSentence, matchesOf, oneEdit, sentenceEnd, type Injector } from "./damage.ts";

/** Scores that do not make a hundred, as a sentence and as a list. */
export const scoreParts: Injector = (document, choice) => {
  const [first, second] = [10 * choice.whole(2, 4), 10 * choice.whole(2, 4)];
  const third = 100 - first - second + choice.pick([-10, -5, 5, 10]);
  const [one, two, three] = [`师资力量${first}分`, `设施设备${second}分`, `日常管理${third}分`];
  const sentence = choice.pick([
    `考核满分100分，其中${one}、${two}、${three}。`,
    `考核总分为100分，由${one}、${two}、${three}组成。`,
    `考核内容为：${one}、${two}、${three}，总分100分。`,
    `评估满分为100分：${one}，${two}，${three}。`,
    "",
  ]);
  if (sentence !== "") return addSentence(document, choice, sentence, sentence);
  const end = sentenceEnd(document, choice);
  if (end === null) return null;
  const items = `（一）${one}；\n\n（二）${two}；\n\n（三）${three}。`;
  return oneEdit(end.run.span.end, 0, `\n\n考核满分100分，包括下列项目：\n\n${items}`, items);
};

/** An average, a share and a growth rate that the numbers beside it do not give. */
export const computed: Injector = (document, choice) => {
  const [count, each] = [choice.whole(3, 12), choice.whole(20, 60)];
  const [part, rate] = [choice.whole(5, 9) * 10, choice.whole(11, 40)];
  const before = choice.whole(5, 20) * 100;
  const after = (before * (100 + rate)) / 100;
  const wrong = choice.pick([-9, -6, 6, 9]);
  const sentence = choice.pick([
    `全市${count}个县区共有幼儿园${count * each}所，平均每个县区${each + wrong}所。`,
    `${count}个县区共${count * each}家，平均每个县区${each + wrong}家。`,
    `已经达标的医疗机构${part * 4}家，占全市400家的${part + wrong}％。`,
    `其中普惠性幼儿园${part * 2}所，占全市200所的${part + wrong}%。`,
    `2024年投入${after}万元，2023年投入${before}万元，同比增长${rate + wrong}％。`,
    `2023年培训${before}人，2024年培训${after}人，增长${rate + wrong}%。`,
    `全年投入${after}万元，比上年${before}万元增长${rate + wrong}%。`,
  ]);
  return addSentence(document, choice, sentence, sentence);
};

/** 下列三种情形 in front of a list that has another number of items. */
export const listCount: Injector = (document, choice) => {
  const heads = matchesOf(
    document,
    /(?:下列|以下)(?=(?:情形|行为|条件|材料|事项|职责|内容)[^。：]{0,12}：$)/g,
  ).filter(({ run }) => run.provision.children.length > 1 && run.provision.children.every(isCounted));
  if (heads.length === 0) return null;
  const { run, end } = choice.pick(heads);
  const said = run.provision.children.length + choice.pick([-1, 1, 2]);
  if (said < 2) return null;
  const unit = choice.pick(["种", "项", "类", "个方面的"]);
  const written = `${said === 2 ? "两" : printNumeral(said)}${unit}`;
  return oneEdit(end, 0, written, `${written} before ${run.provision.children.length}`);
};

const isCounted = ({ level, number }: { level: string; number: number | null }, order: number): boolean =>
  level === "item" && number === order + 1;
