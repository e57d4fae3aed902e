import type { OperatorKind } from "../../model/mutation.ts";
import type { Change } from "../model.ts";
import type { Place } from "../place.ts";
import { arithmeticChanges } from "./arithmetic.ts";
import { boundChanges } from "./bound.ts";
import { conditionChanges } from "./condition.ts";
import { connectiveChanges } from "./connective.ts";
import { exceptionChanges } from "./exception.ts";
import { itemChanges } from "./item.ts";
import { listHeadChanges } from "./list-head.ts";
import { modalChanges } from "./modal.ts";
import { negationChanges } from "./negation.ts";
import { numberChanges } from "./number.ts";
import { rankingChanges } from "./ranking.ts";
import { readingChanges } from "./reading.ts";
import { scopeChanges } from "./scope.ts";
import { classChanges, valueChanges } from "./value.ts";

/** Every way in which one thing of a rule is changed. */
const OPERATORS = {
  bound: boundChanges,
  number: numberChanges,
  connective: connectiveChanges,
  condition: conditionChanges,
  listHead: listHeadChanges,
  item: itemChanges,
  exception: exceptionChanges,
  modal: modalChanges,
  negation: negationChanges,
  value: valueChanges,
  class: classChanges,
  scope: scopeChanges,
  ranking: rankingChanges,
  reading: readingChanges,
  arithmetic: arithmeticChanges,
} as const satisfies Record<OperatorKind, (place: Place) => readonly Change[]>;

/** All changes of one block, in reading order. */
export const changesOf = (place: Place): readonly Change[] =>
  Object.values(OPERATORS)
    .flatMap((operator): readonly Change[] => operator(place))
    .toSorted((left, right) => left.span.start - right.span.start);
