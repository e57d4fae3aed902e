import { ownWords, type Provision, type Span } from "../../../language/index.ts";
import type { DecisionNode, DecisionText } from "./nodes.ts";
import { describeWords, isNameable } from "./describe-words.ts";
import { partName } from "./part-name.ts";
import { followNumbers, spliced, type NewNumber } from "./references.ts";
import type { Statement } from "./statement.ts";
import { bareWords } from "./bare-words.ts";

/** How closely a change is described: the words, the 款 and 项, or the whole. */
export type Closeness = "words" | "parts" | "whole";

export interface DescribeContext {
  readonly left: DecisionText;
  readonly right: DecisionText;
  /** What references follow; null where they stay. */
  readonly newNumber: NewNumber | null;
  readonly partnerOf: (leftPath: string) => string | null;
}

/** The words of a stretch of the text in force as they will be when references have followed. */
export const followed = ({ left, newNumber }: DescribeContext, stretch: Span): string =>
  bareWords(
    newNumber === null
      ? left.text.slice(stretch.start, stretch.end)
      : spliced(left.text, stretch, followNumbers(left.document, stretch, newNumber)),
  );

/** Statements that change the words of a node; null where this closeness cannot say it. */
export const describe = (
  context: DescribeContext,
  one: DecisionNode,
  other: DecisionNode,
  closeness: Closeness,
): readonly Statement[] | null => {
  const [from, to] = [bodyOf(one), bodyOf(other)];
  if (followed(context, from) === compactOf(context.right, to)) {
    return haveSameParts(context, one.provision, other.provision)
      ? []
      : [rewriting(one.label, context.right, to)];
  }
  switch (closeness) {
    case "words":
      return describeWords(context, {
        label: one.label,
        provision: one.provision,
        left: from,
        right: to,
        rightProvision: other.provision,
      });
    case "parts":
      if (one.kind !== "unit" || other.kind !== "unit") return null;
      return describeParts(context, one.provision, other.provision, one.label);
    case "whole":
      return [rewriting(one.label, context.right, to)];
  }
};

/**
 * Whether the same words stand in the same 款 and 项: where one 款 became two, each later one has another number. Signs
 * between the parts do not count.
 */
const haveSameParts = (context: DescribeContext, one: Provision | null, other: Provision | null): boolean => {
  if (one === null || other === null) return true;
  const [from, to] = [one.children, other.children];
  return (
    from.length === to.length &&
    from.every((part, index) => {
      const partner = to[index]!;
      const isSame = followed(context, wordsSpan(part)) === compactOf(context.right, wordsSpan(partner));
      return isSame && part.level === partner.level && haveSameParts(context, part, partner);
    })
  );
};

export const bodyOf = (node: DecisionNode): Span => (node.kind === "unit" ? node.body : node.span);

/** The new words as they are quoted: lines without the empty ones between. */
export const quotable = ({ text }: DecisionText, stretch: Span): string =>
  text
    .slice(stretch.start, stretch.end)
    .trim()
    .replace(/\s*\n\s*/g, "\n");

const compactOf = ({ text }: DecisionText, stretch: Span): string =>
  bareWords(text.slice(stretch.start, stretch.end));

const rewriting = (target: string, right: DecisionText, stretch: Span): Statement => ({
  kind: "rewrite",
  target,
  becomes: null,
  chapter: null,
  text: quotable(right, stretch),
});

// ───────── 款 and 项

