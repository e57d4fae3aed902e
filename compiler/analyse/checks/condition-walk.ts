import type { AnalysisFinding, Suggestion } from "../../model/analysis.ts";
import type { Condition, Decision, Program } from "../../model/ir.ts";
import type { CheckContext } from "./check.ts";
import { canBe, type Clause, type Undecided } from "./condition-asked.ts";
import { isList, type DecisionClause } from "./condition-clauses.ts";
import { editsOfDead, type Joined } from "./condition-edit.ts";
import { conditionFinding } from "./condition-kinds.ts";
import { guardsOf, isGuard, type Taken } from "./condition-readings.ts";
import { anyOf, notThat } from "./conditions.ts";
import { itemOf, placeOf, ruleOf, undecided } from "./finding.ts";
import { withoutOperands } from "./operand-edit.ts";

/** What is known of a clause by itself. `told`: a part of it has been reported, which explains the whole. */
export type State = "open" | "never" | "always" | "told";

/** Looks at the clauses of one decision from the inside out, so that what explains a whole is told of the part. */
export class ClauseWalk {
  readonly #context: CheckContext;
  readonly #decision: Decision;
  readonly #found: AnalysisFinding[];

  constructor(context: CheckContext, decision: Decision, found: AnalysisFinding[]) {
    this.#context = context;
    this.#decision = decision;
    this.#found = found;
  }

  /** A clause by itself, then beside what is given. */
  async clause({ condition, given, inside, never, always }: DecisionClause): Promise<State> {
    const fixed = new Map(given.flatMap((each) => (each.kind === "any" ? [] : [...guardsOf(each)])));
    const told = { never, always, within: null };
    const state = await this.#walk(condition, fixed, inside ? null : told);
    return state === "open" && !inside && given.length > 0
      ? this.#asked(condition, given, fixed, told)
      : state;
  }

