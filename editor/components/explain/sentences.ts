import type { Explanation } from "../../worker/worker-api.ts";

/** The smallest change that would change the result, as a sentence. */
export const nearestInWords = ({ nearest, missing }: Explanation): string => {
  if (nearest === null)
    return missing.length > 0
      ? "要先补齐上面缺少的内容，才能算出差多少。"
      : "没有找到只改少数几项就会改变结果的办法。";
  const parts = nearest.changes.map(
    ({ object, id, field, from, to }) => `${object} ${id}的“${field}”由${from}变为${to}`,
  );
  return `${parts.join("，且")}，结果就变为${nearest.value ?? nearest.status}。`;
};

/** On which reading the result rests, and what it would be under the others. */
export const readingInWords = (reading: Explanation["outcome"]["readings"][number]): string => {
  const others = reading.alternatives.map(
    ({ option, text, status, value }) => `若采读法${ordinal(option)}（${text}），则为${value ?? status}`,
  );
  const own = `“${reading.name}”按读法${ordinal(reading.option)}（${reading.text}，${reading.status}）`;
  return `${[own, ...others].join("；")}。`;
};

const DIGITS = "零一二三四五六七八九";

/** 一 to 九十九: numbers of readings. */
export const ordinal = (number: number): string => {
  if (number < 0 || number > 99) return String(number);
  if (number < 10) return DIGITS[number]!;
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 1 ? "" : DIGITS[tens]}十${ones === 0 ? "" : DIGITS[ones]}`;
};
