import { EmbeddedActionsParser, EOF, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import type {
  Atom,
  Bound,
  Clause,
  Existence,
  Joint,
  ListHead,
  Name,
  Names,
  NumberLiteral,
  Phrase,
  Scope,
  Sum,
} from "../ast.ts";
import * as build from "../build-ast/phrases.ts";
import { missingAt, nameOf, spanOf } from "../build-ast/nodes.ts";
import { ALL_TOKENS, endOf, T } from "../lexer/tokens.ts";
import { expectedWords } from "./expected.ts";
import type { Span } from "../source.ts";

const set = (...types: TokenType[]): ReadonlySet<TokenType> => new Set(types);

const NAMES = set(T.Term, T.Undeclared, T.Quoted, T.Title);
const HAVE_WORDS = set(T.Have, T.HaveNot, T.HaveCount);
const SUM_STARTS = set(
  ...NAMES, T.Quantity, T.DateWord, T.LeftParen, T.FunctionWord, T.MeanLevel, T.PerTenThousand, T.Lead, T.CityWide, T.AddSign,
);
const ATOM_STARTS = set(
  ...SUM_STARTS, ...HAVE_WORDS, T.Negator, T.With, T.Member, T.NotMember, T.Since, T.Is, T.IsNot, T.At, T.Metric, T.Around,
  T.BoundBefore, T.BoundEither, T.RankWord, T.Same, T.NotSame,
);
/** Predicates that follow their subject without a place for it. */
const PREDICATE_STARTS = set(
  T.Negator, ...HAVE_WORDS, T.Metric, T.Around, T.With, T.Since, T.FunctionWord, T.PerTenThousand, T.LeftParen,
);
/** What may stand between two parts of A、B与C之和. */
const SUM_OF_PARTS = set(...NAMES, T.Of, T.Quantity, T.Dun, T.With, T.Conjunction, T.Lead);

const GATED = { IGNORE_AMBIGUITIES: true } as const;

/** Values and conditions: what every sentence consists of. Says what words stand where, never what they mean. */
export abstract class PhraseGrammar extends EmbeddedActionsParser {
  /** Inside 除…以外 the word 以外 closes the exclusion and bounds nothing. */
  protected excluding = false;

  constructor(options: { readonly validate: boolean }) {
    super([...ALL_TOKENS], {
      recoveryEnabled: true,
      maxLookahead: 2,
      skipValidations: !options.validate,
      nodeLocationTracking: "none",
      errorMessageProvider: expectedWords,
    });
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
    while (SUM_OF_PARTS.has(this.next(distance))) distance += 1;
    return this.next(distance) === T.SumOf;
  }

  // ───────── conditions

  protected readonly phrase: ParserMethod<[], Phrase> = this.RULE(
    "phrase",
    (): Phrase => {
      const start = this.here();
      const clauses: Clause[] = [];
      const connectives: Joint[] = [];
      clauses.push(this.SUBRULE(this.clause, { ARGS: [false] }));
      this.MANY({
        GATE: () =>
          this.next() === T.Comma && (this.next(2) === T.And || this.next(2) === T.Or) && this.next(3) !== T.ListHead,
        DEF: () => {
          this.CONSUME(T.Comma);
          const word = this.OR([{ ALT: () => this.CONSUME(T.And) }, { ALT: () => this.CONSUME(T.Or) }]);
          connectives.push(this.ACTION(() => build.joint(word)));
          clauses.push(this.SUBRULE2(this.clause, { ARGS: [false] }));
        },
      });
      return { kind: "phrase", clauses, connectives, span: this.from(start) };
    },
    { resyncEnabled: false },
  );

  /** `behindHave`: a 且 or 或者 before another 有 word belongs to whoever stands outside. */
  protected readonly clause: ParserMethod<[boolean], Clause> = this.RULE(
    "clause",
    (behindHave): Clause => {
      const start = this.here();
      const atoms: Atom[] = [];
      const joints: Joint[] = [];
      atoms.push(this.SUBRULE(this.atom));
      this.MANY({
        GATE: () => this.continues(behindHave, atoms.at(-1)),
        DEF: () => {
          let word: IToken | null = null;
          this.OPTION(() => {
            word = this.OR([
              { ALT: () => this.CONSUME(T.And) },
              { ALT: () => this.CONSUME(T.Or) },
              { ALT: () => this.CONSUME(T.Of) },
            ]);
          });
          const at = this.here();
          joints.push(this.ACTION(() => (word === null ? build.silentJoint(at) : build.joint(word))));
          atoms.push(this.SUBRULE2(this.atom));
        },
      });
      return { kind: "clause", atoms, joints, span: this.from(start) };
    },
    { resyncEnabled: false },
  );

  private continues(behindHave: boolean, previous: Atom | undefined): boolean {
    switch (this.next()) {
      case T.And:
      case T.Or:
        return this.startsAtom(2) && !(behindHave && HAVE_WORDS.has(this.next(2)));
      case T.Of:
        return this.startsAtom(2);
      case T.Term:
      case T.Undeclared:
      case T.Quoted:
      case T.Title:
        return previous !== undefined && build.endsWithBound(previous);
      default:
        return false;
    }
  }

  protected readonly atom: ParserMethod<[], Atom> = this.RULE(
    "atom",
    (): Atom => {
      const start = this.here();
      return this.OR<Atom>([
        {
          ALT: () => {
            const word = this.CONSUME(T.Negator);
            const operand = this.SUBRULE(this.atom);
            return { kind: "negated", word: word.image, operand, span: this.from(start) };
          },
        },
        { ALT: () => this.SUBRULE(this.existence, { ARGS: [null, start] }) },
        {
          ALT: () => {
            this.CONSUME(T.With);
            const what = this.SUBRULE(this.sum);
            const negated = this.sameWord();
            return { kind: "sameness", what, negated, span: this.from(start) };
          },
        },
        {
          ALT: () => {
            const negated = this.memberWord();
            const of = this.SUBRULE2(this.sum);
            return { kind: "membership", left: null, negated, of, span: this.from(start) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.Since);
            const from = this.SUBRULE3(this.sum);
            this.OPTION(() => this.CONSUME(T.SinceEnd));
            const bound = this.SUBRULE(this.bound);
            return { kind: "elapsed", from, bound, span: this.from(start) };
          },
        },
        { ALT: () => this.SUBRULE(this.equality, { ARGS: [null, start] }) },
        {
          GATE: () => this.next() === T.At || this.next() === T.BoundBefore || this.next() === T.BoundEither,
          ALT: () => this.SUBRULE(this.comparison, { ARGS: [null, start] }),
          ...GATED,
        },
        {
          GATE: () => this.next() !== T.CityWide || HAVE_WORDS.has(this.next(2)) || this.next(2) === T.Inside,
          ALT: () => {
            const scope = this.SUBRULE(this.scope);
            return this.SUBRULE(this.scoped, { ARGS: [scope, start] });
          },
          ...GATED,
        },
        { ALT: () => this.SUBRULE(this.rankPosition, { ARGS: [null, start] }) },
        {
          ALT: () => {
            const value = this.SUBRULE4(this.sum);
            return this.SUBRULE(this.tail, { ARGS: [value, start] });
          },
          ...GATED,
        },
      ]);
    },
    { resyncEnabled: false, recoveryValueFunc: () => missingAt(this.here()) },
  );

  /** What follows a value: the value alone is a condition too (a 是否 field, a noun). */
  private readonly tail: ParserMethod<[Sum, number], Atom> = this.RULE(
    "tail",
    (value, start): Atom => {
      let atom: Atom | null = null;
      this.OPTION({
        GATE: () => this.tailFollows(),
        DEF: () => {
          atom = this.OR<Atom>([
            {
              ALT: () => {
                this.CONSUME(T.Inside);
                const scope = this.ACTION((): Scope => ({ kind: "scope", form: "place", extent: value, span: this.from(start) }));
                return this.SUBRULE(this.scoped, { ARGS: [scope, start] });
              },
            },
            {
              ALT: () => {
                const negated = this.sameWord();
                return { kind: "sameness", what: value, negated, span: this.from(start) };
              },
            },
            {
              ALT: () => {
                const negated = this.memberWord();
                const of = this.SUBRULE2(this.sum);
                return { kind: "membership", left: value, negated, of, span: this.from(start) };
              },
            },
            { ALT: () => this.SUBRULE(this.rankPosition, { ARGS: [value, start] }) },
            { ALT: () => this.SUBRULE(this.equality, { ARGS: [value, start] }) },
            {
              GATE: () => !this.predicateFollows(),
              ALT: () => this.SUBRULE(this.comparison, { ARGS: [value, start] }),
              ...GATED,
            },
            {
              ALT: () => {
                const predicate = this.SUBRULE(this.atom);
                return { kind: "predication", subject: value, predicate, span: this.from(start) };
              },
              ...GATED,
            },
          ]);
        },
      });
      return this.ACTION(() => atom ?? build.plain(value));
    },
    { resyncEnabled: false },
  );

  private tailFollows(): boolean {
    const next = this.next();
    if (next === T.BoundAfter && this.excluding && this.LA(1).image === "以外") return false;
    // 与 joins two actions or nouns unless 相同 follows.
    if (next === T.With) return this.samenessFollows();
    return (
      next === T.Inside || next === T.Same || next === T.NotSame || next === T.Member || next === T.NotMember ||
      next === T.LocatedAt || next === T.RankWord || next === T.Is || next === T.IsNot || next === T.At ||
      next === T.BoundBefore || next === T.BoundAfter || next === T.BoundEither ||
      (next === T.Quantity && (this.next(2) === T.BoundAfter || this.next(2) === T.BoundEither || this.next(2) === T.LeftParen)) ||
      this.predicateFollows()
    );
  }

  /** 定点医药机构（…）, 县区数量（…）: but （含本数） belongs to a word like 以上. */
  private predicateFollows(): boolean {
    return PREDICATE_STARTS.has(this.next()) && !(this.next() === T.LeftParen && this.next(2) === T.Inclusion);
  }

  private samenessFollows(): boolean {
    let distance = 2;
    while (this.isName(distance) || this.next(distance) === T.Of || this.next(distance) === T.Lead) distance += 1;
    return this.next(distance) === T.Same || this.next(distance) === T.NotSame;
  }

  private sameWord(): boolean {
    return this.OR9([
      { ALT: () => (this.CONSUME(T.Same), false) },
      { ALT: () => (this.CONSUME(T.NotSame), true) },
    ]);
  }

  private memberWord(): boolean {
    return this.OR8([
      { ALT: () => (this.CONSUME(T.Member), false) },
      { ALT: () => (this.CONSUME(T.NotMember), true) },
    ]);
  }

  /** 步行1.5公里内, 周边步行15分钟范围内, 全市. */
  private readonly scope: ParserMethod<[], Scope> = this.RULE(
    "scope",
    (): Scope => {
      const start = this.here();
      return this.OR<Scope>([
        {
          ALT: () => {
            this.CONSUME(T.CityWide);
            this.OPTION(() => this.CONSUME(T.Inside));
            return { kind: "scope", form: "cityWide", extent: null, span: this.from(start) };
          },
        },
        {
          ALT: () => {
            this.OPTION2(() => this.CONSUME(T.Around));
            const metric = this.CONSUME(T.Metric);
            const extent = this.SUBRULE(this.primary);
            this.OR2([{ ALT: () => this.CONSUME2(T.Inside) }, { ALT: () => this.CONSUME2(T.BoundAfter) }]);
            const form = metric.image === "直线" ? "straight" : "walking";
            return { kind: "scope", form, extent, span: this.from(start) };
          },
        },
      ]);
    },
    { resyncEnabled: false },
  );

  private readonly scoped: ParserMethod<[Scope, number], Atom> = this.RULE(
    "scoped",
    (scope, start): Atom => {
      let atom: Atom | null = null;
      this.OPTION({
        GATE: () => this.startsAtom(1),
        DEF: () => {
          atom = this.OR<Atom>([
            { ALT: () => this.SUBRULE(this.existence, { ARGS: [scope, start] }) },
            {
              ALT: () => {
                const inner = this.SUBRULE(this.atom);
                return { kind: "within", scope, inner, span: this.from(start) };
              },
              ...GATED,
            },
          ]);
        },
      });
      return this.ACTION(() => atom ?? { kind: "within", scope, inner: null, span: scope.span });
    },
    { resyncEnabled: false },
  );

  private readonly existence: ParserMethod<[Scope | null, number], Existence> = this.RULE(
    "existence",
    (scope, start): Existence => {
      const word = this.OR([
        { ALT: () => this.CONSUME(T.Have) },
        { ALT: () => this.CONSUME(T.HaveNot) },
        { ALT: () => this.CONSUME(T.HaveCount) },
      ]);
      let quantity: Bound | null = null;
      this.OPTION({
        GATE: () =>
          this.next() === T.Quantity ||
          ((this.next() === T.BoundBefore || this.next() === T.BoundEither) && this.next(2) === T.Quantity),
        DEF: () => {
          quantity = this.SUBRULE(this.count, { ARGS: [word] });
          this.OPTION2(() => this.CONSUME(T.Of));
        },
      });
      const body = this.SUBRULE(this.clause, { ARGS: [true] });
      return this.ACTION(() => build.existence(word, scope, quantity, body, this.from(start)));
    },
    { resyncEnabled: false },
  );

  /** The number in 至少有1家…, 有2家以上的…, 有不少于3家…. */
  private readonly count: ParserMethod<[IToken], Bound> = this.RULE(
    "count",
    (have) => {
      const start = this.here();
      let before: IToken | null = null;
      this.OPTION(() => {
        before = this.OR([{ ALT: () => this.CONSUME(T.BoundBefore) }, { ALT: () => this.CONSUME(T.BoundEither) }]);
      });
      const value = this.SUBRULE(this.number);
      let after: build.Suffix | null = null;
      this.OPTION2({ GATE: () => this.suffixFollows(), DEF: () => (after = this.SUBRULE(this.suffix)) });
      return this.ACTION(() => build.countBound(have, before, value, after, this.from(start)));
    },
    { resyncEnabled: false },
  );

  private suffixFollows(): boolean {
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
        before = this.OR([{ ALT: () => this.CONSUME(T.BoundBefore) }, { ALT: () => this.CONSUME(T.BoundEither) }]);
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
      return this.ACTION(() => build.bound(before, inclusion, value, after, this.from(start)));
    },
    { resyncEnabled: false },
  );

  private readonly comparison: ParserMethod<[Sum | null, number], Atom> = this.RULE(
    "comparison",
    (left, start): Atom => {
      const bounds: Bound[] = [];
      let ownSuffix: build.Suffix | null = null;
      this.OR([
        {
          // 在10笔以下
          ALT: () => {
            this.CONSUME(T.At);
            bounds.push(this.SUBRULE(this.bound));
          },
        },
        {
          // The word stands behind: the last name or number before it is the value.
          GATE: () => this.next() === T.BoundAfter || (this.next() === T.BoundEither && !SUM_STARTS.has(this.next(2))),
          ALT: () => (ownSuffix = this.SUBRULE(this.suffix)),
          ...GATED,
        },
        { ALT: () => bounds.push(this.SUBRULE2(this.bound)), ...GATED },
      ]);
      this.MANY({
        GATE: () =>
          (this.next() === T.Quantity && (this.next(2) === T.BoundAfter || this.next(2) === T.BoundEither)) ||
          ((this.next() === T.BoundBefore || this.next() === T.BoundEither) && SUM_STARTS.has(this.next(2))),
        DEF: () => bounds.push(this.SUBRULE3(this.bound)),
      });
      return this.ACTION(() => build.comparison(left, ownSuffix, bounds, this.from(start)));
    },
    { resyncEnabled: false },
  );

  private readonly equality: ParserMethod<[Sum | null, number], Atom> = this.RULE(
    "equality",
    (left, start): Atom => {
      const is = this.OR([{ ALT: () => this.CONSUME(T.Is) }, { ALT: () => this.CONSUME(T.IsNot) }]);
      const values: Sum[] = [];
      values.push(this.SUBRULE(this.sum));
      this.MANY({
        GATE: () => this.next() === T.Dun && this.valueFollows(),
        DEF: () => {
          this.CONSUME(T.Dun);
          values.push(this.SUBRULE2(this.sum));
        },
      });
      let oneOf = false;
      this.OPTION(() => {
        this.CONSUME(T.OneOf);
        oneOf = true;
      });
      let after: build.Suffix | null = null;
      this.OPTION2({ GATE: () => this.suffixFollows(), DEF: () => (after = this.SUBRULE(this.suffix)) });
      return this.ACTION(() => build.equality(is, left, values, oneOf, after, this.from(start)));
    },
    { resyncEnabled: false },
  );

  /** Behind 、: another value of the same 为, or the next condition of a list? Its next verb tells. */
  private valueFollows(): boolean {
    let distance = 2;
    if (this.next(distance) === T.Quantity) return true;
    if (!this.isName(distance)) return false;
    while (this.isName(distance) || this.next(distance) === T.Of) distance += 1;
    const stop = this.next(distance);
    return !(
      stop === T.Is || stop === T.IsNot || stop === T.BoundBefore || stop === T.Same || stop === T.NotSame || stop === T.Inside ||
      stop === T.Member || stop === T.NotMember || stop === T.Quantity || PREDICATE_STARTS.has(stop)
    );
  }

  /** 排名位于后5％, 考核排名位于前10名. */
  private readonly rankPosition: ParserMethod<[Sum | null, number], Atom> = this.RULE(
    "rankPosition",
    (left, start): Atom => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(T.RankWord);
            this.OPTION(() => this.CONSUME(T.LocatedAt));
          },
        },
        { ALT: () => this.CONSUME2(T.LocatedAt) },
      ]);
      const end = this.OR2([{ ALT: () => this.CONSUME(T.Front) }, { ALT: () => this.CONSUME(T.Back) }]);
      const amount = this.SUBRULE(this.primary);
      const position = end.tokenType === T.Front ? "front" : "back";
      return { kind: "rankPosition", left, end: position, amount, span: this.from(start) };
    },
    { resyncEnabled: false },
  );

  // ───────── list heads

  /** 有下列情形之一, 同时符合下列条件, 符合下列条件中至少2项. */
  protected readonly listHead: ParserMethod<[], ListHead> = this.RULE(
    "listHead",
    () => {
      const head = this.CONSUME(T.ListHead);
      let count: NumberLiteral | null = null;
      const start = this.ACTION(() => spanOf(head).start);
      this.OPTION(() => {
        this.CONSUME(T.Among);
        this.OPTION2(() => this.CONSUME(T.BoundBefore));
        count = this.SUBRULE(this.number);
        this.OPTION3(() => this.CONSUME(T.BoundAfter));
      });
      return this.ACTION(() => build.listHead(head, count, this.from(start)));
    },
    { resyncEnabled: false },
  );

  protected readonly phraseList: ParserMethod<[], Phrase[]> = this.RULE(
    "phraseList",
    () => {
      const phrases: Phrase[] = [];
      phrases.push(this.SUBRULE(this.phrase));
      this.MANY(() => {
        this.CONSUME(T.Dun);
        phrases.push(this.SUBRULE2(this.phrase));
      });
      return phrases;
    },
    { resyncEnabled: false },
  );
}