const describeParts = (
  context: DescribeContext,
  one: Provision,
  other: Provision,
  label: string,
): readonly Statement[] | null => {
  const whole = [rewriting(label, context.right, other.span)];
  const own = ownWords(one).map((words) => followed(context, words));
  const otherOwn = ownWords(other).map((words) => compactOf(context.right, words));
  const isSingle = one.children.length === 1 && other.children.length === 1;
  if (isSingle && one.level === "article") {
    return describeParts(context, one.children[0]!, other.children[0]!, label);
  }
  if (own.join("") !== otherOwn.join("") || one.children.length === 0) return partWhole(one, whole);
  const [from, to] = [one.children, other.children];
  if (![...from, ...to].every(({ level }) => level === from[0]!.level)) return partWhole(one, whole);
  const same = (left: Provision, right: Provision): boolean =>
    followed(context, wordsSpan(left)) === compactOf(context.right, wordsSpan(right)) &&
    haveSameParts(context, left, right);
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && same(from[head]!, to[head]!)) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(from.at(-1 - tail)!, to.at(-1 - tail)!)) tail += 1;
  const gone = from.slice(head, from.length - tail);
  const come = to.slice(head, to.length - tail);
  if (![...gone, ...come].every(isNameable)) return partWhole(one, whole);
  const [lost, found] = [gone.length > come.length, come.length > gone.length];
  const paired = Math.min(gone.length, come.length);
  const shift = paired === 0 ? 0 : offsetOf(context, gone, come);
  if (shift === null) return partWhole(one, whole);
  const ownPairs = gone.slice(lost ? shift : 0).slice(0, paired);
  const otherPairs = come.slice(found ? shift : 0).slice(0, paired);
  const parts = ownPairs.map((part, index) => describePart(context, part, otherPairs[index]!));
  const touched = parts.filter((part) => part?.length !== 0).length;
  const isMost = touched > 1 && touched * 2 > from.length;
  if (isMost || parts.includes(null)) return partWhole(one, whole);
  const deleted = gone.filter((part) => !ownPairs.includes(part)).map(partName);
  const added = come.filter((part) => !otherPairs.includes(part));
  return [
    ...parts.flatMap((part) => part ?? []),
    ...(deleted.length === 0 ? [] : [{ kind: "delete", targets: deleted } as const]),
    ...added.map((part): Statement => ({
      kind: "addPart",
      target: label,
      part: lastStep(part),
      text: quotable(context.right, part.span),
    })),
  ];
};

/** The words of a 款 or 项 where they can be told, else its own parts, else all of it. */
const describePart = (
  context: DescribeContext,
  one: Provision,
  other: Provision,
): readonly Statement[] | null =>
  describeWords(context, {
    label: partName(one),
    provision: one,
    left: wordsSpan(one),
    right: wordsSpan(other),
    rightProvision: other,
  }) ?? describeParts(context, one, other, partName(one));

/** Which neighbours of the longer row are the changed ones of the shorter row; null where none are like them. */
const offsetOf = (
  { left, right }: DescribeContext,
  gone: readonly Provision[],
  come: readonly Provision[],
): number | null => {
  const paired = Math.min(gone.length, come.length);
  const most = Math.abs(gone.length - come.length);
  for (let shift = 0; shift <= most; shift += 1) {
    const one = gone.length > come.length ? gone.slice(shift, shift + paired) : gone;
    const other = come.length > gone.length ? come.slice(shift, shift + paired) : come;
    const isLike = one.every((part, index) =>
      areAlike(compactOf(left, wordsSpan(part)), compactOf(right, wordsSpan(other[index]!))),
    );
    if (most === 0 || isLike) return shift;
  }
  return null;
};

/** Half of the neighbouring characters are the same. */
const areAlike = (one: string, other: string): boolean => {
  const pairsOf = (words: string): Set<string> =>
    new Set(Array.from({ length: Math.max(words.length - 1, 0) }, (_, at) => words.slice(at, at + 2)));
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return common * 4 >= left.size + right.size;
};

/** A 条 as a whole is written by its own form. */
const partWhole = (provision: Provision, whole: readonly Statement[]): readonly Statement[] | null =>
  provision.level === "article" || provision.parent?.children.length === 1 ? null : whole;

/** The words of a 项 without its number, with those of everything below. */
const wordsSpan = (provision: Provision): Span => ({
  start: Math.min(
    provision.pieces[0]?.start ?? Infinity,
    provision.children[0]?.span.start ?? Infinity,
    provision.span.end,
  ),
  end: provision.span.end,
});

/** 第二款 of 第八条第二款; （三） of 二（三） as 第（三）项. */
const lastStep = (part: Provision): string => {
  const name = partName(part);
  return /第[^第]+[款项目点]$/.exec(name)?.[0] ?? `第${/（[^（）]+）$|[0-9]+$/.exec(name)?.[0] ?? ""}项`;
};
