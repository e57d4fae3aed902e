import * as fc from "fast-check";

/** Pieces that policies consist of, so that random texts come near to sentences. */
const FRAGMENTS = [
  "【政策】",
  "【规则】",
  "【对象】",
  "【参数】",
  "【措施】",
  "【认定】",
  "【例外】",
  "【理解】",
  "【说明】",
  "【断言】",
  "【用例】",
  "【性质】",
  "【排名】",
  "【定义】",
  "【指标】",
  "【界限】",
  "【词汇】",
  "【完】",
  "\n",
  "\n",
  "，",
  "。",
  "；",
  "：",
  "、",
  "（",
  "）",
  "「",
  "」",
  "《",
  "》",
  "（一）",
  "（二）",
  "1.",
  "(1)",
  "第一条",
  "第十六条第一款",
  "一、",
  "定点医药机构",
  "机构类别",
  "年度医保业务量",
  "业务量极少标准",
  "纳入自然退出",
  "为",
  "的",
  "且",
  "或者",
  "不",
  "未",
  "没有",
  "有",
  "至少有",
  "低于",
  "不低于",
  "以上",
  "以下",
  "有下列情形之一",
  "同时符合下列条件",
  "应当",
  "不得",
  "原则上",
  "除",
  "外",
  "除外",
  "但",
  "对",
  "依据",
  "限",
  "读法一",
  "采",
  "步行",
  "1.5公里",
  "内",
  "全市",
  "每个",
  "10笔",
  "百分之八十",
  "2025年1月1日",
  "自",
  "起",
  "设",
  "则",
  "基准日",
  "成立",
  "不适用",
  "任一",
  "随",
  "单调递增",
  "无冲突",
  "单位为笔",
  "由未明确确定",
  "数量（",
  "加",
  "除以",
  "四舍五入到两位小数",
  "是指",
  "是否",
  "文本",
  "由高到低为",
  "　",
  " ",
  "\t",
  "\u0000",
  "★",
  "abc",
  "１２",
  "😀",
  "\ud800",
  "\r\n",
  ",",
  ".",
  ";",
  ":",
  "(",
  ")",
  '"',
  "“",
  "”",
] as const;

/** Texts of policy words in any order. */
export const policyLikeText = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 5 }) },
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(""));

export interface Edit {
  /** Where, as a share of the text. */
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

/** A few stretches left out, doubled or replaced by fragments. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(12),
    insert: fc.oneof(fc.constant(""), fc.constantFrom(...FRAGMENTS)),
  }),
  { minLength: 1, maxLength: 6 },
);

export const applyEdits = (text: string, changes: readonly Edit[]): string =>
  changes.reduce((changed, { at, length, insert }) => {
    const offset = Math.floor(at * changed.length);
    return changed.slice(0, offset) + insert + changed.slice(offset + length);
  }, text);
