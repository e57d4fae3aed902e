import type {
  ClassificationBlock,
  DefinitionBlock,
  ExceptionBlock,
  IndicatorBlock,
  ParameterBlock,
  RankingBlock,
  ReadingBlock,
  RuleBlock,
  Span,
} from "../../language/index.ts";
import type { EnumerationType, Field, ObjectType, Type } from "../model/type.ts";

/** Where a name was declared. */
export interface Place {
  readonly file: string;
  readonly span: Span;
  readonly provision: string | null;
}

interface Named {
  readonly name: string;
  readonly place: Place;
}

export interface DeclaredObject extends Named {
  readonly kind: "object";
  readonly type: ObjectType;
}

/** A field, under its own name or under the name of its negative (否为情况未改善). */
export interface DeclaredField extends Named {
  readonly kind: "field";
  readonly object: string;
  readonly field: Field;
  readonly negative: boolean;
}

/** A value of an enumeration: of a field of `object`, or of an 认定. */
export interface DeclaredValue extends Named {
  readonly kind: "value";
  readonly object: string;
  /** Name of the field or of the 认定. */
  readonly owner: string;
  readonly type: EnumerationType;
}

export interface DeclaredParameter extends Named {
  readonly kind: "parameter";
  readonly type: Type;
  readonly regional: string | null;
  readonly block: ParameterBlock;
}

export interface DeclaredMeasure extends Named {
  readonly kind: "measure";
}

export interface DeclaredDefinition extends Named {
  readonly kind: "definition";
  readonly definition: DefinitionBlock["definitions"][number];
  readonly block: DefinitionBlock;
}

export interface DeclaredIndicator extends Named {
  readonly kind: "indicator";
  readonly object: string;
  readonly indicator: IndicatorBlock["indicators"][number];
  readonly block: IndicatorBlock;
}

export interface DeclaredClassification extends Named {
  readonly kind: "classification";
  readonly object: string;
  readonly type: Type;
  readonly block: ClassificationBlock;
}

export interface DeclaredRanking extends Named {
  readonly kind: "ranking";
  readonly block: RankingBlock;
}

export interface DeclaredRule extends Named {
  readonly kind: "rule";
  readonly block: RuleBlock;
}

export interface DeclaredException extends Named {
  readonly kind: "exception";
  readonly block: ExceptionBlock;
}

export interface DeclaredReading extends Named {
  readonly kind: "reading";
  readonly block: ReadingBlock;
}

/** Everything that a name can mean. */
export type Declared =
  | DeclaredObject
  | DeclaredField
  | DeclaredValue
  | DeclaredParameter
  | DeclaredMeasure
  | DeclaredDefinition
  | DeclaredIndicator
  | DeclaredClassification
  | DeclaredRanking
  | DeclaredRule
  | DeclaredException
  | DeclaredReading;

export type DeclaredKind = Declared["kind"];

/** A name that is the same from one reading of the texts to the next: field/定点医药机构/医院等级. */
export const declaredId = (declared: Declared): string => {
  switch (declared.kind) {
    case "field":
      return `field/${declared.object}/${declared.field.name}`;
    case "value":
      return `value/${declared.object}/${declared.owner}/${declared.name}`;
    case "indicator":
    case "classification":
      return `${declared.kind}/${declared.object}/${declared.name}`;
    case "object":
    case "parameter":
    case "measure":
    case "definition":
    case "ranking":
    case "rule":
    case "exception":
    case "reading":
      return `${declared.kind}/${declared.name}`;
  }
};

/** What kinds of names are called in messages. */
export const KIND_NAMES = {
  object: "对象",
  field: "字段",
  value: "取值",
  parameter: "参数",
  measure: "措施",
  definition: "定义",
  indicator: "指标",
  classification: "认定",
  ranking: "排名",
  rule: "规则",
  exception: "例外",
  reading: "理解",
} as const satisfies Record<DeclaredKind, string>;

/** What a name after a record can mean: 定点医药机构的年度医保业务量, …的管理类别. */
export type Member = DeclaredField | DeclaredIndicator | DeclaredClassification;

/** All names of a policy and its vocabularies. Immutable. */
export interface Declarations {
  readonly all: readonly Declared[];
  readonly byName: ReadonlyMap<string, readonly Declared[]>;
  /** By `declaredId`; a field stands under its own name, not under that of its negative. */
  readonly byId: ReadonlyMap<string, Declared>;
  readonly objects: ReadonlyMap<string, ObjectType>;
  /** Fields, indicators and classifications of each object, by name. */
  readonly members: ReadonlyMap<string, ReadonlyMap<string, Member>>;
}

/** The declaration of that kind, the first where a name was declared twice. */
export const lookUp = <Kind extends DeclaredKind>(
  declarations: Declarations,
  kind: Kind,
  name: string,
): Extract<Declared, { readonly kind: Kind }> | undefined => {
  for (const found of declarations.byName.get(name) ?? []) {
    if (isKind(found, kind)) return found;
  }
  return undefined;
};

export const ofKind = <Kind extends DeclaredKind>(
  declarations: Declarations,
  kind: Kind,
): readonly Extract<Declared, { readonly kind: Kind }>[] =>
  declarations.all.filter((found): found is Extract<Declared, { readonly kind: Kind }> =>
    isKind(found, kind),
  );

const isKind = <Kind extends DeclaredKind>(
  found: Declared,
  kind: Kind,
): found is Extract<Declared, { readonly kind: Kind }> => found.kind === kind;
