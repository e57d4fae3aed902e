import { LineIndex, type Severity } from "../../../language/index.ts";
import type { Analysis, AnalysisFinding } from "../../model/analysis.ts";
import type { Program } from "../../model/ir.ts";
import { clausesOf, type ReportedClause } from "./clause.ts";
import { editsOf, type ReportedSuggestion } from "./suggested-edit.ts";

/** One analysis with everything that a report needs, whatever its format. */
export interface AnalysisReport {
  readonly analysis: Analysis;
  readonly file: string;
  /** 征求意见稿 and the like: results are a trial run. */
  readonly caveat: string | null;
  readonly synthetic: boolean;
  /** The document that this one is held against. */
  readonly parent: { readonly name: string; readonly file: string } | null;
  /** Findings by provision, in the order of the text. */
  readonly groups: readonly FindingGroup[];
  /** Looked at by somebody and left, with the reason that the policy gives. */
  readonly left: readonly LeftReport[];
  readonly counts: FindingCounts;
  readonly milliseconds: number;
  /** Objects and parameters of the analysed policy, for values in print. */
  readonly program: Program | null;
}

export interface FindingGroup {
  /** 第十八条; null for what stands under no provision. */
  readonly label: string | null;
  readonly findings: readonly ReportedFinding[];
}

export interface ReportedFinding {
  readonly finding: AnalysisFinding;
  readonly clauses: readonly ReportedClause[];
  readonly suggestions: readonly ReportedSuggestion[];
}

export interface LeftReport {
  readonly reported: ReportedFinding;
  readonly reason: string;
}

export type FindingCounts = Readonly<Record<Severity, number>>;

export interface ReportSources {
  readonly analysis: Analysis;
  readonly left?: readonly { readonly finding: AnalysisFinding; readonly reason: string }[];
  readonly file: string;
  /** Texts by file name: where lines are counted and edits are shown. */
  readonly texts: ReadonlyMap<string, string>;
  /** Names of files that are not the analysed policy, as they are told. */
  readonly others: ReadonlyMap<string, string>;
  readonly program: Program | null;
  readonly parent?: AnalysisReport["parent"];
  readonly synthetic?: boolean;
  readonly milliseconds: number;
}

export const reportOf = (sources: ReportSources): AnalysisReport => {
  const { analysis, program } = sources;
  const lines = new Map<string, LineIndex>();
  const linesOf = (file: string): LineIndex => {
    const known = lines.get(file) ?? new LineIndex(sources.texts.get(file) ?? "");
    lines.set(file, known);
    return known;
  };
  const counts = { error: 0, warning: 0, info: 0 };
  const reportedOf = (finding: AnalysisFinding): ReportedFinding => ({
    finding,
    clauses: clausesOf(finding, linesOf, sources.others),
    suggestions: finding.suggestions.map((each) =>
      editsOf(each, sources.texts.get(each.file) ?? null, linesOf(each.file)),
    ),
  });
  const groups = new Map<string | null, ReportedFinding[]>();
  for (const finding of analysis.findings) {
    counts[finding.severity] += 1;
    const reported = reportedOf(finding);
    const [first] = reported.clauses;
    const label = first === undefined ? null : groupLabel(first);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [reported]);
    else group.push(reported);
  }
  return {
    analysis,
    file: sources.file,
    caveat:
      program?.policy.trial === true
        ? `本文件为${program.policy.stage ?? "征求意见稿"}，尚未施行，分析按假定有效作出。`
        : null,
    synthetic: sources.synthetic ?? false,
    parent: sources.parent ?? null,
    groups: [...groups].map(([label, findings]) => ({ label, findings })),
    left: (sources.left ?? []).map(({ finding, reason }) => ({ reported: reportedOf(finding), reason })),
    counts,
    milliseconds: sources.milliseconds,
    program,
  };
};

/** Provisions of another document are named with it. */
const groupLabel = ({ document, label }: ReportedClause): string | null =>
  document === null ? label : `《${document}》${label ?? ""}`;
