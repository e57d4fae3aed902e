import type { IToken, ParserMethod } from "chevrotain";
import type {
  CaseFact,
  CaseSetting,
  Expectation,
  ExpectedModal,
  Name,
  Names,
  Phrase,
  PropertySentence,
  Quote,
} from "../ast.ts";
import * as build from "../build-ast/blocks.ts";
import { nameOf } from "../build-ast/nodes.ts";
import { T } from "../lexer/tokens.ts";
import { appendAll } from "./append.ts";
import { StatementGrammar } from "./statement-grammar.ts";

/** The whole grammar: what stands in the classes below this one, and the sentences of 用例 and 性质. */
export class BlockGrammar extends StatementGrammar {
  constructor(options: { readonly validate: boolean } = { validate: false }) {
    super(options);
    this.performSelfAnalysis();
  }

  /** Takes the tokens of the next unit and forgets everything about the last one. */
  begin(tokens: readonly IToken[]): void {
    this.excluding = false;
    this.failures = 0;
    this.objections.length = 0;
    this.input = [...tokens];
  }

  /** Nothing is made up: a word that is missing is reported, not invented. */
  protected override canTokenTypeBeInsertedInRecovery(): boolean {
    return false;
  }

  // ───────── 用例

  readonly settings: ParserMethod<[], CaseSetting[]> = this.RULE("settings", () => {
    const settings: CaseSetting[] = [];
    settings.push(this.SUBRULE(this.setting));
    this.MANY({
      GATE: () => this.goesOn(),
      DEF: () => {
        this.CONSUME(T.Comma);
        settings.push(this.SUBRULE2(this.setting));
      },
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
          GATE: () =>
            this.next() === T.Quoted && (this.next(2) === T.Adopt || this.next(2) === T.ReadingOption),
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
                      GATE: () => this.next(2) !== T.Let && this.goesOn(),
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
    { recoveryValueFunc: (): CaseFact => this.failed(build.brokenFact(this.here())) },
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
            this.OPTION3(() =>
              this.OR2([{ ALT: () => this.CONSUME(T.Comma) }, { ALT: () => this.CONSUME(T.Dun) }]),
            );
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
    this.MANY({
      GATE: () => this.goesOn(),
      DEF: () => {
        this.CONSUME(T.Comma);
        this.OR([
          { ALT: () => (failure = this.SUBRULE(this.knownFailure)) },
          { ALT: () => expectations.push(this.SUBRULE2(this.expectation)) },
        ]);
      },
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
      let modality: ExpectedModal | null = null;
      this.MANY({
        GATE: () => {
          const next = this.next(2);
          return next === T.Because || next === T.BasisWord || next === T.ByException || next === T.ModalIs;
        },
        DEF: () => {
          this.CONSUME(T.Comma);
          this.OR([
            { ALT: () => appendAll(because, this.SUBRULE(this.because)) },
            { ALT: () => appendAll(basis, this.SUBRULE(this.basis)) },
            {
              ALT: () => {
                this.CONSUME(T.ByException);
                const token = this.CONSUME(T.Quoted);
                this.ACTION(() => basis.push(build.exceptionQuote(token)));
              },
            },
            { ALT: () => (modality = this.SUBRULE(this.expectedModal)) },
          ]);
        },
      });
      return this.ACTION(() => ({
        id,
        about,
        ...result,
        because,
        basis,
        ...(modality === null ? {} : { modality }),
        span: this.from(start),
      }));
    },
    { recoveryValueFunc: (): Expectation => this.failed(build.brokenExpectation(this.here())) },
  );

  /** 情态为原则上应当, 情态为陈述式. */
  private readonly expectedModal: ParserMethod<[], ExpectedModal> = this.RULE(
    "expectedModal",
    () => {
      const start = this.here();
      this.CONSUME(T.ModalIs);
      let [inPrinciple, word] = [false, null as string | null];
      this.OR([
        { ALT: () => this.CONSUME(T.Stated) },
        { ALT: () => (word = this.CONSUME(T.Modal).image) },
        {
          ALT: () => {
            this.CONSUME(T.InPrinciple);
            inPrinciple = true;
            this.OPTION(() => (word = this.CONSUME2(T.Modal).image));
          },
        },
      ]);
      return { inPrinciple, word, span: this.from(start) };
    },
    { resyncEnabled: false },
  );

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
