import type { LayoutPart, PolicyView } from "./model.ts";

/** Official text, blocks and marks in the order of the file; together they are the whole file. */
export const layout = (view: PolicyView): readonly LayoutPart[] => {
  const { official, blocks, marks } = view.file.segments;
  const parts: LayoutPart[] = [
    ...official.map((span): LayoutPart => ({ kind: "official", span, keyword: null, name: null })),
    ...marks.map((span): LayoutPart => ({ kind: "mark", span, keyword: null, name: null })),
    ...blocks.map(({ span, keyword, name }): LayoutPart => ({
      kind: "block",
      span,
      keyword,
      name: name === "" ? null : name,
    })),
  ];
  return parts
    .filter(({ span }) => span.end > span.start)
    .sort((left, right) => left.span.start - right.span.start);
};
