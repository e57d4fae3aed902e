import type { DiagnosticKind } from "../../language/index.ts";
import { compile } from "../pipeline.ts";

/**
 * What the bad example of a check is told, so that nobody has to guess what a template leaves open; `null` where the
 * example needs more than itself: a second policy, or a register.
 */
export const exampleMessage = async (code: string, { bad }: DiagnosticKind): Promise<string | null> => {
  const compiled = compile({ policy: { name: "示例.tiaowen", text: bad }, vocabularies: [] });
  const told = compiled.diagnostics.find((each) => each.code === code);
  if (told !== undefined) return told.message;
  if (compiled.program === null) return null;
  const [{ analysisOf }, { createProbeMemo }] = await Promise.all([
    import("../analysis-of.ts"),
    import("../analyse/probe.ts"),
  ]);
  const { findings } = await analysisOf(
    { policy: compiled, parent: null, facts: null, at: null, codes: new Set([code]) },
    { milliseconds: null, second: null, memo: createProbeMemo(), suggestions: "proposed" },
  );
  return findings.find((each) => each.code === code)?.message ?? null;
};
