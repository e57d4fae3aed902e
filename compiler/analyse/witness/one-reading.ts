import { makeVocabulary, segmentRun, type Role, type Vocabulary } from "../../../language/index.ts";
import type { Program } from "../../model/ir.ts";

/** Whether words that hold these names can be read in one way only; else the names need 「」. */
export type IsClear = (words: string, names: readonly string[]) => boolean;

/** 未配备专职保育员 is not clear where 专职保育员 is a name beside 配备专职保育员: a reader may cut it as 未配备＋专职保育员. */
export const clearIn = (program: Program): IsClear => {
  const vocabulary = vocabularyOf(program);
  return (text, names) => {
    const { words, alternatives } = segmentRun(text, vocabulary, "case");
    return alternatives.length === 0 && names.every((name) => words.some((word) => word.text === name));
  };
};

/** The names of a program as the reader of its cases knows them. */
const vocabularyOf = (program: Program): Vocabulary => {
  const known = vocabularies.get(program);
  if (known !== undefined) return known;
  const found = makeVocabulary(
    namesOf(program).map(([role, text]) => ({ text, role, file: "", span: NOWHERE, owner: null })),
  );
  vocabularies.set(program, found);
  return found;
};

const vocabularies = new WeakMap<Program, Vocabulary>();
const NOWHERE = { start: 0, end: 0 };

type NameOf = readonly [role: Role, text: string];

const namesOf = (program: Program): readonly NameOf[] => [
  ...[...program.objects.values()].flatMap(({ name, fields }): readonly NameOf[] => [
    ["object", name],
    ...[...fields.values()].flatMap((field): readonly NameOf[] => [
      ["field", field.name],
      ...(field.negativeName === null ? [] : [["field", field.negativeName] as const]),
      ...(field.type.kind === "enumeration" ? valuesOf(field.type.values) : []),
    ]),
  ]),
  ...[...program.parameters.values()].flatMap(({ name, type }): readonly NameOf[] => [
    ["parameter", name],
    ...(type.kind === "enumeration" ? valuesOf(type.values) : []),
  ]),
  ...program.decisions.flatMap((decision): readonly NameOf[] => {
    const own = [[ROLES[decision.kind], decision.name] as const];
    switch (decision.kind) {
      case "measure":
        return [...own, ...decision.orders.map(({ measure }) => ["measure", measure] as const)];
      case "classification":
        return decision.type.kind === "enumeration" ? [...own, ...valuesOf(decision.type.values)] : own;
      case "requirement":
      case "definition":
      case "indicator":
      case "ranking":
        return own;
    }
  }),
  ...[...program.exceptions.values()].map(({ name }) => ["exception", name] as const),
];

const valuesOf = (values: readonly string[]): readonly NameOf[] =>
  values.map((value) => ["value", value] as const);

const ROLES = {
  measure: "rule",
  requirement: "rule",
  classification: "classification",
  definition: "definition",
  indicator: "indicator",
  ranking: "ranking",
} as const satisfies Record<Program["decisions"][number]["kind"], Role>;
