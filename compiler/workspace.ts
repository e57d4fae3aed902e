import {
  createMemo,
  mergeVocabularies,
  makeVocabulary,
  parseFile,
  type Block,
  type ParseMemo,
  type PolicyFile,
  type SourceText,
} from "../language/index.ts";
import { checkBlock, type CheckedBlock } from "./check/check-block.ts";
import type { Environment } from "./check/environment.ts";
import { createEnvironment } from "./check/lazy-environment.ts";
import { boundariesOf } from "./resolve/boundaries.ts";
import type { Declarations } from "./resolve/declared.ts";

/** What earlier compilations of one policy left behind; it holds what the last one used and no more. */
export interface WorkspaceMemo {
  parse(sources: { readonly policy: SourceText; readonly vocabularies: readonly SourceText[] }): {
    readonly file: PolicyFile;
    readonly vocabularies: readonly PolicyFile[];
  };
  check(
    files: readonly PolicyFile[],
    declarations: Declarations,
  ): { readonly blocks: readonly CheckedBlock[]; readonly environment: Environment };
}

export const createWorkspaceMemo = (): WorkspaceMemo => {
  const parseMemos = new Map<string, ParseMemo>();
  const memoOf = (name: string): ParseMemo => {
    const known = parseMemos.get(name) ?? createMemo();
    parseMemos.set(name, known);
    return known;
  };
  return {
    parse: ({ policy, vocabularies }) => {
      const parsed: PolicyFile[] = [];
      // A vocabulary may name others, which stand behind it in the list.
      for (const source of vocabularies.toReversed()) {
        parsed.unshift(parseFile(source, mergeVocabularies(...parsed.map(ownVocabulary)), memoOf(source.name)));
      }
      const imported = mergeVocabularies(...parsed.map(ownVocabulary));
      return { file: parseFile(policy, imported, memoOf(policy.name)), vocabularies: parsed };
    },
    check: (files, declarations) => {
      const environment = createEnvironment(declarations, files);
      const blocks = files.flatMap((file) => {
        const boundaries = boundariesOf(file);
        return file.blocks.map((block) => checkBlock(block, file, environment, boundaries));
      });
      return { blocks, environment };
    },
  };
};

const ownVocabulary = (file: PolicyFile): PolicyFile["vocabulary"] =>
  makeVocabulary(file.vocabulary.declarations.filter((declaration) => declaration.file === file.source.name));

export type { Block };
