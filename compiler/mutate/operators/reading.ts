import { printNumeral, type ReadingGuard } from "../../../language/index.ts";
import { lookUp } from "../../resolve/declared.ts";
import type { Change } from "../model.ts";
import { nodesIn, replace, wordsAt, type Place } from "../place.ts";

/** 限「等情况」读法二 → 读法一, or left out: the words count under another reading, or under each. */
export const readingChanges = (place: Place): readonly Change[] =>
  guardsIn(place).flatMap((guard) => {
    const reading = lookUp(place.declarations, "reading", guard.reading.text);
    const words = wordsAt(place, guard.span);
    const others = (reading?.block.options ?? [])
      .filter(({ number }) => number !== guard.option)
      .map(({ number }) => ({
        operator: "reading" as const,
        span: guard.span,
        ways: [
          replace(
            guard.span.start,
            guard.span.end,
            words.replace(/读法[^读]*$/u, `读法${printNumeral(number)}`),
          ),
        ],
      }));
    return [...others, ...leftOut(place, guard)];
  });

const leftOut = ({ text }: Place, { span }: ReadingGuard): readonly Change[] => {
  const start = text.slice(0, span.start).search(/，\s*$/u);
  return start < 0
    ? []
    : [{ operator: "reading", span: { start, end: span.end }, ways: [replace(start, span.end, "")] }];
};

const guardsIn = (place: Place): readonly ReadingGuard[] =>
  [
    ...nodesIn(place, "item").map(({ guard }) => guard),
    ...nodesIn(place, "norm").map(({ guard }) => guard),
    ...(place.block.kind === "exception" ? place.block.sentences.map(({ guard }) => guard) : []),
  ].filter((guard) => guard !== null);
