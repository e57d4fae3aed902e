import type { Provision } from "../../language/index.ts";
import { withoutBlanks } from "./lines.ts";
import type { FoldingRange, PolicyView } from "./model.ts";

/** Blocks, and the provisions that have a number, each with the blocks that stand under it. */
export const foldingRanges = (view: PolicyView): readonly FoldingRange[] => {
  const { document, segments, source } = view.file;
  const { text } = source;
  const ranges: FoldingRange[] = [];
  const add = (kind: FoldingRange["kind"], start: number, end: number): void => {
    const span = withoutBlanks(text, start, end);
    if (span !== null && text.slice(span.start, span.end).includes("\n")) ranges.push({ span, kind });
  };
  for (const { span } of segments.blocks) add("block", span.start, span.end);
  const addAll = (siblings: readonly Provision[], end: number): void => {
    for (const [index, provision] of siblings.entries()) {
      const next = siblings[index + 1]?.span.start ?? end;
      if (FOLDED.has(provision.level)) add("provision", provision.span.start, next);
      addAll(provision.children, next);
    }
  };
  addAll(document.roots, text.length);
  return ranges.sort((left, right) => left.span.start - right.span.start || right.span.end - left.span.end);
};

const FOLDED: ReadonlySet<Provision["level"]> = new Set([
  "book",
  "part",
  "chapter",
  "section",
  "article",
  "heading1",
  "heading2",
  "heading3",
  "annex",
] as const);
