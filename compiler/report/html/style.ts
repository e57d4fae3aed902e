import { Markup } from "./markup.ts";

/**
 * The look of an official document: serif text, one red line under the head, tables with hairlines.
 * Colours always stand beside words, so the page also reads in black and white.
 */
export const STYLE = new Markup(`
:root { --ink: #1c1c1c; --soft: #5c5c5c; --line: #c9c4bb; --hair: #e6e2da; --red: #a8201a; --paper: #fffefb; --shade: #f6f3ec; }
* { box-sizing: border-box; }
html { background: #ece8e0; }
body { margin: 0; color: var(--ink); font: 16px/1.75 "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC", STSong, SimSun, serif; line-break: strict; overflow-wrap: anywhere; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
main { max-width: 980px; margin: 0 auto; padding: 40px 64px 72px; background: var(--paper); box-shadow: 0 0 24px rgb(0 0 0 / 8%); }
.banner { position: sticky; top: 0; z-index: 2; padding: 6px 16px; background: var(--red); color: #fff; text-align: center; letter-spacing: .2em; font-size: 14px; }
header { text-align: center; border-bottom: 2px solid var(--red); padding-bottom: 20px; margin-bottom: 28px; }
h1 { font-size: 27px; line-height: 1.45; margin: 12px 0 4px; font-weight: 700; text-wrap: balance; }
.kind { font-size: 19px; letter-spacing: .5em; margin: 6px 0 14px; text-indent: .5em; }
.facts { display: flex; flex-wrap: wrap; justify-content: center; gap: 2px 28px; margin: 0; font-size: 14.5px; color: var(--soft); }
.facts div { display: flex; } .facts dt::after { content: "："; } .facts dd { margin: 0; color: var(--ink); }
h2 { font-size: 20px; margin: 36px 0 10px; font-weight: 700; break-after: avoid; }
h3 { font-size: 16px; margin: 20px 0 6px; break-after: avoid; }
p { margin: 8px 0; } p.lead { text-indent: 2em; }
.small { font-size: 13.5px; color: var(--soft); }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1px; border: 1px solid var(--line); background: var(--hair); margin: 16px 0; }
.tile { padding: 10px 8px 8px; text-align: center; background: var(--paper); }
.tile b { display: block; font-size: 27px; line-height: 1.25; font-variant-numeric: tabular-nums; }
.tile span { font-size: 13.5px; color: var(--soft); } .tile small { display: block; min-height: 1.5em; font-size: 12px; line-height: 1.5; color: var(--soft); } b.bad { color: var(--red); } .tile.bad b { color: var(--red); }
table { border-collapse: collapse; width: 100%; font-size: 14.5px; line-height: 1.55; margin: 8px 0; }
th { text-align: left; font-weight: 700; border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--ink); padding: 5px 8px; white-space: nowrap; }
td { border-bottom: 1px solid var(--hair); padding: 6px 8px; vertical-align: top; }
tbody tr:last-child td { border-bottom: 1.5px solid var(--ink); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.short { white-space: nowrap; } tr { break-inside: avoid; } td.bar { width: 34%; min-width: 190px; }
svg.counts { display: block; width: 100%; height: 12px; margin: 5px 0 3px; }
.legend { font-size: 12.5px; color: var(--soft); } .legend span { white-space: nowrap; margin-right: 10px; }
.dot { display: inline-block; width: 9px; height: 9px; margin-right: 4px; }
.status { display: inline-block; min-width: 4.2em; padding: 0 7px; text-align: center; font-size: 13.5px; line-height: 1.6; border: 1px solid currentColor; white-space: nowrap; }
details { border-bottom: 1px solid var(--hair); } details > summary { cursor: pointer; padding: 7px 2px; display: flex; gap: 12px; align-items: baseline; list-style-position: inside; break-after: avoid; }
summary::before { content: "▸"; color: var(--soft); font-size: 12px; } details[open] > summary::before { content: "▾"; } summary::-webkit-details-marker { display: none; }
summary .who { flex: 1; font-weight: 700; } summary .who small { font-weight: 400; color: var(--soft); margin-left: 8px; }
summary .tally { font-size: 13.5px; color: var(--soft); text-align: right; }
.result { margin: 4px 0 12px 22px; padding-left: 14px; border-left: 2px solid var(--line); break-inside: avoid; }
.result h4 { margin: 0 0 2px; font-size: 15.5px; font-weight: 700; } .result h4 small { font-weight: 400; color: var(--soft); margin: 0 6px; }
.result p, .result blockquote { margin: 2px 0; font-size: 14.5px; } blockquote { color: #333; } blockquote cite { font-style: normal; color: var(--soft); margin-right: 6px; }
.result .label { color: var(--soft); } .others { margin: 4px 0 16px 22px; font-size: 13.5px; color: var(--soft); }
.others td, .others th { font-size: 13.5px; padding: 3px 8px; } .others tbody tr:last-child td { border-bottom: 1px solid var(--hair); } .others th { border-top: 0; border-bottom: 1px solid var(--line); font-weight: 400; }
.receipt td { font-family: "Noto Sans Mono CJK SC", "Source Code Pro", Consolas, monospace; font-size: 12.5px; } .receipt td:first-child { font-family: inherit; font-size: 14.5px; }
footer { margin-top: 40px; padding-top: 10px; border-top: 1px solid var(--line); font-size: 13px; color: var(--soft); text-align: center; }
.every-page, .on-paper { display: none; }
@media (max-width: 700px) { main { padding: 24px 18px 48px; } td.bar { min-width: 120px; } .tiles { grid-template-columns: repeat(2, 1fr); } summary { flex-wrap: wrap; } }
@page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page); font: 9.5pt "Songti SC", SimSun, serif; } }
@media print {
  html { background: none; } body { font-size: 11pt; } main { max-width: none; padding: 0; box-shadow: none; background: none; }
  main { display: table; width: 100%; table-layout: fixed; } .banner { display: none; }
  .every-page { display: table-header-group; break-inside: avoid; text-align: center; font-size: 9.5pt; letter-spacing: .2em; color: var(--red); }
  .every-page div { padding-bottom: 6mm; } .on-paper { display: block; } .on-screen, details.quiet { display: none; } .whole { break-inside: avoid; }
  section > p { break-after: avoid; } thead { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; } summary::before, details[open] > summary::before { content: ""; }
  a { color: inherit; text-decoration: none; }
}
`);
