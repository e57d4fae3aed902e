import { hasFindings, summarise, totals } from "../check-report.ts";
import type { CheckReport, RecordResults } from "../check-report.ts";
import { dayInChinese } from "../day.ts";
import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";

interface Tile {
  readonly name: string;
  readonly number: number;
  /** What the number contains. */
  readonly note?: string;
  readonly bad?: boolean;
}

/** What a reader must know who reads no further. */
export const overview = (report: CheckReport, records: readonly RecordResults[]): Markup => {
  const { counts, unexcused, measures, contradictions } = totals(report);
  const [held, unmet, clashing] = [counts["成立"] ?? 0, counts["不符合"] ?? 0, counts["冲突"] ?? 0];
  const tiles: readonly Tile[] = [
    { name: "核对记录", number: records.length },
    { name: "成立", number: held, note: held === measures ? "" : `其中措施${measures}项` },
    {
      name: "不符合",
      number: unmet,
      note: unmet === 0 ? "" : `其中未记理由${unexcused}项`,
      bad: unexcused > 0,
    },
    {
      name: "冲突",
      number: clashing + contradictions,
      note: contradictions === 0 ? "" : `认定${clashing}项，措施${contradictions}项`,
      bad: clashing + contradictions > 0,
    },
    { name: "未认定", number: counts["未认定"] ?? 0 },
    { name: "需裁量", number: counts["需裁量"] ?? 0 },
    { name: "未知", number: counts["未知"] ?? 0, note: "缺少事实" },
    { name: "数据错误", number: report.dataErrors.length, bad: report.dataErrors.length > 0 },
  ];
  return html`${report.notice === null ? null : html`<p class="lead"><b>${report.notice}</b></p>`}
    <p class="lead">
      以${dayInChinese(report.at)}为基准日，对${records.length}条记录逐条核对${summarise(report.outcomes).length}项规则和认定，得出结果${report.outcomes.length}项。${hasFindings(report) ? "其中存在需要处理的事项，列明如下。" : "未发现未说明理由的不符合、冲突和数据错误。"}
    </p>
    <div class="tiles">
      ${tiles.map(({ name, number, note = "", bad = false }) => html`<div class="tile${bad ? " bad" : ""}"><b>${number}</b><span>${name}</span><small>${note}</small></div>`)}
    </div>
    ${report.synthetic ? html`<p class="small">本报告所用数据为合成数据，仅用于演示和验证，不反映任何机构的真实情况。</p>` : null}`;
};
