import type { KeywordToken } from "../keywords.ts";
import type { UnitText } from "../units.ts";
import { isHan } from "./characters.ts";
import { collect } from "./cut-paths.ts";
import { unitTrie, type Lexicon, type PatternName } from "./lexicon.ts";
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
export const SAME = 400;

/** What stood last: a complete word; unknown characters; a one-character word that needs a word behind it. */
const COMPLETE = 0;
const UNKNOWN = 1;
const PENDING = 2;
export const STATES = 3;

/** One-character words that may also stand before something unknown. */
const OPEN_BEHIND = new Set<KeywordToken>(["Is", "And", "Or", "Of", "Then", "Let"]);
const CONNECTIVES = new Set<KeywordToken>(["Is", "And", "Or", "Of"]);

export const UNKNOWN_CONTENT: PieceContent = { kind: "unknown" };
const TERM_CONTENT: PieceContent = { kind: "term" };

/** Another way to reach a place at the same cost. */
export interface Tie {
  readonly from: number;
  readonly content: PieceContent;
}

/**
 * The least cost of reaching each place of a run in each state, and where it came from. A place is
 * `cell * STATES + state`.
 */
export interface Places {
  readonly costs: Float64Array;
  readonly from: Int32Array;
  readonly contents: (PieceContent | undefined)[];
  readonly ties: Map<number, Tie>;
}

/**
 * Cuts one run at the least cost, in time linear in its length. `bracketFollows`: the next character
 * is （; `locals`: names of this block.
 */
export const segmentRun = (
  run: Run,
  lexicon: Lexicon,
  options: { readonly bracketFollows?: boolean; readonly locals?: Lexicon | null } = {},
): Segmentation => {
  const cut = new Cut(run);
  const locals = options.locals ?? null;
  for (let at = 0; at < run.cells.length; at += 1) {
    if (!cut.reaches(at)) continue;
    cut.stepUnknown(at);
    cut.stepNumber(at);
    if (locals !== null) cut.stepWords(at, locals, false);
    cut.stepWords(at, lexicon, options.bracketFollows ?? false);
  }
  return collect(run, cut.places);
};

