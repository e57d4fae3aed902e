import type {
  BehaviourChange,
  Comparison,
  Contrast,
  Direction,
  EditClass,
  FurnitureChange,
  ProvisionChangeKind,
  RuleChangeKind,
  Severity,
  Verdict,
} from "../../model/change.ts";
import type { Tone } from "../tone.ts";

/** How every report of a comparison calls what it found; one table, so that all formats say the same. */

export const PROVISION_WORDS = {
  unchanged: "未变",
  changed: "修改",
  added: "新增",
  deleted: "删去",
  renumbered: "序号变动",
  moved: "移动",
  split: "拆分",
  merged: "合并",
} as const satisfies Record<ProvisionChangeKind, string>;

/** The same for two documents of which neither was made from the other: 前者 is the left one. */
const DOCUMENT_WORDS = {
  unchanged: "相同",
  changed: "对应而文字不同",
  added: "仅后者有",
  deleted: "仅前者有",
  renumbered: "文字相同而序号不同",
  moved: "对应而所在章节不同",
  split: "一条对多条",
  merged: "多条对一条",
} as const satisfies Record<ProvisionChangeKind, string>;

export const provisionWord = (kind: ProvisionChangeKind, relation: Comparison["relation"]): string =>
  relation === "versions" ? PROVISION_WORDS[kind] : DOCUMENT_WORDS[kind];

/** The order in which counts of provisions are told. */
export const PROVISION_KINDS = [
  "changed",
  "added",
  "deleted",
  "moved",
  "split",
  "merged",
  "renumbered",
  "unchanged",
] as const satisfies readonly ProvisionChangeKind[];

export const EDIT_WORDS = {
  words: "文字",
  numbering: "序号",
  reference: "引用随序号变动",
  punctuation: "标点",
  width: "全角半角",
  whitespace: "空白",
} as const satisfies Record<EditClass, string>;

export const FURNITURE_WORDS = {
  title: "标题",
  salutation: "主送机关",
  signature: "署名",
  date: "日期",
  contact: "联系方式",
  copyTo: "抄送",
  note: "附注",
  other: "其他文字",
} as const satisfies Record<FurnitureChange["role"], string>;

export const RULE_WORDS = {
  ruleAdded: "新增规则",
  ruleDeleted: "删去规则",
  ruleRenamed: "规则改名",
  threshold: "数值标准调整",
  boundWord: "界限用语调整",
  wording: "表述调整",
  conditionAdded: "增加条件",
  conditionRemoved: "取消条件",
  conditionChanged: "条件调整",
  itemAdded: "增加情形",
  itemRemoved: "删去情形",
  exceptionAdded: "增加例外",
  exceptionRemoved: "取消例外",
  exceptionChanged: "例外调整",
  modality: "要求程度调整",
  measure: "措施调整",
  subject: "适用对象调整",
  scope: "范围调整",
  classValue: "类别调整",
  formula: "算法调整",
  parameterAdded: "增加参数",
  parameterRemoved: "取消参数",
  parameterValue: "参数取值调整",
  parameterDate: "参数日期调整",
  parameterOwner: "参数确定机关调整",
  termRenamed: "用语更名",
  reading: "文义理解调整",
} as const satisfies Record<RuleChangeKind, string>;

/** The same for two documents of which neither was made from the other. */
const DOCUMENT_RULE_WORDS = {
  ruleAdded: "仅后者有的规则",
  ruleDeleted: "仅前者有的规则",
  ruleRenamed: "规则名称不同",
  threshold: "数值标准不同",
  boundWord: "界限用语不同",
  wording: "表述不同",
  conditionAdded: "后者多一条件",
  conditionRemoved: "后者少一条件",
  conditionChanged: "条件不同",
  itemAdded: "后者多一情形",
  itemRemoved: "后者少一情形",
  exceptionAdded: "仅后者有的例外",
  exceptionRemoved: "仅前者有的例外",
  exceptionChanged: "例外不同",
  modality: "要求程度不同",
  measure: "措施不同",
  subject: "适用对象不同",
  scope: "范围不同",
  classValue: "类别不同",
  formula: "算法不同",
  parameterAdded: "仅后者有的参数",
  parameterRemoved: "仅前者有的参数",
  parameterValue: "参数取值不同",
  parameterDate: "参数日期不同",
  parameterOwner: "参数确定机关不同",
  termRenamed: "用语不同",
  reading: "文义理解不同",
} as const satisfies Record<RuleChangeKind, string>;

