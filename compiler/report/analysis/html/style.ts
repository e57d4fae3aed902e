import { Markup } from "../../html/markup.ts";

/** On top of the look of every report. Marks are words and strokes, never colour alone. */
export const ANALYSIS_STYLE = new Markup(`
article { margin: 14px 0 24px; padding: 2px 0 2px 16px; border-left: 3px solid var(--line); } article.error { border-left-color: var(--red); } article.warning { border-left-style: double; border-left-color: var(--ink); }
article h4 { margin: 0 0 4px; font-size: 15.5px; display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: baseline; } article h4 small { font-weight: 400; color: var(--soft); }
.grade, .sure { border: 1px solid currentColor; padding: 0 7px; font-size: 13.5px; font-weight: 400; line-height: 1.6; white-space: nowrap; } .grade.error { color: var(--red); font-weight: 700; } .grade.info { color: var(--soft); }
article > p { margin: 4px 0; } .clauses + table { margin-top: 14px; }
.clauses td:first-child { width: 29%; } .clauses td small { display: block; color: var(--soft); font-size: 12.5px; }
.clauses .words { white-space: pre-line; } .clauses q { quotes: none; display: block; color: #333; font-size: 14px; } .clauses q cite { font-style: normal; color: var(--soft); margin-right: 4px; }
.example { margin: 8px 0; padding: 6px 12px; background: var(--shade); border: 1px solid var(--hair); break-inside: avoid; } .example p { margin: 2px 0; font-size: 14.5px; } .example ul { margin: 2px 0; padding-left: 1.4em; font-size: 14.5px; }
.change { margin: 6px 0; break-inside: avoid; } .change > p { margin: 2px 0; } .change pre { margin: 2px 0; padding: 6px 12px; white-space: pre-wrap; font: 13.5px/1.65 "Noto Sans Mono CJK SC", "Source Code Pro", Consolas, monospace; border: 1px solid var(--hair); }
.change del, .change ins { display: block; text-decoration: none; padding-left: 1.6em; text-indent: -1.6em; } .change del { color: var(--soft); text-decoration: line-through; } .change ins { font-weight: 700; } .change del::before { content: "－ "; } .change ins::before { content: "＋ "; }
details.case { border: 0; } details.case > summary { padding: 3px 0; font-size: 13.5px; color: var(--soft); } details.case pre { margin: 2px 0 6px; padding: 8px 12px; background: var(--paper); border: 1px solid var(--hair); white-space: pre-wrap; user-select: all; font: 13.5px/1.6 "Noto Sans Mono CJK SC", "Source Code Pro", Consolas, monospace; }
@media print { article h4, article > p, .clauses { break-after: avoid; } details.case { display: none; } article > p { break-inside: avoid; } .clauses tr:first-child { break-before: avoid; } }
`);
