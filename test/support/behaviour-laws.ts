import { burdenOf, type Burden } from "../../compiler/diff/burden.ts";
import { compareBehaviour, comparisonDay, type FindDifference } from "../../compiler/diff/behaviour/index.ts";
import { compareRules } from "../../compiler/diff/rules/index.ts";
import type { RuleComparison } from "../../compiler/diff/found-change.ts";
import { runCases } from "../../compiler/index.ts";
import type { BehaviourChange, Decision, Program, Witness, WitnessResult } from "../../compiler/index.ts";
import { programOf, type ComparedPolicy } from "./compared-policies.ts";
import { fallsOn, judgeWorld, type Judged } from "./judged-pairs.ts";
import { randomWorlds, withBothNames } from "./random-worlds.ts";

/** Two texts of one policy, or two policies, and what the comparison says of their rules. */
export interface ComparedTexts {
  readonly label: string;
  readonly left: Side;
  readonly right: Side;
  readonly rules: RuleComparison;
  readonly behaviour: readonly BehaviourChange[];
}

interface Side {
  readonly policy: ComparedPolicy;
  readonly text: string;
  readonly program: Program;
}

export const LIMITS = { steps: 100_000, milliseconds: 2000 } as const;

export const comparedTexts = async (
  label: string,
  left: Omit<Side, "program">,
  right: Omit<Side, "program">,
  findDifference?: FindDifference,
): Promise<ComparedTexts> => {
  const programs = { left: programOf(left.policy, left.text)!, right: programOf(right.policy, right.text)! };
  const rules = compareRules(programs.left, programs.right, []);
  const options = { at: null, limits: LIMITS, second: null };
  const behaviour = await compareBehaviour(
    programs.left,
    programs.right,
    rules,
    findDifference === undefined ? options : { ...options, findDifference },
  );
  return {
    label,
    left: { ...left, program: programs.left },
    right: { ...right, program: programs.right },
    rules,
    behaviour,
  };
};

export const witnessesOf = ({ witness, witnesses }: BehaviourChange): readonly Witness[] =>
  witness === null ? witnesses : [witness, ...witnesses];

const decisionOf = ({ program }: Side, change: BehaviourChange, side: "left" | "right"): Decision | null =>
  program.decisions.find(({ id }) => id === change[side]?.name) ?? null;

/** Each witness is run again by the interpreter: it is what is told, and both sides differ on it. */
export const wrongWitnesses = (compared: ComparedTexts): readonly string[] =>
  compared.behaviour.flatMap((change) =>
    witnessesOf(change).flatMap((witness) => {
      const before = decisionOf(compared.left, change, "left");
      const after = decisionOf(compared.right, change, "right");
      const left = judgeWorld(compared.left.program, before, witness.world, witness.at)(witness.record.id);
      const right = judgeWorld(compared.right.program, after, witness.world, witness.at)(witness.record.id);
      const told = `${compared.label}: ${change.about}: ${witness.facts.join("；")}`;
      return [
        ...(isTold(left, witness.left)
          ? []
          : [`${told}: left is ${left.status}, not ${witness.left.status}`]),
        ...(isTold(right, witness.right)
          ? []
          : [`${told}: right is ${right.status}, not ${witness.right.status}`]),
        ...(differ(left, right) || ordersOf(before, left) !== ordersOf(after, right)
          ? []
          : [`${told}: the same`]),
      ];
    }),
  );

const isTold = (judged: Judged, told: WitnessResult): boolean =>
  judged.status === told.status && (told.value === null || judged.value === told.value);

const differ = (left: Judged, right: Judged): boolean =>
  left.status !== right.status || left.value !== right.value;

/** What the rule orders of a record that it reaches. */
const ordersOf = (decision: Decision | null, { status }: Judged): string => {
  if (decision?.kind === "measure" && status === "成立")
    return decision.orders
      .map(({ modality, measure }) => `${modality.force}${modality.inPrinciple}${measure}`)
      .join();
  if (decision?.kind === "requirement" && status === "不符合")
    return `${decision.modality.force}${decision.modality.inPrinciple}`;
  return "";
};

