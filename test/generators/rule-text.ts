import * as fc from "fast-check";
import { BOUND_WORDS, MODAL_WORDS, printNumeral } from "../../language/index.ts";

/** Sentences of rules over the words of `test/language/sample.ts`; operators and modals come from their tables. */

const oneOf = fc.constantFrom;

const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((words) => words.join(""));

const number = fc.oneof(
  fc.nat(5_000).map(String),
  fc.nat(999).map(printNumeral),
  fc.tuple(fc.nat(99), fc.nat(9)).map(([whole, tenth]) => `${whole}.${tenth}`),
);

/** A field of a number and its unit. */
const measured = oneOf<readonly [field: string, unit: string]>(
  ["年度医保业务量", "笔"],
  ["考核得分", "分"],
  ["年龄", "岁"],
  ["所在县区的常住人口", "人"],
  ["所在县区的医疗费用", "元"],
);

/** Between dates only; the others compare any numbers. */
const DATED = new Set(["早于", "晚于", "不早于", "不晚于", "届满", "已满", "满", "年满"]);
const words = Object.entries(BOUND_WORDS).filter(([word]) => !DATED.has(word));
const before = words.filter(([, { position }]) => position === "before").map(([word]) => word);
const after = words.filter(([, { position }]) => position === "after").map(([word]) => word);

const comparison = fc
  .tuple(
    measured,
    number,
    oneOf(...before),
    oneOf(...after),
    fc.boolean(),
    oneOf("", "", "（含本数）", "（不含本数）"),
  )
  .map(([[field, unit], amount, front, back, isFront, inclusion]) =>
    isFront ? `${field}${front}${amount}${unit}` : `${field}${amount}${unit}${back}${inclusion}`,
  );

const fact = joined(
  oneOf("", "", "未", "不"),
  oneOf("提出续签协议申请", "主动申请解除协议", "仅开通个人账户结算业务", "能够满足就医购药需求"),
);

const value = joined(
  oneOf("经营性质", "机构类别", "培训考核", "医院等级"),
  oneOf("为", "不为", ""),
  oneOf("公立", "定点零售药店", "已通过", "三级"),
);

const noun = joined(oneOf("", "公立", "民营"), oneOf("定点医疗机构", "定点零售药店", "定点医药机构"));

const scope = oneOf("", "步行1.5公里内", "直线800米内", "所在县区内", "全市");

const existence = joined(
  scope,
  oneOf("有", "没有", "至少有2家", "至多有三家"),
  oneOf("", "机构类别相同的", "具有双通道资格的"),
  noun,
);

const elapsed = joined(
  oneOf("距上次复核日期"),
  oneOf("已满", "超过", "不足"),
  oneOf("2年", "十五日", "6个月"),
);

const atom = fc.oneof(comparison, fact, value, existence, elapsed);

/** Several conditions, all joined the same way. */
const condition = fc
  .tuple(fc.array(atom, { minLength: 1, maxLength: 3 }), oneOf("且", "或者", "，且"))
  .map(([atoms, connective]) => atoms.join(connective));

const measure = oneOf(
  "纳入自然退出",
  "限期整改",
  "取消定点",
  "终止医保定点",
  "预警整改、淘汰退出",
  "取消定点和限期整改",
);

const modal = joined(oneOf("", "", "原则上"), oneOf("", ...Object.keys(MODAL_WORDS)));

const ending = joined(
  oneOf("", "，但主动申请解除协议的除外"),
  oneOf("", "，依据「第一处，（一）」", "，依据「甲」、「乙」"),
  oneOf("", "，限「等」读法二"),
);

const items = fc
  .array(fc.tuple(condition, oneOf("", "，依据「某处」", "，限「等」读法一")), { minLength: 1, maxLength: 4 })
  .map((list) =>
    list.map(([text, tail], index) => `（${printNumeral(index + 1)}）${text}${tail}`).join("；\n"),
  );

const subject = oneOf("定点医药机构", "公立定点医疗机构", "定点零售药店");

const sentence = fc.oneof(
  joined(subject, condition, oneOf("的，", "的，", "时，"), modal, measure, ending).map(
    (text) => `${text}。`,
  ),
  joined(subject, oneOf("有下列情形之一的，", "同时符合下列条件的，"), modal, measure).chain((head) =>
    items.map((list) => `${head}：\n${list}。`),
  ),
  fc
    .tuple(subject, oneOf("应当", "必须", "应"), items)
    .map(([who, must, list]) => `${who}${must}同时符合下列条件：\n${list}。`),
  joined(oneOf("对", ""), condition, oneOf("的"), noun, oneOf("，"), modal, measure).map(
    (text) => `${text}。`,
  ),
);

/** The sentences of one rule. */
export const ruleText: fc.Arbitrary<string> = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((sentences) => sentences.join("\n"));
