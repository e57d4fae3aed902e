import type { ParserMethod } from "chevrotain";
import type {
  Action,
  Deadline,
  ExceptionTarget,
  ListHead,
  Phrase,
  Quote,
  ReadingGuard,
  Sum,
} from "../ast.ts";
import * as build from "../build-ast/sentences.ts";
import { nameOf, quoteOf, spanOf } from "../build-ast/nodes.ts";
import { T } from "../lexer/tokens.ts";
import type { Span } from "../source.ts";
import { noDeadline } from "./limits.ts";
import { PhraseGrammar } from "./phrase-grammar.ts";
import { FARTHEST_LOOK } from "./token-sets.ts";

/** Sentences of 规则, 例外, 认定 and their items, one unit at a time. */
export abstract class SentenceGrammar extends PhraseGrammar {
  /** Everything up to the list or the end of a norm: parts between commas. */
  readonly norm: ParserMethod<[], build.Segment[]> = this.RULE("norm", () => {
    const segments: build.Segment[] = [];
    segments.push(this.SUBRULE(this.segment));
    this.MANY({
      GATE: () => this.goesOn(),
      DEF: () => {
        this.CONSUME(T.Comma);
        segments.push(this.SUBRULE2(this.segment));
      },
    });
    this.OPTION(() => this.CONSUME(T.Colon));
    return segments;
  });

  protected readonly segment: ParserMethod<[], build.Segment> = this.RULE(
    "segment",
    (): build.Segment => {
      const start = this.here();
      return this.OR<build.Segment>([
        {
          ALT: () => {
            const basis = this.SUBRULE(this.basis);
            return { kind: "basis", basis, span: this.from(start) };
          },
        },
        {
          ALT: () => {
            const guard = this.SUBRULE(this.guard);
            return { kind: "guard", guard, span: this.from(start) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.But);
            const phrases = this.SUBRULE(this.phraseList);
            this.OPTION(() => this.CONSUME(T.Of));
            this.CONSUME(T.Excluded);
            return { kind: "proviso", phrases, span: this.from(start) };
          },
        },
        {
          ALT: () => {
            const phrases = this.SUBRULE(this.exclusion);
            return { kind: "exclusion", phrases, span: this.from(start) };
          },
        },
        {
          ALT: () => {
            const value = this.SUBRULE(this.result);
            return { kind: "value", value, span: this.from(start) };
          },
        },
        { ALT: () => this.SUBRULE(this.body), IGNORE_AMBIGUITIES: true },
      ]);
    },
    { recoveryValueFunc: (): build.Segment => this.failed({ kind: "broken", span: this.from(this.here()) }) },
  );

  /** 除…外, the phrases between. */
  protected readonly exclusion: ParserMethod<[], Phrase[]> = this.RULE(
    "exclusion",
    () => {
      this.CONSUME(T.Except);
      this.ACTION(() => (this.excluding = true));
      const phrases = this.SUBRULE(this.phraseList);
      this.OPTION(() => this.CONSUME(T.Of));
      this.OR([{ ALT: () => this.CONSUME(T.Outside) }, { ALT: () => this.CONSUME(T.BoundAfter) }]);
      this.ACTION(() => (this.excluding = false));
      return phrases;
    },
    { resyncEnabled: false },
  );

  /** ，为A类 behind an item. */
  private readonly result: ParserMethod<[], Sum> = this.RULE(
    "result",
    () => {
      this.CONSUME(T.Is);
      return this.SUBRULE(this.sum);
    },
    { resyncEnabled: false },
  );

