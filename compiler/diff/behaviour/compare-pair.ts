import type { DifferenceOptions, Side, SideResult } from "../../analyse/difference-query.ts";
import { replayWanted } from "../../analyse/witness/index.ts";
import type { BehaviourChange, Witness } from "../../model/change.ts";
import type { Program } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { printNumeral } from "../../../language/index.ts";
import { burdenOf, isLonePermission, type Burden } from "../burden.ts";
import type { DecisionPair, FoundRuleChange } from "../found-change.ts";
import { placeOfDecision } from "../impact-place.ts";
import { underBothNames, type Naming, type NewNames, type OneNaming } from "./one-name.ts";
import { mirrorBehaviour } from "../mirror.ts";
import { aboutOf } from "./about.ts";
import { questionsFor } from "./change-question.ts";
import {
  compareExamples,
  startInquiry,
  type Asked,
  type Example,
  type FindDifference,
  type Inquiry,
} from "./inquiry.ts";
import { isTurned, turned, type Sides } from "./orientation.ts";
import { possibleRelations, relationFor, type Relation, type RelationOf } from "./relation.ts";
import { meanTheSame } from "./same-meaning.ts";
import { judgePair, type Judged } from "./verdict.ts";
import { witnessOf } from "./witness.ts";

type Both<Part> = { readonly left: Part; readonly right: Part };

/** Verdict and witnesses of one pair. `naming` has the programs as if always in force, `written` as they are. */
export const comparePair = async (
  naming: Naming,
  written: Both<Program>,
  pair: DecisionPair,
  changes: readonly FoundRuleChange[],
  at: Day,
  find: FindDifference,
  options: DifferenceOptions,
): Promise<BehaviourChange> => {
  const { programs } = naming;
  const sides: Sides = {
    left: { program: programs.left, decision: pair.left },
    right: { program: programs.right, decision: pair.right },
  };
  const own = changes
    .map((change, index): Numbered => ({ ...change, index }))
    .filter(({ change }) => reachesPair(change, pair));
  if (!isTurned(sides)) return inOrder(sides, naming.straight(), written, own, at, find, options);
  const mirrored = own.map(({ clauses, change, index }) => ({
    change: {
      ...change,
      left: change.right,
      right: change.left,
      before: change.after,
      after: change.before,
    },
    clauses: turned(clauses),
    index,
  }));
  return mirrorBehaviour(
    await inOrder(turned(sides), naming.turned(), turned(written), mirrored, at, find, options),
  );
};

interface Numbered extends FoundRuleChange {
  readonly index: number;
}

const reachesPair = ({ reaches }: FoundRuleChange["change"], { left, right }: DecisionPair): boolean =>
  (left !== null && reaches.left.includes(left.id)) || (right !== null && reaches.right.includes(right.id));

const inOrder = async (
  own: Sides,
  { names, right }: OneNaming,
  written: Both<Program>,
  ownChanges: readonly Numbered[],
  at: Day,
  find: FindDifference,
  options: DifferenceOptions,
): Promise<BehaviourChange> => {
  const pair: DecisionPair = { left: own.left.decision, right: own.right.decision };
  const sides: Sides = {
    left: own.left,
    right: { program: right.program, decision: pair.right && right.of(pair.right) },
  };
  const changes = ownChanges.map((change): Numbered => {
    const { left, right: clause } = change.clauses;
    return { ...change, clauses: { left, right: clause && right.of(clause) } };
  });
  const burden = burdenOfPair(pair, written);
  const base = {
    about: aboutOf(pair),
    object: (pair.left ?? pair.right)!.object,
    left: placeOfDecision(written.left, pair.left),
    right: placeOfDecision(written.right, pair.right),
  };
  if (meanTheSame(sides.left, sides.right) && saysTheSame(pair, burden)) {
    return { ...base, verdict: "equivalent", proof: "structure", ground: null, witness: null, witnesses: [] };
  }
  if (pair.left !== null && pair.right !== null && pair.left.object !== pair.right.object) {
    const ground = `两侧规则的适用对象名称不同（${[pair.left.object, pair.right.object].sort().join("、")}），没有逐条比较结果。`;
    return { ...base, verdict: "undecided", proof: null, ground, witness: null, witnesses: [] };
  }
  const relation = relationFor(pair, burden);
  const inquiry = startInquiry(sides, at, find, options);
  const judged = await judgePair(inquiry, relation, possibleRelations(pair, relation));
  const witnesses =
    judged.verdict === "equivalent"
      ? []
      : await witnessesFor(sides, { own, written, names }, changes, at, inquiry, relation, judged);
  return {
    ...base,
    verdict: judged.verdict,
    proof: judged.proof,
    ...(judged.contrast === null ? {} : { contrast: judged.contrast }),
    ground: judged.reason ?? groundOf(judged, burden),
    witness: witnesses[0] ?? null,
    witnesses: witnesses.slice(1),
  };
};

