import { readJsonText, type JsonProblem, type JsonValue } from "./json-text.ts";
import { Findings, type DataCell, type DataRow, type DataTable } from "./model.ts";

/** A JSON text that is a list of objects, one for each record. */
export const readJson = (file: string, text: string): DataTable => {
  const findings = new Findings(file);
  const whole = text.trim() === "" ? EMPTY_LIST : readJsonText(text);
  if (whole.kind === "problem") reportProblem(whole, findings);
  else if (whole.kind !== "list")
    findings.error(whole.line, "", whole.text, "由对象组成的列表（[{…}, {…}]）");
  return collect(file, whole.kind === "list" ? whole.items : [], findings);
};

/** One JSON object on each line; a line that is none is reported and the next lines are read. */
export const readJsonLines = (file: string, text: string): DataTable => {
  const findings = new Findings(file);
  const records: JsonValue[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const value = readJsonText(line, at + 1);
    if (value.kind === "problem") reportProblem(value, findings, line.trim());
    else records.push(value);
  }
  return collect(file, records, findings);
};

const EMPTY_LIST: JsonValue = { kind: "list", items: [], text: "[]", line: 1 };

const reportProblem = (problem: JsonProblem, findings: Findings, written = ""): void => {
  findings.error(problem.line, "", written, `${problem.expected}（此处不是正确的JSON）`);
};

const collect = (file: string, records: readonly JsonValue[], findings: Findings): DataTable => {
  const columns = new Set<string>();
  const rows: DataRow[] = [];
  for (const record of records) {
    if (record.kind !== "object") {
      findings.error(record.line, "", record.text, "对象（{…}，这一项未读取）");
      continue;
    }
    const cells = new Map<string, DataCell>();
    const repeated = new Set<string>();
    for (const [written, value] of record.entries) {
      const name = written.trim();
      if (columns.has(name) && (cells.has(name) || repeated.has(name))) repeated.add(name);
      columns.add(name);
      const cell = asCell(value);
      if (repeated.has(name)) {
        findings.error(value.line, name, value.text, "在一个对象中只出现一次的字段（几处均未读取）");
        cells.delete(name);
      } else if (cell !== null) cells.set(name, cell);
    }
    rows.push({ line: record.line, cells });
  }
  return { file, columns: [...columns], rows, errors: findings.errors, notes: findings.notes };
};

/** Null is an empty cell; a list of two numbers is a coordinate as written in a table. */
const asCell = (value: JsonValue): DataCell | null => {
  switch (value.kind) {
    case "string": {
      const text = value.text.trim();
      return text === "" ? null : { text, plain: true };
    }
    case "number":
      return { text: value.text, plain: true };
    case "word":
      return value.text === "null" ? null : { text: value.text, plain: true };
    case "list": {
      const [longitude, latitude, more] = value.items;
      if (longitude?.kind === "number" && latitude?.kind === "number" && more === undefined) {
        return { text: `${longitude.text},${latitude.text}`, plain: true };
      }
      return { text: value.text, plain: false };
    }
    case "object":
      return { text: value.text, plain: false };
  }
};