  private readonly body: ParserMethod<[], build.Segment> = this.RULE(
    "body",
    (): build.Segment => {
      const start = this.here();
      const words = build.noWords();
      this.MANY(() => {
        this.OR([
          { ALT: () => (this.CONSUME(T.Toward), (words.toward = true)) },
          { ALT: () => this.CONSUME(T.Whenever) },
          { ALT: () => (this.CONSUME(T.Additional), (words.additional = true)) },
          { ALT: () => (this.CONSUME(T.Conjunction), (words.additional = true)) },
          {
            ALT: () => {
              const token = this.CONSUME(T.InPrinciple);
              this.ACTION(() => (words.inPrinciple = spanOf(token)));
              // 原则上，…: the comma only lends weight.
              this.OPTION({ GATE: () => this.next() === T.Comma, DEF: () => this.CONSUME(T.Comma) });
            },
          },
        ]);
      });
      this.OPTION9({
        GATE: () => this.bareDeadlineFollows(),
        DEF: () => (words.deadline = this.SUBRULE(this.deadline)),
      });
      const phrases: Phrase[] = [];
      this.OPTION2({
        GATE: () => this.startsAtom(1),
        DEF: () => {
          phrases.push(this.SUBRULE(this.phrase));
          this.MANY2(() => {
            this.OR2([
              { ALT: () => this.CONSUME(T.Dun) },
              {
                // 预警整改和淘汰退出 is right for measures only; whoever sorts the parts knows.
                ALT: () => {
                  const word = this.OR3([
                    { ALT: () => this.CONSUME2(T.Conjunction) },
                    { ALT: () => this.CONSUME(T.With) },
                  ]);
                  this.ACTION(() => (words.conjunction ??= word));
                },
              },
            ]);
            phrases.push(this.SUBRULE2(this.phrase));
          });
        },
      });
      let head: ListHead | null = null;
      this.OPTION3({
        GATE: () =>
          this.next() === T.ListHead ||
          (this.next(2) === T.ListHead && this.next() === T.And) ||
          // X，应同时符合下列条件: there the list belongs to the modal.
          (this.next(3) === T.ListHead && this.next() === T.Comma && this.next(2) === T.And),
        DEF: () => {
          this.OPTION4(() => this.CONSUME2(T.Comma));
          this.OPTION5(() => this.CONSUME(T.And));
          head = this.SUBRULE(this.listHead);
        },
      });
      let closing: string | null = null;
      this.OPTION6(() => (closing = this.SUBRULE(this.closing)));
      let noun: Phrase | null = null;
      // 有下列情形之一的定点医药机构: the noun stands behind its list.
      this.option(10, {
        GATE: () => head !== null && closing === "的" && this.isName(1),
        DEF: () => (noun = this.SUBRULE3(this.phrase)),
      });
      let excluded = false;
      this.OPTION7(() => {
        this.CONSUME(T.Excluded);
        excluded = true;
      });
      // 还应当 behind the subject, as in 除…外，X还应当….
      this.MANY3(() => (this.CONSUME2(T.Additional), (words.additional = true)));
      let action: Action | null = null;
      this.OPTION8({
        GATE: () => this.next() === T.Modal || this.next() === T.InPrinciple,
        DEF: () => (action = this.SUBRULE(this.action)),
      });
      return this.ACTION(() =>
        build.body({ words, phrases, head, closing, noun, excluded, action, span: this.from(start) }),
      );
    },
    { resyncEnabled: false },
  );

  /** 的, 时, 的时, 时的: what closes a condition. */
  private readonly closing: ParserMethod<[], string> = this.RULE(
    "closing",
    () => {
      let words = "";
      this.AT_LEAST_ONE(() => {
        const token = this.OR([{ ALT: () => this.CONSUME(T.Of) }, { ALT: () => this.CONSUME(T.When) }]);
        words += token.image;
      });
      return words;
    },
    { resyncEnabled: false },
  );

