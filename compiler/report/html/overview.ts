import { hasFindings, isUnexcused, summarise } from "../check-report.ts";
import type { CheckReport, RecordResults } from "../check-report.ts";
import { dayInChinese } from "../day.ts";
import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";

/** What a reader must know who reads no further. */
export const overview = (report: CheckReport, records: readonly RecordResults[]): Markup => {
  const count = (wanted: (status: string) => boolean): number =>
    report.outcomes.filter(({ status }) => wanted(status)).length;
  const unexcused = report.outcomes.filter(isUnexcused).length;
  const clashes = report.conflicts.length + count((status) => status === "冲突");
  const tiles: readonly (readonly [string, number, boolean])[] = [
    ["核对记录", records.length, false],
    [
      "措施成立",
      report.outcomes.filter(({ status, measure }) => status === "成立" && measure !== null).length,
      false,
    ],
    ["不符合（未记理由）", unexcused, unexcused > 0],
    ["冲突", clashes, clashes > 0],
    ["未认定", count((status) => status === "未认定"), false],
    ["需裁量", count((status) => status === "需裁量"), false],
    ["缺少事实", count((status) => status === "未知"), false],
    ["数据错误", report.dataErrors.length, report.dataErrors.length > 0],
  ];
  return html`${report.notice === null ? null : html`<p class="lead"><b>${report.notice}</b></p>`}
    <p class="lead">
      以${dayInChinese(report.at)}为基准日，对${records.length}条记录逐条核对${summarise(report.outcomes).length}项规则和认定，得出结果${report.outcomes.length}项。${hasFindings(report) ? "其中存在需要处理的事项，列明如下。" : "未发现未说明理由的不符合、冲突和数据错误。"}
    </p>
    <div class="tiles">
      ${tiles.map(([name, number, bad]) => html`<div class="tile${bad ? " bad" : ""}"><b>${number}</b><span>${name}</span></div>`)}
    </div>
    ${report.synthetic ? html`<p class="small">本报告所用数据为合成数据，仅用于演示和验证，不反映任何机构的真实情况。</p>` : null}`;
};
