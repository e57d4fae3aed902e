import type { Condition, Origin } from "../../compiler/model/ir.ts";

type List = Extract<Condition, { operands: readonly Condition[] }>;

/** Marks the operands of a list as its items; items of lists inside carry the outer marker before theirs. */
export const item = (condition: List): Condition => ({
  ...condition,
  operands: condition.operands.map((operand, index) => {
    const marker = `（${"一二三四五"[index]!}）`;
    const marked = behind(operand, marker);
    return { ...marked, origin: { ...marked.origin, item: marker, basis: basisOf(index) } };
  }),
});

/** The third item of every list rests on the words that its rule rests on. */
const basisOf = (index: number): Origin["basis"] =>
  index >= 2
    ? []
    : [
        {
          path: `1.${index + 1}`,
          label: `第一条第（${"一二"[index]!}）项`,
          quote: `依据${index + 1}`,
          span: { start: 100 + 10 * index, end: 104 + 10 * index },
        },
      ];

const behind = (condition: Condition, marker: string): Condition => {
  const { item: own } = condition.origin;
  const marked =
    own === null ? condition : { ...condition, origin: { ...condition.origin, item: marker + own } };
  if ("operands" in marked)
    return { ...marked, operands: marked.operands.map((operand) => behind(operand, marker)) };
  return marked.kind === "not" ? { ...marked, operand: behind(marked.operand, marker) } : marked;
};
