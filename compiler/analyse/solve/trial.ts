import { add, compare, divide, multiply, subtract, ZERO, type Rational } from "../../../language/index.ts";
import type { Model } from "../formula.ts";
import type { Form } from "./form.ts";
import { nodeOf, type Edge } from "./graph.ts";
import type { Input, Problem } from "./problem.ts";
import { numberOf, type Quantity } from "./quantity.ts";

/** A model of a problem in which one value after the other may be tried anew. */
export class Trial {
  readonly problem: Problem;
  readonly #conjunctions: (readonly [node: number, operands: readonly Edge[]])[] = [];
  readonly #truth: Uint8Array;
  readonly #inputsOf = new Map<string | Quantity, number[]>();
  readonly #choices: Map<string, number>;
  readonly #numbers: Map<string, Rational>;

  constructor(problem: Problem, model: Model) {
    this.problem = problem;
    this.#choices = new Map(model.choices);
    this.#numbers = new Map(model.numbers);
    this.#truth = new Uint8Array(problem.graph.operands.length);
    this.#truth[0] = 1;
    for (const node of problem.graph.under(problem.root)) {
      const operands = problem.graph.operands[node];
      if (operands) this.#conjunctions.push([node, operands]);
      const input = problem.inputs.get(node);
      if (input === undefined) continue;
      const about =
        input.kind === "group" ? [input.choice] : input.form.terms.map(({ quantity }) => quantity);
      for (const key of about) {
        const known = this.#inputsOf.get(key);
        if (known === undefined) this.#inputsOf.set(key, [node]);
        else known.push(node);
      }
      this.#truth[node] = this.#says(input) ? 1 : 0;
    }
  }

  get model(): Model {
    return { choices: this.#choices, numbers: this.#numbers };
  }

  /** The cost of one try. */
  get size(): number {
    return this.#conjunctions.length;
  }

  option(choice: string): number {
    return this.#choices.get(choice)!;
  }

  number(quantity: Quantity): Rational {
    return this.#numbers.get(quantity.name)!;
  }

  /** Takes the option where the formula still holds with it. */
  tryOption(choice: string, option: number): boolean {
    const before = this.option(choice);
    return this.#attempt(
      choice,
      () => this.#choices.set(choice, option),
      () => this.#choices.set(choice, before),
    );
  }

  /** Takes the number where the formula still holds with it. */
  tryNumber(quantity: Quantity, number: Rational): boolean {
    const before = this.number(quantity);
    return this.#attempt(
      quantity,
      () => this.#numbers.set(quantity.name, number),
      () => this.#numbers.set(quantity.name, before),
    );
  }

  /** The numbers at which a part of the formula changes when only this quantity does. */
  thresholds(quantity: Quantity): readonly Rational[] {
    return (this.#inputsOf.get(quantity) ?? []).flatMap((node) => {
      const input = this.problem.inputs.get(node);
      if (input?.kind !== "ceiling") return [];
      const { coefficient } = input.form.terms.find((term) => term.quantity === quantity)!;
      const missing = subtract(input.ceiling.value, this.#sum(input.form));
      const count = add(this.#count(quantity), divide(missing, coefficient)!);
      return [numberOf(quantity, count)];
    });
  }

  #attempt(about: string | Quantity, change: () => void, undo: () => void): boolean {
    change();
    // Where no input changes, nothing does.
    if (!this.#judgeInputs(about) || this.#holds()) return true;
    undo();
    this.#judgeInputs(about);
    return false;
  }

  /** Whether some input changes. */
  #judgeInputs(about: string | Quantity): boolean {
    let changed = false;
    for (const node of this.#inputsOf.get(about) ?? []) {
      const says = this.#says(this.problem.inputs.get(node)!) ? 1 : 0;
      if (this.#truth[node] !== says) changed = true;
      this.#truth[node] = says;
    }
    return changed;
  }

  #holds(): boolean {
    for (const [node, operands] of this.#conjunctions)
      this.#truth[node] = operands.every(this.#isTrue) ? 1 : 0;
    return this.#isTrue(this.problem.root);
  }

  readonly #isTrue = (edge: Edge): boolean => this.#truth[nodeOf(edge)] !== (edge & 1);

  #says(input: Input): boolean {
    if (input.kind === "group") {
      const { groupOf } = this.problem.choices.get(input.choice)!;
      return groupOf[this.option(input.choice)] === input.group;
    }
    return compare(this.#sum(input.form), input.ceiling.value) < (input.ceiling.strict ? 0 : 1);
  }

  #sum(form: Form): Rational {
    return form.terms.reduce(
      (sum, { quantity, coefficient }) => add(sum, multiply(coefficient, this.#count(quantity))),
      ZERO,
    );
  }

  #count(quantity: Quantity): Rational {
    return divide(this.number(quantity), quantity.unit)!;
  }
}
