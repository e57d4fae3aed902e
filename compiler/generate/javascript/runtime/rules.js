// @ts-check
/** @import { Context, Environment } from "./context.js" */
/** @import { Condition } from "./conditions.js" */
/** @import { About, Decision, Exception } from "./judging.js" */
/** @import { Truth } from "./truth.js" */
import { decidingItems, openParts } from "./deciding.js";
import { excepted, judged, notApplicable, notJudged, NOT_ITS_SUBJECT } from "./judging.js";
import { undecidedFor } from "./truth.js";

/** The condition decides; an exception takes the measure away from records that would meet it. @type {(about: About, parts: { readonly subject: Condition, readonly base: Condition, readonly exceptions: readonly Exception[] }) => Decision} */
export const measure = (about, { subject, base, exceptions }) => ({
  about,
  kind: "measure",
  print: String,
  judge: (context, record) => {
    const concerned = subject.truth(context, [record]);
    if (concerned.kind === "false") return notApplicable(NOT_ITS_SUBJECT);
    const met = base.truth(context, [record]);
    if (met.kind === "false") return concerned.kind === "true" ? judged("不成立") : notJudged(concerned);
    const { applied, truth } = excepted(context, exceptions, record);
    if (applied !== null) return notApplicable(`适用${applied.words}`, applied);
    const open = [concerned, met, truth].some(isUndecided);
    return open ? notJudged(undecidedFor(concerned, met, truth)) : judged("成立");
  },
  origins: (context, { why, open }, environment) => {
    if (why !== null) return exceptionItems(context, why.exception, environment);
    return open === null
      ? decidingItems(context, base, environment, about.origin)
      : openParts(context, [subject, base], exceptions, environment, about.origin);
  },
});

/** Exceptions take the applicability away, never the fulfilment. @type {(about: About, parts: { readonly subject: Condition, readonly applicability: Condition, readonly requirement: Condition, readonly forbids: boolean, readonly exceptions: readonly Exception[] }) => Decision} */
export const requirement = (about, { subject, applicability, requirement: asked, forbids, exceptions }) => ({
  about,
  kind: "requirement",
  print: String,
  judge: (context, record) => {
    const concerned = subject.truth(context, [record]);
    if (concerned.kind === "false") return notApplicable(NOT_ITS_SUBJECT);
    const applies = applicability.truth(context, [record]);
    if (applies.kind === "false") return notApplicable("不具备本规则的适用条件");
    const { applied, truth } = excepted(context, exceptions, record);
    if (applied !== null) return notApplicable(`适用${applied.words}`, applied);
    const met = asked.truth(context, [record]);
    if ([concerned, applies, truth, met].some(isUndecided))
      return notJudged(undecidedFor(concerned, applies, truth, met));
    return judged(met.kind === "true" ? "符合" : "不符合");
  },
  origins: (context, { why, open }, environment) => {
    if (why !== null) return exceptionItems(context, why.exception, environment);
    return open === null
      ? decidingItems(context, asked, environment, about.origin)
      : openParts(context, [subject, applicability, asked], exceptions, environment, about.origin);
  },
  // What is forbidden is told as what there is: 使用明火, not 不得使用明火.
  unmet: (context, environment) =>
    forbids && asked.negated !== undefined
      ? failingParts(context, asked.negated, environment, "true")
      : failingParts(context, asked, environment, "false"),
});

/** @type {(truth: Truth) => boolean} */
const isUndecided = ({ kind }) => kind === "open";

/** @type {(context: Context, exception: Exception | null, environment: Environment) => readonly number[]} */
const exceptionItems = (context, exception, environment) =>
  exception === null ? [] : decidingItems(context, exception.condition, environment, exception.origin);

/** In the words of the rule, in their order, each once. @type {(context: Context, condition: Condition, environment: Environment, kind: "true" | "false") => readonly string[]} */
const failingParts = (context, condition, environment, kind) => {
  const said = failing(context, condition, environment, kind).flatMap(({ clause }) =>
    clause.said === undefined ? [] : [clause.said],
  );
  said.sort((left, right) => left[0] - right[0] || (left[1] < right[1] ? -1 : 1));
  return [...new Set(said.map(([, words]) => words))];
};

/** The parts that make a condition what the rule does not want. @type {(context: Context, condition: Condition, environment: Environment, kind: "true" | "false") => readonly Condition[]} */
const failing = (context, condition, environment, kind) => {
  const { clause, operands, negated } = condition;
  if (clause.apart !== true) return [condition];
  const wrong = negated === undefined ? kind : kind === "true" ? "false" : "true";
  return (negated === undefined ? (operands ?? []) : [negated])
    .filter((part) => part.isReading !== true && part.truth(context, environment).kind === wrong)
    .flatMap((part) => failing(context, part, environment, wrong));
};
