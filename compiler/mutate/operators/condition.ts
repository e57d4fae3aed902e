import type { Atom, Clause, Phrase, Span } from "../../../language/index.ts";
import type { Change } from "../model.ts";
import { lastWord, nodesIn, replace, type Place } from "../place.ts";

/** A且B → A, B: one of the conditions that 且 or 或者 joins is left out. The noun behind 的 stays. */
export const conditionChanges = (place: Place): readonly Change[] => [
  ...nodesIn(place, "clause").flatMap((clause) => inClause(place, clause)),
  ...nodesIn(place, "phrase").flatMap((phrase) => inPhrase(place, phrase)),
];

const inClause = (place: Place, { atoms, joints }: Clause): readonly Change[] =>
  joints.flatMap(({ kind }, index) => {
    const [before, after] = [atoms[index], atoms[index + 1]];
    if (kind === "of" || before === undefined || after === undefined) return [];
    // What stands before the first 且 is left out with it; of every pair the second one goes with the 且 before it.
    const first = index === 0 ? [leftOut(before.span.start, after.span.start)] : [];
    return [...first, leftOut(before.span.end, endOf(place, after))];
  });

const inPhrase = (place: Place, { clauses, connectives }: Phrase): readonly Change[] =>
  connectives.flatMap(({ kind }, index) => {
    const [before, after] = [clauses[index], clauses[index + 1]];
    if (kind === "of" || before === undefined || after === undefined) return [];
    const last = after.atoms.at(-1);
    return [
      ...(index === 0 ? [leftOut(before.span.start, after.span.start)] : []),
      leftOut(before.span.end, last === undefined ? after.span.end : endOf(place, last)),
    ];
  });

/** In 相关情况未得到改善的统筹地区 the condition ends before the 的. */
const endOf = (place: Place, atom: Atom): number => {
  const noun: Span | undefined =
    atom.kind === "plain" && atom.value.kind === "names" && atom.value.joints.at(-1) === true
      ? atom.value.names.at(-1)?.span
      : undefined;
  const of = noun === undefined ? null : lastWord(place, "的", atom.span.start, noun.start);
  return of?.start ?? atom.span.end;
};

const leftOut = (start: number, end: number): Change => ({
  operator: "condition",
  span: { start, end },
  ways: [replace(start, end, "")],
});
