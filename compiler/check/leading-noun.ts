import { span, type Atom, type Names, type NormSentence, type Phrase } from "../../language/index.ts";
import type { Frame } from "./context.ts";
import { dropLeading, leadingNames, namesBetween } from "./edges.ts";
import { nounAt, type Noun } from "./noun.ts";

interface Leading {
  readonly noun: Noun;
  readonly names: Names;
  readonly rest: Phrase | null;
}

/** 定点医药机构年度医保业务量为0笔: the noun in front, and the phrase without it. */
export const leadingNoun = (phrase: Phrase, frame: Frame, preferred: string | null): Leading | null => {
  const clause = phrase.clauses[0];
  const atom = clause?.atoms[0];
  const names = atom === undefined ? null : leadingNames(atom);
  if (clause === undefined || atom === undefined || names === null || names.lead === "cityWide") return null;
  const longest = nounAt(frame.block.environment, names, 0, preferred);
  if (longest === null) return null;
  const found = withoutPredicate(longest, names);
  const rest = dropLeading(atom, found.end);
  if (rest === null) {
    const isAlone = clause.atoms.length === 1 && phrase.clauses.length === 1;
    return isAlone && atom.kind === "plain" ? { noun: found.noun, names, rest: null } : null;
  }
  const first = {
    ...clause,
    atoms: [rest, ...clause.atoms.slice(1)],
    span: span(rest.span.start, clause.span.end),
  };
  return {
    noun: found.noun,
    names: namesBetween(names, 0, found.end),
    rest: {
      ...phrase,
      clauses: [first, ...phrase.clauses.slice(1)],
      span: span(rest.span.start, phrase.span.end),
    },
  };
};

/** 定点医药机构公立: a noun ends in its class, so that what stands behind the object's own name is said of it. */
const withoutPredicate = (found: Found, names: Names): Found => {
  const { object, names: used } = found.noun;
  return used.length > 1 && used[0]!.text === object && names.names.length === found.end
    ? { noun: { object, names: used.slice(0, 1), span: used[0]!.span }, end: 1 }
    : found;
};

interface Found {
  readonly noun: Noun;
  readonly end: number;
}

/** 鼓励民营医疗机构具有…: the subject stands behind the modal; it is put in front. */
export const withSubjectInFront = (sentence: NormSentence, frame: Frame): NormSentence => {
  const [action, ...others] = sentence.actions;
  const phrase = action?.phrases[0];
  if (sentence.parts.length > 0 || action === undefined || phrase === undefined) return sentence;
  const leading = leadingNoun(phrase, frame, null);
  if (leading === null || leading.rest === null) return sentence;
  const { names, rest } = leading;
  const atom: Atom = { kind: "plain", value: names, span: names.span };
  const subject: Phrase = {
    kind: "phrase",
    clauses: [{ kind: "clause", atoms: [atom], joints: [], span: names.span }],
    connectives: [],
    span: names.span,
  };
  return {
    ...sentence,
    parts: [{ kind: "conditionPart", phrases: [subject], head: null, closing: null, span: names.span }],
    actions: [{ ...action, phrases: [rest, ...action.phrases.slice(1)] }, ...others],
  };
};
