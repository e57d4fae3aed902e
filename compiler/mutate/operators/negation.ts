import type { Change } from "../model.ts";
import { lastWord, nodesIn, replace, type Place } from "../place.ts";

/** A condition without its 未, 不 or 没有. */
export const negationChanges = (place: Place): readonly Change[] => [
  ...nodesIn(place, "negated").map(({ span, operand }): Change => ({
    operator: "negation",
    span,
    ways: [replace(span.start, operand.span.start, "")],
  })),
  ...nodesIn(place, "existence").flatMap(({ negated, word, span, body }) =>
    negated ? wordChange(place, word, POSITIVE[word] ?? "有", span.start, body.span.start) : [],
  ),
  ...nodesIn(place, "equality").flatMap(({ negated, span, values }) =>
    negated ? wordChange(place, "不为", "为", span.start, values[0]?.span.start ?? span.end) : [],
  ),
  ...nodesIn(place, "membership").flatMap(({ negated, span, of }) =>
    negated ? wordChange(place, "不属于", "属于", span.start, of.span.start) : [],
  ),
  ...nodesIn(place, "sameness").flatMap(({ negated, span }) =>
    negated
      ? ["不相同", "不同"]
          .flatMap((word) => wordChange(place, word, "相同", span.start, span.end))
          .slice(0, 1)
      : [],
  ),
  ...negativeNames(place),
];

const POSITIVE: Readonly<Record<string, string>> = {
  没有: "有",
  无: "有",
  不存在: "存在",
  不具备: "具备",
  不具有: "具有",
  未配备: "配备",
  未具备: "具备",
};

/** 相关情况未得到改善 is the negative name of a field: its positive one stands instead. */
const negativeNames = (place: Place): readonly Change[] =>
  nodesIn(place, "name").flatMap(({ text, span }): readonly Change[] => {
    const field = place.declarations.byName
      .get(text)
      ?.find((declared) => declared.kind === "field" && declared.negative);
    return field?.kind === "field"
      ? [{ operator: "negation", span, ways: [replace(span.start, span.end, field.field.name)] }]
      : [];
  });

const wordChange = (
  place: Place,
  word: string,
  other: string,
  start: number,
  end: number,
): readonly Change[] => {
  const at = lastWord(place, word, start, end);
  return at === null ? [] : [{ operator: "negation", span: at, ways: [replace(at.start, at.end, other)] }];
};
