import { decisionsBehind } from "../../evaluate/index.ts";
import type { Condition } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import { visitCondition, visitDecision, type Visitor } from "../../model/walk.ts";
import type { DifferenceQuery } from "../difference-query.ts";

/** What the rules of a query write out: only these records and texts are told from others. */
export interface Written {
  /** 编号 by object: in values, and where parameters differ by region. */
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
  readonly texts: ReadonlySet<string>;
}

export const writtenIn = (query: DifferenceQuery): Written => {
  const records = new Map<string, Set<string>>();
  const texts = new Set<string>();
  const name = (object: string, id: string): void => {
    records.set(object, (records.get(object) ?? new Set()).add(id));
  };
  const tell = (value: Value): void => {
    if (value.kind === "reference") name(value.object, value.id);
    if (value.kind === "text") texts.add(value.value);
  };
  for (const side of ["left", "right"] as const) {
    const { program, decision } = query[side];
    const visitor: Visitor = {
      condition: (condition) => {
        if (condition.kind === "oneOf") for (const value of condition.values) tell(value);
      },
      term: (term) => {
        if (term.kind === "literal") tell(term.value);
        const parameter = term.kind === "parameter" ? program.parameters.get(term.name) : undefined;
        for (const { region, value } of parameter?.values ?? []) {
          tell(value);
          if (parameter?.regional != null && region !== null) name(parameter.regional, region);
        }
      },
    };
    const behind = decision === null ? [] : decisionsBehind(program, decision.id);
    for (const each of behind) visitDecision(program, each, visitor);
    for (const condition of focusOf(query, side)) visitCondition(condition, visitor);
  }
  return { records, texts };
};

const focusOf = ({ focus }: DifferenceQuery, side: "left" | "right"): readonly Condition[] =>
  focus.filter((each) => each.side === side).map(({ condition }) => condition);
