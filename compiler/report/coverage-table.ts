import { LineIndex, slice } from "../../language/index.ts";
import type { OfficialDocument } from "../../language/index.ts";
import type { TextCoverage } from "../../language/index.ts";
import { textTable } from "./text-table.ts";
import type { Cell, TableLayout } from "./text-table.ts";
import { plain } from "./tone.ts";
import type { Tone } from "./tone.ts";
import { truncate, visible } from "./width.ts";

const CLAUSE_WIDTH = 60;

/** 未处理, 未转译 and open clauses are what `coverage` exists to find. */
export const isWhole = ({ untreated, clauses, list }: TextCoverage): boolean =>
  untreated === 0 && clauses.covered === clauses.normative && list.every(({ status }) => status !== "未转译");

/** The state of every lowest provision and of the normative clauses, for a person. */
export const coverageTable = (
  title: string,
  document: OfficialDocument,
  coverage: TextCoverage,
  layout: TableLayout = {},
): string => {
  const paint = layout.paint ?? plain;
  const lines = new LineIndex(document.source.text);
  const rows = coverage.list.map(({ path, status }): Cell[] => {
    const provision = document.byPath.get(path);
    return [
      provision === undefined ? "—" : lines.position(provision.span.start).line,
      { text: path, tone: "muted" },
      provision?.label ?? path,
      { text: status, tone: toneOf(status) },
    ];
  });
  const { normative, covered } = coverage.clauses;
  return [
    paint("strong", visible(title)),
    textTable(
      [
        { title: "行", align: "right", fixed: true },
        { title: "路径" },
        { title: "条文" },
        { title: "状态", fixed: true },
      ],
      rows,
      layout,
    ),
    ...openClauses(document, coverage, lines, layout),
    `条款${coverage.provisions}处：已编码${coverage.coded}处，有说明${coverage.declared}处，未处理${coverage.untreated}处。
规范语句${normative}句：已有依据或者说明${covered}句，未覆盖${normative - covered}句。`,
  ].join("\n\n");
};

/** The agreed shape, with the open clauses in words. */
export const coverageJson = (
  document: OfficialDocument,
  { provisions, coded, declared, untreated, list, clauses, uncoveredClauses }: TextCoverage,
): unknown => {
  const lines = new LineIndex(document.source.text);
  return {
    provisions,
    coded,
    declared,
    untreated,
    list,
    clauses,
    uncovered: uncoveredClauses.map(({ provision, span, words }) => ({
      path: provision,
      line: lines.position(span.start).line,
      words,
      text: slice(document.source, span),
    })),
  };
};

const openClauses = (
  document: OfficialDocument,
  { uncoveredClauses }: TextCoverage,
  lines: LineIndex,
  layout: TableLayout,
): string[] => {
  if (uncoveredClauses.length === 0) return [];
  const rows = uncoveredClauses.map(({ provision, span }): Cell[] => [
    lines.position(span.start).line,
    document.byPath.get(provision)?.label ?? provision,
    truncate(visible(slice(document.source, span).replaceAll(/\s/g, "")), CLAUSE_WIDTH),
  ]);
  const table = textTable(
    [{ title: "行", align: "right", fixed: true }, { title: "条文" }, { title: "语句" }],
    rows,
    layout,
  );
  return [`${(layout.paint ?? plain)("strong", "尚无依据或者说明的规范语句")}\n${table}`];
};

const toneOf = (status: string): Tone => {
  if (status === "已编码") return "good";
  return status === "未处理" || status === "未转译" ? "bad" : "muted";
};