/** Every case is pasted into the policy of its side; there it is read, and passes. */
export const failedCases = (compared: ComparedTexts): readonly string[] =>
  (["left", "right"] as const).flatMap((side) => {
    const { policy, text } = compared[side];
    const cases = compared.behaviour.flatMap((change) =>
      witnessesOf(change).flatMap((witness) => witness.cases[side] ?? []),
    );
    if (cases.length === 0) return [];
    const program = programOf(policy, `${text.trimEnd()}\n${cases.join("\n")}\n`);
    if (program === null)
      return cases.filter((each) => programOf(policy, `${text.trimEnd()}\n${each}\n`) === null);
    const results = runCases(program).cases;
    return [
      ...(results.length === cases.length
        ? []
        : [`${compared.label}: ${results.length} of ${cases.length} cases`]),
      ...results
        .filter(({ passed }) => !passed)
        .map((result) => `${compared.label}: ${result.case.name} fails`),
    ];
  });

/**
 * Where one thing changed: every witness shows it, its direction is not the opposite of a verdict, and what is called
 * wording changes nothing.
 */
export const contradictions = ({ label, rules, behaviour }: ComparedTexts): readonly string[] => {
  const [only, ...others] = rules.changes.map(({ change }) => change);
  if (only === undefined || others.length > 0) return [];
  const opposite = { tightened: "looser", loosened: "stricter", none: null }[only.direction ?? "none"];
  return behaviour.flatMap((change) => [
    ...(witnessesOf(change).every(({ changes }) => changes.length === 1)
      ? []
      : [`${label}: ${change.about}: a witness shows no change`]),
    ...(change.verdict === opposite
      ? [`${label}: ${change.about} is ${opposite}, but ${only.direction}`]
      : []),
    ...(only.severity === "wording" && change.verdict !== "equivalent"
      ? [`${label}: ${change.about} is ${change.verdict}, but only words changed`]
      : []),
  ]);
};

export interface SurvivedRecords {
  /** Records on which a verdict of that kind was tried. */
  readonly equivalent: number;
  readonly directed: number;
  readonly wrong: readonly string[];
}

/** Verdicts against records that the comparison has never seen: so many worlds for pairs that changed, and for others. */
export const survivedRecords = (
  compared: ComparedTexts,
  worlds: { readonly changed: number; readonly others: number },
  seed: number,
): SurvivedRecords => {
  const counts = { equivalent: 0, directed: 0 };
  const wrong: string[] = [];
  const programs = { left: compared.left.program, right: compared.right.program };
  const at = comparisonDay(programs.left.policy, programs.right.policy, null);
  for (const change of compared.behaviour) {
    const { verdict } = change;
    if (verdict === "undecided" || verdict === "incomparable") continue;
    const left = decisionOf(compared.left, change, "left");
    const right = decisionOf(compared.right, change, "right");
    const isTouched = compared.rules.changes.some(
      ({ change: { reaches } }) =>
        (left !== null && reaches.left.includes(left.id)) ||
        (right !== null && reaches.right.includes(right.id)),
    );
    const burden = burdenOfBoth([left, right], [programs.left, programs.right]);
    const count = isTouched ? worlds.changed : worlds.others;
    for (const drawn of randomWorlds(programs, { left, right }, at, count, seed)) {
      const world = withBothNames(drawn, compared.rules);
      const before = judgeWorld(programs.left, left, world, at);
      const after = judgeWorld(programs.right, right, world, at);
      for (const { id } of world.records.filter(({ object }) => object === change.object)) {
        const [one, other] = [before(id), after(id)];
        const isRight =
          verdict === "equivalent"
            ? !differ(one, other) && ordersOf(left, one) === ordersOf(right, other)
            : !isOpposite(verdict, fallsOn(left, burden, one), fallsOn(right, burden, other), burden);
        counts[verdict === "equivalent" ? "equivalent" : "directed"] += 1;
        if (!isRight)
          wrong.push(
            `${compared.label}: ${change.about} is ${verdict}, but ${JSON.stringify([one, other])} on ${wordsOf(world, id)}`,
          );
      }
    }
  }
  return { ...counts, wrong: wrong.slice(0, 3) };
};

/** What falls on a record for certain, and on the other side for certain not. */
const isOpposite = (
  verdict: "stricter" | "looser",
  before: boolean | null,
  after: boolean | null,
  { kind }: Burden,
): boolean => {
  if (before === null || after === null || before === after) return false;
  const isStricter = kind === "benefit" ? before : after;
  return isStricter !== (verdict === "stricter");
};

const burdenOfBoth = (decisions: readonly (Decision | null)[], programs: readonly Program[]): Burden =>
  burdenOf(
    decisions.find((decision) => decision !== null)!,
    programs,
  );

const wordsOf = (world: { readonly records: readonly object[] }, id: string): string =>
  `${id} of ${JSON.stringify(world, (_key, value: unknown) =>
    typeof value === "bigint" ? `${value}` : value instanceof Map ? [...value] : value,
  )}`;
