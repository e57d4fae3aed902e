import { EOF, type IRecognitionException, type IToken } from "chevrotain";
import type { Diagnostic, Fix } from "../diagnostic.ts";
import { reportLanguage } from "../diagnostics.ts";
import type { Lexed, LexicalFinding } from "../lexer/index.ts";
import { endOf, T, type Token } from "../lexer/tokens.ts";
import type { Span } from "../source.ts";
import { BlockGrammar } from "./block-grammar.ts";
import type { BlockInput } from "./block-words.ts";
import { dayLimitAt, type DayLimit } from "./day-limit.ts";
import { foundWords } from "./expected.ts";
import type { Objection } from "./limits.ts";
import { nearestTerm } from "./nearest-term.ts";
import { nearOpening } from "./near-opening.ts";
import { splitOff, undeclaredAdvice, undeclaredFixes } from "./undeclared.ts";
import type { Unit } from "./units.ts";

/** Brackets, 不 and 有 may be nested so deep; real sentences need three or four. */
const DEEPEST = 60;

let grammar: BlockGrammar | null = null;

/** The one grammar: built when the first block is read. */
export const theGrammar = (): BlockGrammar => (grammar ??= new BlockGrammar());

/** Reads the sentences of one block and gathers what is to be said about them. */
export class BlockReading {
  readonly diagnostics: Diagnostic[] = [];
  readonly #undeclared = new Set<string>();
  /** Words whose mistake was said before their sentence was read. */
  readonly #explained = new Set<Token>();
  #broken = 0;

  readonly input: BlockInput;

  constructor(input: BlockInput) {
    this.input = input;
  }

  report(...[code, span, values, fixes]: ReportArguments): void {
    const { file, provision } = this.input;
    this.diagnostics.push(
      reportLanguage(code, file, span, values as never, {
        ...(provision === null ? {} : { provision }),
        ...(fixes === undefined ? {} : { fixes }),
      }),
    );
  }

  /** Reports what the lexer found; two readings of a run wait until the sentences are known. */
  check(lexed: Lexed, range: Span): Lexed {
    for (const finding of lexed.findings) this.#reportLexical(finding);
    for (const [index, token] of lexed.tokens.entries()) {
      const limit = dayLimitAt(lexed.tokens, index);
      if (limit !== null) this.#reportDayLimit(limit);
      else if (token.tokenType === T.Undeclared && !this.#reportNearOpening(lexed.tokens, index))
        this.#reportUndeclared(token, splitOff(lexed.tokens, index));
    }
    const depth = deepest(lexed);
    if (depth <= DEEPEST) return lexed;
    this.report("nesting-too-deep", range, { depth, limit: DEEPEST });
    return { ...lexed, tokens: [] };
  }

  /** Parses one unit; the first mistake is reported, the rest of it is read as far as it goes. */
  parse<Value>(rule: (grammar: BlockGrammar) => Value, unit: Unit): Value | undefined {
    if (this.#broken >= MOST_BROKEN) return undefined;
    const parser = theGrammar();
    const { value, errors, objections } = attempt(parser, rule, unit.tokens);
    const [error] = errors;
    if (error === undefined) {
      for (const { span, found, expected } of objections)
        this.report("unexpected-word", span, { found, expected });
      return value;
    }
    // The words behind the day have been reported, and nothing behind them can be read.
    if (!this.isExplained(unit)) this.#reportError(error, unit);
    this.#broken += 1;
    if (this.#broken === MOST_BROKEN) {
      this.report("too-many-errors", this.input.segment.headerSpan, { count: MOST_BROKEN });
    }
    return value;
  }

  /** Whether a sentence that stands alone with other words in it would parse without mistake. */
  parses(rule: (grammar: BlockGrammar) => unknown, tokens: readonly Token[]): boolean {
    const { errors, objections } = attempt(theGrammar(), rule, tokens);
    return errors.length === 0 && objections.length === 0;
  }

  /** Whether a mistake in the words was said, with the sentence that is accepted, before it was read. */
  isExplained({ tokens }: Pick<Unit, "tokens">): boolean {
    return tokens.some((token) => this.#explained.has(token));
  }

  #reportLexical(finding: LexicalFinding): void {
    switch (finding.kind) {
      case "stray":
        this.report("stray-character", finding.span, { text: finding.text }, unitFixes(finding));
        break;
      case "unclosedQuote":
        this.report("unclosed-quote", finding.span, {});
        break;
      case "invalidDate":
        this.report("invalid-date", finding.span, { text: finding.text });
        break;
      case "ambiguous":
        break;
    }
  }

  #reportDayLimit({ words, day, last, earlier, span }: DayLimit): void {
    this.#explained.add(last);
    this.report("unexpected-word", span, {
      found: `“${words}”`,
      expected: earlier
        ? `“${words}”是否包括当日有不同理解。不包括当日的，请写“早于${day}”；包括当日的，请写“不晚于${day}”`
        : `“${words}”是否包括当日有不同理解。不包括当日的，请写“晚于${day}”；包括当日的，请写“不早于${day}”`,
    });
  }

  /** Whether the words were meant as a fixed opening: then no name is missing, and the accepted sentence is told. */
  #reportNearOpening(tokens: readonly Token[], index: number): boolean {
    const near = nearOpening(tokens, index, this.input.segment.keyword);
    if (near === null) return false;
    this.#explained.add(tokens[index]!);
    this.report(
      "unexpected-word",
      near.span,
      { found: `“${near.words}”`, expected: near.expected },
      near.fixes,
    );
    return true;
  }