/** How strictness was told, or why it is not. */
const groundOf = ({ contrast }: Judged, { ground }: Burden): string | null => {
  switch (contrast) {
    case "names":
      return "两边的结果只是名目不同（例如不适用、不成立），宽严没有差别。";
    case "results":
      return ground === null ? null : "没有一种情形明确更严或者更宽，但有的情形结果不同。";
    case "directions":
    case null:
      return ground;
  }
};

/** Told for a pair only where it is told the same way from both sides. */
export const burdenOfPair = (pair: DecisionPair, written: Both<Program>): Burden => {
  const programs = [written.left, written.right];
  if (isLonePermission(pair, programs)) return UNTOLD;
  const [one, other] = [pair.left, pair.right].flatMap((decision) =>
    decision === null ? [] : burdenOf(decision, programs),
  );
  if (one === undefined || other === undefined) return one ?? other ?? UNTOLD;
  if (one.kind === other.kind) return one;
  // What is asked on one side and only permitted on the other is measured as the duty that it is, or was.
  const isDuty = pair.left?.kind === "requirement" && pair.right?.kind === "requirement";
  return (isDuty ? [one, other].find(({ kind }) => kind === "burden") : undefined) ?? UNTOLD;
};

const UNTOLD: Burden = { kind: null, ground: null };

/** The same conditions may still order something else. */
const saysTheSame = (pair: DecisionPair, burden: Burden): boolean =>
  [...possibleRelations(pair, relationFor(pair, burden))].every((found) => found === "same") ||
  relationFor(pair, burden)(
    LAID[pair.left?.kind === "requirement" ? 1 : 0],
    LAID[pair.left?.kind === "requirement" ? 1 : 0],
  ) === "same";

const LAID: readonly [SideResult, SideResult] = [
  { status: "成立", value: null },
  { status: "不符合", value: null },
];

/** Both sides as they are told: under their own names. */
interface Told {
  readonly own: Sides;
  readonly written: Both<Program>;
  readonly names: NewNames;
}

