import { add, rational } from "../../../language/index.ts";
import type { RuleChangeKind } from "../../../compiler/model/change.ts";
import type { Condition, Decision, Program } from "../../../compiler/model/ir.ts";
import { visitCondition, visitDecision } from "../../../compiler/model/walk.ts";

/** One thing that is changed in a program; each answers every way in which it can be done there. */
export interface Mutation {
  readonly name: string;
  readonly kind: RuleChangeKind;
  readonly ways: (program: Program) => readonly (() => Program)[];
}

export const mutated = (program: Program, { ways }: Mutation, at: number): Program | null => {
  const all = ways(program);
  return all.length === 0 ? null : all[at % all.length]!();
};

/** The same program with another thing in the place of one. */
const replacing = (program: Program, from: object, to: unknown): Program =>
  copy(program, from, to) as Program;

const copy = (value: unknown, from: object, to: unknown): unknown => {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((each) => copy(each, from, to));
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, copy(each, from, to)]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copy(each, from, to)]));
};

/** Conditions of measures and definitions, without those that can never count or are said twice. */
const conditionsIn = (program: Program): readonly Condition[] => {
  const found: Condition[] = [];
  const idle = new Set<Condition>();
  for (const decision of program.decisions) {
    if (decision.kind !== "measure" && decision.kind !== "definition") continue;
    visitDecision({ ...program, exceptions: new Map() }, decision, {
      condition: (condition) => {
        found.push(condition);
        if (isIdle(condition)) visitCondition(condition, { condition: (each) => idle.add(each) });
      },
    });
  }
  return found.filter((condition) => !idle.has(condition));
};

const isIdle = (condition: Condition): boolean => {
  if (condition.kind === "atLeast" && (condition.count <= 0 || condition.count > condition.operands.length))
    return true;
  if (condition.kind !== "all" && condition.kind !== "any" && condition.kind !== "atLeast") return false;
  const words = condition.operands.map(({ origin }) => origin.words);
  return new Set(words).size < words.length;
};

const rulesIn = (program: Program): readonly Extract<Decision, { kind: "measure" }>[] =>
  program.decisions.filter((decision) => decision.kind === "measure");

type Compare = Extract<Condition, { kind: "compare" }>;

const comparisons = (program: Program): readonly Compare[] =>
  conditionsIn(program).flatMap((condition) =>
    condition.kind === "compare" && condition.left.kind === "field" && condition.right.kind === "literal"
      ? [condition]
      : [],
  );