  /** 原则上应当在30日内限期整改, 应当同时符合下列条件. */
  protected readonly action: ParserMethod<[], Action> = this.RULE(
    "action",
    () => {
      const start = this.here();
      let inPrinciple: Span | null = null;
      this.OPTION2(() => {
        const token = this.CONSUME(T.InPrinciple);
        this.ACTION(() => (inPrinciple = spanOf(token)));
      });
      const modal = this.CONSUME(T.Modal);
      let deadline: Deadline | null = null;
      this.OPTION({
        GATE: () => this.deadlineFollows(),
        DEF: () => (deadline = this.SUBRULE(this.deadline)),
      });
      let head: ListHead | null = null;
      const phrases: Phrase[] = [];
      this.OR2([
        { ALT: () => (head = this.SUBRULE(this.listHead)) },
        {
          ALT: () => {
            phrases.push(this.SUBRULE(this.phrase));
            this.MANY2(() => {
              this.OR3([
                { ALT: () => this.CONSUME(T.Dun) },
                { ALT: () => this.CONSUME(T.Conjunction) },
                { ALT: () => this.CONSUME(T.With) },
              ]);
              phrases.push(this.SUBRULE2(this.phrase));
            });
          },
          IGNORE_AMBIGUITIES: true,
        },
      ]);
      return this.ACTION(() => build.action(inPrinciple, modal, deadline, head, phrases, this.from(start)));
    },
    { resyncEnabled: false },
  );

  /** 30日内限期整改, 自收到之日起30日内限期整改: a time with a name behind it, no condition. */
  private bareDeadlineFollows(): boolean {
    let distance = 1;
    if (this.next() === T.At) distance += 1;
    if (this.next(distance) === T.Since) {
      while (this.next(distance) === T.Since || this.isName(distance) || this.next(distance) === T.Of) {
        if ((distance += 1) > FARTHEST_LOOK) return false;
      }
      if (this.next(distance) !== T.SinceEnd) return false;
      distance += 1;
    }
    if (this.next(distance) !== T.Quantity || !this.endsDeadline(distance + 1)) return false;
    return this.isName(distance + 2) || this.next(distance + 2) === T.Modal;
  }

  private deadlineFollows(): boolean {
    if (this.next() === T.At) return this.next(2) === T.Quantity || this.next(2) === T.Since;
    if (this.next() === T.Since) return true;
    return this.next() === T.Quantity && this.endsDeadline(2);
  }

  private endsDeadline(distance: number): boolean {
    const next = this.next(distance);
    return (
      next === T.Inside ||
      next === T.Front ||
      next === T.Back ||
      (next === T.BoundAfter && this.LA(distance).image === "以内")
    );
  }

  /** 在30日内, 自收到通知之日起30日内. */
  private readonly deadline: ParserMethod<[], Deadline> = this.RULE(
    "deadline",
    (): Deadline => {
      const start = this.here();
      this.OPTION(() => this.CONSUME(T.At));
      let from: Sum | null = null;
      this.OPTION2(() => {
        this.CONSUME(T.Since);
        from = this.SUBRULE(this.sum);
        this.OPTION3(() => this.CONSUME(T.SinceEnd));
      });
      const amount = this.SUBRULE(this.number);
      const word = this.OR([
        { ALT: () => this.CONSUME(T.Inside) },
        { ALT: () => this.CONSUME(T.Front) },
        { ALT: () => this.CONSUME(T.Back) },
        { ALT: () => this.CONSUME(T.BoundAfter) },
      ]);
      this.ACTION(() => this.object(noDeadline(word)));
      return { kind: "deadline", from, amount, word: word.image, span: this.from(start) };
    },
    { resyncEnabled: false },
  );

  /** 依据「…」、「…」. */
  protected readonly basis: ParserMethod<[], Quote[]> = this.RULE(
    "basis",
    () => {
      const quotes: Quote[] = [];
      this.CONSUME(T.BasisWord);
      const first = this.CONSUME(T.Quoted);
      this.ACTION(() => quotes.push(quoteOf(first)));
      this.MANY({
        GATE: () => this.next(2) === T.Quoted,
        DEF: () => {
          this.OR([
            { ALT: () => this.CONSUME(T.Dun) },
            { ALT: () => this.CONSUME(T.Conjunction) },
            { ALT: () => this.CONSUME(T.With) },
          ]);
          const more = this.CONSUME2(T.Quoted);
          this.ACTION(() => quotes.push(quoteOf(more)));
        },
      });
      return quotes;
    },
    { resyncEnabled: false },
  );

