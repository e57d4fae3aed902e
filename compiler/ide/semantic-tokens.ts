import type { Block, BlockSegment, Span } from "../../language/index.ts";
import type { Declared } from "../resolve/declared.ts";
import { cutBlock } from "./block-tokens.ts";
import { declarationTokens } from "./declaration-tokens.ts";
import { TOKEN_KINDS, type PolicyView, type TokenKind } from "./model.ts";
import { HEADER_NAME_KINDS, kindOfToken, NAME_KINDS } from "./token-kinds.ts";

/** A stretch that is shown in one colour. */
export interface KindSpan extends Span {
  readonly kind: TokenKind;
}

/**
 * The words of the blocks with their kinds, as Monaco wants them: groups of five, line and start as differences,
 * length, number of the kind, modifiers. Blocks with errors are shown by their words alone.
 */
export const semanticTokens = (view: PolicyView): Uint32Array => {
  const { source, segments, blocks } = view.file;
  const names = namesOf(view);
  const encoder = new Encoder(source.text);
  const byStart = new Map(blocks.map((block) => [block.span.start, block]));
  let mark = 0;
  for (const segment of segments.blocks) {
    for (; mark < segments.marks.length && segments.marks[mark]!.start < segment.span.start; mark += 1)
      encoder.add({ ...segments.marks[mark]!, kind: "blockHeader" });
    addBlock(segment, byStart.get(segment.span.start), view, names, encoder);
  }
  for (const span of segments.marks.slice(mark)) encoder.add({ ...span, kind: "blockHeader" });
  return encoder.encoded();
};

const addBlock = (
  segment: BlockSegment,
  block: Block | undefined,
  view: PolicyView,
  names: Names,
  encoder: Encoder,
): void => {
  const { headerSpan, nameSpan, bodySpan, span, keyword, name } = segment;
  const hasName = name !== "";
  encoder.add({
    start: headerSpan.start,
    end: hasName ? nameSpan.start : headerSpan.end,
    kind: "blockHeader",
  });
  const shownName = HEADER_NAME_KINDS[keyword];
  if (hasName && shownName !== undefined) encoder.add({ ...nameSpan, kind: shownName });
  const cut = block === undefined ? null : cutBlock(view.file, block);
  if (cut === null) {
    if (block !== undefined)
      for (const each of declarationTokens(block, view.file.source.text)) encoder.add(each);
  } else {
    for (const token of cut.words.lexed.tokens) {
      const start = token.startOffset + cut.by;
      const end = token.endOffset + 1 + cut.by;
      if (token.tokenType.name === "Term" || token.tokenType.name === "Quoted") {
        const kind = names.kindAt(start, token.image) ?? kindOfToken(token);
        if (kind !== null) encoder.add({ start, end, kind });
        continue;
      }
      const kind = kindOfToken(token);
      const unit = token.payload?.kind === "quantity" ? token.payload.unitSpan : null;
      if (kind !== null) encoder.add({ start, end: unit === null ? end : unit.start + cut.by, kind });
      if (unit !== null) encoder.add({ start: unit.start + cut.by, end, kind: "unit" });
    }
  }
  if (segment.closedBy === "end") encoder.add({ start: bodySpan.end, end: span.end, kind: "blockHeader" });
};

interface Names {
  /** What a name means where it stands; what it is declared as where nothing is known of the place. */
  kindAt(start: number, text: string): TokenKind | null;
}

const namesOf = ({ file, model }: PolicyView): Names => {
  const uses = new Map<number, Declared>();
  for (const { file: name, span, target } of model.uses) {
    const declared = name === file.source.name ? model.declarations.byId.get(target) : undefined;
    if (declared !== undefined) uses.set(span.start, declared);
  }
  return {
    kindAt: (start, text) => {
      const used = uses.get(start);
      if (used !== undefined) return NAME_KINDS[used.kind];
      const [first] = model.declarations.byName.get(text) ?? [];
      return first === undefined ? null : NAME_KINDS[first.kind];
    },
  };
};

/** Takes stretches in order of place; what would reach over another one or over a line end is cut. */
class Encoder {
  readonly #text: string;
  readonly #data: number[] = [];
  #reached = 0;
  #line = 0;
  #lineStart = 0;
  #nextBreak: number;
  #lastLine = 0;
  #lastColumn = 0;

  constructor(text: string) {
    this.#text = text;
    this.#nextBreak = text.indexOf("\n");
  }

  add({ start, end, kind }: KindSpan): void {
    let at = Math.max(start, this.#reached);
    const until = Math.min(end, this.#text.length);
    while (at < until) {
      this.#moveTo(at);
      const stop = this.#nextBreak < 0 ? until : Math.min(until, this.#nextBreak);
      this.#push(at, stop, kind);
      at = stop + 1;
    }
    this.#reached = Math.max(this.#reached, until);
  }

  encoded(): Uint32Array {
    return Uint32Array.from(this.#data);
  }

  #moveTo(offset: number): void {
    while (this.#nextBreak >= 0 && this.#nextBreak < offset) {
      this.#line += 1;
      this.#lineStart = this.#nextBreak + 1;
      this.#nextBreak = this.#text.indexOf("\n", this.#lineStart);
    }
  }

  #push(from: number, to: number, kind: TokenKind): void {
    let start = from;
    let end = to;
    while (start < end && BLANK.test(this.#text[start]!)) start += 1;
    while (end > start && BLANK.test(this.#text[end - 1]!)) end -= 1;
    if (start >= end) return;
    const column = start - this.#lineStart;
    const lines = this.#line - this.#lastLine;
    this.#data.push(
      lines,
      lines === 0 ? column - this.#lastColumn : column,
      end - start,
      KIND_NUMBERS.get(kind)!,
      0,
    );
    this.#lastLine = this.#line;
    this.#lastColumn = column;
  }
}

const BLANK = /\s/u;

const KIND_NUMBERS: ReadonlyMap<TokenKind, number> = new Map(
  TOKEN_KINDS.map((kind, index) => [kind, index] as const),
);
