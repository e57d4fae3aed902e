import { exceptionInWords } from "../../../model/exception-name.ts";
import type { Decision, ExceptionClause, Program, Ranking } from "../../../model/ir.ts";
import { measureOf, modalityOf } from "../../../model/norm-words.ts";
import { decisionsBehind, visitDecision } from "../../../model/walk.ts";
import { stringLiteral } from "../../names.ts";
import type { JavaScriptModule } from "../emission.ts";
import { call, list, record } from "./expression.ts";
import { nullable, printerCode, valueCode } from "./values.ts";

/** The exceptions of a decision that can apply to its records. */
export const exceptionsOf = (program: Program, decision: Decision): readonly ExceptionClause[] =>
  "exceptions" in decision
    ? decision.exceptions.flatMap((id) => {
        const clause = program.exceptions.get(id);
        return clause?.object === decision.object ? [clause] : [];
      })
    : [];

/** The node of a decision. */
export const decisionCode = (module: JavaScriptModule, decision: Decision): string => {
  const about = aboutCode(module, decision);
  const make = (name: string, ...parts: readonly string[]): string =>
    call(module.runtime(name), about, ...parts);
  switch (decision.kind) {
    case "measure":
      return make(
        "measure",
        record([
          ["subject", module.conditionCode(decision.subject)],
          ["base", module.conditionCode(decision.base)],
          ["exceptions", exceptionsCode(module, decision)],
        ]),
      );
    case "requirement":
      return make(
        "requirement",
        record([
          ["subject", module.conditionCode(decision.subject)],
          ["applicability", module.conditionCode(decision.applicability)],
          ["requirement", module.conditionCode(decision.requirement)],
          ["forbids", String(decision.modality.force === "mustNot")],
          ["exceptions", exceptionsCode(module, decision)],
        ]),
      );
    case "classification":
      return make(
        "classification",
        record([
          ["subject", module.conditionCode(decision.subject)],
          [
            "items",
            list(
              decision.items.map(({ condition, value, origin }) =>
                record([
                  ["condition", module.conditionCode(condition)],
                  ["value", valueCode(module, value)],
                  ["origin", String(module.origins.numberOf(origin))],
                ]),
              ),
            ),
          ],
          ["otherwise", otherwiseCode(module, decision.otherwise)],
          [
            "values",
            list(decision.type.kind === "enumeration" ? decision.type.values.map(stringLiteral) : []),
          ],
        ]),
        printerCode(module, decision.type),
      );
    case "definition":
      return make("definitionOf", module.conditionCode(decision.condition));
    case "indicator":
      return make("indicator", module.termCode(decision.value), printerCode(module, decision.value.type));
    case "ranking":
      return make("ranking", rankingCode(module, decision), printerCode(module, null));
  }
};

const otherwiseCode = (
  module: JavaScriptModule,
  otherwise: Extract<Decision, { kind: "classification" }>["otherwise"],
): string =>
  otherwise === null
    ? "null"
    : record([
        ["value", valueCode(module, otherwise.value)],
        ["origin", String(module.origins.numberOf(otherwise.origin))],
      ]);

const rankingCode = (module: JavaScriptModule, ranking: Ranking): string =>
  record([
    ["name", stringLiteral(ranking.name)],
    ["object", stringLiteral(ranking.object)],
    ["members", module.conditionCode(ranking.members)],
    ["group", nullable(ranking.group)],
    [
      "keys",
      list(
        ranking.keys.map(({ term, descending }) =>
          record([
            ["term", module.termCode(term)],
            ["descending", String(descending)],
            [
              "ascending",
              list(term.type.kind === "enumeration" ? (term.type.ascending ?? []).map(stringLiteral) : []),
            ],
          ]),
        ),
      ),
    ],
    ["ties", stringLiteral(ranking.ties)],
    ["shareRounding", nullable(ranking.shareRounding)],
  ]);

const aboutCode = (module: JavaScriptModule, decision: Decision): string =>
  record([
    ["id", stringLiteral(decision.id)],
    ["name", stringLiteral(decision.name)],
    ["object", stringLiteral(decision.object)],
    ["provision", nullable(decision.origin.provision)],
    ["modality", nullable(modalityOf(decision))],
    ["measure", nullable(measureOf(decision))],
    ["inPrinciple", String(isInPrinciple(decision))],
    ["readings", list(readingsBehind(module.program, decision.id).map(stringLiteral))],
    ["origin", String(module.origins.numberOf(decision.origin))],
    [
      "citations",
      module.origins.citationsCode(module.program.policy, decision, exceptionsOf(module.program, decision)),
    ],
  ]);

/** Only what is laid down in principle may be departed from with a recorded reason. */
const isInPrinciple = (decision: Decision): boolean =>
  (decision.kind === "requirement" && decision.modality.inPrinciple) ||
  (decision.kind === "measure" && decision.orders.some(({ modality }) => modality.inPrinciple));

const exceptionsCode = (module: JavaScriptModule, decision: Decision): string =>
  list(exceptionsOf(module.program, decision).map((clause) => module.exception(clause)));

export const exceptionCode = (module: JavaScriptModule, clause: ExceptionClause): string =>
  record([
    ["id", stringLiteral(clause.id)],
    ["words", stringLiteral(exceptionInWords(clause))],
    ["origin", String(module.origins.numberOf(clause.origin))],
    ["condition", module.conditionCode(clause.condition)],
  ]);

/** Names of the readings in a decision and in whatever it reads; walking distances use those with a detour factor. */
const readingsBehind = (program: Program, id: string): readonly string[] => {
  const names = new Set<string>();
  const detours = [...program.readings.values()].filter(({ options }) =>
    options.some(({ detourFactor }) => detourFactor !== null),
  );
  for (const decision of decisionsBehind(program, id)) {
    visitDecision(program, decision, {
      condition: (condition) => {
        if (condition.kind === "reading") names.add(condition.reading);
      },
      candidates: ({ scope }) => {
        if (scope.kind === "distance" && scope.metric === "walking")
          for (const { name } of detours) names.add(name);
      },
    });
  }
  return [...names].sort().filter((name) => program.readings.has(name));
};
