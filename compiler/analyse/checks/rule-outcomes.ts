import { readIn } from "./bands.ts";
import { contentOf } from "./generalise.ts";
import { sameThing } from "./rule-words.ts";
import type { Norm } from "./unprovided-situations.ts";

/** What comes of a rule: the same for rules of which it does not matter which one holds. */
export const outcomeOf = (rule: Norm): string =>
  rule.kind === "requirement"
    ? contentOf(rule.requirement)
    : rule.orders
        .map(({ modality, measure }) => `${modality.word}${measure}`)
        .toSorted()
        .join("、");

/** What rules decide about: measures, or the facts that a standard is set for. */
export const decidedBy = (rule: Norm): readonly string[] =>
  rule.kind === "requirement"
    ? [JSON.stringify([...readIn(rule.requirement)].toSorted())]
    : rule.orders.map(({ measure }) => measure);

/** 按一档补贴 and 按二档补贴 stand for each other; 设置专窗 and 公示价格 are two duties. */
export const outcomesAreAkin = (rules: readonly Norm[]): boolean => {
  const [first, ...others] = rules.map(decidedBy);
  return others.every((each) =>
    first!.some((one) => each.some((other) => sameThing(one, other) || endAlike(one, other))),
  );
};

const endAlike = (first: string, second: string): boolean => first.slice(-ENDING) === second.slice(-ENDING);

const ENDING = 2;

/** All of them grant something, or all of them are to somebody's disadvantage: then whoever is left has no part in it. */
export const isOneSided = (rules: readonly Norm[]): boolean => {
  const sides = new Set(rules.flatMap(sidesOf));
  return sides.size === 1 && !sides.has("neutral");
};

type OutcomeSide = "grant" | "burden" | "neutral";

const sidesOf = (rule: Norm): readonly OutcomeSide[] =>
  rule.kind === "requirement"
    ? ["neutral"]
    : rule.orders.map(({ modality, measure }) => {
        if (modality.force === "mustNot") return "burden";
        return GRANT.test(measure) ? "grant" : BURDEN.test(measure) ? "burden" : "neutral";
      });

const GRANT =
  /^(?:给予|发给|发放|享受|奖励|减免|免收|免征|补助|补贴|优先|表彰|支持)|(?:补助|补贴|津贴|奖励|奖金|优惠)$/u;
const BURDEN =
  /罚|警告|整改|退出|取消|撤销|吊销|停止|暂停|约谈|终止|淘汰|追回|追究|拆除|搬迁|通报|注销|没收|责令|失信|黑名单/u;
