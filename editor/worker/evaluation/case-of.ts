import { outsideForce, runCases } from "../../../compiler/evaluate/index.ts";
import { evaluateOne } from "../../../compiler/evaluate/evaluate.ts";
import { startRun } from "../../../compiler/evaluate/run.ts";
import type { Decision } from "../../../compiler/model/ir.ts";
import type { LoadedPolicy } from "./loaded-policy.ts";
import { compileChanged } from "./loaded-policy.ts";
import { neededWorld, type Kept } from "./case-world.ts";
import type { Results } from "./results.ts";
import type { ResultTarget, WhatIf } from "../worker-api.ts";
import { withChanges } from "./what-if.ts";

/**
 * A result as a 【用例】 with the few records that it needs, as it would be with the changes. It is compiled and run
 * before it is given out; null where the language cannot say it, where it would take too many records, or where a
 * change cannot be read.
 */
export const caseFrom = async (
  { policy, loaded, at }: Results,
  target: ResultTarget,
  name: string,
  changes: readonly WhatIf[] = [],
): Promise<string | null> => {
  const { program } = policy;
  const { changed, problems } = withChanges(program, loaded.facts, changes);
  if (problems.length > 0) return null;
  const facts = { ...changed, tables: loaded.facts.tables };
  const decision = program.decisions.find(({ id }) => id === target.decision);
  const record = facts.record(target.object, target.id);
  if (decision === undefined || record === undefined || decision.object !== record.object) return null;
  // A case cannot expect a place in a ranking, nor ask for a definition.
  if (decision.kind === "ranking" || decision.kind === "definition") return null;
  const outcome = evaluateOne(startRun(program, facts, at), decision, record);
  // Loaded only where somebody asks for a case: the search for witnesses comes with it.
  const { caseText } = await import("../../../compiler/analyse/index.ts");
  const written = (tried: ReadonlySet<string>): string | null => {
    const kept: Kept = { program, decision, at, record, tried };
    const world =
      outsideForce(program.policy, at) === null ? neededWorld(kept, facts) : ({ records: [record] } as const);
    if (world === null) return null;
    const text = caseText(program, decision, world, at, record, outcome, name);
    return text !== null && passesIn(policy, decision, text, name) ? text : null;
  };
  const tried = new Set(
    changes.flatMap(({ object, id, field }) => (object === target.object && id === target.id ? [field] : [])),
  );
  // What was tried is written, unless the language cannot say it and the result does without it.
  return written(tried) ?? (tried.size === 0 ? null : written(new Set()));
};

/** Inserts the case behind the rule and runs it. */
const passesIn = ({ texts }: LoadedPolicy, decision: Decision, caseText: string, name: string): boolean => {
  const { text } = texts;
  const isHere = decision.origin.file === texts.path;
  const place = isHere ? endOfBlock(text, decision.origin.span.end) : text.length;
  const changed = `${text.slice(0, place)}\n\n${caseText}\n\n${text.slice(place)}`;
  const { program } = compileChanged(texts, changed);
  if (program === null) return false;
  const added = program.cases.filter((each) => each.name === name);
  return added.length > 0 && runCases({ ...program, cases: added }).cases.every(({ passed }) => passed);
};

/** A block ends with an empty line, where the next one begins, or with 【完】, behind which the case goes. */
const endOfBlock = (text: string, from: number): number => {
  const rest = /\n[ \t\u3000]*(?=\n|【)/u.exec(text.slice(from));
  if (rest === null) return text.length;
  const end = from + rest.index;
  const closing = /^\s*【完】/u.exec(text.slice(end));
  return closing === null ? end : end + closing[0].length;
};
