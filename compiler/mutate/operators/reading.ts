import { printNumeral, type ReadingGuard } from "../../../language/index.ts";
import { lookUp } from "../../resolve/declared.ts";
import type { Change } from "../model.ts";
import { nodesIn, replace, wordsAt, type Place } from "../place.ts";

/** 限「等情况」读法二 → 读法一: the words count under another reading. */
export const readingChanges = (place: Place): readonly Change[] =>
  guardsIn(place).flatMap((guard) => {
    const reading = lookUp(place.declarations, "reading", guard.reading.text);
    const words = wordsAt(place, guard.span);
    return (reading?.block.options ?? [])
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
  });

const guardsIn = (place: Place): readonly ReadingGuard[] =>
  [
    ...nodesIn(place, "item").map(({ guard }) => guard),
    ...nodesIn(place, "norm").map(({ guard }) => guard),
    ...(place.block.kind === "exception" ? place.block.sentences.map(({ guard }) => guard) : []),
  ].filter((guard) => guard !== null);
