import { valueKey } from "../../evaluate/result.ts";
import { optionOf, startRun, type Run } from "../../evaluate/run.ts";
import { smallWorld } from "../../evaluate/index.ts";
import type { Candidates, Condition, Decision, Program, Scope, Subject, Term } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";

/** Gives every content a number: equal numbers are equal contents, whatever program they come from. */
export class Numbering {
  readonly #known = new Map<string, number>();

  of(...parts: readonly (string | number | boolean | null)[]): number {
    const key = JSON.stringify(parts);
    const found = this.#known.get(key) ?? this.#known.size;
    this.#known.set(key, found);
    return found;
  }
}

/**
 * What a clause of one program asks, without its words and places: definitions and other decisions count as what they
 * say, readings as adopted, operands of all and any in no order. Equal numbers mean equal results in every world.
 */
export class Structure {
  readonly #numbering: Numbering;
  readonly #program: Program;
  readonly #run: Run;
  readonly #decisions = new Map<string, number>();
  readonly #conditions = new WeakMap<Condition, number>();

  constructor(numbering: Numbering, program: Program, at: Day) {
    this.#numbering = numbering;
    this.#program = program;
    this.#run = startRun(program, smallWorld({ records: [] }), at);
  }

  decision(decision: Decision): number {
    const known = this.#decisions.get(decision.id);
    if (known !== undefined) return known;
    const found = this.#numbering.of(decision.kind, decision.object, ...this.#partsOf(decision));
    this.#decisions.set(decision.id, found);
    return found;
  }

  /** What a condition is in every world, because readings are taken so; null where it depends on the world. */
  constantOf(condition: Condition): boolean | null {
    const found = this.condition(condition);
    return found === this.#truth(true) ? true : found === this.#truth(false) ? false : null;
  }

  condition(condition: Condition): number {
    const known = this.#conditions.get(condition) ?? this.#condition(condition);
    this.#conditions.set(condition, known);
    return known;
  }

