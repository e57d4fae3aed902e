import type { IToken, ParserMethod } from "chevrotain";
import type { Bound, Name, Phrase, Quote, Sum } from "../ast.ts";
import * as build from "../build-ast/blocks.ts";
import { nameOf } from "../build-ast/nodes.ts";
import { T } from "../lexer/tokens.ts";
import { SentenceGrammar } from "./sentence-grammar.ts";

/** Sentences of 参数, 定义, 指标, 排名, 断言 and 界限. */
export abstract class StatementGrammar extends SentenceGrammar {
  /** A condition that stands alone. */
  readonly condition: ParserMethod<[], Phrase> = this.RULE("condition", () => this.SUBRULE(this.phrase));

  protected word(index: 1 | 2 | 3 = 1): Name {
    const token =
      index === 1
        ? this.CONSUME(T.AnyName)
        : index === 2
          ? this.CONSUME2(T.AnyName)
          : this.CONSUME3(T.AnyName);
    return this.ACTION(() => nameOf(token));
  }

  // ───────── 参数

  readonly parameter: ParserMethod<[], build.ParameterPart[]> = this.RULE("parameter", () => {
    const parts: build.ParameterPart[] = [];
    parts.push(this.SUBRULE(this.parameterPart));
    this.MANY({
      GATE: () => this.goesOn(),
      DEF: () => {
        this.CONSUME(T.Comma);
        parts.push(this.SUBRULE2(this.parameterPart));
      },
    });
    return parts;
  });

