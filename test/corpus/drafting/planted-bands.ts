import { oneEdit, sentenceEnd, type Choice, type Injector } from "./damage.ts";

/** Two bands that both take in their limit by a note of their own. */
export const bandNotes: Injector = (document, choice) => {
  const end = sentenceEnd(document, choice);
  if (end === null) return null;
  const [matter, unit, low] = choice.pick(SCALES);
  const note = choice.pick(["（含）", "（含本数）", `（含${low}${unit}）`]);
  const [below, above] = [`${matter}${low}${unit}${note}以下`, `${matter}${low}${unit}${note}以上`];
  const sentence = choice.pick([
    `${below}的，按照第一档执行；${above}的，按照第二档执行。`,
    `${below}的，减半执行，${above}的，全额执行。`,
    `${below}，补助一万元；${above}，补助二万元。`,
  ]);
  return oneEdit(end.end, 0, sentence, sentence);
};

/** Three bands whose limits leave a stretch between them. */
export const bandGap: Injector = (document, choice) => {
  const end = sentenceEnd(document, choice);
  if (end === null) return null;
  const [matter, unit, low, high] = choice.pick(SCALES);
  const ends = endsWithGap(choice, low, high);
  const bands = [
    `${matter}${ends.above}${unit}以上的`,
    `${matter}${ends.from}${unit}以上不满${ends.to}${unit}的`,
    `${matter}不满${ends.below}${unit}的`,
  ];
  const rows = (choice.whole(0, 1) === 0 ? bands : bands.toReversed()).map(
    (band, order) => `${band}，按照第${"一二三"[order]!}档执行`,
  );
  if (choice.whole(0, 1) === 0) return oneEdit(end.end, 0, `${rows.join("；")}。`, rows.join("；"));
  const items = rows.map((row, order) => `\n\n（${"一二三"[order]!}）${row}${order === 2 ? "。" : "；"}`);
  return oneEdit(end.run.span.end, 0, `\n\n具体标准按照下列规定确定：${items.join("")}`, rows.join("；"));
};

interface Ends {
  readonly above: number;
  readonly from: number;
  readonly to: number;
  readonly below: number;
}

const endsWithGap = (choice: Choice, low: number, high: number): Ends => {
  const less = (value: number): number => value - Math.max(2, Math.ceil(value / choice.pick([5, 10])));
  const met = { above: high, from: low, to: high, below: low };
  return choice.whole(0, 1) === 0 ? { ...met, below: less(low) } : { ...met, to: less(high) };
};

const SCALES = [
  ["在园幼儿", "人", 100, 300],
  ["建筑面积", "平方米", 90, 144],
  ["年营业额", "万元", 50, 200],
  ["床位", "张", 20, 100],
  ["综合评分", "分", 60, 90],
  ["连续缴费", "个月", 12, 36],
] as const satisfies readonly (readonly [string, string, number, number])[];
