import { add, rational, subtract, type Rational } from "../../language/index.ts";
import type { FactRecord, World } from "../model/facts.ts";
import type { Candidates, ComparisonOperator, Condition, Program, Subject, Term } from "../model/ir.ts";
import { visitCondition } from "../model/walk.ts";
import type { NumberType } from "../model/type.ts";
import type { Day, Value } from "../model/value.ts";
import { dayBefore, inUnit, stepOf } from "./threshold-step.ts";

/** Which record each variable of a clause stands for, by its 编号. */
export type Variables = ReadonlyMap<number, string>;

/** What is written for an open parameter, in its own unit: the 用例 sets it, so any number serves. */
const ASSUMED = 10n;

/**
 * A small register under construction, so that one threshold decides a rule. What is written first stands; what
 * cannot be arranged is left unknown, and the result then says so.
 */
export class WorldDraft {
  readonly #program: Program;
  readonly #at: Day;
  readonly #records = new Map<string, { readonly object: string; readonly facts: Map<string, Value> }>();
  readonly #distances: { readonly from: string; readonly to: string; readonly metres: number }[] = [];
  readonly #parameters = new Map<string, Value>();
  #depth = 0;

  constructor(program: Program, at: Day) {
    this.#program = program;
    this.#at = at;
  }

  world(): World {
    return {
      records: Array.from(this.#records, ([id, { object, facts }]): FactRecord => ({
        object,
        id,
        facts,
        source: "用例",
      })),
      distances: this.#distances,
      parameters: new Map(
        Array.from(this.#parameters, ([name, value]) => [
          name,
          [{ from: null, region: null, value, source: null }],
        ]),
      ),
    };
  }

  /** A new record of an object. */
  record(object: string): string {
    const id = NAMES[this.#records.size] ?? `记录${this.#records.size + 1}`;
    this.#records.set(id, { object, facts: new Map() });
    return id;
  }

  set(subject: Subject, field: string, value: Value, variables: Variables): void {
    const id = this.#idOf(subject, variables);
    const facts = id === null ? undefined : this.#records.get(id)?.facts;
    if (facts !== undefined && !facts.has(field)) facts.set(field, value);
  }

  /** Makes the other parts of a condition such that `target` alone decides it. */
  isolate(condition: Condition, target: Condition, variables: Variables): void {
    if (condition === target) return;
    switch (condition.kind) {
      case "all":
      case "any":
        for (const operand of condition.operands) {
          if (contains(operand, target)) this.isolate(operand, target, variables);
          else this.satisfy(operand, condition.kind === "all", variables);
        }
        return;
      case "atLeast": {
        let wanted = condition.count - 1;
        for (const operand of condition.operands) {
          if (contains(operand, target)) this.isolate(operand, target, variables);
          else this.satisfy(operand, wanted-- > 0, variables);
        }
        return;
      }
      case "not":
        return this.isolate(condition.operand, target, variables);
      case "exists": {
        const inner = this.#candidate(condition.candidates, variables, null);
        if (inner !== null) this.isolate(condition.candidates.where, target, inner);
        return;
      }
      case "constant":
      case "holds":
      case "compare":
      case "compareOrder":
      case "oneOf":
      case "same":
      case "elapsed":
      case "ranked":
      case "reading":
      case "defined":
        return;
    }
  }

  /** Writes facts with which a condition is `wanted`, as far as simple facts can. */
  satisfy(condition: Condition, wanted: boolean, variables: Variables): void {
    if (this.#depth > DEEPEST) return;
    this.#depth += 1;
    this.#satisfy(condition, wanted, variables);
    this.#depth -= 1;
  }

  /** A candidate for 有…的…, `metres` away where the scope is a distance; null where there can be none. */
  candidateAt(candidates: Candidates, variables: Variables, metres: number): void {
    const inner = this.#candidate(candidates, variables, metres);
    if (inner !== null) this.satisfy(candidates.where, true, inner);
  }

  /** The number that a term stands for: as written, or assumed for an open parameter. */
  numberOf(term: Term): Rational | null {
    if (term.kind === "literal") return term.value.kind === "number" ? term.value.value : null;
    if (term.kind !== "parameter" || term.region !== null || term.type.kind !== "number") return null;
    const parameter = this.#program.parameters.get(term.name);
    const known = parameter?.values.find(({ region }) => region === null)?.value;
    if (known !== undefined) return known.kind === "number" ? known.value : null;
    const assumed = this.#parameters.get(term.name);
    if (assumed?.kind === "number") return assumed.value;
    const value = assumedNumber(term.type);
    this.#parameters.set(term.name, { kind: "number", value });
    return value;
  }

  #satisfy(condition: Condition, wanted: boolean, variables: Variables): void {
    switch (condition.kind) {
      case "constant":
      case "reading":
      case "ranked":
        return;
      case "all":
      case "any": {
        const every = (condition.kind === "all") === wanted;
        const operands = every ? condition.operands : condition.operands.slice(0, 1);
        for (const operand of operands) this.satisfy(operand, wanted, variables);
        return;
      }
      case "atLeast":
        for (const [index, operand] of condition.operands.entries())
          this.satisfy(operand, wanted && index < condition.count, variables);
        return;
      case "not":
        return this.satisfy(condition.operand, !wanted, variables);
      case "holds":
        if (condition.term.kind === "field")
          this.#setTerm(condition.term, { kind: "boolean", value: wanted }, variables);
        return;
      case "compare":
        return this.#compare(condition, wanted, variables);
      case "compareOrder": {
        const { left, right, operator, enumeration } = condition;
        const { ascending } = enumeration;
        const limit =
          right.kind === "literal" && right.value.kind === "enumeration" ? right.value.value : null;
        if (ascending === null || limit === null) return;
        const at = ascending.indexOf(limit);
        const value = ascending.find((_, index) => holds(index - at, operator) === wanted);
        if (value !== undefined) this.#setTerm(left, { kind: "enumeration", value }, variables);
        return;
      }
      case "oneOf":
        return this.#oneOf(condition, wanted, variables);
      case "same": {
        const { left, right } = condition;
        if (left.type.kind !== "enumeration") return;
        const [first, second] = left.type.values;
        const other = wanted ? first : second;
        if (first === undefined || other === undefined) return;
        this.#setTerm(left, { kind: "enumeration", value: first }, variables);
        this.#setTerm(right, { kind: "enumeration", value: other }, variables);
        return;
      }
      case "elapsed": {
        const amount = this.numberOf(condition.amount);
        if (amount === null) return;
        const grows = condition.operator === ">" || condition.operator === ">=";
        const value = dayBefore(this.#at, amount, condition.unit) + (grows === wanted ? -1 : 1);
        this.#setTerm(condition.from, { kind: "date", value }, variables);
        return;
      }
      case "exists": {
        if ((condition.quantifier === "atLeast") !== wanted) return;
        const inner = this.#candidate(condition.candidates, variables, null);
        if (inner !== null) this.satisfy(condition.candidates.where, true, inner);
        return;
      }
      case "defined": {
        const decision = this.#program.decisions.find(({ id }) => id === condition.decision);
        const id = this.#idOf(condition.subject, variables);
        if (decision?.kind === "definition" && id !== null)
          this.satisfy(decision.condition, wanted, new Map([[0, id]]));
        return;
      }
    }
  }

  #compare(
    condition: Extract<Condition, { readonly kind: "compare" }>,
    wanted: boolean,
    variables: Variables,
  ): void {
    const { left, right, operator } = condition;
    const limit = this.numberOf(right);
    if (left.kind !== "field" || left.type.kind !== "number" || limit === null) return;
    const step = stepOf(left.type);
    const value = [limit, add(limit, step), subtract(limit, step)].find(
      (_, index) => holds([0, 1, -1][index]!, operator) === wanted,
    );
    if (value !== undefined) this.#setTerm(left, { kind: "number", value }, variables);
  }

  #oneOf(
    condition: Extract<Condition, { readonly kind: "oneOf" }>,
    wanted: boolean,
    variables: Variables,
  ): void {
    const { left, values } = condition;
    const [first] = values;
    if (first === undefined) return;
    if (left.kind === "decision") {
      const decision = this.#program.decisions.find(({ id }) => id === left.decision);
      const id = this.#idOf(left.of, variables);
      if (decision?.kind !== "classification" || id === null) return;
      const isOne = (value: Value): boolean =>
        values.some(
          (each) =>
            each.kind === value.kind && "value" in each && "value" in value && each.value === value.value,
        );
      const item = decision.items.find(({ value }) => isOne(value) === wanted);
      if (item !== undefined) this.satisfy(item.condition, true, new Map([[0, id]]));
      return;
    }
    if (wanted) return this.#setTerm(left, first, variables);
    if (left.type.kind !== "enumeration") return;
    const taken = new Set(values.flatMap((each) => (each.kind === "enumeration" ? [each.value] : [])));
    const other = left.type.values.find((value) => !taken.has(value));
    if (other !== undefined) this.#setTerm(left, { kind: "enumeration", value: other }, variables);
  }

  #setTerm(term: Term, value: Value, variables: Variables): void {
    if (term.kind === "field") this.set(term.of, term.field, value, variables);
  }

  #candidate(candidates: Candidates, variables: Variables, metres: number | null): Variables | null {
    if (this.#records.size >= MOST_RECORDS) return null;
    const { scope, object, variable } = candidates;
    const id = this.record(object);
    const inner = new Map([...variables, [variable, id]]);
    switch (scope.kind) {
      case "everywhere":
        break;
      case "region": {
        const region = this.#idOf(scope.region, variables);
        const facts = this.#records.get(id)!.facts;
        if (region !== null)
          facts.set(scope.field, { kind: "reference", object: scope.region.object, id: region });
        break;
      }
      case "distance": {
        const from = this.#idOf(scope.from, variables);
        const limit = this.numberOf(scope.limit);
        if (from === null || limit === null) break;
        const away = metres ?? Number(limit.numerator / limit.denominator) / 2;
        this.#distances.push({ from, to: id, metres: away });
        break;
      }
    }
    return inner;
  }

  /** The record that a subject means; one that is referred to is made when it is first asked for. */
  #idOf(subject: Subject, variables: Variables): string | null {
    if (subject.kind === "variable") return variables.get(subject.index) ?? null;
    const from = this.#idOf(subject.from, variables);
    const facts = from === null ? undefined : this.#records.get(from)?.facts;
    if (facts === undefined) return null;
    const known = facts.get(subject.field);
    if (known?.kind === "reference") return known.id;
    if (this.#records.size >= MOST_RECORDS) return null;
    const id = this.record(subject.object);
    facts.set(subject.field, { kind: "reference", object: subject.object, id });
    return id;
  }
}

const NAMES = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"];
const MOST_RECORDS = NAMES.length;
const DEEPEST = 40;

/** Whether one condition is a part of another. */
export const contains = (condition: Condition, target: Condition): boolean => {
  let found = false;
  visitCondition(condition, {
    condition: (each) => {
      if (each === target) found = true;
    },
  });
  return found;
};

/** Whether a value that is `sign` of the limit stands in the relation. */
const holds = (sign: number, operator: ComparisonOperator): boolean => {
  switch (operator) {
    case "=":
      return sign === 0;
    case "!=":
      return sign !== 0;
    case "<":
      return sign < 0;
    case "<=":
      return sign <= 0;
    case ">":
      return sign > 0;
    case ">=":
      return sign >= 0;
  }
};

const assumedNumber = (type: NumberType): Rational => {
  if (type.share) return rational(1n, 2n);
  return inUnit(rational(ASSUMED), type);
};
