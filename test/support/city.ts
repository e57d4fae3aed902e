import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, loadFacts, type CompiledPolicy, type LoadedFacts } from "../../compiler/index.ts";
import type { SourceText } from "../../language/index.ts";
import { projectFolder } from "./tiaowen.ts";

export interface City {
  readonly folder: string;
  readonly policy: SourceText;
}

const sourceAt = (path: string): SourceText => ({
  name: path,
  text: readFileSync(join(projectFolder, path), "utf8"),
});

export const mudanjiang: City = {
  folder: "mudanjiang",
  policy: sourceAt("policies/mudanjiang/2025-draft.tiaowen"),
};
export const yangjiang: City = { folder: "yangjiang", policy: sourceAt("policies/yangjiang/2025.tiaowen") };
export const cities: readonly City[] = [mudanjiang, yangjiang];

const vocabularies: readonly SourceText[] = readdirSync(join(projectFolder, "policies/vocabulary"))
  .filter((name) => name.endsWith(".tiaowen"))
  .map((name) => sourceAt(`policies/vocabulary/${name}`));

/** Compiles a city's policy, or another text in its place. */
export const compileCity = (city: City, text = city.policy.text): CompiledPolicy =>
  compile({ policy: { name: city.policy.name, text }, vocabularies });

/** The city's synthetic register, read for a program. */
export const registerOf = (city: City, program: NonNullable<CompiledPolicy["program"]>): LoadedFacts => {
  const folder = join(projectFolder, "policies", city.folder, "data");
  const files = readdirSync(folder)
    .filter((name) => /\.(csv|jsonl?)$/.test(name) && name !== "planted.json")
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  return loadFacts(program, files, { strict: false });
};
