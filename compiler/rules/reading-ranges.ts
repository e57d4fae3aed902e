import {
  recordedSelfName,
  locateQuote,
  type Diagnostic,
  type PolicyFile,
  type Span,
} from "../../language/index.ts";

/** Where the words of recorded readings stand in the text. */
export const readingRanges = (file: PolicyFile): readonly Span[] =>
  file.blocks.flatMap((block) => {
    if (block.kind !== "reading" || block.quote.kind === "missing" || block.provision === null) return [];
    const provision = file.document.byPath.get(block.provision);
    return provision === undefined ? [] : (locateQuote(file.document, provision, block.quote.text) ?? []);
  });

/** Findings of the official text that ask for a 【理解】, told that it is there. */
export const withReadings = (file: PolicyFile): readonly Diagnostic[] => {
  const { findings } = file.document;
  if (!findings.some(({ code }) => code === "wrong-self-name")) return findings;
  const known = readingRanges(file);
  return findings.map((found) =>
    known.some(({ start, end }) => start <= found.span.start && found.span.end <= end)
      ? recordedSelfName(found)
      : found,
  );
};
