import type { OfficialDocument, Provision, Span } from "../../../language/index.ts";
import type { Place, ProvisionChange, ProvisionChangeKind, TextEdit } from "../../model/change.ts";
import { editsBetween, type EditContext } from "../edits/index.ts";
import type { Alignment } from "./align.ts";
import { RANKS } from "./headings.ts";
import type { Pairing } from "./pairing.ts";
import { plainSimilarity, profileOf, type Profile } from "./profile.ts";
import type { HeadingUnit, TextUnits } from "./unit.ts";

/** Everything that was found out about the two texts. */
export interface Aligned {
  readonly left: TextUnits;
  readonly right: TextUnits;
  readonly alignment: Alignment;
  readonly headings: Pairing;
}

/** A row, with all edits that lead from one stretch to the other; the row tells only those of its own words. */
export interface Row {
  readonly change: ProvisionChange;
  readonly edits: readonly TextEdit[];
}

/** One row for each provision with words, in no order. */
export const provisionRows = (aligned: Aligned): readonly Row[] => {
  const { left, right, alignment } = aligned;
  const { pairing, shared, profiles, relation } = alignment;
  const context = contextOf(aligned);
  const sharing = {
    left: new Map<number, ProvisionChangeKind>(),
    right: new Map<number, ProvisionChangeKind>(),
  };
  for (const { kind, left: own, right: other } of shared) {
    if (kind === "split") sharing.left.set(own, kind);
    else sharing.right.set(other, kind);
  }
  const became = new Map(
    left.headings.map((heading, index) => [heading, right.headings[aligned.headings.right[index]!]]),
  );
  const rowOf = (own: number, other: number): Row =>
    paired(aligned, context, {
      one: left.provisions[own]!,
      other: right.provisions[other]!,
      isMoved:
        relation === "versions" && standsElsewhere(left.provisions[own]!, right.provisions[other]!, became),
      shared: sharing.left.get(own) ?? sharing.right.get(other) ?? null,
      profiles: [profiles.left[own]!, profiles.right[other]!],
    });
  const rows: Row[] = [];
  const sharedLefts = new Set(shared.map(({ left: own }) => own));
  const sharedRights = new Set(shared.map(({ right: other }) => other));
  for (const [own, partner] of pairing.right.entries()) {
    if (partner !== -1) rows.push(rowOf(own, partner));
    else if (!sharedLefts.has(own))
      rows.push(alone("deleted", placeOf(left.document, left.provisions[own]!)));
  }
  for (const [other, partner] of pairing.left.entries()) {
    if (partner === -1 && !sharedRights.has(other))
      rows.push(alone("added", placeOf(right.document, right.provisions[other]!)));
  }
  for (const { left: own, right: other } of shared) rows.push(rowOf(own, other));
  return rows;
};

/** One row for each 编、章、节 or heading line. */
export const headingRows = (aligned: Aligned): readonly Row[] => {
  const { left, right, headings } = aligned;
  const context = contextOf(aligned);
  const rows: Row[] = [];
  for (const [own, partner] of headings.right.entries()) {
    const one = left.headings[own]!;
    const other = right.headings[partner];
    if (other === undefined) rows.push(alone("deleted", placeOf(left.document, one)));
    else {
      const profiles = [profileOf(one.words), profileOf(other.words)] as const;
      rows.push(paired(aligned, context, { one, other, isMoved: false, shared: null, profiles }));
    }
  }
  for (const [other, partner] of headings.left.entries()) {
    if (partner === -1) rows.push(alone("added", placeOf(right.document, right.headings[other]!)));
  }
  return rows;
};

const contextOf = ({ left, right, alignment, headings }: Aligned): EditContext => {
  const partners = new Map<string, string>();
  for (const [own, partner] of alignment.pairing.right.entries()) {
    if (partner !== -1)
      partners.set(left.provisions[own]!.provision.path, right.provisions[partner]!.provision.path);
  }
  for (const [own, partner] of headings.right.entries()) {
    if (partner !== -1)
      partners.set(left.headings[own]!.provision.path, right.headings[partner]!.provision.path);
  }
  return { partnerOf: (path) => partners.get(path) ?? null };
};

interface Unit {
  readonly provision: Provision;
  readonly span: Span;
  readonly under: readonly HeadingUnit[];
}

