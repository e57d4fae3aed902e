import type { BoundOperator, Span } from "../../language/index.ts";
import type { Authority, EnumerationType, ObjectType, Type } from "./type.ts";
import type { PolicyInfo } from "./policy.ts";
import type { Day, Value } from "./value.ts";

/**
 * What the interpreter and every target run. All names are resolved, all sugar is gone, numbers are in
 * base units. Every clause carries the words it came from, because every result must cite them.
 */
export interface Program {
  readonly policy: PolicyInfo;
  readonly objects: ReadonlyMap<string, ObjectType>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly measures: readonly string[];
  /** In dependency order: a decision only uses decisions before it. */
  readonly decisions: readonly Decision[];
  readonly exceptions: ReadonlyMap<string, ExceptionClause>;
  readonly assertions: readonly Assertion[];
  readonly cases: readonly Case[];
  readonly properties: readonly Property[];
}

/** Words of the official text that a clause rests on. */
export interface TextQuote {
  readonly path: string;
  readonly label: string;
  /** As written in the official text. */
  readonly quote: string;
  readonly span: Span;
}

export interface Origin {
  readonly file: string;
  /** The words of the rule. */
  readonly span: Span;
  readonly words: string;
  /** Provision that the block belongs to. */
  readonly provision: string | null;
  /** Marker of the rule's own item, e.g. （一）, never an 项 of the law; nested ones joined: （一）1. */
  readonly item: string | null;
  /** From 依据, or empty: then the whole provision is the basis. */
  readonly basis: readonly TextQuote[];
}

// ───────── subjects

/** Variable 0 is the record that is judged; candidates of quantifiers get 1, 2, … from outside in. */
export type Subject =
  | { readonly kind: "variable"; readonly index: number; readonly object: string }
  | { readonly kind: "follow"; readonly from: Subject; readonly field: string; readonly object: string };

// ───────── conditions

interface Clause {
  readonly origin: Origin;
}

export type ComparisonOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";

export type Condition =
  | (Clause & { readonly kind: "constant"; readonly value: boolean })
  | (Clause & { readonly kind: "all"; readonly operands: readonly Condition[] })
  | (Clause & { readonly kind: "any"; readonly operands: readonly Condition[] })
  /** At least `count` of the operands are true. */
  | (Clause & { readonly kind: "atLeast"; readonly count: number; readonly operands: readonly Condition[] })
  | (Clause & { readonly kind: "not"; readonly operand: Condition })
  /** A boolean term: a fact, a judgement, a boolean parameter. */
  | (Clause & { readonly kind: "holds"; readonly term: Term })
  /** Numbers of one dimension, or dates. `word` is the bound word as written. */
  | (Clause & {
      readonly kind: "compare";
      readonly operator: ComparisonOperator;
      readonly word: string;
      readonly left: Term;
      readonly right: Term;
    })
  /** Values of one ordered enumeration; a value outside the order satisfies nothing: false. */
  | (Clause & {
      readonly kind: "compareOrder";
      readonly operator: ComparisonOperator;
      readonly word: string;
      readonly left: Term;
      readonly right: Term;
      readonly enumeration: EnumerationType;
    })
  | (Clause & { readonly kind: "oneOf"; readonly left: Term; readonly values: readonly Value[] })
  /** Equal values of the same type (机构类别相同; references by 编号). */
  | (Clause & { readonly kind: "same"; readonly left: Term; readonly right: Term })
  /** Compares `to` with the day `amount` units after `from` (民法典 第二百零一条至第二百零三条). */
  | (Clause & {
      readonly kind: "elapsed";
      readonly operator: ComparisonOperator;
      readonly word: string;
      readonly from: Term;
      readonly to: Term;
      readonly amount: Term;
      readonly unit: "day" | "month" | "year";
    })
  | (Clause & {
      readonly kind: "exists";
      readonly quantifier: "atLeast" | "atMost" | "exactly";
      readonly count: Term;
      readonly candidates: Candidates;
    })
  /** Position from the front or the back of a ranking; `amount` is a number of places or a share. */
  | (Clause & {
      readonly kind: "ranked";
      readonly ranking: string;
      readonly subject: Subject;
      readonly end: "front" | "back";
      readonly amount: Term;
      readonly share: boolean;
    })
  /** The reading with that quote is taken in this option. */
  | (Clause & { readonly kind: "reading"; readonly reading: string; readonly option: number })
  /** Membership of a 【定义】. */
  | (Clause & { readonly kind: "defined"; readonly decision: string; readonly subject: Subject });

