import { seeded } from "../support/seeded.ts";

/** Parts of sentences as statutes have them; two articles are rarely alike. */
const SUBJECTS = [
  "经营者",
  "申请人",
  "主管部门",
  "行业协会",
  "消费者",
  "监测机构",
  "县级以上人民政府",
  "承租人",
];
const ACTS = ["提交书面材料", "公示收费标准", "建立管理台账", "开展年度评估", "接受监督检查", "缴纳保证金"];
const TIMES = ["三十日内", "每年第一季度", "变更之日起十五日内", "合同期满前", "接到通知后五个工作日内"];
const ENDS = ["，并向社会公布", "；逾期的，视为放弃", "，有效期为三年", "；情节严重的，处一万元以下罚款", ""];

type Random = () => number;

const pick = (from: readonly string[], random: Random): string => from[Math.floor(random() * from.length)]!;

const sentence = (random: Random): string =>
  `${pick(SUBJECTS, random)}应当在${pick(TIMES, random)}${pick(ACTS, random)}${Math.floor(random() * 9000)}项${pick(ENDS, random)}。`;

/** The articles of a long statute, without their numbers. */
export const articles = (count: number, seed: number): readonly string[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => sentence(random) + sentence(random)).join(
      "\n",
    ),
  );
};

/** Another version: a share of the articles is rewritten, taken out, or has a new one in front of it. */
export const revised = (before: readonly string[], share: number, seed: number): readonly string[] => {
  const random = seeded(seed);
  return before.flatMap((article) => {
    if (random() >= share) return [article];
    const kind = random();
    if (kind < 0.2) return [];
    if (kind < 0.4) return [sentence(random), article];
    return [article.replace(/\d+项/u, `${Math.floor(random() * 9000)}项`)];
  });
};

/** Twenty articles a chapter. */
export const documentOf = (title: string, bodies: readonly string[]): string =>
  [
    title,
    ...bodies.map(
      (body, at) =>
        `${at % 20 === 0 ? `第${inChinese(at / 20 + 1)}章 分则\n\n` : ""}第${inChinese(at + 1)}条 ${body}`,
    ),
  ].join("\n\n");

const inChinese = (number: number): string => {
  const digits = [...String(number)].map((digit) => "零一二三四五六七八九"[Number(digit)]!);
  const units = ["", "十", "百", "千"];
  return digits
    .map((digit, at) => (digit === "零" ? "零" : digit + units[digits.length - 1 - at]!))
    .join("")
    .replaceAll(/零+/gu, "零")
    .replace(/零$/u, "")
    .replace(/^一十/u, "十");
};
