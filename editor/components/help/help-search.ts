export interface SearchedPage {
  readonly name: string;
  readonly title: string;
  readonly headings: readonly { readonly id: string; readonly level: number; readonly words: string }[];
  readonly html: string;
}

/** A section in which the words stand. */
export interface HelpHit {
  readonly page: string;
  readonly anchor: string;
  readonly title: string;
  readonly heading: string;
  /** Words around the first find. */
  readonly excerpt: string;
  readonly inHeading: boolean;
}

/** The text of a page without its tags, cut at the headings. */
interface Section {
  readonly anchor: string;
  readonly heading: string;
  readonly text: string;
}

const AROUND = 24;

/** Sections that have the words, headings first. */
export const searchHelp = (
  pages: readonly SearchedPage[],
  words: string,
  most: number,
): readonly HelpHit[] => {
  const asked = words.trim().toLowerCase();
  if (asked === "") return [];
  const hits: HelpHit[] = [];
  for (const page of pages)
    for (const { anchor, heading, text } of sections(page)) {
      const inHeading = heading.toLowerCase().includes(asked);
      const at = text.toLowerCase().indexOf(asked);
      if (!inHeading && at === -1) continue;
      const from = Math.max(0, at - AROUND);
      const excerpt = at === -1 ? text.slice(0, 2 * AROUND) : text.slice(from, at + asked.length + AROUND);
      hits.push({ page: page.name, anchor, title: page.title, heading, excerpt: excerpt.trim(), inHeading });
    }
  return [...hits.filter((hit) => hit.inHeading), ...hits.filter((hit) => !hit.inHeading)].slice(0, most);
};

/** Where a word of the language is explained: a heading with it, before a page that only uses it. */
export const placeOfWord = (
  pages: readonly SearchedPage[],
  word: string,
): { readonly page: string; readonly anchor: string } | null => {
  const inOrder = [...pages].sort((left, right) => rank(left.name) - rank(right.name));
  const hit =
    searchHelp(inOrder, `【${word}】`, 1).find(({ inHeading }) => inHeading) ??
    searchHelp(inOrder, word, 1)[0];
  return hit === undefined ? null : { page: hit.page, anchor: hit.anchor };
};

/** Where words are explained best; the table of all messages has every word in it and is looked at last. */
const EXPLAINING: readonly string[] = ["blocks", "words", "meaning", "document", "tables", "README"];
const rank = (name: string): number => {
  const at = EXPLAINING.indexOf(name);
  return at === -1 ? EXPLAINING.length + (name === "diagnostics" ? 1 : 0) : at;
};

const known = new WeakMap<SearchedPage, readonly Section[]>();

const sections = (page: SearchedPage): readonly Section[] => {
  const found =
    known.get(page) ??
    page.html.split(/(?=<h[1-6] id=")/).map((part): Section => {
      const anchor = /^<h[1-6] id="([^"]*)"/.exec(part)?.[1] ?? "";
      const id = plainWords(anchor);
      const heading = page.headings.find((each) => each.id === id)?.words ?? page.title;
      return { anchor: id, heading, text: plainWords(part.replace(/^<h[1-6].*?<\/h[1-6]>/s, "")) };
    });
  known.set(page, found);
  return found;
};

const plainWords = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ");
