import { printNumeral } from "../../../language/numerals.ts";
import { span } from "../../../language/source.ts";
import { oneEdit, pickMatch, sentenceEnd, type Choice, type Injector } from "./damage.ts";

const NUMBER = "[一二三四五六七八九十百千万\\d]+(?:个月|周岁|[日年人倍元岁])";

/** A note in brackets that says the opposite of the word before it. */
export const boundContradiction: Injector = (document, choice) => {
  const inclusive = pickMatch(
    document,
    choice,
    new RegExp(`(${NUMBER})(?:以上|以下|以内)(?![^，。；]{0,2}[（不])`, "g"),
  );
  const exclusive = pickMatch(
    document,
    choice,
    new RegExp(`(?:不满|(?<!不)(?:超过|低于)|未满|不足)(${NUMBER})(?!以)`, "g"),
  );
  const useExclusive = exclusive !== null && (inclusive === null || choice.whole(0, 2) > 0);
  const chosen = useExclusive ? exclusive : inclusive;
  if (chosen === null) return null;
  const number = chosen.groups[1]!;
  const note = useExclusive
    ? choice.pick([`（含${number}）`, "（含本数）", "（包括本数）"])
    : choice.pick([`（不含${number}）`, "（不含本数）", "（不包括本数）"]);
  return {
    edits: [{ at: chosen.end, remove: 0, insert: note }],
    places: [span(chosen.start, chosen.end)],
    what: `${chosen.groups[0]!}${note}`,
  };
};

/** Bands of a scale that share their limit, or overlap: as a sentence and as a list. */
export const bandOverlap: Injector = (document, choice) => {
  const end = sentenceEnd(document, choice);
  if (end === null) return null;
  const [matter, unit, sizes] = choice.pick(SCALES);
  const [low, high] = choice.pick(sizes);
  const overlaps = choice.whole(0, 2) === 0;
  const from = overlaps ? low - Math.ceil(low / 5) : low;
  const number = choice.pick([String, printNumeral]);
  const lowest = `${matter}${number(low)}${unit}以下的`;
  const middle = `${matter}${number(from)}${unit}以上${number(high)}${unit}以下的`;
  const what = `${lowest}，${middle}`;
  const above = `${matter}超过${number(high)}${unit}的`;
  switch (choice.whole(0, 4)) {
    case 0:
      return oneEdit(end.end, 0, `${lowest}减半执行，${matter}${number(from)}${unit}以上的全额执行。`, what);
    case 1:
      return oneEdit(end.end, 0, `${above}，为第一类；${middle}，为第二类；${lowest}，为第三类。`, what);
    case 2:
      return oneEdit(
        end.end,
        0,
        `${lowest}，按照第一档执行；${middle}，按照第二档执行；${above}，按照第三档执行。`,
        what,
      );
    default:
      return oneEdit(
        end.run.span.end,
        0,
        `\n\n具体标准按照下列规定确定：\n\n（一）${lowest}，按照第一档执行；\n\n（二）${middle}，按照第二档执行；\n\n（三）${above}，按照第三档执行。`,
        what,
      );
  }
};

type Scale = readonly [matter: string, unit: string, sizes: readonly (readonly [number, number])[]];

const SCALES: readonly Scale[] = [
  [
    "违法所得",
    "万元",
    [
      [5, 20],
      [10, 50],
      [1, 10],
    ],
  ],
  [
    "建筑面积",
    "平方米",
    [
      [60, 90],
      [100, 300],
    ],
  ],
  [
    "家庭人均月收入",
    "元",
    [
      [2000, 3000],
      [1500, 2500],
    ],
  ],
  [
    "从业人员",
    "人",
    [
      [20, 100],
      [50, 300],
    ],
  ],
  [
    "连续居住",
    "年",
    [
      [3, 5],
      [5, 10],
    ],
  ],
  [
    "考核得分",
    "分",
    [
      [60, 80],
      [70, 85],
    ],
  ],
];

/** A sum, a share or an average that does not come out. */
export const figures: Injector = (document, choice) => {
  const end = sentenceEnd(document, choice);
  if (end === null) return null;
  const sentence = choice.pick([brokenSum, brokenShare, brokenAverage, brokenShares])(choice);
  return oneEdit(end.end, 0, sentence, sentence);
};

/** Off by a digit, as a slip of the hand leaves a number. */
const slip = (choice: Choice, value: number): number =>
  value + choice.pick([-1, 1]) * choice.pick([1, 10, 2]) * (value > 200 ? 10 : 1);

const brokenSum = (choice: Choice): string => {
  const [first, second, third] = [choice.whole(20, 90), choice.whole(20, 90), choice.whole(100, 400)];
  const total = slip(choice, first + second + third);
  return choice.pick([
    `全市现有机构${total}家，其中一级${third}家、二级${second}家、三级${first}家。`,
    `参保人数${total}万人，其中职工参保人数为${first}万人、居民参保人数为${second + third}万人。`,
    `共设站点${total}个，其中市级${first}个，县级${second}个，乡级${third}个。`,
  ]);
};

const brokenShare = (choice: Choice): string => {
  const total = choice.whole(2, 9) * 100;
  const share = choice.whole(12, 48);
  const wrong = share + choice.pick([-10, 10, 5]);
  return `全市共有企业${total}家，其中民营企业${(total * share) / 100}家，占${wrong}%。`;
};

const brokenShares = (choice: Choice): string => {
  const first = choice.whole(25, 45);
  const second = choice.whole(15, 30);
  const third = 100 - first - second + choice.pick([-10, 5, 10]);
  return `综合评价由质量、服务和价格三项组成，分别占${first}%、${second}%、${third}%，合计100%。`;
};

const brokenAverage = (choice: Choice): string => {
  const population = choice.whole(1200, 4800) / 10;
  const shops = choice.whole(110, 680);
  const average = (population / shops) * choice.pick([0.9, 1.08, 1.2]);
  return choice.pick([
    `全市常住人口${population}万人，医疗机构${shops}家，平均每家医疗机构服务常住人口${average.toFixed(2)}万人。`,
    `全市常住人口${population}万人，零售药店${shops}家，平均每家零售药店服务常住人口${Math.round(average * 10_000)}人。`,
  ]);
};
