import { dayInChinese } from "../../day.ts";
import { NO_PROVISION } from "../../finding.ts";
import { html } from "../../html/markup.ts";
import type { Markup } from "../../html/markup.ts";
import { STYLE } from "../../html/style.ts";
import type { AnalysisReport } from "../report.ts";
import { CERTAINTY_WORDS, leftWords, summaryWords } from "../words.ts";
import { findingArticle } from "./finding.ts";
import { ANALYSIS_STYLE } from "./style.ts";

/** The whole analysis as one self-contained page: no scripts, nothing loaded. Provisions bring their numbers with them. */
export const analysisPage = (report: AnalysisReport): string => {
  const { analysis, groups, left } = report;
  const marks = [
    ...(report.caveat === null ? [] : [report.program?.policy.stage ?? "草案", "尚未施行"]),
    ...(report.synthetic ? ["合成数据"] : []),
  ].join("　");
  return html`<!DOCTYPE html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${analysis.policy}规则分析报告</title>
        <style>
          ${STYLE}${ANALYSIS_STYLE}
        </style>
      </head>
      <body>
        ${marks === "" ? null : html`<div class="banner">${marks}</div>`}
        <main>
          ${marks === "" ? null : html`<div class="every-page"><div>${marks}</div></div>`}
          <header>
            <h1>${analysis.policy}</h1>
            <div class="kind">规则分析报告</div>
            ${facts(report)}
          </header>
          <p class="lead">${summaryWords(report)}</p>
          ${tiles(report)} ${report.caveat === null ? null : html`<p class="lead">${report.caveat}</p>`}
          ${groups.map(
            ({ label, findings }) =>
              html`<section>
                <h2>${label ?? NO_PROVISION}</h2>
                ${findings.map((each) => findingArticle(each, report.file))}
              </section>`,
          )}
          ${
            left.length === 0
              ? null
              : html`<section>
                  <h2>已注明不提示的${left.length}处</h2>
                  ${left.map((each) => html`<p>${leftWords(each)}</p>`)}
                </section>`
          }
          ${
            analysis.notes.length === 0
              ? null
              : html`<section>
                  <h2>说明</h2>
                  ${analysis.notes.map((note) => html`<p class="lead">${note}</p>`)}
                </section>`
          }
          <footer>
            本报告由条文依政策原文、规则和所载数据作出。“${CERTAINTY_WORDS.shown}”的例子均已按规则执行；“${CERTAINTY_WORDS.tested}”不是证明；“${CERTAINTY_WORDS.undecided}”的事项请人工核对。
          </footer>
        </main>
      </body>
    </html>`.text.concat("\n");
};

const facts = ({ analysis, file, parent }: AnalysisReport): Markup => {
  const rows: readonly (readonly [string, string])[] = [
    ["文件", file],
    ["基准日", dayInChinese(analysis.at)],
    ...(parent === null ? [] : [["对照的上位政策", parent.name] as const]),
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
};

const tiles = ({ counts, analysis }: AnalysisReport): Markup => {
  // Some things are found to be too much to be asked at all.
  const open = analysis.findings.filter(({ certainty }) => certainty === "undecided").length;
  const undecided = Math.max(analysis.undecided, open);
  const rows: readonly (readonly [string, number, boolean])[] = [
    ["错误", counts.error, counts.error > 0],
    ["警告", counts.warning, false],
    ["提示", counts.info, false],
    ["未能判定", undecided, undecided > 0],
  ];
  return html`<div class="tiles">
    ${rows.map(([name, number, bad]) => html`<div class="tile${bad ? " bad" : ""}"><b>${number}</b><span>${name}</span></div>`)}
  </div>`;
};