  /** 限「等情况」读法二. */
  protected readonly guard: ParserMethod<[], ReadingGuard> = this.RULE(
    "guard",
    () => {
      const start = this.here();
      this.CONSUME(T.GuardWord);
      const reading = this.CONSUME(T.Quoted);
      this.OPTION(() => this.CONSUME(T.Adopt));
      const option = this.CONSUME(T.ReadingOption);
      return this.ACTION(() => build.guard(reading, option, this.from(start)));
    },
    { resyncEnabled: false },
  );

  /** One item without its marker and without the items under it. */
  readonly item: ParserMethod<[], build.Segment[]> = this.RULE("item", () => {
    const segments: build.Segment[] = [];
    this.OR([
      {
        ALT: () => {
          const start = this.here();
          this.CONSUME(T.Otherwise);
          segments.push({ kind: "otherwise", span: this.from(start) });
        },
      },
      { ALT: () => segments.push(this.SUBRULE(this.segment)), IGNORE_AMBIGUITIES: true },
    ]);
    this.MANY({
      GATE: () => this.goesOn(),
      DEF: () => {
        this.CONSUME(T.Comma);
        segments.push(this.SUBRULE2(this.segment));
      },
    });
    this.OPTION(() => this.CONSUME(T.Colon));
    return segments;
  });

  /** <条件>的，不受…限制 */
  readonly exception: ParserMethod<[], build.ExceptionParts> = this.RULE("exception", () => {
    const segments: build.Segment[] = [];
    const targets: ExceptionTarget[] = [];
    this.OPTION(() => {
      segments.push(this.SUBRULE(this.segment));
      this.MANY({
        GATE: () => this.next(2) !== T.NotBound && this.goesOn(),
        DEF: () => {
          this.CONSUME(T.Comma);
          segments.push(this.SUBRULE2(this.segment));
        },
      });
      this.OPTION2(() => this.CONSUME2(T.Comma));
    });
    this.CONSUME(T.NotBound);
    targets.push(this.SUBRULE(this.target));
    this.MANY2(() => {
      this.OR([
        { ALT: () => this.CONSUME(T.Dun) },
        { ALT: () => this.CONSUME(T.Conjunction) },
        { ALT: () => this.CONSUME(T.With) },
      ]);
      targets.push(this.SUBRULE2(this.target));
    });
    this.OPTION3(() => this.CONSUME(T.Of));
    this.CONSUME(T.Limit);
    this.MANY3({
      GATE: () => this.goesOn(),
      DEF: () => {
        this.CONSUME3(T.Comma);
        segments.push(this.SUBRULE3(this.segment));
      },
    });
    this.OPTION4(() => this.CONSUME(T.Colon));
    return { segments, targets };
  });

  private readonly target: ParserMethod<[], ExceptionTarget> = this.RULE(
    "target",
    (): ExceptionTarget =>
      this.OR<ExceptionTarget>([
        {
          ALT: () => {
            const token = this.CONSUME(T.AnyName);
            return this.ACTION((): ExceptionTarget => ({ kind: "rule", name: nameOf(token) }));
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(T.Citation);
            return this.ACTION((): ExceptionTarget => ({
              kind: "provision",
              citation: token.image,
              span: spanOf(token),
            }));
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(T.SelfReference);
            return this.ACTION((): ExceptionTarget => ({
              kind: "document",
              words: token.image,
              span: spanOf(token),
            }));
          },
        },
      ]),
    { resyncEnabled: false },
  );

  /** 定点医药机构的管理类别，按照下列规定认定 */
  readonly classification: ParserMethod<[], build.ClassificationParts> = this.RULE("classification", () => {
    const names = this.SUBRULE(this.names);
    this.OPTION(() => this.CONSUME(T.Comma));
    this.CONSUME(T.ClassifyHead);
    let basis: Quote[] = [];
    this.OPTION2(() => {
      this.CONSUME2(T.Comma);
      basis = this.SUBRULE(this.basis);
    });
    this.OPTION3(() => this.CONSUME(T.Colon));
    return { names, basis };
  });
}