const witnessesFor = async (
  sides: Sides,
  { own, written, names }: Told,
  changes: readonly Numbered[],
  at: Day,
  inquiry: Inquiry,
  relation: RelationOf,
  judged: Judged,
): Promise<readonly Witness[]> => {
  const questions = changes.map((change) => ({
    index: change.index,
    ...questionsFor(sides, change, at, relation),
    isRule: isRuleItself(sides, change),
  }));
  const weighty = changes.filter(({ change }) => change.severity !== "wording");
  const isOneSided = sides.left.decision === null || sides.right.decision === null;
  const claimed = new Map<string, Set<number>>();
  const shownBy = (example: Example): readonly number[] => {
    const isAnswer = (asked: readonly Asked[]): boolean =>
      asked.some((each) => isShown(sides, at, each, example.found));
    const certain = questions.filter(
      ({ index, shows, isRule }) =>
        isRule || claimed.get(keyOf(example))?.has(index) === true || isAnswer(shows),
    );
    const shown = certain.length > 0 ? certain : questions.filter(({ mayShow }) => isAnswer(mayShow));
    // Where only one change can be the cause, it is, whether or not a clause of it can be brought into play.
    return (shown.length > 0 || weighty.length !== 1 ? shown : weighty).map(({ index }) => index);
  };
  // Against no rule at all, a record of which nothing is known shows nothing.
  const telling = judged.examples.filter(({ tier }) => tier < NOTHING_KNOWN || !isOneSided);
  const examples = new Map(telling.map((example) => [keyOf(example), example]));
  for (const { index, stages } of questions) {
    for (const stage of stages) {
      const found = await examplesOf(inquiry, relation, stage);
      for (const example of found) {
        const key = keyOf(example);
        examples.set(key, examples.get(key) ?? example);
        claimed.set(key, (claimed.get(key) ?? new Set()).add(index));
      }
      if (found.length > 0) break;
    }
  }
  return [...examples.values()]
    .toSorted(compareExamples)
    .map((example, index) =>
      witnessOf(
        { left: asWritten(own.left, written.left), right: asWritten(own.right, written.right) },
        { ...example.found, world: underBothNames(example.found.world, names) },
        at,
        shownBy(example),
        `结果不同之${printNumeral(index + 1)}`,
      ),
    );
};

/** 未知. */
const NOTHING_KNOWN = 3;

const asWritten = ({ decision }: Side, program: Program): Side => ({ program, decision });

/** The rule as a whole is new or gone, or a definition that it rests on. */
const isRuleItself = ({ left, right }: Sides, { change }: FoundRuleChange): boolean => {
  if (change.kind !== "ruleAdded" && change.kind !== "ruleDeleted") return false;
  if (left.decision !== null && right.decision !== null) return false;
  const { decision, program } = left.decision === null ? right : left;
  const name = (change.left ?? change.right)?.name;
  if (name === decision?.id) return true;
  return program.decisions.some(({ kind, id }) => kind === "definition" && id === name);
};

const isShown = (sides: Sides, at: Day, asked: Asked, { world, record }: Example["found"]): boolean => {
  // An open limit shows only where nobody has set it.
  if (asked.keepParameters && (world.parameters?.size ?? 0) > 0) return false;
  return (
    replayWanted({ ...sides, at, ...asked }, world, record) !== null && (asked.also?.(world, record) ?? true)
  );
};

/** One for each question that has an answer; a difference that is stricter or looser tells more than another. */
const examplesOf = async (
  inquiry: Inquiry,
  relation: RelationOf,
  asked: readonly Asked[],
): Promise<readonly Example[]> => {
  const found: Example[] = [];
  for (const each of asked) {
    const directed: Asked = {
      ...each,
      wanted: (left, right) => each.wanted(left, right) && DIRECTED.has(relation(left, right)),
    };
    for (const question of [directed, each]) {
      const answer = await inquiry.ask(question);
      if (answer.kind !== "found") continue;
      found.push(await inquiry.plainest(question, answer));
      break;
    }
  }
  const plainest = Math.min(...found.map(({ tier }) => tier));
  // A direction that shows itself only where facts are missing adds nothing to one that is decided.
  return found.filter(({ tier }) => tier === plainest);
};

const DIRECTED: ReadonlySet<Relation> = new Set(["stricter", "looser"]);

const keyOf = ({ found: { world, record } }: Example): string =>
  JSON.stringify([world, record], (_key, value: unknown) =>
    typeof value === "bigint" ? `${value}` : value instanceof Map ? [...value].sort(byName) : value,
  );

const byName = ([first]: [unknown, unknown], [second]: [unknown, unknown]): number =>
  String(first) < String(second) ? -1 : 1;
