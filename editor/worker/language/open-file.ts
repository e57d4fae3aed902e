import { compile, type CompiledPolicy, type PolicySources } from "../../../compiler/pipeline.ts";
import { createWorkspaceMemo, type WorkspaceMemo } from "../../../compiler/workspace.ts";
import type { FoundVocabularies, Workspace } from "./workspace.ts";

/** A file as the page last wrote it, compiled with the vocabularies as they were then. */
export interface View extends CompiledPolicy {
  readonly path: string;
  readonly version: number;
  readonly missing: readonly string[];
}

/** One file that is worked on. It is compiled anew when its text or one of its vocabularies has changed. */
export interface OpenFile {
  readonly view: (version?: number) => View | null;
}

export const createOpenFile = (path: string, workspace: Workspace): OpenFile => {
  let memo: WorkspaceMemo = createWorkspaceMemo();
  let last: { readonly text: string; readonly found: FoundVocabularies; readonly view: View } | null = null;
  return {
    view: (version = last?.view.version ?? 0) => {
      const text = workspace.get(path);
      if (text === null) return null;
      const found = workspace.vocabulariesOf(path, text);
      if (last !== null && last.text === text && isSame(last.found, found)) {
        // Only the number changed, as after an undo: what was computed for the text stays right.
        if (last.view.version !== version) last = { ...last, view: { ...last.view, version } };
        return last.view;
      }
      const sources: PolicySources = { policy: { name: path, text }, vocabularies: found.vocabularies };
      try {
        last = { text, found, view: { ...compile(sources, memo), path, version, missing: found.missing } };
      } catch (error) {
        // What was remembered may be the reason.
        memo = createWorkspaceMemo();
        throw error;
      }
      return last.view;
    },
  };
};

const isSame = (left: FoundVocabularies, right: FoundVocabularies): boolean =>
  left.missing.join("、") === right.missing.join("、") &&
  left.vocabularies.length === right.vocabularies.length &&
  left.vocabularies.every(
    ({ name, text }, at) => name === right.vocabularies[at]!.name && text === right.vocabularies[at]!.text,
  );
