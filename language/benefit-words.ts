/**
 * Words by which the texts of the law themselves tell what is granted from what is imposed, where no modal does. Closed
 * tables; a word that is in none of them tells nothing.
 */

/**
 * 行政许可法 准予, 颁发; 行政给付 救助, 补助, 补贴, 抚恤, 发放; 行政奖励 奖励, 表彰; 税收征收管理法 减税, 免税; 行政补偿 补偿.
 */
const GRANTING = [
  "补助",
  "补贴",
  "贴息",
  "奖励",
  "奖补",
  "表彰",
  "资助",
  "救助",
  "抚恤",
  "补偿",
  "减免",
  "减征",
  "免征",
  "减税",
  "免税",
  "免缴",
  "免收",
  "免除",
  "优惠",
  "优待",
  "准予",
  "颁发",
  "发放",
] as const;

/** 行政处罚法 第九条 (the kinds of penalties), 行政强制法 第九条、第十二条, and words that take back or hold back. */
const IMPOSING = [
  "警告",
  "通报批评",
  "罚款",
  "罚金",
  "处罚",
  "处分",
  "没收",
  "暂扣",
  "扣押",
  "查封",
  "冻结",
  "吊销",
  "责令",
  "禁止",
  "关闭",
  "拘留",
  "降低资质",
  "强制",
  "取缔",
  "撤销",
  "取消",
  "终止",
  "中止",
  "停止",
  "停发",
  "停业",
  "暂停",
  "暂缓",
  "解除",
  "退出",
  "淘汰",
  "整改",
  "限制",
  "追回",
  "追缴",
  "追究",
  "收回",
  "退回",
  "扣除",
  "扣减",
  "核减",
  "加收",
  "征收",
  "收取",
  "缴纳",
  "赔偿",
  "不予",
  "不准",
  "不给",
  "不发",
  "不享受",
] as const;

/** Less of a burden or of a benefit, back from the one or from the other: what that does to somebody is not told. */
const EITHER_WAY = ["减少", "降低", "调减", "退还", "返还"] as const;

/** 行政处罚法 第三十二条、第三十三条: a burden that is not laid, or a lighter one. */
const FORGIVING = /(?:从轻|减轻|免除|减免|免予|免于|不予)(?:行政)?(?:处罚|处分|罚款|追究|缴纳|赔偿)/gu;

/** What is made good: 给予停业补助, 发放征收补偿 grant something to those who close or are expropriated. */
const MADE_GOOD =
  /^(?:给予|发放|支付|提供)(?:停产停业|停业|征收|退出|淘汰|关闭)(?=.*(?:补助|补贴|补偿|奖励|救助)$)/u;

export interface ToldByWord {
  readonly kind: "burden" | "benefit";
  readonly word: string;
}

/** 给予运营补助 grants, 取消补助 imposes; null where no word tells. */
export const toldByWord = (measure: string): ToldByWord | null => {
  const [forgiving] = measure.match(FORGIVING) ?? [];
  const rest = measure.replaceAll(FORGIVING, "").replace(MADE_GOOD, "");
  if (wordIn(rest, EITHER_WAY) !== null) return null;
  const imposing = wordIn(rest, IMPOSING);
  if (imposing !== null) return { kind: "burden", word: imposing };
  const granting = forgiving ?? wordIn(rest, GRANTING);
  return granting === null ? null : { kind: "benefit", word: granting };
};

const wordIn = (measure: string, words: readonly string[]): string | null =>
  words.find((word) => measure.includes(word)) ?? null;