/** Records of `object` in `scope` of the outer subject for which `where` is asked as variable `variable`. */
export interface Candidates {
  readonly object: string;
  readonly variable: number;
  readonly scope: Scope;
  readonly where: Condition;
  /** The judged record itself is no candidate. */
  readonly except: Subject | null;
  readonly origin: Origin;
}

export type Scope =
  | { readonly kind: "everywhere" }
  /** Candidates whose reference `field` is the region `region` (itself a record). */
  | { readonly kind: "region"; readonly region: Subject; readonly field: string }
  /** Candidates at most `limit` metres away (`inclusive`: 以内 and 内 include the limit). */
  | {
      readonly kind: "distance";
      readonly metric: "walking" | "straight";
      readonly limit: Term;
      readonly from: Subject;
      /** Field with the coordinate, on both objects. */
      readonly fromField: string | null;
      readonly toField: string | null;
    };

// ───────── terms

export type Term =
  | (Clause & { readonly kind: "literal"; readonly value: Value; readonly type: Type })
  | (Clause & { readonly kind: "field"; readonly of: Subject; readonly field: string; readonly type: Type })
  /** The record itself, for 相同 of references. */
  | (Clause & { readonly kind: "record"; readonly of: Subject; readonly type: Type })
  | (Clause & {
      readonly kind: "parameter";
      readonly name: string;
      readonly region: Subject | null;
      readonly type: Type;
    })
  | (Clause & {
      readonly kind: "arithmetic";
      readonly operator: "add" | "subtract" | "multiply" | "divide";
      readonly left: Term;
      readonly right: Term;
      readonly type: Type;
    })
  | (Clause & {
      readonly kind: "aggregate";
      readonly function: "count" | "sum" | "mean" | "maximum" | "minimum";
      readonly candidates: Candidates;
      /** Null for count. */
      readonly of: Term | null;
      readonly type: Type;
    })
  /** Value of an 指标 or 认定 for a record. */
  | (Clause & {
      readonly kind: "decision";
      readonly decision: string;
      readonly of: Subject;
      readonly type: Type;
    })
  | (Clause & {
      readonly kind: "rounded";
      readonly mode: "halfUp" | "down" | "up";
      /** Places after the point, in the base unit; negative before it. */
      readonly digits: number;
      readonly operand: Term;
      readonly type: Type;
    })
  | (Clause & { readonly kind: "referenceDate"; readonly type: Type });

// ───────── declarations

export interface Parameter {
  readonly name: string;
  readonly type: Type;
  /** Object whose records are the regions, where values differ by region. */
  readonly regional: string | null;
  readonly owner: Authority;
  /** Newest first by `from`; null is from the beginning. */
  readonly values: readonly DatedValue[];
  readonly origin: Origin;
}

export interface DatedValue {
  readonly from: Day | null;
  readonly region: string | null;
  readonly value: Value;
  /** Where the value comes from, in words. */
  readonly source: string | null;
}

export interface Reading {
  /** The quoted words: 等情况. */
  readonly name: string;
  readonly options: readonly {
    readonly number: number;
    readonly text: string;
    readonly detourFactor: number | null;
  }[];
  readonly adopted: number | null;
  readonly status: "provisional" | "confirmed";
  readonly confirmedBy: string | null;
  readonly origin: Origin;
}

// ───────── decisions

export type Decision = MeasureRule | RequirementRule | Classification | Definition | Indicator | Ranking;

interface DecisionBase {
  /** Unique in the program: the rule's name, with ·第二句 where a block has several sentences. */
  readonly id: string;
  /** Name of the block. */
  readonly name: string;
  readonly object: string;
  readonly origin: Origin;
}

export type Force = "stated" | "must" | "mustNot" | "may" | "encourage";

export interface Modality {
  readonly force: Force;
  readonly inPrinciple: boolean;
  /** As written: 应当, 不得, 原则上不再, empty when the text states it without a modal. */
  readonly word: string;
}

