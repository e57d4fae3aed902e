/** Types that are the same for every policy. */
export const OUTCOME_TYPES = `/** 一条结果的全部说明。 */
export interface Outcome {
  readonly object: string;
  readonly id: string;
  readonly rule: string;
  readonly decision: string;
  readonly provision: string | null;
  readonly status: Status;
  readonly value: string | null;
  readonly candidates: readonly string[];
  readonly modality: string | null;
  readonly measure: string | null;
  readonly reason: string | null;
  readonly reasons: readonly Reason[];
  readonly unmet: readonly string[];
  readonly citations: readonly Citation[];
  readonly readings: readonly ReadingDependence[];
}

export type Status =
  | "不适用"
  | "成立"
  | "不成立"
  | "符合"
  | "不符合"
  | "已认定"
  | "未认定"
  | "冲突"
  | "需裁量"
  | "未知";

/** 没有定论的原因。 */
export type Reason =
  | {
      readonly kind: "缺少事实" | "引用对象缺失" | "认定冲突" | "未认定";
      readonly name: string;
      readonly object: string;
      readonly id: string;
    }
  | {
      readonly kind: "缺少步行距离" | "坐标系不一致";
      readonly name: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: "参数未定";
      readonly name: string;
      readonly owner: string;
      readonly source: string | null;
      readonly region: string | null;
    }
  | {
      readonly kind: "裁量判断";
      readonly name: string;
      readonly owner: string;
      readonly source: string | null;
      readonly object: string;
      readonly id: string;
    }
  | { readonly kind: "同名次"; readonly name: string; readonly how: "抽签" | "需裁量" }
  | { readonly kind: "读法未定" | "除数为零" | "溢出" | "空集合" | "名次取整未定"; readonly name: string };

/** 所依据的原文；start 和 end 为政策文件中的位置。 */
export interface Citation {
  readonly path: string;
  readonly label: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly ruleItem: string | null;
}

/** 换一种读法会改变结果的读法。 */
export interface ReadingDependence {
  readonly name: string;
  readonly option: number;
  readonly text: string;
  readonly status: "暂拟" | "已确认";
  readonly alternatives: readonly {
    readonly option: number;
    readonly text: string;
    readonly status: Status;
    readonly value: string | null;
  }[];
}
`;
