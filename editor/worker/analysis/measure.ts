import { analysePolicy, type AnalysePolicyOptions } from "../../../compiler/analyse-policy.ts";
import {
  changesInWords,
  parameterSensitivity,
} from "../../../compiler/analyse/sensitivity/parameter-sensitivity.ts";
import type { CompiledPolicy } from "../../../compiler/pipeline.ts";
import type { ColumnMapping, MeasuredParameter, RegisterFile } from "../worker-api.ts";

/** What comes of the values of an open parameter on the records of these files; null where the rules have errors. */
export const measureParameter = async (
  compiled: CompiledPolicy,
  parameter: string,
  register: { readonly files: readonly RegisterFile[]; readonly mappings: readonly ColumnMapping[] },
  options: AnalysePolicyOptions,
): Promise<MeasuredParameter | null> => {
  const { program } = compiled;
  if (program === null) return null;
  // What reads registers is fetched when one is first asked about.
  const { openRegister, readFacts } = await import("../evaluation/register.ts");
  const { facts } = readFacts(program, await openRegister(program, register.files, register.mappings));
  const checks = [parameterSensitivity];
  const analysis = await analysePolicy(compiled, { ...options, checks, facts });
  const found = analysis?.findings.find(({ sensitivity }) => sensitivity?.parameter === parameter);
  if (found?.sensitivity === undefined) return null;
  const { steps, rules } = found.sensitivity;
  return {
    message: changesInWords(found.sensitivity),
    steps: steps.map(({ range, results, moved }) => ({
      range,
      results: results.map(({ rule, counts }) => {
        const words = counts.map(({ result, count }) => `${result}${count}项`).join("、");
        return rules.length > 1 ? `“${rule}”${words}` : words;
      }),
      moved,
    })),
  };
};
