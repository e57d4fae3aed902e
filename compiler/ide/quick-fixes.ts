import type { Diagnostic, Span } from "../../language/index.ts";
import { basisInserted } from "./fix-basis.ts";
import { exceptionText } from "./fix-exception.ts";
import { formFixes } from "./fix-forms.ts";
import { NAME_FINDINGS, nameFixes, touches, withoutBareParameter } from "./fix-names.ts";
import { noteFixes, TEXT_FINDINGS } from "./fix-notes.ts";
import { blockBehind } from "./insert-places.ts";
import type { FileEdits, PolicyView, QuickFix } from "./model.ts";
import { blockAt } from "./sentence-around.ts";
import { atOnce, cures, type InSteps, type Recompile } from "./tried-fix.ts";

/**
 * What can be done at a place: cures of the findings that touch it, then what can be added to the rule there. With
 * `recompile` each is tried first, and only what removes its finding without a new error is offered.
 */
export const quickFixes = (view: PolicyView, range: Span, recompile?: Recompile): readonly QuickFix[] =>
  atOnce(quickFixSteps(view, range, recompile));

/** The same in steps, because to try everything takes longer than who types should wait. */
export function* quickFixSteps(
  view: PolicyView,
  range: Span,
  recompile?: Recompile,
): InSteps<readonly QuickFix[]> {
  const name = view.file.source.name;
  const findings = view.diagnostics
    .filter(({ file, span }) => file === name && touches(range, span))
    .slice(0, MOST_FINDINGS);
  const offered: QuickFix[] = [];
  for (const finding of findings) {
    const proposed = withoutDoubles(fixesFor(view, finding));
    offered.push(...(recompile === undefined ? proposed : yield* cures(view, finding, proposed, recompile)));
  }
  const added = additions(view, range);
  return withoutDoubles([
    ...withPreferred(offered),
    ...(recompile === undefined ? added : yield* cures(view, null, added, recompile)),
  ]);
}

/** What a hand can choose from; more is no help, and each has to be tried. */
const MOST_FINDINGS = 4;

/** The fixes that a finding brings with it. */
const ownFixes = (finding: Diagnostic): readonly QuickFix[] =>
  (finding.fixes ?? []).map(({ title, edits, safe }) => ({
    title,
    code: finding.code,
    span: finding.span,
    preferred: safe,
    edits: [{ file: finding.file, edits }],
  }));

/** The likeliest first. */
const fixesFor = (view: PolicyView, finding: Diagnostic): readonly QuickFix[] => {
  const own = ownFixes(finding);
  if (TEXT_FINDINGS.has(finding.code)) return [...own, ...noteFixes(view, finding)];
  if (!NAME_FINDINGS.has(finding.code)) return [...own, ...formFixes(view, finding)];
  const names = nameFixes(view, finding);
  return names.length === 0 ? own : [...names, ...withoutBareParameter(own)];
};

/** 例外 and 依据 for the rule at a place. */
const additions = (view: PolicyView, range: Span): readonly QuickFix[] => {
  const { file } = view;
  const block = blockAt(view, range.start);
  if (block === null || (block.kind !== "rule" && block.kind !== "classification")) return [];
  const fix = (title: string, edit: FileEdits["edits"][number]): QuickFix => ({
    title,
    code: null,
    span: block.segment.headerSpan,
    preferred: false,
    edits: [{ file: file.source.name, edits: [edit] }],
  });
  const basis = basisInserted(file, block);
  const exception = block.kind === "rule" ? exceptionText(view, block) : null;
  return [
    ...(basis === null ? [] : [fix(`写明依据「${shortened(basis.quote)}」`, basis.edit)]),
    ...(exception === null
      ? []
      : [fix(`为“${block.segment.name}”增加例外`, blockBehind(file, block, exception))]),
  ];
};

const LONGEST_TITLE = 30;

const shortened = (words: string): string =>
  words.length <= LONGEST_TITLE ? words : `${words.slice(0, LONGEST_TITLE)}……`;

/** Taken without asking: a safe one, the only one of its finding, and the likeliest name. Readings are chosen by hand. */
const withPreferred = (fixes: readonly QuickFix[]): readonly QuickFix[] =>
  fixes.map((fix) => {
    const alike = fixes.filter(({ code, span }) => code === fix.code && span.start === fix.span.start);
    const isFirstName = NAME_FINDINGS.has(fix.code ?? "") && alike[0] === fix;
    const isOnlySafe = !alike.some(({ preferred }) => preferred);
    return fix.preferred || !isOnlySafe || (alike.length > 1 && !isFirstName)
      ? fix
      : { ...fix, preferred: true };
  });

const withoutDoubles = (fixes: readonly QuickFix[]): readonly QuickFix[] => {
  const seen = new Set<string>();
  return fixes.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    return !seen.has(key) && seen.add(key);
  });
};
