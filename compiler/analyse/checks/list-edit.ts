import { nodesAt, type NormSentence, type PolicyFile, type TextEdit } from "../../../language/index.ts";
import type { Condition } from "../../model/ir.ts";

/** A rule without its list: …有下列情形之一的，应当…：（一）…；（二）…。 becomes …应当…。 Null where it stands otherwise. */
export const withoutList = (
  files: readonly PolicyFile[],
  { origin: { file, span } }: Condition,
): readonly TextEdit[] | null => {
  const policy = files.find(({ source }) => source.name === file);
  const block = policy?.blocks.find((each) => each.span.start <= span.start && span.end <= each.span.end);
  if (policy === undefined || block === undefined) return null;
  const sentence = nodesAt(block, span.start).find((node): node is NormSentence => node.kind === "norm");
  const head = sentence?.parts.find((part) => part.head !== null)?.head ?? null;
  const [first, last] = [sentence?.items[0], sentence?.items.at(-1)];
  // The condition is the whole list, and nothing but it.
  if (head === null || first === undefined || last === undefined) return null;
  if (first.span.start !== span.start || last.span.end !== span.end) return null;
  const { text } = policy.source;
  const closing = /^的?(?:时)?[，,]\s*/u.exec(text.slice(head.span.end));
  const colon = text.lastIndexOf("：", first.span.start);
  if (closing === null || colon < head.span.end) return null;
  const words = text.slice(0, last.span.end).replace(/[；;。\s]+$/u, "");
  return [
    { span: { start: head.span.start, end: head.span.end + closing[0].length }, newText: "" },
    { span: { start: colon, end: words.length }, newText: "" },
  ];
};
