import type { Comparison } from "../../model/change.ts";
import { writeDecision } from "./document.ts";
import { readNodes, type DecisionText } from "./nodes.ts";
import { pairNodes } from "./pairs.ts";
import { parseAmendment } from "./parse.ts";
import { planItems, type Hints } from "./plan.ts";
import type { DecisionPlan } from "./publication.ts";
import { replay, type Replayed } from "./replay.ts";
import { coarsen } from "./coarsen.ts";
import { sameText, wholeText } from "./whole-text.ts";
import { bareWords } from "./bare-words.ts";

/** The form in which a decision replayed is compared: what a decision can carry of a text. */
export { bareWords } from "./bare-words.ts";

/**
 * The decision that makes the right text of the left one, as it is published: 一、将第八条第二款修改为：“…”。 It is
 * replayed before it is given out; what a sentence cannot carry exactly is said with more words.
 */
export const amendmentOf = (comparison: Comparison): string => {
  const { left, right, relation } = comparison;
  if (relation === "documents") {
    return wholeText(
      comparison,
      `《${plain(left.name)}》与《${plain(right.name)}》不是同一文件的前后两个文本，不宜逐条修改，以下以全文代替。`,
    );
  }
  if (left.form !== right.form || left.form === "plain") {
    return wholeText(comparison, "修改前后的文件体例不同，或者没有分条，不宜逐条修改，以下以全文代替。");
  }
  const from = readNodes(left.text);
  const to = readNodes(right.text);
  const pairs = pairNodes(comparison, from, to);
  const hints: Hints = { closeness: new Map(), rebuilt: new Set() };
  const wanted = bareWords(right.text);
  const isSame = bareWords(left.text) === wanted;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const plan = planItems(from, to, pairs, hints);
    if (plan === null) break;
    if (isSame && plan.items.length + plan.publication.length === 0) return sameText(left.name);
    const { decision, replayed, isExact } = attemptOf(left.name, from, plan, wanted);
    if (isExact) {
      const shorter = withoutReferences(plan);
      const without = shorter === null ? null : attemptOf(left.name, from, shorter, wanted);
      return without?.isExact === true ? without.decision : decision;
    }
    if (!coarsen(hints, replayed.nodes, to, pairs)) break;
  }
  if (isSame) return sameText(left.name);
  return wholeText(comparison, "修改前后的条文编排不能用逐条修改准确表述，以下以全文代替。");
};

interface Attempt {
  readonly decision: string;
  readonly replayed: Replayed;
  /** Replayed, it makes the new text. */
  readonly isExact: boolean;
}

const attemptOf = (name: string, from: DecisionText, plan: DecisionPlan, wanted: string): Attempt => {
  const decision = writeDecision(name, null, plan.items, plan.publication);
  const parsed = parseAmendment(decision);
  const replayed = replay(from, parsed.statements);
  const isClean = parsed.problems.length === 0 && replayed.problems.length === 0;
  return { decision, replayed, isExact: isClean && bareWords(replayed.text) === wanted };
};

/** Without 条文中的引用作相应调整, which is not said where no reference needs it; null where it is not said anyway. */
const withoutReferences = (plan: DecisionPlan): DecisionPlan | null => {
  const order = plan.items.at(-1)?.[0];
  if (order?.kind !== "order" || !order.references) return null;
  const others = plan.items.slice(0, -1);
  return { ...plan, items: order.numbers ? [...others, [{ ...order, references: false }]] : others };
};

const MOST_ATTEMPTS = 8;

const plain = (name: string): string => name.replace(/[“”]/g, "");

/**
 * Carries out a decision on the text in force. The result equals the new text but for white space, which a decision
 * cannot express; what could not be carried out is told in one sentence each.
 */
export const applyAmendment = (
  leftText: string,
  amendment: string,
): { readonly text: string; readonly problems: readonly string[] } => {
  const parsed = parseAmendment(amendment);
  const { text, problems } = replay(readNodes(leftText), parsed.statements);
  return { text, problems: [...parsed.problems, ...problems] };
};
