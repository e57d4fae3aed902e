import type { Condition, Subject, Term } from "../../../model/ir.ts";
import type { CoordinateType, Field, Type } from "../../../model/type.ts";
import { visitCondition } from "../../../model/walk.ts";
import { stringLiteral } from "../../names.ts";
import { isConstant } from "./constants.ts";
import type { LeafCode, Writing } from "./leaf-code.ts";

type Exists = Extract<Condition, { kind: "exists" }>;

/**
 * So many records in a straight line around, which agree with the judged one in a fact or two: counted for a whole register
 * in one go. Null for what else may be asked of candidates.
 */
export const neighboursCode = (writing: Writing, leaf: Exists): LeafCode => {
  const { candidates, count, quantifier } = leaf;
  const { scope, except } = candidates;
  if (scope.kind !== "distance" || scope.metric !== "straight" || candidates.variable !== 1) return null;
  if (!isConstant(scope.limit) || !isConstant(count)) return null;
  if (scope.from.kind !== "variable" || scope.from.index !== 0) return null;
  if (except !== null && (except.kind !== "variable" || except.index !== 0)) return null;
  const subject = scope.from.object;
  const fieldOf = (object: string, name: string | null): Field | undefined =>
    name === null ? undefined : writing.program.objects.get(object)?.fields.get(name);
  const [from, to] = [fieldOf(subject, scope.fromField), fieldOf(candidates.object, scope.toField)];
  if (from === undefined || to === undefined || !isPlaced(from) || !isPlaced(to)) return null;
  if (systemOf(from.type) !== systemOf(to.type)) return null;
  // A record with two places may be near itself; where it is left out, only one place keeps that simple.
  if (except !== null && from.name !== to.name) return null;

  const same: string[] = [];
  const where: string[] = [];
  for (const part of partsOf(candidates.where)) {
    const pair = comparedPair(part);
    if (pair !== null) {
      const fields = [fieldOf(subject, pair[0]), fieldOf(candidates.object, pair[1])];
      if (fields.some((field) => field === undefined || field.judgedBy !== null)) return null;
      same.push(`[${pair.map(stringLiteral).join(", ")}]`);
    } else if (asksOnlyCandidate(part)) where.push(writing.nodes.condition(part));
    else return null;
  }
  if (same.length > MOST_COMPARED) return null;
  const node = writing.nodes.condition(leaf);
  const index = writing.constants.neighbours(
    [
      `node: ${node}`,
      `subject: ${stringLiteral(subject)}`,
      `object: ${stringLiteral(candidates.object)}`,
      `from: ${stringLiteral(from.name)}`,
      `to: ${stringLiteral(to.name)}`,
      `metres: ${writing.nodes.term(scope.limit)}`,
      `count: ${writing.nodes.term(count)}`,
      `operator: "${OPERATORS[quantifier]}"`,
      `same: [${same.join(", ")}]`,
      `where: [${where.join(", ")}]`,
      `except: ${except !== null}`,
    ].join(", "),
  );
  return { level: writing.access.fromRegister(node, `${index}Index`) };
};

const OPERATORS = { atLeast: ">=", atMost: "<=", exactly: "=" } as const;
const MOST_COMPARED = 2;

const isPlaced = ({ type, judgedBy }: Field): boolean => type.kind === "coordinate" && judgedBy === null;

const systemOf = (type: Type): CoordinateType["system"] => (type.kind === "coordinate" ? type.system : null);

/** The conditions that all have to hold. */
export const partsOf = (condition: Condition): readonly Condition[] => {
  if (condition.kind === "all") return condition.operands.flatMap(partsOf);
  return condition.kind === "constant" && condition.value ? [] : [condition];
};

/** The fields of the judged record and of the candidate that have to agree, as texts or as 是否. */
const comparedPair = (part: Condition): readonly [string, string] | null => {
  if (part.kind !== "same" || part.left.kind !== "field" || part.right.kind !== "field") return null;
  if (!comparesAsText(part.left.type, part.right.type)) return null;
  const [left, right] = [part.left, part.right];
  if (isVariable(left.of, 0) && isVariable(right.of, 1)) return [left.field, right.field];
  return isVariable(left.of, 1) && isVariable(right.of, 0) ? [right.field, left.field] : null;
};

const isVariable = (subject: Subject, index: number): boolean =>
  subject.kind === "variable" && subject.index === index;

const comparesAsText = (left: Type, right: Type): boolean => {
  if (left.kind === "reference" && right.kind === "reference") return left.object === right.object;
  return left.kind === right.kind && ["text", "enumeration", "boolean"].includes(left.kind);
};

/** A condition on the facts of the candidate alone, so that one answer is enough for all judged records. */
export const asksOnlyCandidate = (part: Condition): boolean => {
  let only = true;
  visitCondition(part, {
    condition: ({ kind }) => {
      if (kind === "exists" || kind === "ranked" || kind === "defined") only = false;
    },
    term: (term: Term) => {
      if (term.kind === "aggregate" || term.kind === "decision" || term.kind === "record") only = false;
      if (term.kind === "field" && !isVariable(term.of, 1)) only = false;
    },
    subject: () => {
      only = false;
    },
  });
  return only;
};