const OTHER_SIDE = { "<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "!=", "!=": "=" } as const;

export const MUTATIONS: readonly Mutation[] = [
  {
    name: "a limit",
    kind: "threshold",
    ways: (program) =>
      comparisons(program).flatMap((compare) => {
        const { right } = compare;
        if (right.kind !== "literal" || right.value.kind !== "number") return [];
        const value = { ...right.value, value: add(right.value.value, rational(987654321n, 7n)) };
        return [() => replacing(program, compare, { ...compare, right: { ...right, value } })];
      }),
  },
  {
    name: "whether the limit itself counts",
    kind: "boundWord",
    ways: (program) =>
      comparisons(program).map(
        (compare) => () =>
          replacing(program, compare, {
            ...compare,
            operator: OTHER_SIDE[compare.operator],
            word: `${compare.word}（另一界）`,
          }),
      ),
  },
  {
    name: "a bound word of the same meaning",
    kind: "wording",
    ways: (program) =>
      comparisons(program).map(
        (compare) => () => replacing(program, compare, { ...compare, word: `${compare.word}（同义）` }),
      ),
  },
  {
    name: "a modal of the same force",
    kind: "wording",
    ways: (program) =>
      rulesIn(program).flatMap((rule) =>
        rule.orders.length > 1
          ? []
          : rule.orders.map(
              ({ modality }) =>
                () =>
                  replacing(program, modality, { ...modality, word: `${modality.word}（同义）` }),
            ),
      ),
  },
  {
    name: "a modal of another force",
    kind: "modality",
    ways: (program) =>
      rulesIn(program).flatMap((rule) =>
        rule.orders.length > 1
          ? []
          : rule.orders.map(
              ({ modality }) =>
                () =>
                  replacing(program, modality, { ...modality, inPrinciple: !modality.inPrinciple }),
            ),
      ),
  },
  {
    name: "the measure",
    kind: "measure",
    ways: (program) =>
      rulesIn(program).flatMap((rule) =>
        rule.orders.length > 1
          ? []
          : rule.orders.map((order) => () => replacing(program, order, { ...order, measure: "另一措施" })),
      ),
  },
  {
    name: "a rule taken away",
    kind: "ruleDeleted",
    ways: (program) =>
      rulesIn(program).map((rule) => () => ({
        ...program,
        decisions: program.decisions.filter((each) => each !== rule),
      })),
  },
  {
    name: "a rule renamed",
    kind: "ruleRenamed",
    ways: (program) =>
      rulesIn(program)
        .filter(({ object }) => object === "城市")
        .map((rule) => () => replacing(program, rule, { ...rule, id: "城市新规", name: "城市新规" })),
  },
  {
    name: "one more case in a list",
    kind: "itemAdded",
    ways: (program) =>
      conditionsIn(program).flatMap((condition) =>
        // What never holds is no case: a list with one case beside it reads as that case.
        condition.kind === "any" && condition.operands.filter(({ kind }) => kind !== "constant").length > 1
          ? [
              () =>
                replacing(program, condition, { ...condition, operands: [...condition.operands, NEW_CASE] }),
            ]
          : [],
      ),
  },
  {
    name: "an exception of a rule",
    kind: "exceptionRemoved",
    ways: (program) =>
      rulesIn(program).flatMap((rule) =>
        rule.exceptions.map(
          (id) => () =>
            replacing(program, rule, { ...rule, exceptions: rule.exceptions.filter((each) => each !== id) }),
        ),
      ),
  },
  {
    name: "who sets a parameter",
    kind: "parameterOwner",
    ways: (program) =>
      [...program.parameters.values()].map(
        (parameter) => () =>
          replacing(program, parameter, { ...parameter, owner: { ...parameter.owner, name: "另一机关" } }),
      ),
  },
  {
    name: "from when a value holds",
    kind: "parameterDate",
    ways: (program) =>
      [...program.parameters.values()].flatMap((parameter) =>
        parameter.values.length === 1
          ? [
              () =>
                replacing(program, parameter, {
                  ...parameter,
                  values: parameter.values.map((value) => ({ ...value, from: (value.from ?? 0) + 31 })),
                }),
            ]
          : [],
      ),
  },
  {
    name: "a parameter renamed wherever it is used",
    kind: "termRenamed",
    ways: (program) =>
      [...program.parameters.keys()].flatMap((name) =>
        usesOf(program, name) ? [() => renamed(program, name, `${name}（新）`)] : [],
      ),
  },
  {
    name: "the reading that is adopted",
    kind: "reading",
    ways: (program) =>
      [...program.readings.values()].map(
        (reading) => () =>
          replacing(program, reading, { ...reading, adopted: reading.adopted === 1 ? 2 : 1 }),
      ),
  },
  {
    name: "the class of an item",
    kind: "classValue",
    ways: (program) =>
      program.decisions.flatMap((decision) =>
        decision.kind === "classification" && decision.items.length === 1
          ? decision.items.map(
              (item) => () =>
                replacing(program, item, { ...item, value: { kind: "enumeration", value: "另一类" } }),
            )
          : [],
      ),
  },
  {
    name: "what becomes of ties",
    kind: "formula",
    ways: (program) =>
      program.decisions.flatMap((decision) =>
        decision.kind === "ranking"
          ? [
              () =>
                replacing(program, decision, {
                  ...decision,
                  ties: decision.ties === "shared" ? "lot" : "shared",
                }),
            ]
          : [],
      ),
  },
];

/** A case that no generated list has. */
const NEW_CASE: Condition = {
  kind: "reading",
  reading: "新增的情形",
  option: 9,
  origin: {
    file: "测试.tiaowen",
    span: { start: 9, end: 12 },
    words: "新情形",
    provision: null,
    item: "（九）",
    basis: [],
  },
};

const usesOf = (program: Program, name: string): boolean => {
  let used = false;
  for (const decision of program.decisions) {
    visitDecision(program, decision, {
      term: (term) => {
        if (term.kind === "parameter" && term.name === name) used = true;
      },
    });
  }
  return used;
};

const renamed = (program: Program, from: string, to: string): Program => {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (value instanceof Map)
      return new Map([...value].map(([key, each]) => [key === from ? to : key, visit(each)]));
    if (typeof value !== "object" || value === null) return value;
    const isName =
      "name" in value &&
      value.name === from &&
      ("kind" in value ? value.kind === "parameter" : "owner" in value);
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, isName && key === "name" ? to : visit(each)]),
    );
  };
  return visit(program) as Program;
};
