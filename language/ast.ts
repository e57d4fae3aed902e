import type { Rational } from "./rational.ts";
import type { Span } from "./source.ts";

export type * from "./ast-blocks.ts";

/** Every node has the span of its words in the file. */
export interface Node {
  readonly span: Span;
}

// ───────── names and numbers

/** A declared term, an undeclared run, a quoted 「名称」 or a 《标题》. `text` is without the marks. */
export interface Name extends Node {
  readonly kind: "name";
  readonly text: string;
  readonly form: "term" | "undeclared" | "quoted" | "title";
}

/** The unit word as written after a number (公里, 元, 笔, 日, 年, ％ is folded into the value). */
export interface UnitWord extends Node {
  readonly text: string;
}

export interface Missing extends Node {
  readonly kind: "missing";
}

/** Words of an 依据「…」, marks excluded; compared with all white space removed. */
export interface Quote extends Node {
  readonly text: string;
}

/** `限「等情况」读法二`, or `限「等情况」采读法二` at the end of an item, exception or rule. */
export interface ReadingGuard extends Node {
  readonly reading: Name;
  readonly option: number;
}

// ───────── arithmetic and value phrases (sums)

export type Sum =
  | NumberLiteral
  | DateLiteral
  | Names
  | Arithmetic
  | FunctionCall
  | Growth
  | PerTenThousand
  | MeanLevel
  | Rounded
  | Grouped
  | Missing;

export interface NumberLiteral extends Node {
  readonly kind: "number";
  /** As written, in the written unit: 1.5公里 is 1.5; 80％ and 百分之八十 are 4/5; 3万 is 30000. */
  readonly value: Rational;
  readonly unit: UnitWord | null;
  /** Written as a share (％, 百分之, 千分之, 三成, 三分之二). */
  readonly share: boolean;
  /** Digits after the point as written, for 约等于. */
  readonly digits: number;
}

