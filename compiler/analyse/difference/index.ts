import type { DifferenceAnswer, DifferenceOptions, DifferenceQuery } from "../difference-query.ts";
import type { Answer, Formula, Model, Question } from "../formula.ts";
import { solve } from "../solve/index.ts";
import { replayWanted } from "../witness/replay.ts";
import { sampleDifference } from "../witness/sample-difference.ts";
import { wantedFormula } from "./ask.ts";
import { and, choose, not } from "./logic.ts";
import { OTHER_TEXTS, prepare, type Prepared } from "./prepare.ts";
import { calendarFacts } from "./elapsed.ts";
import { realise } from "./realise.ts";
import { related, constantly, onlyVariable } from "./expression.ts";
import { numberOf, type Stage } from "./stage.ts";
import { sameStructure } from "./same.ts";
import { WHY } from "./why.ts";

/**
 * Whether two decisions can give a wanted pair of results: proved not, shown by a world in which the interpreter finds
 * it on both sides, or not decided. What cannot be expressed exactly is thought possible, so that a proof stays one.
 */
export const findDifference = async (
  query: DifferenceQuery,
  options: DifferenceOptions,
): Promise<DifferenceAnswer> => {
  if (sameStructure(query)) return { kind: "none", proof: "structure" };
  let proof: "own" | "z3" = "own";
  let reason: string | null = null;
  let isForGood = true;
  const { milliseconds } = options.limits;
  const limits = { ...options.limits, until: performance.now() + milliseconds };
  const inTime = { ...options, limits };
  for (const prepared of prepare(query, true)) {
    let answer = await search(query, prepared, inTime);
    // What a few records do not prove may still be so whatever the counts are.
    if (answer.kind === "undecided" && prepared.stage.unbounded.size > 0) {
      const again = prepare(query, false).find(({ judged }) => judged.id === prepared.judged.id)!;
      answer = await search(query, again, inTime);
    }
    if (answer.kind === "found") return answer;
    if (answer.kind === "undecided") {
      reason ??= answer.reason;
      isForGood &&= answer.isForGood === true;
    }
    if (answer.kind === "none" && answer.proof === "z3") proof = "z3";
  }
  if (reason === null) return { kind: "none", proof };
  const sampled = sampleDifference(query, options.seed, SAMPLES, undefined, performance.now() + milliseconds);
  if (sampled.kind === "found") return sampled;
  return isForGood ? beyond(reason) : { kind: "undecided", reason };
};

const SAMPLES = 300;

/** So many models are looked at that the interpreter does not confirm. */
const MOST_MODELS = 16;

const search = async (
  query: DifferenceQuery,
  prepared: Prepared,
  options: DifferenceOptions,
): Promise<DifferenceAnswer> => {
  const { stage, judged } = prepared;
  let formula = wantedFormula(query, prepared);
  if (formula === null) return beyond(WHY.ranking);
  let leavesOut = false;
  for (let count = 0; count < MOST_MODELS; count += 1) {
    if (count > 0 && remaining(options) === 0) return { kind: "undecided", reason: WHY.time };
    const { answer, proof } = await ask({ variables: stage, formula }, options);
    if (answer.kind === "undecided") return answer;
    if (answer.kind === "unsatisfiable") {
      if (leavesOut) break;
      return proved(prepared, proof);
    }
    const world = realise(stage, answer.model);
    const record = { object: judged.object, id: judged.id };
    const found = replayWanted(query, world, record);
    if (found !== null) return { kind: "found", world, record, left: found.left, right: found.right };
    const facts = calendarFacts(stage, answer.model);
    const other = facts.length > 0 ? and(...facts) : elsewhere(stage, answer.model);
    if (other === null) break;
    // Once a model has been put aside, others are left out with it: then nothing is proved any more.
    if (facts.length === 0) leavesOut = true;
    formula = and(formula, other);
  }
  return beyond(reasonsOf(stage));
};

const beyond = (reason: string): DifferenceAnswer => ({ kind: "undecided", reason, isForGood: true });

/** The own procedure first; what it leaves open goes to the second one. */
const ask = async (
  question: Question,
  { limits, second }: DifferenceOptions,
): Promise<{ readonly answer: Answer; readonly proof: "own" | "z3" }> => {
  const own = solve(question, limits);
  if (own.kind !== "undecided" || second === null) return { answer: own, proof: "own" };
  const milliseconds = remaining({ limits });
  if (milliseconds === 0) return { answer: own, proof: "own" };
  return { answer: await second.solve(question, { ...limits, milliseconds }), proof: "z3" };
};

/** Whole milliseconds that are left for a question. */
const remaining = ({ limits: { milliseconds, until } }: Pick<DifferenceOptions, "limits">): number =>
  until === undefined ? milliseconds : Math.max(0, Math.ceil(until - performance.now()));

const proved = ({ stage, isComplete }: Prepared, proof: "own" | "z3"): DifferenceAnswer => {
  const texts = [...stage.meanings.values()].filter(
    (meaning) => meaning.kind === "fact" && meaning.options.some((option) => isText(option)),
  );
  if (isComplete && texts.length <= OTHER_TEXTS && stage.unbounded.size === 0) return { kind: "none", proof };
  return beyond([...stage.unbounded][0] ?? WHY.many);
};

const isText = (option: unknown): boolean =>
  typeof option === "object" && option !== null && "kind" in option && option.kind === "text";

/** Not what this model takes the parts to be that were not taken apart; null where there are none. */
const elsewhere = (stage: Stage, model: Model): Formula | null => {
  const parts = [...stage.meanings.values()].flatMap((meaning): readonly Formula[] => {
    const { variable } = meaning;
    const number = numberOf(variable);
    const amount = (): Formula => related("=", onlyVariable(number), constantly(model.numbers.get(number)!));
    switch (meaning.kind) {
      case "opaque condition":
        return [choose(variable, 4, [model.choices.get(variable)!])];
      case "opaque term": {
        const chosen = model.choices.get(variable)!;
        return [choose(variable, 3, [chosen]), ...(chosen === 0 ? [amount()] : [])];
      }
      case "period":
      case "straight":
        return [amount()];
      case "existence":
      case "fact":
      case "coordinate":
      case "parameter":
      case "walk":
      case "rounded":
        return [];
    }
  });
  return parts.length === 0 ? null : not(and(...parts));
};

const reasonsOf = ({ opaque }: Stage): string => [...opaque][0] ?? WHY.place;
