import type { Diagnostic, RelatedPlace } from "../diagnostic.ts";
import { span, type SourceText, type Span } from "../source.ts";
import type { OfficialDocument, Provision, Segments } from "./model.ts";

/** The official text of a file without its blocks, and where its characters stand in the file. */
export interface OfficialReading {
  readonly source: SourceText;
  readonly toFile: (place: Span) => Span;
}

/**
 * What the last reading of a file found in its official text. Who types in a rule does not change that text:
 * its provisions and findings only move.
 */
export interface ReadingMemo {
  last: OfficialDocument | null;
}

export const createReadingMemo = (): ReadingMemo => ({ last: null });

/** The official parts of a file one behind the other; parts end where lines end. */
export const withoutBlocks = ({ source, official }: Segments): OfficialReading => {
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  for (const [order, { start, end }] of official.entries()) {
    const words = source.text.slice(start, end);
    const isWhole = words.endsWith("\n") || words === "" || order === official.length - 1;
    const part = isWhole ? words : `${words}\n`;
    starts.push(length);
    parts.push(part);
    length += part.length;
  }
  const offset = (at: number, isEnd: boolean): number => {
    const order = partAt(starts, isEnd ? at - 1 : at);
    const part = official[order];
    return part === undefined ? at : Math.min(part.start + at - starts[order]!, part.end);
  };
  const text = parts.join("");
  return {
    source: text === source.text ? source : { name: source.name, text },
    toFile: ({ start, end }) => {
      const first = offset(start, false);
      return span(first, end <= start ? first : offset(end, true));
    },
  };
};

/** The last part that begins at or before a place. */
const partAt = (starts: readonly number[], at: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
};

/** The same document with its places in the file that holds the blocks too. */
export const inFile = (
  document: OfficialDocument,
  source: SourceText,
  toFile: (place: Span) => Span,
): OfficialDocument => {
  const moved = new Map<Provision, MutableProvision>();
  const provisions = document.provisions.map((provision) => {
    const titleSpan = provision.titleSpan === null ? null : toFile(provision.titleSpan);
    const parent = provision.parent === null ? null : moved.get(provision.parent)!;
    const here: MutableProvision = {
      ...provision,
      titleSpan,
      span: toFile(provision.span),
      // A title with a line of its own is one of the pieces, and is known as such by being the same span.
      pieces: provision.pieces.map((piece) => (piece === provision.titleSpan ? titleSpan! : toFile(piece))),
      parent,
      children: [],
    };
    moved.set(provision, here);
    parent?.children.push(here);
    return here;
  });
  return {
    ...document,
    source,
    provisions,
    roots: document.roots.map((root) => moved.get(root)!),
    byPath: new Map(provisions.map((provision) => [provision.path, provision])),
    furniture: document.furniture.map(({ role, span: place }) => ({ role, span: toFile(place) })),
    findings: document.findings.map((finding) => movedFinding(finding, toFile)),
  };
};

type MutableProvision = { -readonly [Key in keyof Provision]: Provision[Key] } & {
  children: Provision[];
};

const movedFinding = (finding: Diagnostic, toFile: (place: Span) => Span): Diagnostic => ({
  ...finding,
  span: toFile(finding.span),
  ...(finding.related === undefined
    ? {}
    : { related: finding.related.map((other): RelatedPlace => ({ ...other, span: toFile(other.span) })) }),
  ...(finding.fixes === undefined
    ? {}
    : {
        fixes: finding.fixes.map((fix) => ({
          ...fix,
          edits: fix.edits.map((edit) => ({ ...edit, span: toFile(edit.span) })),
        })),
      }),
});
