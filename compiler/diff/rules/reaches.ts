import type { Program } from "../../model/ir.ts";
import { visitDecision } from "../../model/walk.ts";

/** Which decisions rest on which, so that what a change can reach is looked up and not searched for. */
export interface Dependents {
  /** These decisions and all that rest on them, in the order of the program. */
  readonly reachedFrom: (ids: readonly string[]) => readonly string[];
  readonly usersOfParameter: (name: string) => readonly string[];
  /** Of a field, as 对象.字段. */
  readonly usersOfField: (path: string) => readonly string[];
  readonly usersOfReading: (name: string) => readonly string[];
}

export const dependentsIn = (program: Program): Dependents => {
  const users = new Map<string, Set<string>>();
  const parameters = new Map<string, Set<string>>();
  const fields = new Map<string, Set<string>>();
  const readings = new Map<string, Set<string>>();
  for (const decision of program.decisions) {
    const note = (uses: Map<string, Set<string>>, name: string): void => {
      uses.set(name, (uses.get(name) ?? new Set<string>()).add(decision.id));
    };
    visitDecision(program, decision, {
      condition: (condition) => {
        if (condition.kind === "defined") note(users, condition.decision);
        if (condition.kind === "ranked") note(users, condition.ranking);
        if (condition.kind === "reading") note(readings, condition.reading);
      },
      term: (term) => {
        if (term.kind === "decision") note(users, term.decision);
        if (term.kind === "parameter") note(parameters, term.name);
        if (term.kind === "field") note(fields, `${term.of.object}.${term.field}`);
      },
    });
  }
  return {
    reachedFrom: (ids) => {
      const found = new Set<string>();
      const waiting = [...ids];
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (found.has(id)) continue;
        found.add(id);
        waiting.push(...(users.get(id) ?? []));
      }
      return program.decisions.flatMap(({ id }) => (found.has(id) ? [id] : []));
    },
    usersOfParameter: (name) => [...(parameters.get(name) ?? [])],
    usersOfField: (path) => [...(fields.get(path) ?? [])],
    usersOfReading: (name) => [...(readings.get(name) ?? [])],
  };
};
