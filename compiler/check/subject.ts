import { span, type Atom, type ConditionPart, type Item, type ListHead, type Names, type NormSentence, type Phrase, type Scope } from "../../language/index.ts";
import type { Condition } from "../model/ir.ts";
import { nounPhraseOf, onlyAtom, type NounPhrase } from "./candidates.ts";
import { allOf, always, anyOf, judged, originOf, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { dropLeading, leadingNames, namesBetween } from "./edges.ts";
import { conditionOfList, recordFrame } from "./list.ts";
import { nounAt, nounCondition, type Noun } from "./noun.ts";
import { conditionOfAny, conditionOfPhrase } from "./phrase.ts";

/** The front of a sentence understood: whose record is judged, which records are meant, when it applies. */
export interface Front {
  readonly frame: Frame;
  readonly object: string;
  /** The subject noun: where it is false the sentence does not concern the record. */
  readonly subject: Condition;
  /** The …的 conditions; null where one failed. */
  readonly base: Condition | null;
}

export interface PartList {
  readonly parts: readonly ConditionPart[];
  readonly items: readonly Item[];
  /** Phrases behind the front whose fields may tell the object. */
  readonly hints: readonly Phrase[];
  readonly span: Phrase["span"];
}

/**
 * Finds the object that a sentence judges and splits its front into subject noun and conditions. A sentence
 * without a subject goes on with that of the sentence before it: …的药店，可以…；逾期…的，应当….
 */
export const frontOf = (sentence: PartList, frame: Frame, previous: Front | null = null): Front | null => {
  const named = objectOf(sentence, frame);
  const continued = named === null ? previous : null;
  const object = named ?? continued?.object ?? inferredObject(sentence, frame);
  if (object === null) {
    frame.block.diagnostics.push(
      reportCheck("subject-missing", frame.block.file.source.name, sentence.span, {
        words: originOf(frame, sentence.span).words.slice(0, 40),
      }),
    );
    return null;
  }
  let speaking = judged(frame, object);
  const subjects: (Condition | null)[] = continued === null ? [] : [continued.subject];
  const bases: (Condition | null)[] = [];
  for (const part of sentence.parts) {
    const scope = bareScope(part);
    if (scope !== null) {
      speaking = { ...speaking, scope };
      continue;
    }
    const read = readPart(part, sentence.items, speaking);
    if (read.subject !== undefined) subjects.push(read.subject);
    if (read.base !== undefined) bases.push(read.base);
  }
  if (subjects.includes(null)) return null;
  const origin = originOf(speaking, sentence.span);
  const subject = allOf(subjects.filter(isRestriction), origin);
  return {
    frame: speaking,
    object,
    subject: subjects.some(isRestriction) && subject !== null ? subject : always(origin),
    base: bases.length === 0 ? always(origin) : allOf(bases, origin),
  };
};

const isRestriction = (condition: Condition | null): boolean =>
  condition === null || condition.kind !== "constant" || !condition.value;

/** The noun that names whom the sentence judges, from the first part that has one. */
const objectOf = (sentence: PartList, frame: Frame): string | null => {
  for (const part of sentence.parts) {
    const scope = bareScope(part);
    if (scope?.extent?.kind === "names") {
      const found = nounAt(frame.block.environment, scope.extent, 0, null);
      if (found !== null) return found.noun.object;
    }
    for (const phrase of [...part.phrases].reverse()) {
      const noun = isNounPart(part) ? nounPhraseOf(phrase, silent(frame))?.noun : undefined;
      if (noun !== undefined) return noun.object;
    }
    const leading = part.phrases[0] === undefined ? null : leadingNoun(part.phrases[0], frame, null);
    if (leading !== null) return leading.noun.object;
  }
  return null;
};

/** Without 的, or in front of a list head, a phrase is a noun phrase; with 的 it is a condition. */
const isNounPart = (part: ConditionPart): boolean => part.closing === null || part.head !== null;

interface Read {
  readonly subject?: Condition | null;
  readonly base?: Condition | null;
}

const readPart = (part: ConditionPart, items: readonly Item[], frame: Frame): Read => {
  const object = frame.subject!.object;
  if (part.phrases.length === 0) return part.head === null ? {} : { base: listOf(part.head, items, frame) };
  if (isNounPart(part)) {
    const nouns = part.phrases.map((phrase) => nounPhraseOf(phrase, frame, object));
    const last = nouns.at(-1) ?? null;
    if (last !== null && last.noun.object === object) return readNouns(part, nouns, last, items, frame);
  }
  const [first, ...others] = part.phrases;
  const record = part.head === null || others.length > 0 ? null : recordFrame(first!, frame);
  if (part.head !== null && record !== null) return { base: listOf(part.head, items, record) };
  const leading = leadingNoun(first!, frame, object);
  const subject = leading !== null && leading.noun.object === object ? nounCondition(leading.noun, frame.subject!, frame) : undefined;
  const phrases = subject === undefined ? part.phrases : leading!.rest === null ? others : [leading!.rest, ...others];
  const said = phrases.length === 0 ? undefined : conditionOfAny(phrases, frame);
  const list = part.head === null ? undefined : listOf(part.head, items, frame);
  return {
    ...(subject === undefined ? {} : { subject }),
    ...bothBases(said, list, part, frame),
  };
};

/** A、B、C的N, or N1、N2: one noun for all, or each its own. */
const readNouns = (
  part: ConditionPart,
  nouns: readonly (NounPhrase | null)[],
  last: NounPhrase,
  items: readonly Item[],
  frame: Frame,
): Read => {
  const origin = originOf(frame, part.span);
  const subject = frame.subject!;
  const each = nouns.map((noun, index) => {
    const own = noun ?? last;
    const filter = nounCondition(own.noun, subject, frame);
    const rest = noun === null ? part.phrases[index]! : noun.rest;
    return { filter, rest: rest === null ? null : conditionOfPhrase(rest, frame), hasRest: rest !== null };
  });
  const filters = each.every(({ filter }) => !isRestriction(filter))
    ? always(origin)
    : anyOf(dedupe(each.map(({ filter }) => filter)), origin);
  const hasRests = each.some(({ hasRest }) => hasRest);
  const distinct = nouns.filter((noun) => noun !== null).length > 1;
  const rests = hasRests
    ? anyOf(
        each.map(({ filter, rest, hasRest }) =>
          !hasRest ? filter : distinct && isRestriction(filter) ? allOf([filter, rest], origin) : rest,
        ),
        origin,
      )
    : undefined;
  if (part.head === null) return { subject: filters, ...(rests === undefined ? {} : { base: rests }) };
  // Before a list head the whole noun phrase says who is meant, and the list says when.
  const whole = rests === undefined ? filters : allOf([filters, rests].filter(isRestriction), origin);
  return { subject: whole, base: listOf(part.head, items, frame) };
};

const dedupe = (conditions: readonly (Condition | null)[]): readonly (Condition | null)[] => {
  const seen = new Set<string>();
  return conditions.filter((condition) => {
    const key = condition === null ? "" : condition.origin.words;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

const listOf = (head: ListHead, items: readonly Item[], frame: Frame): Condition | null =>
  conditionOfList(head, items, "condition", frame);

const bothBases = (
  said: Condition | null | undefined,
  list: Condition | null | undefined,
  part: ConditionPart,
  frame: Frame,
): { readonly base?: Condition | null } => {
  if (said === undefined) return list === undefined ? {} : { base: list };
  return { base: list === undefined ? said : allOf([said, list], originOf(frame, part.span)) };
};

interface Leading {
  readonly noun: Noun;
  readonly names: Names;
  readonly rest: Phrase | null;
}

/** 定点医药机构年度医保业务量为0笔: the noun in front, and the phrase without it. */
const leadingNoun = (phrase: Phrase, frame: Frame, preferred: string | null): Leading | null => {
  const clause = phrase.clauses[0];
  const atom = clause?.atoms[0];
  const names = atom === undefined ? null : leadingNames(atom);
  if (clause === undefined || atom === undefined || names === null || names.lead === "cityWide") return null;
  const found = nounAt(frame.block.environment, names, 0, preferred);
  if (found === null) return null;
  const rest = dropLeading(atom, found.end);
  if (rest === null) {
    const isAlone = clause.atoms.length === 1 && phrase.clauses.length === 1;
    return isAlone && atom.kind === "plain" ? { noun: found.noun, names, rest: null } : null;
  }
  const first = { ...clause, atoms: [rest, ...clause.atoms.slice(1)], span: span(rest.span.start, clause.span.end) };
  return {
    noun: found.noun,
    names: namesBetween(names, 0, found.end),
    rest: { ...phrase, clauses: [first, ...phrase.clauses.slice(1)], span: span(rest.span.start, phrase.span.end) },
  };
};

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

/** 每个县区内, standing alone before the modal. */
const bareScope = (part: ConditionPart): Scope | null => {
  const atom = part.phrases.length === 1 ? onlyAtom(part.phrases[0]!) : null;
  return atom?.kind === "within" && atom.inner === null ? atom.scope : null;
};

/** Without a written subject: the one object that has all the fields that the phrases begin with. */
const inferredObject = (sentence: PartList, frame: Frame): string | null => {
  const { members } = frame.block.environment.declarations;
  let objects: readonly string[] | null = null;
  const visit = (phrase: Phrase): void => {
    for (const clause of phrase.clauses) {
      for (const atom of clause.atoms) {
        const name = firstName(atom);
        const having = name === null ? [] : [...members].filter(([, known]) => known.has(name)).map(([object]) => object);
        if (having.length > 0) objects = objects === null ? having : objects.filter((object) => having.includes(object));
      }
    }
  };
  const visitItem = (item: Item): void => {
    item.phrases.forEach(visit);
    item.items.forEach(visitItem);
  };
  for (const part of sentence.parts) part.phrases.forEach(visit);
  sentence.items.forEach(visitItem);
  sentence.hints.forEach(visit);
  const found: readonly string[] = objects ?? [];
  return found.length === 1 ? found[0]! : null;
};

const firstName = (atom: Atom): string | null => {
  if (atom.kind === "negated") return firstName(atom.operand);
  const names: Names | null = leadingNames(atom);
  if (names !== null) return names.names[0]?.text ?? null;
  if (atom.kind === "elapsed" && atom.from.kind === "names") return atom.from.names[0]?.text ?? null;
  if (atom.kind === "existence") {
    const first = atom.body.atoms[0];
    return first === undefined ? null : firstName(first);
  }
  return null;
};

const silent = (frame: Frame): Frame => ({ ...frame, block: { ...frame.block, diagnostics: [], uses: [] } });
