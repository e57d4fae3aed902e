import type { RankingBlock } from "../../language/index.ts";
import type { Ranking, Term } from "../model/ir.ts";
import { nounPhraseOf } from "./candidates.ts";
import { allOf, blockFrame, judged, originOf, type BlockContext, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { memberOf, referencesTo } from "./member.ts";
import { nounCondition, objectsNamed } from "./noun.ts";
import { conditionOfPhrase } from "./phrase.ts";
import { termOf } from "./term.ts";
import { describeType } from "./types.ts";

/** 【排名】: who is ranked, in which groups, by which keys, and how ties end. */
export const checkRanking = (block: RankingBlock, context: BlockContext): Ranking | null => {
  const name = block.name?.text ?? null;
  const frame = blockFrame(context, context.quote(block.basis));
  const file = context.file.source.name;
  const members = nounPhraseOf(block.members, frame);
  if (members === null) {
    context.diagnostics.push(
      reportCheck("noun-expected", file, block.members.span, {
        words: originOf(frame, block.members.span).words,
        word: "排名",
      }),
    );
    return null;
  }
  // A ranking that does not say how ties end was reported when it was read.
  if (block.ties === null) return null;
  const inner = judged(frame, members.noun.object);
  const filter = nounCondition(members.noun, inner.subject!, inner);
  const said =
    members.rest === null
      ? filter
      : allOf([filter, conditionOfPhrase(members.rest, inner)], originOf(inner, block.members.span));
  const group = block.group === null ? null : groupOf(block, members.noun.object, inner);
  const keys = block.keys.map((key) => ({
    term: keyOf(termOf(key.value, inner), inner),
    descending: key.descending,
  }));
  const known = keys.flatMap(({ term, descending }) => (term === null ? [] : [{ term, descending }]));
  if (
    name === null ||
    said === null ||
    group === undefined ||
    known.length < keys.length ||
    keys.length === 0
  )
    return null;
  return {
    kind: "ranking",
    id: name,
    name,
    object: members.noun.object,
    origin: originOf(inner, block.span),
    members: said,
    group,
    keys: known,
    ties: block.ties,
    shareRounding: block.shareRounding,
  };
};

/** 同一县区: the reference of the members that makes the groups; undefined where there is none. */
const groupOf = (block: RankingBlock, object: string, frame: Frame): string | null | undefined => {
  const names = block.group!;
  if (names.lead === "cityWide") return null;
  const last = names.names.at(-1)!;
  if (memberOf(frame, object, last.text)?.kind === "field") return last.text;
  const regions = objectsNamed(frame.block.environment, last.text);
  const fields = regions.flatMap((region) => referencesTo(frame, object, region));
  if (fields.length === 1) return fields[0];
  frame.block.diagnostics.push(
    reportCheck(
      fields.length === 0 ? "no-region-field" : "ambiguous-region-field",
      frame.block.file.source.name,
      names.span,
      {
        object,
        region: last.text,
        fields: fields.map((field) => `“${field}”`).join("、"),
      },
    ),
  );
  return undefined;
};

/** Numbers, dates and ordered values can be ranked. */
const keyOf = (term: Term | null, frame: Frame): Term | null => {
  if (term === null) return null;
  const { type } = term;
  if (
    type.kind === "number" ||
    type.kind === "date" ||
    (type.kind === "enumeration" && type.ascending !== null)
  )
    return term;
  frame.block.diagnostics.push(
    reportCheck("number-expected", frame.block.file.source.name, term.origin.span, {
      what: "排名",
      words: term.origin.words,
      found: describeType(type),
    }),
  );
  return null;
};
