import { extname } from "node:path";
import { segment } from "../../language/index.ts";
import type { ComparedInput } from "../compare.ts";
import { compileFiles } from "./compiled-policy.ts";
import type { Io } from "./io.ts";
import { locatePolicy, readVocabularies } from "./policy-files.ts";
import { readSourceDocument } from "./source-document.ts";
import { displayPath, readTextFile } from "./text-file.ts";

/** One of two compared files, with what was lost or not found on the way. */
export interface ComparedFile {
  readonly input: ComparedInput;
  readonly path: string;
  readonly remarks: readonly string[];
}

/** A policy, a folder that holds one, or any official text: plain, Markdown or Word. */
export const readCompared = async (io: Io, given: string): Promise<ComparedFile> => {
  const path = await locatePolicy(io, given);
  const name = displayPath(io, path);
  if (OFFICE.has(extname(path).toLowerCase())) {
    const { text, warnings } = await readSourceDocument(io, path);
    const remarks = warnings.map((warning) => `“${name}”：${warning}`);
    return { input: { file: { name, text }, compiled: null }, path, remarks };
  }
  const policy = await readTextFile(io, path);
  const file = { name: policy.name, text: policy.text };
  if (!segment(file).allowsBlocks) return { input: { file, compiled: null }, path, remarks: [] };
  const { vocabularies, missing } = await readVocabularies(io, policy);
  const compiled = compileFiles({ policy, vocabularies });
  const remarks = missing.map((vocabulary) => `没有找到“${name}”引用的词汇“${vocabulary}”。`);
  return { input: { file, compiled }, path, remarks };
};

/** Word files are read; of the others it is said how to turn them into one that can be. */
const OFFICE: ReadonlySet<string> = new Set([".docx", ".doc", ".wps", ".pdf", ".rtf"]);
