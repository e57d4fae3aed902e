import type { Program } from "../../model/ir.ts";
import { commentText, stringLiteral, type Identifiers } from "../names.ts";
import { typeIdentifiers } from "../typescript/index.ts";
import { TypeNames, typesOf } from "../typescript/types.ts";

/** The `.d.ts` of a generated file; `functions` are the names that it gave its functions. */
export const declarationsOf = (program: Program, functions: Identifiers): string => {
  const identifiers = typeIdentifiers();
  const names = new TypeNames(identifiers);
  const types = typesOf(program, identifiers);
  return [
    "// 由条文生成，请勿手工修改：修改政策文件后重新生成。\n",
    types,
    CONTEXT_TYPES,
    ...[...program.objects.keys()].map((object) => functionsOf(object, names, functions)),
  ].join("\n");
};

const functionsOf = (object: string, names: TypeNames, functions: Identifiers): string => {
  const name = (prefix: string): string => functions.of(prefix, object);
  const parameters = `record: ${names.record(object)}, context: Context`;
  return [
    `/** ${commentText(object)}：各条规则的结果。 */`,
    `export declare const ${name("check")}: (${parameters}) => ${names.statuses(object)};`,
    `/** ${commentText(object)}：各项【认定】【指标】【排名】的结果。 */`,
    `export declare const ${name("values")}: (${parameters}) => ${names.values(object)};`,
    `/** ${commentText(object)}：各条规则的结果、原因和依据；only 为规则名称。 */`,
    `export declare const ${name("explain")}: (${parameters}, only?: readonly string[]) => readonly Outcome[];`,
    `/** ${commentText(object)}：许多条记录，每列一种事实。 */`,
    `export declare const ${name("batch")}: (columns: Columns, context: Context) => Batch<keyof ${names.statuses(object)}>;`,
    "",
  ].join("\n");
};

const STATUSES = ["不适用", "成立", "不成立", "符合", "不符合", "已认定", "未认定", "冲突", "需裁量", "未知"];

const CONTEXT_TYPES = `/** 判定所依据的日期、登记数据、参数和读法。 */
export interface ContextInput {
  /** 基准日：2025-01-24 这样的日期，或者1970年1月1日以来的天数。 */
  readonly at: string | number;
  readonly records?: Register;
  readonly parameters?: readonly ParameterValue[];
  readonly readings?: Readings;
  /** 步行距离，单位为米。 */
  readonly distances?: readonly { readonly from: string; readonly to: string; readonly metres: number }[];
  /** 对“原则上”的规则不照办的，已经记录的理由。 */
  readonly reasons?: readonly {
    readonly object: string;
    readonly id: string;
    readonly rule: string;
    readonly reason: string;
  }[];
}

/** 由 createContext 准备，可以用于许多条记录。 */
export interface Context {
  readonly at: number;
  /** 政策在基准日不适用的原因；适用的为 null。 */
  readonly outside: string | null;
}

export declare const createContext: (input: ContextInput) => Context;

export declare const policy: {
  readonly name: string;
  readonly trial: boolean;
  readonly stage: string | null;
  readonly effectiveFrom: number | null;
  readonly lastDay: number | null;
};

export declare const rules: readonly {
  readonly id: string;
  readonly name: string;
  readonly kind: "measure" | "requirement" | "classification" | "definition" | "indicator" | "ranking";
  readonly object: string;
  readonly provision: string | null;
  readonly label: string | null;
  readonly modality: string | null;
  readonly measure: string | null;
}[];

/** 批量结果中的状态代码是这张表的序号。 */
export declare const statuses: readonly [${STATUSES.map(stringLiteral).join(", ")}];

/**
 * 一列事实：数按声明的单位，百分比的85.25%为85.25，日期为1970年1月1日以来的天数，是否为1和0，
 * 其他为 dictionary 中的序号。nulls 中为1的位表示未知，第一条记录为第一个字节的最低位。
 */
export interface Column {
  readonly values: Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | Float64Array;
  readonly nulls?: Uint8Array;
  readonly dictionary?: readonly string[];
}

export interface Columns {
  readonly length: number;
  readonly columns: Readonly<{ [field: string]: Column }>;
}

/** 每条规则一列状态代码。 */
export interface Batch<Decision extends string> {
  readonly length: number;
  readonly statuses: { readonly [Each in Decision]: Uint8Array };
}
`;
