import type { Finding } from "./finding.ts";
import type { Told } from "./told.ts";

/**
 * One change that shows in several places of a rule, such as a limit under each of two readings, is told once, at the
 * first place that is in force.
 */
export const merged = (told: readonly Told[]): readonly Told[] => {
  const groups = new Map<string, Told[]>();
  for (const each of told) {
    const { kind, before, after, what, wording } = each.finding;
    const key = JSON.stringify([kind, before, after, what, wording, each.role.kind]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => {
    const inOrder = [...group].sort((first, second) => startOf(first) - startOf(second));
    const best = inOrder.find(({ finding }) => !isDormant(finding)) ?? inOrder[0]!;
    const effects = new Set(group.map(({ finding }) => finding.effect));
    return effects.size === 1 ? best : { ...best, finding: { ...best.finding, effect: 0 } };
  });
};

const isDormant = ({ left, right }: Finding): boolean => (left?.dormant ?? true) && (right?.dormant ?? true);

/** Where a change stands, told from both sides alike. */
const startOf = ({ finding: { left, right } }: Told): number =>
  (left?.origin.span.start ?? 0) + (right?.origin.span.start ?? 0);
