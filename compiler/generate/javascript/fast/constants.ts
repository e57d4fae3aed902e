import type { Condition, Term } from "../../../model/ir.ts";
import { visitTerm } from "../../../model/walk.ts";
import type { Rational } from "../../../../language/index.ts";
import { stepOf, type Grid } from "./grid.ts";

/** Gives the name of the runtime node of a condition or term, declared at the top of the module. */
export interface Nodes {
  readonly condition: (condition: Condition) => string;
  readonly term: (term: Term) => string;
}

/**
 * What a context knows before it sees a record: limits, days and readings. Found once for a context, so that a record costs
 * one comparison. Each name ends in what it holds: Low, High, Scaled, Level, Text, Day.
 */
export class Constants {
  /** Statements `constants.…` in the order in which they were asked for, by what they hold. */
  readonly entries = new Map<
    string,
    { readonly name: string; readonly value: string; readonly parts: readonly string[] }
  >();

  readonly #nodes: Nodes;

  constructor(nodes: Nodes) {
    this.#nodes = nodes;
  }

  /** Limits half way between decimals of a grid: Low, High, Level. */
  limits(term: Term, grid: Grid): string {
    return this.#entry("limit", aroundCode(`${this.#nodes.term(term)}(context, [])`, grid), [
      "Low",
      "High",
      "Level",
    ]);
  }

  /** A number as so many steps: Scaled (NaN where open, infinite where it is no whole number of steps), Level. */
  scaled(term: Term, { numerator, denominator }: Rational): string {
    return this.#entry(
      "amount",
      `inSteps(${this.#nodes.term(term)}(context, []), ${numerator}n, ${denominator}n)`,
      ["Scaled", "Level"],
    );
  }

  /** 0 to 3 for a condition that asks nothing of a record: Level. */
  level(condition: Condition): string {
    return this.#entry(
      condition.kind === "reading" ? "reading" : "condition",
      `{ Level: level(${this.#nodes.condition(condition)}.truth(context, [])) }`,
      ["Level"],
    );
  }

  /** Counts of neighbours, found when they are first asked for: Index. */
  neighbours(question: string): string {
    return this.#entry("neighbours", `{ Index: new Neighbours(context, { ${question} }) }`, ["Index"]);
  }

  /** The places of a ranking, found when they are first asked for: Index. */
  places(ladder: string): string {
    return this.#entry("places", `{ Index: new Places(context, { ${ladder} }) }`, ["Index"]);
  }

  /** Who stands among so many of them: Index. */
  quota(places: string, parts: readonly string[]): string {
    return this.#entry("quota", `{ Index: new Quota(${places}.Index, ${parts.join(", ")}) }`, ["Index"]);
  }

  /** Sums of regions, found when they are first asked for: Index. */
  figures(sum: string): string {
    return this.#entry("figures", `{ Index: new Figures(context, { ${sum} }) }`, ["Index"]);
  }

  /** What an expression on `given` and `value` says, remembered by the value of one fact: Answers. */
  answers(expression: string): string {
    return this.#entry("answers", `{ Answers: new Answers((given, value) => (${expression})) }`, ["Answers"]);
  }

  /** A day: Day, Text, Level. */
  day(term: Term): string {
    return this.#entry("day", `dayValue(${this.#nodes.term(term)}(context, []))`, ["Day", "Text", "Level"]);
  }

  /**
   * For a period that has to be compared with a day of the context, the first day that it may begin on so that it ends on
   * that day or later (Ending), and so that it ends later (Later).
   */
  beginnings(to: Term, amount: Term, unit: "day" | "month" | "year"): string {
    return this.#entry(
      "period",
      `beginnings(${this.#nodes.term(to)}(context, []), ${this.#nodes.term(amount)}(context, []), "${unit}")`,
      ["EndingDay", "EndingText", "LaterDay", "LaterText", "Level"],
    );
  }

  #entry(word: string, value: string, parts: readonly string[]): string {
    const known = this.entries.get(value);
    if (known !== undefined) return known.name;
    const name = `${word}${this.entries.size + 1}`;
    this.entries.set(value, { name, value, parts });
    return name;
  }
}

/** Whether a term says the same for every record of a context. */
export const isConstant = (term: Term): boolean => {
  let constant = true;
  visitTerm(term, {
    term: (part) => {
      if (part.kind === "field" || part.kind === "aggregate") constant = false;
    },
    subject: () => {
      constant = false;
    },
  });
  return constant;
};

/** Limits half way between decimals of a grid around what an expression gives. */
export const aroundCode = (result: string, grid: Grid): string => {
  const { numerator, denominator } = stepOf(grid);
  return `limitsAround(${result}, ${numerator}n, ${denominator}n, ${10 ** grid.scale})`;
};