export interface Order {
  readonly modality: Modality;
  readonly measure: string;
  readonly origin: Origin;
}

/** Under `subject`, `base` decides 成立 or 不成立; exceptions make it 不适用. */
export interface MeasureRule extends DecisionBase {
  readonly kind: "measure";
  readonly subject: Condition;
  readonly base: Condition;
  readonly orders: readonly Order[];
  readonly exceptions: readonly string[];
}

/** Under `subject` and `applicability`, `requirement` decides 符合 or 不符合. */
export interface RequirementRule extends DecisionBase {
  readonly kind: "requirement";
  readonly subject: Condition;
  readonly applicability: Condition;
  readonly requirement: Condition;
  readonly modality: Modality;
  readonly exceptions: readonly string[];
}

export interface Classification extends DecisionBase {
  readonly kind: "classification";
  readonly subject: Condition;
  readonly items: readonly {
    readonly condition: Condition;
    readonly value: Value;
    readonly origin: Origin;
  }[];
  /** Value of 其他的; null where the list has none. */
  readonly otherwise: { readonly value: Value; readonly origin: Origin } | null;
  readonly type: Type;
}

export interface Definition extends DecisionBase {
  readonly kind: "definition";
  readonly condition: Condition;
}

export interface Indicator extends DecisionBase {
  readonly kind: "indicator";
  readonly value: Term;
}

export interface Ranking extends DecisionBase {
  readonly kind: "ranking";
  readonly members: Condition;
  /** Reference field that makes the groups; null: one group. */
  readonly group: string | null;
  readonly keys: readonly { readonly term: Term; readonly descending: boolean }[];
  readonly ties: "shared" | "lot" | "discretion";
  readonly shareRounding: "halfUp" | "down" | "up" | null;
}

export interface ExceptionClause {
  readonly id: string;
  readonly name: string;
  /** Asked of the record under judgement; `object` must be that of the rule, else it does not apply. */
  readonly object: string;
  readonly condition: Condition;
  readonly origin: Origin;
}

// ───────── claims, cases, properties

/** A numeric claim of the text, recomputed; terms without variables. */
export interface Assertion {
  readonly id: string;
  readonly operator: BoundOperator;
  readonly left: Term;
  readonly right: Term;
  /** For 约等于: decimal places written and the unit factor that they are written in. */
  readonly digits: number;
  readonly writtenUnit: { readonly numerator: bigint; readonly denominator: bigint };
  readonly knownFailure: string | null;
  readonly origin: Origin;
}

export interface Case {
  readonly name: string;
  readonly origin: Origin;
  readonly referenceDate: Day | null;
  readonly parameters: readonly {
    readonly name: string;
    readonly region: string | null;
    readonly value: Value;
  }[];
  readonly records: readonly {
    readonly object: string;
    readonly id: string;
    readonly facts: ReadonlyMap<string, Value>;
  }[];
  readonly distances: readonly { readonly from: string; readonly to: string; readonly metres: number }[];
  readonly readings: ReadonlyMap<string, number>;
  readonly recordedReasons: readonly {
    readonly id: string;
    readonly rule: string;
    readonly reason: string;
  }[];
  readonly expectations: readonly CaseExpectation[];
  readonly knownFailure: string | null;
}

export interface CaseExpectation {
  readonly id: string;
  /** Decision name. */
  readonly about: string;
  readonly status: string | null;
  readonly value: Value | null;
  readonly because: readonly string[];
  readonly quotes: readonly string[];
  /** How strongly the rule has to bind; absent where nothing is expected. */
  readonly modality?: Pick<Modality, "force" | "inPrinciple">;
  readonly origin: Origin;
}

export type Property = {
  readonly name: string;
  readonly origin: Origin;
  readonly knownFailure: string | null;
} & (
  | { readonly kind: "noConflict" | "noGap"; readonly decision: string }
  | {
      readonly kind: "monotone";
      readonly decision: string;
      readonly field: string;
      readonly direction: "increasing" | "decreasing";
    }
  | { readonly kind: "notWiderThan"; readonly decision: string; readonly than: string }
  | {
      readonly kind: "forAll";
      readonly object: string;
      readonly condition: Condition;
      readonly decision: string;
      readonly status: string | null;
      readonly value: Value | null;
      readonly negated: boolean;
    }
);
