import type { Checked, Diagnostic, Phrase, PolicyFile } from "../../language/index.ts";
import type { Condition } from "../model/ir.ts";
import { allOf, blockFrame, judged, originOf, type BlockContext } from "./context.ts";
import type { Environment } from "./environment.ts";
import { nounPhraseOf } from "./candidates.ts";
import { nounCondition } from "./noun.ts";
import { conditionOfPhrase } from "./phrase.ts";

/** One condition by itself, asked of records of `object`; a noun phrase asks whether the record is one. */
export const checkCondition = (
  phrase: Phrase,
  object: string,
  file: PolicyFile,
  environment: Environment,
): Checked<Condition | null> => {
  const diagnostics: Diagnostic[] = [];
  const context: BlockContext = {
    environment,
    file,
    provision: null,
    inclusive: new Map(),
    diagnostics,
    uses: [],
    quote: () => [],
  };
  const frame = judged(blockFrame(context), object);
  const noun = nounPhraseOf(phrase, frame, object);
  if (noun !== null && noun.noun.object === object && noun.place === null && noun.scope === null) {
    const filter = nounCondition(noun.noun, frame.subject!, frame);
    const rest = noun.rest === null ? null : conditionOfPhrase(noun.rest, frame);
    const value = noun.rest === null ? filter : allOf([filter, rest], originOf(frame, phrase.span));
    return { value, diagnostics };
  }
  return { value: conditionOfPhrase(phrase, frame), diagnostics };
};
