import type { ConditionPart, Item, ListHead, Phrase, Scope } from "../../language/index.ts";
import type { Condition } from "../model/ir.ts";
import { type NounPhrase, nounPhraseOf, onlyAtom } from "./candidates.ts";
import { type Frame, allOf, always, anyOf, judged, originOf, speakingOf } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { inferredObject, type PartList } from "./inferred-object.ts";
import { leadingNoun } from "./leading-noun.ts";
import { conditionOfPhrases, isAnyOf } from "./joined-phrases.ts";
import { conditionOfList, recordFrame } from "./list.ts";
import { nounsAsRead } from "./modifier-reach.ts";
import { nounAt, nounCondition, objectsNamed } from "./noun.ts";
import { conditionOfPhrase } from "./phrase.ts";
import { regionOf } from "./scope.ts";

/** The front of a sentence understood: whose record is judged, which records are meant, when it applies. */
export interface Front {
  readonly frame: Frame;
  readonly object: string;
  /** The subject noun: where it is false the sentence does not concern the record. */
  readonly subject: Condition;
  /** The …的 conditions; null where one failed. */
  readonly base: Condition | null;
  /** 公立的，…: the front names nobody, so that a following sentence cannot go on with its subject. */
  readonly isUnnamed: boolean;
}

/**
 * Finds the object that a sentence judges and splits its front into subject noun and conditions. A sentence
 * without a subject goes on with that of the sentence before it: …的药店，可以…；逾期…的，应当….
 */
export const frontOf = (sentence: PartList, frame: Frame, previous: Front | null = null): Front | null => {
  const named = objectOf(sentence, frame, previous !== null);
  const continued = named === null ? previous : null;
  const object =
    named ??
    (continued === null ? inferredObject(sentence, frame) : continued.isUnnamed ? null : continued.object);
  if (object === null) {
    frame.block.diagnostics.push(
      reportCheck("subject-missing", frame.block.file.source.name, sentence.span, {
        words: originOf(frame, sentence.span).words.slice(0, 40),
      }),
    );
    return null;
  }
  const scopes = sentence.parts.map(bareScope);
  const speaking: Frame = { ...judged(frame, object), scope: scopes.find((scope) => scope !== null) ?? null };
  const subjects: (Condition | null)[] = continued === null ? [] : [continued.subject];
  const bases: (Condition | null)[] = [];
  for (const [index, part] of sentence.parts.entries()) {
    const scope = scopes[index] ?? null;
    if (scope !== null && part.head === null) continue;
    const read =
      scope !== null && part.head !== null
        ? { base: listWithin(scope, part.head, sentence.items, speaking) }
        : readPart(part, sentence.items, speaking);
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
    isUnnamed: continued === null && sentence.parts.some((part) => isBareValue(part, object, frame)),
  };
};

const isRestriction = (condition: Condition | null): boolean =>
  condition === null || condition.kind !== "constant" || !condition.value;

/** The noun that names whom the sentence judges, from the first part that has one. */
const objectOf = (sentence: PartList, frame: Frame, canContinue: boolean): string | null => {
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
    if (leading === null) continue;
    const { object, names } = leading.noun;
    if (!isBareValue(part, object, frame)) return object;
    const known = names.map(({ text }) => objectsNamed(frame.block.environment, text));
    const common = known[0]!.filter((other) => known.every((objects) => objects.includes(other)));
    if (!canContinue && common.length === 1) return object;
  }
  return null;
};

/** Without 的, or in front of a list head, a phrase is a noun phrase; with 的 it is a condition. */
const isNounPart = (part: ConditionPart): boolean => part.closing === null || part.head !== null;

/** 公立的，…: before 的 a value is the condition, not whom the sentence judges. */
const isBareValue = (part: ConditionPart, object: string, frame: Frame): boolean => {
  const [first] = part.phrases;
  if (isNounPart(part) || first === undefined) return false;
  const leading = leadingNoun(first, frame, object);
  return leading !== null && leading.rest === null && leading.noun.names[0]!.text !== leading.noun.object;
};

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
  const leading = isBareValue(part, object, frame) ? null : leadingNoun(first!, frame, object);
  const subject =
    leading !== null && leading.noun.object === object
      ? nounCondition(leading.noun, frame.subject!, frame)
      : undefined;
  const phrases =
    subject === undefined ? part.phrases : leading!.rest === null ? others : [leading!.rest, ...others];
  const said = phrases.length === 0 ? undefined : conditionOfPhrases(phrases, frame);
  const list = part.head === null ? undefined : listOf(part.head, items, frame);
  return {
    ...(subject === undefined ? {} : { subject }),
    ...bothBases(said, list, part, frame),
  };
};

/** A、B、C的N, or N1、N2: one noun for all, or each its own. */
const readNouns = (
  part: ConditionPart,
  written: readonly (NounPhrase | null)[],
  last: NounPhrase,
  items: readonly Item[],
  frame: Frame,
): Read => {
  const found = written.filter((noun) => noun !== null);
  const nouns = found.length < written.length ? written : nounsAsRead(part.phrases, found, frame);
  if (nouns === null) return { base: null };
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
  if (nouns.includes(null) && !isAnyOf(conditionsOf(part, last), frame)) return { base: null };
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

/** A、B的N as A、B: the noun at the end belongs to all of them. */
const conditionsOf = (part: ConditionPart, last: NounPhrase): readonly Phrase[] =>
  last.rest === null ? part.phrases : [...part.phrases.slice(0, -1), last.rest];

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

/** 所在县区内有下列情形之一: the items speak of that place; 全市 and distances bound what they look for. */
const listWithin = (scope: Scope, head: ListHead, items: readonly Item[], frame: Frame): Condition | null => {
  if (scope.form !== "place" || scope.extent === null) return listOf(head, items, { ...frame, scope });
  const region = regionOf(scope.extent, frame);
  return region === null ? null : listOf(head, items, { ...speakingOf(frame, region), scope: null });
};

const bothBases = (
  said: Condition | null | undefined,
  list: Condition | null | undefined,
  part: ConditionPart,
  frame: Frame,
): { readonly base?: Condition | null } => {
  if (said === undefined) return list === undefined ? {} : { base: list };
  return { base: list === undefined ? said : allOf([said, list], originOf(frame, part.span)) };
};

/** 每个县区内, standing alone before the modal. */
const bareScope = (part: ConditionPart): Scope | null => {
  const atom = part.phrases.length === 1 ? onlyAtom(part.phrases[0]!) : null;
  return atom?.kind === "within" && atom.inner === null ? atom.scope : null;
};

const silent = (frame: Frame): Frame => ({ ...frame, block: { ...frame.block, diagnostics: [], uses: [] } });
