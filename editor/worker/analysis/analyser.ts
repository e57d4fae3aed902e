import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { createProbeMemo } from "../../../compiler/analyse/probe.ts";
import { readDay } from "../../../compiler/data/index.ts";
import { idleNotes, siftFindings } from "../../../compiler/left-findings.ts";
import { isLookedForInPolicy } from "../../../compiler/looked-for.ts";
import type { AnalysisFinding } from "../../../compiler/model/analysis.ts";
import { compile, type PolicySources } from "../../../compiler/pipeline.ts";
import { triedSuggestions } from "../../../compiler/tried-suggestions.ts";
import { createWorkspaceMemo } from "../../../compiler/workspace.ts";
import type { PolicyAnalysis, PolicyTexts } from "../worker-api.ts";
import { cardOf } from "./card.ts";
import { measureParameter } from "./measure.ts";

/** How much is tried for one question: on a page a quick answer that says what stays open is worth more. */
const LIMITS = { steps: 50_000, milliseconds: 1000 } as const;

/** Analyses a text again and again; answers that rest on what has not changed are remembered. */
export const createAnalyser = (): PolicyAnalysis => {
  const workspace = createWorkspaceMemo();
  const memo = createProbeMemo();
  let turn = 0;
  let last: {
    readonly sources: PolicySources;
    readonly version: number;
    readonly at: number;
    /** As shown, and as found. */
    readonly shown: readonly AnalysisFinding[];
    readonly findings: readonly AnalysisFinding[];
  } | null = null;
  return {
    analyse: async (texts, version, at) => {
      turn += 1;
      const mine = turn;
      const started = performance.now();
      const sources = sourcesOf(texts);
      const compiled = compile(sources, workspace);
      const day = readDay(at) ?? compiled.program?.policy.effectiveFrom ?? SOME_DAY;
      const analysis = await analysePolicy(compiled, {
        at: day,
        limits: LIMITS,
        second: null,
        memo,
        onProgress: async () => {
          await messagesComeIn();
          return mine === turn;
        },
      });
      if (analysis === null || mine !== turn) return null;
      const { kept, left } = siftFindings(compiled.file, analysis.findings);
      last = { sources, version, at: day, shown: kept, findings: analysis.findings };
      return {
        path: texts.path,
        version,
        findings: kept.map(cardOf),
        left: left.map(({ finding: { message, places }, reason }) => ({
          label: places[0]!.label,
          message,
          reason,
        })),
        notes: [
          ...analysis.notes,
          ...idleNotes(compiled.file, analysis.findings, (code) => isLookedForInPolicy(code, false)),
        ],
        asked: analysis.asked,
        undecided: analysis.undecided,
        milliseconds: Math.round(performance.now() - started),
      };
    },
    suggestionsFor: async (version, index) => {
      const finding = last?.version === version ? last.shown[index] : undefined;
      if (last === null || finding === undefined) return null;
      const { sources, at, findings } = last;
      return triedSuggestions(finding, {
        sources,
        at,
        limits: LIMITS,
        second: null,
        memo,
        workspace,
        findings,
      });
    },
    measure: async (version, index, files, mappings) => {
      const parameter = last?.version === version ? last.shown[index]?.sensitivity?.parameter : undefined;
      if (last === null || parameter === undefined) return null;
      const { sources, at } = last;
      const options = { at, limits: LIMITS, second: null, memo };
      return measureParameter(compile(sources, workspace), parameter, { files, mappings }, options);
    },
  };
};

/** 2026年1月1日. */
const SOME_DAY = 20_454;

const messagesComeIn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const sourcesOf = ({ path, text, vocabularies }: PolicyTexts): PolicySources => ({
  policy: { name: path, text },
  vocabularies: vocabularies.map((each) => ({ name: each.path, text: each.text })),
});
