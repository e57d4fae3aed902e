import type { Diagnostic, Span } from "../../language/index.ts";
import { basisInserted } from "./fix-basis.ts";
import { exceptionText } from "./fix-exception.ts";
import { NAME_FINDINGS, nameFixes, touches } from "./fix-names.ts";
import { noteFixes, TEXT_FINDINGS } from "./fix-notes.ts";
import { blockBehind } from "./insert-places.ts";
import type { FileEdits, PolicyView, QuickFix } from "./model.ts";
import { blockAt } from "./sentence-around.ts";
import { cures, type Recompile } from "./tried-fix.ts";

/**
 * What can be done at a place: cures of the findings that touch it, then what can be added to the rule there. With
 * `recompile` each is tried first, and only what removes its finding without a new error is offered.
 */
export const quickFixes = (view: PolicyView, range: Span, recompile?: Recompile): readonly QuickFix[] => {
  const name = view.file.source.name;
  const findings = view.diagnostics
    .filter(({ file, span }) => file === name && touches(range, span))
    .slice(0, MOST_FINDINGS);
  const offered = findings.flatMap((finding) => {
    const proposed = withoutDoubles([...ownFixes(finding), ...fixesFor(view, finding)]);
    return recompile === undefined ? proposed : cures(view, finding, proposed, recompile);
  });
  const added = additions(view, range);
  return withoutDoubles([
    ...withPreferred(offered),
    ...(recompile === undefined ? added : cures(view, null, added, recompile)),
  ]);
};

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

const fixesFor = (view: PolicyView, finding: Diagnostic): readonly QuickFix[] => {
  if (NAME_FINDINGS.has(finding.code)) return nameFixes(view, finding);
  return TEXT_FINDINGS.has(finding.code) ? noteFixes(view, finding) : [];
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

/** The first cure of each finding is the one that is taken without asking, if no safe one is there. */
const withPreferred = (fixes: readonly QuickFix[]): readonly QuickFix[] =>
  fixes.map((fix, index) => {
    const alike = (other: QuickFix): boolean =>
      other.code === fix.code && other.span.start === fix.span.start;
    if (fix.preferred || fixes.some((other) => alike(other) && other.preferred)) return fix;
    return fixes.findIndex(alike) === index ? { ...fix, preferred: true } : fix;
  });

const withoutDoubles = (fixes: readonly QuickFix[]): readonly QuickFix[] => {
  const seen = new Set<string>();
  return fixes.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    return !seen.has(key) && seen.add(key);
  });
};
