import { parseNumeral, type Provision, type Span } from "../../language/index.ts";
import type { FactRecord } from "../model/facts.ts";
import type { Condition, Decision, Origin } from "../model/ir.ts";
import type { Citation } from "../model/outcome.ts";
import type { PolicyInfo } from "../model/policy.ts";
import { evaluateCondition } from "./condition.ts";
import { exceptionsOf } from "./judge.ts";
import { sameValue } from "./result.ts";
import type { Environment, Judgement, Run } from "./run.ts";

/** The words that decided: the items that hold, that fail or that are open, else the rule as a whole. */
export const cite = (
  run: Run,
  decision: Decision,
  judgement: Judgement,
  record: FactRecord,
): readonly Citation[] => {
  const origins = decisiveOrigins(run, decision, judgement, [record]);
  const citations = (origins.length === 0 ? [decision.origin] : origins).flatMap((origin) =>
    citationsOf(run.program.policy, origin, decision.origin),
  );
  return mergePlaces(citations).sort(inReadingOrder);
};

/**
 * Words that several items of a rule rest on are cited once, with all the items: 规则条件（一）、（二）. An item stands for
 * the items in it.
 */
const mergePlaces = (citations: readonly Citation[]): Citation[] => {
  const places = new Map<string, { readonly citation: Citation; readonly items: Set<string> }>();
  for (const citation of citations) {
    const key = JSON.stringify([citation.start, citation.end, citation.path]);
    const place = places.get(key) ?? { citation, items: new Set() };
    places.set(key, place);
    if (citation.ruleItem !== null) place.items.add(citation.ruleItem);
  }
  return Array.from(places.values(), ({ citation, items }) =>
    Object.assign({}, citation, { ruleItem: items.size === 0 ? null : inOneWord([...items]) }),
  );
};

const inOneWord = (items: readonly string[]): string =>
  RULE_ITEM +
  items
    .filter((item) => !items.some((other) => other !== item && item.startsWith(other)))
    .map((item) => item.slice(RULE_ITEM.length))
    .sort((left, right) => ordinal(left) - ordinal(right) || byCharacters(left, right))
    .join("、");

const RULE_ITEM = "规则条件";

/** Items are numbered （一）（二）…; only their order in print depends on this. */
const ordinal = (item: string): number => {
  const number = parseNumeral(/^（(.+?)）/.exec(item)?.[1] ?? "");
  return number ?? Number.MAX_SAFE_INTEGER;
};

/** The leaves of a condition that make it what it is: one true operand of 之一 is enough, 同时符合 needs all. */
export const decisiveLeaves = (
  run: Run,
  condition: Condition,
  environment: Environment,
): readonly Decisive[] => leaves(run, condition, environment, null);

export interface Decisive {
  readonly condition: Condition;
  /** The item of the rule that it stands in. */
  readonly item: Origin | null;
}

const leaves = (
  run: Run,
  condition: Condition,
  environment: Environment,
  above: Origin | null,
): readonly Decisive[] => {
  const item = condition.origin.item === null ? above : condition.origin;
  if (condition.kind === "not" && "operands" in condition.operand) {
    return leaves(run, condition.operand, environment, item);
  }
  if (!("operands" in condition) || condition.operands.length === 0) return [{ condition, item }];
  const whole = evaluateCondition(run, condition, environment).kind;
  return condition.operands
    .filter((operand) => evaluateCondition(run, operand, environment).kind === whole)
    .flatMap((operand) => leaves(run, operand, environment, item));
};

