/** A piece of HTML that is already safe. Only `html` makes one, so nothing reaches a page unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Insertion = string | number | Markup | readonly Markup[] | null;

/** Tagged template: inserted strings are escaped, inserted markup is kept. */
export const html = (parts: TemplateStringsArray, ...insertions: readonly Insertion[]): Markup => {
  let text = parts[0]!;
  for (const [at, insertion] of insertions.entries()) text += render(insertion) + parts[at + 1]!;
  return new Markup(text);
};

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"'\u0000]/g, (character) => ENTITIES[character]!);

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\u0000": "\uFFFD",
};

const render = (insertion: Insertion): string => {
  if (insertion === null) return "";
  if (insertion instanceof Markup) return insertion.text;
  if (typeof insertion === "object") return insertion.map((each) => each.text).join("");
  return escapeHtml(String(insertion));
};
