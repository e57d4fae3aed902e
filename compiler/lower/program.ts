import type { Diagnostic, PolicyFile } from "../../language/index.ts";
import type { CheckedBlock } from "../check/check-block.ts";
import type { Decision, ExceptionClause, Program } from "../model/ir.ts";
import type { PolicyInfo } from "../model/policy.ts";
import { ofKind, type Declarations } from "../resolve/declared.ts";
import { withExceptions } from "./exceptions.ts";
import { inDependencyOrder } from "./order.ts";

/** Puts the checked blocks together: exceptions at their rules, decisions in dependency order. */
export const assemble = (
  info: PolicyInfo,
  file: PolicyFile,
  declarations: Declarations,
  blocks: readonly CheckedBlock[],
): { readonly value: Program; readonly diagnostics: readonly Diagnostic[] } => {
  const checked = blocks.flatMap((block) => block.exceptions);
  const exceptions = new Map<string, ExceptionClause>();
  for (const block of blocks) {
    for (const clause of block.provisos) exceptions.set(clause.id, clause);
    for (const { clause } of block.exceptions) exceptions.set(clause.id, clause);
  }
  const decisions: readonly Decision[] = blocks.flatMap((block) => block.decisions);
  const joined = withExceptions(decisions, checked, file, declarations);
  const ordered = inDependencyOrder(joined.value, exceptions);
  const value: Program = {
    policy: info,
    objects: declarations.objects,
    parameters: new Map(
      blocks.flatMap((block) => block.parameters).map((parameter) => [parameter.name, parameter]),
    ),
    readings: new Map(blocks.flatMap((block) => block.readings).map((reading) => [reading.name, reading])),
    measures: ofKind(declarations, "measure").map((measure) => measure.name),
    decisions: ordered.value,
    exceptions,
    assertions: blocks.flatMap((block) => block.assertions),
    cases: blocks.flatMap((block) => block.cases),
    properties: blocks.flatMap((block) => block.properties),
  };
  return { value, diagnostics: [...joined.diagnostics, ...ordered.diagnostics] };
};
