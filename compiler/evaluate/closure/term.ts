import type { Term } from "../../model/ir.ts";
import type { Type } from "../../model/type.ts";
import type { DatedValue } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import { datedValue } from "../parameter.ts";
import { compileAggregate } from "./aggregate.ts";
import { calculateDates } from "./date-arithmetic.ts";
import { columnBuilder, referenceSpace, type Column } from "./column.ts";
import { TO_DECIDE, type Ask, type Rows } from "./level.ts";
import { calculateNumbers, constantNumber, numberOfColumn, roundNumber, type NumberTerm } from "./number.ts";
import { compileSubject } from "./subject.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

/** A term as closures of its kind. */
export type CompiledTerm =
  | NumberTerm
  | {
      readonly kind: "date";
      /** NaN where it is open; then `level` says how. */
      readonly day: Ask;
      readonly level: Ask;
      readonly constant: number | null;
    }
  | { readonly kind: "boolean"; readonly level: Ask }
  | { readonly kind: "code"; readonly space: string; readonly code: Ask };

export const compileTerm = (workshop: Workshop, term: Term): CompiledTerm => {
  switch (term.kind) {
    case "literal":
      return constant(workshop, term.value);
    case "field": {
      const column = workshop.table(term.of.object).column(term.field);
      if (term.of.kind === "variable") return ofVariable(column, term.of.index);
      return ofColumn(column, compileSubject(workshop, term.of));
    }
    case "record":
      return {
        kind: "code",
        space: referenceSpace(term.of.object),
        code: compileSubject(workshop, term.of),
      };
    case "parameter":
      return parameter(workshop, term);
    case "arithmetic": {
      const left = compileTerm(workshop, term.left);
      const right = compileTerm(workshop, term.right);
      if (left.kind === "number" && right.kind === "number")
        return calculateNumbers(term.operator, left, right);
      return calculateDates(term.operator, left, right);
    }
    case "aggregate":
      return compileAggregate(workshop, term);
    case "decision":
      return workshop.decision(term.decision).read(compileSubject(workshop, term.of));
    case "rounded": {
      const operand = compileTerm(workshop, term.operand);
      if (operand.kind !== "number") throw new Unsupported();
      return roundNumber(operand, term.digits, term.mode);
    }
    case "referenceDate":
      return constant(workshop, { kind: "date", value: workshop.at });
  }
};

export const compileNumber = (workshop: Workshop, term: Term): NumberTerm => {
  const compiled = compileTerm(workshop, term);
  if (compiled.kind !== "number") throw new Unsupported();
  return compiled;
};

/** The value at the row that `subject` names. */
export const ofColumn = (column: Column, subject: Ask): CompiledTerm => {
  switch (column.kind) {
    case "number":
      return numberOfColumn(column, subject);
    case "date": {
      const { days, missing } = column;
      return {
        kind: "date",
        day: (rows) => {
          const row = subject(rows);
          return row < 0 ? Number.NaN : days[row]!;
        },
        level: (rows) => levelOfRow(subject(rows), missing),
        constant: null,
      };
    }
    case "boolean": {
      const { levels } = column;
      return {
        kind: "boolean",
        level: (rows) => {
          const row = subject(rows);
          return row < 0 ? -row : levels[row]!;
        },
      };
    }
    case "code": {
      const { codes, space } = column;
      return {
        kind: "code",
        space,
        code: (rows) => {
          const row = subject(rows);
          return row < 0 ? row : codes[row]!;
        },
      };
    }
    case "coordinate":
      throw new Unsupported();
  }
};

/** The same without a step between, for the most frequent of all terms. */
const ofVariable = (column: Column, index: number): CompiledTerm => {
  switch (column.kind) {
    case "boolean": {
      const { levels } = column;
      return { kind: "boolean", level: (rows) => levels[rows[index]!]! };
    }
    case "code": {
      const { codes, space } = column;
      return { kind: "code", space, code: (rows) => codes[rows[index]!]! };
    }
    case "date": {
      const { days, missing } = column;
      return { kind: "date", day: (rows) => days[rows[index]!]!, level: () => missing, constant: null };
    }
    case "number":
    case "coordinate":
      return ofColumn(column, (rows: Rows) => rows[index]!);
  }
};

const levelOfRow = (row: number, missing: number): number => (row < 0 ? -row : missing);

const constant = (workshop: Workshop, value: Value): CompiledTerm => {
  switch (value.kind) {
    case "number":
      return constantNumber(value.value);
    case "date":
      return { kind: "date", day: () => value.value, level: () => 0, constant: value.value };
    case "boolean": {
      const level = value.value ? 1 : 0;
      return { kind: "boolean", level: () => level };
    }
    case "text":
    case "enumeration": {
      const code = workshop.text(value.value);
      return { kind: "code", space: value.kind, code: () => code };
    }
    case "reference": {
      const code = workshop.reference(value.object, value.id);
      return { kind: "code", space: referenceSpace(value.object), code: () => code };
    }
    case "coordinate":
      throw new Unsupported();
  }
};

/** A parameter by region is a column over the regions; its values are found once. */
const parameter = (workshop: Workshop, term: Extract<Term, { kind: "parameter" }>): CompiledTerm => {
  const { run } = workshop;
  if (term.region === null) {
    const found = datedValue(run, term.name, null);
    if (found !== null) return constant(workshop, typed(found, term.type).value);
    return ofColumn(valuesOf(workshop, term.type, [null]), () => 0);
  }
  const { records } = workshop.table(term.region.object);
  const values = records.map((record) => datedValue(run, term.name, record.id));
  return ofColumn(valuesOf(workshop, term.type, values), compileSubject(workshop, term.region));
};

const valuesOf = (workshop: Workshop, type: Type, values: readonly (DatedValue | null)[]): Column => {
  const builder = columnBuilder(type, values.length, TO_DECIDE, workshop.coding);
  for (const [row, found] of values.entries()) if (found !== null) builder.put(row, found.value);
  return builder.finish();
};

const typed = (found: DatedValue, type: Type): DatedValue => {
  if (found.value.kind !== type.kind) throw new Unsupported();
  return found;
};
