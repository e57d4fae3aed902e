import type { Candidates, Scope } from "../../../model/ir.ts";
import { stringLiteral } from "../../names.ts";
import type { JavaScriptModule } from "../emission.ts";
import { call, list, record } from "./expression.ts";
import { conditionSharedBy, membersSharedBy, type Dependency } from "./sharing.ts";
import { subjectCode } from "./subjects.ts";
import { nullable } from "./values.ts";

/** Which records a quantifier or an aggregate counts. */
export const candidatesCode = (module: JavaScriptModule, candidates: Candidates): string =>
  record([
    ["object", stringLiteral(candidates.object)],
    ["variable", String(candidates.variable)],
    ["scope", scopeCode(module, candidates.scope)],
    ["where", module.conditionCode(candidates.where)],
    ["except", candidates.except === null ? "null" : subjectCode(module, candidates.except)],
    ["sharedBy", sharingCode(module, membersSharedBy(candidates))],
    ["whereSharedBy", sharingCode(module, conditionSharedBy(candidates))],
  ]);

export const sharingCode = (module: JavaScriptModule, sharing: readonly Dependency[] | null): string =>
  sharing === null
    ? "null"
    : list(sharing.map(({ subject, field }) => list([subjectCode(module, subject), nullable(field)])));

const scopeCode = (module: JavaScriptModule, scope: Scope): string => {
  switch (scope.kind) {
    case "everywhere":
      return module.runtime("everywhere");
    case "region":
      return call(module.runtime("inRegion"), subjectCode(module, scope.region), stringLiteral(scope.field));
    case "distance":
      return call(
        module.runtime("withinDistance"),
        stringLiteral(scope.metric),
        stringLiteral(scope.limit.origin.words),
        module.termCode(scope.limit),
        subjectCode(module, scope.from),
        nullable(scope.fromField),
        nullable(scope.toField),
      );
  }
};
