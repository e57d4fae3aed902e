import type { KeywordToken } from "../keywords.ts";
import type { UnitText } from "../units.ts";
import { isHan } from "./characters.ts";
import { unitTrie, type Entry, type Lexicon, type PatternName } from "./lexicon.ts";
import { readPattern, type ReadPattern } from "./patterns.ts";
import type { Run, ScannedNumber } from "./run.ts";
import type { ScannedDate } from "./date.ts";

/** One word of a cut run; `start` and `end` count cells. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly content: PieceContent;
}

export type PieceContent =
  | { readonly kind: "term" }
  | { readonly kind: "keyword"; readonly token: KeywordToken }
  | { readonly kind: "pattern"; readonly name: PatternName; readonly read: ReadPattern }
  | {
      readonly kind: "number";
      readonly number: ScannedNumber;
      readonly unit: UnitText | null;
      readonly unitStart: number;
    }
  | { readonly kind: "date"; readonly date: ScannedDate }
  | { readonly kind: "unknown" };

export interface Segmentation {
  readonly pieces: readonly Piece[];
  readonly cost: number;
  /** Other cuts with as few unknown characters and as few words. */
  readonly alternatives: readonly (readonly Piece[])[];
}

/** Thousandths of a word. Unknown characters come first, then the number of words. */
export const COSTS = {
  term: 1_000,
  /** A hair more than a term: a declared name that is spelled like a keyword is the name. */
  keyword: 1_001,
  number: 1_000,
  numberWithUnit: 1_500,
  date: 1_000,
  unknownFirst: 25_000,
  unknownNext: 10_000,
  shortAfterUnknown: 12_000,
  connectiveAfterUnknown: 4_000,
} as const;

/** Cuts closer than this have the same number of words; they differ by keywords only. */
const SAME = 400;

/** What stood last: a complete word; unknown characters; a one-character word that needs a word behind it. */
const COMPLETE = 0;
const UNKNOWN = 1;
const PENDING = 2;
const STATES = 3;

/** One-character words that may also stand before something unknown. */
const OPEN_BEHIND = new Set<KeywordToken>(["Is", "And", "Or", "Of", "Then", "Let"]);
const CONNECTIVES = new Set<KeywordToken>(["Is", "And", "Or", "Of"]);

/** A message shows one other reading; a few suffice to find one that parses. */
const MOST_ALTERNATIVES = 4;

const UNKNOWN_CONTENT: PieceContent = { kind: "unknown" };

/** Cuts one run at the least cost, in time linear in its length. `bracketFollows`: the next character is （; `locals`: names of this block. */
export const segmentRun = (
  run: Run,
  lexicon: Lexicon,
  options: { readonly bracketFollows?: boolean; readonly locals?: Lexicon | null } = {},
): Segmentation => {
  const bracketFollows = options.bracketFollows ?? false;
  const locals = options.locals ?? null;
  const length = run.cells.length;
  const { costs, from, contents, ties } = scratch((length + 1) * STATES);
  costs[COMPLETE] = 0;

  const relax = (source: number, target: number, cost: number, content: PieceContent): void => {
    const total = costs[source]! + cost;
    const known = costs[target]!;
    if (total < known) {
      const before = from[target]!;
      if (known - total < SAME && before !== source)
        ties.set(target, { from: before, content: contents[target]! });
      else if (known - total >= SAME) ties.delete(target);
      costs[target] = total;
      from[target] = source;
      contents[target] = content;
    } else if (total - known < SAME && from[target] !== source && !ties.has(target)) {
      ties.set(target, { from: source, content });
    }
  };

  const word = (at: number, end: number, cost: number, content: PieceContent): void => {
    for (let state = 0; state < STATES; state += 1) {
      if (costs[at * STATES + state]! < Infinity)
        relax(at * STATES + state, end * STATES + COMPLETE, cost, content);
    }
  };

  const shortKeyword = (at: number, end: number, token: KeywordToken): void => {
    const content: PieceContent = { kind: "keyword", token };
    const target = end * STATES;
    const afterWord = OPEN_BEHIND.has(token) ? COMPLETE : PENDING;
    relax(at * STATES + COMPLETE, target + afterWord, COSTS.keyword, content);
    relax(at * STATES + PENDING, target + PENDING, COSTS.keyword, content);
    const extra = CONNECTIVES.has(token) ? COSTS.connectiveAfterUnknown : COSTS.shortAfterUnknown;
    relax(at * STATES + UNKNOWN, target + PENDING, COSTS.keyword + extra, content);
  };

  for (let at = 0; at < length; at += 1) {
    const reached = Math.min(
      costs[at * STATES]!,
      costs[at * STATES + UNKNOWN]!,
      costs[at * STATES + PENDING]!,
    );
    if (!Number.isFinite(reached)) continue;
    relaxUnknown(run, at, relax);
    relaxNumber(run, at, relax);
    const date = run.dates.get(at);
    if (date !== undefined) word(at, cellAt(run, at, date.end), COSTS.date, { kind: "date", date });
    walk(run, locals, at, (end) => {
      if (!splitsLatin(run, at, end)) word(at, end, COSTS.term, { kind: "term" });
    });
    walk(run, lexicon, at, (end, entry) => {
      if (entry.term && !splitsLatin(run, at, end)) word(at, end, COSTS.term, { kind: "term" });
      if (entry.pattern !== null) {
        const read = readPattern(run, entry.pattern, at, end);
        if (read !== null) word(at, read.end, COSTS.keyword, { kind: "pattern", name: entry.pattern, read });
      }
      const keyword = entry.keyword;
      if (keyword === null || (keyword.beforeBracket && !(end === length && bracketFollows))) return;
      if (keyword.short) shortKeyword(at, end, keyword.token);
      else word(at, end, COSTS.keyword, { kind: "keyword", token: keyword.token });
    });
  }
  return collect(run, costs, from, contents, ties);
};

