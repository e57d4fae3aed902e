import type { Condition } from "../../../model/ir.ts";
import { stringLiteral } from "../../names.ts";
import type { JavaScriptModule } from "../emission.ts";
import { candidatesCode } from "./candidates.ts";
import { clauseCode } from "./clauses.ts";
import { call, list } from "./expression.ts";
import { subjectCode } from "./subjects.ts";
import { valueCode } from "./values.ts";

/** The node of a condition. */
export const conditionCode = (module: JavaScriptModule, condition: Condition): string => {
  const make = (name: string, ...parts: readonly string[]): string =>
    call(module.runtime(name), clauseCode(module, condition), ...parts);
  const each = (operands: readonly Condition[]): string =>
    list(operands.map((operand) => module.conditionCode(operand)));
  switch (condition.kind) {
    case "constant":
      return make("constant", String(condition.value));
    case "all":
      return make("all", each(condition.operands));
    case "any":
      return make("any", each(condition.operands));
    case "atLeast":
      return make("atLeast", String(condition.count), each(condition.operands));
    case "not":
      return make("not", module.conditionCode(condition.operand));
    case "holds":
      return make("holds", module.termCode(condition.term));
    case "compare":
      return make(
        "compare",
        stringLiteral(condition.operator),
        module.termCode(condition.left),
        module.termCode(condition.right),
      );
    case "compareOrder":
      return make(
        "compareOrder",
        stringLiteral(condition.operator),
        module.termCode(condition.left),
        module.termCode(condition.right),
        list((condition.enumeration.ascending ?? []).map(stringLiteral)),
      );
    case "oneOf":
      return make(
        "oneOf",
        module.termCode(condition.left),
        list(condition.values.map((value) => valueCode(module, value))),
      );
    case "same":
      return make("same", module.termCode(condition.left), module.termCode(condition.right));
    case "elapsed":
      return make(
        "elapsed",
        stringLiteral(condition.operator),
        module.termCode(condition.from),
        module.termCode(condition.to),
        module.termCode(condition.amount),
        stringLiteral(condition.unit),
      );
    case "exists":
      return make(
        "exists",
        stringLiteral(condition.quantifier),
        module.termCode(condition.count),
        candidatesCode(module, condition.candidates),
      );
    case "ranked":
      return make(
        "ranked",
        stringLiteral(condition.ranking),
        subjectCode(module, condition.subject),
        stringLiteral(condition.end),
        module.termCode(condition.amount),
        String(condition.share),
      );
    case "reading":
      return make("reading", stringLiteral(condition.reading), String(condition.option));
    case "defined":
      return make("defined", stringLiteral(condition.decision), subjectCode(module, condition.subject));
  }
};
