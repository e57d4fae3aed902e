import type { Decision, ExceptionClause, Program } from "../../model/ir.ts";
import { exceptionInWords } from "../../model/exception-name.ts";
import { isDormant } from "./clause.ts";
import { gatesOf } from "./compare-decision.ts";
import { hasException, type ToldException } from "./compare-exceptions.ts";
import { agreed, burdenOfPair, directionOf, UNDIRECTED } from "./direction.ts";
import type { Draft } from "./draft.ts";
import type { Clause } from "./finding.ts";
import { normalise } from "./normal.ts";
import type { Pair } from "./pair-decisions.ts";
import { placeIn, placeOf } from "./place.ts";
import { quoted } from "./message.ts";
import type { Side, Sides } from "./sides.ts";
import type { Told } from "./told.ts";

/** A change inside a decision. */
export const decisionDraft = ({ finding, left, right, role }: Told, sides: Sides): Draft => ({
  finding,
  title: quoted(left?.name ?? null, right?.name ?? null),
  // A clause that only one side has is named beside the rule that lacks it.
  left: left === null ? null : placeIn(left, (finding.left ?? left).origin, sides.left.program),
  right: right === null ? null : placeIn(right, (finding.right ?? right).origin, sides.right.program),
  touched: { left: left === null ? [] : [left.id], right: right === null ? [] : [right.id] },
  directed: directionOf(left, right, role, finding.effect, sides),
  dormant: (left === null || isAsleep(left, sides.left)) && (right === null || isAsleep(right, sides.right)),
});

export const renamedDraft = ([left, right]: Pair, sides: Sides): Draft => {
  const isRule = left.kind === "measure" || left.kind === "requirement";
  return {
    finding: {
      kind: isRule ? "ruleRenamed" : "termRenamed",
      left: null,
      right: null,
      before: left.name,
      after: right.name,
      what: KIND_WORDS[left.kind],
      effect: 0,
      wording: true,
    },
    title: quoted(left.name, right.name),
    left: placeIn(left, left.origin, sides.left.program),
    right: placeIn(right, right.origin, sides.right.program),
    touched: { left: [], right: [] },
    directed: UNDIRECTED,
    dormant: false,
  };
};

/** A decision that only one side has. */
export const wholeDraft = (kind: "ruleAdded" | "ruleDeleted", decision: Decision, sides: Sides): Draft => {
  const isAdded = kind === "ruleAdded";
  const side = isAdded ? sides.right : sides.left;
  const clause: Clause = {
    condition: gatesOf(decision).at(-1) ?? null,
    origin: decision.origin,
    dormant: false,
  };
  const place = placeIn(decision, decision.origin, side.program);
  return {
    finding: {
      kind,
      left: isAdded ? null : clause,
      right: isAdded ? clause : null,
      before: null,
      after: null,
      what: KIND_WORDS[decision.kind],
      effect: isAdded ? 1 : -1,
      wording: false,
    },
    title: `“${decision.name}”`,
    left: isAdded ? null : place,
    right: isAdded ? place : null,
    touched: { left: isAdded ? [] : [decision.id], right: isAdded ? [decision.id] : [] },
    directed: directionOf(
      isAdded ? null : decision,
      isAdded ? decision : null,
      { kind: decision.kind === "measure" || decision.kind === "requirement" ? "reach" : "other" },
      isAdded ? 1 : -1,
      sides,
    ),
    dormant: isAsleep(decision, side),
  };
};

export const exceptionDraft = ({ finding, left, right, rules }: ToldException, sides: Sides): Draft => {
  const named = left === null ? touchedBy(right, [], sides.right) : touchedBy(left, [], sides.left);
  const words = named.map((id) => `“${id}”`).join("、");
  const isWhole = finding.kind === "exceptionAdded" || finding.kind === "exceptionRemoved";
  const withholds =
    rules.length > 0 &&
    rules.every(([first, second]) => burdenOfPair(first, second, sides).kind === "benefit");
  const title = titleOf(left, right, rules);
  const directed = agreed(
    rules.map(([first, second]) =>
      directionOf(
        first,
        second,
        { kind: "reach" },
        finding.effect === 0 ? 0 : finding.effect === 1 ? -1 : 1,
        sides,
      ),
    ),
  );
  return {
    finding: isWhole ? { ...finding, what: words === "" ? null : words, withholds } : finding,
    title,
    left:
      left === null || finding.left === null
        ? null
        : placeOf(left.id, blockOf(left, sides.left.program), finding.left.origin, sides.left.program),
    right:
      right === null || finding.right === null
        ? null
        : placeOf(right.id, blockOf(right, sides.right.program), finding.right.origin, sides.right.program),
    touched: {
      left: touchedBy(
        left,
        rules.map(([rule]) => rule),
        sides.left,
      ),
      right: touchedBy(
        right,
        rules.map(([, rule]) => rule),
        sides.right,
      ),
    },
    directed,
    dormant: false,
  };
};

/** A 但书 stands in the block of its rule, a 【例外】 in its own. */
const blockOf = (clause: ExceptionClause, program: Program): string => {
  if (!exceptionInWords(clause).startsWith(OF_THE_RULE)) return clause.name;
  return program.decisions.find((decision) => hasException(decision, clause.id))?.name ?? clause.name;
};

const OF_THE_RULE = "本规则";

const titleOf = (
  left: ExceptionClause | null,
  right: ExceptionClause | null,
  rules: readonly Pair[],
): string => {
  const clause = right ?? left;
  if (clause === null) return "";
  const words = exceptionInWords(clause);
  const [rule] = rules;
  return words.startsWith(OF_THE_RULE) && rule !== undefined
    ? `${quoted(rule[0].name, rule[1].name)}的${words.slice(`${OF_THE_RULE}的`.length)}`
    : words;
};

/** The rules concerned on both sides, and on the side of the exception those that only it has. */
const touchedBy = (
  clause: ExceptionClause | null,
  rules: readonly Decision[],
  { program }: Side,
): readonly string[] => [
  ...new Set([
    ...rules.map(({ id }) => id),
    ...(clause === null
      ? []
      : program.decisions.flatMap((decision) => (hasException(decision, clause.id) ? [decision.id] : []))),
  ]),
];

/** A rule that holds only under a reading that is not adopted. */
const isAsleep = (decision: Decision, side: Side): boolean =>
  gatesOf(decision).some((condition) => isDormant(normalise(condition, side.keys), side));

export const KIND_WORDS = {
  measure: "规则",
  requirement: "规则",
  classification: "认定",
  definition: "定义",
  indicator: "指标",
  ranking: "排名",
} as const satisfies Record<Decision["kind"], string>;
