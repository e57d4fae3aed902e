import { cover, span, type Phrase, type Span } from "../../language/index.ts";
import type { Condition } from "../model/ir.ts";
import { nounPhraseOf, type NounPhrase } from "./candidates.ts";
import { anyOf, attempt, originOf, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { nounsAsRead } from "./modifier-reach.ts";
import { nounCondition } from "./noun.ts";
import { conditionOfPhrase } from "./phrase.ts";

/**
 * Several phrases with only ， or 、 between them. Nouns mean any of them (医院、药店), and so do values of one
 * field, which exclude each other; the word before the last one speaks for all (A，B，且C). Anything else has
 * two readings, and nothing is guessed.
 */
export const conditionOfPhrases = (phrases: readonly Phrase[], frame: Frame): Condition | null => {
  const first = phrases[0];
  if (first === undefined) return null;
  if (phrases.length === 1) return conditionOfPhrase(first, frame);
  const whole = oneSentence(phrases, frame);
  if (whole !== null) return conditionOfPhrase(whole, frame);
  if (!isAnyOf(phrases, frame)) return null;
  const written = nounsOf(phrases, frame);
  const nouns = written === null ? null : nounsAsRead(phrases, written, frame);
  if (written !== null && nouns === null) return null;
  const { subject } = frame;
  return anyOf(
    phrases.map((phrase, index) => {
      const noun = nouns?.[index];
      return noun === undefined || noun === written![index] || subject === null
        ? conditionOfPhrase(phrase, frame)
        : nounCondition(noun.noun, subject, frame);
    }),
    originOf(frame, spanOf(phrases)),
  );
};

const nounsOf = (phrases: readonly Phrase[], frame: Frame): readonly NounPhrase[] | null => {
  const object = frame.subject?.object ?? null;
  const nouns = phrases.flatMap((phrase) => nounPhraseOf(phrase, frame, object) ?? []);
  return nouns.length === phrases.length && nouns.every(({ noun }) => noun.object === object) ? nouns : null;
};

/** Whether one of the phrases is enough; where that is not written it is reported. */
export const isAnyOf = (phrases: readonly Phrase[], frame: Frame): boolean => {
  if (phrases.length < 2 || endsWithChoice(phrases, frame)) return true;
  const preferred = frame.subject?.object ?? null;
  if (phrases.every((phrase) => nounPhraseOf(phrase, frame, preferred) !== null)) return true;
  const trials = phrases.map((phrase) => attempt(frame, (trial) => conditionOfPhrase(phrase, trial)));
  const broken = trials.filter(({ failed }) => failed);
  if (broken.length > 0) {
    // What is wrong with a part comes first.
    for (const trial of broken) trial.adopt();
    return false;
  }
  if (areValuesOfOneField(trials.map(({ value }) => value))) return true;
  reportUnstated(phrases, frame);
  return false;
};

const COMMAS = /^\s*[，,]\s*$/;
const SEPARATORS = /^[的时\s，,、和与并]*$/;

/** A，B，且C and A，B，或者C as the one phrase that they are. */
const oneSentence = (phrases: readonly Phrase[], frame: Frame): Phrase | null => {
  const last = phrases.at(-1)!;
  const joint = last.connectives[0];
  if (
    joint === undefined ||
    last.connectives.some(({ kind }) => kind !== joint.kind) ||
    phrases.slice(0, -1).some(({ connectives }) => connectives.length > 0) ||
    gapsOf(phrases, frame).some((gap) => !COMMAS.test(gap))
  ) {
    return null;
  }
  const clauses = phrases.flatMap((phrase) => phrase.clauses);
  const connectives = clauses.slice(1).map(() => joint);
  return { ...last, clauses, connectives, span: spanOf(phrases) };
};

/** A、B或者C. */
const endsWithChoice = (phrases: readonly Phrase[], frame: Frame): boolean => {
  const connectives = phrases.flatMap((phrase) => [
    ...phrase.connectives,
    ...phrase.clauses.flatMap(({ joints }) => joints.filter(({ kind }) => kind !== "of")),
  ]);
  const ofLast = phrases.at(-1)!.clauses[0]?.joints.filter(({ kind }) => kind !== "of") ?? [];
  return (
    connectives.length > 0 &&
    connectives.length === ofLast.length &&
    ofLast.every(({ kind }) => kind === "or") &&
    gapsOf(phrases, frame).every((gap) => gap.trim() === "、")
  );
};

const areValuesOfOneField = (conditions: readonly (Condition | null)[]): boolean => {
  const fields = conditions.map((condition) =>
    condition?.kind === "oneOf" && condition.left.kind === "field" ? condition.left : null,
  );
  const first = fields[0] ?? null;
  return (
    first !== null &&
    first.of.kind === "variable" &&
    fields.every(
      (term) =>
        term !== null &&
        term.field === first.field &&
        term.of.kind === "variable" &&
        term.of.index === (first.of.kind === "variable" ? first.of.index : -1),
    )
  );
};

const reportUnstated = (phrases: readonly Phrase[], frame: Frame): void => {
  const where = spanOf(phrases);
  const gaps = gapsOf(phrases, frame);
  const readings = (["and", "or"] as const).map((kind) => readAs(kind, phrases, frame));
  const canReplace = gaps.every((gap) => SEPARATORS.test(gap));
  const marks = [...new Set(gaps.flatMap((gap) => gap.match(/[，,、和与]/)?.[0] ?? []))];
  frame.block.diagnostics.push(
    reportCheck(
      "connective-unstated",
      frame.block.file.source.name,
      where,
      {
        words: originOf(frame, where).words,
        marks: marks.map((mark) => `“${mark}”`).join(""),
        all: readings[0]!,
        any: readings[1]!,
      },
      canReplace
        ? {
            fixes: readings.map((text) => ({
              title: `改为“${text}”`,
              safe: false,
              edits: [{ span: where, newText: text }],
            })),
          }
        : {},
    ),
  );
};

/** The phrases with 且 or 或者 between them, so that what stands inside each stays together. */
const readAs = (kind: "and" | "or", phrases: readonly Phrase[], frame: Frame): string => {
  const word = kind === "and" ? "且" : "或者";
  const holdsOther = phrases.some(({ clauses }) =>
    clauses.some(({ joints }) => joints.some((joint) => joint.kind !== kind && joint.kind !== "of")),
  );
  return phrases
    .map((phrase) => {
      const { words } = originOf(frame, phrase.span);
      return phrase.connectives.some((joint) => joint.kind !== kind) ? `（${words}）` : words;
    })
    .join(holdsOther ? `，${word}` : word);
};

const gapsOf = (phrases: readonly Phrase[], frame: Frame): readonly string[] =>
  phrases
    .slice(1)
    .map((phrase, index) => originOf(frame, span(phrases[index]!.span.end, phrase.span.start)).words);

const spanOf = (phrases: readonly Phrase[]): Span => cover(phrases[0]!.span, phrases.at(-1)!.span);
