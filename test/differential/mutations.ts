import type { Change } from "./javascript-module.ts";

/** One operator that is broken on purpose, everywhere in the text where it stands. */
export interface Mutation {
  readonly name: string;
  readonly from: RegExp;
  readonly to: string;
  /** Number of a program that showed it, asked first. */
  readonly shownBy?: number;
  /** Among the few of each engine that every run of the tests breaks. */
  readonly quick?: true;
}

/** In the part of the generated JavaScript that explains. */
export const EXPLAIN: readonly Mutation[] = [
  { name: "<= says <", from: /"<=": \[true, true, false\]/g, to: '"<=": [true, false, false]' },
  { name: ">= says >", from: /">=": \[false, true, true\]/g, to: '">=": [false, false, true]' },
  { name: "a month later keeps its day", shownBy: 171, from: /Math\.min\(day, length\)/g, to: "day" },
  {
    name: "what is open is not counted",
    from: /if \(truth\.kind === "open"\) open\.push\(truth\);/g,
    to: "",
  },
  { name: "nothing is too large", from: /magnitude < TOO_LARGE/g, to: "magnitude < TOO_LARGE * TOO_LARGE" },
  { name: "a half is cut", shownBy: 240, quick: true, from: /rest \* 2n >= below/g, to: "rest * 2n > below" },
  {
    name: "fractions compare by their upper halves",
    shownBy: 5,
    quick: true,
    from: /left\.above \* right\.below, right\.above \* left\.below\];/g,
    to: "left.above, right.above];",
  },
  {
    name: "the limit itself is too far",
    shownBy: 105,
    from: /straightMillimetres\(place, end\) > straight/g,
    to: "straightMillimetres(place, end) >= straight",
  },
  {
    name: "a record is its own neighbour",
    shownBy: 73,
    from: /certain\.size - \(excepted/g,
    to: "certain.size - 0 * (excepted",
  },
  {
    name: "a value outside the order is the lowest",
    shownBy: 18,
    from: /if \(low === -1 \|\| high === -1\) return FALSE;/g,
    to: "",
  },
  { name: "undecided is always 未知", from: /\? "未知" : "需裁量"/g, to: '? "未知" : "未知"' },
  {
    name: "atLeast counts what is open",
    shownBy: 22,
    from: /if \(certain >= count\)/g,
    to: "if (certain + open.length >= count)",
  },
  {
    name: "an exception with the greatest name is told",
    shownBy: 28,
    from: /each\.id < first\.id/g,
    to: "each.id > first.id",
  },
  {
    name: "all operands are cited",
    from: /operand\.truth\(context, environment\)\.kind === kind/g,
    to: "true",
  },
  {
    name: "a mean is a sum",
    from: /over\(total, wholeNumber\(count\)\)/g,
    to: "over(total, wholeNumber(1))",
  },
  {
    name: "the greatest is the smallest",
    shownBy: 109,
    from: /maximum: \(\{ top \}, words\) => orEmpty\(top/g,
    to: "maximum: ({ bottom }, words) => orEmpty(bottom",
  },
  {
    name: "a minus is a plus",
    from: /left\.above \* right\.below - right\.above \* left\.below/g,
    to: "left.above * right.below + right.above * left.below",
  },
  {
    name: "a ranking goes the other way",
    shownBy: 15,
    from: /descending \? -1 : 1/g,
    to: "descending ? 1 : -1",
  },
  {
    name: "no exception is asked",
    from: /anyOf\(exceptions, \(\{ condition \}\)/g,
    to: "anyOf([], ({ condition })",
  },
];

/** In the straight code of `check` and `batch`. */
export const FAST: readonly Mutation[] = [
  {
    name: "a missing fact needs a decision",
    shownBy: 16,
    quick: true,
    from: /== null\) (open\w*) \|= 3;/g,
    to: "== null) $1 |= 2;",
  },
  { name: "a missing fact is overlooked", from: /== null\) (open\w*) \|= 3;/g, to: "== 0) $1 |= 3;" },
  { name: "what is open is certain", from: /(open\w*) === 0 \? (\d) : 6 \+ \1/g, to: "$2" },
  { name: "an open item of a class is overlooked", from: /if \((open\w*) > 0\) possible \|= \1;/g, to: "" },
  { name: "two classes are no conflict", from: /if \(place >= 0\) \{[^}]*\} place = /g, to: "place = " },
  { name: "a possible class is overlooked", from: /if \(possible > 0\)/g, to: "if (possible > 9)" },
  {
    name: "on the last day is behind it",
    shownBy: 182,
    from: /while \(monthsLater\(later, months\) <= to\)/g,
    to: "while (monthsLater(later, months) < to)",
  },
  {
    name: "on the day is beside it",
    shownBy: 185,
    from: /(fact\S+) ([<>])= ((?:constants\.)?day)/g,
    to: "$1 $2 $3",
  },
  {
    name: "at the limit is beyond it",
    shownBy: 48,
    quick: true,
    from: /(fact\S+) ([<>])= (\d+)\)/g,
    to: "$1 $2 $3)",
  },
  {
    name: "limits lie one step aside",
    shownBy: 117,
    from: /halfWay\(2n \* floor \+ 1n\)/g,
    to: "halfWay(2n * floor - 1n)",
  },
  {
    name: "a reference leads to nobody",
    from: /register\.record\(object, id\)\?\.given/g,
    to: "register.record(object, id)?.nothing",
  },
  { name: "what may hold does not", shownBy: 22, from: /certain \+ possible(\w*) >= /g, to: "certain >= " },
];

