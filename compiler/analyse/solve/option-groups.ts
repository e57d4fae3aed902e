import type { Formula } from "../formula.ts";

/** Options that no part of the formula tells apart, by their first option. */
export interface OptionGroups {
  readonly groupOf: readonly number[];
  /** The first option of each group; the groups stand in the order of these. */
  readonly first: readonly number[];
}

/** Groups the options of every choice. */
export const groupOptions = (
  choices: ReadonlyMap<string, number>,
  parts: readonly Formula[],
): ReadonlyMap<string, OptionGroups> => {
  const groups = new Map<string, number[]>();
  for (const [choice, count] of choices)
    groups.set(
      choice,
      Array.from({ length: count }, () => 0),
    );
  for (const part of parts) {
    if (part.kind !== "choice") continue;
    const current = groups.get(part.variable);
    if (current === undefined) throw new RangeError(`the question has no choice ${part.variable}`);
    groups.set(part.variable, split(current, new Set(part.options)));
  }
  return new Map([...groups].map(([choice, groupOf]) => [choice, { groupOf, first: firstOf(groupOf) }]));
};

/** Options that were together stay so where both are among these or both are not. */
const split = (groupOf: readonly number[], options: ReadonlySet<number>): number[] => {
  const numbered = new Map<number, number>();
  return groupOf.map((group, option) => {
    const key = group * 2 + (options.has(option) ? 1 : 0);
    const known = numbered.get(key) ?? numbered.size;
    numbered.set(key, known);
    return known;
  });
};

const firstOf = (groupOf: readonly number[]): number[] => {
  const first: number[] = [];
  for (const [option, group] of groupOf.entries()) first[group] ??= option;
  return first;
};
