import type { IToken, ParserMethod } from "chevrotain";
import type { Bound, CaseFact, CaseSetting, Expectation, Name, Names, Phrase, PropertySentence, Quote, Sum } from "../ast.ts";
import * as build from "../build-ast/blocks.ts";
import { nameOf } from "../build-ast/nodes.ts";
import { T } from "../lexer/tokens.ts";
import { SentenceGrammar } from "./sentence-grammar.ts";

/** Sentences of the other blocks: parameters, definitions, rankings, claims, scenarios and laws. */
export class BlockGrammar extends SentenceGrammar {
  constructor(options: { readonly validate: boolean } = { validate: false }) {
    super(options);
    this.performSelfAnalysis();
  }

  /** Takes the tokens of the next unit and forgets everything about the last one. */
  begin(tokens: readonly IToken[]): void {
    this.excluding = false;
    this.input = [...tokens];
  }

  /** A condition that stands alone. */
  readonly condition: ParserMethod<[], Phrase> = this.RULE("condition", () => this.SUBRULE(this.phrase));

  private word(index: 1 | 2 | 3 = 1): Name {
    const token =
      index === 1 ? this.CONSUME(T.AnyName) : index === 2 ? this.CONSUME2(T.AnyName) : this.CONSUME3(T.AnyName);
    return this.ACTION(() => nameOf(token));
  }

  // ───────── 参数

