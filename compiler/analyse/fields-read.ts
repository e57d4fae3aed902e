import type { Decision, Program, Subject } from "../model/ir.ts";
import { visitDecision } from "../evaluate/index.ts";

/** What a sample has to contain: the objects that some decisions read, with the fields that they read. */
export interface Reads {
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  /** Objects of which several records stand beside each other. */
  readonly several: ReadonlySet<string>;
  /** Parameters that have no value of their own. */
  readonly openParameters: ReadonlySet<string>;
  readonly walking: boolean;
}

export const readsOf = (program: Program, decisions: readonly Decision[]): Reads => {
  const fields = new Map<string, Set<string>>();
  const several = new Set<string>();
  const openParameters = new Set<string>();
  let walking = false;
  const add = (object: string, field: string | null): void => {
    const known = fields.get(object) ?? new Set();
    fields.set(object, known);
    if (field !== null) known.add(field);
  };
  const subject = (of: Subject): void => {
    add(of.object, null);
    if (of.kind !== "follow") return;
    add(of.from.object, of.field);
    subject(of.from);
  };
  for (const decision of decisions) {
    add(decision.object, null);
    if (decision.kind === "ranking") {
      several.add(decision.object);
      if (decision.group !== null) add(decision.object, decision.group);
    }
    visitDecision(program, decision, {
      subject,
      term: (term) => {
        if (term.kind === "field") {
          subject(term.of);
          add(term.of.object, term.field);
        }
        const values = term.kind === "parameter" ? program.parameters.get(term.name)?.values : undefined;
        if (term.kind === "parameter" && values?.length === 0) openParameters.add(term.name);
      },
      candidates: ({ object, scope }) => {
        add(object, null);
        several.add(object);
        if (scope.kind === "region") add(object, scope.field);
        if (scope.kind !== "distance") return;
        walking ||= scope.metric === "walking";
        add(scope.from.object, scope.fromField);
        add(object, scope.toField);
      },
    });
  }
  return { fields, several, openParameters, walking };
};