const decisiveOrigins = (
  run: Run,
  decision: Decision,
  judgement: Judgement,
  environment: Environment,
): readonly Origin[] => {
  const items = (condition: Condition, whole: Origin): readonly Origin[] =>
    decisiveLeaves(run, condition, environment).map((leaf) => leaf.item ?? whole);
  const why = judgement.notApplicable;
  if (why !== null)
    return why.kind === "exception" ? items(why.exception.condition, why.exception.origin) : [];
  const open = judgement.reasons.length > 0;
  const openItems = (condition: Condition, whole: Origin): readonly Origin[] =>
    evaluateCondition(run, condition, environment).kind === "indeterminate" ? items(condition, whole) : [];
  switch (decision.kind) {
    case "measure":
    case "requirement": {
      const main = decision.kind === "measure" ? decision.base : decision.requirement;
      if (!open) return items(main, decision.origin);
      const before =
        decision.kind === "measure" ? [decision.subject] : [decision.subject, decision.applicability];
      return [
        ...[...before, main].flatMap((condition) => openItems(condition, decision.origin)),
        ...exceptionsOf(run, decision).flatMap((clause) => openItems(clause.condition, clause.origin)),
      ];
    }
    case "classification": {
      const wanted = open ? "indeterminate" : "true";
      const found = decision.items.filter(
        (item) =>
          evaluateCondition(run, item.condition, environment).kind === wanted &&
          concerns(judgement, item.value),
      );
      if (found.length > 0 || judgement.status !== "已认定" || decision.otherwise === null) {
        return found.map((item) => item.origin);
      }
      return [decision.otherwise.origin];
    }
    case "definition":
    case "indicator":
    case "ranking":
      return [];
  }
};

const concerns = (judgement: Judgement, value: Parameters<typeof sameValue>[0]): boolean =>
  [judgement.value, ...judgement.candidates].some((each) => each !== null && sameValue(each, value));

/** 依据 of the item, else of its rule, else the whole provision. */
export const citationsOf = (policy: PolicyInfo, origin: Origin, rule: Origin): readonly Citation[] => {
  const ruleItem = origin.item === null ? null : RULE_ITEM + origin.item;
  const basis = origin.basis.length > 0 || origin.provision !== rule.provision ? origin.basis : rule.basis;
  if (basis.length > 0) {
    return basis.map(({ path, label, quote, span }) => ({
      path,
      label,
      quote,
      start: span.start,
      end: span.end,
      ruleItem,
    }));
  }
  const path = origin.provision ?? rule.provision;
  const whole = path === null ? null : wholeProvision(policy, path);
  return whole === null ? [] : [{ ...whole, ruleItem }];
};

type Words = Omit<Citation, "ruleItem">;

/** A whole provision in its own words; put together once, because many results cite it. */
const wholeProvision = (policy: PolicyInfo, path: string): Words | null => {
  const known = wholes.get(policy) ?? new Map<string, Words | null>();
  wholes.set(policy, known);
  const found = known.has(path) ? known.get(path)! : quoteWhole(policy, path);
  known.set(path, found);
  return found;
};

const wholes = new WeakMap<PolicyInfo, Map<string, Words | null>>();

const quoteWhole = (policy: PolicyInfo, path: string): Words | null => {
  const provision = policy.provisions.get(path);
  if (provision === undefined) return null;
  const { span, label } = provision;
  const pieces = piecesOf(provision);
  const quote = pieces.map(({ start, end }) => joined(policy.text?.slice(start, end) ?? "")).join("");
  return { path, label, quote, start: pieces[0]?.start ?? span.start, end: pieces.at(-1)?.end ?? span.end };
};

/** Line breaks of the file are no words of the text. */
const joined = (text: string): string => text.trim().replaceAll(/[ \t\u3000]*\r?\n[ \t\u3000]*/g, "");

/** The words of a provision and of everything below it, whose markers are words of it. */
const piecesOf = (provision: Provision): readonly Span[] =>
  [...provision.pieces, ...provision.children.flatMap(withMarker)].sort(
    (left, right) => left.start - right.start,
  );

const withMarker = (provision: Provision): readonly Span[] => {
  const [first, ...rest] = piecesOf(provision);
  if (first === undefined) return [];
  const gap = first.start - provision.span.start;
  return [gap > 0 && gap <= MARKER_LENGTH ? { start: provision.span.start, end: first.end } : first, ...rest];
};

const MARKER_LENGTH = 8;

const inReadingOrder = (left: Citation, right: Citation): number =>
  left.start - right.start ||
  left.end - right.end ||
  byCharacters(left.path, right.path) ||
  byCharacters(left.ruleItem ?? "", right.ruleItem ?? "");

const byCharacters = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
