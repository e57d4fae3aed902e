import type { Action, ListHead, NormSentence } from "../../language/index.ts";
import type { Condition } from "../model/ir.ts";
import { DATE } from "../resolve/field-types.ts";
import { allOf, anyOf, not, originOf } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { conditionOfList } from "./list.ts";
import { modalityOf } from "./modality.ts";
import { conditionOfPhrase } from "./phrase.ts";
import type { Front } from "./subject.ts";
import { asNumber, termOf } from "./term.ts";
import { describeType } from "./types.ts";

/** What must be fulfilled: the list, or the conditions joined by 、和并; 不得 asks for the opposite. */
export const requirementOf = (sentence: NormSentence, action: Action, front: Front): Condition | null => {
  const { frame } = front;
  const origin = originOf(frame, action.span);
  const parts: (Condition | null)[] = action.phrases.map((phrase) => conditionOfPhrase(phrase, frame));
  const isForbidden = modalityOf(sentence, action).force === "mustNot";
  if (action.head !== null) {
    parts.push(
      conditionOfList(
        forbiddenHead(action.head, isForbidden),
        sentence.items,
        isForbidden ? "condition" : "requirement",
        frame,
      ),
    );
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
    frame.block.diagnostics.push(
      reportCheck("deadline-without-start", name, deadline.span, { words: origin.words }),
    );
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
  const running: Condition = {
    kind: "elapsed",
    operator: "<=",
    word: deadline.word,
    from,
    to,
    amount: number,
    unit,
    origin,
  };
  return anyOf([required, running], originOf(frame, action.span));
};
