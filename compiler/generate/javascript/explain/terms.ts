import type { Term } from "../../../model/ir.ts";
import { stringLiteral } from "../../names.ts";
import type { JavaScriptModule } from "../emission.ts";
import { candidatesCode, sharingCode } from "./candidates.ts";
import { call } from "./expression.ts";
import { summarySharedBy } from "./sharing.ts";
import { subjectCode } from "./subjects.ts";
import { valueCode } from "./values.ts";

/** The node of a term. */
export const termCode = (module: JavaScriptModule, term: Term): string => {
  const words = stringLiteral(term.origin.words);
  switch (term.kind) {
    case "literal":
      return call(module.runtime("literal"), valueCode(module, term.value));
    case "field":
      return call(module.runtime("field"), subjectCode(module, term.of), stringLiteral(term.field));
    case "record":
      return call(module.runtime("recordItself"), subjectCode(module, term.of));
    case "referenceDate":
      return module.runtime("referenceDate");
    case "parameter":
      return call(
        module.runtime("parameter"),
        stringLiteral(term.name),
        term.region === null ? null : subjectCode(module, term.region),
      );
    case "arithmetic":
      return call(
        module.runtime("arithmetic"),
        words,
        stringLiteral(term.operator),
        module.termCode(term.left),
        module.termCode(term.right),
      );
    case "rounded":
      return call(
        module.runtime("rounded"),
        words,
        stringLiteral(term.mode),
        String(term.digits),
        module.termCode(term.operand),
      );
    case "decision":
      return call(module.runtime("decision"), stringLiteral(term.decision), subjectCode(module, term.of));
    case "aggregate":
      return term.of === null
        ? call(module.runtime("count"), candidatesCode(module, term.candidates))
        : call(
            module.runtime("aggregate"),
            words,
            stringLiteral(term.function),
            candidatesCode(module, term.candidates),
            module.termCode(term.of),
            sharingCode(module, summarySharedBy(term.candidates, term.of)),
          );
  }
};