  readonly parameter: ParserMethod<[], build.ParameterPart[]> = this.RULE("parameter", () => {
    const parts: build.ParameterPart[] = [];
    parts.push(this.SUBRULE(this.parameterPart));
    this.MANY(() => {
      this.CONSUME(T.Comma);
      parts.push(this.SUBRULE2(this.parameterPart));
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
    { recoveryValueFunc: (): build.ParameterPart => ({ kind: "basis", basis: [] }) },
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
  private readonly trailingFailure: ParserMethod<[], build.Failure> = this.RULE(
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

  // ───────── 用例

  readonly settings: ParserMethod<[], CaseSetting[]> = this.RULE("settings", () => {
    const settings: CaseSetting[] = [];
    settings.push(this.SUBRULE(this.setting));
    this.MANY(() => {
      this.CONSUME(T.Comma);
      settings.push(this.SUBRULE2(this.setting));
    });
    return settings;
  });

  private readonly setting: ParserMethod<[], CaseSetting> = this.RULE(
    "setting",
    (): CaseSetting => {
      const start = this.here();
      this.CONSUME(T.Let);
      return this.OR<CaseSetting>([
        {
          ALT: () => {
            this.CONSUME(T.ReferenceDate);
            this.CONSUME(T.Is);
            const date = this.CONSUME(T.DateWord);
            return this.ACTION(() => build.referenceDate(date, this.from(start)));
          },
        },
        {
          GATE: () => this.next() === T.Quoted && this.next(2) === T.To,
          ALT: () => {
            const from = this.CONSUME(T.Quoted);
            this.CONSUME(T.To);
            const to = this.CONSUME2(T.Quoted);
            this.OPTION(() => this.CONSUME(T.Of));
            this.CONSUME(T.WalkingDistance);
            this.CONSUME2(T.Is);
            const value = this.SUBRULE(this.sum);
            return this.ACTION(() => build.distance(from, to, value, this.from(start)));
          },
          IGNORE_AMBIGUITIES: true,
        },
        {
          GATE: () => this.next() === T.Quoted && (this.next(2) === T.Adopt || this.next(2) === T.ReadingOption),
          ALT: () => {
            const reading = this.CONSUME3(T.Quoted);
            this.OPTION2(() => this.CONSUME(T.Adopt));
            const option = this.CONSUME(T.ReadingOption);
            return this.ACTION(() => build.readingSetting(reading, option, this.from(start)));
          },
          IGNORE_AMBIGUITIES: true,
        },
        {
          // 设「甲」十五分钟服务圈的理由为「…」
          GATE: () => this.next() === T.Quoted && this.reasonFollows(),
          ALT: () => {
            const id = this.CONSUME4(T.Quoted);
            this.OPTION3(() => this.CONSUME2(T.Of));
            const rule = this.word();
            this.CONSUME(T.ReasonIs);
            const reason = this.CONSUME5(T.Quoted);
            return this.ACTION(() => build.recordedReason(id, rule, reason, this.from(start)));
          },
          IGNORE_AMBIGUITIES: true,
        },
        {
          // 设「西安区」的业务量极少标准为10笔
          GATE: () => this.next() === T.Quoted,
          ALT: () => {
            const region = this.CONSUME6(T.Quoted);
            this.OPTION4(() => this.CONSUME3(T.Of));
            const name = this.word(2);
            this.CONSUME3(T.Is);
            const value = this.SUBRULE2(this.sum);
            return this.ACTION(() => build.parameterSetting(name, nameOf(region), value, this.from(start)));
          },
          IGNORE_AMBIGUITIES: true,
        },
        {
          ALT: () => {
            const name = this.word(3);
            return this.OR2<CaseSetting>([
              {
                ALT: () => {
                  this.CONSUME4(T.Is);
                  const value = this.SUBRULE3(this.sum);
                  return this.ACTION(() => build.parameterSetting(name, null, value, this.from(start)));
                },
              },
              {
                ALT: () => {
                  const id = this.CONSUME7(T.Quoted);
                  const facts: CaseFact[] = [];
                  this.OPTION5(() => {
                    this.CONSUME(T.Colon);
                    facts.push(this.SUBRULE(this.fact));
                    this.MANY({
                      GATE: () => this.next(2) !== T.Let,
                      DEF: () => {
                        this.CONSUME(T.Comma);
                        facts.push(this.SUBRULE2(this.fact));
                      },
                    });
                  });
                  return this.ACTION(() => build.record(name, id, facts, this.from(start)));
                },
              },
            ]);
          },
          IGNORE_AMBIGUITIES: true,
        },
      ]);
    },
    { resyncEnabled: false },
  );

  private reasonFollows(): boolean {
    const distance = this.next(2) === T.Of ? 3 : 2;
    return this.isName(distance) && this.next(distance + 1) === T.ReasonIs;
  }

  private readonly fact: ParserMethod<[], CaseFact> = this.RULE(
    "fact",
    (): CaseFact => {
      const start = this.here();
      let verb: IToken | null = null;
      this.OPTION(() => {
        verb = this.OR([
          { ALT: () => this.CONSUME(T.Negator) },
          { ALT: () => this.CONSUME(T.Have) },
          { ALT: () => this.CONSUME(T.HaveNot) },
        ]);
      });
      const field = this.word();
      let value: CaseFact["value"] | null = null;
      this.OPTION2(() => {
        value = this.OR2<CaseFact["value"]>([
          {
            ALT: () => {
              const is = this.OR3([{ ALT: () => this.CONSUME(T.Is) }, { ALT: () => this.CONSUME(T.IsNot) }]);
              const read = this.SUBRULE(this.factValue);
              return this.ACTION(() => build.isValue(is, read));
            },
          },
          {
            ALT: () => {
              this.unclear();
              return { kind: "unknown" };
            },
          },
          {
            // 协议签订前培训考核未通过: a field and its own value.
            ALT: () => {
              const sum = this.SUBRULE(this.sum);
              return { kind: "sum", sum };
            },
          },
        ]);
      });
      return this.ACTION(() => build.fact(verb, field, value, this.from(start)));
    },
    { recoveryValueFunc: (): CaseFact => build.brokenFact(this.here()) },
  );

  private unclear(): void {
    this.OR9([{ ALT: () => this.CONSUME9(T.Unclear) }, { ALT: () => this.CONSUME9(T.Result) }]);
  }

  private readonly factValue: ParserMethod<[], CaseFact["value"]> = this.RULE(
    "factValue",
    (): CaseFact["value"] =>
      this.OR<CaseFact["value"]>([
        { ALT: () => (this.CONSUME(T.Yes), { kind: "boolean", value: true }) },
        { ALT: () => (this.CONSUME(T.No), { kind: "boolean", value: false }) },
        { ALT: () => (this.unclear(), { kind: "unknown" }) },
        {
          GATE: () => this.next() === T.Longitude || this.next(2) === T.Longitude,
          ALT: () => {
            let bracket = false;
            this.OPTION(() => {
              this.CONSUME(T.LeftParen);
              bracket = true;
            });
            this.CONSUME(T.Longitude);
            const longitude = this.SUBRULE(this.primary);
            this.OPTION2(() => this.CONSUME(T.Degree));
            this.OPTION3(() => this.OR2([{ ALT: () => this.CONSUME(T.Comma) }, { ALT: () => this.CONSUME(T.Dun) }]));
            this.CONSUME(T.Latitude);
            const latitude = this.SUBRULE2(this.primary);
            this.OPTION4(() => this.CONSUME2(T.Degree));
            this.OPTION5({ GATE: () => bracket, DEF: () => this.CONSUME(T.RightParen) });
            return this.ACTION(() => build.coordinate(longitude, latitude));
          },
          IGNORE_AMBIGUITIES: true,
        },
        {
          ALT: () => {
            const sum = this.SUBRULE(this.sum);
            return { kind: "sum", sum };
          },
          IGNORE_AMBIGUITIES: true,
        },
      ]),
    { resyncEnabled: false },
  );

  readonly expectations: ParserMethod<[], build.CaseResult> = this.RULE("expectations", () => {
    const expectations: Expectation[] = [];
    let failure: build.Failure = null;
    this.OPTION(() => this.CONSUME(T.Then));
    expectations.push(this.SUBRULE(this.expectation));
    this.MANY(() => {
      this.CONSUME(T.Comma);
      this.OR([
        { ALT: () => (failure = this.SUBRULE(this.knownFailure)) },
        { ALT: () => expectations.push(this.SUBRULE2(this.expectation)) },
      ]);
    });
    return { expectations, failure };
  });

  private readonly expectation: ParserMethod<[], Expectation> = this.RULE(
    "expectation",
    (): Expectation => {
      const start = this.here();
      const id = this.word();
      this.OPTION(() => this.CONSUME(T.Of));
      const about = this.word(2);
      let result: build.Result = { status: null, value: null };
      result = this.SUBRULE(this.outcome);
      const because: Name[] = [];
      const basis: Quote[] = [];
      this.MANY({
        GATE: () => {
          const next = this.next(2);
          return next === T.Because || next === T.BasisWord || next === T.ByException;
        },
        DEF: () => {
          this.CONSUME(T.Comma);
          this.OR([
            { ALT: () => because.push(...this.ACTIONED(this.SUBRULE(this.because))) },
            { ALT: () => basis.push(...this.ACTIONED(this.SUBRULE(this.basis))) },
            {
              ALT: () => {
                this.CONSUME(T.ByException);
                const token = this.CONSUME(T.Quoted);
                this.ACTION(() => basis.push(build.exceptionQuote(token)));
              },
            },
          ]);
        },
      });
      return { id, about, ...result, because, basis, span: this.from(start) };
    },
    { recoveryValueFunc: (): Expectation => build.brokenExpectation(this.here()) },
  );

  /** While the grammar records itself a subrule returns no list. */
  private ACTIONED<Value>(list: readonly Value[]): readonly Value[] {
    return Array.isArray(list) ? list : [];
  }

  private readonly because: ParserMethod<[], Name[]> = this.RULE(
    "because",
    () => {
      const names: Name[] = [];
      this.CONSUME(T.Because);
      this.AT_LEAST_ONE({
        GATE: () => names.length === 0 || this.next() !== T.Comma,
        DEF: () => {
          this.OR([
            { ALT: () => names.push(this.word()) },
            {
              ALT: () => {
                const token = this.CONSUME(T.WalkingDistance);
                this.ACTION(() => names.push(nameOf(token)));
              },
            },
            { ALT: () => this.CONSUME(T.Dun) },
            { ALT: () => this.CONSUME(T.Conjunction) },
            { ALT: () => this.CONSUME(T.With) },
            { ALT: () => this.CONSUME(T.Of) },
            { ALT: () => this.CONSUME(T.ReadingOption) },
          ]);
        },
      });
      return names;
    },
    { resyncEnabled: false },
  );

  private readonly outcome: ParserMethod<[], build.Result> = this.RULE(
    "outcome",
    (): build.Result =>
      this.OR<build.Result>([
        {
          ALT: () => {
            const status = this.CONSUME(T.Result);
            return { status: status.image, value: null };
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.Is);
            return this.OR2<build.Result>([
              {
                ALT: () => {
                  const status = this.CONSUME2(T.Result);
                  return { status: status.image, value: null };
                },
              },
              { ALT: () => ({ status: null, value: this.SUBRULE(this.sum) }) },
            ]);
          },
        },
      ]),
    { resyncEnabled: false },
  );

  // ───────── 性质

  readonly property: ParserMethod<[], build.PropertyParts> = this.RULE("property", () => {
    const start = this.here();
    const sentence = this.OR<PropertySentence>([
      { ALT: () => this.SUBRULE(this.forAll) },
      {
        ALT: () => {
          const about = this.SUBRULE(this.names);
          return this.OR2<PropertySentence>([
            {
              ALT: () => {
                const law = this.CONSUME(T.Law);
                return this.ACTION(() => build.law(law, about, this.from(start)));
              },
            },
            {
              ALT: () => {
                this.CONSUME(T.Along);
                const field: Names = this.SUBRULE2(this.names);
                const direction = this.CONSUME(T.Monotone);
                return this.ACTION(() => build.monotone(about, field, direction, this.from(start)));
              },
            },
            {
              ALT: () => {
                this.CONSUME(T.NotWider);
                const than: Names = this.SUBRULE3(this.names);
                return this.ACTION(() => build.notWider(about, than, this.from(start)));
              },
            },
          ]);
        },
      },
    ]);
    const failure = this.SUBRULE(this.trailingFailure);
    return { sentence, failure };
  });

  /** 任一定点零售药店，年度医保业务量为0笔的，则自然退出成立 */
  private readonly forAll: ParserMethod<[], PropertySentence> = this.RULE(
    "forAll",
    (): PropertySentence => {
      const start = this.here();
      const conditions: Phrase[] = [];
      this.CONSUME(T.AnyOne);
      conditions.push(this.SUBRULE(this.phrase));
      this.OPTION(() => this.CONSUME(T.Of));
      this.MANY({
        GATE: () => this.next(2) !== T.Then,
        DEF: () => {
          this.CONSUME(T.Comma);
          conditions.push(this.SUBRULE2(this.phrase));
          this.OPTION2(() => this.CONSUME2(T.Of));
        },
      });
      this.CONSUME2(T.Comma);
      this.CONSUME(T.Then);
      const about = this.SUBRULE(this.names);
      let negated = false;
      const result = this.OR<build.Result>([
        { ALT: () => this.SUBRULE(this.outcome) },
        {
          ALT: () => {
            this.CONSUME(T.IsNot);
            negated = true;
            return this.OR2<build.Result>([
              {
                ALT: () => {
                  const status = this.CONSUME(T.Result);
                  return { status: status.image, value: null };
                },
              },
              { ALT: () => ({ status: null, value: this.SUBRULE(this.sum) }) },
            ]);
          },
        },
      ]);
      return this.ACTION(() => build.forAll(conditions, about, result, negated, this.from(start)));
    },
    { resyncEnabled: false },
  );
}
