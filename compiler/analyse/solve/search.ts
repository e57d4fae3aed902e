import type { Budget } from "./budget.ts";
import { Order } from "./order.ts";

/** A variable of the search or its negation: twice the variable, plus one where negated. */
export type Literal = number;

export const negation = (literal: Literal): Literal => literal ^ 1;
const variableOf = (literal: Literal): number => literal >> 1;

/** Literals of which one has to hold. */
interface Clause {
  readonly literals: Literal[];
  dropped: boolean;
}

/** What judges the literals together beyond the clauses. */
export interface Theory {
  /** A literal holds now; gives literals that cannot hold together, or `null`. */
  assert(literal: Literal, place: number): readonly Literal[] | null;
  /** Judges all that hold now; gives literals that cannot hold together, or `null`. */
  check(): readonly Literal[] | null;
  /** Takes back the literals from this place of the trail on. */
  backtrack(place: number): void;
  /**
   * Everything is decided. Gives literals that cannot hold together; or "again" where it made another variable to
   * decide.
   */
  complete(): readonly Literal[] | "again" | "done";
}

/**
 * Search with unit propagation, learning from conflicts and jumping back. It decides nothing by chance: the
 * same clauses give the same answer.
 */
export class Search {
  readonly #clauses: Clause[][] = [];
  readonly #value: number[] = [];
  readonly #level: number[] = [];
  readonly #reason: (readonly Literal[] | null)[] = [];
  readonly #phase: Literal[] = [];
  readonly #group: (readonly number[] | undefined)[] = [];
  readonly #order = new Order();
  readonly #trail: Literal[] = [];
  readonly #levels: number[] = [];
  #learned: Clause[] = [];
  #propagated = 0;
  #told = 0;
  #contradictory = false;
  readonly #seen: boolean[] = [];

  /** A new variable, tried with this value first. */
  variable(first: boolean): number {
    const variable = this.#phase.length;
    this.#phase.push(2 * variable + (first ? 0 : 1));
    this.#value.push(0, 0);
    this.#clauses.push([], []);
    this.#level.push(0);
    this.#reason.push(null);
    this.#group.push(undefined);
    this.#seen.push(false);
    this.#order.add(variable);
    return variable;
  }

  /** At most one of these variables is true. A variable is in one group at most. */
  exclude(variables: readonly number[]): void {
    for (const variable of variables) this.#group[variable] = variables;
  }

  /**
   * One of these has to hold. While the search runs, only clauses come that hold already, or have two literals
   * that are open.
   */
  clause(given: readonly Literal[]): void {
    const literals = [...new Set(given)];
    if (literals.some((literal) => literals.includes(negation(literal)))) return;
    if (this.#levels.length === 0 && literals.some((literal) => this.holds(literal))) return;
    const open = this.#levels.length === 0 ? literals.filter((literal) => !this.fails(literal)) : literals;
    if (open.length === 0) this.#contradictory = true;
    else if (open.length === 1) this.#enqueue(open[0]!, null);
    else this.#watch({ literals: open, dropped: false });
  }

  holds(literal: Literal): boolean {
    return this.#value[literal] === 1;
  }

  fails(literal: Literal): boolean {
    return this.#value[literal] === -1;
  }

  /** Whether all clauses and the theory can hold; `null` where the budget ended before. */
  run(theory: Theory, budget: Budget): boolean | null {
    if (this.#contradictory) return false;
    let restarts = 0;
    let untilRestart = RESTART * luby(restarts);
    let keep = KEEP;
    for (;;) {
      const conflict = this.#propagate() ?? this.#judge(theory);
      if (conflict !== null) {
        budget.spend();
        untilRestart--;
        if (!this.#resolve(conflict, theory)) return false;
        continue;
      }
      if (budget.isSpent) return null;
      if (untilRestart <= 0) {
        this.#backtrack(0, theory);
        untilRestart = RESTART * luby(++restarts);
        if (this.#learned.length > keep) {
          this.#forget();
          keep += KEEP / 4;
        }
        continue;
      }
      const literal = this.#choose();
      if (literal === null) {
        const complete = theory.complete();
        if (complete === "done") return true;
        if (complete !== "again" && !this.#resolve(complete.map(negation), theory)) return false;
        continue;
      }
      budget.spend();
      this.#levels.push(this.#trail.length);
      this.#enqueue(literal, null);
    }
  }

  #choose(): Literal | null {
    for (let variable = this.#order.take(); variable !== null; variable = this.#order.take())
      if (this.#value[2 * variable] === 0) return this.#phase[variable]!;
    return null;
  }

  #enqueue(literal: Literal, reason: readonly Literal[] | null): void {
    this.#value[literal] = 1;
    this.#value[negation(literal)] = -1;
    const variable = variableOf(literal);
    this.#level[variable] = this.#levels.length;
    this.#reason[variable] = reason;
    this.#trail.push(literal);
  }

  #watch(clause: Clause): void {
    this.#clauses[negation(clause.literals[0]!)]!.push(clause);
    this.#clauses[negation(clause.literals[1]!)]!.push(clause);
  }

  /** Draws every conclusion; gives a clause that fails, or `null`. */
  #propagate(): readonly Literal[] | null {
    while (this.#propagated < this.#trail.length) {
      const literal = this.#trail[this.#propagated++]!;
      const conflict = this.#excludeOthers(literal) ?? this.#visit(literal);
      if (conflict !== null) return conflict;
    }
    return null;
  }

  #excludeOthers(literal: Literal): readonly Literal[] | null {
    if ((literal & 1) === 1) return null;
    for (const other of this.#group[variableOf(literal)] ?? []) {
      const positive = 2 * other;
      if (positive === literal || this.fails(positive)) continue;
      const reason = [negation(positive), negation(literal)];
      if (this.holds(positive)) return reason;
      this.#enqueue(negation(positive), reason);
    }
    return null;
  }

  #visit(literal: Literal): readonly Literal[] | null {
    const watching = this.#clauses[literal]!;
    const failing = negation(literal);
    let kept = 0;
    for (let index = 0; index < watching.length; index++) {
      const clause = watching[index]!;
      if (clause.dropped) continue;
      const { literals } = clause;
      if (literals[0] === failing) {
        literals[0] = literals[1]!;
        literals[1] = failing;
      }
      const first = literals[0]!;
      if (!this.holds(first) && this.#moved(clause)) continue;
      watching[kept++] = clause;
      if (this.holds(first)) continue;
      if (this.fails(first)) {
        while (++index < watching.length) watching[kept++] = watching[index]!;
        watching.length = kept;
        return literals;
      }
      this.#enqueue(first, literals);
    }
    watching.length = kept;
    return null;
  }

  /** Watches another literal that does not fail instead of the second, where there is one. */
  #moved(clause: Clause): boolean {
    const { literals } = clause;
    for (let index = 2; index < literals.length; index++) {
      const other = literals[index]!;
      if (this.fails(other)) continue;
      literals[index] = literals[1]!;
      literals[1] = other;
      this.#clauses[negation(other)]!.push(clause);
      return true;
    }
    return false;
  }

