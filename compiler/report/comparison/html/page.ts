import type { Comparison } from "../../../model/change.ts";
import { html } from "../../html/markup.ts";
import type { Markup } from "../../html/markup.ts";
import { STYLE } from "../../html/style.ts";
import { chineseOrdinal } from "../../result-words.ts";
import { legendOf } from "../marks.ts";
import type { LegendEntry } from "../marks.ts";
import { caveatLines, talliesOf, tallyWords } from "../section-words.ts";
import { quotedSideWords, RULE_TITLES } from "../words.ts";
import { comparisonTable } from "../table-rows.ts";
import type { TableOptions } from "../table-rows.ts";
import { behaviourSection } from "./behaviour.ts";
import { impactSection } from "./impact.ts";
import { rulesSection } from "./rules.ts";
import { COMPARISON_STYLE } from "./style.ts";
import { bothSides } from "./table.ts";

/** The whole comparison as one self-contained page: no scripts, nothing loaded; printed, it is the same table. */
export const comparisonPage = (comparison: Comparison, options: TableOptions): string => {
  const table = comparisonTable(comparison, options);
  const sections = [
    ["条文对照", bothSides(table)],
    [RULE_TITLES[comparison.relation], rulesSection(comparison)],
    ["规则效果", behaviourSection(comparison)],
    ["对现有记录的影响", impactSection(comparison)],
    ["说明", notesSection(comparison.notes)],
  ] as const;
  const present = sections.filter(([, body]) => body !== null);
  return html`<!DOCTYPE html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${table.title}</title>
        <style>
          ${STYLE}${COMPARISON_STYLE}
        </style>
      </head>
      <body>
        <main>
          <header>
            <h1>${table.title}</h1>
            <p class="key">${legendOf(comparison).map(legendEntry)}</p>
            ${caveatLines(comparison, quotedSideWords(comparison)).map((words) => html`<p class="caveat">${words}</p>`)}
          </header>
          <p class="on-paper tally">${tallyWords(comparison)}</p>
          ${tiles(comparison)}
          ${present.map(
            ([title, body], at) =>
              html`<section>
                <h2>${chineseOrdinal(at + 1)}、${title}</h2>
                ${body}
              </section>`,
          )}
          <footer>本表由条文依两份文件的文本、规则和所载数据比较得出，同一输入得出同一结果。</footer>
        </main>
      </body>
    </html>`.text.concat("\n");
};

const legendEntry = ({ mark, sample, meaning }: LegendEntry): Markup =>
  html`<span>${sampleOf(mark, sample)}：${meaning}</span>`;

const sampleOf = (mark: LegendEntry["mark"], sample: string): Markup => {
  switch (mark) {
    case "deleted":
      return html`<del>${sample}</del>`;
    case "added":
      return html`<ins>${sample}</ins>`;
    case "minor":
      return html`<span class="minor">${sample}</span>`;
  }
};

const tiles = (comparison: Comparison): Markup =>
  html`<div class="tiles on-screen">
    ${talliesOf(comparison).map(({ name, number, note }) => html`<div class="tile"><b>${number}</b><span>${name}</span><small>${note}</small></div>`)}
  </div>`;

const notesSection = (notes: readonly string[]): Markup | null =>
  notes.length === 0 ? null : html`${notes.map((note) => html`<p class="lead">${note}</p>`)}`;
