import { printRational, type Rational } from "../../language/index.ts";
import type { Parameter, Program } from "../model/ir.ts";
import type { Field, NumberType } from "../model/type.ts";
import { canonicalValue } from "./canonical.ts";
import type { RecordedReason, SuppliedDistance, SuppliedParameter } from "./facts.ts";
import { Findings, type DataRow, type DataTable } from "./model.ts";
import { didYouMean } from "./nearest.ts";
import { parseCell } from "./parse-cell.ts";

/** Which records there are: ids by object. */
export type KnownIds = ReadonlyMap<string, IdSet>;

/** Ids that can be asked for; a large register answers without listing them. */
export type IdSet = Pick<ReadonlySet<string>, "has" | "size">;

export interface ReadExtra<Item> {
  readonly items: readonly Item[];
  readonly findings: Findings;
}

/** 参数.csv: 名称,地区,自,值,出处. The program says what type a parameter's value has. */
export const readParameters = (
  table: DataTable,
  parameters: Program["parameters"],
  ids: KnownIds,
): ReadExtra<SuppliedParameter> =>
  readRows(table, ["名称", "值"], ["地区", "自", "出处"], (row, findings) => {
    const name = textOf(row, "名称");
    const parameter = parameters.get(name);
    if (parameter === undefined) {
      findings.error(row.line, "名称", name, `政策中的参数${didYouMean(name, parameters.keys())}`);
      return null;
    }
    const region = readRegion(row, parameter, ids, findings);
    const from = readTyped(row, "自", DATE_FIELD, findings);
    const value = readTyped(row, "值", parameter, findings);
    if (region === undefined || from === undefined || value === undefined || value === null) return null;
    const day = from?.kind === "date" ? from.value : null;
    const source = row.cells.get("出处")?.text ?? null;
    return {
      item: { name, from: day, region, value, source },
      key: [name, region, day],
      says: canonicalValue(value),
      column: "值",
    };
  });

/** 步行距离.csv: 起,止,距离. The unit is written in each cell, since a bare number could be 米 or 公里. */
export const readDistances = (table: DataTable, ids: KnownIds): ReadExtra<SuppliedDistance> => {
  const isKnown = (id: string): boolean => [...ids.values()].some((known) => known.has(id));
  return readRows(table, ["起", "止", "距离"], [], (row, findings) => {
    const [from, to, written] = [textOf(row, "起"), textOf(row, "止"), textOf(row, "距离")];
    for (const [column, id] of [
      ["起", from],
      ["止", to],
    ] as const) {
      if (!isKnown(id)) findings.error(row.line, column, id, "数据中已有的编号");
    }
    if (from === "" || to === "" || written === "") return null;
    const parsed = parseCell(written, { type: METRES });
    const metres =
      parsed.kind === "value" && parsed.value.kind === "number" ? toNumber(parsed.value.value) : -1;
    if (metres < 0 || /^[\d.,\s０-９]+$/.test(written)) {
      findings.error(row.line, "距离", written, "距离（写明单位，如1400米、1.4公里）");
      return null;
    }
    return { item: { from, to, metres }, key: [from, to], says: String(metres), column: "距离" };
  });
};

/** 理由.csv: 对象,编号,规则,理由. */
export const readReasons = (
  table: DataTable,
  rules: ReadonlySet<string>,
  ids: KnownIds,
): ReadExtra<RecordedReason> =>
  readRows(table, ["对象", "编号", "规则", "理由"], [], (row, findings) => {
    const [object, id, rule, reason] = [
      textOf(row, "对象"),
      textOf(row, "编号"),
      textOf(row, "规则"),
      textOf(row, "理由"),
    ];
    const known = ids.get(object);
    if (known === undefined)
      findings.error(row.line, "对象", object, `已声明的对象${didYouMean(object, ids.keys())}`);
    else if (!known.has(id)) findings.error(row.line, "编号", id, `“${object}”已有的编号`);
    if (!rules.has(rule))
      findings.error(row.line, "规则", rule, `政策中的规则名称${didYouMean(rule, rules)}`);
    if (reason === "") findings.error(row.line, "理由", "", "偏离“原则上”的理由");
    if (reason === "" || !known?.has(id) || !rules.has(rule)) return null;
    return { item: { object, id, rule, reason }, key: [object, id, rule], says: reason, column: "理由" };
  });

/** One row as read: what it is about, what it says about it, and the column that says it. */
interface Claim<Item> {
  readonly item: Item;
  readonly key: readonly unknown[];
  readonly says: string;
  readonly column: string;
}

/** Reads each row; rows that say different things about the same are all left out and reported. */
const readRows = <Item>(
  table: DataTable,
  required: readonly string[],
  optional: readonly string[],
  read: (row: DataRow, findings: Findings) => Claim<Item> | null,
): ReadExtra<Item> => {
  const findings = new Findings(table.file);
  const missing = required.filter((column) => !table.columns.includes(column));
  if (missing.length > 0 && table.rows.length > 0) {
    for (const column of missing) findings.error(1, column, "", `“${column}”一列（这个文件未读取）`);
    return { items: [], findings };
  }
  const known = [...required, ...optional];
  for (const column of table.columns.filter((name) => !known.includes(name))) {
    findings.note(`“${column}”不是这个文件的列，未读取${didYouMean(column, known) || "。"}`, null, column);
  }
  const claims = new Map<
    string,
    { readonly claim: Claim<Item>; readonly line: number; contradicted: boolean }
  >();
  for (const row of table.rows) {
    const claim = read(row, findings);
    if (claim === null) continue;
    const key = JSON.stringify(claim.key);
    const earlier = claims.get(key);
    if (earlier === undefined) claims.set(key, { claim, line: row.line, contradicted: false });
    else if (earlier.claim.says !== claim.says) {
      earlier.contradicted = true;
      findings.error(
        row.line,
        claim.column,
        textOf(row, claim.column),
        `与第${earlier.line}行一致的内容（不一致的各行均未采用）`,
      );
    }
  }
  const items = [...claims.values()].filter((held) => !held.contradicted).map((held) => held.claim.item);
  return { items, findings };
};

const textOf = (row: DataRow, column: string): string => row.cells.get(column)?.text ?? "";

/** Undefined where the cell is bad; null where it is empty. */
const readTyped = (row: DataRow, column: string, field: Pick<Field, "type">, findings: Findings) => {
  const parsed = parseCell(textOf(row, column), field);
  if (parsed.kind === "bad") findings.error(row.line, column, textOf(row, column), parsed.expected);
  return parsed.kind === "value" ? parsed.value : parsed.kind === "empty" ? null : undefined;
};

/** Undefined where the region does not fit the parameter. */
const readRegion = (
  row: DataRow,
  parameter: Parameter,
  ids: KnownIds,
  findings: Findings,
): string | null | undefined => {
  const region = textOf(row, "地区");
  if (parameter.regional === null) {
    if (region === "") return null;
    findings.error(row.line, "地区", region, `空白（“${parameter.name}”不分地区）`);
    return undefined;
  }
  const known = ids.get(parameter.regional) ?? new Set<string>();
  if (known.has(region)) return region;
  findings.error(row.line, "地区", region, `“${parameter.regional}”的编号`);
  return undefined;
};

const toNumber = (value: Rational): number => Number(printRational(value));

const DATE_FIELD = { type: { kind: "date" } } as const;

const METRES: NumberType = {
  kind: "number",
  dimension: "length",
  unit: "米",
  integer: false,
  share: false,
  scale: 3,
};
