import type { Span } from "../source.ts";
import { normativeClauses } from "./clauses.ts";
import type { NormativeClause, OfficialDocument, Provision } from "./model.ts";
import { isLowest, locateQuote } from "./provision-text.ts";

/** What a provision can be declared to be, by a 【说明】. */
export const DECLARED_STATUSES = ["宣示", "程序", "需裁量", "引用", "未转译"] as const;

export type DeclaredStatus = (typeof DECLARED_STATUSES)[number];
export type ProvisionStatus = "已编码" | DeclaredStatus | "未处理";

/** What one block says it covers. */
export interface Covering {
  /** Path of the provision that the block belongs to. */
  readonly path: string;
  /** The words of its 依据; `null` where it has none. */
  readonly quotes: readonly string[] | null;
  readonly status: Exclude<ProvisionStatus, "未处理">;
}

export interface TextCoverage {
  /** Lowest provisions: 款, 项, 目, leads; no titles, signatures or contacts. */
  readonly provisions: number;
  readonly coded: number;
  readonly declared: number;
  readonly untreated: number;
  readonly list: readonly { readonly path: string; readonly status: ProvisionStatus }[];
  readonly clauses: { readonly normative: number; readonly covered: number };
  readonly uncoveredClauses: readonly NormativeClause[];
  /** Coverings whose provision or words are not in the text. */
  readonly unmatched: readonly { readonly covering: Covering; readonly quote: string | null }[];
}

/** The provisions that must have a state of their own, in reading order. */
export const lowestProvisions = (document: OfficialDocument): Provision[] =>
  document.provisions.filter(isLowest);

/**
 * Joins the text with what blocks say about it. Words in 依据 cover the clauses that they touch. Without
 * 依据 a declared status covers its whole provision, a rule only a provision with a single clause.
 */
export const coverText = (document: OfficialDocument, coverings: readonly Covering[]): TextCoverage => {
  const lowest = lowestProvisions(document);
  const clauses = normativeClauses(document);
  const state = new CoverageState(document, lowest, clauses);
  for (const covering of coverings) state.add(covering);
  return state.result();
};

class CoverageState {
  readonly #document: OfficialDocument;
  readonly #lowest: readonly Provision[];
  readonly #clauses: readonly NormativeClause[];
  readonly #statuses = new Map<Provision, ProvisionStatus>();
  readonly #covered = new Set<NormativeClause>();
  readonly #unmatched: { covering: Covering; quote: string | null }[] = [];

  constructor(document: OfficialDocument, lowest: readonly Provision[], clauses: readonly NormativeClause[]) {
    this.#document = document;
    this.#lowest = lowest;
    this.#clauses = clauses;
  }

  add(covering: Covering): void {
    const provision = this.#document.byPath.get(covering.path);
    if (provision === undefined) {
      this.#unmatched.push({ covering, quote: null });
    } else if (covering.quotes === null) {
      this.#addWhole(covering, provision);
    } else {
      for (const quote of covering.quotes) this.#addQuote(covering, provision, quote);
    }
  }

  result(): TextCoverage {
    const list = this.#lowest.map((provision) => ({
      path: provision.path,
      status: this.#statuses.get(provision) ?? ("未处理" as const),
    }));
    const count = (wanted: (status: ProvisionStatus) => boolean): number =>
      list.filter(({ status }) => wanted(status)).length;
    return {
      provisions: list.length,
      coded: count((status) => status === "已编码"),
      declared: count((status) => status !== "已编码" && status !== "未处理"),
      untreated: count((status) => status === "未处理"),
      list,
      clauses: { normative: this.#clauses.length, covered: this.#covered.size },
      uncoveredClauses: this.#clauses.filter((clause) => !this.#covered.has(clause)),
      unmatched: this.#unmatched,
    };
  }

  #addWhole(covering: Covering, provision: Provision): void {
    this.#mark(provision.span, covering.status, provision);
    const within = between(this.#clauses, provision.span, (clause) => clause.span);
    if (covering.status === "已编码" && within.length !== 1) return;
    for (const clause of within) this.#covered.add(clause);
  }

  #addQuote(covering: Covering, provision: Provision, quote: string): void {
    const places = locateQuote(this.#document, provision, quote);
    if (places === null) {
      this.#unmatched.push({ covering, quote });
      return;
    }
    for (const place of places) {
      this.#mark(place, covering.status, provision);
      for (const clause of between(this.#clauses, place, ({ span }) => span)) this.#covered.add(clause);
    }
  }

  #mark(place: Span, status: Covering["status"], owner: Provision): void {
    const touched = between(this.#lowest, place, ownSpan);
    for (const provision of touched.length > 0 ? touched : [owner]) {
      const known = this.#statuses.get(provision);
      if (known === undefined || PRIORITY.indexOf(status) < PRIORITY.indexOf(known)) {
        this.#statuses.set(provision, status);
      }
    }
  }
}

/** What is left to do shows first, then that something runs. */
const PRIORITY: readonly ProvisionStatus[] = ["未转译", "已编码", "需裁量", "引用", "程序", "宣示", "未处理"];

/** From the first of its own words to the last, the levels below it left out. */
const ownSpan = (provision: Provision): Span => ({
  start: provision.pieces[0]?.start ?? provision.span.start,
  end: Math.min(
    provision.children[0]?.span.start ?? Infinity,
    provision.pieces.at(-1)?.end ?? provision.span.end,
  ),
});

/** Those that overlap `place`; the rows stand in reading order and do not overlap each other. */
const between = <Row>(rows: readonly Row[], place: Span, spanOf: (row: Row) => Span): readonly Row[] => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanOf(rows[middle]!).end <= place.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < rows.length && spanOf(rows[end]!).start < place.end) end += 1;
  return rows.slice(low, end);
};
