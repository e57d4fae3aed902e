import type { DiagnosticTable } from "../../language/index.ts";
import { diagnosticKinds } from "../pipeline.ts";
import { didYouMean } from "../resolve/suggest.ts";
import { CommandFailure } from "./failure.ts";

/** Every kind of finding, of the checks of a text and of the analysis of its rules, which is loaded for this only. */
export const findingKinds = async (): Promise<DiagnosticTable> => {
  const { allAnalysisKinds } = await import("../analysis-of.ts");
  return { ...diagnosticKinds, ...allAnalysisKinds };
};

export const knownCode = (code: string, kinds: DiagnosticTable): string => {
  if (Object.hasOwn(kinds, code)) return code;
  throw new CommandFailure(
    `没有代码为“${code}”的检查。${didYouMean(code, Object.keys(kinds))}`,
    "代码写在每一条检查结果中，例如 missing-number。",
  );
};

/** 代码=理由, as often as it is given. */
export const readSuppressions = (
  given: readonly string[],
  kinds: DiagnosticTable,
): ReadonlyMap<string, string> =>
  new Map(
    given.map((each) => {
      const at = each.search(/[=＝]/u);
      const reason = at < 0 ? "" : each.slice(at + 1).trim();
      if (reason === "") {
        throw new CommandFailure(
          `--suppress 的值“${each}”没有写理由。`,
          '请写成“代码=理由”，例如 --suppress "missing-number=节选，序号照录"。',
        );
      }
      return [knownCode(each.slice(0, at).trim(), kinds), reason] as const;
    }),
  );
