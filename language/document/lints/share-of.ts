import { multiply, rational } from "../../rational.ts";
import { amountAt, areComparable } from "./amounts.ts";
import { isWithin, printShort, quotientRange, type Sentence } from "./figures.ts";

/** A share that is not what the part and the whole beside it give. */
export interface WrongShare {
  readonly from: number;
  readonly to: number;
  readonly expected: string;
}

/** 幼儿园100所，占全市200所的60%. */
export const sharesOf = (sentence: Sentence): WrongShare[] =>
  sentence.amounts.flatMap((part, order) => {
    const whole = sentence.amounts[order + 1];
    if (whole === undefined || !areComparable(part, whole) || part.dimension === "share") return [];
    if (!BETWEEN.test(sentence.text.slice(part.end, whole.start))) return [];
    const behind = BEHIND.exec(sentence.text.slice(whole.end, whole.end + 20));
    const share = behind === null ? null : amountAt(sentence.text, whole.end + behind[0].length);
    const expected = quotientRange(sentence.text, part, whole);
    if (share?.dimension !== "share" || expected === null) return [];
    if (isWithin(expected, share.value, sentence.text.slice(share.start, share.end))) return [];
    return [
      { from: part.start, to: share.end, expected: printShort(multiply(expected.middle, rational(100n))) },
    ];
  });

/** 新增 and 平均 speak of other amounts than the ones that are written. */
const BETWEEN = /^[，,（(]?占(?![^，。；]{0,12}(?:新增|增量|平均|每))[^，。；0-9]{0,14}$/;
const BEHIND = /^[^，。；0-9（）]{0,8}的(?:比例为|比例是)?(?:约)?(?=[0-9０-９百])/;
