import { compile, type CompiledPolicy } from "../../../compiler/pipeline.ts";
import type { FileEdits, QuickFix } from "../../../compiler/ide/index.ts";
import type { Diagnostic } from "../../../language/index.ts";

/** A text after edits that do not touch each other. */
export const edited = (text: string, file: string, edits: readonly FileEdits[]): string =>
  edits
    .filter((each) => each.file === file)
    .flatMap((each) => each.edits)
    .toSorted((left, right) => right.span.start - left.span.start)
    .reduce(
      (changed, { span, newText }) => changed.slice(0, span.start) + newText + changed.slice(span.end),
      text,
    );

/** The policy and its vocabularies after edits. */
export const afterEdits = (view: CompiledPolicy, edits: readonly FileEdits[]): CompiledPolicy => {
  const changed = ({ name, text }: CompiledPolicy["file"]["source"]) => ({
    name,
    text: edited(text, name, edits),
  });
  return compile({
    policy: changed(view.file.source),
    vocabularies: view.vocabularies.map(({ source }) => changed(source)),
  });
};

export const recompileOf =
  (view: CompiledPolicy) =>
  (edits: readonly FileEdits[]): readonly Diagnostic[] =>
    afterEdits(view, edits).diagnostics;

export const afterFix = (view: CompiledPolicy, fix: QuickFix): CompiledPolicy => afterEdits(view, fix.edits);

export const errorsOf = ({ diagnostics }: CompiledPolicy): readonly string[] =>
  diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);
