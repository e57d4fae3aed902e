import { expect } from "vitest";
import { CHECKS } from "../../../compiler/analyse/checks/index.ts";
import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { withEdits } from "../../../compiler/tried-suggestions.ts";
import { compile } from "../../../compiler/index.ts";
import type { AnalysisFinding } from "../../../compiler/model/analysis.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

const OPTIONS = { at: 20_454, limits: { steps: 100_000, milliseconds: 2000 }, second: null } as const;

/** What the checks whose codes begin so find in a text; suggestions that do not mend it are gone. */
export const findsIn = async (text: string, code: string): Promise<readonly AnalysisFinding[]> => {
  const sources = { policy: { name: "示例.tiaowen", text }, vocabularies: [] };
  const compiled = compile(sources);
  const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([]);
  const checks = CHECKS.filter(({ catalogue }) =>
    Object.keys(catalogue).some((each) => each.startsWith(code)),
  );
  const analysis = await analysePolicy(compiled, { ...OPTIONS, checks, sources });
  return analysis!.findings.filter((finding) => finding.code.startsWith(code));
};

/** The same in the small policy of the examples. */
export const findsAmong = (
  blocks: string,
  code: string,
  declarations = "",
  tail = "",
): Promise<readonly AnalysisFinding[]> => findsIn(exampleFile(blocks, declarations, tail), code);

/** The text after each of the suggestions of a finding. */
export const mended = (text: string, { suggestions }: AnalysisFinding): readonly string[] =>
  suggestions.map(({ edits }) => withEdits(text, edits));

/** In one line: code, certainty and the words of the clauses. */
export const told = (found: readonly AnalysisFinding[]): readonly string[] =>
  found.map(
    ({ code, certainty, places }) =>
      `${code} ${certainty}: ${places.map(({ origin }) => origin.words.split("\n")[0]).join(" | ")}`,
  );
