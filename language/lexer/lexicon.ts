import { KEYWORDS, type KeywordToken, type LexicalContext } from "../keywords.ts";
import { UNITS, type UnitText } from "../units.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { Trie } from "./trie.ts";

/** Beginnings of words that carry a number or a free part; the lexer reads on from there. */
export const PATTERNS = {
  读法: "readingOption",
  四舍五入到: "rounding",
  舍去到: "rounding",
  进一到: "rounding",
  单位为: "unitDeclaration",
  类型为: "typeDeclaration",
  由: "authority",
} as const satisfies Record<string, string>;

export type PatternName = (typeof PATTERNS)[keyof typeof PATTERNS];

/** What may be at the end of one path through the trie. */
export interface Entry {
  readonly term: boolean;
  readonly keyword: {
    readonly kind: "keyword";
    readonly token: KeywordToken;
    /** One character: it counts only next to complete words. */
    readonly short: boolean;
    readonly beforeBracket: boolean;
  } | null;
  readonly pattern: PatternName | null;
}

/** Names and keywords of one context in one trie. */
export type Lexicon = Trie<Entry>;

const EMPTY: Entry = { term: false, keyword: null, pattern: null };

/** Patterns that only one context has. */
const PATTERN_CONTEXTS: Partial<Record<PatternName, LexicalContext>> = {
  unitDeclaration: "parameter",
  typeDeclaration: "parameter",
  authority: "parameter",
};

const keywordEntries = (context: LexicalContext): ReadonlyMap<string, Entry> => {
  const entries = new Map<string, Entry>();
  for (const [word, row] of Object.entries(KEYWORDS)) {
    if (row.only !== undefined && !row.only.includes(context)) continue;
    entries.set(word, {
      ...EMPTY,
      keyword: {
        kind: "keyword",
        token: row.token,
        short: word.length === 1,
        beforeBracket: row.beforeBracket ?? false,
      },
    });
  }
  for (const [word, pattern] of Object.entries(PATTERNS)) {
    if ((PATTERN_CONTEXTS[pattern] ?? context) !== context) continue;
    entries.set(word, { ...(entries.get(word) ?? EMPTY), pattern });
  }
  return entries;
};

const keywordsByContext = new Map<LexicalContext, ReadonlyMap<string, Entry>>();

const keywordsOf = (context: LexicalContext): ReadonlyMap<string, Entry> => {
  let entries = keywordsByContext.get(context);
  if (entries === undefined) {
    entries = keywordEntries(context);
    keywordsByContext.set(context, entries);
  }
  return entries;
};

/** Rules and exceptions are named only where something is said about them. */
const NAMES_RULES: Readonly<Record<LexicalContext, boolean>> = {
  rule: false,
  parameter: false,
  ranking: false,
  case: true,
  property: true,
};

const buildLexicon = (vocabulary: Vocabulary, context: LexicalContext, withRules: boolean): Lexicon => {
  const lexicon: Lexicon = new Trie<Entry>();
  const keywords = keywordsOf(context);
  for (const [word, entry] of keywords) lexicon.add(word, entry);
  for (const { text, role } of vocabulary.declarations) {
    if (!withRules && (role === "rule" || role === "exception")) continue;
    lexicon.add(text, { ...(keywords.get(text) ?? EMPTY), term: true });
  }
  return lexicon;
};

const lexicons = new Map<string, Lexicon>();

/** Enough for the contexts of two vocabularies; the oldest goes first. */
const MOST_LEXICONS = 12;

/** The words that runs of one context are cut with. The same vocabulary gives the same lexicon. */
export const lexiconFor = (
  vocabulary: Vocabulary,
  context: LexicalContext,
  namesRules: boolean = NAMES_RULES[context],
): Lexicon => {
  const key = `${context} ${namesRules ? vocabulary.fullVersion : vocabulary.version} ${namesRules}`;
  let lexicon = lexicons.get(key);
  if (lexicon === undefined) {
    lexicon = buildLexicon(vocabulary, context, namesRules);
    if (lexicons.size >= MOST_LEXICONS) lexicons.delete(lexicons.keys().next().value!);
    lexicons.set(key, lexicon);
  }
  return lexicon;
};

/** Names that one block introduces for itself. */
export const localLexicon = (names: readonly string[]): Lexicon => {
  const lexicon: Lexicon = new Trie<Entry>();
  for (const name of names) lexicon.add(name, { ...EMPTY, term: true });
  return lexicon;
};

/** Unit words in one trie; they count only right behind a number. */
export const unitTrie: Trie<UnitText> = (() => {
  const trie = new Trie<UnitText>();
  for (const word of Object.keys(UNITS) as UnitText[]) trie.add(word, word);
  return trie;
})();