export interface DateLiteral extends Node {
  readonly kind: "date";
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Juxtaposed names and names joined by 的 inside one value: 医院等级 · 所在县区的基金当期结余 ·
 * 公立定点医疗机构. `joints[i]` says whether 的 stands between names[i] and names[i+1].
 * A value takes every 的+name that follows a name, so 低于业务量极少标准的定点医药机构 ends in one
 * `Names`; whoever needs the head noun peels it from the right edge of the phrase.
 * `lead` is 每个/各/该/本/全市 before the first name.
 */
export interface Names extends Node {
  readonly kind: "names";
  readonly lead: "each" | "this" | "cityWide" | null;
  readonly names: readonly Name[];
  readonly joints: readonly boolean[];
}

export interface Arithmetic extends Node {
  readonly kind: "arithmetic";
  readonly operator: "add" | "subtract" | "multiply" | "divide";
  readonly word: string;
  readonly left: Sum;
  readonly right: Sum;
}

/** 数量（条件的对象） 合计（对象，字段） 平均（…） 最大（…） 最小（…）; the first argument may be a scoped noun phrase. */
export interface FunctionCall extends Node {
  readonly kind: "call";
  readonly function: "count" | "sum" | "mean" | "maximum" | "minimum";
  readonly word: string;
  readonly arguments: readonly Phrase[];
}

/** X较上年增长: (X − 上年X) ÷ 上年X. */
export interface Growth extends Node {
  readonly kind: "growth";
  readonly of: Sum;
}

/** 每万人X: X ÷ 人口 × 10000, where the record has a population field (常住人口). */
export interface PerTenThousand extends Node {
  readonly kind: "perTenThousand";
  readonly of: Sum;
}

/** 全市平均水平 / 平均水平: the mean of the compared field over all records of the object. */
export interface MeanLevel extends Node {
  readonly kind: "meanLevel";
  readonly cityWide: boolean;
}

/** X四舍五入到1位小数, X舍去到个位, X进一到十位: `digits` after the point (negative before it). */
export interface Rounded extends Node {
  readonly kind: "rounded";
  readonly mode: "halfUp" | "down" | "up";
  readonly digits: number;
  readonly of: Sum;
}

/** （…）: a condition or a sum; types decide. */
export interface Grouped extends Node {
  readonly kind: "grouped";
  readonly phrase: Phrase;
}

// ───────── conditions (phrases)

/** Clauses joined by ，且 / ，或者 (looser than inside a clause). */
export interface Phrase extends Node {
  readonly kind: "phrase";
  readonly clauses: readonly Clause[];
  readonly connectives: readonly Joint[];
}

/** Atoms joined flat by 且, 或者, 的; the checker decides what 的 and a missing verb mean. */
export interface Clause extends Node {
  readonly kind: "clause";
  readonly atoms: readonly Atom[];
  readonly joints: readonly Joint[];
}

/** `word` is empty where a noun follows a bound without 的: 二级以上民营定点医疗机构. */
export interface Joint extends Node {
  readonly kind: "and" | "or" | "of";
  readonly word: string;
}

export type Atom =
  | Predication
  | Negated
  | Existence
  | Sameness
  | Membership
  | Elapsed
  | Comparison
  | Equality
  | RankPosition
  | Within
  | Plain
  | Missing;

/** A subject before a predicate that has no place for one: 定点医药机构未提出续签协议申请, 定点申请步行1.5公里内有…. */
export interface Predication extends Node {
  readonly kind: "predication";
  readonly subject: Sum;
  readonly predicate: Atom;
}

/** 未/不/没有/非/无 before a term: 未提出续签协议申请, 不具备药品追溯码. */
export interface Negated extends Node {
  readonly kind: "negated";
  readonly word: string;
  readonly operand: Atom;
}

/**
 * 有…/没有…/至少有N家…/至多有N家…/存在/具备/不具备/配备…: `body` is what follows. It reaches as far
 * right as it can, up to a 且/或者 that another 有 word follows (有A且B的C低于5 is all inside); where the noun
 * phrase really ends (at its last 的+class) is for the checker to say.
 */
export interface Existence extends Node {
  readonly kind: "existence";
  readonly word: string;
  readonly negated: boolean;
  readonly quantity: Bound | null;
  readonly scope: Scope | null;
  readonly body: Clause;
}

/** 所在县区内, 每个县区内, 步行1.5公里内, 直线1.5公里内, 周边步行…内, 全市. */
export interface Scope extends Node {
  readonly kind: "scope";
  readonly form: "place" | "walking" | "straight" | "cityWide";
  /** The place names (所在县区, 每个县区) or the distance; null for cityWide. */
  readonly extent: Sum | null;
}

/** 机构类别相同, 与申请机构类别相同, 同类型. */
export interface Sameness extends Node {
  readonly kind: "sameness";
  readonly what: Sum;
  readonly negated: boolean;
}

/** 属于X / 不属于X; `left` null where the subject is understood. */
export interface Membership extends Node {
  readonly kind: "membership";
  readonly left: Sum | null;
  readonly negated: boolean;
  readonly of: Sum;
}

/** 距上次复核日期已满2年, 自协议签订之日起超过30日: from a date to the 基准日, or to `until`. */
export interface Elapsed extends Node {
  readonly kind: "elapsed";
  readonly from: Sum;
  readonly bound: Bound;
}

/**
 * One or two bounds on a value: 18周岁以上60周岁以下; `left` null where understood. Before a word that
 * stands behind its value the last name is the value: 医院等级二级以上 has left 医院等级 and value 二级.
 */
export interface Comparison extends Node {
  readonly kind: "comparison";
  readonly left: Sum | null;
  readonly bounds: readonly Bound[];
  /** 不为二级以上: not all of the bounds hold. */
  readonly negated?: boolean;
}

export type BoundOperator =
  | "atLeast"
  | "atMost"
  | "lessThan"
  | "greaterThan"
  | "equal"
  | "notEqual"
  | "approximately";

export interface Bound extends Node {
  /** What the word (and an override in brackets) means. */
  readonly operator: BoundOperator;
  /** The words as written: 以上, 不低于, 超过, 已满, 以下（不含本数）. */
  readonly word: string;
  readonly override: boolean | null;
  readonly value: Sum;
}

/** A为x / A不为x / A为x、y之一 / 为x (subject understood); a value may carry a bound: 为二级以上. */
export interface Equality extends Node {
  readonly kind: "equality";
  readonly left: Sum | null;
  readonly negated: boolean;
  readonly values: readonly Sum[];
  /** Written with 之一. */
  readonly oneOf: boolean;
}

/** 排名位于后5％ / 前10名: `amount` is a share, a count or a parameter. `left` is the ranking's name. */
export interface RankPosition extends Node {
  readonly kind: "rankPosition";
  readonly left: Sum | null;
  readonly end: "front" | "back";
  readonly amount: Sum;
}

/** 所在县区内<条件>: a scope before a condition that is no 有; `inner` is null where the condition follows a modal (每个县区内应当至少有1家…) or 的 (步行1.5公里内的定点医药机构). */
export interface Within extends Node {
  readonly kind: "within";
  readonly scope: Scope;
  readonly inner: Atom | null;
}

/** Only a value phrase: a boolean field, a noun, field + own value (培训考核未通过). */
export interface Plain extends Node {
  readonly kind: "plain";
  readonly value: Sum;
}

// ───────── lists

export interface ListHead extends Node {
  readonly kind: "listHead";
  /** 之一 → any; 同时符合下列条件 → all; 中至少2项 → atLeast 2; 中至多N项 is not a list head. */
  readonly mode: "any" | "all" | "atLeast";
  readonly count: number | null;
  readonly words: string;
}

export interface Item extends Node {
  readonly kind: "item";
  /** （一）, 1. or （1）, in full width however it was typed; empty where there is none. */
  readonly marker: string;
  readonly number: number;
  readonly markerSpan: Span;
  /** Null for 其他的 / 其他. */
  readonly phrases: readonly Phrase[];
  readonly otherwise: boolean;
  /** The value after ，为 in 认定 and 指标 items. */
  readonly value: Sum | null;
  readonly head: ListHead | null;
  readonly items: readonly Item[];
  readonly proviso: Phrase | null;
  readonly basis: readonly Quote[];
  readonly guard: ReadingGuard | null;
}

// ───────── rule sentences

/** 情态 as written; the checker derives its force from the table. */
export interface ModalWord extends Node {
  readonly text: string;
}

export interface Action extends Node {
  readonly kind: "action";
  readonly inPrinciple: Span | null;
  readonly modal: ModalWord | null;
  readonly deadline: Deadline | null;
  /** Either a list of requirements follows (应当同时符合下列条件：…) or conditions/measures are named here. */
  readonly head: ListHead | null;
  /** Joined by 、和并: measures (限期整改) or conditions (具有双通道资格). */
  readonly phrases: readonly Phrase[];
}

export interface Deadline extends Node {
  readonly kind: "deadline";
  readonly from: Sum | null;
  readonly amount: Sum;
  readonly word: string; // 内 前 后
}

/** One condition part before the action: `…的，` `…时，` `有下列情形之一的，`. */
export interface ConditionPart extends Node {
  readonly kind: "conditionPart";
  /** Joined by 、 (any of). */
  readonly phrases: readonly Phrase[];
  readonly head: ListHead | null;
  /** Ends with 的, 时 or 的时; absent for a bare noun (主体). */
  readonly closing: string | null;
}

/** 原则上 before the subject; 除…外; 对…; parts; actions; 但…的除外; 依据; items. */
export interface NormSentence extends Node {
  readonly kind: "norm";
  readonly inPrinciple: Span | null;
  /** 除…外，: excludes (还/另/并 adds: `additional` true). */
  readonly excluding: readonly Phrase[];
  readonly additional: boolean;
  readonly toward: boolean;
  readonly parts: readonly ConditionPart[];
  readonly actions: readonly Action[];
  readonly provisos: readonly Phrase[];
  readonly basis: readonly Quote[];
  readonly guard: ReadingGuard | null;
  readonly items: readonly Item[];
}
