import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Marked, type Token, type Tokens } from "marked";

/** A heading with the id that links lead to, as on the pages where the source is read. */
export interface ReferenceHeading {
  readonly id: string;
  readonly level: number;
  readonly words: string;
}

export interface ReferencePage {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly title: string;
  readonly headings: readonly ReferenceHeading[];
  readonly html: string;
}

/** The order of reading; a page that is not named stands behind. */
const ORDER = [
  "README",
  "studio",
  "document",
  "words",
  "blocks",
  "meaning",
  "comparison",
  "analysis",
  "mutation",
  "targets",
  "tables",
  "diagnostics",
];

/** Turns the pages of the language reference into HTML. Markup in them is refused: it would reach the page as it is. */
export const referencePages = (folder: string): readonly ReferencePage[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.slice(0, -".md".length))
    .sort((left, right) => place(left) - place(right) || (left < right ? -1 : 1))
    .map((name) => readPage(name, readFileSync(join(folder, `${name}.md`), "utf8")));

export const readPage = (name: string, markdown: string): ReferencePage => {
  const headings: ReferenceHeading[] = [];
  const taken = new Map<string, number>();
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => {
        throw new Error(`“${name}.md”中有 HTML 标记：${text.slice(0, 40)}`);
      },
      heading({ depth, text, tokens }: Tokens.Heading) {
        const words = plain(tokens);
        const id = headingId(text, taken);
        headings.push({ id, level: depth, words });
        return `<h${depth} id="${escape(id)}" tabindex="-1">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const words = this.parser.parseInline(tokens);
        const place = linkPlace(href);
        // A place outside the reference is not gone to; its address is told.
        return place === null
          ? `${words}（<code>${escape(href)}</code>）`
          : `<a href="#" data-page="${escape(place.page || name)}" data-anchor="${escape(place.anchor)}">${words}</a>`;
      },
      // Pictures stay where the reference lies; what they show stands in their words.
      image: ({ text }: Tokens.Image) => (text === "" ? "" : `<em>图：${escape(text)}</em>`),
    },
  });
  const html = joined(marked.parse(markdown, { async: false }));
  return { name, title: headings[0]?.words ?? name, headings, html };
};

/** Chinese has no spaces: a line that ends between two of its characters goes on without one. */
const joined = (html: string): string =>
  html
    .split(/(<pre>.*?<\/pre>)/s)
    .map((part) =>
      part.startsWith("<pre>") ? part : part.replaceAll(/(?<=[^\p{ASCII}])\n(?=[^\p{ASCII}])/gu, ""),
    )
    .join("");

const place = (name: string): number => {
  const at = ORDER.indexOf(name);
  return at === -1 ? ORDER.length : at;
};

const plain = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      "tokens" in token && token.tokens !== undefined
        ? plain(token.tokens)
        : "text" in token
          ? String(token.text)
          : "",
    )
    .join("");

/** Letters and digits stay, spaces become dashes; the second of the same words gets a number. */
const headingId = (text: string, taken: Map<string, number>): string => {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
  const count = taken.get(slug) ?? 0;
  taken.set(slug, count + 1);
  return count === 0 ? slug : `${slug}-${count}`;
};

const linkPlace = (href: string): { readonly page: string; readonly anchor: string } | null => {
  const found = /^(?:\.\/)?(?<page>[\w-]*?)(?:\.md)?(?:#(?<anchor>.*))?$/u.exec(href);
  if (found?.groups === undefined) return null;
  return { page: found.groups["page"] ?? "", anchor: decodeURIComponent(found.groups["anchor"] ?? "") };
};

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
