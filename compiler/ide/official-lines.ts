import type { Furniture, Level, OfficialDocument, Provision, Span } from "../../language/index.ts";
import { shownLines } from "./lines.ts";
import type { OfficialLine, PolicyView } from "./model.ts";

type LineRole = OfficialLine["role"];

/**
 * What every line of the official text is on the page: a title, the first line of an 条, plain text. A block whose header
 * is being written stands where it will stand.
 */
export const officialLines = (view: PolicyView): readonly OfficialLine[] => {
  const { document, segments, source } = view.file;
  const furniture = new Places(furnitureOf(document));
  const headings = new Places(headingsOf(document));
  const starts = new Places(startsOf(document));
  return segments.official
    .flatMap((part) => shownLines(source.text, part))
    .map((span) => ({
      span,
      role: source.text.startsWith("【", span.start)
        ? "plain"
        : (furniture.roleIn(span) ?? headings.roleIn(span) ?? starts.roleIn(span) ?? "plain"),
    }));
};

interface Place {
  readonly span: Span;
  readonly role: LineRole;
}

/** Stretches in reading order, asked for line by line from the top. */
class Places {
  readonly #places: readonly Place[];
  #at = 0;

  constructor(places: readonly Place[]) {
    this.#places = places.toSorted((left, right) => left.span.start - right.span.start);
  }

  /** The role of the first stretch that touches the line. */
  roleIn(line: Span): LineRole | null {
    while (this.#at < this.#places.length && this.#places[this.#at]!.span.end <= line.start) this.#at += 1;
    const place = this.#places[this.#at];
    return place !== undefined && place.span.start < line.end ? place.role : null;
  }
}

const furnitureOf = (document: OfficialDocument): readonly Place[] =>
  document.furniture.map(({ role, span }) => ({ span, role: roleOfFurniture(role) }));

const roleOfFurniture = (role: Furniture["role"]): LineRole => (role === "title" ? "title" : "furniture");

/** Titles that have lines to themselves, from their number to their end. */
const headingsOf = (document: OfficialDocument): readonly Place[] =>
  document.provisions.flatMap((provision) => {
    const role = HEADING_ROLES[provision.level];
    const { titleSpan } = provision;
    if (role === undefined || titleSpan === null || !provision.pieces.includes(titleSpan)) return [];
    return [{ span: { start: provision.span.start, end: titleSpan.end }, role }];
  });

/** One character at the beginning of every provision: its line begins with its number. */
const startsOf = (document: OfficialDocument): readonly Place[] =>
  document.provisions.flatMap((provision) => {
    const { start } = provision.span;
    const role = startRole(provision);
    return role === null ? [] : [{ span: { start, end: start + 1 }, role }];
  });

const startRole = ({ level }: Provision): LineRole | null => START_ROLES[level] ?? null;

const HEADING_ROLES: Readonly<Partial<Record<Level, LineRole>>> = {
  book: "chapter",
  part: "chapter",
  chapter: "chapter",
  section: "section",
  heading1: "chapter",
  heading2: "section",
  annex: "title",
};

const START_ROLES: Readonly<Partial<Record<Level, LineRole>>> = {
  book: "chapter",
  part: "chapter",
  chapter: "chapter",
  section: "section",
  article: "article",
  heading1: "article",
  item: "item",
  subitem: "item",
  heading2: "item",
  heading3: "item",
  heading4: "item",
};