export const RULE_TITLES = { versions: "规则变化", documents: "规则差别" } as const satisfies Record<
  Comparison["relation"],
  string
>;

export const ruleWord = (kind: RuleChangeKind, relation: Comparison["relation"]): string =>
  relation === "versions" ? RULE_WORDS[kind] : DOCUMENT_RULE_WORDS[kind];

export const SEVERITY_WORDS = {
  substantive: "实质变化",
  conditional: "视情形而定",
  wording: "仅文字变化",
} as const satisfies Record<Severity, string>;

const DOCUMENT_SEVERITY_WORDS = {
  substantive: "实质差别",
  conditional: "视情形而定",
  wording: "仅文字差别",
} as const satisfies Record<Severity, string>;

export const severityWord = (severity: Severity, relation: Comparison["relation"]): string =>
  relation === "versions" ? SEVERITY_WORDS[severity] : DOCUMENT_SEVERITY_WORDS[severity];

/** What a severity means, for legends. */
export const SEVERITY_MEANINGS = {
  substantive: "结果可能因此不同",
  conditional: "结果是否不同，取决于参数、文义理解或者事实",
  wording: "结果不因此不同",
} as const satisfies Record<Severity, string>;

export const SEVERITY_TONES = {
  substantive: "bad",
  conditional: "warning",
  wording: "muted",
} as const satisfies Record<Severity, Tone>;

export const DIRECTION_WORDS = {
  tightened: "收紧",
  loosened: "放宽",
} as const satisfies Record<Exclude<Direction, null>, string>;

/** Between two documents nothing was tightened: one of them is stricter. */
export const directionWord = (direction: Direction, relation: Comparison["relation"] = "versions"): string =>
  direction === null
    ? ""
    : relation === "versions"
      ? DIRECTION_WORDS[direction]
      : direction === "tightened"
        ? VERDICT_WORDS.stricter
        : VERDICT_WORDS.looser;

/** The right document in relation to the left one. */
export const VERDICT_WORDS = {
  equivalent: "等效",
  stricter: "更严",
  looser: "更宽",
  incomparable: "互有宽严",
  undecided: "未能判定",
} as const satisfies Record<Verdict, string>;

/** What an incomparable difference is called: two classes differ without being stricter or looser. */
export const CONTRAST_WORDS = {
  directions: VERDICT_WORDS.incomparable,
  results: "结果不同",
  names: "仅结果名目不同",
} as const satisfies Record<Contrast, string>;

type Judged = Pick<BehaviourChange, "verdict" | "ground" | "contrast">;

export const contrastOf = ({ ground, contrast }: Judged): Contrast =>
  contrast ?? (ground === null ? "results" : "directions");

export const verdictWord = (change: Judged): string =>
  change.verdict === "incomparable" ? CONTRAST_WORDS[contrastOf(change)] : VERDICT_WORDS[change.verdict];

export const VERDICT_TONES = {
  equivalent: "muted",
  stricter: "bad",
  looser: "good",
  incomparable: "warning",
  undecided: "warning",
} as const satisfies Record<Verdict, Tone>;

/** Who showed it; a verdict is never a guess. */
export const PROOF_WORDS = {
  structure: "由规则结构可知，已证明",
  own: "已证明",
  z3: "已证明（由第二求解程序）",
} as const satisfies Record<Exclude<BehaviourChange["proof"], null>, string>;

/** Where a side has no rule like the other's. */
export const NO_SUCH_RULE = "无此规定";

/** Headings of the two sides: before and after, or the two documents by name. */
export const sideWords = ({
  relation,
  left,
  right,
}: Pick<Comparison, "relation" | "left" | "right">): { readonly left: string; readonly right: string } =>
  relation === "versions" ? { left: "修改前", right: "修改后" } : { left: left.name, right: right.name };

/** The same in a sentence. */
export const quotedSideWords = (
  comparison: Pick<Comparison, "relation" | "left" | "right">,
): { readonly left: string; readonly right: string } => {
  const { left, right } = sideWords(comparison);
  return comparison.relation === "versions" ? { left, right } : { left: `“${left}”`, right: `“${right}”` };
};

/** The same where each name would stand on every line: the heading says who 前者 and 后者 are. */
export const shortSideWords = (
  relation: Comparison["relation"],
): { readonly left: string; readonly right: string } =>
  relation === "versions" ? { left: "修改前", right: "修改后" } : { left: "前者", right: "后者" };
