import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, createWorkspaceMemo, type CompiledPolicy, type Program } from "../../compiler/index.ts";
import type { SourceText } from "../../language/index.ts";
import { withoutCases, withSpareField } from "./policy-blocks.ts";
import { projectFolder } from "./tiaowen.ts";

/** A policy whose text is changed, with the vocabularies that it speaks in. */
export interface ComparedPolicy {
  readonly name: string;
  readonly text: string;
  readonly vocabularies: readonly SourceText[];
}

const read = (path: string): SourceText => ({
  name: path,
  text: readFileSync(join(projectFolder, path), "utf8"),
});

const VOCABULARY = read("policies/vocabulary/医保定点.tiaowen");

/** A policy as the tests change it: without its cases, with a field that no rule reads yet. */
export const prepared = (
  name: string,
  text: string,
  vocabulary: SourceText | null = null,
): ComparedPolicy => ({
  name,
  text: withSpareField(withoutCases(text)),
  vocabularies: vocabulary === null ? [] : [{ name: vocabulary.name, text: withSpareField(vocabulary.text) }],
});

export const cityPolicies: readonly ComparedPolicy[] = [
  "policies/mudanjiang/2025-draft.tiaowen",
  "policies/yangjiang/2025.tiaowen",
].map((path) => prepared(path, read(path).text, VOCABULARY));

/** Examples of one policy; those that compare two have tests of their own. */
export const examplePolicies: readonly ComparedPolicy[] = readdirSync(join(projectFolder, "examples"))
  .filter((folder) => existsSync(join(projectFolder, "examples", folder, "policy.tiaowen")))
  .sort()
  .map((folder) => prepared(folder, read(`examples/${folder}/policy.tiaowen`).text));

const memos = new Map<string, ReturnType<typeof createWorkspaceMemo>>();

/** Blocks that stay the same are read once only. */
export const compiledText = (policy: ComparedPolicy, text = policy.text): CompiledPolicy => {
  const memo = memos.get(policy.name) ?? createWorkspaceMemo();
  memos.set(policy.name, memo);
  return compile(
    { policy: { name: `${policy.name}.tiaowen`, text }, vocabularies: policy.vocabularies },
    memo,
  );
};

/** Null where the text has an error: then it is no policy. */
export const programOf = (policy: ComparedPolicy, text = policy.text): Program | null =>
  compiledText(policy, text).program;
