import type { Candidates, Decision, Program, Subject } from "../../model/ir.ts";
import { decisionsBehind, visitDecision } from "../../model/walk.ts";

/** Fields that decisions read, whatever stands behind them included, by object. */
export const fieldsBehind = (
  program: Program,
  decisions: readonly Decision[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const fields = new Map<string, Set<string>>();
  const read = (object: string, field: string): void => {
    const known = fields.get(object) ?? new Set<string>();
    fields.set(object, known.add(field));
  };
  const follow = (subject: Subject): void => {
    if (subject.kind !== "follow") return;
    read(subject.from.object, subject.field);
    follow(subject.from);
  };
  const readScope = ({ object, scope }: Candidates): void => {
    if (scope.kind === "region") read(object, scope.field);
    if (scope.kind !== "distance") return;
    if (scope.fromField !== null) read(scope.from.object, scope.fromField);
    if (scope.toField !== null) read(object, scope.toField);
  };
  const behind = new Set(decisions.flatMap(({ id }) => decisionsBehind(program, id)));
  for (const decision of behind) {
    if (decision.kind === "ranking" && decision.group !== null) read(decision.object, decision.group);
    visitDecision(program, decision, {
      term: (term) => {
        if (term.kind !== "field") return;
        read(term.of.object, term.field);
        follow(term.of);
      },
      subject: follow,
      candidates: readScope,
    });
  }
  return fields;
};
