import type { Studio } from "../../state/studio.ts";
import type { AnalysisView } from "../../worker/worker-api.ts";

/** How much was asked, so that 没有发现 is not said of what was not looked at. */
export const askedInWords = ({ asked, undecided, findings }: AnalysisView): string => {
  // Some things are found to be too much to be asked at all.
  const open = Math.max(undecided, findings.filter(({ certainty }) => certainty === "undecided").length);
  return `共判定${asked}次，${open === 0 ? "都有结论" : `有${open}处未能判定`}。`;
};

/** What the findings on show are worth now. */
export const stateInWords = ({ analysis, findings, day }: Studio, view: AnalysisView): string => {
  const made = analysis.made.get();
  if (analysis.isRunning.get())
    return analysis.isStale.get() ? "正在重新分析，以下为修改之前的。" : "正在分析……";
  if (analysis.hasFailed.get()) return "分析没有完成，已经停止。以下为此前的。";
  if (!analysis.isStale.get()) return askedInWords(view);
  if (findings.get()?.isRunnable === false) return "规则有错误，以下为修改之前的。";
  return made !== null && made.day !== day.get() ? "基准日已改变，以下为此前的。" : "以下为修改之前的。";
};
