import type { BehaviourChange, Comparison, Witness } from "../../../../compiler/model/change.ts";
import {
  placesWords,
  shownChanges,
  verdictLine,
} from "../../../../compiler/report/comparison/section-words.ts";
import {
  citationLines,
  reasonsOf,
  resultWords,
  witnessesOf,
} from "../../../../compiler/report/comparison/witness-words.ts";
import { verdictWord } from "../../../../compiler/report/comparison/words.ts";
import { dayInChinese } from "../../../../compiler/report/day.ts";
import type { BehaviourView, WitnessResultView, WitnessView } from "../view-model.ts";
import { bothPlaces, type PlaceReader, type Side } from "./places.ts";

/** What the rules decide: a verdict for each pair, with the smallest cases that show the difference. */
export const behaviourViews = (comparison: Comparison, read: PlaceReader): readonly BehaviourView[] =>
  comparison.behaviour.map((change) => behaviourView(comparison, change, read));

const behaviourView = (comparison: Comparison, change: BehaviourChange, read: PlaceReader): BehaviourView => {
  const { shown, hidden } = witnessesOf(change);
  return {
    about: change.about,
    places: placesWords(change),
    verdict: change.verdict,
    word: verdictWord(change),
    line: verdictLine(comparison, change),
    ground: change.ground,
    ...bothPlaces(read, change),
    witnesses: [...shown, ...hidden].map((witness) => witnessView(comparison, witness)),
    shown: shown.length,
  };
};

const witnessView = (comparison: Comparison, witness: Witness): WitnessView => ({
  about: `基准日${dayInChinese(witness.at)}，${witness.record.object}「${witness.record.id}」`,
  facts: witness.facts,
  left: resultView(witness, "left"),
  right: resultView(witness, "right"),
  shows: shownChanges(comparison, witness),
});

const resultView = (witness: Witness, side: Side): WitnessResultView => ({
  result: resultWords(witness[side]),
  reasons: reasonsOf(witness[side]),
  citations: citationLines(witness[side]),
  caseText: witness.cases[side],
});
