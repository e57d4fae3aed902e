import type { IToken, ParserMethod } from "chevrotain";
import type {
  Atom,
  Bound,
  Clause,
  Existence,
  Joint,
  ListHead,
  NumberLiteral,
  Phrase,
  Scope,
  Sum,
} from "../ast.ts";
import { missingAt, spanOf } from "../build-ast/nodes.ts";
import * as build from "../build-ast/phrases.ts";
import { T } from "../lexer/tokens.ts";
import { doubtfulCount, doubleLimit, limitBehindValues, noListCount, noScope, wholeCount } from "./limits.ts";
import { FARTHEST_LOOK, HAVE_WORDS, PREDICATE_STARTS, SUM_STARTS } from "./token-sets.ts";
import { ValueGrammar } from "./value-grammar.ts";

/** Alternatives that begin alike; a gate tells them apart. */
const GATED = { IGNORE_AMBIGUITIES: true } as const;

/** Conditions: atoms joined by 且, 或者 and 的. */
export abstract class PhraseGrammar extends ValueGrammar {
  /** Inside 除…以外 the word 以外 closes the exclusion and bounds nothing. */
  protected excluding = false;

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
          this.next() === T.Comma &&
          (this.next(2) === T.And || this.next(2) === T.Or) &&
          this.next(3) !== T.ListHead,
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
                const scope = this.ACTION((): Scope => ({
                  kind: "scope",
                  form: "place",
                  extent: value,
                  span: this.from(start),
                }));
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
                return this.ACTION(() => build.predication(value, predicate, this.from(start)));
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
      next === T.Inside ||
      next === T.Same ||
      next === T.NotSame ||
      next === T.Member ||
      next === T.NotMember ||
      next === T.LocatedAt ||
      next === T.RankWord ||
      next === T.Is ||
      next === T.IsNot ||
      next === T.At ||
      next === T.BoundBefore ||
      next === T.BoundAfter ||
      next === T.BoundEither ||
      (next === T.Quantity &&
        (this.next(2) === T.BoundAfter || this.next(2) === T.BoundEither || this.next(2) === T.LeftParen)) ||
      this.predicateFollows()
    );
  }

  /** 定点医药机构（…）, 县区数量（…）: but （含本数） belongs to a word like 以上. */
  private predicateFollows(): boolean {
    const [next, second] = [this.next(), this.next(2)];
    if (next === T.CityWide) return HAVE_WORDS.has(second) || second === T.Inside;
    // 定点医药机构3年内有…: a period before its condition.
    if (next === T.Quantity) return second === T.Inside;
    return PREDICATE_STARTS.has(next) && !(next === T.LeftParen && second === T.Inclusion);
  }

  private samenessFollows(): boolean {
    let distance = 2;
    while (this.isName(distance) || this.next(distance) === T.Of || this.next(distance) === T.Lead) {
      if ((distance += 1) > FARTHEST_LOOK) return false;
    }
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
            this.OR2([
              { ALT: () => this.CONSUME2(T.Inside) },
              {
                ALT: () => {
                  const word = this.CONSUME2(T.BoundAfter);
                  this.ACTION(() => this.object(noScope(word, this.wordsFrom(metric, word))));
                },
              },
            ]);
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
        before = this.OR([
          { ALT: () => this.CONSUME(T.BoundBefore) },
          { ALT: () => this.CONSUME(T.BoundEither) },
        ]);
      });
      const value = this.SUBRULE(this.number);
      let after: build.Suffix | null = null;
      this.OPTION2({ GATE: () => this.suffixFollows(), DEF: () => (after = this.SUBRULE(this.suffix)) });
      return this.ACTION(() => {
        this.object(doubleLimit(before, after) ?? doubtfulCount(have, before, value, after));
        return build.countBound(have, before, value, after, this.from(start));
      });
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
          GATE: () =>
            this.next() === T.BoundAfter || (this.next() === T.BoundEither && !SUM_STARTS.has(this.next(2))),
          ALT: () => (ownSuffix = this.SUBRULE(this.suffix)),
          ...GATED,
        },
        { ALT: () => bounds.push(this.SUBRULE2(this.bound)), ...GATED },
      ]);
      this.MANY({
        GATE: () =>
          this.secondBoundFollows() ||
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
      const more: Bound[] = [];
      // 为0元以上10万元以下: a second limit begins with a number.
      this.MANY2({
        GATE: () => after !== null && this.secondBoundFollows(),
        DEF: () => more.push(this.SUBRULE(this.bound)),
      });
      return this.ACTION(() => {
        this.object(limitBehindValues(after, values.length, oneOf));
        return build.equality(is, left, values, oneOf, after, more, this.from(start));
      });
    },
    { resyncEnabled: false },
  );

  private secondBoundFollows(): boolean {
    return this.next() === T.Quantity && (this.next(2) === T.BoundAfter || this.next(2) === T.BoundEither);
  }

  /** Behind 、: another value of the same 为, or the next condition of a list? Its next verb tells. */
  private valueFollows(): boolean {
    let distance = 2;
    if (this.next(distance) === T.Quantity) return true;
    if (!this.isName(distance)) return false;
    while (distance < FARTHEST_LOOK && (this.isName(distance) || this.next(distance) === T.Of)) distance += 1;
    const stop = this.next(distance);
    return !(
      stop === T.Is ||
      stop === T.IsNot ||
      stop === T.BoundBefore ||
      stop === T.Same ||
      stop === T.NotSame ||
      stop === T.Inside ||
      stop === T.Member ||
      stop === T.NotMember ||
      stop === T.Quantity ||
      PREDICATE_STARTS.has(stop)
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
        this.OPTION2(() => {
          const word = this.CONSUME(T.BoundBefore);
          this.ACTION(() => this.object(noListCount(word)));
        });
        const number = this.SUBRULE(this.number);
        count = number;
        this.ACTION(() => this.object(wholeCount(number)));
        this.OPTION3(() => {
          const word = this.CONSUME(T.BoundAfter);
          this.ACTION(() => this.object(noListCount(word)));
        });
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