  #reportUndeclared(token: Token, before: Token | null): void {
    if (this.#undeclared.has(token.image)) return;
    this.#undeclared.add(token.image);
    const { vocabulary, segment } = this.input;
    const nearest = this.#undeclared.size > MOST_SUGGESTIONS ? null : nearestTerm(token.image, vocabulary);
    const span = { start: token.startOffset, end: endOf(token) };
    const advice = undeclaredAdvice(token, nearest, before);
    this.report(
      "undeclared-term",
      span,
      { term: token.image, advice },
      undeclaredFixes(token, nearest, before, segment),
    );
  }

  #reportError(error: IRecognitionException, unit: Unit): void {
    const found: IToken = error.token;
    const previous =
      "previousToken" in error ? (error.previousToken as IToken | undefined) : unit.tokens.at(-1);
    const last = unit.tokens.at(-1);
    const at = last === undefined ? unit.start : endOf(last);
    const span =
      found.tokenType === EOF
        ? { start: last?.startOffset ?? at, end: at }
        : { start: found.startOffset, end: endOf(found) };
    const words = foundWords(found, found.tokenType === EOF ? last : previous);
    this.report("unexpected-word", span, { found: words, expected: error.message });
  }
}

/** 12㎡: the word that the sign stands for. */
const unitFixes = ({ text, span }: { readonly text: string; readonly span: Span }): readonly Fix[] => {
  const word = UNIT_SIGNS[text];
  return word === undefined ? [] : [{ title: `改为“${word}”`, safe: true, edits: [{ span, newText: word }] }];
};

const UNIT_SIGNS: Readonly<Record<string, string>> = {
  "㎡": "平方米",
  "㎢": "平方公里",
  "㎞": "公里",
  "㎝": "厘米",
};

type ReportArguments = {
  [Code in Parameters<typeof reportLanguage>[0]]: [
    code: Code,
    span: Span,
    values: Parameters<typeof reportLanguage<Code>>[3],
    fixes?: readonly Fix[],
  ];
}[Parameters<typeof reportLanguage>[0]];

/** So many sentences that cannot be read are no rule: the rest of the block is left alone. */
const MOST_BROKEN = 100;

/** A file full of unknown words gets suggestions for the first ones only. */
const MOST_SUGGESTIONS = 20;

interface Attempt<Value> {
  readonly value: Value | undefined;
  readonly errors: readonly IRecognitionException[];
  readonly objections: readonly Objection[];
}

const attempt = <Value>(
  parser: BlockGrammar,
  rule: (grammar: BlockGrammar) => Value,
  tokens: readonly Token[],
): Attempt<Value> => {
  parser.begin(tokens);
  const value = rule(parser) as Value | undefined;
  return { value, errors: parser.errors, objections: parser.objections };
};

/**
 * Brackets, and words that take everything behind them, in one stretch without a comma. A sum of many parts
 * is a deep tree too, though an easy one to read.
 */
const deepest = (lexed: Lexed): number => {
  let [chain, terms, most] = [0, 0, lexed.depth];
  for (const { tokenType } of lexed.tokens) {
    switch (tokenType) {
      case T.Negator:
      case T.Have:
      case T.HaveNot:
      case T.HaveCount:
      case T.Metric:
      case T.Inside:
      case T.With:
      case T.LeftParen:
        chain += 1;
        break;
      case T.AddSign:
      case T.MultiplySign:
      case T.Growth:
      case T.Of:
        terms += 1;
        break;
      case T.Comma:
      case T.Semicolon:
      case T.Period:
        [chain, terms] = [0, 0];
        break;
      case T.Dun:
        chain = 0;
        break;
      default:
        break;
    }
    most = Math.max(most, chain, Math.floor(terms / TERMS_PER_LEVEL));
  }
  return most;
};

const TERMS_PER_LEVEL = 8;
