import { readXml, type Attributes, type XmlListener } from "./xml.ts";

/** The words of a document, with what stands in it and is no text. */
export interface DocumentText {
  /** One for each paragraph; cells of tables one after another. */
  readonly lines: readonly string[];
  /** Paragraphs with words whose number is made by the program and stands nowhere as text. */
  readonly numbered: number;
  readonly notes: number;
  readonly tables: number;
  readonly pictures: number;
  readonly symbols: number;
  readonly formulas: number;
  readonly isRevised: boolean;
}

/** Reads the main part of a document as it reads after all revisions were accepted. */
export const documentText = (xml: string, numberedStyles: ReadonlySet<string>): DocumentText => {
  const reader = new Reader(numberedStyles);
  readXml(xml, reader);
  return reader.finish();
};

/** One paragraph while it is read; a text box stands in another paragraph and comes after it. */
interface Paragraph {
  text: string;
  readonly after: string[];
  style: string | null;
  /** Whether it says itself that it has a number or none. */
  isNumbered: boolean | null;
  isMarkDeleted: boolean;
}

/** Nothing inside is part of the text as it reads now. Of two ways to draw a thing the plain one is taken. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "w:del",
  "w:moveFrom",
  "w:pPrChange",
  "w:rPrChange",
  "w:tcPrChange",
  "w:rt",
  "mc:Choice",
]);

class Reader implements XmlListener {
  readonly #styles: ReadonlySet<string>;
  readonly #path: string[] = [];
  readonly #open: Paragraph[] = [];
  readonly #lines: string[] = [];
  readonly #counts = { numbered: 0, notes: 0, tables: 0, pictures: 0, symbols: 0, formulas: 0 };
  #prefix: string | null = null;
  #isRevised = false;
  /** Words of a paragraph whose end was deleted: they belong to the next one. */
  #carried = "";
  /** Depth from which on nothing is read; 0 where all is read. */
  #leftOut = 0;

  constructor(styles: ReadonlySet<string>) {
    this.#styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    this.#prefix ??= name.includes(":") ? name.slice(0, name.indexOf(":")) : "";
    const own = this.#known(name);
    const parent = this.#path.at(-1);
    this.#path.push(own);
    if (own === "w:ins" || own === "w:del" || own === "w:moveFrom") this.#isRevised = true;
    if (this.#leftOut > 0) return;
    if (own === "w:del" && (parent === "w:rPr" || parent === "w:trPr")) this.#deleteEnd(parent);
    else if (LEFT_OUT.has(own)) this.#leftOut = this.#path.length;
    else this.#read(own, (wanted) => attributes(this.#named(wanted)));
  }

  close(): void {
    if (this.#path.length === this.#leftOut) this.#leftOut = 0;
    const name = this.#path.pop();
    if (name === "w:p" && this.#leftOut === 0) this.#endParagraph();
  }

  text(text: string): void {
    if (this.#leftOut === 0 && this.#path.at(-1) === "w:t") this.#add(text.replaceAll(/[\r\n]+/g, " "));
  }

  finish(): DocumentText {
    if (this.#carried !== "") this.#lines.push(this.#carried);
    return { lines: this.#lines, ...this.#counts, isRevised: this.#isRevised };
  }

  /** Files may give the words of the language another prefix than the usual one. */
  #known(name: string): string {
    if (this.#prefix === "w") return name;
    if (this.#prefix === "") return name.includes(":") ? name : `w:${name}`;
    return name.startsWith(`${this.#prefix}:`) ? `w${name.slice(name.indexOf(":"))}` : name;
  }

  #named(attribute: string): string {
    return this.#prefix === "" ? attribute : `${this.#prefix}:${attribute}`;
  }

  #read(name: string, attributes: Attributes): void {
    const paragraph = this.#open.at(-1);
    switch (name) {
      case "w:p":
        this.#open.push({ text: "", after: [], style: null, isNumbered: null, isMarkDeleted: false });
        break;
      case "w:pStyle":
        if (paragraph !== undefined) paragraph.style = attributes("val");
        break;
      case "w:numId":
        if (paragraph !== undefined) paragraph.isNumbered = attributes("val") !== "0";
        break;
      case "w:tab":
        // The same name describes where the tabs of a paragraph stand.
        if (this.#path.at(-2) === "w:r") this.#add("\t");
        break;
      case "w:ptab":
        this.#add("\t");
        break;
      case "w:br":
        if ((attributes("type") ?? "textWrapping") === "textWrapping") this.#add("\n");
        break;
      case "w:cr":
        this.#add("\n");
        break;
      case "w:noBreakHyphen":
        this.#add("\u2011");
        break;
      case "w:softHyphen":
        this.#add("\u00AD");
        break;
      case "w:sym":
        this.#symbol(attributes("char") ?? "");
        break;
      case "w:vMerge":
        // The cell goes on what stands above it.
        if (attributes("val") !== "restart") this.#leaveOut("w:tc");
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.#counts.notes += 1;
        break;
      case "w:tbl":
        this.#counts.tables += 1;
        break;
      case "a:blip":
      case "v:imagedata":
        this.#counts.pictures += 1;
        break;
      case "m:oMath":
        this.#counts.formulas += 1;
        break;
    }
  }

  #add(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  }

  /** Signs of fonts that have a numbering of their own mean nothing without the font. */
  #symbol(char: string): void {
    const code = /^[\da-f]{4}$/i.test(char) ? parseInt(char, 16) : 0;
    const isPlain = code >= 0x20 && (code < 0xd8_00 || code > 0xf8_ff);
    if (isPlain) this.#add(String.fromCodePoint(code));
    else this.#counts.symbols += 1;
  }

  #deleteEnd(of: "w:rPr" | "w:trPr"): void {
    if (of === "w:trPr") this.#leaveOut("w:tr");
    else if (this.#path.at(-3) === "w:pPr") {
      const paragraph = this.#open.at(-1);
      if (paragraph !== undefined) paragraph.isMarkDeleted = true;
    }
  }

  /** The rest of the innermost element of this name is not read. */
  #leaveOut(name: string): void {
    const depth = this.#path.lastIndexOf(name) + 1;
    if (depth > 0) this.#leftOut = depth;
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (paragraph === undefined) return;
    const text = this.#carried + paragraph.text;
    this.#carried = paragraph.isMarkDeleted ? text : "";
    const { style } = paragraph;
    const isNumbered = paragraph.isNumbered ?? (style !== null && this.#styles.has(style));
    if (isNumbered && text.trim() !== "" && !paragraph.isMarkDeleted) this.#counts.numbered += 1;
    const lines = [...(paragraph.isMarkDeleted ? [] : [text]), ...paragraph.after];
    (this.#open.at(-1)?.after ?? this.#lines).push(...lines);
  }
}
