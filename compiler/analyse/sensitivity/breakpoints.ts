import { add, divide, multiply, rational, subtract, type Rational } from "../../../language/index.ts";
import {
  coordinateOf,
  detourFactor,
  straightMillimetres,
  suppliedMillimetres,
} from "../../evaluate/distance.ts";
import { startRun, type Run } from "../../evaluate/index.ts";
import { findMembers } from "../../evaluate/members.ts";
import { isOpen, type Result } from "../../evaluate/result.ts";
import { resolve } from "../../evaluate/subject.ts";
import { evaluateTerm } from "../../evaluate/term.ts";
import type { FactRecord, Facts } from "../../model/facts.ts";
import type { Candidates, Program, Term } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import type { Occurrence, Occurrences } from "./occurrences.ts";
import { tryValue } from "./trial.ts";
import { distinct, spread } from "./values.ts";

/** The values of a parameter at which what a decision says of one record can change. */
export interface RecordPoints {
  readonly points: readonly Rational[];
  /** No other value changes it. */
  readonly complete: boolean;
}

/** Finds them record by record; what only rankings, sums or other records can tell is left out, and said. */
export class Breakpoints {
  readonly #run: Run;
  /** As if the parameter were larger than anything: everything is within reach. */
  readonly #far: Run;
  readonly #parameter: string;
  readonly #occurrences: Occurrences;
  readonly #known = new Map<string, RecordPoints>();
  /** Pairs of a record and a candidate that may still be measured: their number grows with the square. */
  #pairsLeft = MOST_PAIRS;

  constructor(program: Program, facts: Facts, at: Day, parameter: string, occurrences: Occurrences) {
    this.#run = startRun(program, facts, at);
    this.#far = tryValue(program, facts, at, parameter, { kind: "number", value: EVERYWHERE });
    this.#parameter = parameter;
    this.#occurrences = occurrences;
  }