interface Scratch {
  readonly costs: Float64Array;
  readonly from: Int32Array;
  readonly contents: (PieceContent | undefined)[];
  readonly ties: Map<number, { readonly from: number; readonly content: PieceContent }>;
}

const SHORT = 768;

/** Most runs are short: they share one set of arrays, since no run is cut inside another. */
const shared: Scratch = {
  costs: new Float64Array(SHORT),
  from: new Int32Array(SHORT),
  contents: Array.from({ length: SHORT }),
  ties: new Map(),
};

const scratch = (size: number): Scratch => {
  const arrays: Scratch =
    size <= SHORT
      ? shared
      : { costs: new Float64Array(size), from: new Int32Array(size), contents: [], ties: new Map() };
  arrays.costs.fill(Infinity, 0, size);
  arrays.from.fill(-1, 0, size);
  arrays.ties.clear();
  return arrays;
};

/** Every entry that begins at a cell and crosses no barrier. */
const walk = (
  run: Run,
  lexicon: Lexicon | null,
  at: number,
  visit: (end: number, entry: Entry) => void,
): void => {
  let node = lexicon?.root;
  for (let end = at + 1; end <= run.cells.length && node !== undefined; end += 1) {
    if (end > at + 1 && run.barriers[end - 1]!) return;
    node = node.next.get(run.cells[end - 1]!);
    if (node !== undefined && node.value !== null) visit(end, node.value);
  }
};

type Relax = (source: number, target: number, cost: number, content: PieceContent) => void;

const relaxUnknown = (run: Run, at: number, relax: Relax): void => {
  const target = (at + 1) * STATES + UNKNOWN;
  relax(at * STATES + COMPLETE, target, COSTS.unknownFirst, UNKNOWN_CONTENT);
  // A barrier begins a new unknown word, so that the message names one at a time.
  const next = run.barriers[at]! ? COSTS.unknownFirst : COSTS.unknownNext;
  relax(at * STATES + UNKNOWN, target, next, UNKNOWN_CONTENT);
};

/** Digits may follow anything; Chinese numerals may be part of a name, so nothing unknown may touch them. */
const relaxNumber = (run: Run, at: number, relax: Relax): void => {
  const number = run.numbers.get(at);
  if (number === undefined) return;
  const end = cellAt(run, at, number.end);
  const behind = number.han ? PENDING : COMPLETE;
  const sources = number.han ? [COMPLETE, PENDING] : [COMPLETE, UNKNOWN, PENDING];
  const both = (target: number, cost: number, content: PieceContent): void => {
    for (const state of sources) relax(at * STATES + state, target * STATES + behind, cost, content);
  };
  both(end, COSTS.number, { kind: "number", number, unit: null, unitStart: end });
  if (number.share) return;
  let node: typeof unitTrie.root | undefined = unitTrie.root;
  for (let cell = end; cell < run.cells.length && node !== undefined; cell += 1) {
    if (run.barriers[cell]!) break;
    node = node.next.get(run.cells[cell]!);
    const unit = node?.value ?? null;
    if (unit !== null) both(cell + 1, COSTS.numberWithUnit, { kind: "number", number, unit, unitStart: end });
  }
};

