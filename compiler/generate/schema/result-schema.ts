import { measureOf, modalityOf } from "../../model/norm-words.ts";
import type { Decision, Program } from "../../model/ir.ts";
import type { Reason, Status } from "../../model/outcome.ts";
import { isAwkward, propertiesOf, prose, type Json, type JsonObject } from "./json.ts";

/** Places of the shared schemas: `#/$defs/…` or `#/components/schemas/…`. */
export interface ResultReferences {
  readonly outcome: string;
  readonly reason: string;
  readonly citation: string;
  readonly reading: string;
}

/** Statuses that a decision can have, by its kind. On a day out of force each rule is 不适用. */
const STATUSES = {
  measure: ["成立", "不成立", "不适用", "需裁量", "未知"],
  requirement: ["符合", "不符合", "不适用", "需裁量", "未知"],
  classification: ["已认定", "未认定", "冲突", "不适用", "需裁量", "未知"],
  definition: ["成立", "不成立", "不适用", "需裁量", "未知"],
  indicator: ["已认定", "不适用", "需裁量", "未知"],
  ranking: ["已认定", "不适用", "需裁量", "未知"],
} as const satisfies Record<Decision["kind"], readonly Status[]>;

const ALL_STATUSES: readonly Status[] = [...new Set<Status>(Object.values(STATUSES).flat())];

/** Decisions that results report: a 【定义】 has no effect of its own. */
export const reportedOf = (program: Program, object: string): readonly Decision[] =>
  program.decisions.filter((decision) => decision.object === object && decision.kind !== "definition");

/** Status of each decision for one record. */
export const statusesSchema = (program: Program, object: string): JsonObject => {
  const decisions = reportedOf(program, object);
  return {
    title: `${object}的判定状态`,
    description: `一条“${prose(object)}”记录在各条规则下的状态，以规则的标识为键。`,
    type: "object",
    ...propertiesOf(
      decisions.map((decision) => [
        decision.id,
        {
          title: decision.name,
          description: describeDecision(program, decision),
          enum: STATUSES[decision.kind],
        },
      ]),
    ),
    required: decisions.map(({ id }) => id).filter((id) => !isAwkward(id)),
    additionalProperties: false,
  };
};

/** An outcome of one of the object's decisions. */
export const outcomesSchema = (
  program: Program,
  object: string,
  references: ResultReferences,
): JsonObject => {
  const decisions = reportedOf(program, object);
  return {
    title: `${object}的判定结果`,
    description: `一条“${prose(object)}”记录在一条规则下的结果。`,
    ...(decisions.length === 0
      ? { $ref: references.outcome }
      : { oneOf: decisions.map((decision) => decisionOutcome(program, decision, references)) }),
  };
};

const decisionOutcome = (program: Program, decision: Decision, references: ResultReferences): JsonObject => ({
  title: decision.name,
  description: describeDecision(program, decision),
  $ref: references.outcome,
  type: "object",
  properties: {
    object: { const: decision.object },
    rule: { const: decision.name },
    decision: { const: decision.id },
    provision: { const: decision.origin.provision },
    status: { enum: STATUSES[decision.kind] },
    modality: { const: modalityOf(decision) },
    measure: { const: measureOf(decision) },
    ...(decision.kind === "classification" && decision.type.kind === "enumeration"
      ? { value: { enum: [...decision.type.values, null] } }
      : {}),
  },
});

/** 第六条；不得：新增定点. */
export const describeDecision = (program: Program, decision: Decision): string => {
  const { provision } = decision.origin;
  const label = provision === null ? null : (program.policy.provisions.get(provision)?.label ?? provision);
  const measure = measureOf(decision);
  const modality = modalityOf(decision);
  const norm = [modality, measure].filter((words) => words !== null).join("：");
  return prose(`${[label ?? "未标明条文", norm].filter((words) => words !== "").join("；")}。`);
};

const text = (description: string): JsonObject => ({ type: "string", description });
const textOrNull = (description: string): JsonObject => ({ type: ["string", "null"], description });
const list = (items: Json, description: string): JsonObject => ({ type: "array", items, description });

const whole = (title: string, description: string, properties: JsonObject): JsonObject => ({
  title,
  description,
  type: "object",
  properties,
  required: Object.keys(properties),
});

