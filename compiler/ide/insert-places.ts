import {
  provisionBefore,
  type Block,
  type MeasureBlock,
  type ObjectBlock,
  type PolicyFile,
  type Provision,
  type TextEdit,
} from "../../language/index.ts";
import { withoutBlanks } from "./lines.ts";
import type { FileEdits, PolicyView } from "./model.ts";

/** A line more at the end of the 【对象】, in the file that declares it; null where none does. */
export const fieldInserted = (view: PolicyView, object: string, line: string): FileEdits | null => {
  for (const file of [view.file, ...view.vocabularies]) {
    const block = file.blocks.find(
      (each): each is ObjectBlock => each.kind === "object" && each.name?.text === object,
    );
    if (block !== undefined)
      return { file: file.source.name, edits: [appended(file, block, `\n${line}`, "；")] };
  }
  return null;
};

/** One name more in the 【措施】 of the policy; where it has none, a block of its own before `beside`. */
export const measureInserted = (view: PolicyView, beside: Block, name: string): FileEdits => {
  const { file } = view;
  const block = file.blocks.find((each): each is MeasureBlock => each.kind === "measures");
  const edit =
    block === undefined || block.measures.length === 0
      ? blockBefore(beside, `【措施】\n${name}。\n`)
      : appended(file, block, name, "、");
  return { file: file.source.name, edits: [edit] };
};

/** A block right before another one, under the same provision. */
export const blockBefore = ({ segment }: Block, text: string): TextEdit => ({
  span: { start: segment.span.start, end: segment.span.start },
  newText: text,
});

/** A block right behind another one, before the 【完】 that ends both. `text` has no line break at its end. */
export const blockBehind = (file: PolicyFile, { segment }: Block, text: string): TextEdit => {
  const body = withoutBlanks(file.source.text, segment.headerSpan.start, segment.bodySpan.end);
  const at = Math.max(body?.end ?? 0, segment.headerSpan.end);
  return { span: { start: at, end: at }, newText: `\n${text}` };
};

/** A block under a provision: before those that stand there already, else with a 【完】 of its own. */
export const blockUnder = (file: PolicyFile, provision: Provision, text: string): TextEdit => {
  const first = file.segments.blocks.find(
    ({ span }) =>
      span.start >= provision.span.start && provisionBefore(file.document, span.start) === provision,
  );
  if (first !== undefined)
    return { span: { start: first.span.start, end: first.span.start }, newText: `${text}\n` };
  const source = file.source.text;
  const newline = source.indexOf("\n", provision.span.end);
  const at = newline < 0 ? source.length : newline + 1;
  const lead = newline < 0 ? "\n" : "";
  return { span: { start: at, end: at }, newText: `${lead}${text}\n【完】\n` };
};

/** Before the full stop of the body, after a separator. */
const appended = (file: PolicyFile, { segment }: Block, words: string, separator: string): TextEdit => {
  const { text } = file.source;
  const body = withoutBlanks(text, segment.headerSpan.end, segment.bodySpan.end);
  const end = body?.end ?? segment.headerSpan.end;
  const last = text[end - 1];
  if (last === "。" || last === ".") {
    return { span: { start: end - 1, end: end - 1 }, newText: `${separator}${words}` };
  }
  const isSeparated = last === "；" || last === ";" || last === "、";
  const opening = isSeparated || body === null ? "" : separator;
  return { span: { start: end, end }, newText: `${opening}${words}${isSeparated ? "。" : ""}` };
};
