import type { Program, Subject } from "../../../model/ir.ts";
import { visitDecision } from "../../../model/walk.ts";
import { stringLiteral } from "../../names.ts";
import { STATUS_NAMES } from "./codes.ts";
import { RowAccess } from "./row-access.ts";

/** Judges by one decision after the other in one function: a fact that several of them read is read once. */
export class CheckAccess extends RowAccess {
  #result = "";
  #label = "";

  /** Begins the block of a decision and gives the name of its result, a status in words. */
  begin(decision: string): string {
    this.#result = this.fresh("result", decision);
    this.#label = this.fresh("rule");
    this.code.line(`let ${this.#result};`);
    this.code.begin(`${this.#label}: {`);
    return this.#result;
  }

  override done(code: string): string {
    const known = STATUS_NAMES[Number(code)];
    const status = known === undefined ? `STATUSES[${code}]` : stringLiteral(known);
    return `${this.#result} = ${status}; break ${this.#label};`;
  }

  /** Reads a fact before the blocks. */
  ahead(of: Subject, field: string): void {
    const type = this.program.objects.get(of.object)?.fields.get(field)?.type;
    if (type?.kind === "number") this.number(of, field);
    else this.text(of, field);
  }
}

/** Facts of the judged record that several of these decisions read. */
export const sharedFields = (
  program: Program,
  object: string,
  decisions: Iterable<Program["decisions"][number]>,
): readonly string[] => {
  const counts = new Map<string, number>();
  for (const decision of decisions) {
    const fields = new Set<string>();
    visitDecision(program, decision, {
      term: (term) => {
        if (term.kind === "field" && term.of.kind === "variable" && term.of.index === 0)
          fields.add(term.field);
      },
    });
    for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const declared = program.objects.get(object)?.fields;
  return [...counts].flatMap(([field, count]) => (count > 1 && declared?.has(field) === true ? [field] : []));
};
