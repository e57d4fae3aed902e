import type { Rational } from "../../../language/index.ts";
import type { Model } from "../formula.ts";
import type { Chain } from "./chain.ts";
import type { Encoding } from "./encoding.ts";
import { ordinaryIn, type Interval } from "./ordinary.ts";
import type { Problem } from "./problem.ts";
import { numberOf, rangeOf, type Quantity } from "./quantity.ts";

/**
 * What the search found as values of the variables; `counts` are those that sums gave. Without an encoding nothing
 * is asked of any variable.
 */
export const modelOf = (
  problem: Problem,
  encoding: Encoding | null,
  counts: ReadonlyMap<Quantity, Rational>,
): Model => ({
  choices: choicesOf(problem, encoding),
  numbers: numbersOf(problem, encoding, counts),
});

const choicesOf = ({ choices }: Problem, encoding: Encoding | null): Map<string, number> =>
  new Map(
    [...choices].map(([choice, { first }]) => {
      const variables = encoding?.groups.get(choice) ?? [];
      const chosen = variables.findIndex((variable) => encoding!.search.holds(2 * variable));
      // Of two groups only the second has a variable.
      const group = variables.length === 1 ? chosen + 1 : Math.max(0, chosen);
      return [choice, first[group]!];
    }),
  );

const numbersOf = (
  { quantities }: Problem,
  encoding: Encoding | null,
  counts: ReadonlyMap<Quantity, Rational>,
): Map<string, Rational> => {
  const chains = new Map<Quantity, Chain>();
  for (const chain of encoding?.chains ?? [])
    if (chain.form.terms.length === 1) chains.set(chain.form.terms[0]!.quantity, chain);
  return new Map(
    [...quantities].map(([name, quantity]) => {
      const count = counts.get(quantity);
      if (count !== undefined) return [name, numberOf(quantity, count)];
      const chain = chains.get(quantity);
      const interval = intervalOf(quantity, chain && encoding ? chain.around(encoding.search) : null);
      return [name, ordinaryIn(interval, quantity.whole ? quantity.unit : null)!];
    }),
  );
};

const intervalOf = (quantity: Quantity, around: ReturnType<Chain["around"]> | null): Interval => {
  const { lower, upper } = rangeOf(quantity);
  const over = around?.over ?? null;
  const under = around?.under ?? null;
  return {
    lower:
      over === null
        ? lower && { value: lower, open: false }
        : { value: numberOf(quantity, over.value), open: !over.strict },
    upper:
      under === null
        ? upper && { value: upper, open: false }
        : { value: numberOf(quantity, under.value), open: under.strict },
  };
};
