import { T, type MarkerStyle, type Token } from "../lexer/tokens.ts";
import { payloadOf } from "../build-ast/nodes.ts";

/**
 * The part of a block between two full stops or semicolons, or up to a list. Each is parsed by
 * itself, so that a mistake in one item leaves the others whole.
 */
export interface Unit {
  readonly marker: Token | null;
  readonly style: MarkerStyle | null;
  readonly tokens: readonly Token[];
  /** ：with items behind it. */
  readonly opensList: boolean;
  /** 。 or ； behind it; null where the author left it out. */
  readonly terminator: Token | null;
  /** Offsets of the whole unit, marker included. */
  readonly start: number;
  readonly end: number;
}

/** Cuts the tokens of a block at 。 ； and item markers, outside brackets. */
export const splitUnits = (tokens: readonly Token[]): Unit[] => {
  const units: Unit[] = [];
  let marker: Token | null = null;
  let begin = 0;
  let depth = 0;
  const close = (until: number, opensList: boolean, terminator: Token | null): void => {
    const inside = tokens.slice(begin, until);
    const first = marker ?? inside[0] ?? terminator;
    if (first !== null && first !== undefined && (marker !== null || inside.length > 0)) {
      units.push({
        marker,
        style: marker === null ? null : (payloadOf(marker, "marker")?.style ?? "han"),
        tokens: inside,
        opensList,
        terminator,
        start: first.startOffset,
        end: (terminator ?? inside.at(-1) ?? first).endOffset + 1,
      });
    }
    marker = null;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    switch (token.tokenType) {
      case T.LeftParen:
        depth += 1;
        break;
      case T.RightParen:
        depth = Math.max(0, depth - 1);
        break;
      case T.Period:
      case T.Semicolon:
        if (token.tokenType === T.Semicolon && depth > 0) break;
        close(at, false, token);
        depth = 0;
        begin = at + 1;
        break;
      case T.ItemMarker: {
        const opens = at > begin && tokens[at - 1]!.tokenType === T.Colon;
        close(opens ? at - 1 : at, opens, null);
        depth = 0;
        marker = token;
        begin = at + 1;
        break;
      }
      default:
        break;
    }
  }
  close(tokens.length, false, null);
  return units;
};

/** A unit with the items that belong to it. */
export interface Branch {
  readonly unit: Unit;
  readonly items: readonly Branch[];
}

/** Nests units by the style of their markers; an unmarked unit begins a new sentence unless `joins` keeps it. */
export const nestUnits = (units: readonly Unit[], joins: (unit: Unit) => boolean = () => false): Branch[] => {
  const roots: Branch[] = [];
  let levels: { readonly style: MarkerStyle; readonly items: Branch[] }[] = [];
  let last: Branch[] | null = null;
  for (const unit of units) {
    const items: Branch[] = [];
    const branch: Branch = { unit, items };
    if (unit.style === null ? levels.length > 0 && joins(unit) : last !== null) {
      const known = unit.style === null ? 0 : levels.findIndex(({ style }) => style === unit.style);
      if (known >= 0) levels = levels.slice(0, known + 1);
      else levels.push({ style: unit.style!, items: last! });
      levels.at(-1)!.items.push(branch);
    } else {
      roots.push(branch);
      levels = [];
    }
    last = items;
  }
  return roots;
};
