import type { RuleChangeKind } from "../../model/change.ts";
import type { Condition, MeasureRule, RequirementRule } from "../../model/ir.ts";
import { isDormant } from "./clause.ts";
import { compareNodes } from "./compare-nodes.ts";
import type { Clause, Effect, Finding } from "./finding.ts";
import { conditionWords } from "./in-words.ts";
import { demandsOf, normalise, together, type Node } from "./normal.ts";
import type { Side, Sides } from "./sides.ts";

type Rule = MeasureRule | RequirementRule;

/**
 * Whom a rule concerns, and when. What only moved between the two is told as that: where it is not so, 不适用 becomes
 * 不成立, or the other way round.
 */
export const compareSubjects = (
  left: Rule,
  right: Rule,
  leftCondition: Condition,
  rightCondition: Condition,
  sides: Sides,
): { readonly subject: readonly Finding[]; readonly condition: readonly Finding[] } => {
  const first = partsOf(left, leftCondition, sides.left);
  const second = partsOf(right, rightCondition, sides.right);
  const inward = moved(first.subject, first.condition, second.condition, second.subject);
  const outward = moved(second.subject, second.condition, first.condition, first.subject);
  const still = ({ body, key }: Node): boolean => !inward.has(key) && !outward.has(key) && body !== "";
  const rest = (nodes: readonly Node[]): readonly Node[] => nodes.filter(still);
  const subject = compareNodes(
    together(rest(first.subject), left.subject),
    together(rest(second.subject), right.subject),
    sides,
  );
  const condition = compareNodes(
    together(rest(first.condition), leftCondition),
    together(rest(second.condition), rightCondition),
    sides,
  );
  return {
    subject: [
      ...movedFindings(inward, first.subject, second.condition, sides, true),
      ...movedFindings(outward, first.condition, second.subject, sides, false),
      ...asSubject(subject.findings, rest(first.subject), rest(second.subject), left, right, sides),
    ],
    condition: condition.findings,
  };
};

interface Parts {
  readonly subject: readonly Node[];
  readonly condition: readonly Node[];
}

const partsOf = (rule: Rule, condition: Condition, side: Side): Parts => ({
  subject: demandsOf(normalise(rule.subject, side.keys)),
  condition: demandsOf(normalise(condition, side.keys)),
});

/** Keys of what stands on one side in `from` only, and on the other in `to` only. */
const moved = (
  from: readonly Node[],
  beside: readonly Node[],
  to: readonly Node[],
  otherBeside: readonly Node[],
): ReadonlySet<string> => {
  const besides = new Set([...beside, ...otherBeside].map(({ key }) => key));
  const there = new Set(to.map(({ key }) => key));
  return new Set(from.map(({ key }) => key).filter((key) => there.has(key) && !besides.has(key)));
};

const movedFindings = (
  keys: ReadonlySet<string>,
  lefts: readonly Node[],
  rights: readonly Node[],
  sides: Sides,
  inward: boolean,
): readonly Finding[] => {
  const from = lefts.filter(({ key }) => keys.has(key));
  const to = rights.filter(({ key }) => keys.has(key));
  if (from.length === 0 || to.length === 0) return [];
  return [
    {
      kind: "subject",
      left: clauseOfAll(from, from[0]!.source, sides.left),
      right: clauseOfAll(to, to[0]!.source, sides.right),
      before: inward ? SUBJECT : CONDITION,
      after: inward ? CONDITION : SUBJECT,
      what: from.map(({ source }) => conditionWords(source)).join("、"),
      effect: 0,
      wording: false,
    },
  ];
};

const SUBJECT = "主体的限定";
const CONDITION = "适用的条件";

/** What came or went in the subject is one change of whom the rule concerns; a limit in it is a limit. */
const asSubject = (
  findings: readonly Finding[],
  lefts: readonly Node[],
  rights: readonly Node[],
  left: Rule,
  right: Rule,
  sides: Sides,
): readonly Finding[] => {
  const kept = findings.filter(({ wording, kind }) => wording || IN_DETAIL.has(kind));
  const others = findings.filter((finding) => !kept.includes(finding));
  if (others.length === 0) return kept;
  const effects = new Set(others.map(({ effect }) => effect));
  const [effect]: readonly Effect[] = effects.size === 1 ? [...effects] : [0];
  return [
    ...kept,
    {
      kind: "subject",
      left: clauseOfAll(lefts, left.subject, sides.left),
      right: clauseOfAll(rights, right.subject, sides.right),
      before: whomInWords(lefts, left),
      after: whomInWords(rights, right),
      what: null,
      effect: effect ?? 0,
      wording: false,
    },
  ];
};

const IN_DETAIL: ReadonlySet<RuleChangeKind> = new Set(["threshold", "boundWord", "scope", "reading"]);

const clauseOfAll = (nodes: readonly Node[], source: Condition, side: Side): Clause => ({
  condition: source,
  origin: source.origin,
  dormant: nodes.length > 0 && nodes.every((node) => isDormant(node, side)),
});

const whomInWords = (nodes: readonly Node[], { object }: Rule): string =>
  nodes.every((node) => node.kind === "group" && node.operands.length === 0)
    ? object
    : nodes.map(({ source }) => conditionWords(source)).join("且");