  #judge(theory: Theory): readonly Literal[] | null {
    while (this.#told < this.#trail.length) {
      const together = theory.assert(this.#trail[this.#told]!, this.#told);
      this.#told++;
      if (together !== null) return together.map(negation);
    }
    return theory.check()?.map(negation) ?? null;
  }

  /** Learns from a clause that fails and jumps back; `false` where nothing was assumed. */
  #resolve(conflict: readonly Literal[], theory: Theory): boolean {
    // The theory may find a conflict among older literals only.
    const top = Math.max(0, ...conflict.map((literal) => this.#level[variableOf(literal)]!));
    this.#backtrack(top, theory);
    if (top === 0) return false;
    const learned = this.#learn(conflict);
    const back = learned.length === 1 ? 0 : this.#level[variableOf(learned[1]!)]!;
    this.#backtrack(back, theory);
    if (learned.length > 1) {
      const clause: Clause = { literals: learned, dropped: false };
      this.#learned.push(clause);
      this.#watch(clause);
    }
    this.#enqueue(learned[0]!, learned.length > 1 ? learned : null);
    this.#order.decay();
    return true;
  }

  /** The clause up to the first point that all ways of the conflict pass; then the highest other literal. */
  #learn(conflict: readonly Literal[]): Literal[] {
    const level = this.#levels.length;
    const others: Literal[] = [];
    const marked: number[] = [];
    let open = 0;
    let place = this.#trail.length - 1;
    let reason: readonly Literal[] = conflict;
    let point: Literal | null = null;
    for (;;) {
      for (const literal of reason) {
        const variable = variableOf(literal);
        if (literal === point || this.#seen[variable]! || this.#level[variable] === 0) continue;
        this.#seen[variable] = true;
        marked.push(variable);
        this.#order.bump(variable);
        if (this.#level[variable] === level) open++;
        else others.push(literal);
      }
      while (!this.#seen[variableOf(this.#trail[place]!)]!) place--;
      point = this.#trail[place--]!;
      open--;
      if (open === 0) break;
      reason = this.#reason[variableOf(point)]!;
    }
    // What follows from the other literals of the clause adds nothing to it.
    const needed = others.filter((literal) => !this.#follows(literal));
    for (const variable of marked) this.#seen[variable] = false;
    const highest = needed.reduce(
      (best, literal, index) =>
        this.#level[variableOf(literal)]! > this.#level[variableOf(needed[best]!)]! ? index : best,
      0,
    );
    if (needed.length > 1) [needed[0], needed[highest]] = [needed[highest]!, needed[0]!];
    return [negation(point), ...needed];
  }

  #follows(literal: Literal): boolean {
    const reason = this.#reason[variableOf(literal)]!;
    if (reason === null) return false;
    return reason.every((other) => {
      const variable = variableOf(other);
      return other === negation(literal) || this.#seen[variable]! || this.#level[variable] === 0;
    });
  }

  #backtrack(level: number, theory: Theory): void {
    if (this.#levels.length <= level) return;
    const size = this.#levels[level]!;
    for (let place = this.#trail.length - 1; place >= size; place--) {
      const literal = this.#trail[place]!;
      const variable = variableOf(literal);
      this.#value[literal] = 0;
      this.#value[negation(literal)] = 0;
      this.#phase[variable] = literal;
      this.#reason[variable] = null;
      this.#order.insert(variable);
    }
    this.#trail.length = size;
    this.#levels.length = level;
    this.#propagated = Math.min(this.#propagated, size);
    this.#told = Math.min(this.#told, size);
    theory.backtrack(size);
  }

  /** Drops the older half of what was learned, but for short clauses. Nothing holds by them now. */
  #forget(): void {
    const half = this.#learned.length / 2;
    this.#learned = this.#learned.filter((clause, index) => {
      if (index >= half || clause.literals.length <= 2) return true;
      clause.dropped = true;
      return false;
    });
  }
}

const RESTART = 100;
const KEEP = 4000;

/** 1 1 2 1 1 2 4 …: restarts that neither come too often nor never. */
const luby = (index: number): number => {
  let size = 1;
  let power = 0;
  let rest = index;
  while (size < rest + 1) {
    size = 2 * size + 1;
    power++;
  }
  while (size - 1 !== rest) {
    size = (size - 1) / 2;
    power--;
    rest %= size;
  }
  return 2 ** power;
};
