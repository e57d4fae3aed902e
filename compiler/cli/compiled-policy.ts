import { compile } from "../pipeline.ts";
import type { CompiledPolicy } from "../pipeline.ts";
import type { PolicyFile } from "../../language/index.ts";
import type { Program } from "../model/ir.ts";
import { locate } from "../report/finding.ts";
import type { CheckedFile } from "../report/finding.ts";
import { findingText } from "../report/lint-table.ts";
import { createWorkspaceMemo, type WorkspaceMemo } from "../workspace.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { WHERE_TO_PUT_IT } from "./missing-vocabulary.ts";
import { readPolicy } from "./policy-files.ts";
import type { PolicyFiles } from "./policy-files.ts";
import type { TextFile } from "./text-file.ts";

/** A policy on disk with what the compiler made of it. */
export interface OpenedPolicy {
  readonly files: PolicyFiles;
  readonly compiled: CompiledPolicy;
  /** Of this compilation: a text that differs in one block is compiled quickly with it. */
  readonly workspace: WorkspaceMemo;
}

/** A policy that can be run. */
export interface RunnablePolicy extends OpenedPolicy {
  readonly program: Program;
}

const SHOWN_ERRORS = 5;

export const openPolicy = async (io: Io, path: string): Promise<OpenedPolicy> => {
  const files = await readPolicy(io, path);
  if (files.missing.length > 0) {
    throw new CommandFailure(
      `没有找到“${files.policy.name}”引用的词汇：${files.missing.map((name) => `“${name}”`).join("、")}。`,
      WHERE_TO_PUT_IT,
    );
  }
  const workspace = createWorkspaceMemo();
  return { files, compiled: compileFiles(files, workspace), workspace };
};

export const compileFiles = (
  { policy, vocabularies }: Omit<PolicyFiles, "missing">,
  workspace?: WorkspaceMemo,
): CompiledPolicy =>
  compile({ policy: sourceOf(policy), vocabularies: vocabularies.map(sourceOf) }, workspace);

/** Opens a policy that has no errors; otherwise says what has to be mended first. */
export const openRunnable = async (io: Io, path: string): Promise<RunnablePolicy> => {
  const opened = await openPolicy(io, path);
  const { program } = opened.compiled;
  if (program === null) throw notRunnable(io, opened);
  return { ...opened, program };
};

export const checkedFile = (file: TextFile, compiled: CompiledPolicy): CheckedFile => ({
  name: file.name,
  text: file.text,
  diagnostics: compiled.diagnostics.filter((diagnostic) => diagnostic.file === file.name),
  suppressed: compiled.suppressed
    .filter(({ diagnostic }) => diagnostic.file === file.name)
    .map(({ diagnostic, reason }) => ({ diagnostic, reason, by: "file" })),
  label: (path) =>
    [compiled.file, ...compiled.vocabularies]
      .find(({ source }) => source.name === file.name)
      ?.document.byPath.get(path)?.label ?? path,
});

/** A line of 【政策】, also where other blocks have errors. */
export const metadataOf = (file: PolicyFile, key: string): string | null => {
  for (const block of file.blocks) {
    if (block.kind !== "metadata") continue;
    const entry = block.entries.find((each) => each.key === key);
    if (entry !== undefined) return entry.value.trim();
  }
  return null;
};

const sourceOf = ({ name, text }: TextFile): { name: string; text: string } => ({ name, text });

/** What has to be mended before anything can be run. */
export const notRunnable = (io: Io, { files, compiled }: OpenedPolicy): CommandFailure => {
  const errors = locate(
    [files.policy, ...files.vocabularies].map((file) => checkedFile(file, compiled)),
  ).filter(({ diagnostic }) => diagnostic.severity === "error");
  const shown = errors
    .slice(0, SHOWN_ERRORS)
    .map((finding) =>
      findingText(finding, { paint: io.paint, ...(io.columns === undefined ? {} : { width: io.columns }) }),
    );
  const rest = errors.length > shown.length ? `\n\n另有${errors.length - shown.length}处错误。` : "";
  return new CommandFailure(
    `“${files.policy.name}”有${errors.length}处错误，不能执行。\n\n${shown.join("\n\n")}${rest}\n`,
    `请先改正；用 tiaowen lint ${files.policy.name} 查看全部问题。`,
  );
};
