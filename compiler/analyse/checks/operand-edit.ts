import type { Span, TextEdit } from "../../../language/index.ts";
import type { Condition, Program } from "../../model/ir.ts";

/** Operands of A且B or A或者B taken out, with the words that join them; null where places do not tell, or none is left. */
export const withoutOperands = (
  { policy }: Program,
  operands: readonly Condition[],
  removed: ReadonlySet<Condition>,
): readonly TextEdit[] | null => {
  const { text, file } = policy;
  if (text === undefined || operands.some(({ origin }) => origin.file !== file)) return null;
  const spans = operands.map(({ origin }) => withBrackets(text, origin.span));
  const isJoined = spans.every((span, index) => index === 0 || joins(text, spans[index - 1]!, span));
  const kept = operands.flatMap((operand, index) => (removed.has(operand) ? [] : [index]));
  const [first, last] = [kept[0], kept.at(-1)];
  if (!isJoined || first === undefined || last === undefined) return null;
  return [
    { start: spans[0]!.start, end: spans[first]!.start },
    ...kept.slice(1).map((next, index) => ({ start: spans[kept[index]!]!.end, end: spans[next - 1]!.end })),
    { start: spans[last]!.end, end: spans.at(-1)!.end },
  ]
    .filter(({ start, end }) => start < end)
    .map((span) => ({ span, newText: "" }));
};

/** Whether only a word that joins stands between: what stands in another part of the sentence is not cut out so. */
const joins = (text: string, left: Span, right: Span): boolean =>
  left.end <= right.start &&
  /^[，,、；]?\s*(?:并且|而且|且|并|和|及|或者|或|又|同时)?\s*$/u.test(text.slice(left.end, right.start));

/** （A或者B） stands in brackets of its own. */
const withBrackets = (text: string, { start, end }: Span): Span =>
  /[（(]/u.test(text.charAt(start - 1)) && /[）)]/u.test(text.charAt(end))
    ? { start: start - 1, end: end + 1 }
    : { start, end };

/**
 * A condition of a rule taken out as a whole, with the 的 behind it: before a noun, or before the action. Where nobody
 * would be left to speak of, and for a noun, the object takes its place. Null where it stands otherwise.
 */
export const withoutCondition = (
  { policy }: Program,
  object: string,
  condition: Condition,
): TextEdit | null => {
  const { origin } = condition;
  const { text, file } = policy;
  if (text === undefined || origin.file !== file || origin.item !== null) return null;
  const { start, end } = withBrackets(text, origin.span);
  if (condition.kind === "defined") return { span: { start, end }, newText: object };
  const closing = /^(?:的时候|的时|时|的)(?:[，,]\s*)?/u.exec(text.slice(end));
  if (closing === null) return null;
  const isBeforeNoun = !/[，,]\s*$/u.test(closing[0]);
  // 凡……的，: the word that opens the condition goes with it.
  const opening = /(?:^|[\n。；】])\s*(凡是?|当|如果|若是|如|若)?$/u.exec(
    text.slice(Math.max(0, start - OPENING), start),
  );
  const isFirst = opening !== null && !isBeforeNoun;
  const from = isFirst ? start - (opening[1]?.length ?? 0) : start;
  return { span: { start: from, end: end + closing[0].length }, newText: isFirst ? object : "" };
};

/** As far back as a sentence is looked at for how it opens. */
const OPENING = 20;
