import type { Level, Span } from "../../language/index.ts";
import type { World } from "./facts.ts";
import type { Citation, Status } from "./outcome.ts";
import type { Day } from "./value.ts";

/**
 * What comparing two official documents finds: their words, their rules, what the rules decide, and whom the
 * change reaches. Left is before, right is after; or one city and another.
 */
export interface Comparison {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  /** Two versions of one document (修改前 / 修改后), or two documents, which are called by their names. */
  readonly relation: "versions" | "documents";
  /** Provisions that carry words, in the order of the right text; deleted ones where they stood. */
  readonly provisions: readonly ProvisionChange[];
  /** Titles of 编、章、节, in the same order. */
  readonly headings: readonly ProvisionChange[];
  /** Title, promulgation lines, signature, date and the like. */
  readonly furniture: readonly FurnitureChange[];
  /** How the right text is made of the left one, character for character. */
  readonly patch: TextPatch;
  readonly rules: readonly RuleChange[];
  readonly behaviour: readonly BehaviourChange[];
  /** Null where no data were given, or a side has no rules. */
  readonly impact: Impact | null;
  /** The rule blocks differ in words, but one side has errors in them and could not be compared. */
  readonly rulesUncompared?: true;
  /** What was not compared and why, one Chinese sentence each. */
  readonly notes: readonly string[];
}

export interface ComparedSide {
  /** Title of the document, or its file where it has none. */
  readonly name: string;
  readonly file: string;
  readonly form: "articles" | "headings" | "plain";
  /** Official text with the blocks taken out; every offset of the text changes is an offset in it. */
  readonly text: string;
  readonly hasRules: boolean;
  /** What holds for every result of this side: 为征求意见稿，尚未施行，结果为试算。 Left out where nothing does. */
  readonly caveat?: string;
}

// ───────── words

/** A provision as both sides can name it. */
export interface Place {
  readonly path: string;
  readonly label: string;
  readonly level: Level;
  readonly title: string | null;
  /** Labels and titles of the 编、章、节 or 一、 it stands under, from outside in: 第三章 定点医疗机构. */
  readonly under: readonly string[];
  /** In the official text of its side. */
  readonly span: Span;
}

export type ProvisionChangeKind =
  | "unchanged"
  | "changed"
  | "added"
  | "deleted"
  /** Same words under another number. */
  | "renumbered"
  /** Under another chapter; its words may have changed as well. */
  | "moved"
  /** One row for each part. */
  | "split"
  /** One row for each source. */
  | "merged";

export interface ProvisionChange {
  readonly kind: ProvisionChangeKind;
  readonly left: Place | null;
  readonly right: Place | null;
  /** 0 to 1, on words without number, width and white space; 1 for the same words. */
  readonly similarity: number;
  /** Also under another number; a changed or moved provision may be that too. */
  readonly renumbered: boolean;
  /** Empty for added and deleted provisions: all of them is new, or gone. */
  readonly edits: readonly TextEdit[];
}

/** What an edit touches; everything but "words" leaves what is said as it was. */
export type EditClass =
  | "words"
  /** The provision's own number; also a line break that makes or takes away a 款 or 项, with nothing but blanks in it. */
  | "numbering"
  /** A citation that follows the number of what it cites. */
  | "reference"
  /** Other punctuation. */
  | "punctuation"
  /** Full or half width of the same character. */
  | "width"
  | "whitespace";

export interface TextEdit {
  readonly class: EditClass;
  /** Replaced characters in the official text of the left side; empty for an insertion. */
  readonly left: Span;
  readonly right: Span;
  readonly before: string;
  readonly after: string;
  /** Innermost 款、项 on each side; null where the edit inserts or deletes one as a whole or stands outside. */
  readonly leftPath: string | null;
  readonly rightPath: string | null;
}

export interface FurnitureChange {
  readonly kind: "changed" | "added" | "deleted";
  readonly role: "title" | "salutation" | "signature" | "date" | "contact" | "copyTo" | "note" | "other";
  readonly before: string;
  readonly after: string;
  readonly left: Span | null;
  readonly right: Span | null;
}

/** Right text = the pieces joined: stretches of the left text, edited, and new text. */
export interface TextPatch {
  readonly pieces: readonly (
    | { readonly kind: "keep"; readonly left: Span }
    | { readonly kind: "new"; readonly text: string }
  )[];
}

// ───────── rules

export type RuleChangeKind =
  | "ruleAdded"
  | "ruleDeleted"
  | "ruleRenamed"
  | "threshold"
  /** 以上 → 超过: the limit itself goes over to the other side. */
  | "boundWord"
  /** Other words with the same meaning: 必须 ↔ 应当, 不低于 ↔ 以上. */
  | "wording"
  | "conditionAdded"
  | "conditionRemoved"
  | "conditionChanged"
  | "itemAdded"
  | "itemRemoved"
  | "exceptionAdded"
  | "exceptionRemoved"
  | "exceptionChanged"
  | "modality"
  | "measure"
  | "subject"
  | "scope"
  | "classValue"
  | "formula"
  | "parameterAdded"
  | "parameterRemoved"
  | "parameterValue"
  | "parameterDate"
  | "parameterOwner"
  | "termRenamed"
  | "reading";

