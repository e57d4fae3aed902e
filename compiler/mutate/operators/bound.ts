import { BOUND_WORDS, type Bound, type BoundOperator, type BoundText } from "../../../language/index.ts";
import type { Change } from "../model.ts";
import { lastWord, nodesIn, replace, type Place } from "../place.ts";

/** 低于 → 不高于 (the border changes sides), 低于 → 不低于 (the direction turns). */
export const boundChanges = (place: Place): readonly Change[] => [
  ...nodesIn(place, "comparison").flatMap(({ bounds }) => bounds.flatMap((bound) => changesOf(place, bound))),
  ...nodesIn(place, "elapsed").flatMap(({ bound }) => changesOf(place, bound)),
  ...nodesIn(place, "existence").flatMap(({ quantity, span }) =>
    quantity === null ? [] : quantityChanges(place, quantity, span.start),
  ),
];

const OTHERS = {
  atLeast: ["greaterThan", "lessThan"],
  atMost: ["lessThan", "greaterThan"],
  lessThan: ["atMost", "atLeast"],
  greaterThan: ["atLeast", "atMost"],
  equal: ["notEqual"],
  notEqual: ["equal"],
  approximately: [],
} as const satisfies Record<BoundOperator, readonly BoundOperator[]>;

const changesOf = (place: Place, bound: Bound): readonly Change[] =>
  OTHERS[bound.operator].map((operator) => ({
    operator: "bound",
    span: bound.span,
    ways: wordsFor(bound.word, operator).flatMap((word) => written(place, bound, word)),
  }));

/** Words with that meaning, the most alike first: 低于 stays with 高低, 少于 with 多少. */
const wordsFor = (word: string, operator: BoundOperator): readonly BoundText[] => {
  const position = isBound(word) ? BOUND_WORDS[word].position : null;
  const family = familyOf(word);
  const likeness = (other: BoundText): number =>
    (family >= 0 && familyOf(other) === family ? 2 : 0) +
    (BOUND_WORDS[other].position === position ? 1 : 0) -
    (SELDOM.has(other) ? 4 : 0);
  return Object.keys(BOUND_WORDS)
    .filter(isBound)
    .filter((other) => BOUND_WORDS[other].operator === operator && /\p{Script=Han}/u.test(other))
    .toSorted((left, right) => likeness(right) - likeness(left))
    .slice(0, MOST_WORDS);
};

const isBound = (word: string): word is BoundText => Object.hasOwn(BOUND_WORDS, word);

const MOST_WORDS = 8;

/** 80％以外 is read, but nobody writes it for 超过80％. */
const SELDOM: ReadonlySet<string> = new Set(["以外", "及以内", "最少", "最多"]);

const FAMILIES = [/[高低]/u, /[多少]/u, /[大小]/u, /[早晚]/u, /满/u, /达/u] as const;

const familyOf = (word: string): number => FAMILIES.findIndex((family) => family.test(word));

const written = (place: Place, { span, value, word }: Bound, other: BoundText) => {
  const limit = place.text.slice(value.span.start, value.span.end);
  const stays = value.span.start > span.start;
  const { position } = BOUND_WORDS[other];
  if (stays && position !== "after") {
    const at = lastWord(place, word, span.start, value.span.start);
    return at === null ? [] : [replace(at.start, at.end, other)];
  }
  if (!stays && position !== "before") return [replace(value.span.end, span.end, other)];
  // Only a number may change sides with its word: behind a name other words may follow.
  if (value.kind !== "number" && stays) return [];
  return [replace(span.start, span.end, stays ? `${limit}${other}` : `${other}${limit}`)];
};

/** 至少有1家: the word stands at 有 or before the number. */
const quantityChanges = (place: Place, quantity: Bound, from: number): readonly Change[] => {
  const others = COUNT_WORDS[quantity.word];
  if (others === undefined) return changesOf(place, quantity);
  const at = lastWord(place, quantity.word, from, quantity.value.span.start);
  return at === null
    ? []
    : others.map((other) => ({ operator: "bound", span: at, ways: [replace(at.start, at.end, other)] }));
};

const COUNT_WORDS: Readonly<Record<string, readonly string[]>> = {
  至少有: ["恰好有", "至多有"],
  至多有: ["恰好有", "至少有"],
  恰好有: ["至少有", "至多有"],
};