export const outcomeSchema = (references: ResultReferences): JsonObject =>
  whole("判定结果", "一条记录在一条规则下的结果及其依据。", {
    object: text("对象的名称。"),
    id: text("记录的编号。"),
    rule: text("规则的名称。"),
    decision: text("规则的标识，在政策中唯一。"),
    provision: textOrNull("规则所在条文的路径；没有写明的为null。"),
    status: {
      enum: ALL_STATUSES,
      description: "判定状态。缺少事实的为“未知”，须由有权机关判断的为“需裁量”。",
    },
    value: textOrNull("认定的类别、指标的数值或者名次；没有定论的为null。"),
    candidates: list({ type: "string" }, "仍有可能或者相互冲突的类别；排名为可能的最前和最后名次。"),
    modality: textOrNull("情态词，如“应当”“不得”；陈述式的为null。"),
    measure: textOrNull("规则所定的措施。"),
    reason: textOrNull("不适用的缘由，或者偏离“原则上”的理由。"),
    reasons: list({ $ref: references.reason }, "没有定论的原因。"),
    unmet: list({ type: "string" }, "不符合时，规则所要求而未做到的内容。"),
    citations: list({ $ref: references.citation }, "起决定作用的原文。"),
    readings: list({ $ref: references.reading }, "结果所依赖的读法：换一种读法，结果就会不同。"),
  });

const NAME = { name: text("事实、参数、读法或者条件的名称。") };
const RECORD = { object: text("记录所属的对象。"), id: text("记录的编号。") };
const OWNER = { owner: text("有权决定的机关。"), source: textOrNull("授权的出处；没有写明的为null。") };
const BETWEEN = { from: text("起点记录的编号。"), to: text("终点记录的编号。") };

/** What each kind of reason says beside its kind. */
const REASONS = {
  缺少事实: ["记录缺少一项事实。", { ...NAME, ...RECORD }],
  缺少步行距离: ["两条记录之间没有步行距离。", { ...NAME, ...BETWEEN }],
  参数未定: [
    "参数尚无数值。",
    { ...NAME, ...OWNER, region: textOrNull("参数所属的地区；不分地区的为null。") },
  ],
  裁量判断: ["须由有权机关认定。", { ...NAME, ...OWNER, ...RECORD }],
  读法未定: ["原文的一处用语尚未选定读法。", NAME],
  除数为零: ["计算中除数为零。", NAME],
  溢出: ["数值过大，无法准确计算。", NAME],
  同名次: [
    "名次相同，尚未分出先后。",
    { ...NAME, how: { enum: ["抽签", "需裁量"], description: "分出先后的办法。" } },
  ],
  空集合: ["没有可供计算的记录。", NAME],
  认定冲突: ["一项认定得出不止一个类别。", { ...NAME, ...RECORD }],
  未认定: ["一项认定没有得出类别。", { ...NAME, ...RECORD }],
  名次取整未定: ["按比例计算名次时如何取整，原文没有规定。", NAME],
  引用对象缺失: ["所指的记录不在数据中。", { ...NAME, ...RECORD }],
  坐标系不一致: ["两处坐标的坐标系不同，不能计算距离。", { ...NAME, ...BETWEEN }],
} as const satisfies Record<Reason["kind"], readonly [string, JsonObject]>;

export const reasonSchema = (): JsonObject => ({
  title: "原因",
  description: "没有定论的原因。“未知”可以补充事实解决，其余须有人决定。",
  oneOf: Object.entries(REASONS).map(([kind, [description, properties]]) =>
    whole(kind, description, { kind: { const: kind }, ...properties }),
  ),
});

export const citationSchema = (): JsonObject =>
  whole("引文", "起决定作用的原文及其位置。", {
    path: text("条文的路径。"),
    label: text("条文的名称，如“第六条第（一）项”。"),
    quote: text("原文。"),
    start: { type: "integer", minimum: 0, description: "原文在政策文件中的起点（字符）。" },
    end: { type: "integer", minimum: 0, description: "原文在政策文件中的终点（字符）。" },
    ruleItem: textOrNull("规则自己的条件，如“规则条件（一）”，不是条文的项；整条规则的为null。"),
  });

export const readingSchema = (): JsonObject =>
  whole("读法依赖", "结果所依赖的一种读法，以及换一种读法的结果。", {
    name: text("有不同读法的用语。"),
    option: { type: "integer", description: "所取读法的序号。" },
    text: text("所取读法的内容。"),
    status: { enum: ["暂拟", "已确认"], description: "读法是暂拟的，还是经有权机关确认的。" },
    alternatives: list(
      whole("其他读法", "换一种读法的结果。", {
        option: { type: "integer", description: "读法的序号。" },
        text: text("读法的内容。"),
        status: { enum: ALL_STATUSES, description: "换一种读法的状态。" },
        value: textOrNull("换一种读法的认定、数值或者名次。"),
      }),
      "其他读法。",
    ),
  });
