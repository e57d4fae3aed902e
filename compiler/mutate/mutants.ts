import { LineIndex, type PolicyFile, type TextEdit } from "../../language/index.ts";
import type { Program } from "../model/ir.ts";
import { compile, type CompiledPolicy } from "../pipeline.ts";
import { createWorkspaceMemo } from "../workspace.ts";
import { inWriting, meaningsOf, type Meanings } from "./meaning.ts";
import type { PlacedChange } from "../model/mutation.ts";
import type { Change } from "./model.ts";
import { changesOf } from "./operators/index.ts";
import { isChanged, placeOf, type Place } from "./place.ts";
import { withoutTests, wholeText } from "./without-tests.ts";
import { applied, wordsOf } from "./wording.ts";

/** A change that was found and not yet made. */
export interface Candidate {
  readonly place: Place;
  readonly change: Change;
}

/** A policy with one thing changed. */
export interface Mutant {
  readonly program: Program;
  readonly meanings: Meanings;
}

/** `impossible`: cannot be compiled so. `same`: means what the original means. `again`: what another change means. */
export type Made =
  | { readonly kind: "made"; readonly mutant: Mutant; readonly edits: readonly TextEdit[] }
  | { readonly kind: "impossible"; readonly edits: readonly TextEdit[] }
  | { readonly kind: "same"; readonly edits: readonly TextEdit[] }
  | { readonly kind: "again"; readonly edits: readonly TextEdit[] };

/** Makes changes one at a time. Cases and properties stay out of the texts: they are those of the original. */
export interface Workshop {
  readonly candidates: readonly Candidate[];
  make(candidate: Candidate): Made;
  tell(candidate: Candidate, edits: readonly TextEdit[]): PlacedChange;
}

export const openWorkshop = (compiled: CompiledPolicy, original: Program): Workshop => {
  const memo = createWorkspaceMemo();
  const stripped = withoutTests(compiled);
  const shorter = compile(stripped.sources, memo);
  // Where the text cannot be read without them, they stay in it.
  const bare = shorter.program === null ? wholeText(compiled) : stripped;
  const start = shorter.program === null ? compile(bare.sources, memo) : shorter;
  const text = start.file.source.text;
  const lines = new LineIndex(compiled.file.source.text);
  const unchanged = inWriting(meaningsOf(original));
  const seen = new Set<string>();

  const programAfter = (edits: readonly TextEdit[]): Program | null => {
    const policy = { name: start.file.source.name, text: applied(text, edits) };
    const { program } = compile({ ...bare.sources, policy }, memo);
    return program === null ? null : { ...program, cases: original.cases, properties: original.properties };
  };

  return {
    candidates: start.file.blocks.filter(isChanged).flatMap((block) => {
      const place = placeOf(block, text, start.model.declarations);
      return changesOf(place).map((change) => ({ place, change }));
    }),
    make: ({ change }) => {
      let kind: "impossible" | "same" | "again" = "impossible";
      for (const edits of change.ways) {
        const program = programAfter(edits);
        if (program === null) continue;
        const meanings = meaningsOf(program);
        const written = inWriting(meanings);
        if (written !== unchanged && !seen.has(written)) {
          seen.add(written);
          return { kind: "made", mutant: { program, meanings }, edits };
        }
        kind = written === unchanged ? "same" : "again";
      }
      return { kind, edits: change.ways[0] ?? [] };
    },
    tell: ({ place, change }, edits) => ({
      operator: change.operator,
      provision: labelOf(start.file, place.block.provision),
      rule: ruleOf(place),
      file: start.file.source.name,
      line: lines.position(bare.originalOffset(change.span.start)).line,
      ...wordsOf(place, change, edits),
    }),
  };
};

const labelOf = ({ document }: PolicyFile, path: string | null): string | null =>
  path === null ? null : (document.byPath.get(path)?.label ?? null);

export const ruleOf = ({ block }: Place): string | null => block.name?.text ?? null;
