import { rational } from "../../../language/index.ts";
import type { Condition, Decision, Origin, Program, Term } from "../../model/ir.ts";
import { visitDecision } from "../../model/walk.ts";
import { amountsIn, comparedToZero, type Amount } from "../amounts.ts";
import type { Focus } from "../difference-query.ts";
import type { RaisedCopy } from "./raised-copy.ts";

/** What is taken for granted of the facts that some decisions read of the judged record, and of open parameters. */
export const assumedOf = (program: Program, decisions: readonly Decision[]): readonly Focus[] =>
  amountsIn((visitor) => {
    for (const decision of decisions) visitDecision(program, decision, visitor);
  }).map(notBelowZero);

/** Every other record has the same amount both times. */
export const othersAlike = (copy: RaisedCopy, object: string, origin: Origin): Focus => {
  const type = copy.program.objects.get(object)!.fields.get(copy.of)!.type;
  const read = (field: string): Term => ({
    kind: "field",
    of: { kind: "variable", index: 1, object },
    field,
    type,
    origin,
  });
  const differs: Condition = {
    kind: "not",
    operand: { kind: "same", left: read(copy.of), right: read(copy.field), origin },
    origin,
  };
  return {
    side: "left",
    condition: {
      kind: "exists",
      quantifier: "atLeast",
      count: {
        kind: "literal",
        value: { kind: "number", value: rational(1n) },
        type: { kind: "number", dimension: "pure", unit: null, integer: true, share: false, scale: 0 },
        origin,
      },
      candidates: {
        object,
        variable: 1,
        scope: { kind: "everywhere" },
        where: differs,
        except: { kind: "variable", index: 0, object },
        origin,
      },
      origin,
    },
    levels: [0, 2, 3],
  };
};

/** Not known to be below zero. */
const notBelowZero = (amount: Amount): Focus => ({
  side: "left",
  condition: comparedToZero(amount, "<"),
  levels: [0, 2, 3],
});
