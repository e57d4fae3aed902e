import type { Diagnostic } from "../../language/index.ts";
import type { Decision, ExceptionClause } from "../model/ir.ts";
import { dependenciesOf } from "./dependencies.ts";
import { circleFound } from "./circle.ts";

/** Puts every decision behind those that it uses, else in reading order; a circle is an error. */
export const inDependencyOrder = (
  decisions: readonly Decision[],
  exceptions: ReadonlyMap<string, ExceptionClause>,
): { readonly value: readonly Decision[]; readonly diagnostics: readonly Diagnostic[] } => {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const sorted: Decision[] = [];
  const state = new Map<string, "open" | "done">();
  const diagnostics: Diagnostic[] = [];
  const path: Decision[] = [];
  const visit = (decision: Decision): void => {
    const seen = state.get(decision.id);
    if (seen === "done") return;
    if (seen === "open") {
      const circle = path.slice(path.findIndex((other) => other.id === decision.id));
      diagnostics.push(circleFound(circle.map(({ name, origin }) => ({ name, ...origin }))));
      return;
    }
    state.set(decision.id, "open");
    path.push(decision);
    for (const id of dependenciesOf(decision, exceptions)) {
      const used = byId.get(id);
      if (used !== undefined) visit(used);
    }
    path.pop();
    state.set(decision.id, "done");
    sorted.push(decision);
  };
  for (const decision of decisions) visit(decision);
  return { value: sorted, diagnostics };
};
