import { textTable } from "./text-table.ts";
import type { Cell, TableLayout } from "./text-table.ts";
import type { Tone } from "./tone.ts";
import { plain } from "./tone.ts";
import { truncate, visible } from "./width.ts";

/** The state of every lowest provision and of the normative clauses: what is rule, what is declared, what is open. */
export interface CoverageSummary {
  readonly provisions: number;
  readonly coded: number;
  readonly declared: number;
  readonly untreated: number;
  readonly list: readonly { readonly path: string; readonly label: string; readonly status: string; readonly line: number }[];
  readonly clauses: { readonly normative: number; readonly covered: number };
  readonly openClauses: readonly { readonly path: string; readonly label: string; readonly line: number; readonly text: string }[];
}

const CLAUSE_WIDTH = 60;

/** 未处理 and 未转译 are what `coverage` exists to find. */
export const isClean = (summary: CoverageSummary): boolean =>
  summary.untreated === 0 &&
  summary.clauses.covered === summary.clauses.normative &&
  summary.list.every(({ status }) => status !== "未转译");

export const coverageTable = (policy: string, summary: CoverageSummary, layout: TableLayout = {}): string => {
  const paint = layout.paint ?? plain;
  const rows = summary.list.map(({ line, path, label, status }): Cell[] => [line, { text: path, tone: "muted" }, label, { text: status, tone: toneOf(status) }]);
  const open = summary.openClauses.map(({ line, label, text }): Cell[] => [line, label, truncate(visible(text.replaceAll(/\s/g, "")), CLAUSE_WIDTH)]);
  return [
    paint("strong", policy),
    textTable([{ title: "行", align: "right", fixed: true }, { title: "路径" }, { title: "条文" }, { title: "状态", fixed: true }], rows, layout),
    ...(open.length === 0 ? [] : [`${paint("strong", "尚无依据或者说明的规范语句")}\n${textTable([{ title: "行", align: "right", fixed: true }, { title: "条文" }, { title: "语句" }], open, layout)}`]),
    `条款${summary.provisions}处：已编码${summary.coded}处，有说明${summary.declared}处，未处理${summary.untreated}处。\n规范语句${summary.clauses.normative}句：已有依据或者说明${summary.clauses.covered}句，未覆盖${summary.clauses.normative - summary.clauses.covered}句。`,
  ].join("\n\n");
};

/** The agreed shape: the list carries path and status, and what helps to find the place. */
export const coverageJson = ({ provisions, coded, declared, untreated, list, clauses, openClauses }: CoverageSummary): unknown => ({
  provisions,
  coded,
  declared,
  untreated,
  list,
  clauses,
  openClauses,
});

const toneOf = (status: string): Tone => {
  if (status === "已编码") return "good";
  return status === "未处理" || status === "未转译" ? "bad" : "muted";
};
