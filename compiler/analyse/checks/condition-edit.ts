import { shorten, type Span, type TextEdit } from "../../../language/index.ts";
import type { Suggestion } from "../../model/analysis.ts";
import type { Condition, Decision } from "../../model/ir.ts";
import { written } from "../content-key.ts";
import type { CheckContext } from "./check.ts";
import { conjuncts } from "./conditions.ts";
import { withoutList } from "./list-edit.ts";
import { withoutCondition, withoutOperands } from "./operand-edit.ts";
import { withoutRule } from "./rule-edit.ts";

/** A clause that is never or always true, and what stands around it. */
export interface DeadClause {
  readonly decision: Decision;
  readonly condition: Condition;
  /** What holds beside it, such as the subject of the rule. */
  readonly given: readonly Condition[];
  /** What it is a part of; null where it is a whole clause of the rule. */
  readonly within: Joined | null;
  readonly state: "never" | "always";
}

export type Joined = Extract<Condition, { kind: "all" | "any" }>;

/** What a drafter may have meant by a clause that no fact can decide, and how to leave it out; the nearest to the words first. */
export const editsOfDead = (context: CheckContext, dead: DeadClause): readonly Suggestion[] => [
  ...limitsExchanged(context, dead),
  ...otherJoint(context, dead),
  ...leftOut(context, dead),
];

/** 低于100笔且超过200笔: the limits written the wrong way round. Nothing but the two numbers of the text is used. */
const limitsExchanged = (
  { program: { policy } }: CheckContext,
  { condition, given, within, state }: DeadClause,
): readonly Suggestion[] => {
  const beside = within === null ? given.flatMap(conjuncts) : [];
  const compared = [...beside, ...partsOf(condition)].filter((each) => each.kind === "compare");
  const pairs = compared.flatMap((first, index) =>
    compared.slice(index + 1).flatMap((second) => {
      const isOneAmount = written(first.left) === written(second.left);
      return isOneAmount && sideOf(first.operator) * sideOf(second.operator) < 0
        ? [[first, second] as const]
        : [];
    }),
  );
  const [pair, ...others] = pairs;
  if (policy.text === undefined || pair === undefined || others.length > 0) return [];
  const spans = pair.map(({ right }) => right.origin.span);
  const [one, other] = spans.map(({ start, end }) => policy.text!.slice(start, end));
  if (one === undefined || other === undefined || one === other || !areApart(spans)) return [];
  if (pair.some(({ origin, right }) => origin.file !== policy.file || !holds(origin.span, right.origin.span)))
    return [];
  const effect = state === "never" ? "两个界限可能写反" : "两个界限可能写反，使全部数值都包括在内";
  return [
    {
      title: `把“${one}”与“${other}”对调（${effect}）。本意如何，须由起草人确定`,
      file: policy.file,
      edits: [
        { span: spans[0]!, newText: other },
        { span: spans[1]!, newText: one },
      ],
    },
  ];
};

const sideOf = (operator: string): number =>
  operator.startsWith("<") ? -1 : operator.startsWith(">") ? 1 : 0;

const partsOf = (condition: Condition): readonly Condition[] =>
  condition.kind === "all" || condition.kind === "any" ? condition.operands : [condition];

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const areApart = ([first, second]: readonly Span[]): boolean =>
  first!.end <= second!.start || second!.end <= first!.start;

/** 且 for 或者 and the other way, where all parts are joined by that one word. */
const otherJoint = (
  { program: { policy } }: CheckContext,
  { condition, state }: DeadClause,
): readonly Suggestion[] => {
  const { text, file } = policy;
  const isAll = state === "never";
  if (condition.kind !== (isAll ? "all" : "any") || text === undefined) return [];
  const { operands, origin } = condition;
  if (origin.file !== file || operands.some(({ kind }) => kind === "all" || kind === "any")) return [];
  const edits: TextEdit[] = [];
  const words = new Set<string>();
  for (const [index, operand] of operands.slice(1).entries()) {
    const start = operands[index]!.origin.span.end;
    const between = text.slice(start, operand.origin.span.start);
    const found = /^([，,]?)(并且|而且|且|或者|或)$/u.exec(between);
    if (found === null) return [];
    const at = start + found[1]!.length;
    words.add(found[2]!);
    edits.push({ span: { start: at, end: operand.origin.span.start }, newText: isAll ? "或者" : "且" });
  }
  const meaning = isAll ? "符合其中一个条件即可" : "须同时符合";
  return [
    {
      title: `把“${[...words].join("”、“")}”改为“${isAll ? "或者" : "且"}”：${meaning}。本意如何，须由起草人确定`,
      file,
      edits,
    },
  ];
};

/** What says nothing is left out; a rule that never applies, with it. */
const leftOut = (
  { program, files }: CheckContext,
  { decision, condition, within, state }: DeadClause,
): readonly Suggestion[] => {
  const { file } = condition.origin;
  const words = shorten(condition.origin.words);
  if (within !== null) {
    const joined = withoutOperands(program, within.operands, new Set([condition]));
    const alone = joined === null ? withoutCondition(program, decision.object, condition) : null;
    const edits = joined ?? (alone === null ? [] : [alone]);
    if (edits.length === 0) return [];
    // 总是成立或者B says nothing of B: without it B decides.
    return (state === "always") === (within.kind === "all")
      ? [{ title: `删去“${words}”，结果不变`, file, edits, isNeutral: true }]
      : [{ title: `删去“${words}”，只看其余条件。本意如何，须由起草人确定`, file, edits }];
  }
  if (state === "always" && !isRequirement(decision, condition)) {
    const listed = withoutList(files, condition);
    const edit = listed === null ? withoutCondition(program, decision.object, condition) : null;
    const edits = listed ?? (edit === null ? [] : [edit]);
    const what = listed === null ? `“${words}”` : "所列各项";
    return edits.length === 0 ? [] : [{ title: `删去${what}，结果不变`, file, edits, isNeutral: true }];
  }
  if (!isRemovable(decision)) return [];
  // A requirement that nobody can meet is no rule without effect: everybody fails it.
  return isRequirement(decision, condition) && state === "never"
    ? withoutRule(program, decision).map((each) => ({
        ...each,
        title: `${each.title}，所要求的无法达到。保留与否，须由起草人确定`,
      }))
    : withoutRule(program, decision).map((each) => ({
        ...each,
        title: `${each.title}，它不起作用`,
        isNeutral: true,
      }));
};

type Removable = Extract<Decision, { kind: "measure" | "requirement" | "definition" }>;

const isRemovable = (decision: Decision): decision is Removable =>
  decision.kind === "measure" || decision.kind === "requirement" || decision.kind === "definition";

const isRequirement = (decision: Decision, condition: Condition): boolean =>
  decision.kind === "requirement" && decision.requirement === condition;