class Cut {
  readonly places: Places;
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
    this.places = freshPlaces((run.cells.length + 1) * STATES);
    this.places.costs[COMPLETE] = 0;
  }

  reaches(at: number): boolean {
    const { costs } = this.places;
    const place = at * STATES;
    return (
      costs[place]! < Infinity || costs[place + UNKNOWN]! < Infinity || costs[place + PENDING]! < Infinity
    );
  }

  stepUnknown(at: number): void {
    const target = (at + 1) * STATES + UNKNOWN;
    this.#relax(at * STATES + COMPLETE, target, COSTS.unknownFirst, UNKNOWN_CONTENT);
    // A barrier begins a new unknown word, so that the message names one at a time.
    const next = this.#run.barriers[at]! ? COSTS.unknownFirst : COSTS.unknownNext;
    this.#relax(at * STATES + UNKNOWN, target, next, UNKNOWN_CONTENT);
  }

  /** Digits may follow anything; Chinese numerals may be part of a name, so nothing unknown may touch them. */
  stepNumber(at: number): void {
    const run = this.#run;
    const date = run.dates.get(at);
    if (date !== undefined) this.#word(at, cellAt(run, at, date.end), COSTS.date, { kind: "date", date });
    const number = run.numbers.get(at);
    if (number === undefined) return;
    const end = cellAt(run, at, number.end);
    this.#number(at, end, COSTS.number, { kind: "number", number, unit: null, unitStart: end });
    if (number.share) return;
    let node: typeof unitTrie.root | undefined = unitTrie.root;
    for (let cell = end; cell < run.cells.length && !run.barriers[cell]!; cell += 1) {
      node = node.next.get(run.cells[cell]!);
      if (node === undefined) return;
      if (node.value === null) continue;
      const content: PieceContent = { kind: "number", number, unit: node.value, unitStart: end };
      this.#number(at, cell + 1, COSTS.numberWithUnit, content);
    }
  }

  /** Every name and keyword that begins at a cell and crosses no barrier. */
  stepWords(at: number, lexicon: Lexicon, bracketFollows: boolean): void {
    const { cells, barriers } = this.#run;
    let node: Lexicon["root"] | undefined = lexicon.root;
    for (let end = at + 1; end <= cells.length; end += 1) {
      if (end > at + 1 && barriers[end - 1]!) return;
      node = node.next.get(cells[end - 1]!);
      if (node === undefined) return;
      const entry = node.value;
      if (entry === null) continue;
      if (entry.term && !splitsLatin(this.#run, at, end)) this.#word(at, end, COSTS.term, TERM_CONTENT);
      if (entry.pattern !== null) {
        const read = readPattern(this.#run, entry.pattern, at, end);
        if (read !== null) {
          this.#word(at, read.end, COSTS.keyword, { kind: "pattern", name: entry.pattern, read });
        }
      }
      const { keyword } = entry;
      if (keyword === null || (keyword.beforeBracket && !(end === cells.length && bracketFollows))) continue;
      if (keyword.short) this.#shortKeyword(at, end, keyword);
      else this.#word(at, end, COSTS.keyword, keyword);
    }
  }

  #word(at: number, end: number, cost: number, content: PieceContent): void {
    const target = end * STATES + COMPLETE;
    this.#relax(at * STATES + COMPLETE, target, cost, content);
    this.#relax(at * STATES + UNKNOWN, target, cost, content);
    this.#relax(at * STATES + PENDING, target, cost, content);
  }

  #number(at: number, end: number, cost: number, content: PieceContent & { readonly kind: "number" }): void {
    const { han } = content.number;
    const target = end * STATES + (han ? PENDING : COMPLETE);
    this.#relax(at * STATES + COMPLETE, target, cost, content);
    if (!han) this.#relax(at * STATES + UNKNOWN, target, cost, content);
    this.#relax(at * STATES + PENDING, target, cost, content);
  }

  #shortKeyword(at: number, end: number, content: PieceContent & { readonly kind: "keyword" }): void {
    const { token } = content;
    const target = end * STATES;
    const afterWord = OPEN_BEHIND.has(token) ? COMPLETE : PENDING;
    this.#relax(at * STATES + COMPLETE, target + afterWord, COSTS.keyword, content);
    this.#relax(at * STATES + PENDING, target + PENDING, COSTS.keyword, content);
    const extra = CONNECTIVES.has(token) ? COSTS.connectiveAfterUnknown : COSTS.shortAfterUnknown;
    this.#relax(at * STATES + UNKNOWN, target + PENDING, COSTS.keyword + extra, content);
  }

  #relax(source: number, target: number, cost: number, content: PieceContent): void {
    const { costs, from, contents, ties } = this.places;
    const total = costs[source]! + cost;
    const known = costs[target]!;
    if (total < known) {
      const before = from[target]!;
      if (known - total >= SAME) ties.delete(target);
      else if (before !== source) ties.set(target, { from: before, content: contents[target]! });
      costs[target] = total;
      from[target] = source;
      contents[target] = content;
    } else if (total - known < SAME && from[target] !== source && !ties.has(target)) {
      ties.set(target, { from: source, content });
    }
  }
}

const SHORT = 768;

/** Most runs are short: they share one set of arrays, since no run is cut inside another. */
const shared: Places = {
  costs: new Float64Array(SHORT),
  from: new Int32Array(SHORT),
  contents: Array.from({ length: SHORT }),
  ties: new Map(),
};

const freshPlaces = (size: number): Places => {
  const places: Places =
    size <= SHORT
      ? shared
      : { costs: new Float64Array(size), from: new Int32Array(size), contents: [], ties: new Map() };
  places.costs.fill(Infinity, 0, size);
  places.from.fill(-1, 0, size);
  if (places.ties.size > 0) places.ties.clear();
  return places;
};

/** A name must not end inside a Latin word or number: B of B2. */
const splitsLatin = (run: Run, at: number, end: number): boolean =>
  (at > 0 && isLatinCell(run, at - 1) && isLatinCell(run, at) && !run.barriers[at]!) ||
  (end < run.cells.length && isLatinCell(run, end - 1) && isLatinCell(run, end) && !run.barriers[end]!);

const isLatinCell = (run: Run, cell: number): boolean => {
  const code = run.cells[cell]!;
  return !isHan(code) && code !== 0x25 && code !== 0x2030;
};

/** The cell at a text offset behind `at`; numbers and dates hold no white space except in 2025 年. */
const cellAt = (run: Run, at: number, offset: number): number => {
  let cell = at + 1;
  while (cell < run.cells.length && run.offsets[cell]! < offset) cell += 1;
  return cell;
};
