import type { IToken } from "chevrotain";
import type {
  Action,
  ConditionPart,
  Deadline,
  ExceptionSentence,
  ExceptionTarget,
  Item,
  ListHead,
  Names,
  NormSentence,
  Phrase,
  Quote,
  ReadingGuard,
  Sum,
} from "../ast.ts";
import type { Unit } from "../parser/units.ts";
import type { Span } from "../source.ts";
import { missingAt, nameOf, payloadOf, spanOf } from "./nodes.ts";

/** What stands between two commas of a sentence. */
export type Segment =
  | { readonly kind: "basis"; readonly basis: readonly Quote[]; readonly span: Span }
  | { readonly kind: "guard"; readonly guard: ReadingGuard; readonly span: Span }
  | { readonly kind: "proviso"; readonly phrases: readonly Phrase[]; readonly span: Span }
  | { readonly kind: "exclusion"; readonly phrases: readonly Phrase[]; readonly span: Span }
  | { readonly kind: "value"; readonly value: Sum; readonly span: Span }
  | { readonly kind: "otherwise"; readonly span: Span }
  | { readonly kind: "broken"; readonly span: Span }
  | Body;

export interface Body extends BodyWords {
  readonly kind: "body";
  readonly phrases: readonly Phrase[];
  readonly head: ListHead | null;
  readonly closing: string | null;
  /** The noun behind a list: 有下列情形之一的定点医药机构. */
  readonly noun: Phrase | null;
  readonly action: Action | null;
  readonly span: Span;
}

/** Small words of a part, gathered while it is read. */
export interface BodyWords {
  toward: boolean;
  additional: boolean;
  inPrinciple: Span | null;
  /** A time before the action: 30日内限期整改. */
  deadline: Deadline | null;
  /** The first 和 or 与 between its phrases. */
  conjunction: IToken | null;
}

export const noWords = (): BodyWords => ({
  toward: false,
  additional: false,
  inPrinciple: null,
  deadline: null,
  conjunction: null,
});

export interface ExceptionParts {
  readonly segments: readonly Segment[];
  readonly targets: readonly ExceptionTarget[];
}

export interface ClassificationParts {
  readonly names: Names;
  readonly basis: readonly Quote[];
}

export const body = ({
  words,
  excluded,
  ...parts
}: Omit<Body, "kind" | keyof BodyWords> & {
  readonly words: BodyWords;
  readonly excluded: boolean;
}): Segment =>
  excluded && parts.action === null
    ? { kind: "proviso", phrases: parts.phrases, span: parts.span }
    : { kind: "body", ...words, ...parts };

export const action = (
  inPrinciple: Span | null,
  modal: IToken,
  deadline: Deadline | null,
  head: ListHead | null,
  phrases: readonly Phrase[],
  span: Span,
): Action => ({
  kind: "action",
  inPrinciple,
  modal: { text: modal.image, span: spanOf(modal) },
  deadline,
  head,
  phrases,
  span,
});

export const guard = (reading: IToken, option: IToken, span: Span): ReadingGuard => ({
  reading: nameOf(reading),
  option: payloadOf(option, "ordinal")?.number ?? 0,
  span,
});

/**
 * Sorts the parts of a sentence: 的 or 时 closes a condition, a modal opens an action, the last bare part
 * is the action; a bare part before it is the subject unless a condition was already closed.
 */
export const norm = (segments: readonly Segment[], items: readonly Item[], span: Span): NormSentence => {
  const bodies = segments.filter((segment): segment is Body => segment.kind === "body");
  const parts: ConditionPart[] = [];
  const actions: Action[] = [];
  let sentencePrinciple: Span | null = null;
  let closed = false;
  for (const [index, segment] of bodies.entries()) {
    const last = index === bodies.length - 1;
    const bare = segment.action === null && segment.head === null && segment.closing === null;
    const acts = bare && (last || actions.length > 0 || (closed && isSimple(segment)));
    const onlyAction = acts || (segment.phrases.length === 0 && segment.head === null);
    if (!onlyAction) {
      if (segment.noun !== null && segment.phrases.length > 0) parts.push(nounPart(segment.noun));
      parts.push(conditionPart(segment));
      closed ||= segment.closing !== null;
      sentencePrinciple ??= segment.inPrinciple;
    }
    const made = acts ? bareAction(segment) : segment.action;
    if (made === null) continue;
    actions.push({
      ...made,
      deadline: made.deadline ?? segment.deadline,
      inPrinciple: (onlyAction ? segment.inPrinciple : null) ?? made.inPrinciple,
    });
  }
  return {
    kind: "norm",
    inPrinciple: sentencePrinciple,
    excluding: segments.flatMap((segment) => (segment.kind === "exclusion" ? segment.phrases : [])),
    additional: segments.some((segment) => segment.kind === "exclusion") && bodies.some(isAdditional),
    toward: bodies.some(({ toward }) => toward),
    parts,
    actions,
    provisos: segments.flatMap((segment) => (segment.kind === "proviso" ? segment.phrases : [])),
    basis: basisOf(segments),
    guard: guardOf(segments),
    items,
    span,
  };
};

