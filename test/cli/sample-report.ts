import type { CheckReport } from "../../compiler/report/check-report.ts";
import type { Outcome } from "../../compiler/model/outcome.ts";
import type { PolicyInfo } from "../../compiler/model/policy.ts";
import type { Provision } from "../../language/document/model.ts";
import { readDay } from "../../compiler/data/index.ts";

const provision = (path: string, label: string): [string, Provision] => [
  path,
  {
    path,
    label,
    level: "article",
    number: 16,
    insertion: null,
    title: null,
    titleSpan: null,
    span: { start: 0, end: 9 },
    pieces: [],
    parent: null,
    children: [],
  },
];

export const samplePolicy: PolicyInfo = {
  name: "示例市医疗保障定点医药机构管理细则（征求意见稿）",
  region: "示例市",
  issuer: "示例市医疗保障局",
  documentNumber: null,
  stage: "征求意见稿",
  trial: true,
  issuedOn: null,
  effectiveFrom: readDay("2025-01-24"),
  lastDay: null,
  parents: [],
  sourceFile: null,
  sourceHash: null,
  vocabularies: ["医药机构词汇"],
  selfName: "细则",
  provisions: new Map([
    provision("16", "第十六条"),
    provision("18", "第十八条"),
    provision("14", "第十四条"),
  ]),
  file: "policies/示例市/征求意见稿.tiaowen",
};

export const sampleOutcome = (changes: Partial<Outcome> = {}): Outcome => ({
  object: "定点医药机构",
  id: "甲",
  rule: "自然退出",
  decision: "自然退出",
  provision: "16",
  status: "不成立",
  value: null,
  candidates: [],
  modality: "",
  measure: "纳入自然退出",
  reason: null,
  reasons: [],
  unmet: [],
  citations: [
    {
      path: "16",
      label: "第十六条",
      quote: "年度内无医保业务量",
      start: 10,
      end: 19,
      ruleItem: "规则条件（一）",
    },
  ],
  readings: [],
  ...changes,
});

export const sampleReport = (changes: Partial<CheckReport> = {}): CheckReport => ({
  policy: samplePolicy,
  at: readDay("2025-06-01")!,
  trial: true,
  notice: "本文件为征求意见稿，尚未施行，以下结果为试算。",
  receipt: {
    policy: "a".repeat(64),
    vocabulary: "b".repeat(64),
    data: "c".repeat(64),
    readings: { 等情况: 1 },
    compiler: "0.1.0",
  },
  dataErrors: [
    {
      file: "定点医药机构.csv",
      row: 7,
      column: "年度医保业务量",
      value: "=1+1",
      expected: "整数（笔），例如 120",
    },
  ],
  outcomes: [
    sampleOutcome({ status: "成立" }),
    sampleOutcome({
      id: "乙",
      status: "需裁量",
      citations: [
        {
          path: "16",
          label: "第十六条",
          quote: "业务量极少",
          start: 20,
          end: 25,
          ruleItem: "规则条件（二）",
        },
      ],
      reasons: [{ kind: "参数未定", name: "业务量极少标准", owner: "未明确", source: null, region: null }],
    }),
    sampleOutcome({
      id: "丙",
      status: "未知",
      reasons: [{ kind: "缺少事实", name: "年度医保业务量", object: "定点医药机构", id: "丙" }],
    }),
    sampleOutcome({
      id: "丁",
      readings: [
        {
          name: "等情况",
          option: 1,
          text: "列举已尽",
          status: "暂拟",
          alternatives: [{ option: 2, text: "未尽列举，其他情况由裁量认定", status: "需裁量", value: null }],
        },
      ],
    }),
    sampleOutcome({
      id: "戊",
      rule: "管理类别",
      decision: "管理类别",
      provision: "18",
      status: "冲突",
      measure: null,
      candidates: ["A类", "C类"],
      citations: [
        {
          path: "18",
          label: "第十八条",
          quote: "仅开通个人账户结算业务的定点零售药店",
          start: 30,
          end: 48,
          ruleItem: "规则条件（二）",
        },
        {
          path: "18",
          label: "第十八条",
          quote: "单体零售药店",
          start: 60,
          end: 66,
          ruleItem: "规则条件（六）",
        },
      ],
    }),
    sampleOutcome({
      id: "甲",
      rule: "管理类别",
      decision: "管理类别",
      provision: "18",
      status: "已认定",
      value: "A类",
      measure: null,
    }),
    sampleOutcome({
      object: "县区",
      id: "东区",
      rule: "双通道药店覆盖",
      decision: "双通道药店覆盖",
      provision: "14",
      status: "不符合",
      measure: null,
      modality: "原则上应当",
    }),
    sampleOutcome({
      object: "县区",
      id: "西区",
      rule: "双通道药店覆盖",
      decision: "双通道药店覆盖",
      provision: "14",
      status: "不符合",
      measure: null,
      modality: "原则上应当",
      reason: "已记录的理由：辖区仅有2家药店，正在培育",
    }),
  ],
  conflicts: [
    {
      object: "定点医药机构",
      id: "甲",
      measure: "新增定点",
      left: { rule: "区域饱和", provision: "14", modality: "应当" },
      right: { rule: "服务圈", provision: "16", modality: "不得" },
    },
  ],
  recordName: (_object, id) =>
    ({ 甲: "仁和大药房<script>alert(1)</script>", 乙: "康民药店", 戊: "百姓单体药店" })[id] ?? null,
  synthetic: true,
  narrowing: [],
  notes: [],
  ...changes,
});
