import type { Scope } from "../../../language/index.ts";
import type { Change } from "../model.ts";
import { nodesIn, replace, wordsAt, type Place } from "../place.ts";

/** 步行 → 直线 and back; 所在县区内 → 全市. */
export const scopeChanges = (place: Place): readonly Change[] =>
  nodesIn(place, "scope").flatMap((scope): readonly Change[] => {
    const words = exchanged(wordsAt(place, scope.span), scope);
    const { start, end } = scope.span;
    return words === null
      ? []
      : [{ operator: "scope", span: scope.span, ways: [replace(start, end, words)] }];
  });

const exchanged = (words: string, { form }: Scope): string | null => {
  switch (form) {
    case "walking":
      return words.replace("步行", "直线");
    case "straight":
      return words.replace("直线", "步行");
    case "place":
      return "全市";
    case "cityWide":
      return null;
  }
};
