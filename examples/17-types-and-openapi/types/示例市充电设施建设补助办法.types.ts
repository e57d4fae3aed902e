// 由条文生成，请勿手工修改：修改政策文件后重新生成。

/** 充电站.类型 */
export type Enumeration充电站_类型 = "公共" | "专用";

/** 一条“充电站”记录；不写或者写 null 的为未知。 */
export interface Record充电站 {
  readonly 编号: string;
  /** 日期，写作 2025-01-24 */
  readonly "投运日期"?: string | null;
  /** 公共、专用 */
  readonly "类型"?: Enumeration充电站_类型 | null;
  /** 数值，单位为平方米，至多1位小数 */
  readonly "占地面积"?: number | string | null;
  /** 百分比，至多2位小数，85.25%写作 "85.25%" 或者 85.25 */
  readonly "可用率"?: number | string | null;
}

/** 登记数据：规则要看其他记录时所看的全部记录。 */
export interface Register {
  readonly "充电站"?: readonly Record充电站[];
}

/** 在政策之外给出的参数值；from 为开始的日期，region 为所适用的地区的编号，没有的为 null。 */
export interface ParameterValue {
  readonly name: never;
  readonly from?: string | number | null;
  readonly region?: string | null;
  readonly value: string | number | boolean;
}

/** 采用的读法，代替政策中所采的读法。 */
export interface Readings {
}

/** 一条“充电站”记录按各条规则的结果。 */
export interface Statuses充电站 {
  /** 第一条：类型为公共的充电站，占地面积600平方米以上且可用率不低于98％的，给予建设补助。 */
  readonly "建设补助": "成立" | "不成立" | "未知" | "需裁量" | "不适用";
}

/** 各项【认定】【指标】【排名】对一条“充电站”记录的结果；没有结果的为 null。 */
export interface Values充电站 {
}

/** 一条结果的全部说明。 */
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
