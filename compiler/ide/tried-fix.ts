import type { Diagnostic } from "../../language/index.ts";
import { NAME_FINDINGS } from "./fix-names.ts";
import type { FileEdits, PolicyView, QuickFix } from "./model.ts";

/** The findings that there would be after some edits. */
export type Recompile = (edits: readonly FileEdits[]) => readonly Diagnostic[];

/** Work in steps that take a while each; who does it may do something else in between, or give it up. */
export type InSteps<Answer> = Generator<undefined, Answer, undefined>;

/** Does all steps at once. */
export const atOnce = <Answer>(steps: InSteps<Answer>): Answer => {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};

/**
 * The fixes that remove their finding (where there is one) and bring no error with them. Where none is so clean, those
 * that uncover another error in its place, so that there are no more than before. Each fix is a step.
 */
export function* cures(
  view: PolicyView,
  finding: Diagnostic | null,
  fixes: readonly QuickFix[],
  recompile: Recompile,
): InSteps<readonly QuickFix[]> {
  const before = summary(view.diagnostics, finding);
  const removing: { readonly fix: QuickFix; readonly clean: boolean }[] = [];
  for (const fix of fixes.slice(0, MOST_TRIED)) {
    yield;
    const after = summary(recompile(fix.edits), finding);
    const removes = finding === null || after.alike < before.alike;
    if (removes && after.errors <= before.errors) removing.push({ fix, clean: after.known(before) });
  }
  const clean = removing.filter((tried) => tried.clean);
  return (clean.length > 0 || finding === null ? clean : removing).map(({ fix }) => fix);
}

const MOST_TRIED = 8;

interface Summary {
  /** Findings of the kind that is to be removed. */
  readonly alike: number;
  readonly errors: number;
  readonly messages: ReadonlyMap<string, number>;
  /** Whether every error was there before. */
  known(before: Summary): boolean;
}

const summary = (diagnostics: readonly Diagnostic[], finding: Diagnostic | null): Summary => {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const messages = new Map<string, number>();
  for (const { code, message } of errors) {
    const key = `${code} ${message}`;
    messages.set(key, (messages.get(key) ?? 0) + 1);
  }
  return {
    alike: finding === null ? 0 : diagnostics.filter((each) => isAlike(each, finding)).length,
    errors: errors.length,
    messages,
    known: (before) => [...messages].every(([key, count]) => count <= (before.messages.get(key) ?? 0)),
  };
};

/** A name that was only quoted is as unknown as before. */
const isAlike = (each: Diagnostic, finding: Diagnostic): boolean =>
  each.file === finding.file &&
  (each.code === finding.code || (NAME_FINDINGS.has(each.code) && NAME_FINDINGS.has(finding.code)));