  of(decision: string, record: FactRecord): RecordPoints {
    const key = JSON.stringify([decision, record.id]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, NONE);
    const found = together(this.#occurrences.of(decision).map((occurrence) => this.#at(occurrence, record)));
    this.#known.set(key, found);
    return found;
  }

  #at(occurrence: Occurrence, record: FactRecord): RecordPoints {
    switch (occurrence.kind) {
      case "compare":
        return { points: this.#meeting(occurrence.side, occurrence.other, record), complete: true };
      case "elapsed":
        return { points: this.#length(occurrence.condition, record), complete: true };
      case "distance":
        return this.#distances(occurrence.candidates, record);
      case "decision": {
        const other = resolve(this.#run, occurrence.of, [record]);
        return isOpen(other) ? NONE : this.of(occurrence.decision, other);
      }
      case "wide":
        return { points: [], complete: false };
    }
  }

  /** The value of the parameter at which both sides of a comparison are equal. */
  #meeting(side: Term, other: Term, record: FactRecord): readonly Rational[] {
    let target = numberOf(evaluateTerm(this.#run, other, [record]));
    for (let term = side; target !== null;) {
      if (term.kind === "parameter") return [target];
      if (term.kind !== "arithmetic") return [];
      const inLeft = this.#holdsParameter(term.left);
      const beside = numberOf(evaluateTerm(this.#run, inLeft ? term.right : term.left, [record]));
      if (beside === null) return [];
      target = inverse(term.operator, target, beside, inLeft);
      term = inLeft ? term.left : term.right;
    }
    return [];
  }

  #holdsParameter(term: Term): boolean {
    if (term.kind === "parameter") return term.name === this.#parameter;
    return (
      term.kind === "arithmetic" && (this.#holdsParameter(term.left) || this.#holdsParameter(term.right))
    );
  }

  #length(
    { from, to, unit }: Extract<Occurrence, { kind: "elapsed" }>["condition"],
    record: FactRecord,
  ): readonly Rational[] {
    const [begin, end] = [from, to].map((term) => evaluateTerm(this.#run, term, [record]));
    if (begin?.kind !== "date" || end?.kind !== "date") return [];
    const days = end.value - begin.value;
    if (unit === "day") return [rational(days)];
    // The calendar is asked: whole months and years right around the period.
    const about = Math.floor(days / (unit === "year" ? 365.2425 : 30.436875));
    return [about - 1, about, about + 1, about + 2].map((each) => rational(each));
  }

  /** How far the candidates are away; beyond the nearest ones another one seldom changes anything. */
  #distances(candidates: Candidates, record: FactRecord): RecordPoints {
    const { scope, object } = candidates;
    if (scope.kind !== "distance") return NONE;
    this.#pairsLeft -= this.#run.facts.records(object).length;
    if (this.#pairsLeft < 0) return { points: [], complete: false };
    const from = resolve(this.#run, scope.from, [record]);
    if (isOpen(from)) return NONE;
    // A walk that nobody measured counts as the straight line with its detour.
    const factor = (scope.metric === "walking" ? detourFactor(this.#run) : null) ?? rational(1n);
    const { certain, undecided } = findMembers(this.#far, candidates, [record]);
    const start = coordinateOf(this.#run, from, scope.fromField);
    const lengths = [...certain, ...undecided.map((each) => each.record)].flatMap((to) => {
      const supplied = scope.metric === "walking" ? suppliedMillimetres(this.#run, from, to) : null;
      if (supplied !== null) return [rational(supplied, 1000)];
      const end = coordinateOf(this.#run, to, scope.toField);
      return isOpen(start) || isOpen(end) || start.system !== end.system
        ? []
        : [multiply(rational(straightMillimetres(start, end), 1000), factor)];
    });
    const sorted = distinct(lengths);
    return { points: sorted.slice(0, NEAREST), complete: sorted.length <= NEAREST };
  }
}

const NONE: RecordPoints = { points: [], complete: true };

/** Farther than any two places on the earth, in metres. */
const EVERYWHERE = rational(100_000_000n);

const NEAREST = 12;
const MOST_PAIRS = 2_000_000;

const together = (parts: readonly RecordPoints[]): RecordPoints => ({
  points: distinct(parts.flatMap(({ points }) => points)),
  complete: parts.every(({ complete }) => complete),
});

const numberOf = (result: Result): Rational | null => {
  if (result.kind === "number") return result.value;
  return result.kind === "date" ? rational(result.value) : null;
};

/** What the part with the parameter has to be, so that the whole is the target. */
const inverse = (
  operator: Extract<Term, { kind: "arithmetic" }>["operator"],
  target: Rational,
  beside: Rational,
  inLeft: boolean,
): Rational | null => {
  switch (operator) {
    case "add":
      return subtract(target, beside);
    case "subtract":
      return inLeft ? add(target, beside) : subtract(beside, target);
    case "multiply":
      return divide(target, beside);
    case "divide":
      return inLeft ? multiply(target, beside) : divide(beside, target);
  }
};

/** Values of one field over the register, for rules that look at many records. */
export const registerPoints = (
  occurrences: readonly Occurrence[],
  facts: Facts,
  isShare: boolean,
  decisions: (id: string) => { readonly object: string } | undefined,
): readonly Rational[] => {
  const points = occurrences.flatMap((occurrence): readonly Rational[] => {
    if (occurrence.kind !== "wide") return [];
    const { other, ranking } = occurrence;
    if (other?.kind === "field") {
      const { object } = other.of;
      return facts.records(object).flatMap((record) => {
        const value = record.facts.get(other.field);
        return value?.kind === "number"
          ? [value.value]
          : value?.kind === "date"
            ? [rational(value.value)]
            : [];
      });
    }
    const ranked = ranking === null ? undefined : decisions(ranking);
    if (ranked === undefined) return [];
    if (isShare) return SHARES;
    const count = facts.records(ranked.object).length;
    return spread(
      Array.from({ length: count }, (_, at) => rational(at + 1)),
      MOST_RANKS,
    );
  });
  return distinct(points);
};

const MOST_RANKS = 20;

/** 5％, 10％ … 100％: where a share of a ranking is tried. */
const SHARES = Array.from({ length: 20 }, (_, at) => rational(at + 1, 20));
