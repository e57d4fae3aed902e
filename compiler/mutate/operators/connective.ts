import type { Joint } from "../../../language/index.ts";
import type { Change } from "../model.ts";
import { lastWord, nodesIn, type Place } from "../place.ts";

/** 且 → 或者 and 或者 → 且; where one alone would leave two readings, all of one condition together. */
export const connectiveChanges = (place: Place): readonly Change[] => [
  ...nodesIn(place, "clause").flatMap(({ joints }) => changesOf(place, joints)),
  ...nodesIn(place, "phrase").flatMap(({ connectives }) => changesOf(place, connectives)),
];

const changesOf = (place: Place, joints: readonly Joint[]): readonly Change[] => {
  const joining = joints.filter(({ kind }) => kind !== "of");
  return joining.map((joint) => ({
    operator: "connective",
    span: joint.span,
    ways: [[joint], joining.filter(({ kind }) => kind === joint.kind)].map((changed) =>
      changed.flatMap((each) => exchanged(place, each)),
    ),
  }));
};

const exchanged = (place: Place, { kind, word, span }: Joint) => {
  const at = lastWord(place, word, span.start, span.end) ?? span;
  return [{ span: at, newText: kind === "and" ? "或者" : "且" }];
};
