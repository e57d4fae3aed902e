import {
  type Action,
  type NormSentence,
  type Phrase,
  type RuleBlock,
  printNumeral,
  span,
} from "../../language/index.ts";
import type {
  Condition,
  Decision,
  ExceptionClause,
  MeasureRule,
  Order,
  RequirementRule,
} from "../model/ir.ts";
import { withContentBehind } from "./content-in-front.ts";
import { type BlockContext, always, blockFrame, originOf } from "./context.ts";
import { withSubjectInFront } from "./leading-noun.ts";
import { underReading } from "./list.ts";
import { measuresOf } from "./measure.ts";
import { modalityOf } from "./modality.ts";
import { conditionOfPhrases } from "./joined-phrases.ts";
import { requirementOf } from "./requirement.ts";
import { type Front, frontOf } from "./subject.ts";

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
  for (const [index, sentence] of block.sentences.entries()) {
    const id = several && index > 0 ? `${name}·第${printNumeral(index + 1)}句` : name;
    const checked = checkNorm(sentence, id, name, context, previous);
    previous = checked.front ?? previous;
    decisions.push(...checked.decisions);
    exceptions.push(...checked.exceptions);
  }
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
  const sentence = withContentBehind(withSubjectInFront(written, frame), frame);
  const hints = sentence.actions.flatMap((action) => action.phrases);
  const front = frontOf(
    { parts: sentence.parts, items: frontItems(sentence), hints, span: sentence.span },
    frame,
    previous,
  );
  if (front === null) return { decisions: [], exceptions: [], front };
  const exceptions = ownExceptions(sentence, id, front);
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
        requirementRule(
          sentence,
          action,
          number === 0 ? id : `${id}·要求${number > 1 ? printNumeral(number) : ""}`,
          name,
          front,
          requirement,
          ids,
        ),
      );
    } else {
      const modality = modalityOf(sentence, action);
      orders.push(...measures.map(({ measure, origin }): Order => ({ modality, measure, origin })));
    }
  }
  if (orders.length > 0 && front.base !== null) {
    const base =
      sentence.guard === null
        ? front.base
        : underReading(sentence.guard, front.base, "absent", front.frame, sentence);
    const rule: MeasureRule | null =
      base === null
        ? null
        : {
            kind: "measure",
            id,
            name,
            object: front.object,
            origin: originOf(front.frame, sentence.span),
            subject: front.subject,
            base,
            orders,
            exceptions: ids,
          };
    if (rule !== null)
      decisions.unshift(
        decisions.some((decision) => decision.id === id) ? { ...rule, id: `${id}·措施` } : rule,
      );
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
    sentence.guard === null
      ? base
      : (underReading(sentence.guard, base, "absent", front.frame, sentence) ?? base);
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

/** 但…的除外 and 除…外: exceptions of this sentence alone, which have no name but what the law calls them. */
const ownExceptions = (sentence: NormSentence, id: string, front: Front): readonly ExceptionClause[] => {
  const exceptions: ExceptionClause[] = [];
  const add = (phrases: readonly Phrase[], suffix: "除外" | "但书"): void => {
    if (phrases.length === 0) return;
    const condition = conditionOfPhrases(phrases, front.frame);
    if (condition === null) return;
    const where = span(phrases[0]!.span.start, phrases.at(-1)!.span.end);
    exceptions.push({
      id: `${id}·${suffix}`,
      name: suffix,
      object: front.object,
      condition,
      origin: originOf(front.frame, where),
    });
  };
  if (!sentence.additional) add(sentence.excluding, "除外");
  add(sentence.provisos, "但书");
  return exceptions;
};
