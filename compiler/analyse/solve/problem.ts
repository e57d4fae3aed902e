import { divide, negate } from "../../../language/index.ts";
import type { Formula, Linear, Question } from "../formula.ts";
import { groupOptions, type OptionGroups } from "./option-groups.ts";
import { ceilingUnder, compareCeilings, scaledForm, tightened, type Ceiling, type Form } from "./form.ts";
import { FALSE, Graph, nodeOf, opposite, TRUE, type Edge } from "./graph.ts";
import { inOrder } from "./in-order.ts";
import { quantityOf, type Quantity } from "./quantity.ts";

/** What an input of the graph says. */
export type Input =
  | { readonly kind: "group"; readonly choice: string; readonly group: number }
  | { readonly kind: "ceiling"; readonly form: Form; readonly ceiling: Ceiling };

/** A question in normal form: conjunctions and negations over groups of options and ceilings of sums. */
export interface Problem {
  readonly question: Question;
  readonly graph: Graph;
  readonly root: Edge;
  readonly inputs: ReadonlyMap<number, Input>;
  readonly choices: ReadonlyMap<string, OptionGroups>;
  readonly quantities: ReadonlyMap<string, Quantity>;
}

/** `null` where some variable has no possible value at all. */
export const problemOf = (question: Question): Problem | null => {
  const quantities = new Map<string, Quantity>();
  for (const [name, range] of question.variables.numbers) {
    const quantity = quantityOf(name, range);
    if (quantity === null) return null;
    quantities.set(name, quantity);
  }
  for (const count of question.variables.choices.values()) if (count < 1) return null;
  const order = inOrder(question.formula);
  const choices = groupOptions(question.variables.choices, order);
  const writer = new Writer(choices, quantities);
  const edges = new Map<Formula, Edge>();
  for (const formula of order) edges.set(formula, writer.edge(formula, edges));
  const { graph, inputs } = writer;
  return { question, graph, root: edges.get(question.formula)!, inputs, choices, quantities };
};

class Writer {
  readonly graph = new Graph();
  readonly inputs = new Map<number, Input>();
  readonly #known = new Map<string, Edge>();
  readonly #choices: ReadonlyMap<string, OptionGroups>;
  readonly #quantities: ReadonlyMap<string, Quantity>;

  constructor(choices: ReadonlyMap<string, OptionGroups>, quantities: ReadonlyMap<string, Quantity>) {
    this.#choices = choices;
    this.#quantities = quantities;
  }

  edge(formula: Formula, edges: ReadonlyMap<Formula, Edge>): Edge {
    switch (formula.kind) {
      case "constant":
        return formula.value ? TRUE : FALSE;
      case "not":
        return opposite(edges.get(formula.operand)!);
      case "and":
        return this.graph.and(formula.operands.map((operand) => edges.get(operand)!));
      case "or":
        return this.graph.or(formula.operands.map((operand) => edges.get(operand)!));
      case "choice":
        return this.#oneOf(formula.variable, formula.options);
      case "linear":
        return this.#linear(formula);
    }
  }

  #oneOf(choice: string, options: readonly number[]): Edge {
    const { groupOf, first } = this.#choices.get(choice)!;
    const wanted = new Set(options.flatMap((option) => groupOf[option] ?? []));
    const all = first.map((_, group) => group);
    if (wanted.size === all.length) return TRUE;
    const few = wanted.size * 2 <= all.length;
    const listed = all.filter((group) => wanted.has(group) === few);
    const any = this.graph.or(listed.map((group) => this.#group(choice, group, all.length)));
    return few ? any : opposite(any);
  }

  #group(choice: string, group: number, count: number): Edge {
    // Of two groups the second is asked for, so that "no" comes first.
    if (count === 2 && group === 0) return opposite(this.#group(choice, 1, count));
    return this.#input(`${group} ${choice}`, { kind: "group", choice, group });
  }

  #linear(linear: Linear): Edge {
    const { form, factor, constant } = scaledForm(linear, this.#quantities);
    const strict = linear.operator === "<";
    if (form === null) {
      const sum = constant.numerator;
      return (linear.operator === "=" ? sum === 0n : strict ? sum < 0n : sum <= 0n) ? TRUE : FALSE;
    }
    const limit = divide(negate(constant), factor)!;
    const most = (): Edge => this.#atMost(form, tightened(form, limit, strict));
    const least = (): Edge => opposite(this.#atMost(form, ceilingUnder(form, limit, strict)));
    if (linear.operator === "=") return this.graph.and([most(), least()]);
    return factor.numerator > 0n ? most() : least();
  }

  #atMost(form: Form, ceiling: Ceiling): Edge {
    const { lower, upper } = form;
    if (upper !== null && compareCeilings({ value: upper, strict: false }, ceiling) <= 0) return TRUE;
    // Less than the lowest value is never; so is at most what lies under it.
    if (lower !== null && compareCeilings(ceiling, { value: lower, strict: false }) < 0) return FALSE;
    const { numerator, denominator } = ceiling.value;
    const key = `${ceiling.strict ? "<" : "≤"}${numerator}/${denominator}\n${form.key}`;
    return this.#input(key, { kind: "ceiling", form, ceiling });
  }

  #input(key: string, input: Input): Edge {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const edge = this.graph.input();
    this.#known.set(key, edge);
    this.inputs.set(nodeOf(edge), input);
    return edge;
  }
}
