import type { DiagnosticTable } from "../../../language/index.ts";
import { exampleFile } from "../../resolve/example.ts";
import { findings } from "./finding.ts";

const RULE = (condition: string): string =>
  exampleFile(`【规则】少量机构
医药机构${condition}的，应当限期整改。`);

/** What can be wrong with a condition by itself. */
export const conditionKinds = {
  "condition-never": {
    severity: "warning",
    message: "{rule}的{clause}{beside}不可能成立，{effect}。请核对数值、界限词和所用的事实。",
    why: "永远不成立的条件等于没有写：起草时想要管住的情形实际上没有管住。常见原因是上下限写反，或者同一事实要求两个不同的取值。",
    bad: RULE("业务量低于100笔且业务量超过200笔"),
    good: RULE("业务量低于100笔且结算额超过200元"),
  },
  "condition-always": {
    severity: "warning",
    message: "{rule}的{clause}{beside}总是成立，{effect}。请核对数值、界限词和所用的事实。",
    why: "永远成立的条件不起区分作用：看似有限制，实际上没有限制。常见原因是两个界限合起来覆盖了全部数值。",
    bad: RULE("业务量低于100笔或者业务量100笔以上"),
    good: RULE("业务量低于100笔或者结算额100元以上"),
  },
  "condition-implied": {
    severity: "info",
    message: "{rule}的“{clause}”{because}，写与不写结果相同。可以删去，或者核对是否写错。",
    why: "同一句话里，一个条件已经包含另一个条件的，多写的条件不起作用，容易使人误以为另有所指。",
    bad: RULE("业务量低于100笔且业务量低于200笔"),
    good: RULE("业务量低于100笔"),
  },
} as const satisfies DiagnosticTable;

export const conditionFinding = findings(conditionKinds);
