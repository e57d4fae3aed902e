import type { ListHead } from "../../../language/index.ts";
import type { Change } from "../model.ts";
import { nodesIn, replace, wordsAt, type Place } from "../place.ts";

/** 有下列情形之一 → 同时有下列情形, 同时符合下列条件 → 符合下列条件之一, 至少2项 → 至少3项, 至少1项. */
export const listHeadChanges = (place: Place): readonly Change[] =>
  nodesIn(place, "listHead").map((head) => ({
    operator: "listHead",
    span: head.span,
    ways: [replace(head.span.start, head.span.end, exchanged(wordsAt(place, head.span), head))],
  }));

const exchanged = (words: string, { mode }: ListHead): string => {
  switch (mode) {
    case "any":
      return `${words.startsWith("下列") ? "同时符合" : "同时"}${words.replace(/之一$/u, "")}`;
    case "all":
      return `${words.replace(/^同时/u, "")}之一`;
    case "atLeast":
      // The number itself is changed like any other.
      return words;
  }
};
