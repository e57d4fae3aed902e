import type {
  Bound,
  DateLiteral,
  Item,
  ListHead,
  Missing,
  Name,
  Names,
  Node,
  NormSentence,
  Phrase,
  Quote,
  ReadingGuard,
  Sum,
  UnitWord,
} from "./ast.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { BlockSegment, OfficialDocument, Segments } from "./document/model.ts";
import type { Rational } from "./rational.ts";
import type { SourceText, Span } from "./source.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * The tree of one file, as written: surface words stay, names are not resolved. Every node has the
 * span of its words in the file. Where the author left something out, `Missing` stands in its place and
 * the parser has reported it. Immutable.
 */
export interface PolicyFile {
  readonly source: SourceText;
  readonly segments: Segments;
  readonly document: OfficialDocument;
  readonly blocks: readonly Block[];
  /**
   * By block, the version of the words that it was cut with: a block of the same text and version reads the same,
   * though other words of the vocabulary may have changed.
   */
  readonly cuts?: ReadonlyMap<Block, string>;
  /** The words that the blocks were cut with: what was imported and what this file declares. */
  readonly vocabulary: Vocabulary;
  readonly diagnostics: readonly Diagnostic[];
}

export type Block =
  | MetadataBlock
  | ObjectBlock
  | ParameterBlock
  | MeasureBlock
  | DefinitionBlock
  | IndicatorBlock
  | ClassificationBlock
  | RankingBlock
  | RuleBlock
  | ExceptionBlock
  | ReadingBlock
  | NoteBlock
  | AssertionBlock
  | BoundaryBlock
  | CaseBlock
  | PropertyBlock;

interface BlockNode extends Node {
  readonly segment: BlockSegment;
  /** The name after 】; null where the block has none. */
  readonly name: Name | null;
  /** Path of the provision it belongs to; null before the first provision or in a vocabulary. */
  readonly provision: string | null;
}

/** 【政策】 / 【词汇】. Values stay text; the checker reads the ones it knows. */
export interface MetadataBlock extends BlockNode {
  readonly kind: "metadata";
  readonly role: "policy" | "vocabulary";
  readonly entries: readonly MetadataEntry[];
}

