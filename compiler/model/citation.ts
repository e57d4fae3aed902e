import { parseNumeral, type Provision, type Span } from "../../language/index.ts";
import type { Origin } from "./ir.ts";
import type { Citation } from "./outcome.ts";
import type { PolicyInfo } from "./policy.ts";

/** The words of the official text that these clauses of a rule rest on, each place once, in reading order. */
export const citationsOfOrigins = (
  policy: PolicyInfo,
  origins: readonly Origin[],
  rule: Origin,
): readonly Citation[] =>
  mergePlaces(
    (origins.length === 0 ? [rule] : origins).flatMap((origin) => citationsOf(policy, origin, rule)),
  ).sort(inReadingOrder);

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

const inReadingOrder = (left: Citation, right: Citation): number =>
  left.start - right.start ||
  left.end - right.end ||
  byCharacters(left.path, right.path) ||
  byCharacters(left.ruleItem ?? "", right.ruleItem ?? "");

const byCharacters = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
