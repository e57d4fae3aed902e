import type { TextEdit } from "../language/index.ts";
import { analyse, type AnalyseOptions } from "./analyse/analyse.ts";
import { exceptionEffect } from "./analyse/checks/exception-effect.ts";
import { CHECKS } from "./analyse/checks/index.ts";
import { changesNothing } from "./analyse/checks/no-change.ts";
import { createProbe } from "./analyse/probe.ts";
import { alwaysInForce } from "./analyse/witness/index.ts";
import type { AnalysisFinding, Suggestion } from "./model/analysis.ts";
import type { Program } from "./model/ir.ts";
import { compile, type PolicySources } from "./pipeline.ts";
import { createWorkspaceMemo, type WorkspaceMemo } from "./workspace.ts";

export interface TryOptions extends Omit<AnalyseOptions, "files" | "onProgress"> {
  readonly sources: PolicySources;
  /** Findings of the analysis that the finding comes from. */
  readonly findings: readonly AnalysisFinding[];
  /** Of the last compilation, so that only the edited block is read again. */
  readonly workspace?: WorkspaceMemo;
  /** What the sources are compiled to, where that is at hand. */
  readonly program?: Program;
}

/**
 * The suggestions of a finding that do what they say. Each is carried out on the text, which is compiled and put to the
 * same check again: it stays only where the finding is gone, the text has no error, no other finding of its kind has come
 * of it, and its exceptions leave something of every rule.
 */
export const triedSuggestions = async (
  finding: AnalysisFinding,
  options: TryOptions,
): Promise<readonly Suggestion[]> => {
  const kept: Suggestion[] = [];
  const workspace = options.workspace ?? createWorkspaceMemo();
  for (const suggestion of finding.suggestions) {
    if (await mends(finding, suggestion, { ...options, workspace })) kept.push(suggestion);
  }
  return kept;
};

/** A text after edits that do not overlap. */
export const withEdits = (text: string, edits: readonly TextEdit[]): string =>
  edits
    .toSorted((left, right) => right.span.start - left.span.start)
    .reduce((done, { span, newText }) => done.slice(0, span.start) + newText + done.slice(span.end), text);

const mends = async (
  finding: AnalysisFinding,
  suggestion: Suggestion,
  options: TryOptions,
): Promise<boolean> => {
  const { program, file, vocabularies } = compile(edited(options.sources, suggestion), options.workspace);
  if (program === null) return false;
  const check = (options.checks ?? CHECKS).find(({ catalogue }) => finding.code in catalogue);
  // What no check has found cannot be asked again here: then the text is only read.
  if (check === undefined) return true;
  if (suggestion.isNeutral === true && !(await changesNoResult(program, options))) return false;
  const files = [...vocabularies, file];
  const rules = new Set(finding.places.flatMap(({ rule }) => rule ?? []));
  const analysis = await analyse(program, {
    ...options,
    files,
    checks: [check],
    anyExample: true,
    ...(check.isLocal === true && rules.size > 0 ? { rules } : {}),
  });
  if (analysis === null) return false;
  const left = new Map<string, number>();
  for (const each of options.findings) {
    if (!(each.code in check.catalogue)) continue;
    const key = keyOf(each, suggestion);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const own = keyOf(finding, suggestion);
  left.set(own, (left.get(own) ?? 0) - 1);
  const isNothingNew = analysis.findings.every((each) => {
    const key = keyOf(each, null);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  });
  return isNothingNew && (check === exceptionEffect || !(await takesAway(program, rules, options)));
};

/** Whether exceptions now leave nothing of one of the rules, of which something was left before. */
const takesAway = async (
  program: Program,
  rules: ReadonlySet<string>,
  options: TryOptions,
): Promise<boolean> => {
  const emptied = (findings: readonly AnalysisFinding[]): readonly string[] =>
    findings
      .filter(({ code }) => code === "exception-swallows")
      .flatMap(({ places }) => places.flatMap(({ rule }) => rule ?? []));
  const before = new Set(emptied(options.findings));
  const analysis = await analyse(program, { ...options, checks: [exceptionEffect], anyExample: true, rules });
  return analysis === null || emptied(analysis.findings).some((rule) => !before.has(rule));
};

/** Whether every rule that is still there decides as before wherever it decided before. */
const changesNoResult = async (after: Program, options: TryOptions): Promise<boolean> => {
  const before = options.program ?? compile(options.sources).program;
  if (before === null) return false;
  const { at, limits, second, memo } = options;
  const probe = createProbe(before, at, { limits, second, seed: 1, anyExample: true }, memo);
  const [left, right] = [probe.program, alwaysInForce(after)];
  for (const decision of left.decisions) {
    const isLeft = right.decisions.some(({ id }) => id === decision.id);
    if (isLeft && !(await changesNothing(probe, left, right, decision))) return false;
  }
  return true;
};

/** Texts after a suggestion was taken. */
export const edited = (
  { policy, vocabularies }: PolicySources,
  { file, edits }: Suggestion,
): PolicySources => {
  const change = (source: PolicySources["policy"]): PolicySources["policy"] =>
    source.name === file ? { ...source, text: withEdits(source.text, edits) } : source;
  return { policy: change(policy), vocabularies: vocabularies.map(change) };
};

/** What is found and where; of a finding from before the edit, where that stands now. */
const keyOf = ({ code, certainty, places }: AnalysisFinding, moved: Suggestion | null): string =>
  [
    code,
    certainty === "undecided",
    ...places.map(({ origin: { file, span } }) => {
      const start = moved?.file === file ? movedOffset(moved.edits, span.start) : span.start;
      return `${file} ${start}`;
    }),
  ].join("\n");

const movedOffset = (edits: readonly TextEdit[], offset: number): number =>
  edits
    .filter(({ span }) => span.start < offset)
    .reduce(
      (moved, { span, newText }) =>
        span.end <= offset ? moved + newText.length - (span.end - span.start) : moved - (offset - span.start),
      offset,
    );
