import type { NormSentence, RuleBlock } from "../../language/index.ts";
import { lookUp } from "../resolve/declared.ts";
import { onlyAtom } from "./candidates.ts";
import { blockFrame, type Frame } from "./context.ts";
import { frontObject } from "./subject.ts";

export interface RuleShape {
  readonly kind: "measure" | "requirement" | "both";
  readonly object: string | null;
}

/** What a rule gives and whom it judges, found without checking it whole. */
export const ruleShape = (block: RuleBlock, frame: Frame): RuleShape => {
  const silent = blockFrame({ ...frame.block, diagnostics: [], uses: [] });
  let measures = 0;
  let requirements = 0;
  for (const sentence of block.sentences) {
    for (const action of sentence.actions) {
      if (action.head === null && action.phrases.every((phrase) => isMeasure(phrase, frame))) measures += 1;
      else requirements += 1;
    }
  }
  const first = block.sentences[0];
  return {
    kind: measures > 0 && requirements > 0 ? "both" : requirements > 0 ? "requirement" : "measure",
    object: first === undefined ? null : sentenceObject(first, silent),
  };
};

const sentenceObject = (sentence: NormSentence, frame: Frame): string | null =>
  frontObject(
    {
      parts: sentence.parts,
      items: sentence.actions.some((action) => action.head !== null) ? [] : sentence.items,
      hints: sentence.actions.flatMap((action) => action.phrases),
      span: sentence.span,
    },
    frame,
  );

const isMeasure = (phrase: NormSentence["actions"][number]["phrases"][number], frame: Frame): boolean => {
  const atom = onlyAtom(phrase);
  if (atom?.kind !== "plain" || atom.value.kind !== "names") return false;
  return lookUp(frame.block.environment.declarations, "measure", atom.value.names[0]!.text) !== undefined;
};
