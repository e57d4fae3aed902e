import { Markup } from "../../html/markup.ts";

/**
 * On top of the look of every report: wider, 仿宋 for the text and 黑体 for what is new, A4 across on paper.
 * Marks are strokes and type, never colour alone.
 */
export const COMPARISON_STYLE = new Markup(`
:root { --text: FangSong, FangSong_GB2312, "仿宋", "仿宋_GB2312", STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; --bold: SimHei, "黑体", STHeiti, "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; }
body { font-family: "Times New Roman", var(--text); } main { max-width: 1240px; padding: 40px 48px 72px; }
h1, h2, h3, h4, th, b, strong { font-family: "Times New Roman", var(--bold); } h1 { font-size: 28px; }
.key { margin: 8px 0 0; font-size: 15px; } .key > span { white-space: nowrap; margin: 0 10px; }
ins { font-family: "Times New Roman", var(--bold); font-weight: 700; text-decoration: none; } del { text-decoration: line-through; text-decoration-thickness: 1px; }
.caveat { margin: 6px 0 0; text-align: center; }
.minor { text-decoration: underline dotted 1px; text-underline-offset: 3px; }
.tiles { display: flex; flex-wrap: wrap; background: none; border: 0; gap: 0; margin: 16px 0 16px 1px; } .tile { flex: 1 1 118px; border: 1px solid var(--hair); margin: 0 0 -1px -1px; }
table.both { table-layout: fixed; border-collapse: separate; border-spacing: 0; border: solid var(--ink); border-width: 1px 0 0 1px; font-size: 15.5px; line-height: 1.65; }
table.both th, table.both td { border: solid var(--ink); border-width: 0 1px 1px 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; padding: 6px 10px; vertical-align: top; white-space: normal; }
table.both thead th { text-align: center; background: var(--shade); } table.both .chapter th { text-align: center; background: #fbfaf6; }
table.both p { margin: 0; text-indent: 2em; } table.both .tag { text-indent: 0; font-size: 13.5px; color: var(--soft); } table.both .only { text-align: center; font-weight: 400; text-indent: 0; color: var(--soft); }
table.both .note { font-size: 13.5px; line-height: 1.55; } table.both .note p { text-indent: 0; margin-bottom: 4px; }
table.both tr { break-inside: auto; }
table.list { table-layout: fixed; } table.list td, table.list th { white-space: normal; }
.list .ground { margin: 2px 0 0; } table.list tr { break-inside: auto; } table.short tr, tr.apart { break-inside: avoid; } tr.apart { break-after: avoid; } tr.apart th { text-align: left; background: var(--shade); } .places { display: block; font-size: 13.5px; color: var(--soft); } .ground { font-size: 13.5px; color: var(--soft); }
.verdict { display: inline-block; padding: 0 8px; border: 1px solid currentColor; font-size: 14px; font-weight: 400; margin-left: 8px; } .verdict.bad { border-width: 2px; }
article { margin: 18px 0; } article > p { margin: 4px 0; }
.witness { margin: 8px 0 14px; padding: 6px 0 2px 16px; border-left: 2px solid var(--line); } .witness ul { margin: 2px 0 6px; padding-left: 1.4em; }
details.case { border: 0; } details.case > summary { padding: 3px 0; font-size: 13.5px; color: var(--soft); } .witness table { table-layout: fixed; } .witness td p { margin: 0 0 3px; }
pre { margin: 4px 0 10px; padding: 8px 12px; background: var(--shade); border: 1px solid var(--hair); white-space: pre-wrap; user-select: all; font: 13.5px/1.6 "Noto Sans Mono CJK SC", "Source Code Pro", Consolas, monospace; }
.ids { font-size: 13.5px; color: var(--soft); margin: 2px 0 8px; } .shift { margin: 4px 0; }
@page { size: A4 landscape; margin: 16mm 15mm 18mm; @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: 9.5pt FangSong, "仿宋", STFangsong, "Noto Serif CJK SC", serif; } }
@media print {
  body { font-size: 10.5pt; } main { display: block; padding: 0; max-width: none; } h1 { font-size: 18pt; } h2 { font-size: 14pt; }
  table.both { width: calc(100% - 2px); font-size: 10.5pt; line-height: 1.5; } table.both .note { font-size: 9pt; } table.both thead { display: table-header-group; }
  table.both p { orphans: 2; widows: 2; } .chapter { break-after: avoid; } tr.chapter + tr { break-before: avoid; }
  .witness tr { break-inside: avoid; } .witness > p:first-child, .witness > ul { break-after: avoid; } .tiles.on-screen { display: none; } header { padding-bottom: 8px; margin-bottom: 12px; } h2 { margin: 16px 0 8px; } .tally { text-align: center; font-size: 9.5pt; }
  pre { font-size: 8.5pt; break-inside: avoid; }
}
`);
