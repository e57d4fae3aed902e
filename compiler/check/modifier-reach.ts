import { cover, type Name, type Names, type Phrase, type Span } from "../../language/index.ts";
import type { NounPhrase } from "./candidates.ts";
import { originOf, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";

/**
 * How far 的 reaches in nouns joined by 、. 公立、民营的医院 are values of one field, and both belong to 医院;
 * 公立、二级以上的医院 and 未续签的医院、药店 can be read in two ways. Null after reporting it.
 */
export const nounsAsRead = (
  phrases: readonly Phrase[],
  nouns: readonly NounPhrase[],
  frame: Frame,
): readonly NounPhrase[] | null => {
  const shapes = phrases.map((phrase, index) => shapeOf(phrase, nouns[index]!));
  const last = shapes.at(-1)!;
  const read: NounPhrase[] = [];
  for (const [index, noun] of nouns.entries()) {
    const shape = shapes[index]!;
    if (index === nouns.length - 1 || !isAdjectiveBefore(shape, last, frame)) {
      read.push(noun);
      continue;
    }
    const field = fieldsOf(shape.head, noun.noun.object, frame)[0];
    const [modifier] = last.modifier?.names ?? [];
    const isSameField =
      last.modifier?.names.length === 1 &&
      modifier !== undefined &&
      fieldsOf([modifier], noun.noun.object, frame)[0] === field;
    if (!isSameField) {
      reportAdjective(shape, last, frame);
      return null;
    }
    read.push({ ...noun, noun: { ...noun.noun, names: [...noun.noun.names, ...last.head] } });
  }
  const modified = shapes.findIndex((shape) => shape.modifier !== null);
  const bare = modified < 0 ? undefined : shapes.slice(modified + 1).find((shape) => shape.modifier === null);
  if (bare !== undefined) {
    reportShared(shapes[modified]!, bare, frame);
    return null;
  }
  return read;
};

/** X的N: what stands before 的, and the noun behind it. */
interface Shape {
  readonly span: Span;
  /** `names` are empty where the modifier is a condition. */
  readonly modifier: { readonly span: Span; readonly names: readonly Name[] } | null;
  readonly head: readonly Name[];
}

const shapeOf = (phrase: Phrase, { noun, rest }: NounPhrase): Shape => {
  const where = phrase.span;
  if (rest !== null) {
    return {
      span: where,
      modifier: { span: rest.span, names: namesIn(rest)?.names ?? [] },
      head: noun.names,
    };
  }
  const names = namesIn(phrase);
  const at = names === null ? 0 : names.joints.lastIndexOf(true) + 1;
  if (names === null || at === 0) return { span: where, modifier: null, head: noun.names };
  const before = names.names.slice(0, at);
  return {
    span: where,
    modifier: { span: cover(before[0]!.span, before.at(-1)!.span), names: before },
    head: names.names.slice(at),
  };
};

const namesIn = (phrase: Phrase): Names | null => {
  const atom = phrase.clauses.length === 1 ? phrase.clauses[0]!.atoms : [];
  const [only] = atom;
  return atom.length === 1 && only?.kind === "plain" && only.value.kind === "names" ? only.value : null;
};

/** 公立 before 民营的医院: one value, of another field than the noun at the end. */
const isAdjectiveBefore = (shape: Shape, last: Shape, frame: Frame): boolean => {
  if (shape.modifier !== null || shape.head.length !== 1 || last.modifier === null) return false;
  const [name] = shape.head;
  const object = frame.subject?.object ?? "";
  const own = fieldsOf([name!], object, frame);
  return own.length > 0 && !fieldsOf(last.head, object, frame).some((field) => own.includes(field));
};

const fieldsOf = (names: readonly Name[], object: string, frame: Frame): readonly string[] =>
  names.flatMap(({ text }) =>
    (frame.block.environment.declarations.byName.get(text) ?? []).flatMap((declared) =>
      declared.kind === "value" && declared.object === object ? [declared.owner] : [],
    ),
  );

const reportAdjective = (shape: Shape, last: Shape, frame: Frame): void => {
  const head = wordsOf(cover(last.head[0]!.span, last.head.at(-1)!.span), frame);
  const adjective = wordsOf(shape.span, frame);
  const modifier = wordsOf(last.modifier!.span, frame);
  report(
    cover(shape.span, last.span),
    `“${adjective}且${modifier}的${head}”`,
    `“${adjective}或者${modifier}的${head}”`,
    frame,
  );
};

const reportShared = (shape: Shape, bare: Shape, frame: Frame): void => {
  const modifier = wordsOf(shape.modifier!.span, frame);
  const other = wordsOf(bare.span, frame);
  const whole = wordsOf(shape.span, frame);
  report(
    cover(shape.span, bare.span),
    `“${whole}、${modifier}的${other}”`,
    `“${other}、${whole}”（“${modifier}”只修饰后一个）`,
    frame,
  );
};

const wordsOf = (where: Span, frame: Frame): string => originOf(frame, where).words;

const report = (where: Span, first: string, second: string, frame: Frame): void => {
  frame.block.diagnostics.push(
    reportCheck("two-readings", frame.block.file.source.name, where, {
      words: wordsOf(where, frame),
      first,
      second,
    }),
  );
};
