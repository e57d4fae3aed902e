import { analyse, type AnalyseOptions } from "./analyse/analyse.ts";
import { createProbeMemo } from "./analyse/probe.ts";
import { startTimeOfRun } from "./analyse/time-of-run.ts";
import type { RelatedPlace } from "../language/index.ts";
import type { Analysis, AnalysisFinding, FindingPlace } from "./model/analysis.ts";
import type { CompiledPolicy, PolicySources } from "./pipeline.ts";
import { triedSuggestions } from "./tried-suggestions.ts";
import { createWorkspaceMemo, type WorkspaceMemo } from "./workspace.ts";

export interface AnalysePolicyOptions extends AnalyseOptions {
  /**
   * The texts that were compiled: with them the suggestions of every finding are tried, and only those stay that mend it.
   * Without them suggestions stand as proposed; `triedSuggestions` tries those of one finding when they are wanted.
   */
  readonly sources?: PolicySources;
  /** Of the last compilation. */
  readonly workspace?: WorkspaceMemo;
}

/**
 * Analyses a compiled policy. Where its rules have errors, nothing can be asked; a circle among rules is told all the
 * same. Null where it was ended before its end.
 */
export const analysePolicy = async (
  compiled: CompiledPolicy,
  { sources, workspace, ...options }: AnalysePolicyOptions,
): Promise<Analysis | null> => {
  if (compiled.program !== null) {
    const files = [...compiled.vocabularies, compiled.file];
    const memo = options.memo ?? createProbeMemo();
    const time = options.time ?? startTimeOfRun();
    const analysis = await analyse(compiled.program, { files, ...options, memo, time });
    if (analysis === null || sources === undefined) return analysis;
    const trying = {
      ...options,
      memo,
      time,
      sources,
      findings: analysis.findings,
      program: compiled.program,
      workspace: workspace ?? createWorkspaceMemo(),
    };
    const findings: AnalysisFinding[] = [];
    let left = MOST_TRIED;
    for (const finding of analysis.findings) {
      const suggestions = left > 0 ? await triedSuggestions(finding, trying) : [];
      left -= finding.suggestions.length;
      findings.push({ ...finding, suggestions });
    }
    return { ...analysis, findings, notes: left < 0 ? [...analysis.notes, NOT_TRIED] : analysis.notes };
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

/** Each trial reads the text again: of a text with very many findings not everything is tried at once. */
const MOST_TRIED = 200;
const NOT_TRIED = `结果较多，修改建议只试改了${MOST_TRIED}处左右，其余结果没有列出修改建议。修改以后请再分析一次。`;

/** The line that names a block. */
const HEAD = /^【[^】]*】[^\n]*\n/u;

const circlesOf = ({
  diagnostics,
  file: { source, document },
}: CompiledPolicy): readonly AnalysisFinding[] => {
  const placeOf = ({ file, span, provision }: Omit<RelatedPlace, "message">): FindingPlace => ({
    rule: null,
    label: document.provisions.find(({ path }) => path === provision)?.label ?? null,
    origin: {
      file,
      span,
      words: file === source.name ? source.text.slice(span.start, span.end).replace(HEAD, "").trimEnd() : "",
      provision: provision ?? null,
      item: null,
      basis: [],
    },
  });
  return diagnostics
    .filter(({ code }) => code === "rules-in-a-circle")
    .map(({ code, severity, message, related = [], ...first }) => ({
      code,
      severity,
      certainty: "read",
      message,
      places: [first, ...related].map(placeOf),
      witness: null,
      suggestions: [],
      reason: null,
    }));
};
