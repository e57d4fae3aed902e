import { span, type Item, type ListHead, type Phrase, type ReadingGuard } from "../../language/index.ts";
import type { Condition } from "../model/ir.ts";
import { onlyAtom } from "./candidates.ts";
import { allOf, anyOf, not, originOf, speakingOf, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { meaningOf } from "./names.ts";
import { conditionOfPhrases } from "./joined-phrases.ts";
import { conditionOfPhrase } from "./phrase.ts";
import { guardCondition } from "./reading.ts";

/** Whether a list says when a rule applies, or what must be fulfilled: an exempted item is false or fulfilled. */
export type ListRole = "condition" | "requirement";

/** 有下列情形之一：（一）…；（二）… */
export const conditionOfList = (
  head: ListHead,
  items: readonly Item[],
  role: ListRole,
  frame: Frame,
): Condition | null => {
  if (items.length === 0) {
    frame.block.diagnostics.push(
      reportCheck("list-without-items", frame.block.file.source.name, head.span, { words: head.words }),
    );
    return null;
  }
  if (isModeUnstated(head) && items.length > 1) {
    const named = head.words.replace(/的$/, "");
    frame.block.diagnostics.push(
      reportCheck("list-mode-unstated", frame.block.file.source.name, head.span, {
        words: head.words,
        any: `${named}之一`,
        all: named.replace(/^.*?(?=下列|以下)/, "同时有"),
      }),
    );
    return null;
  }
  const origin = originOf(frame, span(items[0]!.span.start, items.at(-1)!.span.end));
  const operands = items.map((item) => guarded(item, head.mode, role, frame));
  switch (head.mode) {
    case "any":
      return anyOf(operands, origin);
    case "all":
      return allOf(operands, origin);
    case "atLeast": {
      const known = operands.filter((operand) => operand !== null);
      const count = head.count ?? 1;
      if (count > items.length) {
        frame.block.diagnostics.push(
          reportCheck("count-above-items", frame.block.file.source.name, head.span, {
            count,
            items: items.length,
          }),
        );
        return null;
      }
      return known.length < operands.length ? null : { kind: "atLeast", count, operands: known, origin };
    }
  }
};

/** 有下列情形的: 条件, 要求 and 标准 are met together, but of 情形 one or all may be meant. */
const isModeUnstated = ({ mode, words }: ListHead): boolean =>
  mode === "all" && /情形|情况|行为/.test(words) && !/同时|均|都|全部/.test(words);

/** The place of an item: its marker, its own 依据 or the rule's. */
export const itemFrame = (item: Item, frame: Frame): Frame => ({
  ...frame,
  item: `${frame.item ?? ""}${item.marker}`,
  basis: item.basis.length === 0 ? frame.basis : frame.block.quote(item.basis),
});

/** What one item says, with its own 但…除外 and sub-list, without its 限. */
export const conditionOfItem = (item: Item, role: ListRole, frame: Frame): Condition | null => {
  const origin = originOf(frame, item.span);
  if (item.otherwise) {
    frame.block.diagnostics.push(
      reportCheck("otherwise-outside-classification", frame.block.file.source.name, item.span, {}),
    );
    return null;
  }
  const said = saidByItem(item, role, frame);
  if (item.proviso === null) return said;
  const proviso = conditionOfPhrase(item.proviso, frame);
  const outside = originOf(frame, item.proviso.span);
  return role === "requirement"
    ? anyOf([said, proviso], origin)
    : allOf([said, not(proviso, outside)], origin);
};

const saidByItem = (item: Item, role: ListRole, frame: Frame): Condition | null => {
  const origin = originOf(frame, item.span);
  if (item.head === null) return conditionOfPhrases(item.phrases, frame);
  const speaker = item.phrases.length === 1 ? recordFrame(item.phrases[0]!, frame) : null;
  if (speaker !== null) return conditionOfList(item.head, item.items, role, speaker);
  const list = conditionOfList(item.head, item.items, role, frame);
  if (item.phrases.length === 0) return list;
  return allOf([conditionOfPhrases(item.phrases, frame), list], origin);
};

/** 所在县区有下列情形之一: the items speak of that record. */
export const recordFrame = (phrase: Phrase, frame: Frame): Frame | null => {
  const atom = onlyAtom(phrase);
  if (atom?.kind !== "plain" || atom.value.kind !== "names") return null;
  const meaning = meaningOf(atom.value, { ...frame, block: { ...frame.block, diagnostics: [], uses: [] } });
  if (meaning?.kind === "record") return speakingOf(frame, meaning.subject);
  if (meaning?.kind !== "term" || meaning.term.kind !== "field" || meaning.term.type.kind !== "reference")
    return null;
  const { of, field, type } = meaning.term;
  return speakingOf(frame, { kind: "follow", from: of, field, object: type.object });
};

/**
 * An item that holds only under one reading: elsewhere it is no case of an any-of list, and nothing that an all-of
 * list asks for.
 */
const guarded = (item: Item, mode: ListHead["mode"], role: ListRole, frame: Frame): Condition | null => {
  const inner = itemFrame(item, frame);
  const said = conditionOfItem(item, role, inner);
  return item.guard === null
    ? said
    : underReading(item.guard, said, mode === "all" ? "waived" : "absent", inner, item);
};

export const underReading = (
  guard: ReadingGuard,
  said: Condition | null,
  elsewhere: "absent" | "waived",
  frame: Frame,
  at: { readonly span: Item["span"] },
): Condition | null => {
  const reading = guardCondition(guard, frame);
  const origin = originOf(frame, at.span);
  return elsewhere === "waived"
    ? anyOf([not(reading, originOf(frame, guard.span)), said], origin)
    : allOf([reading, said], origin);
};