  async #walk(condition: Condition, fixed: Taken, effect: Effect | null): Promise<State> {
    switch (condition.kind) {
      case "constant":
      case "reading":
        return "open";
      case "all":
      case "any": {
        const inner = new Map([...fixed, ...guardsOf(condition)]);
        const operands = condition.operands.filter((operand) => !isGuard(operand));
        if (operands.length === 1) return this.#walk(operands[0]!, inner, effect);
        // The items of a list have checks of their own.
        const each = isList(condition) ? null : { ...EFFECTS[condition.kind], within: condition };
        const states: State[] = [];
        for (const operand of operands) states.push(await this.#walk(operand, inner, each));
        const state = wholeOf(condition.kind, states);
        if (state !== "open") return state;
        const whole = await this.#asked(condition, [], fixed, effect);
        if (whole === "open" && each !== null) {
          const open = operands.filter((_, index) => states[index] === "open");
          await this.#implied(condition, open, inner);
        }
        return whole;
      }
      case "atLeast": {
        const states: State[] = [];
        for (const operand of condition.operands) states.push(await this.#walk(operand, fixed, null));
        return states.every((state) => state === "open") ? this.#asked(condition, [], fixed, effect) : "told";
      }
      case "not":
      case "holds":
      case "compare":
      case "compareOrder":
      case "oneOf":
      case "same":
      case "elapsed":
      case "exists":
      case "ranked":
      case "defined":
        return this.#asked(condition, [], fixed, effect);
    }
  }

  /** Asks whether a clause can be true, and whether it can be false; what it finds is told where that is wanted. */
  async #asked(
    condition: Condition,
    given: readonly Condition[],
    fixed: Taken,
    effect: Effect | null,
  ): Promise<State> {
    const clause: Clause = { object: this.#decision.object, condition, given, fixed };
    for (const [state, value] of [
      ["never", true],
      ["always", false],
    ] as const) {
      const possible = await canBe(this.#context, clause, value);
      if (possible.kind === "dead") return "open";
      if (possible.kind === "undecided" && value && effect?.within === null)
        this.#found.push(this.#open(condition, possible));
      if (possible.kind !== "never") continue;
      if (effect !== null) this.#tell(state, condition, given, effect);
      return state;
    }
    return "open";
  }

  #open(condition: Condition, answer: Undecided): AnalysisFinding {
    const { program } = this.#context;
    const question = `${ruleOf(program, this.#decision)}的${itemOf(condition, condition.origin)}能否成立`;
    const places = [placeOf(program, this.#decision, condition.origin)];
    return undecided("condition-never", question, answer, places);
  }

  #tell(state: "never" | "always", condition: Condition, given: readonly Condition[], effect: Effect): void {
    const { program } = this.#context;
    const about = given.map(({ origin }) => `“${origin.words}”`).join("、");
    this.#found.push(
      conditionFinding(
        `condition-${state}`,
        {
          rule: ruleOf(program, this.#decision),
          clause: isWholeList(condition) ? "所列各项合起来" : itemOf(condition, condition.origin),
          beside: about === "" ? "" : `（与${about}合起来看）`,
          effect: effect[state],
        },
        {
          certainty: "proved",
          places: [placeOf(program, this.#decision, condition.origin)],
          suggestions: editsOfDead(this.#context, {
            decision: this.#decision,
            condition,
            given,
            within: effect.within,
            state,
          }),
        },
      ),
    );
  }

  /** A且B where B follows from A; A或者B where A is a case of B. */
  async #implied(
    condition: Extract<Condition, { kind: "all" | "any" }>,
    operands: readonly Condition[],
    fixed: Taken,
  ): Promise<void> {
    let left = operands;
    for (const operand of operands.toReversed()) {
      const others = left.filter((other) => other !== operand);
      if (operand.kind === "constant" || others.length === 0) continue;
      if (!(await this.#follows(condition, operand, others, fixed))) continue;
      left = others;
      const reasons = await this.#enough(condition, operand, others, fixed);
      this.#found.push(
        conditionFinding(
          "condition-implied",
          {
            rule: ruleOf(this.#context.program, this.#decision),
            clause: operand.origin.words,
            because:
              condition.kind === "all"
                ? `已经包含在${wordsOf(reasons)}之中`
                : `已经为${wordsOf(reasons)}所包含`,
          },
          {
            certainty: "proved",
            places: [operand, ...reasons].map((each) =>
              placeOf(this.#context.program, this.#decision, each.origin),
            ),
            suggestions: removal(this.#context.program, condition.operands, operand),
          },
        ),
      );
    }
  }

  /** Whether an operand can be left out beside these. */
  async #follows(
    { kind, origin }: Extract<Condition, { kind: "all" | "any" }>,
    operand: Condition,
    others: readonly Condition[],
    fixed: Taken,
  ): Promise<boolean> {
    const given = kind === "all" ? others : [notThat(anyOf(origin, others))];
    const clause = { object: this.#decision.object, condition: operand, given, fixed };
    return (await canBe(this.#context, clause, kind === "any")).kind === "never";
  }

  /** The one operand that says it already, where there is one. */
  async #enough(
    condition: Extract<Condition, { kind: "all" | "any" }>,
    operand: Condition,
    others: readonly Condition[],
    fixed: Taken,
  ): Promise<readonly Condition[]> {
    if (others.length === 1 || others.length > MOST_TRIED_ALONE) return others;
    for (const other of others) if (await this.#follows(condition, operand, [other], fixed)) return [other];
    return others;
  }
}

const MOST_TRIED_ALONE = 12;

/** What follows where a clause is never or always true, and the A且B or A或者B that it is a part of; null for a whole. */
interface Effect {
  readonly never: string;
  readonly always: string;
  readonly within: Joined | null;
}

const EFFECTS = {
  all: { never: "几个条件因此不会同时符合", always: "不起限定作用" },
  any: { never: "这一种情形因此落空", always: "其余情形因此不起作用" },
} as const;

const wholeOf = (kind: "all" | "any", states: readonly State[]): State => {
  const [one, every] = kind === "all" ? (["never", "always"] as const) : (["always", "never"] as const);
  if (states.includes(one) || states.every((state) => state === every)) return "told";
  return states.includes("told") ? "told" : "open";
};

const isWholeList = (condition: Condition): boolean =>
  (condition.kind === "all" || condition.kind === "any" || condition.kind === "atLeast") && isList(condition);

const wordsOf = (others: readonly Condition[]): string =>
  others.map(({ origin }) => `“${origin.words}”`).join("、");

const removal = (
  program: Program,
  operands: readonly Condition[],
  operand: Condition,
): readonly Suggestion[] => {
  const edits = withoutOperands(program, operands, new Set([operand])) ?? [];
  return edits.length === 0
    ? []
    : [{ title: `删去“${operand.origin.words}”`, file: operand.origin.file, edits, isNeutral: true }];
};
