import { allAnalysisKinds } from "../analysis-of.ts";
import { didYouMean } from "../data/index.ts";
import { CommandFailure } from "./failure.ts";

/** The codes of `--only`, also where they are joined by commas; null where all are wanted. */
export const codesNamed = (given: readonly string[] | undefined): ReadonlySet<string> | null => {
  const codes = (given ?? []).flatMap((each) => each.split(/[,，、]/u)).filter((each) => each !== "");
  if (codes.length === 0) return null;
  for (const code of codes) {
    if (code in allAnalysisKinds) continue;
    throw new CommandFailure(
      `分析没有代码“${code}”${didYouMean(code, Object.keys(allAnalysisKinds)) || "。"}`,
      `可以用的代码：${Object.keys(allAnalysisKinds).toSorted().join("、")}。`,
    );
  }
  return new Set(codes);
};
