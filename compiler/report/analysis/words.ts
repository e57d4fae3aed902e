import { printNumeral } from "../../../language/index.ts";
import type { AnalysisFinding, Certainty, WitnessResult } from "../../model/analysis.ts";
import { severitiesInWords } from "../finding.ts";
import type { Tone } from "../tone.ts";
import type { AnalysisReport, LeftReport, ReportedFinding } from "./report.ts";

/** How sure a finding is, as it stands beside every one. */
export const CERTAINTY_WORDS = {
  shown: "已举例并经核对",
  proved: "已证明",
  tested: "抽样未见反例",
  undecided: "未能判定",
  read: "依文字",
} as const satisfies Record<Certainty, string>;

export const SEVERITY_TONES = {
  error: "bad",
  warning: "warning",
  info: "muted",
} as const satisfies Record<AnalysisFinding["severity"], Tone>;

/** 成立; 冲突（A类、C类）. */
export const resultInWords = ({ status, value }: WitnessResult): string =>
  value === null ? status : status === "冲突" ? `${status}（${value}）` : `${status}：${value}`;

/** What is not in the message already: a finding is not told twice. */
export const factsToTell = ({ finding }: ReportedFinding): readonly string[] =>
  finding.witness === null || finding.witness.facts.every((fact) => finding.message.includes(fact))
    ? []
    : finding.witness.facts;

export const readingsInWords = ({ witness }: AnalysisFinding): readonly string[] =>
  [...(witness?.readings ?? [])].map(([name, option]) => `「${name}」采读法${printNumeral(option)}`);

/** 第十八条，class-overlap，理由：已经核对。 */
export const leftWords = ({ reported: { finding, clauses }, reason }: LeftReport): string => {
  const [first] = clauses;
  const place =
    first === undefined
      ? ""
      : `${first.file}:${first.line}，${first.label === null ? "" : `${first.label}，`}`;
  return `${place}${finding.code}，理由：${reason}`;
};

/** Under what the analysis found nothing: 没有发现问题 is not said of what was not asked. */
export const summaryWords = ({ counts, analysis, milliseconds, program }: AnalysisReport): string => {
  if (Object.values(counts).every((count) => count === 0) && program?.decisions.length === 0)
    return "没有规则，未作分析。";
  return `${severitiesInWords(counts)}${askedWords(analysis)}用时${secondsInWords(milliseconds)}。`;
};

const askedWords = ({ asked, remembered, undecided }: AnalysisReport["analysis"]): string => {
  if (asked === 0) return "";
  const notes = [
    ...(remembered === 0 ? [] : [`其中${remembered}个沿用以前的答案`]),
    ...(undecided === 0 ? [] : [`${undecided}个未能判定`]),
  ];
  return `共判定${asked}个问题${notes.length === 0 ? "" : `（${notes.join("，")}）`}，`;
};

const secondsInWords = (milliseconds: number): string =>
  milliseconds < 1000 ? `${Math.round(milliseconds)}毫秒` : `${(milliseconds / 1000).toFixed(1)}秒`;