interface Pair {
  readonly one: Unit;
  readonly other: Unit;
  readonly isMoved: boolean;
  readonly shared: ProvisionChangeKind | null;
  readonly profiles: readonly [Profile, Profile];
}

const paired = ({ left, right }: Aligned, context: EditContext, pair: Pair): Row => {
  const { one, other } = pair;
  const edits = editsBetween(
    { document: left.document, provision: one.provision, span: one.span },
    { document: right.document, provision: other.provision, span: other.span },
    context,
  );
  const told = edits.filter(
    (edit) =>
      !isEmptyLines(edit) &&
      ((edit.before + edit.after).trim() === "" ||
        !standsIn(edit.before, edit.left, left.enclosed) ||
        !standsIn(edit.after, edit.right, right.enclosed)),
  );
  const isReworded = told.some(({ class: edit }) => edit === "words" || edit === "punctuation");
  const isDividedAnew = told.some(dividesAnew);
  const renumbered = !haveSameNumber(one.provision, other.provision);
  const change: ProvisionChange = {
    kind: pair.shared ?? kindOf(pair.isMoved, isReworded || isDividedAnew, renumbered),
    left: placeOf(left.document, one),
    right: placeOf(right.document, other),
    similarity: isReworded ? belowOne(plainSimilarity(...pair.profiles)) : 1,
    renumbered,
    edits: told,
  };
  return { change, edits };
};

/** More or fewer empty lines between two lines: nobody reads them, and taking a block out of a policy leaves some. */
const isEmptyLines = ({ class: edit, before, after }: TextEdit): boolean =>
  edit === "whitespace" && before.includes("\n") && withoutEmptyLines(before) === withoutEmptyLines(after);

const withoutEmptyLines = (gap: string): string => gap.replace(/\n(?:[ \t\r\u3000]*\n)+/g, "\n");

/** The same words, but one 款 became two, or two became one. */
const dividesAnew = ({ class: edit, before, after }: TextEdit): boolean =>
  edit === "numbering" && (before + after).trim() === "";

const kindOf = (isMoved: boolean, isChanged: boolean, renumbered: boolean): ProvisionChangeKind => {
  if (isMoved) return "moved";
  if (isChanged) return "changed";
  return renumbered ? "renumbered" : "unchanged";
};

/** Other words are never told as wholly the same, however few they are. */
const belowOne = (similarity: number): number => Math.min(Math.round(similarity * 1000) / 1000, 0.999);

/** Whether an edit touches nothing but lines of the publication and blank characters around them. */
const standsIn = (words: string, edit: Span, enclosed: readonly Span[]): boolean => {
  const start = edit.start + words.length - words.trimStart().length;
  const end = start + words.trim().length;
  return end <= start || enclosed.some((line) => line.start <= start && end <= line.end);
};

const alone = (kind: "added" | "deleted", place: Place): Row => ({
  change: {
    kind,
    left: kind === "deleted" ? place : null,
    right: kind === "added" ? place : null,
    similarity: 0,
    renumbered: false,
    edits: [],
  },
  edits: [],
});

const placeOf = ({ source }: OfficialDocument, { provision, span, under }: Unit): Place => ({
  path: provision.path,
  label: provision.label,
  level: provision.level,
  title: provision.title,
  under: under.map((heading) =>
    source.text.slice(heading.span.start, heading.span.end).replace(/\s+/g, " ").trim(),
  ),
  span,
});

/** 章 and 条 have a number of their own; below 一、 the whole path is the number. */
const haveSameNumber = (one: Provision, other: Provision): boolean => {
  if (one.level !== other.level) return false;
  const isDivision =
    RANKS[one.level] <= RANKS.section && one.level !== "heading1" && one.level !== "heading2";
  return isDivision
    ? one.number === other.number && one.insertion === other.insertion
    : one.path === other.path;
};

/** Whether the chapter of one became another chapter than that of the other; a new number is none. */
const standsElsewhere = (
  own: Unit,
  other: Unit,
  became: ReadonlyMap<HeadingUnit, HeadingUnit | undefined>,
): boolean => {
  const [one, two] = [chapterOf(own.under), chapterOf(other.under)];
  return one !== undefined && two !== undefined && became.get(one) !== two;
};

const chapterOf = (under: readonly HeadingUnit[]): HeadingUnit | undefined =>
  under.findLast(({ provision }) => RANKS[provision.level] <= RANKS.chapter);