/** In the reading of columns. */
export const BATCH: readonly Mutation[] = [
  {
    name: "missing numbers are what stands there",
    shownBy: 17,
    quick: true,
    from: /values\[row\] = NaN;/g,
    to: "",
  },
  { name: "missing booleans are false", shownBy: 11, from: /values\[row\] = 2;/g, to: "values[row] = 0;" },
  {
    name: "missing values of an enumeration are the first",
    shownBy: 44,
    from: /places\[row\] = none;/g,
    to: "places[row] = 0;",
  },
  { name: "missing texts are the first of the dictionary", from: /texts\[row\] = undefined;/g, to: "" },
  {
    name: "bits of the map stand the other way",
    shownBy: 2,
    quick: true,
    from: /\(bits >> bit\) & 1/g,
    to: "(bits >> (7 - bit)) & 1",
  },
  { name: "each row is the first", from: /continue rows;/g, to: "break rows;" },
];

/** In the views of both dialects. */
export const SQL: readonly Mutation[] = [
  { name: "<= says <", quick: true, from: / <= /g, to: " < " },
  { name: ">= says >", from: / >= /g, to: " > " },
  { name: "a reference leads to others", from: /(x\d+\.id) = v\./g, to: "$1 <> v." },
  {
    name: "what is certain is not counted",
    shownBy: 10,
    from: /FILTER \(WHERE (\w+) = 1/g,
    to: "FILTER (WHERE $1 = 7",
  },
  { name: "a missing fact is known", from: / IS NULL/g, to: " IS NOT NULL" },
  { name: "and says or", from: / AND /g, to: " OR " },
  {
    name: "what is open is not counted",
    shownBy: 28,
    quick: true,
    from: /FILTER \(WHERE (\w+) = 3/g,
    to: "FILTER (WHERE $1 = 7",
  },
];

/** In the bundled closure engine. */
export const CLOSURE: readonly Mutation[] = [
  {
    name: "the highest level is the lowest",
    from: /if \(level > highest\) highest = level;/g,
    to: "if (level < highest) highest = level;",
  },
  {
    name: "not changes nothing",
    shownBy: 13,
    from: /Uint8Array\.of\(1, 0, 2, /g,
    to: "Uint8Array.of(0, 1, 2, ",
  },
  {
    name: "a value outside the order is compared",
    shownBy: 5,
    from: /if \(first === OUTSIDE \|\| second === OUTSIDE\) return 0;/g,
    to: "",
  },
  {
    name: "the same day is a later one",
    from: /if \(first === second\) return accept\[1\];/g,
    to: "if (first === second) return accept[2];",
  },
  { name: "a period is over on its last day", shownBy: 32, from: /day > last \? 0/g, to: "day >= last ? 0" },
  {
    name: "a month later keeps its day",
    shownBy: 171,
    from: /Math\.min\(day, daysInMonth\(target\.year, target\.month\)\)/g,
    to: "day",
  },
  {
    name: "open is always 未知",
    shownBy: 1,
    quick: true,
    from: /level === \w+ \? CODES\.未知 : CODES\.需裁量/g,
    to: "CODES.未知",
  },
  { name: "a tie counts itself", from: /end - better - \(isOwn \? 1 : 0\)/g, to: "end - better" },
  {
    name: "at least counts what is open",
    shownBy: 22,
    quick: true,
    from: /if \(certain >= count\) return 1;/g,
    to: "if (certain + undecided >= count) return 1;",
  },
];

/** Breaks the text; counts how often the operator stood there, because a change that changes nothing proves nothing. */
export const mutating = ({
  from,
  to,
}: Mutation): { readonly change: Change; readonly changes: () => number } => {
  let changes = 0;
  return {
    change: (text) => {
      const changed = text.replaceAll(from, to);
      if (changed !== text) changes += 1;
      return changed;
    },
    changes: () => changes,
  };
};
