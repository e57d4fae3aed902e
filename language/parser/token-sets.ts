import type { TokenType } from "chevrotain";
import { T } from "../lexer/tokens.ts";

const set = (...types: TokenType[]): ReadonlySet<TokenType> => new Set(types);

export const NAMES = set(T.Term, T.Undeclared, T.Quoted, T.Title);
export const HAVE_WORDS = set(T.Have, T.HaveNot, T.HaveCount);
export const SUM_STARTS = set(
  ...NAMES,
  T.Quantity,
  T.DateWord,
  T.LeftParen,
  T.FunctionWord,
  T.MeanLevel,
  T.PerTenThousand,
  T.Lead,
  T.CityWide,
  T.AddSign,
);
export const ATOM_STARTS = set(
  ...SUM_STARTS,
  ...HAVE_WORDS,
  T.Negator,
  T.With,
  T.Member,
  T.NotMember,
  T.Since,
  T.Is,
  T.IsNot,
  T.At,
  T.Metric,
  T.Around,
  T.BoundBefore,
  T.BoundEither,
  T.RankWord,
  T.Same,
  T.NotSame,
);
/** Predicates that follow their subject without a place for it. */
export const PREDICATE_STARTS = set(
  T.Negator,
  ...HAVE_WORDS,
  T.Metric,
  T.Around,
  T.With,
  T.Since,
  T.FunctionWord,
  T.PerTenThousand,
  T.LeftParen,
);
/** What may stand between two parts of A、B与C之和. */
export const SUM_OF_PARTS = set(...NAMES, T.Of, T.Quantity, T.Dun, T.With, T.Conjunction, T.Lead);

/** No list of names is longer than this before the word that says what it is. */
export const FARTHEST_LOOK = 60;
