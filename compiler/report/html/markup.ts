/** A piece of HTML that is already safe. Only `html` makes one, so nothing reaches a page unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Insertion = string | number | Markup | readonly Markup[] | null;

/** Tagged template: inserted strings are escaped, inserted markup is kept, indentation is left out. */
export const html = (parts: TemplateStringsArray, ...insertions: readonly Insertion[]): Markup => {
  const fixed = withoutIndentation(parts);
  let text = fixed[0]!;
  for (const [at, insertion] of insertions.entries()) text += render(insertion) + fixed[at + 1]!;
  return new Markup(text);
};

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A template is read once, however many rows it makes. */
const withoutIndentation = (parts: TemplateStringsArray): readonly string[] => {
  const fixed = known.get(parts) ?? parts.map((part) => part.replaceAll(/\n\s*/g, "\n"));
  known.set(parts, fixed);
  return fixed;
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
