import type { Diagnostic, PolicyFile } from "../../../language/index.ts";
import type { Finding } from "../worker-api.ts";
import type { View } from "./open-file.ts";

/** More than a person reads and than a page can mark; the rest are counted. */
const MOST_FINDINGS = 1000;

/** The gravest findings of the policy first of all, then of its vocabularies, each with the file that it stands in. */
export const findingsOf = (view: View): { readonly findings: readonly Finding[]; readonly left: number } => {
  const files = new Map([view.file, ...view.vocabularies].map((file) => [file.source.name, file]));
  const { diagnostics } = view;
  const chosen = diagnostics.length <= MOST_FINDINGS ? diagnostics : gravest(diagnostics);
  return {
    findings: chosen.map((diagnostic) => finding(diagnostic, files)),
    left: diagnostics.length - chosen.length,
  };
};

/** Errors stay rather than warnings, warnings rather than hints; each in the order of the text. */
const gravest = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  (["error", "warning", "info"] as const)
    .flatMap((severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity))
    .slice(0, MOST_FINDINGS);

const finding = (
  { code, severity, message, file, span, provision, related = [], fixes = [] }: Diagnostic,
  files: ReadonlyMap<string, PolicyFile>,
): Finding => ({
  code,
  severity,
  message,
  file,
  span,
  label: provision === undefined ? null : (files.get(file)?.document.byPath.get(provision)?.label ?? null),
  related,
  hasFix: fixes.length > 0,
});
