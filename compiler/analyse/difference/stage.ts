import type { Rational } from "../../../language/index.ts";
import type { Condition, Program, Term } from "../../model/ir.ts";
import type { Day, Value } from "../../model/value.ts";
import type { Formula, NumberRange } from "../formula.ts";
import type { Structure } from "./structure.ts";

/** A place for a record in the small world that is asked for. */
export interface Slot {
  readonly object: string;
  readonly id: string;
  /** Null: the record is there in any case; else the choice whether it is. */
  readonly existence: string | null;
  /** The texts name a record of this 编号. */
  readonly isNamed: boolean;
}

/** Records of the outer variables, as an environment of the interpreter has them. */
export type Places = readonly Slot[];

export type SideName = "left" | "right";

/**
 * What a variable of the question stands for in a world, so that a model can be made into a world and a world into a
 * model. A choice whose options hold `number` has its amount in the number of the same variable.
 */
export type Meaning =
  | { readonly kind: "existence"; readonly variable: string; readonly slot: Slot }
  | {
      readonly kind: "fact";
      readonly variable: string;
      readonly slot: Slot;
      readonly field: string;
      readonly options: readonly Option[];
    }
  | {
      readonly kind: "coordinate";
      readonly variable: string;
      readonly slot: Slot;
      readonly field: string;
      /** Systems by option; the first option is a missing place. */
      readonly systems: readonly (string | null)[];
    }
  | {
      readonly kind: "parameter";
      readonly variable: string;
      readonly name: string;
      readonly region: string | null;
      readonly options: readonly Option[];
    }
  | { readonly kind: "walk"; readonly variable: string; readonly from: Slot; readonly to: Slot }
  | {
      readonly kind: "straight";
      readonly variable: string;
      readonly from: Slot;
      readonly to: Slot;
      readonly fromField: string;
      readonly toField: string;
    }
  /** Fixed by what the formulas say of it. */
  | { readonly kind: "rounded"; readonly variable: string; readonly value: RoundedNumber }
  /** The last day of a period that begins on a day that is not known; only its bounds are told to the solver. */
  | { readonly kind: "period"; readonly variable: string; readonly from: Sum; readonly months: number }
  /** A condition that is not taken apart, by option of its level. */
  | {
      readonly kind: "opaque condition";
      readonly variable: string;
      readonly side: SideName;
      readonly condition: Condition;
      readonly places: Places;
    }
  /** A number or day that is not taken apart: options value, 需裁量, 未知. */
  | {
      readonly kind: "opaque term";
      readonly variable: string;
      readonly side: SideName;
      readonly term: Term;
      readonly places: Places;
    };

/** Null: missing; `number`: the amount is in the number of the variable. */
export type Option = Value | "number" | "date" | null;

interface Sum {
  readonly terms: ReadonlyMap<string, Rational>;
  readonly constant: Rational;
}

export interface RoundedNumber {
  readonly operand: Sum;
  readonly digits: number;
  readonly mode: "halfUp" | "down" | "up";
}

/** One program as it reads the stage. */
export interface View {
  readonly side: SideName;
  readonly program: Program;
  readonly structure: Structure;
  readonly stage: Stage;
}

/** The small world that both sides read, with everything that is still open about it. */
export interface Stage {
  readonly at: Day;
  readonly programs: readonly [Program, Program];
  readonly slots: ReadonlyMap<string, readonly Slot[]>;
  readonly texts: readonly string[];
  readonly keepParameters: boolean;
  readonly choices: Map<string, number>;
  readonly numbers: Map<string, NumberRange>;
  readonly meanings: Map<string, Meaning>;
  /** What holds of variables in every world. */
  readonly facts: Formula[];
  /** Why some part was not taken apart, in words. */
  readonly opaque: Set<string>;
  /** Whether counts against unsettled numbers are tried with a few records, rather than not taken apart. */
  readonly tries: boolean;
  /** Why these few records do not show every answer, in words. */
  readonly unbounded: Set<string>;
}

export const slotsOf = (stage: Stage, object: string): readonly Slot[] => stage.slots.get(object) ?? [];

/** Notes a variable when it is first used. */
export const declare = (
  stage: Stage,
  meaning: Meaning,
  options: number | null,
  range: NumberRange | null,
): void => {
  const { variable } = meaning;
  if (stage.meanings.has(variable)) return;
  stage.meanings.set(variable, meaning);
  if (options !== null) stage.choices.set(variable, options);
  if (range !== null) stage.numbers.set(numberOf(variable), range);
};

/** Name of the amount that belongs to a choice. */
export const numberOf = (variable: string): string => `${variable}#`;
