import type { Subject } from "../../../model/ir.ts";
import { stringLiteral } from "../../names.ts";
import type { JavaScriptModule } from "../emission.ts";
import { call } from "./expression.ts";

/** A record as a rule names it. */
export const subjectCode = (module: JavaScriptModule, subject: Subject): string => {
  switch (subject.kind) {
    case "variable":
      return call(module.runtime("variable"), String(subject.index), stringLiteral(subject.object));
    case "follow":
      return call(module.runtime("follow"), subjectCode(module, subject.from), stringLiteral(subject.field));
  }
};
