import type { Condition, Program, Subject, Term } from "../../../model/ir.ts";
import { visitCondition, visitTerm, type Visitor } from "../../../model/walk.ts";
import { stringLiteral } from "../../names.ts";
import type { Fact } from "./access.ts";
import { gridOf, stepOf } from "./grid.ts";
import type { LeafCode, Writing } from "./leaf-code.ts";
import { asksOnlyCandidate, partsOf } from "./neighbours.ts";

/**
 * The one fact of the judged record that decides what a term or a condition says, such as its region: a text, a reference or
 * an enumeration. Null where there is none or more than one, or where the record itself counts.
 */
export const decidingField = (program: Program, object: string, part: Term | Condition): string | null => {
  const fields = new Set<string>();
  let shared = true;
  const depend = (of: Subject): void => {
    const field = fieldBehind(of);
    if (field !== null) fields.add(field);
    else if (of.kind === "variable" && of.index === 0) shared = false;
  };
  const visitor: Visitor = {
    subject: depend,
    term: (term) => {
      if (term.kind !== "field") return;
      if (term.of.kind === "variable" && term.of.index === 0) fields.add(term.field);
      else depend(term.of);
    },
    candidates: ({ scope, except }) => {
      if (scope.kind === "distance") shared = false;
      if (except !== null) depend(except);
    },
    condition: ({ kind }) => {
      if (kind === "ranked") shared = false;
    },
  };
  if (isTerm(part)) visitTerm(part, visitor);
  else visitCondition(part, visitor);
  const [field, ...others] = fields;
  if (!shared || field === undefined || others.length > 0) return null;
  const declared = program.objects.get(object)?.fields.get(field);
  return declared !== undefined && declared.judgedBy === null && TEXTS.has(declared.type.kind) ? field : null;
};

const TEXTS: ReadonlySet<string> = new Set(["text", "enumeration", "reference"]);

const isTerm = (part: Term | Condition): part is Term => "type" in part;

/** The field of variable 0 that a chain of references begins with. */
const fieldBehind = (of: Subject): string | null => {
  if (of.kind === "variable") return null;
  return of.from.kind === "variable" ? (of.from.index === 0 ? of.field : null) : fieldBehind(of.from);
};

/** A local name for what is known for the value of a fact; `answers` holds it. */
export const answerFor = (writing: Writing, fact: Fact, answers: string): string => {
  const { access } = writing;
  return access.code.once(`answer ${answers} ${fact.name}`, () => {
    const [name, known] = [access.fresh("answer"), access.constant(`${answers}Answers`)];
    access.code.line(
      `const ${name} = ${known}.get(${fact.name}) ?? ${known}.find(${fact.name}, ${access.judgedHere()});`,
    );
    return name;
  });
};

/** A condition that says the same for all records with the same region, or whatever else it depends on. */
export const sharedCode = (writing: Writing, leaf: Condition): LeafCode => {
  const { object } = writing.access;
  const field = decidingField(writing.program, object, leaf);
  if (field === null) return null;
  const fact = writing.access.text({ kind: "variable", index: 0, object }, field);
  const node = writing.nodes.condition(leaf);
  const answers = writing.constants.answers(
    `{ Level: level(${node}.truth(context, [${recordCode(object)}])) }`,
  );
  return { level: `${answerFor(writing, fact, answers)}.Level` };
};

/** What a term gives, as an expression on `given`, `value` and `context`: from sums of columns where it is one of a region. */
export const resultCode = (writing: Writing, term: Term): string => {
  const asked = `${writing.nodes.term(term)}(context, [${recordCode(writing.access.object)}])`;
  if (term.kind !== "decision" || term.of.kind !== "follow" || term.of.from.kind !== "variable") return asked;
  const decision = writing.program.decisions.find(({ id }) => id === term.decision);
  if (decision?.kind !== "indicator") return asked;
  const figures = figuresName(writing, decision.value);
  if (figures === null) return asked;
  const there = `context.register.record(${stringLiteral(term.of.object)}, String(value))`;
  return `(${there} === undefined ? null : ${figures}.Index.resultOf(value)) ?? ${asked}`;
};

const recordCode = (object: string): string => `context.recordOf(${stringLiteral(object)}, given)`;

/** Sums over the records of the judged region. */
const figuresName = (writing: Writing, term: Term): string | null => {
  if (term.kind !== "aggregate" || term.type.kind !== "number") return null;
  const { scope, object, except, variable, where } = term.candidates;
  const fields = writing.program.objects.get(object)?.fields;
  if (scope.kind !== "region" || scope.region.kind !== "variable" || except !== null || variable !== 1)
    return null;
  if (fields?.get(scope.field)?.judgedBy !== null || !partsOf(where).every(asksOnlyCandidate)) return null;
  const { of } = term;
  if (of !== null && (of.kind !== "field" || of.of.kind !== "variable" || of.of.index !== 1)) return null;
  if (of !== null && (of.type.kind !== "number" || fields.get(of.field)?.judgedBy !== null)) return null;
  if (of === null && term.function !== "count") return null;
  const grid = of?.type.kind === "number" ? gridOf(of.type) : null;
  const step = grid === null ? null : stepOf(grid);
  return writing.constants.figures(
    [
      `how: "${term.function}"`,
      `words: ${stringLiteral(term.origin.words)}`,
      `object: ${stringLiteral(object)}`,
      `region: ${stringLiteral(scope.field)}`,
      `where: [${partsOf(where).map(writing.nodes.condition).join(", ")}]`,
      `value: ${of === null ? "null" : stringLiteral(of.field)}`,
      `steps: ${grid === null ? 1 : 10 ** grid.scale}`,
      `step: { above: ${step?.numerator ?? 1n}n, below: ${step?.denominator ?? 1n}n }`,
    ].join(", "),
  );
};
