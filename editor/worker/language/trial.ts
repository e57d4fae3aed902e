import { compile, type CompiledPolicy } from "../../../compiler/pipeline.ts";
import { createWorkspaceMemo, type WorkspaceMemo } from "../../../compiler/workspace.ts";
import { edited } from "../../../compiler/ide/applied-edits.ts";
import type { FileEdits } from "../../../compiler/ide/index.ts";
import type { SourceText } from "../../../language/index.ts";
import type { View } from "./open-file.ts";

/** Compiles what a file would be with other texts, beside the file itself, whose memory stays as it is. */
export type Trial = (view: View, texts: ReadonlyMap<string, string>) => CompiledPolicy;

export const createTrial = (): Trial => {
  const memo: WorkspaceMemo = createWorkspaceMemo();
  return (view, texts) => {
    const changed = ({ name, text }: SourceText): SourceText => ({ name, text: texts.get(name) ?? text });
    return compile(
      {
        policy: changed(view.file.source),
        vocabularies: view.vocabularies.map(({ source }) => changed(source)),
      },
      memo,
    );
  };
};

/** The texts of a policy and its vocabularies after some edits. */
export const textsAfter = (view: View, edits: readonly FileEdits[]): ReadonlyMap<string, string> => {
  const texts = new Map([view.file, ...view.vocabularies].map(({ source }) => [source.name, source.text]));
  const own = edits
    .filter(({ file }) => texts.has(file))
    .map((each) => ({
      file: each.file,
      edits: each.edits.toSorted((left, right) => left.span.start - right.span.start),
    }));
  return edited(texts, own).texts;
};
