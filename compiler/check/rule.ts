import { printNumeral, span, type Action, type ListHead, type NormSentence, type Phrase, type RuleBlock } from "../../language/index.ts";
import type { Condition, Decision, ExceptionClause, MeasureRule, Order, RequirementRule } from "../model/ir.ts";
import { DATE } from "../resolve/field-types.ts";
import { lookUp, ofKind, type DeclaredMeasure } from "../resolve/declared.ts";
import { onlyAtom } from "./candidates.ts";
import { allOf, always, anyOf, blockFrame, not, originOf, use, type BlockContext, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { conditionOfList, underReading } from "./list.ts";
import { modalityOf } from "./modality.ts";
import { unknownName } from "./names.ts";
import { conditionOfAny, conditionOfPhrase } from "./phrase.ts";
import { frontOf, withSubjectInFront, type Front } from "./subject.ts";
import { asNumber, termOf } from "./term.ts";
import { describeType } from "./types.ts";

export interface CheckedRule {
  readonly decisions: readonly Decision[];
  readonly exceptions: readonly ExceptionClause[];
}

/** Checks every sentence of a 【规则】; a sentence that orders and requires gives two decisions. */
export const checkRule = (block: RuleBlock, context: BlockContext): CheckedRule => {
  const decisions: Decision[] = [];
  const exceptions: ExceptionClause[] = [];
  const name = block.name?.text ?? "未命名规则";
  const several = block.sentences.length > 1;
  let previous: Front | null = null;
  block.sentences.forEach((sentence, index) => {
    const id = several && index > 0 ? `${name}·第${printNumeral(index + 1)}句` : name;
    const checked = checkNorm(sentence, id, name, context, previous);
    previous = checked.front ?? previous;
    decisions.push(...checked.decisions);
    exceptions.push(...checked.exceptions);
  });
  return { decisions, exceptions };
};

interface CheckedSentence extends CheckedRule {
  /** Whom the sentence judges; a following sentence without a subject continues with it. */
  readonly front: Front | null;
}

const checkNorm = (
  written: NormSentence,
  id: string,
  name: string,
  context: BlockContext,
  previous: Front | null,
): CheckedSentence => {
  const frame = blockFrame(context, context.quote(written.basis));
  const sentence = withSubjectInFront(written, frame);
  const hints = sentence.actions.flatMap((action) => action.phrases);
  const front = frontOf({ parts: sentence.parts, items: frontItems(sentence), hints, span: sentence.span }, frame, previous);
  if (front === null) return { decisions: [], exceptions: [], front };
  const exceptions = ownExceptions(sentence, id, name, front);
  const ids = exceptions.map((exception) => exception.id);
  const decisions: Decision[] = [];
  const orders: Order[] = [];
  for (const action of sentence.actions) {
    const measures = action.head === null ? measuresOf(action, front.frame) : null;
    if (measures === "unknown") continue;
    if (measures === null) {
      const requirement = requirementOf(sentence, action, front);
      if (requirement === null || front.base === null) continue;
      const number = decisions.length + (orders.length > 0 ? 1 : 0);
      decisions.push(
        requirementRule(sentence, action, number === 0 ? id : `${id}·要求${number > 1 ? printNumeral(number) : ""}`, name, front, requirement, ids),
      );
    } else orders.push(...measures.map((order): Order => ({ ...order, modality: modalityOf(sentence, action) })));
  }
  if (orders.length > 0 && front.base !== null) {
    const base = sentence.guard === null ? front.base : underReading(sentence.guard, front.base, "absent", front.frame, sentence);
    const rule: MeasureRule | null =
      base === null
        ? null
        : { kind: "measure", id, name, object: front.object, origin: originOf(front.frame, sentence.span), subject: front.subject, base, orders, exceptions: ids };
    if (rule !== null) decisions.unshift(decisions.some((decision) => decision.id === id) ? { ...rule, id: `${id}·措施` } : rule);
  }
  return { decisions, exceptions, front };
};

/** The items belong to the head in the front, unless the action has the head (应当同时符合下列条件). */
const frontItems = (sentence: NormSentence): NormSentence["items"] =>
  sentence.actions.some((action) => action.head !== null) ? [] : sentence.items;

const requirementRule = (
  sentence: NormSentence,
  action: Action,
  id: string,
  name: string,
  front: Front,
  requirement: Condition,
  exceptions: readonly string[],
): RequirementRule => {
  const base = front.base ?? always(originOf(front.frame, sentence.span));
  const applicability =
    sentence.guard === null ? base : (underReading(sentence.guard, base, "absent", front.frame, sentence) ?? base);
  return {
    kind: "requirement",
    id,
    name,
    object: front.object,
    origin: originOf(front.frame, sentence.span),
    subject: front.subject,
    applicability,
    requirement,
    modality: modalityOf(sentence, action),
    exceptions,
  };
};

/** What must be fulfilled: the list, or the conditions joined by 、和并; 不得 asks for the opposite. */
const requirementOf = (sentence: NormSentence, action: Action, front: Front): Condition | null => {
  const { frame } = front;
  const origin = originOf(frame, action.span);
  const parts: (Condition | null)[] = action.phrases.map((phrase) => conditionOfPhrase(phrase, frame));
  const isForbidden = modalityOf(sentence, action).force === "mustNot";
  if (action.head !== null) {
    parts.push(conditionOfList(forbiddenHead(action.head, isForbidden), sentence.items, isForbidden ? "condition" : "requirement", frame));
  }
  const said = isForbidden ? anyOf(parts, origin) : allOf(parts, origin);
  const required = isForbidden ? not(said, origin) : said;
  return action.deadline === null ? required : beforeDeadline(action, required, front);
};

/** 不得有下列情形 forbids each of them; only 不得同时有 forbids them together. */
const forbiddenHead = (head: ListHead, isForbidden: boolean): ListHead =>
  isForbidden && head.mode === "all" && !head.words.includes("同时") ? { ...head, mode: "any" } : head;

/** 自X之日起30日内: not yet broken while the period runs. */
const beforeDeadline = (action: Action, required: Condition | null, front: Front): Condition | null => {
  const { frame } = front;
  const deadline = action.deadline!;
  const origin = originOf(frame, deadline.span);
  const name = frame.block.file.source.name;
  if (deadline.from === null) {
    frame.block.diagnostics.push(reportCheck("deadline-without-start", name, deadline.span, { words: origin.words }));
    return null;
  }
  const from = termOf(deadline.from, frame, { type: DATE });
  const amount = termOf(deadline.amount, frame);
  const number = amount === null ? null : asNumber(amount, frame, "期限");
  if (from === null || number === null) return null;
  const unit = number.type.dimension;
  if (from.type.kind !== "date" || (unit !== "day" && unit !== "month" && unit !== "year")) {
    frame.block.diagnostics.push(
      reportCheck("period-expected", name, deadline.span, {
        words: origin.words,
        found: from.type.kind === "date" ? describeType(number.type) : describeType(from.type),
      }),
    );
    return null;
  }
  const to = { kind: "referenceDate", type: DATE, origin } as const;
  const running: Condition = { kind: "elapsed", operator: "<=", word: deadline.word, from, to, amount: number, unit, origin };
  return anyOf([required, running], originOf(frame, action.span));
};

type UnboundOrder = Omit<Order, "modality">;

/** The measures of an action; null where it names conditions; "unknown" where neither could be made out. */
const measuresOf = (action: Action, frame: Frame): readonly UnboundOrder[] | null | "unknown" => {
  const found: UnboundOrder[] = [];
  let failed = false;
  let isCondition = false;
  for (const phrase of action.phrases) {
    const measure = measureOf(phrase, frame);
    if (measure === null) isCondition = true;
    else if (measure === "unknown") failed = true;
    else found.push({ measure: measure.name, origin: originOf(frame, phrase.span) });
  }
  if (failed) return "unknown";
  if (found.length === 0) return null;
  if (!isCondition) return found;
  frame.block.diagnostics.push(
    reportCheck("measure-beside-condition", frame.block.file.source.name, action.span, {
      measures: found.map((order) => `“${order.measure}”`).join("、"),
    }),
  );
  return "unknown";
};

const measureOf = (phrase: Phrase, frame: Frame): DeclaredMeasure | null | "unknown" => {
  const { declarations } = frame.block.environment;
  const atom = onlyAtom(phrase);
  if (atom?.kind !== "plain" || atom.value.kind !== "names") return null;
  const { names, joints } = atom.value;
  const first = names[0]!;
  const measure = lookUp(declarations, "measure", first.text);
  if (measure !== undefined) {
    use(frame, first, measure);
    if (names.length === 1) return measure;
    frame.block.diagnostics.push(
      reportCheck("words-after-measure", frame.block.file.source.name, span(names[1]!.span.start, atom.span.end), {
        measure: measure.name,
        words: originOf(frame, span(first.span.end, atom.span.end)).words,
      }),
    );
    return "unknown";
  }
  // A single name that nothing declares was meant as a measure or as a 是否 field.
  const known = declarations.byName.get(first.text) ?? [];
  if (names.length === 1 && joints.length === 0 && known.length === 0) {
    unknownName(first, frame, "不是声明过的措施，也不是可以核对的条件", ofKind(declarations, "measure").map((other) => other.name));
    return "unknown";
  }
  return null;
};

/** 但…的除外 and 除…外: exceptions of this sentence alone. */
const ownExceptions = (sentence: NormSentence, id: string, name: string, front: Front): readonly ExceptionClause[] => {
  const exceptions: ExceptionClause[] = [];
  const add = (phrases: readonly Phrase[], suffix: string): void => {
    if (phrases.length === 0) return;
    const condition = conditionOfAny(phrases, front.frame);
    if (condition === null) return;
    const where = span(phrases[0]!.span.start, phrases.at(-1)!.span.end);
    exceptions.push({ id: `${id}·${suffix}`, name, object: front.object, condition, origin: originOf(front.frame, where) });
  };
  if (!sentence.additional) add(sentence.excluding, "除外");
  add(sentence.provisos, "但书");
  return exceptions;
};