/** substantive: results can change. conditional: only where a parameter, a reading or a fact says so. wording: never. */
export type Severity = "substantive" | "conditional" | "wording";

/** 收紧, 放宽; null where the change has no direction that the documents tell. */
export type Direction = "tightened" | "loosened" | null;

export interface RulePlace {
  /** Decision, exception, parameter, definition or reading by its id or name. */
  readonly name: string;
  /** Block name. */
  readonly rule: string;
  readonly path: string | null;
  readonly label: string | null;
  /** 规则条件（一）, never an 项 of the law; null for the rule as a whole. */
  readonly item: string | null;
  /** The words of the rule, without block keywords. */
  readonly words: string;
  /** In the policy file (with blocks). */
  readonly span: Span;
}

export interface RuleChange {
  readonly kind: RuleChangeKind;
  readonly severity: Severity;
  readonly direction: Direction;
  /** Why it is 收紧 or 放宽, one Chinese sentence; null without a direction. */
  readonly ground: string | null;
  readonly left: RulePlace | null;
  readonly right: RulePlace | null;
  /** What was written and what is: 100笔 → 200笔, 以上 → 超过; null where the places tell all. */
  readonly before: string | null;
  readonly after: string | null;
  /** The change in one plain sentence. */
  readonly message: string;
  /** Decisions (ids) whose results it can change, also through definitions and parameters. */
  readonly reaches: { readonly left: readonly string[]; readonly right: readonly string[] };
}

// ───────── behaviour

export type Verdict = "equivalent" | "stricter" | "looser" | "incomparable" | "undecided";

/**
 * directions: some are treated more strictly, some less. results: nobody is, but results differ. names: results differ
 * in what they are called alone (不适用, 不成立), and nothing comes of either.
 */
export type Contrast = "directions" | "results" | "names";

export interface BehaviourChange {
  /** What is compared, in words: 十五分钟服务圈：新增医保定点. */
  readonly about: string;
  readonly object: string;
  /** The right side in relation to the left one. */
  readonly verdict: Verdict;
  /** Who proved it: the structure is the same, the own procedure, the second solver; null while undecided. */
  readonly proof: "structure" | "own" | "z3" | null;
  /** Of what kind an incomparable difference is; absent for the other verdicts. */
  readonly contrast?: Contrast;
  /** For undecided: the reason in one sentence; else how strictness was told (授益、不利), or null. */
  readonly ground: string | null;
  readonly left: RulePlace | null;
  readonly right: RulePlace | null;
  /** Smallest one; null for equivalent and undecided. */
  readonly witness: Witness | null;
  /** One for each further way in which results differ, and for each rule change that has one. */
  readonly witnesses: readonly Witness[];
}

/** A small register on which both sides give different results; both were run by the interpreter. */
export interface Witness {
  readonly at: Day;
  readonly world: World;
  readonly record: { readonly object: string; readonly id: string };
  /** The facts in words, one line a record. */
  readonly facts: readonly string[];
  readonly left: WitnessResult;
  readonly right: WitnessResult;
  /** Indexes of the rule changes that it shows. */
  readonly changes: readonly number[];
  /** A 【用例】 that passes when it is pasted into the policy of that side; null where the side has no such rule. */
  readonly cases: { readonly left: string | null; readonly right: string | null };
}

export interface WitnessResult {
  /** Null where the side has no such rule. */
  readonly status: Status | null;
  readonly value: string | null;
  readonly modality: string | null;
  readonly measure: string | null;
  /** 为什么: a few plain sentences. */
  readonly summary: readonly string[];
  readonly citations: readonly Citation[];
}

// ───────── impact

export interface Impact {
  readonly at: Day;
  /** Records judged, by object. */
  readonly records: Readonly<Record<string, number>>;
  readonly changes: readonly ImpactChange[];
  /** Pairs of rules whose results change for nobody. */
  readonly unchangedRules: readonly string[];
  /** Indicators and rankings that only one side has: of themselves they change nothing for anybody. */
  readonly uncountedRules?: readonly string[];
}

export interface ImpactChange {
  /** As in the behaviour: what is compared. */
  readonly rule: string;
  readonly object: string;
  readonly left: RulePlace | null;
  readonly right: RulePlace | null;
  /** Status, with the class where there is one: 成立, 已认定：A类, 无此规定. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** 编号, sorted. */
  readonly records: readonly string[];
  /** One of the two results is 未知 or 需裁量. */
  readonly undecided: boolean;
  /** Only what the result is called differs (不适用, 不成立): nothing comes of either. */
  readonly nominal?: boolean;
  /** By the reference to a region (所在县区 …), and by the enumerations of the object; largest first. */
  readonly groups: readonly {
    readonly field: string;
    readonly counts: readonly { readonly value: string; readonly count: number }[];
  }[];
  /** Indexes of the rule changes that explain it. */
  readonly because: readonly number[];
}
