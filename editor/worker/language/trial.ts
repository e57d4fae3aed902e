import {
  compile,
  createWorkspaceMemo,
  type CompiledPolicy,
  type PolicySources,
  type WorkspaceMemo,
} from "../../../compiler/index.ts";
import type { FileEdits } from "../../../compiler/ide/index.ts";
import type { SourceText } from "../../../language/index.ts";
import type { View } from "./open-file.ts";

/** Compiles what a file would be after some edits, beside the file itself, whose memory stays as it is. */
export type Trial = (view: View, edits: readonly FileEdits[]) => CompiledPolicy;

export const createTrial = (): Trial => {
  const memo: WorkspaceMemo = createWorkspaceMemo();
  return (view, edits) => {
    const edited = ({ name, text }: SourceText): SourceText => ({ name, text: applied(name, text, edits) });
    const sources: PolicySources = {
      policy: edited(view.file.source),
      vocabularies: view.vocabularies.map(({ source }) => edited(source)),
    };
    return compile(sources, memo);
  };
};

const applied = (name: string, text: string, edits: readonly FileEdits[]): string => {
  const own = edits
    .filter(({ file }) => file === name)
    .flatMap((each) => each.edits)
    .toSorted((left, right) => left.span.start - right.span.start);
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of own) {
    parts.push(text.slice(at, span.start), newText);
    at = Math.max(at, span.end);
  }
  parts.push(text.slice(at));
  return parts.join("");
};
