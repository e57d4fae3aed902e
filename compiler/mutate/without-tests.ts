import type { Block, PolicyFile, Span } from "../../language/index.ts";
import type { CompiledPolicy, PolicySources } from "../pipeline.ts";
import { applied } from "./wording.ts";

/** Texts to be changed, with the way back to the places of the original. */
export interface ChangedTexts {
  readonly sources: PolicySources;
  originalOffset(offset: number): number;
}

/** The texts without their 用例 and 性质, which is most of what would have to be read again for every change. */
export const withoutTests = (compiled: CompiledPolicy): ChangedTexts => {
  const left = testsIn(compiled.file);
  return {
    sources: sourcesOf(
      compiled,
      applied(
        compiled.file.source.text,
        left.map((span) => ({ span, newText: "" })),
      ),
    ),
    originalOffset: (offset) => {
      let at = offset;
      for (const { start, end } of left) if (start <= at) at += end - start;
      return at;
    },
  };
};

export const wholeText = (compiled: CompiledPolicy): ChangedTexts => ({
  sources: sourcesOf(compiled, compiled.file.source.text),
  originalOffset: (offset) => offset,
});

const sourcesOf = ({ file, vocabularies }: CompiledPolicy, text: string): PolicySources => ({
  policy: { name: file.source.name, text },
  vocabularies: vocabularies.map(({ source }) => source),
});

/** A 【完】 stays where it also ends a block of rules; where it ends only tests, it goes with them. */
const testsIn = ({ blocks }: PolicyFile): readonly Span[] => {
  const spans: Span[] = [];
  let rulesAreOpen = false;
  for (const block of blocks) {
    const { headerSpan, bodySpan, span, closedBy } = block.segment;
    if (isTest(block)) spans.push({ start: headerSpan.start, end: rulesAreOpen ? bodySpan.end : span.end });
    rulesAreOpen = closedBy === "header" && (rulesAreOpen || !isTest(block));
  }
  return spans;
};

const isTest = ({ kind }: Block): boolean => kind === "case" || kind === "property";
