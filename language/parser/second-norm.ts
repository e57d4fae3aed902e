import type { Action, Name, NormSentence } from "../ast.ts";
import { endOf, T } from "../lexer/tokens.ts";
import type { Span } from "../source.ts";
import type { Role, Vocabulary } from "../vocabulary.ts";
import type { BlockReading } from "./block-context.ts";
import type { Unit } from "./units.ts";

/**
 * A subject or condition behind an action begins another norm. Its conditions must not be added to those of
 * the first one, and who is meant may be left unsaid, so that only the drafter can part the two.
 */
export const reportSecondNorm = (reading: BlockReading, sentence: NormSentence, unit: Unit): void => {
  const span = secondNorm(sentence, reading.input.vocabulary);
  if (span === null) return;
  const comma = unit.tokens.findLast(
    (token) => token.tokenType === T.Comma && token.startOffset < span.start,
  );
  reading.report(
    "two-norms-in-sentence",
    span,
    { words: reading.input.text.slice(span.start, span.end) },
    comma === undefined
      ? []
      : [
          {
            title: "分成两句",
            safe: false,
            edits: [{ span: { start: comma.startOffset, end: endOf(comma) }, newText: "。" }],
          },
        ],
  );
};

const secondNorm = ({ parts, actions }: NormSentence, vocabulary: Vocabulary): Span | null => {
  const first = actions[0];
  const part = first === undefined ? undefined : parts.find(({ span }) => span.start > first.span.start);
  if (part !== undefined) return part.span;
  // 公立定点医疗机构应当…，民营定点医疗机构，应当…: without 的 the second subject looks like an action.
  return actions.slice(0, -1).find((action) => isNoun(action, vocabulary))?.span ?? null;
};

const isNoun = ({ modal, phrases }: Action, vocabulary: Vocabulary): boolean =>
  modal === null &&
  phrases.length > 0 &&
  phrases.every(({ clauses }) => {
    const atom = clauses.length === 1 && clauses[0]!.atoms.length === 1 ? clauses[0]!.atoms[0]! : null;
    return (
      atom?.kind === "plain" &&
      atom.value.kind === "names" &&
      atom.value.names.every((name) => namesRecords(name, vocabulary))
    );
  });

const namesRecords = ({ text }: Name, vocabulary: Vocabulary): boolean => {
  let known = nouns.get(vocabulary);
  if (known === undefined) {
    const { declarations } = vocabulary;
    const others = new Set(declarations.filter(({ role }) => !NOUNS.has(role)).map((each) => each.text));
    known = new Set(declarations.map((each) => each.text).filter((name) => !others.has(name)));
    nouns.set(vocabulary, known);
  }
  return known.has(text);
};

/** 定点医药机构, 民营: names that stand for records only. */
const NOUNS: ReadonlySet<Role> = new Set(["object", "value"]);

const nouns = new WeakMap<Vocabulary, ReadonlySet<string>>();
