import { ONE, ZERO, type Rational } from "../../../language/index.ts";
import type { Decision } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import { judge } from "../judge.ts";
import type { Compiled } from "./decision.ts";
import type { Held } from "./held.ts";
import { CODES } from "./level.ts";
import type { Workshop } from "./workshop.ts";

/** A decision left to the interpreter. */
export const interpreted = (workshop: Workshop, decision: Decision): Compiled => {
  const { records } = workshop.table(decision.object);
  const values = new Map<number, Value>();
  return {
    decide: (rows) => {
      const row = rows[0]!;
      const { status, value } = judge(workshop.run, decision.id, records[row]!);
      if (value !== null) values.set(row, value);
      return CODES[status];
    },
    held: heldBy(workshop, decision, values),
    value: (row) => values.get(row) ?? null,
  };
};

const heldBy = (workshop: Workshop, decision: Decision, values: ReadonlyMap<number, Value>): Held => {
  switch (decision.kind) {
    case "measure":
    case "requirement":
    case "definition":
      return { kind: "truth" };
    case "ranking":
      return numbers(values);
    case "indicator":
      return decision.value.type.kind === "number"
        ? numbers(values)
        : decision.value.type.kind === "date"
          ? days(values)
          : { kind: "other" };
    case "classification": {
      const { kind } = decision.type;
      const given = [...decision.items, ...(decision.otherwise === null ? [] : [decision.otherwise])];
      if ((kind !== "enumeration" && kind !== "text") || given.some(({ value }) => value.kind !== kind))
        return { kind: "other" };
      return {
        kind: "code",
        space: kind,
        code: (row) => {
          const value = values.get(row);
          return workshop.text(value?.kind === "enumeration" || value?.kind === "text" ? value.value : "");
        },
      };
    }
  }
};

const numbers = (values: ReadonlyMap<number, Value>): Held => ({
  kind: "number",
  unit: ONE,
  scaled: () => Number.NaN,
  over: null,
  exact: (row): Rational => {
    const value = values.get(row);
    return value?.kind === "number" ? value.value : ZERO;
  },
});

const days = (values: ReadonlyMap<number, Value>): Held => ({
  kind: "date",
  day: (row) => {
    const value = values.get(row);
    return value?.kind === "date" ? value.value : Number.NaN;
  },
});
