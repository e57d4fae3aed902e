import type { Condition, Decision, Program } from "../../model/ir.ts";
import { visitCondition, visitDecision, visitTerm, type Visitor } from "../../model/walk.ts";
import { AS_ADOPTED, guardsAmong, guardsOf, isGuard, type Taken } from "./condition-readings.ts";
import { inTextOrder } from "./conditions.ts";

/** Something that rules ask for from outside, with the decisions that read it. */
export type Input = {
  readonly readers: readonly Decision[];
  /** Under which readings it is asked about: wherever a clause that reads it is alive. */
  readonly ways: readonly Taken[];
} & InputName;

type InputName =
  | { readonly kind: "fact"; readonly object: string; readonly field: string; readonly judged: boolean }
  | { readonly kind: "parameter"; readonly name: string }
  | { readonly kind: "reading"; readonly name: string };

/** Facts with a value of their own (no references, places or names), open parameters, and readings that clauses name. */
export const inputsOf = (program: Program): readonly Input[] => {
  const found = new Map<string, { name: InputName; readers: Set<Decision>; ways: Map<string, Taken> }>();
  for (const decision of inTextOrder(program.decisions)) {
    for (const { name, guards } of readsIn(program, decision)) {
      const key = JSON.stringify(name);
      const input = found.get(key) ?? { name, readers: new Set(), ways: new Map() };
      found.set(key, input);
      input.readers.add(decision);
      input.ways.set(JSON.stringify([...guards]), guards);
    }
  }
  return [...found.values()].map(({ name, readers, ways }) => ({
    ...name,
    readers: [...readers],
    ways: [...ways.values()],
  }));
};

interface Read {
  readonly name: InputName;
  readonly guards: Taken;
}

const readsIn = (program: Program, decision: Decision): readonly Read[] => {
  const found: Read[] = [];
  const visitor = (guards: Taken): Visitor => ({
    term: (term) => {
      const name =
        term.kind === "field"
          ? factNamed(program, term.of.object, term.field)
          : term.kind === "parameter" && program.parameters.get(term.name)?.values.length === 0
            ? ({ kind: "parameter", name: term.name } as const)
            : null;
      if (name !== null) found.push({ name, guards });
    },
  });
  const walk = (condition: Condition, guards: Taken): void => {
    switch (condition.kind) {
      case "all":
      case "any": {
        const own = guardsAmong(condition.operands, condition.kind);
        for (const reading of own.keys()) {
          const others = new Map([...guards, ...own]);
          others.delete(reading);
          found.push({ name: { kind: "reading", name: reading }, guards: others });
        }
        const inner = new Map([...guards, ...own]);
        for (const operand of condition.operands) if (!isGuard(operand)) walk(operand, inner);
        return;
      }
      case "atLeast":
        for (const operand of condition.operands) walk(operand, guards);
        return;
      case "not":
        return walk(condition.operand, guards);
      case "constant":
      case "holds":
      case "compare":
      case "compareOrder":
      case "oneOf":
      case "same":
      case "elapsed":
      case "exists":
      case "ranked":
      case "reading":
      case "defined":
        return visitCondition(condition, visitor(guards));
    }
  };
  // Whole clauses are told outside in; their parts are walked here, with the readings on the way.
  const clauses = new Set<Condition>();
  const inside = new Set<Condition>();
  visitDecision(program, decision, {
    condition: (condition) => {
      if (!inside.has(condition)) clauses.add(condition);
      visitCondition(condition, { condition: (part) => inside.add(part) });
    },
  });
  const alive = aliveUnder(decision);
  for (const clause of clauses) walk(clause, alive);
  if (decision.kind === "indicator") visitTerm(decision.value, visitor(AS_ADOPTED));
  if (decision.kind === "ranking") for (const { term } of decision.keys) visitTerm(term, visitor(AS_ADOPTED));
  return found;
};

/** A whole rule may hold under one reading only: then that one is taken, whatever its other clauses say. */
const aliveUnder = (decision: Decision): Taken => {
  if (decision.kind !== "measure" && decision.kind !== "requirement") return AS_ADOPTED;
  const base = decision.kind === "measure" ? decision.base : decision.applicability;
  return base.kind === "any" ? AS_ADOPTED : guardsOf(base);
};

const factNamed = (program: Program, object: string, field: string): InputName | null => {
  const declared = program.objects.get(object)?.fields.get(field);
  if (declared === undefined || !ASKED.has(declared.type.kind)) return null;
  return { kind: "fact", object, field, judged: declared.judgedBy !== null };
};

const ASKED: ReadonlySet<string> = new Set(["boolean", "number", "enumeration", "date"]);