  private readonly parameterPart: ParserMethod<[], build.ParameterPart> = this.RULE(
    "parameterPart",
    (): build.ParameterPart => {
      const start = this.here();
      return this.OR<build.ParameterPart>([
        {
          ALT: () => {
            const token = this.CONSUME(T.UnitDeclaration);
            return this.ACTION(() => build.unitPart(token));
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(T.TypeWord);
            return this.ACTION(() => build.typePart(token));
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.TypeIs);
            const values: Name[] = [];
            values.push(this.word());
            this.MANY(() => {
              this.CONSUME(T.Dun);
              values.push(this.word(2));
            });
            return { kind: "enumeration", values };
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(T.AuthorityWord);
            return this.ACTION(() => build.authorityPart(token));
          },
        },
        {
          ALT: () => {
            const basis = this.SUBRULE(this.basis);
            return { kind: "basis", basis };
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.According);
            const region = this.word(3);
            return { kind: "regional", region };
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.Since);
            const date = this.CONSUME(T.DateWord);
            this.CONSUME(T.SinceEnd);
            let value: build.ParameterPart | null = null;
            this.OPTION({
              GATE: () => this.next() === T.Is || this.isName(1),
              DEF: () => (value = this.SUBRULE(this.parameterValue, { ARGS: [date, start] })),
            });
            return this.ACTION(() => value ?? build.sincePart(date));
          },
        },
        { ALT: () => this.SUBRULE2(this.parameterValue, { ARGS: [null, start] }) },
      ]);
    },
    { recoveryValueFunc: (): build.ParameterPart => this.failed({ kind: "basis", basis: [] }) },
  );

  /** 为3％, 西安区为3％. */
  private readonly parameterValue: ParserMethod<[IToken | null, number], build.ParameterPart> = this.RULE(
    "parameterValue",
    (date, start): build.ParameterPart => {
      let region: Name | null = null;
      this.OPTION(() => (region = this.word()));
      this.CONSUME(T.Is);
      const value = this.SUBRULE(this.sum);
      return this.ACTION(() => build.valuePart(date, region, value, this.from(start)));
    },
    { resyncEnabled: false },
  );

  // ───────── 定义 指标

  readonly definition: ParserMethod<[], build.DefinitionParts> = this.RULE("definition", () => {
    const term = this.word();
    this.OPTION(() => this.CONSUME(T.Comma));
    this.CONSUME(T.Means);
    const phrase = this.SUBRULE(this.phrase);
    const basis = this.SUBRULE(this.trailingBasis);
    return { term, phrase, basis };
  });

  readonly indicator: ParserMethod<[], build.IndicatorParts> = this.RULE("indicator", () => {
    const names = this.SUBRULE(this.names);
    this.OPTION(() => this.CONSUME(T.Comma));
    this.CONSUME(T.Is);
    const value = this.SUBRULE(this.sum);
    const basis = this.SUBRULE(this.trailingBasis);
    return { names, value, basis };
  });

  private readonly trailingBasis: ParserMethod<[], Quote[]> = this.RULE(
    "trailingBasis",
    () => {
      let basis: Quote[] = [];
      this.OPTION({
        GATE: () => this.next(2) === T.BasisWord,
        DEF: () => {
          this.CONSUME(T.Comma);
          basis = this.SUBRULE(this.basis);
        },
      });
      return basis;
    },
    { resyncEnabled: false },
  );

  // ───────── 排名

  readonly ranking: ParserMethod<[], build.RankingParts> = this.RULE("ranking", () => {
    const group: Name[] = [];
    this.OPTION(() => {
      this.CONSUME(T.SameOne);
      this.AT_LEAST_ONE({ GATE: () => this.isName(1), DEF: () => group.push(this.word()) });
      this.OPTION2(() => this.CONSUME(T.Of));
    });
    const members = this.SUBRULE(this.phrase);
    this.OPTION3(() => this.CONSUME(T.Comma));
    const keys: { value: Sum; descending: boolean }[] = [];
    this.CONSUME(T.According);
    keys.push(this.SUBRULE(this.rankingKey));
    this.MANY({
      GATE: () => this.next() === T.Dun || this.next(2) === T.NextKey,
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(T.Dun) }, { ALT: () => this.CONSUME2(T.Comma) }]);
        this.OPTION4(() => this.CONSUME(T.NextKey));
        this.OPTION5(() => this.CONSUME2(T.According));
        keys.push(this.SUBRULE2(this.rankingKey));
      },
    });
    this.OPTION6({ GATE: () => this.next(2) === T.RankWord, DEF: () => this.CONSUME3(T.Comma) });
    this.CONSUME(T.RankWord);
    let rest: build.RankingTail = { tie: null, rounding: null, basis: [] };
    this.OPTION7(() => {
      this.CONSUME4(T.Comma);
      rest = this.SUBRULE(this.rankingTail);
    });
    return { group, members, keys, ...rest };
  });

  private readonly rankingKey: ParserMethod<[], { value: Sum; descending: boolean }> = this.RULE(
    "rankingKey",
    () => {
      const value = this.SUBRULE(this.sum);
      const direction = this.CONSUME(T.Direction);
      return { value, descending: direction.image.endsWith("低") };
    },
    { resyncEnabled: false },
  );

  /** 仍相同的，并列；名次数四舍五入 */
  readonly rankingTail: ParserMethod<[], build.RankingTail> = this.RULE("rankingTail", () => {
    let parts: build.RankingTail = { tie: null, rounding: null, basis: [] };
    const first = this.SUBRULE(this.rankingTailPart);
    parts = this.ACTION(() => ({ ...parts, ...first }));
    this.MANY(() => {
      this.CONSUME(T.Comma);
      const more = this.SUBRULE2(this.rankingTailPart);
      parts = this.ACTION(() => ({ ...parts, ...more }));
    });
    return parts;
  });

  private readonly rankingTailPart: ParserMethod<[], Partial<build.RankingTail>> = this.RULE(
    "rankingTailPart",
    (): Partial<build.RankingTail> =>
      this.OR<Partial<build.RankingTail>>([
        {
          ALT: () => {
            this.CONSUME(T.StillTied);
            this.OPTION(() => this.CONSUME(T.Comma));
            const tie = this.OR2([{ ALT: () => this.CONSUME(T.Tie) }, { ALT: () => this.CONSUME(T.Result) }]);
            return { tie };
          },
        },
        { ALT: () => ({ rounding: this.CONSUME(T.ShareRounding) }) },
        { ALT: () => ({ basis: this.SUBRULE(this.basis) }) },
      ]),
    { resyncEnabled: false },
  );

  // ───────── 断言 界限

  readonly assertion: ParserMethod<[], build.AssertionParts> = this.RULE("assertion", () => {
    const left = this.SUBRULE(this.sum);
    const bound: Bound = this.SUBRULE(this.bound);
    const basis = this.SUBRULE(this.trailingBasis);
    const failure = this.SUBRULE(this.trailingFailure);
    return { left, bound, basis, failure };
  });

  /** ，已知不成立，理由「…」 */
  protected readonly trailingFailure: ParserMethod<[], build.Failure> = this.RULE(
    "trailingFailure",
    () => {
      let failure: build.Failure = null;
      this.OPTION(() => {
        this.CONSUME(T.Comma);
        failure = this.SUBRULE(this.knownFailure);
      });
      return failure;
    },
    { resyncEnabled: false },
  );

  readonly knownFailure: ParserMethod<[], build.Failure> = this.RULE("knownFailure", () => {
    const start = this.here();
    this.CONSUME(T.KnownFailure);
    let reason: IToken | null = null;
    this.OPTION(() => {
      this.CONSUME(T.Comma);
      this.CONSUME(T.ReasonWord);
      this.OPTION2(() => this.OR([{ ALT: () => this.CONSUME(T.Colon) }, { ALT: () => this.CONSUME(T.Is) }]));
      reason = this.CONSUME(T.Quoted);
    });
    return this.ACTION(() => build.failure(reason, this.from(start)));
  });

  readonly boundary: ParserMethod<[], build.BoundaryParts> = this.RULE("boundary", () => {
    const scope = this.CONSUME(T.SelfReference);
    const words: IToken[] = [];
    this.OPTION(() => this.CONSUME(T.Of));
    this.AT_LEAST_ONE_SEP({
      SEP: T.Dun,
      DEF: () =>
        words.push(
          this.OR([
            { ALT: () => this.CONSUME(T.BoundAfter) },
            { ALT: () => this.CONSUME(T.BoundBefore) },
            { ALT: () => this.CONSUME(T.BoundEither) },
          ]),
        ),
    });
    const inclusion = this.CONSUME(T.Inclusion);
    return { scope, words, inclusion };
  });
}
