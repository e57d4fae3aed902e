import type { Explanation, LayoutPart } from "../../worker/worker-api.ts";

/** After the last block of the group in which the rule stands; at the end of the text where it is not found. */
export const placeOfCase = (layout: readonly LayoutPart[], rule: string, text: string): number => {
  const start = layout.findIndex(
    ({ kind, name, keyword }) => kind === "block" && keyword !== "用例" && name === rule,
  );
  if (start === -1) return text.trimEnd().length;
  let last = start;
  while (layout[last + 1]?.kind === "block") last += 1;
  const { span } = layout[last]!;
  return span.start + text.slice(span.start, span.end).trimEnd().length;
};

/** A name that no other block has: 自然退出的核对结果（M001）. */
export const suggestedName = (
  { rule, id, status }: Pick<Explanation["outcome"], "rule" | "id" | "status">,
  taken: readonly string[],
): string => {
  const name = `${rule}${status}（${id}）`.replaceAll(/[【】\s]/g, "");
  let free = name;
  for (let number = 2; taken.includes(free); number += 1) free = `${name}之${number}`;
  return free;
};
