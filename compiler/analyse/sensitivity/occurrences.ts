import { partsOf, termsOf } from "../../model/decision-parts.ts";
import { visitTerm } from "../../model/walk.ts";
import type { Candidates, Condition, Decision, Program, Subject, Term } from "../../model/ir.ts";
import { exceptionsOf } from "../checks/conditions.ts";

/** One place where a parameter decides something, as far as its values can be told from facts. */
export type Occurrence =
  /** The parameter is compared with this. */
  | { readonly kind: "compare"; readonly side: Term; readonly other: Term }
  | { readonly kind: "elapsed"; readonly condition: Extract<Condition, { kind: "elapsed" }> }
  /** It is the distance within which something has to be. */
  | { readonly kind: "distance"; readonly candidates: Candidates }
  /** Another decision reads it, of the record itself or of one that it names. */
  | { readonly kind: "decision"; readonly decision: string; readonly of: Subject }
  /** Anything that looks at other records: rankings, sums, neighbours. */
  | { readonly kind: "wide"; readonly other: Term | null; readonly ranking: string | null };

/** Where decisions read one parameter under the readings as adopted; clauses of other readings are set aside. */
export class Occurrences {
  readonly #program: Program;
  readonly #parameter: string;
  readonly #byDecision = new Map<string, readonly Occurrence[]>();
  readonly #decisions: ReadonlyMap<string, Decision>;

  constructor(program: Program, parameter: string) {
    this.#program = program;
    this.#parameter = parameter;
    this.#decisions = new Map(program.decisions.map((decision) => [decision.id, decision]));
  }

  of(id: string): readonly Occurrence[] {
    const known = this.#byDecision.get(id);
    if (known !== undefined) return known;
    // Against circles: while a decision is read, it reads nothing.
    this.#byDecision.set(id, []);
    const decision = this.#decisions.get(id);
    const found = decision === undefined ? [] : this.#read(decision);
    this.#byDecision.set(id, found);
    return found;
  }

  /** Whether the parameter can change what the decision says. */
  reaches(id: string): boolean {
    return this.of(id).length > 0;
  }

  decision(id: string): Decision | undefined {
    return this.#decisions.get(id);
  }

  #read(decision: Decision): readonly Occurrence[] {
    const found: Occurrence[] = [];
    const conditions = partsOf(decision).concat(
      decision.kind === "measure" || decision.kind === "requirement"
        ? exceptionsOf(this.#program, decision)
        : [],
    );
    // Places in a ranking depend on all its members.
    const isWide = decision.kind === "ranking";
    for (const condition of conditions) this.#condition(condition, isWide, found);
    for (const term of termsOf(decision)) this.#term(term, isWide, found);
    return found;
  }

  #condition(condition: Condition, isWide: boolean, found: Occurrence[]): void {
    const onward = (part: Condition): void => this.#condition(part, isWide, found);
    switch (condition.kind) {
      case "constant":
      case "reading":
        return;
      case "all":
      case "any":
      case "atLeast":
        if (condition.kind !== "atLeast" && this.#isSetAside(condition)) return;
        for (const operand of condition.operands) onward(operand);
        return;
      case "not":
        return onward(condition.operand);
      case "defined":
        return this.#refer(condition.decision, condition.subject, isWide, found);
      case "compare": {
        const [left, right] = [this.#reads(condition.left), this.#reads(condition.right)];
        if (left && right) found.push(WIDE);
        else if (left) this.#compared(condition.left, condition.right, isWide, found);
        else if (right) this.#compared(condition.right, condition.left, isWide, found);
        return;
      }
      case "elapsed":
        if (!this.#reads(condition.from) && !this.#reads(condition.to) && isParameter(condition.amount)) {
          if (this.#reads(condition.amount)) found.push(isWide ? WIDE : { kind: "elapsed", condition });
          return;
        }
        for (const term of [condition.from, condition.to, condition.amount]) this.#term(term, isWide, found);
        return;
      case "holds":
        return this.#term(condition.term, isWide, found);
      case "compareOrder":
      case "same":
        this.#term(condition.left, isWide, found);
        return this.#term(condition.right, isWide, found);
      case "oneOf":
        return this.#term(condition.left, isWide, found);
      case "exists":
        this.#term(condition.count, true, found);
        return this.#candidates(condition.candidates, isWide, found);
      case "ranked":
        if (this.#reads(condition.amount))
          found.push({ kind: "wide", other: null, ranking: condition.ranking });
        if (this.reaches(condition.ranking)) found.push(WIDE);
        return;
    }
  }

  #candidates(candidates: Candidates, isWide: boolean, found: Occurrence[]): void {
    const { scope, where } = candidates;
    if (scope.kind === "distance" && this.#reads(scope.limit)) {
      const isPlain = !isWide && isParameter(scope.limit);
      found.push(isPlain ? { kind: "distance", candidates } : WIDE);
    }
    // What is asked of other records is no matter of the judged one alone.
    this.#condition(where, true, found);
  }

  #term(term: Term, isWide: boolean, found: Occurrence[]): void {
    if (!this.#reads(term)) return;
    visitTerm(term, {
      term: (each) => {
        if (each.kind === "decision") this.#refer(each.decision, each.of, isWide, found);
        else if (each.kind === "parameter" && each.name === this.#parameter) found.push(WIDE);
      },
      condition: (each) => {
        if (each.kind === "defined") this.#refer(each.decision, each.subject, true, found);
        if (each.kind === "ranked" && this.reaches(each.ranking)) found.push(WIDE);
      },
    });
  }

  #compared(side: Term, other: Term, isWide: boolean, found: Occurrence[]): void {
    if (isWide) found.push({ kind: "wide", other, ranking: null });
    else if (isSimple(side)) found.push({ kind: "compare", side, other });
    else this.#term(side, isWide, found);
  }

  #refer(decision: string, of: Subject, isWide: boolean, found: Occurrence[]): void {
    if (!this.reaches(decision)) return;
    found.push(isWide ? WIDE : { kind: "decision", decision, of });
  }

  #reads(term: Term): boolean {
    let found = false;
    visitTerm(term, {
      term: (each) => {
        found ||= each.kind === "parameter" && each.name === this.#parameter;
        found ||= each.kind === "decision" && this.reaches(each.decision);
      },
      condition: (each) => {
        found ||= each.kind === "defined" && this.reaches(each.decision);
        found ||= each.kind === "ranked" && this.reaches(each.ranking);
      },
    });
    return found;
  }

  /** 限「…」读法二, while another one is adopted. */
  #isSetAside({ kind, operands }: Extract<Condition, { kind: "all" | "any" }>): boolean {
    const taken = ({ reading, option }: Extract<Condition, { kind: "reading" }>): boolean =>
      this.#program.readings.get(reading)?.adopted === option;
    return kind === "all"
      ? operands.some((each) => each.kind === "reading" && !taken(each))
      : operands.some(
          (each) => each.kind === "not" && each.operand.kind === "reading" && !taken(each.operand),
        );
  }
}

const WIDE: Occurrence = { kind: "wide", other: null, ranking: null };

const isParameter = (term: Term): boolean => term.kind === "parameter" && term.region === null;

/** The parameter itself, or a sum or product with it: then the value at which the sides meet can be told. */
const isSimple = (term: Term): boolean => {
  let simple = true;
  visitTerm(term, {
    term: ({ kind }) => {
      simple &&= kind === "parameter" || kind === "literal" || kind === "field" || kind === "arithmetic";
    },
  });
  return simple;
};