export interface MetadataEntry extends Node {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

export interface ObjectBlock extends BlockNode {
  readonly kind: "object";
  readonly fields: readonly FieldDeclaration[];
}

export interface FieldDeclaration extends Node {
  readonly name: Name;
  readonly type: FieldType;
  /** 是否（由医疗保障部门裁量，出处「…」）. */
  readonly judgedBy: Authority | null;
  /** 是否（否为情况未改善）: the name of the negative. */
  readonly negativeName: Name | null;
  readonly description: string | null;
}

export type FieldType =
  | {
      readonly kind: "text" | "integer" | "number" | "percentage" | "money" | "date" | "boolean";
      readonly unit: UnitWord | null;
      readonly scale: number | null;
    }
  | { readonly kind: "coordinate"; readonly system: string | null }
  | {
      readonly kind: "enumeration";
      readonly values: readonly Name[];
      readonly order: "descending" | "ascending" | null;
      readonly outside: readonly Name[];
    }
  | { readonly kind: "reference"; readonly object: Name }
  | { readonly kind: "missing" };

/** Who decides: 由医疗保障部门裁量 / 由未明确确定. `unstated` where the text says nobody. */
export interface Authority extends Node {
  readonly text: string;
  readonly unstated: boolean;
  readonly basis: readonly Quote[];
}

export interface ParameterBlock extends BlockNode {
  readonly kind: "parameter";
  readonly unit: UnitWord | null;
  /** Other type than a number: 是否, 日期, 百分比, an enumeration. */
  readonly type: FieldType | null;
  /** 按县区: values by region object. */
  readonly regional: Name | null;
  readonly owner: Authority | null;
  readonly values: readonly ParameterValue[];
  readonly basis: readonly Quote[];
}

export interface ParameterValue extends Node {
  /** 自2025年1月1日起; null: from the beginning. */
  readonly from: DateLiteral | null;
  /** Region id in a regional parameter. */
  readonly region: Name | null;
  readonly value: Sum;
  readonly basis: readonly Quote[];
}

export interface MeasureBlock extends BlockNode {
  readonly kind: "measures";
  readonly measures: readonly Name[];
}

/** `X，是指<条件>的<对象>。` */
export interface DefinitionBlock extends BlockNode {
  readonly kind: "definition";
  readonly definitions: readonly {
    readonly term: Name;
    readonly phrase: Phrase;
    readonly basis: readonly Quote[];
    readonly span: Span;
  }[];
}

/** `<对象>的X，为<算式>。` */
export interface IndicatorBlock extends BlockNode {
  readonly kind: "indicator";
  readonly indicators: readonly {
    readonly object: Name;
    readonly term: Name;
    readonly value: Sum;
    readonly basis: readonly Quote[];
    readonly span: Span;
  }[];
}

/** `<对象>的<名称>，按照下列规定认定：（一）…，为A类；…其他的，为….` */
export interface ClassificationBlock extends BlockNode {
  readonly kind: "classification";
  readonly object: Name | Missing;
  readonly term: Name | Missing;
  readonly items: readonly Item[];
  readonly basis: readonly Quote[];
}

/** `同一县区的定点零售药店按照考核得分由高到低排名；仍相同的，并列。` */
export interface RankingBlock extends BlockNode {
  readonly kind: "ranking";
  /** 同一县区的 / 全市: the reference field that makes the group; null for all together. */
  readonly group: Names | null;
  readonly members: Phrase;
  readonly keys: readonly { readonly value: Sum; readonly descending: boolean }[];
  readonly ties: "shared" | "lot" | "discretion" | null;
  /** 名次数四舍五入 / 舍去 / 进一; null: not stated. */
  readonly shareRounding: "halfUp" | "down" | "up" | null;
  readonly basis: readonly Quote[];
}

export interface RuleBlock extends BlockNode {
  readonly kind: "rule";
  readonly sentences: readonly NormSentence[];
}

/** `<条件>的，不受<规则名、条文、本指引>限制。` */
export interface ExceptionBlock extends BlockNode {
  readonly kind: "exception";
  readonly sentences: readonly ExceptionSentence[];
}

export interface ExceptionSentence extends Node {
  readonly phrases: readonly Phrase[];
  readonly head: ListHead | null;
  readonly items: readonly Item[];
  readonly targets: readonly ExceptionTarget[];
  readonly basis: readonly Quote[];
  readonly guard: ReadingGuard | null;
}

export type ExceptionTarget =
  | { readonly kind: "rule"; readonly name: Name }
  | { readonly kind: "provision"; readonly citation: string; readonly span: Span }
  | { readonly kind: "document"; readonly words: string; readonly span: Span };

/** 【理解】「等情况」 读法一：…；读法二：…。采读法一，由X确认，状态为暂拟。 */
export interface ReadingBlock extends BlockNode {
  readonly kind: "reading";
  readonly quote: Name | Missing;
  readonly options: readonly ReadingOption[];
  readonly adopted: number | null;
  readonly confirmedBy: string | null;
  readonly status: "provisional" | "confirmed" | null;
  readonly basis: readonly Quote[];
}

export interface ReadingOption extends Node {
  readonly number: number;
  readonly text: string;
  /** 绕行系数为1.3: walking distance may be computed as straight distance times this. */
  readonly detourFactor: Rational | null;
}

/** All but 不提示 say what a provision is; 不提示 names findings that somebody has looked at and left. */
export type NoteStatus = "宣示" | "程序" | "需裁量" | "引用" | "未转译" | "不提示";

/** 【说明】程序，依据「…」。理由… */
export interface NoteBlock extends BlockNode {
  readonly kind: "note";
  readonly status: NoteStatus | null;
  readonly statusSpan: Span;
  /** Behind 不提示: the codes of the findings, 「missing-number」、「paragraph-cut」. */
  readonly codes: readonly Quote[];
  readonly basis: readonly Quote[];
  readonly reason: string | null;
}

export interface AssertionBlock extends BlockNode {
  readonly kind: "assertion";
  readonly assertions: readonly {
    readonly left: Sum;
    readonly bound: Bound;
    readonly basis: readonly Quote[];
    readonly span: Span;
    /** 已知不成立，理由「…」. */
    readonly knownFailure: KnownFailure | null;
  }[];
}

/** 本章以下不含本数 / 本办法以上不含本数. */
export interface BoundaryBlock extends BlockNode {
  readonly kind: "boundary";
  readonly scope: "document" | "chapter" | "article";
  readonly words: readonly string[];
  readonly inclusive: boolean;
}

export interface KnownFailure extends Node {
  readonly reason: string;
}

export interface CaseBlock extends BlockNode {
  readonly kind: "case";
  readonly settings: readonly CaseSetting[];
  readonly expectations: readonly Expectation[];
  readonly knownFailure: KnownFailure | null;
}

export type CaseSetting =
  | ({ readonly kind: "referenceDate"; readonly date: DateLiteral | Missing } & Node)
  | ({
      readonly kind: "parameter";
      readonly name: Name;
      readonly region: Name | null;
      readonly value: Sum;
    } & Node)
  | ({
      readonly kind: "record";
      readonly object: Name;
      readonly id: Name;
      readonly facts: readonly CaseFact[];
    } & Node)
  | ({ readonly kind: "distance"; readonly from: Name; readonly to: Name; readonly value: Sum } & Node)
  | ({ readonly kind: "reading"; readonly reading: Name; readonly option: number } & Node)
  | ({
      readonly kind: "recordedReason";
      readonly id: Name;
      readonly rule: Name;
      readonly reason: string;
    } & Node);

/** A fact of a case: 年度医保业务量为5笔 · 未提出续签协议申请 (a 是否 field, negated or not) · 位置为经度…纬度…. */
export interface CaseFact extends Node {
  readonly field: Name;
  readonly value:
    | { readonly kind: "sum"; readonly sum: Sum }
    | { readonly kind: "boolean"; readonly value: boolean }
    | { readonly kind: "coordinate"; readonly longitude: Rational; readonly latitude: Rational }
    | { readonly kind: "unknown" };
}

/** 则「甲」自然退出成立，因业务量极少标准，依据「…」 / 则「甲」的管理类别为A类 / 为冲突. */
export interface Expectation extends Node {
  readonly id: Name;
  /** Rule, classification or indicator name. */
  readonly about: Name;
  /** 成立 不成立 未知 需裁量 不适用 符合 不符合 冲突 未认定, or null when a value is expected. */
  readonly status: string | null;
  readonly value: Sum | null;
  /** ，因<事实、参数、读法>: names that must be among the reasons. */
  readonly because: readonly Name[];
  /** ，由例外「…」 or ，依据「…」: what must be cited. */
  readonly basis: readonly Quote[];
  /** ，情态为原则上应当: how strongly the rule has to bind; absent where nothing is expected. */
  readonly modality?: ExpectedModal;
}

/** 应当, 原则上不再, 原则上 alone, or 陈述式. */
export interface ExpectedModal extends Node {
  readonly inPrinciple: boolean;
  /** The modal word; null for 陈述式, and where only 原则上 stands. */
  readonly word: string | null;
}

export interface PropertyBlock extends BlockNode {
  readonly kind: "property";
  readonly sentences: readonly PropertySentence[];
  readonly knownFailure: KnownFailure | null;
}

export type PropertySentence =
  | ({ readonly kind: "noConflict"; readonly about: Name } & Node) // 管理类别无冲突
  | ({ readonly kind: "noGap"; readonly about: Name } & Node) // 管理类别无遗漏
  | ({
      readonly kind: "monotone";
      readonly about: Name;
      readonly field: Name;
      readonly direction: "increasing" | "decreasing";
    } & Node)
  | ({ readonly kind: "notWiderThan"; readonly about: Name; readonly than: Name } & Node)
  | ({
      readonly kind: "forAll";
      readonly conditions: readonly Phrase[];
      readonly about: Name;
      readonly status: string | null;
      readonly value: Sum | null;
      readonly negated: boolean;
    } & Node);
