import type { OfficialDocument, Provision } from "../../../language/document/index.ts";
import { printNumeral } from "../../../language/numerals.ts";
import { span, type Span } from "../../../language/source.ts";
import type { Choice, Damage, Edit, Injector } from "./damage.ts";

/** A number printed a second time on the next article, chapter or item. */
export const duplicateNumber: Injector = (document, choice) => {
  const pair = pickPair(document, choice, ["article", "item", "chapter"]);
  if (pair === null) return null;
  const edit = renumber(document, pair.second, pair.first.number!);
  return damage(edit, [heading(pair.first), heading(pair.second)], `${pair.second.label} numbered again`);
};

/** An article or item that was lost in pasting. */
export const missingNumber: Injector = (document, choice) => {
  const pair = pickPair(document, choice, ["article", "item"], 2);
  if (pair === null) return null;
  const { first, second } = pair;
  const lost: Edit = { at: first.span.start, remove: second.span.start - first.span.start, insert: "" };
  const before = provisionsLike(document, first).findLast(({ span: { end } }) => end <= first.span.start);
  const places = [heading(second), ...(before === undefined ? [] : [heading(before)])];
  return { edits: [lost], places, what: `${first.label} lost` };
};

/** Articles or items that begin to count anew where they should run on. */
export const numberRestart: Injector = (document, choice) => {
  const pair = pickPair(document, choice, ["article", "item"], 3);
  if (pair === null) return null;
  const row = provisionsLike(document, pair.second);
  const from = row.indexOf(pair.second);
  const edits = row
    .slice(from)
    .map((provision, index) => renumber(document, provision, index + 1))
    .filter((edit) => edit !== null);
  const places = [heading(pair.first), ...row.slice(from, from + 3).map(heading)];
  return edits.length === 0 ? null : { edits, places, what: `${pair.second.label} counts from one again` };
};

/** A chapter called a section, an item numbered as another level, a title that is missing or said twice. */
export const levelTitle: Injector = (document, choice) => {
  const { text } = document.source;
  const chapters = document.provisions.filter(({ level }) => level === "chapter");
  if (chapters.length > 3 && choice.whole(0, 1) === 0) {
    const index = choice.whole(1, chapters.length - 2);
    const chapter = chapters[index]!;
    const places = [heading(chapter), heading(chapters[index - 1]!), chapter.titleSpan ?? heading(chapter)];
    const at = text.indexOf("章", chapter.span.start);
    const title = chapter.titleSpan;
    const before = chapters[index - 1]!.title;
    if (title === null || before === null) return null;
    return choice.pick<() => Damage>([
      () => ({ edits: [{ at, remove: 1, insert: "节" }], places, what: "a chapter called 节" }),
      () => ({
        edits: [{ at: title.start, remove: title.end - title.start, insert: "" }],
        places,
        what: "a chapter without its title",
      }),
      () => ({
        edits: [{ at: title.start, remove: title.end - title.start, insert: before }],
        places,
        what: "a chapter with the title of the one before",
      }),
    ])();
  }
  const pair = pickPair(document, choice, ["item"], 2);
  if (pair === null) return null;
  const { second } = pair;
  const marker = markerOf(document, second);
  const written = choice.pick([
    `${second.number}.`,
    `${printNumeral(second.number!)}、`,
    `（${second.number}）`,
  ]);
  const edit: Edit = { at: marker.start, remove: marker.end - marker.start, insert: written };
  return damage(edit, [heading(pair.first), heading(second)], `${second.label} marked ${written}`);
};

interface Pair {
  readonly first: Provision;
  readonly second: Provision;
}

/** Two neighbours in a row of at least five, the first of them no earlier than `from` in the row. */
const pickPair = (
  document: OfficialDocument,
  choice: Choice,
  levels: readonly Provision["level"][],
  from = 1,
): Pair | null => {
  const level = choice.pick(levels);
  const pairs = document.provisions.flatMap((second): Pair[] => {
    if (second.level !== level) return [];
    const row = provisionsLike(document, second);
    const at = row.indexOf(second);
    const first = row[at - 1];
    const isPlain = first?.number === (second.number ?? 0) - 1 && second.insertion === null;
    return isPlain && row.length >= 5 && at >= from && at < row.length - 1 ? [{ first, second }] : [];
  });
  return pairs.length === 0 ? null : choice.pick(pairs);
};

const provisionsLike = (document: OfficialDocument, provision: Provision): readonly Provision[] =>
  (provision.level === "article"
    ? document.provisions
    : (provision.parent?.children ?? document.roots)
  ).filter(({ level }) => level === provision.level);

/** The marker and the first words behind it: where a finding about a number points. */
const heading = ({ span: { start, end } }: Provision): Span => span(start, Math.min(end, start + 16));

const markerOf = (document: OfficialDocument, provision: Provision): Span => {
  const match = MARKER.exec(document.source.text.slice(provision.span.start, provision.span.start + 30));
  const start = provision.span.start + (match?.index ?? 0);
  return span(start, start + (match?.[0].length ?? 0));
};

const MARKER = /第[一二三四五六七八九十百]+[条章节]|[（(][一二三四五六七八九十]+[）)]/;

const renumber = (document: OfficialDocument, provision: Provision, number: number): Edit | null => {
  const marker = markerOf(document, provision);
  const written = document.source.text.slice(marker.start, marker.end);
  const insert = written.replace(/[一二三四五六七八九十百]+/, printNumeral(number));
  return written === "" || written === insert
    ? null
    : { at: marker.start, remove: marker.end - marker.start, insert };
};

const damage = (edit: Edit | null, places: readonly Span[], what: string): Damage | null =>
  edit === null ? null : { edits: [edit], places, what };