/** A name must not end inside a Latin word or number: B of B2. */
const splitsLatin = (run: Run, at: number, end: number): boolean => {
  const latin = (cell: number): boolean => {
    const code = run.cells[cell];
    return code !== undefined && !isHan(code) && code !== 0x25 && code !== 0x2030;
  };
  return (
    (at > 0 && latin(at - 1) && latin(at) && !run.barriers[at]!) ||
    (end < run.cells.length && latin(end - 1) && latin(end) && !run.barriers[end]!)
  );
};

/** The cell at a text offset behind `at`; numbers and dates hold no white space except in 2025 年. */
const cellAt = (run: Run, at: number, offset: number): number => {
  let cell = at + 1;
  while (cell < run.cells.length && run.offsets[cell]! < offset) cell += 1;
  return cell;
};

const collect = (
  run: Run,
  costs: Float64Array,
  from: Int32Array,
  contents: readonly (PieceContent | undefined)[],
  ties: ReadonlyMap<number, { readonly from: number; readonly content: PieceContent }>,
): Segmentation => {
  const ends = [COMPLETE, UNKNOWN, PENDING].map((state) => run.cells.length * STATES + state);
  const last = ends.reduce((best, node) => (costs[node]! < costs[best]! ? node : best));
  const path = (node: number): Piece[] => {
    const pieces: Piece[] = [];
    for (let target = node; from[target]! >= 0; target = from[target]!) {
      pieces.push(pieceBetween(from[target]!, target, contents[target]!));
    }
    return pieces.reverse();
  };
  const pieces = path(last);
  const alternatives: (readonly Piece[])[] = [];
  if (!pieces.some((piece) => piece.content.kind === "unknown")) {
    for (const node of ends) {
      if (node !== last && costs[node]! - costs[last]! < SAME) alternatives.push(path(node));
    }
    let index = pieces.length;
    for (
      let target = last;
      from[target]! >= 0 && alternatives.length < MOST_ALTERNATIVES;
      target = from[target]!
    ) {
      index -= 1;
      const tie = ties.get(target);
      if (tie === undefined) continue;
      const tied = pieceBetween(tie.from, target, tie.content);
      alternatives.push([...path(tie.from), tied, ...pieces.slice(index + 1)]);
    }
  }
  return { pieces: joinUnknown(run, pieces), cost: costs[last]!, alternatives };
};

const pieceBetween = (source: number, target: number, content: PieceContent): Piece => ({
  start: Math.floor(source / STATES),
  end: Math.floor(target / STATES),
  content,
});

/** Neighbouring unknown characters are one word, and digits that touch one belong to it (步行15分钟距离). */
const joinUnknown = (run: Run, pieces: readonly Piece[]): Piece[] => {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const previous = joined.at(-1);
    if (piece.content.kind === "unknown" && previous !== undefined && touches(run, previous, piece)) {
      joined[joined.length - 1] = { start: previous.start, end: piece.end, content: UNKNOWN_CONTENT };
      const before = joined.at(-2);
      if (
        previous.content.kind === "number" &&
        before !== undefined &&
        before.end === previous.start &&
        opensDistance(before)
      ) {
        joined.splice(-2, 2, { start: before.start, end: piece.end, content: UNKNOWN_CONTENT });
      }
    } else {
      joined.push(piece);
    }
  }
  return joined;
};

const touches = (run: Run, previous: Piece, piece: Piece): boolean =>
  previous.end === piece.start &&
  !run.barriers[piece.start]! &&
  (previous.content.kind === "unknown" || previous.content.kind === "number");

const opensDistance = (piece: Piece): boolean =>
  piece.content.kind === "keyword" && (piece.content.token === "Metric" || piece.content.token === "Around");
