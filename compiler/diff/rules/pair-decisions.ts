import type { ProvisionChange } from "../../model/change.ts";
import type { Decision, Program } from "../../model/ir.ts";
import { visitDecision } from "../../model/walk.ts";
import { valueKey } from "./key.ts";
import { pairByScore } from "./pair-by-score.ts";
import { likeness, overlap } from "./similarity.ts";

export type Pair = readonly [Decision, Decision];

/**
 * Which decision became which: those of the same name first, then the likest by place, measure, force, name and
 * conditions. Each at most once.
 */
export const pairDecisions = (
  left: Program,
  right: Program,
  provisions: readonly ProvisionChange[],
  objects: ReadonlyMap<string, string>,
): readonly Pair[] => {
  const objectOf = ({ object }: Decision): string => objects.get(object) ?? object;
  const byId = new Map(right.decisions.map((decision) => [decision.id, decision]));
  const same = left.decisions.flatMap((decision): readonly Pair[] => {
    const other = byId.get(decision.id);
    return other?.kind === decision.kind && objectOf(other) === decision.object ? [[decision, other]] : [];
  });
  const paired = new Set(same.flat());
  const aligned = alignedPaths(provisions);
  const features = new Map<Decision, Features>();
  const featuresIn =
    (program: Program) =>
    (decision: Decision): Features => {
      const known = features.get(decision) ?? featuresOf(decision, program, objects);
      features.set(decision, known);
      return known;
    };
  const leftFeatures = featuresIn(left);
  const rightFeatures = featuresIn(right);
  const score = (first: Decision, second: Decision): number => {
    if (first.kind !== second.kind || objectOf(second) !== first.object) return 0;
    const one = leftFeatures(first);
    const other = rightFeatures(second);
    const terms = overlap(one.terms, other.terms);
    // Where nothing is ordered, what it speaks of tells all.
    const shared = one.measures.size === 0 ? 2 * terms : terms + overlap(one.measures, other.measures);
    return (
      (aligned(first.origin.provision, second.origin.provision) ? 1.5 : 0) +
      2 * shared +
      (one.force === other.force ? 0.25 : 0) +
      2 * likeness(first.name, second.name)
    );
  };
  return [
    ...same,
    ...pairByScore(
      left.decisions.filter((decision) => !paired.has(decision)),
      right.decisions.filter((decision) => !paired.has(decision)),
      score,
      LEAST_SCORE,
    ),
  ];
};

const LEAST_SCORE = 2.5;

interface Features {
  readonly measures: ReadonlySet<string>;
  readonly force: string;
  /** Fields, values, parameters and decisions that it speaks of. */
  readonly terms: ReadonlySet<string>;
}

const featuresOf = (decision: Decision, program: Program, objects: ReadonlyMap<string, string>): Features => {
  const terms = new Set<string>();
  const objectName = (name: string): string => objects.get(name) ?? name;
  visitDecision(program, decision, {
    condition: (condition) => {
      if (condition.kind === "oneOf") {
        for (const value of condition.values) terms.add(`值 ${valueKey(value)}`);
      }
      if (condition.kind === "defined") terms.add(`定 ${condition.decision}`);
      if (condition.kind === "ranked") terms.add(`排 ${condition.ranking}`);
    },
    term: (term) => {
      if (term.kind === "field") terms.add(`项 ${objectName(term.of.object)}.${term.field}`);
      if (term.kind === "decision") terms.add(`定 ${term.decision}`);
      if (term.kind === "parameter") terms.add(`参 ${term.name}`);
    },
    candidates: ({ object }) => terms.add(`找 ${objectName(object)}`),
  });
  return { measures: new Set(measuresOf(decision)), force: forceOf(decision), terms };
};

const measuresOf = (decision: Decision): readonly string[] =>
  decision.kind === "measure" ? decision.orders.map(({ measure }) => measure) : [];

/** A ban is another family than an order; permission, encouragement and statement stand with the order. */
const forceOf = (decision: Decision): string => {
  switch (decision.kind) {
    case "measure":
      return decision.orders.every(({ modality }) => modality.force === "mustNot") ? "ban" : "order";
    case "requirement":
      return decision.modality.force === "mustNot" ? "ban" : "order";
    case "classification":
    case "definition":
    case "indicator":
    case "ranking":
      return "";
  }
};

/** Whether two provisions, or those around them, became each other. */
const alignedPaths = (
  provisions: readonly ProvisionChange[],
): ((left: string | null, right: string | null) => boolean) => {
  const lefts = new Map<string, Set<ProvisionChange>>();
  const rights = new Map<string, Set<ProvisionChange>>();
  const note = (rows: Map<string, Set<ProvisionChange>>, path: string, row: ProvisionChange): void => {
    rows.set(path, (rows.get(path) ?? new Set<ProvisionChange>()).add(row));
  };
  for (const row of provisions) {
    if (row.left === null || row.right === null) continue;
    note(lefts, row.left.path, row);
    note(rights, row.right.path, row);
  }
  return (left, right) => {
    if (left === null || right === null) return false;
    const others = rowsOf(rights, right);
    return [...rowsOf(lefts, left)].some((row) => others.has(row));
  };
};

/** The rows of a provision, else of the nearest one around it. */
const rowsOf = (
  rows: ReadonlyMap<string, ReadonlySet<ProvisionChange>>,
  path: string,
): ReadonlySet<ProvisionChange> => {
  const found = rows.get(path);
  if (found !== undefined) return found;
  const end = path.lastIndexOf(".");
  return end < 0 ? NO_ROWS : rowsOf(rows, path.slice(0, end));
};

const NO_ROWS: ReadonlySet<ProvisionChange> = new Set();