/** The first 和 that joins conditions: only 且 and 、 say whether one or all of them must hold. */
export const conditionConjunction = (segments: readonly Segment[]): IToken | null => {
  const bodies = segments.filter((segment): segment is Body => segment.kind === "body");
  const wrong = bodies.find(
    (segment, index) =>
      segment.conjunction !== null &&
      (segment.closing !== null || segment.head !== null || index < bodies.length - 1),
  );
  return wrong?.conjunction ?? null;
};

const isAdditional = (segment: Body): boolean => segment.additional;

/** Only names next to each other: 限期整改, not 规划期内新开设的零售药店. */
const isSimple = (segment: Body): boolean =>
  segment.phrases.every((phrase) => {
    const atom = phrase.clauses[0]?.atoms[0];
    return (
      phrase.clauses.length === 1 &&
      phrase.clauses[0]!.atoms.length === 1 &&
      atom?.kind === "plain" &&
      atom.value.kind === "names" &&
      !atom.value.joints.includes(true)
    );
  });

/** 所在县区有下列情形之一的定点申请 says the same as 定点申请，所在县区有下列情形之一的. */
const nounPart = (noun: Phrase): ConditionPart => ({
  kind: "conditionPart",
  phrases: [noun],
  head: null,
  closing: null,
  span: noun.span,
});

/** 有下列情形之一的定点医药机构 says the same as 定点医药机构有下列情形之一的. */
const phrasesOf = (segment: Body): readonly Phrase[] =>
  segment.noun !== null && segment.phrases.length === 0 ? [segment.noun] : segment.phrases;

const conditionPart = (segment: Body): ConditionPart => ({
  kind: "conditionPart",
  phrases: phrasesOf(segment),
  head: segment.head,
  closing: segment.closing,
  span:
    segment.action === null ? segment.span : { start: segment.span.start, end: segment.action.span.start },
});

/** An action without a modal. */
const bareAction = (segment: Body): Action => ({
  kind: "action",
  inPrinciple: segment.inPrinciple,
  modal: null,
  deadline: null,
  head: null,
  phrases: segment.phrases,
  span: segment.span,
});

export const basisOf = (segments: readonly Segment[]): readonly Quote[] =>
  segments.flatMap((segment) => (segment.kind === "basis" ? segment.basis : []));

export const guardOf = (segments: readonly Segment[]): ReadingGuard | null =>
  segments.find((segment) => segment.kind === "guard")?.guard ?? null;

export const item = (segments: readonly Segment[], unit: Unit, items: readonly Item[]): Item => {
  const bodies = segments.filter((segment): segment is Body => segment.kind === "body");
  const proviso = segments.find((segment) => segment.kind === "proviso");
  const value = segments.find((segment) => segment.kind === "value");
  return {
    kind: "item",
    marker: unit.marker?.image ?? "",
    number: unit.marker === null ? 0 : (payloadOf(unit.marker, "marker")?.number ?? 0),
    markerSpan: unit.marker === null ? { start: unit.start, end: unit.start } : spanOf(unit.marker),
    phrases: bodies.flatMap(phrasesOf),
    otherwise: segments.some((segment) => segment.kind === "otherwise"),
    value: value?.value ?? null,
    head: bodies.find((segment) => segment.head !== null)?.head ?? null,
    items,
    proviso: proviso?.phrases[0] ?? null,
    basis: basisOf(segments),
    guard: guardOf(segments),
    span: { start: unit.start, end: Math.max(unit.end, items.at(-1)?.span.end ?? 0) },
  };
};

export const exception = (parts: ExceptionParts, items: readonly Item[], span: Span): ExceptionSentence => {
  const bodies = parts.segments.filter((segment): segment is Body => segment.kind === "body");
  return {
    phrases: bodies.flatMap(phrasesOf),
    head: bodies.find((segment) => segment.head !== null)?.head ?? null,
    items,
    targets: parts.targets,
    basis: basisOf(parts.segments),
    guard: guardOf(parts.segments),
    span,
  };
};

/** 定点医药机构的管理类别: the object, and the name behind the last 的. */
export const classified = (
  names: Names | undefined,
  at: number,
): {
  readonly object: Names["names"][number] | ReturnType<typeof missingAt>;
  readonly term: Names["names"][number] | ReturnType<typeof missingAt>;
} => {
  const list = names?.kind === "names" ? names.names : [];
  return {
    object: list.length > 1 ? list[0]! : missingAt(names?.span.start ?? at),
    term: list.at(-1) ?? missingAt(names?.span.end ?? at),
  };
};