  term(term: Term): number {
    const { of } = this.#short;
    switch (term.kind) {
      case "literal":
        return of("literal", valueKey(term.value));
      case "field":
        return of("field", this.subject(term.of), term.field, this.#isJudged(term.of.object, term.field));
      case "record":
        return of("record", this.subject(term.of));
      case "parameter":
        return of("parameter", this.#parameter(term.name), term.region && this.subject(term.region));
      case "arithmetic":
        return of(term.operator, ...this.#operands(term));
      case "aggregate":
        return of(term.function, this.candidates(term.candidates), term.of && this.term(term.of));
      case "decision":
        return of("decision", this.#decisionNamed(term.decision), this.subject(term.of));
      case "rounded":
        return of("rounded", term.mode, term.digits, this.term(term.operand));
      case "referenceDate":
        return of("literal", `date:${this.#run.at}`);
    }
  }

  subject(subject: Subject): number {
    return subject.kind === "variable"
      ? this.#numbering.of("variable", subject.index, subject.object)
      : this.#numbering.of(
          "follow",
          this.subject(subject.from),
          subject.field,
          subject.object,
          this.#isJudged(subject.from.object, subject.field),
        );
  }

  candidates(candidates: Candidates): number {
    return this.#numbering.of(
      "candidates",
      candidates.object,
      candidates.variable,
      this.condition(candidates.where),
      candidates.except && this.subject(candidates.except),
      ...this.#scope(candidates.scope, candidates.object),
    );
  }

  #condition(condition: Condition): number {
    const { of } = this.#short;
    switch (condition.kind) {
      case "constant":
        return this.#truth(condition.value);
      case "all":
      case "any":
        return this.#joined(condition);
      case "atLeast":
        return of(
          "atLeast",
          condition.count,
          ...inOrder(condition.operands.map((each) => this.condition(each))),
        );
      case "not":
        return this.#opposite(condition.operand);
      case "holds":
        return of("holds", this.term(condition.term));
      case "compare":
      case "compareOrder":
        return this.#compared(condition);
      case "oneOf":
        return of("oneOf", this.term(condition.left), ...new Set(condition.values.map(valueKey).sort()));
      case "same":
        return of("same", ...inOrder([this.term(condition.left), this.term(condition.right)]));
      case "elapsed":
        return of(
          "elapsed",
          condition.operator,
          condition.unit,
          this.term(condition.from),
          this.term(condition.to),
          this.term(condition.amount),
        );
      case "exists":
        return of(condition.quantifier, this.term(condition.count), this.candidates(condition.candidates));
      case "ranked":
        return of(
          "ranked",
          this.#decisionNamed(condition.ranking),
          this.subject(condition.subject),
          condition.end,
          this.term(condition.amount),
          condition.share,
        );
      case "reading": {
        const option = optionOf(this.#run, condition.reading);
        return option === null ? of("open reading") : this.#truth(option === condition.option);
      }
      case "defined":
        return of("defined", this.#decisionNamed(condition.decision), this.subject(condition.subject));
    }
  }

  #opposite(operand: Condition): number {
    if (operand.kind === "not") return this.condition(operand.operand);
    const constant = this.constantOf(operand);
    return constant === null ? this.#numbering.of("not", this.condition(operand)) : this.#truth(!constant);
  }

  /** Parts that hold in any case, or in none, change nothing. */
  #joined({ kind, operands }: Extract<Condition, { kind: "all" | "any" }>): number {
    const neutral = this.#truth(kind === "all");
    const parts = new Set(operands.map((each) => this.condition(each)));
    if (parts.has(this.#truth(kind !== "all"))) return this.#truth(kind !== "all");
    parts.delete(neutral);
    const [only] = parts;
    if (only === undefined) return neutral;
    return parts.size === 1 ? only : this.#numbering.of(kind, ...inOrder([...parts]));
  }

  #compared({
    kind,
    operator,
    left,
    right,
    ...rest
  }: Extract<Condition, { kind: "compare" | "compareOrder" }>) {
    const order = "enumeration" in rest ? JSON.stringify(rest.enumeration.ascending) : "";
    const [first, second] = [this.term(left), this.term(right)];
    const turned = operator === ">" || operator === ">=";
    const written = turned ? (operator === ">" ? "<" : "<=") : operator;
    const alike = operator === "=" || operator === "!=";
    const sides = alike ? inOrder([first, second]) : turned ? [second, first] : [first, second];
    return this.#numbering.of(kind, order, written, ...sides);
  }

  #scope(scope: Scope, object: string): readonly (string | number | boolean | null)[] {
    switch (scope.kind) {
      case "everywhere":
        return [scope.kind];
      case "region":
        return [scope.kind, this.subject(scope.region), scope.field, this.#isJudged(object, scope.field)];
      case "distance":
        return [
          scope.metric,
          this.term(scope.limit),
          this.subject(scope.from),
          scope.fromField,
          scope.toField,
          this.#isJudged(scope.from.object, scope.fromField ?? ""),
          this.#isJudged(object, scope.toField ?? ""),
          scope.metric === "walking" ? this.#detours() : "",
        ];
    }
  }

  /** The factors of readings in effect, of which the first one counts. */
  #detours(): string {
    const factors = [...this.#program.readings.values()].flatMap(({ name, options }) => {
      const taken = options.find(({ number }) => number === optionOf(this.#run, name));
      return taken?.detourFactor == null ? [] : [taken.detourFactor];
    });
    return JSON.stringify(factors.slice(0, 1));
  }

  #partsOf(decision: Decision): readonly (string | number | null)[] {
    switch (decision.kind) {
      case "measure":
        return [
          this.condition(decision.subject),
          this.condition(decision.base),
          this.#exceptions(decision.exceptions, decision.object),
        ];
      case "requirement":
        return [
          this.condition(decision.subject),
          this.condition(decision.applicability),
          this.condition(decision.requirement),
          this.#exceptions(decision.exceptions, decision.object),
        ];
      case "classification":
        return [
          this.condition(decision.subject),
          decision.otherwise && valueKey(decision.otherwise.value),
          ...new Set(
            inOrder(
              decision.items.map(({ condition, value }) =>
                this.#numbering.of("item", valueKey(value), this.condition(condition)),
              ),
            ),
          ),
        ];
      case "definition":
        return [this.condition(decision.condition)];
      case "indicator":
        return [this.term(decision.value), JSON.stringify(decision.value.type)];
      case "ranking":
        return [
          this.condition(decision.members),
          decision.group,
          decision.ties,
          decision.shareRounding,
          ...decision.keys.map(({ term, descending }) =>
            this.#numbering.of("key", this.term(term), descending, orderOf(term)),
          ),
        ];
    }
  }

  #exceptions(ids: readonly string[], object: string): number {
    const clauses = ids.flatMap((id) => this.#program.exceptions.get(id) ?? []);
    const conditions = clauses
      .filter((each) => each.object === object)
      .map((each) => this.condition(each.condition));
    return this.#numbering.of("exceptions", ...new Set(inOrder(conditions)));
  }

  #parameter(name: string): number {
    const values = this.#program.parameters.get(name)?.values ?? [];
    return this.#numbering.of(
      "declared",
      name,
      ...values.map(({ from, region, value }) => JSON.stringify([from, region, valueKey(value)])).sort(),
    );
  }

  #decisionNamed(id: string): number {
    const decision = this.#run.decisions.get(id);
    return decision === undefined ? this.#numbering.of("no decision") : this.decision(decision);
  }

  #operands({ operator, left, right }: Extract<Term, { kind: "arithmetic" }>): readonly number[] {
    const both = [this.term(left), this.term(right)];
    return operator === "add" || operator === "multiply" ? inOrder(both) : both;
  }

  #isJudged(object: string, field: string): boolean {
    return (this.#program.objects.get(object)?.fields.get(field)?.judgedBy ?? null) !== null;
  }

  #truth(value: boolean): number {
    return this.#numbering.of("constant", value);
  }

  get #short(): { readonly of: Numbering["of"] } {
    return { of: (...parts) => this.#numbering.of(...parts) };
  }
}

const inOrder = (numbers: readonly number[]): readonly number[] =>
  numbers.toSorted((left, right) => left - right);

const orderOf = ({ type }: Term): string =>
  type.kind === "enumeration" ? JSON.stringify(type.ascending) : type.kind;
