import type { Comparison, ProvisionChange } from "../../model/change.ts";
import type { Decision, Program } from "../../model/ir.ts";
import type { DecisionPair, FoundRuleChange, RuleComparison } from "../found-change.ts";
import { compareDecision } from "./compare-decision.ts";
import { compareExceptions } from "./compare-exceptions.ts";
import { declarationDrafts } from "./declarations.ts";
import { decisionDraft, exceptionDraft, renamedDraft, wholeDraft } from "./decision-drafts.ts";
import { changeOf, type Draft } from "./draft.ts";
import { merged } from "./merged.ts";
import { namesAfter, OWN_NAMES } from "./names.ts";
import { keysOf } from "./normal.ts";
import { pairDecisions } from "./pair-decisions.ts";
import {
  renamedFields,
  renamedObjects,
  renamedParameters,
  renamedReadings,
  usesOfBoth,
  type Renames,
} from "./partners.ts";
import { dependentsIn } from "./reaches.ts";
import type { Sides } from "./sides.ts";

/**
 * What changed in the rules: the smallest set of changes that makes the right program of the left one. Between two
 * documents it is told as what one has and the other has not.
 */
export const compareRules = (
  left: Program,
  right: Program,
  provisions: readonly ProvisionChange[],
  relation: Comparison["relation"] = "versions",
): RuleComparison => {
  const objects = renamedObjects(left, right);
  const objectNames = backward(objects);
  const pairs = pairDecisions(left, right, provisions, objectNames);
  const uses = usesOfBoth(left, right, pairs);
  const renames = {
    objects,
    fields: renamedFields(left, right, objectNames, uses),
    parameters: renamedParameters(left, right, uses),
    readings: renamedReadings(left, right, uses),
  };
  const names = namesAfter({
    objects: objectNames,
    fields: new Map(renames.fields.map(([from, to]) => [to, lastName(from)])),
    parameters: backward(renames.parameters),
    readings: backward(renames.readings),
    decisions: new Map(pairs.map(([from, to]) => [to.id, from.id])),
  });
  const sides: Sides = {
    left: { program: left, keys: keysOf(OWN_NAMES) },
    right: { program: right, keys: keysOf(names) },
  };
  const pairedLeft = new Map<Decision, Decision>(pairs);
  const pairedRight = new Set(pairs.map(([, decision]) => decision));
  const gone = left.decisions.filter((decision) => !pairedLeft.has(decision));
  const come = right.decisions.filter((decision) => !pairedRight.has(decision));
  const inPairs = pairs.flatMap((pair): readonly Draft[] => [
    ...(pair[0].name === pair[1].name ? [] : [renamedDraft(pair, sides)]),
    ...merged(compareDecision(pair, sides)).map((told) => decisionDraft(told, sides)),
  ]);
  const users = { left: dependentsIn(left), right: dependentsIn(right) };
  const told = [...inPairs, ...compareExceptions(pairs, sides).map((each) => exceptionDraft(each, sides))];
  const drafts: readonly Draft[] = [
    ...told,
    ...gone.map((decision) => wholeDraft("ruleDeleted", decision, sides)),
    ...come.map((decision) => wholeDraft("ruleAdded", decision, sides)),
    ...declarationDrafts({ renames, told, gone, come, users }, sides),
  ];
  return {
    pairs: [
      ...left.decisions.map((decision): DecisionPair => ({
        left: decision,
        right: pairedLeft.get(decision) ?? null,
      })),
      ...come.map((decision): DecisionPair => ({ left: null, right: decision })),
    ],
    changes: drafts.map((draft) => changeOf(draft, sides, users, relation)).sort(inReadingOrder),
    renamed: renames,
  };
};

const backward = (renames: Renames): ReadonlyMap<string, string> =>
  new Map(renames.map(([left, right]) => [right, left]));

const lastName = (path: string): string => path.slice(path.indexOf(".") + 1);

/** By the place on the left, and where there is none by that on the right. */
const inReadingOrder = (first: FoundRuleChange, second: FoundRuleChange): number =>
  startOf(first) - startOf(second);

const startOf = ({ change }: FoundRuleChange): number =>
  change.left?.span.start ?? (change.right === null ? 0 : ADDED + change.right.span.start);

/** What only the right side has comes behind. */
const ADDED = 1e9;
