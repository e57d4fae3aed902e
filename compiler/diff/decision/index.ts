import type { Comparison } from "../../model/change.ts";
import { readNodes } from "./nodes.ts";
import { parseAmendment } from "./parse.ts";
import { replay } from "./replay.ts";
import { wholeText } from "./whole-text.ts";

/** The decision that makes the right text of the left one, as it is published: 一、将第八条第二款修改为：“…”。 */
export const amendmentOf = (comparison: Comparison): string => wholeText(comparison, null);

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
