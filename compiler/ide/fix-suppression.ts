import { provisionAt, provisionBefore, type PolicyFile, type Span } from "../../language/index.ts";
import { blockBehind, blockUnder } from "./insert-places.ts";
import type { PolicyView, QuickFix } from "./model.ts";

/**
 * A 【说明】不提示 for a finding that was looked at and may stay, under the provision that it is about; without one, for
 * the whole file. Its reason is left to be written: until then it does not count. Null where there is no place for it.
 */
export const suppressionFix = (view: PolicyView, code: string, span: Span): QuickFix | null => {
  const { file } = view;
  const lead = `【说明】不提示「${code}」，理由：`;
  const edit = editOf(file, span, `${lead}。`);
  return edit === null
    ? null
    : {
        title: `不提示「${code}」，写明理由`,
        // It mends nothing: whoever asks for the cure of the finding does not get it.
        code: null,
        span,
        preferred: false,
        edits: [{ file: file.source.name, edits: [edit] }],
        cursor: edit.span.start + edit.newText.indexOf(lead) + lead.length,
      };
};

const editOf = (file: PolicyFile, span: Span, text: string): ReturnType<typeof blockBehind> | null => {
  const isInBlock = file.segments.blocks.some(
    (block) => block.span.start <= span.start && span.start < block.span.end,
  );
  const words = isInBlock ? null : provisionAt(file.document, span.start);
  // What stands behind the words of a provision may belong to a larger one that ends with them.
  const provision = provisionBefore(file.document, words?.span.end ?? span.start);
  if (provision !== null) return blockUnder(file, provision, text);
  const policy = file.blocks.find(({ kind }) => kind === "metadata");
  return policy === undefined ? null : blockBehind(file, policy, text);
};
