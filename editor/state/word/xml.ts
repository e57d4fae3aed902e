/** What stands in a text of XML, in its order. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Attributes of one element, read when one is asked for. */
export type Attributes = (name: string) => string | null;

/** The text is not well formed, or has what files of office programs never have. */
export class BrokenXml extends Error {}

/** Reads XML once from the beginning to the end; nothing that could refer to other files or grow is accepted. */
export const readXml = (xml: string, listener: XmlListener): void => {
  const path: string[] = [];
  let at = xml.startsWith("\uFEFF") ? 1 : 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (tag === -1) break;
    if (tag > at && path.length > 0) listener.text(unescaped(xml.slice(at, tag)));
    if (xml.startsWith("<?", tag)) at = after(xml, "?>", tag);
    else if (xml.startsWith("<!--", tag)) at = after(xml, "-->", tag + 4);
    else if (xml.startsWith("<![CDATA[", tag)) {
      at = after(xml, "]]>", tag);
      listener.text(xml.slice(tag + "<![CDATA[".length, at - "]]>".length));
    } else if (xml.startsWith("<!", tag)) throw new BrokenXml();
    else {
      at = endOfTag(xml, tag);
      element(xml.slice(tag + 1, at - 1), path, listener);
    }
  }
  if (path.length > 0 || xml.slice(at).trim() !== "") throw new BrokenXml();
};

/** Deeper than any document; what is deeper is made to do harm. */
const DEEPEST = 2000;

const element = (tag: string, path: string[], listener: XmlListener): void => {
  if (tag.startsWith("/")) {
    const name = tag.slice(1).trim();
    if (path.pop() !== name) throw new BrokenXml();
    listener.close(name);
    return;
  }
  const isEmpty = tag.endsWith("/");
  const inside = isEmpty ? tag.slice(0, -1) : tag;
  const name = /^[^\s"'=]+/.exec(inside)?.[0];
  if (name === undefined) throw new BrokenXml();
  listener.open(name, (wanted) => attribute(inside.slice(name.length), wanted));
  if (isEmpty) listener.close(name);
  else {
    if (path.length === DEEPEST) throw new BrokenXml();
    path.push(name);
  }
};

const ATTRIBUTE = /([^\s"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const attribute = (tag: string, wanted: string): string | null => {
  for (const [, name, double, single] of tag.matchAll(ATTRIBUTE))
    if (name === wanted) return unescaped(double ?? single ?? "");
  return null;
};

/** A value may hold the sign that ends a tag. */
const endOfTag = (xml: string, from: number): number => {
  let at = from + 1;
  for (;;) {
    const end = xml.indexOf(">", at);
    if (end === -1) throw new BrokenXml();
    const quote = firstQuote(xml, at, end);
    if (quote === -1) return end + 1;
    const closing = xml.indexOf(xml[quote]!, quote + 1);
    if (closing === -1) throw new BrokenXml();
    at = closing + 1;
  }
};

const firstQuote = (xml: string, from: number, to: number): number => {
  for (let at = from; at < to; at += 1) if (xml[at] === '"' || xml[at] === "'") return at;
  return -1;
};

const after = (xml: string, mark: string, from: number): number => {
  const at = xml.indexOf(mark, from);
  if (at === -1) throw new BrokenXml();
  return at + mark.length;
};

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.includes("&")
    ? text.replaceAll(/&([^;&\s]{0,16});?/g, (whole, name: string) => {
        const letter = whole.endsWith(";") ? (NAMED[name] ?? numbered(name)) : undefined;
        if (letter === undefined) throw new BrokenXml();
        return letter;
      })
    : text;

const numbered = (name: string): string | undefined => {
  const match = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : parseInt(match[1], 16);
  return code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff) ? undefined : String.fromCodePoint(code);
};
