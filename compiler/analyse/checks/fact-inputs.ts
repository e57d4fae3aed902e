import type { Condition, Decision, Program, Term } from "../../model/ir.ts";
import { visitDecision } from "../../model/walk.ts";
import { adoptedOf, waysToRead, type Taken } from "./condition-readings.ts";
import { inTextOrder } from "./conditions.ts";

/** Something that rules ask for from outside, with the decisions that read it. */
export type Input = {
  readonly readers: readonly Decision[];
  /** Under which readings it is asked about: wherever a clause that reads it is alive. */
  readonly ways: readonly Taken[];
} & (
  | { readonly kind: "fact"; readonly object: string; readonly field: string; readonly judged: boolean }
  | { readonly kind: "parameter"; readonly name: string }
  | { readonly kind: "reading"; readonly name: string }
);

/** Facts with a value of their own (no references, places or names), open parameters, and readings that clauses name. */
export const inputsOf = (program: Program): readonly Input[] => {
  const facts = new Map<string, { object: string; field: string; readers: Set<Decision> }>();
  const parameters = new Map<string, Set<Decision>>();
  const readings = new Map<string, Set<Decision>>();
  const put = (known: Map<string, Set<Decision>>, name: string, decision: Decision): void => {
    known.set(name, (known.get(name) ?? new Set()).add(decision));
  };
  for (const decision of inTextOrder(program.decisions)) {
    visitDecision(program, decision, {
      term: (term: Term) => {
        if (term.kind === "field") {
          const key = JSON.stringify([term.of.object, term.field]);
          const fact = facts.get(key) ?? { object: term.of.object, field: term.field, readers: new Set() };
          fact.readers.add(decision);
          facts.set(key, fact);
        }
        if (term.kind === "parameter") put(parameters, term.name, decision);
      },
      condition: (condition: Condition) => {
        if (condition.kind === "reading") put(readings, condition.reading, decision);
      },
    });
  }
  return [
    ...[...facts.values()].flatMap(({ object, field, readers }): readonly Input[] => {
      const declared = program.objects.get(object)?.fields.get(field);
      if (declared === undefined || !ASKED.has(declared.type.kind)) return [];
      return [
        {
          kind: "fact",
          object,
          field,
          judged: declared.judgedBy !== null,
          readers: [...readers],
          ways: waysOf(program, [...readers], null),
        },
      ];
    }),
    ...[...parameters].flatMap(([name, readers]): readonly Input[] =>
      program.parameters.get(name)?.values.length === 0
        ? [
            {
              kind: "parameter",
              name,
              readers: [...readers],
              ways: waysOf(program, [...readers], null),
            },
          ]
        : [],
    ),
    ...[...readings].map(([name, readers]): Input => ({
      kind: "reading",
      name,
      readers: [...readers],
      ways: waysOf(program, [...readers], name),
    })),
  ];
};

const ASKED: ReadonlySet<string> = new Set(["boolean", "number", "enumeration", "date"]);

/** All ways to take the readings that some decisions name; the one that is asked about itself is left to the question. */
const waysOf = (
  program: Program,
  decisions: readonly Decision[],
  without: string | null,
): readonly Taken[] => {
  const clauses: Condition[] = [];
  for (const decision of decisions)
    visitDecision(program, decision, {
      condition: (condition) => {
        if (condition.kind === "reading" && condition.reading !== without) clauses.push(condition);
      },
    });
  const ways = waysToRead(program, clauses, new Map());
  return ways.length === 0 ? [adoptedOf(program)] : ways;
};
