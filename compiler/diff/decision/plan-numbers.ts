import type { UnitNode } from "./nodes.ts";
import { numbersInOrder, orderOf, sameNumber, type UnitNumber } from "./numbers.ts";

export interface Numbering {
  /** 对条文顺序作相应调整 is said, and gives the numbers that no sentence gives. */
  readonly inOrder: boolean;
  /** Units whose number a sentence gives. */
  readonly given: ReadonlySet<UnitNode>;
}

/** A 条 that stays, the number that it must get, and whether a sentence speaks of its place anyway. */
export interface StayingUnit {
  readonly unit: UnitNode;
  readonly wanted: UnitNumber;
  readonly isTold: boolean;
  /** Its sentence names its number even where that stays. */
  readonly isGrouped: boolean;
}

/** Which numbers must be told, so that the order gives all the others. */
export const planNumbers = ({
  staying,
  added,
}: {
  readonly staying: readonly StayingUnit[];
  readonly added: readonly UnitNumber[];
}): Numbering => {
  const changes = ({ unit, wanted }: StayingUnit): boolean => !sameNumber(unit.number, wanted);
  const told = staying.filter((one) => one.isGrouped || (one.isTold && changes(one)));
  const given = new Set(told.map(({ unit }) => unit));
  if (!staying.some((one) => !given.has(one.unit) && changes(one))) return { inOrder: false, given };
  for (;;) {
    const numbers = numbersInOrder(
      staying.map(({ unit, wanted }) => ({ own: unit.number, given: given.has(unit) ? wanted : null })),
      added,
    );
    const wrong = staying.filter(({ wanted }, index) => !sameNumber(numbers[index]!, wanted));
    if (wrong.length === 0) return { inOrder: true, given };
    // Nothing is told of a number that stays; then all the others are told and the order is not.
    if (!wrong.some(changes)) {
      return { inOrder: false, given: new Set(staying.filter(changes).map(({ unit }) => unit)) };
    }
    for (const { unit } of wrong.filter(changes)) given.add(unit);
  }
};

/** Rising numbers of one kind without a repetition: only then do numbers name places. */
export const isNumbered = (units: readonly UnitNode[]): boolean =>
  units.every((unit, index) => {
    const before = units[index - 1];
    return before === undefined || (before.level === unit.level && orderOf(before.number, unit.number) < 0);
  });

/** Rows of units whose numbers, old and new, rise by one. */
export const runsOf = (units: readonly UnitNode[], partner: (unit: UnitNode) => UnitNode): UnitNode[][] => {
  const runs: UnitNode[][] = [];
  for (const unit of units) {
    const last = runs.at(-1)?.at(-1);
    const follows =
      last !== undefined &&
      isNext(last.number, unit.number) &&
      isNext(partner(last).number, partner(unit).number);
    if (follows) runs.at(-1)!.push(unit);
    else runs.push([unit]);
  }
  return runs;
};

const isNext = (one: UnitNumber, other: UnitNumber): boolean =>
  one.insertion === null && other.insertion === null && one.number + 1 === other.number;
