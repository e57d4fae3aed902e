import { analyse, type AnalyseOptions } from "./analyse/analyse.ts";
import type { Analysis, AnalysisFinding } from "./model/analysis.ts";
import type { CompiledPolicy } from "./pipeline.ts";

/**
 * Analyses a compiled policy. Where its rules have errors, nothing can be asked; a circle among rules is told all the
 * same. Null where it was ended before its end.
 */
export const analysePolicy = async (
  compiled: CompiledPolicy,
  options: AnalyseOptions,
): Promise<Analysis | null> => {
  if (compiled.program !== null) {
    const files = [...compiled.vocabularies, compiled.file];
    return analyse(compiled.program, { files, ...options });
  }
  return {
    policy: compiled.file.document.title ?? compiled.file.source.name,
    at: options.at,
    findings: circlesOf(compiled),
    asked: 0,
    remembered: 0,
    undecided: 0,
    notes: ["规则有错误，未能分析。请先按“检查”列出的错误修改。"],
  };
};

const circlesOf = ({ diagnostics }: CompiledPolicy): readonly AnalysisFinding[] =>
  diagnostics
    .filter(({ code }) => code === "rules-in-a-circle")
    .map(({ code, severity, message, file, span, provision }) => ({
      code,
      severity,
      certainty: "read",
      message,
      places: [
        {
          rule: null,
          label: null,
          origin: { file, span, words: "", provision: provision ?? null, item: null, basis: [] },
        },
      ],
      witness: null,
      suggestions: [],
      reason: null,
    }));
