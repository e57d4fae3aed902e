import { compile, type CompiledPolicy } from "../../../compiler/pipeline.ts";
import { createWorkspaceMemo } from "../../../compiler/workspace.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import { LineIndex } from "../../../language/index.ts";
import type { PolicyTexts } from "../worker-api.ts";

/** A policy that can be run, as the page last gave it. */
export interface LoadedPolicy {
  readonly texts: PolicyTexts;
  readonly version: number;
  readonly compiled: CompiledPolicy;
  readonly program: Program;
}

export type PolicyReading =
  | { readonly kind: "policy"; readonly policy: LoadedPolicy }
  | { readonly kind: "refused"; readonly sentences: readonly string[] };

/** Compiles again and again; blocks that did not change are not checked anew. */
export const createPolicyReader = (): ((texts: PolicyTexts, version: number) => PolicyReading) => {
  const memo = createWorkspaceMemo();
  return (texts, version) => {
    const compiled = compile(sourcesOf(texts), memo);
    const { program } = compiled;
    if (program === null) return { kind: "refused", sentences: errorsInWords(texts, compiled) };
    if (program.decisions.length === 0)
      return { kind: "refused", sentences: ["本文件还没有规则，无从执行。请先在条文之后编写【规则】。"] };
    return { kind: "policy", policy: { texts, version, compiled, program } };
  };
};

/** What the compiler makes of a changed text of the same policy. */
export const compileChanged = (texts: PolicyTexts, text: string): CompiledPolicy =>
  compile(sourcesOf({ ...texts, text }));

const sourcesOf = ({ path, text, vocabularies }: PolicyTexts) => ({
  policy: { name: path, text },
  vocabularies: vocabularies.map((each) => ({ name: each.path, text: each.text })),
});

const SHOWN = 20;

const errorsInWords = (texts: PolicyTexts, { diagnostics }: CompiledPolicy): readonly string[] => {
  const lines = new Map(
    [texts, ...texts.vocabularies].map(({ path, text }) => [path, new LineIndex(text)] as const),
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const shown = errors.slice(0, SHOWN).map(({ file, span, message }) => {
    const line = lines.get(file)?.position(span.start).line ?? 1;
    return `${file === texts.path ? "" : `“${file}”`}第${line}行：${message}`;
  });
  return errors.length > SHOWN ? [...shown, `另有${errors.length - SHOWN}处错误。`] : shown;
};
