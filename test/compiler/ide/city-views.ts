import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, type CompiledPolicy } from "../../../compiler/pipeline.ts";

const textOf = (path: string): { readonly name: string; readonly text: string } => ({
  name: path,
  text: readFileSync(join(import.meta.dirname, "../../..", path), "utf8"),
});

const vocabularies = [textOf("policies/vocabulary/医保定点.tiaowen")];

export const mudanjiangView: CompiledPolicy = compile({
  policy: textOf("policies/mudanjiang/2025-draft.tiaowen"),
  vocabularies,
});

export const yangjiangView: CompiledPolicy = compile({
  policy: textOf("policies/yangjiang/2025.tiaowen"),
  vocabularies,
});

export const cityViews: readonly CompiledPolicy[] = [mudanjiangView, yangjiangView];
