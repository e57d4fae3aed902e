import { EmbeddedActionsParser, EOF, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import type { Bound, Name, Names, NumberLiteral, Phrase, Sum } from "../ast.ts";
import { missingAt, nameOf } from "../build-ast/nodes.ts";
import * as build from "../build-ast/phrases.ts";
import { ALL_TOKENS, endOf, T } from "../lexer/tokens.ts";
import type { Span } from "../source.ts";
import { expectedWords } from "./expected.ts";
import { doubleLimit, type Objection } from "./limits.ts";
import { ATOM_STARTS, FARTHEST_LOOK, NAMES, SUM_OF_PARTS } from "./token-sets.ts";

const MOST_FAILURES = 8;

/** Names, numbers and arithmetic, and the limits that are set on them. Says what words stand where, never what they mean. */
export abstract class ValueGrammar extends EmbeddedActionsParser {
  /** What stands between brackets: a condition or a value. */
  protected abstract readonly phrase: ParserMethod<[], Phrase>;

  constructor(options: { readonly validate: boolean }) {
    super([...ALL_TOKENS], {
      recoveryEnabled: true,
      maxLookahead: 2,
      skipValidations: !options.validate,
      nodeLocationTracking: "none",
      errorMessageProvider: expectedWords,
    });
  }

  /** What the words of the sentence that is being read leave open, though they stand where they may. */
  readonly objections: Objection[] = [];

  protected object(objection: Objection | null): void {
    if (objection !== null) this.objections.push(objection);
  }

  /** How often the sentence that is being read could not be read on. */
  protected failures = 0;

  /** A sentence that breaks again and again is no sentence: one message is enough. */
  protected goesOn(): boolean {
    return this.failures < MOST_FAILURES;
  }

  /** What stands for a part that could not be read. */
  protected failed<Value>(value: Value): Value {
    this.failures += 1;
    return value;
  }

  protected next(distance = 1): TokenType {
    return this.LA(distance).tokenType;
  }

  protected startsAtom(distance: number): boolean {
    return ATOM_STARTS.has(this.next(distance));
  }

  protected isName(distance: number): boolean {
    return NAMES.has(this.next(distance));
  }

  protected here(): number {
    const token = this.LA(1);
    return token.tokenType === EOF || Number.isNaN(token.startOffset) ? this.behind() : token.startOffset;
  }

  protected behind(): number {
    const token = this.LA(0);
    return token === undefined || Number.isNaN(token.startOffset) ? 0 : endOf(token);
  }

  protected from(start: number): Span {
    return { start, end: Math.max(start, this.behind()) };
  }

  /** The words from one token that was read to just before another. */
  protected wordsFrom(first: IToken, behind: IToken): string {
    let words = "";
    for (let back = 0; back > -FARTHEST_LOOK; back -= 1) {
      const token = this.LA(back);
      if (token !== behind) words = token.image + words;
      if (token === first) return words;
    }
    return first.image;
  }

  // ───────── values

  protected readonly names: ParserMethod<[], Names> = this.RULE(
    "names",
    () => {
      const start = this.here();
      let lead: IToken | null = null;
      this.OPTION(() => {
        this.OR([
          { ALT: () => (lead = this.CONSUME(T.Lead)) },
          { ALT: () => (lead = this.CONSUME(T.CityWide)) },
        ]);
      });
      const parts: Name[] = [];
      const joints: boolean[] = [];
      parts.push(this.name());
      this.MANY({
        GATE: () => this.isName(1) || (this.next() === T.Of && this.isName(2)),
        DEF: () => {
          let joined = false;
          this.OPTION2(() => {
            this.CONSUME(T.Of);
            joined = true;
          });
          parts.push(this.name(2));
          joints.push(joined);
        },
      });
      return this.ACTION(() => build.names(lead, parts, joints, this.from(start)));
    },
    { resyncEnabled: false, recoveryValueFunc: () => missingAt(this.here()) as never },
  );

  private name(index: 1 | 2 = 1): Name {
    const token = index === 1 ? this.CONSUME(T.AnyName) : this.CONSUME2(T.AnyName);
    return this.ACTION(() => nameOf(token));
  }

  protected readonly number: ParserMethod<[], NumberLiteral> = this.RULE(
    "number",
    () => {
      const token = this.CONSUME(T.Quantity);
      return this.ACTION(() => build.number(token));
    },
    { resyncEnabled: false },
  );

  protected readonly primary: ParserMethod<[], Sum> = this.RULE(
    "primary",
    (): Sum => {
      const start = this.here();
      return this.OR<Sum>([
        { ALT: () => this.SUBRULE(this.number) },
        {
          ALT: () => {
            const sign = this.CONSUME(T.AddSign);
            const value = this.SUBRULE2(this.number);
            return this.ACTION(() => build.signed(sign, value));
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(T.DateWord);
            return this.ACTION(() => build.date(token));
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.LeftParen);
            const phrase = this.SUBRULE(this.phrase);
            this.CONSUME(T.RightParen);
            return { kind: "grouped", phrase, span: this.from(start) };
          },
        },
        {
          ALT: () => {
            const word = this.CONSUME(T.FunctionWord);
            const arguments_: Phrase[] = [];
            this.CONSUME2(T.LeftParen);
            arguments_.push(this.SUBRULE2(this.phrase));
            this.MANY(() => {
              this.OR2([{ ALT: () => this.CONSUME(T.Comma) }, { ALT: () => this.CONSUME(T.Dun) }]);
              arguments_.push(this.SUBRULE3(this.phrase));
            });
            this.CONSUME2(T.RightParen);
            return this.ACTION(() => build.call(word, arguments_, this.from(start)));
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(T.MeanLevel);
            return { kind: "meanLevel", cityWide: token.image.startsWith("全市"), span: this.from(start) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.PerTenThousand);
            const of = this.SUBRULE(this.names);
            return { kind: "perTenThousand", of, span: this.from(start) };
          },
        },
        { ALT: () => this.SUBRULE2(this.names) },
      ]);
    },
    { resyncEnabled: false },
  );

  protected readonly product: ParserMethod<[], Sum> = this.RULE(
    "product",
    () => {
      const start = this.here();
      let left = this.SUBRULE(this.primary);
      this.MANY({
        GATE: () => this.next() !== T.Of || this.next(2) === T.Quantity,
        DEF: () => {
          this.OR([
            {
              ALT: () => {
                const sign = this.CONSUME(T.MultiplySign);
                const right = this.SUBRULE2(this.primary);
                left = this.ACTION(() => build.arithmetic(sign.image, left, right, this.from(start)));
              },
            },
            {
              // 业务量极少标准的50％: a share of a value.
              ALT: () => {
                const of = this.CONSUME(T.Of);
                const right = this.SUBRULE(this.number);
                left = this.ACTION(() => build.shareOf(of, left, right, this.from(start)));
              },
            },
            {
              ALT: () => {
                this.CONSUME(T.Growth);
                const of = left;
                left = this.ACTION((): Sum => ({ kind: "growth", of, span: this.from(start) }));
              },
            },
          ]);
        },
      });
      return left;
    },
    { resyncEnabled: false },
  );

  protected readonly sum: ParserMethod<[], Sum> = this.RULE(
    "sum",
    () => {
      const start = this.here();
      let left = this.SUBRULE(this.product);
      this.MANY({
        GATE: () => this.next() === T.AddSign,
        DEF: () => {
          const sign = this.CONSUME(T.AddSign);
          const right = this.SUBRULE2(this.product);
          left = this.ACTION(() => build.arithmetic(sign.image, left, right, this.from(start)));
        },
      });
      this.OPTION({
        GATE: () => this.sumOfFollows(),
        DEF: () => {
          const parts: Sum[] = [left];
          this.MANY2(() => {
            this.OR([
              { ALT: () => this.CONSUME(T.Dun) },
              { ALT: () => this.CONSUME(T.With) },
              { ALT: () => this.CONSUME(T.Conjunction) },
            ]);
            parts.push(this.SUBRULE3(this.product));
          });
          const word = this.CONSUME(T.SumOf);
          left = this.ACTION(() => build.sumOf(parts, word.image, this.from(start)));
        },
      });
      this.OPTION2(() => {
        const word = this.CONSUME(T.RoundingWord);
        left = this.ACTION(() => build.rounded(word, left, this.from(start)));
      });
      return left;
    },
    { resyncEnabled: false },
  );

  private sumOfFollows(): boolean {
    if (this.next() === T.SumOf) return true;
    if (this.next() !== T.Dun && this.next() !== T.With && this.next() !== T.Conjunction) return false;
    let distance = 1;
    while (distance < FARTHEST_LOOK && SUM_OF_PARTS.has(this.next(distance))) distance += 1;
    return this.next(distance) === T.SumOf;
  }

  // ───────── limits

  protected suffixFollows(): boolean {
    return (
      this.next() === T.BoundAfter ||
      this.next() === T.BoundEither ||
      (this.next() === T.LeftParen && this.next(2) === T.Inclusion)
    );
  }

  /** 以上（含本数）, （不含本数）以下, 届满. */
  protected readonly suffix: ParserMethod<[], build.Suffix> = this.RULE(
    "suffix",
    () => {
      let inclusion: IToken | null = null;
      let word: IToken | null = null;
      this.OR([
        { ALT: () => (word = this.CONSUME(T.BoundAfter)) },
        { ALT: () => (word = this.CONSUME(T.BoundEither)) },
        {
          ALT: () => {
            this.CONSUME(T.LeftParen);
            inclusion = this.CONSUME(T.Inclusion);
            this.CONSUME(T.RightParen);
            this.OPTION2(() => (word = this.CONSUME2(T.BoundAfter)));
          },
        },
      ]);
      this.OPTION({
        GATE: () => this.next() === T.LeftParen && this.next(2) === T.Inclusion,
        DEF: () => {
          this.CONSUME2(T.LeftParen);
          inclusion = this.CONSUME2(T.Inclusion);
          this.CONSUME2(T.RightParen);
        },
      });
      return { word, inclusion };
    },
    { resyncEnabled: false },
  );

  /** 低于10笔, 已满2年, 2年以上, 超过（不含本数）100笔. */
  protected readonly bound: ParserMethod<[], Bound> = this.RULE(
    "bound",
    () => {
      const start = this.here();
      let before: IToken | null = null;
      let inclusion: IToken | null = null;
      this.OPTION(() => {
        before = this.OR([
          { ALT: () => this.CONSUME(T.BoundBefore) },
          { ALT: () => this.CONSUME(T.BoundEither) },
        ]);
        this.OPTION2({
          GATE: () => this.next() === T.LeftParen && this.next(2) === T.Inclusion,
          DEF: () => {
            this.CONSUME(T.LeftParen);
            inclusion = this.CONSUME(T.Inclusion);
            this.CONSUME(T.RightParen);
          },
        });
      });
      const value = this.SUBRULE(this.sum);
      let after: build.Suffix | null = null;
      this.OPTION3({ GATE: () => this.suffixFollows(), DEF: () => (after = this.SUBRULE(this.suffix)) });
      return this.ACTION(() => {
        this.object(doubleLimit(before, after));
        return build.bound(before, inclusion, value, after, this.from(start));
      });
    },
    { resyncEnabled: false },
  );
}
