import type { FactRecord } from "../model/facts.ts";
import type { Program } from "../model/ir.ts";
import { compareText } from "./compare-text.ts";
import { readCsv } from "./csv.ts";
import { decodeText } from "./decode-text.ts";
import {
  createFacts,
  type IndexedFacts,
  type RecordedReason,
  type SuppliedDistance,
  type SuppliedParameter,
} from "./facts.ts";
import { memoised } from "./grouping.ts";
import { readJson, readJsonLines } from "./json.ts";
import { Findings, type DataError, type DataFile, type DataNote, type DataTable } from "./model.ts";
import { nearest } from "./nearest.ts";
import { isPlaceholder, LEAVE_EMPTY } from "./parse-cell.ts";
import { readDistances, readParameters, readReasons, type KnownIds } from "./read-extras.ts";
import { agreed, joinedSource, readRecords, type ReadReference } from "./read-records.ts";

/** The part of a program that a data folder is read against. */
export type DataSchema = Pick<Program, "objects" | "parameters" | "decisions">;

/** A file that was read already, with what it holds; its rows keep the numbers that its author sees. */
export interface ReadFile {
  readonly name: string;
  readonly holds: string | null;
  readonly table: DataTable;
}

/** What became of one file. */
export interface FileRead {
  readonly name: string;
  /** The 对象 that it holds records of, 参数, 步行距离 or 理由; null for a file that is none of them. */
  readonly holds: string | null;
  readonly rows: number;
  readonly encoding: "UTF-8" | "GB18030" | null;
}

export interface LoadedFacts {
  readonly facts: IndexedFacts;
  /** Sorted by file, row and column. */
  readonly dataErrors: readonly DataError[];
  readonly notes: readonly DataNote[];
  readonly files: readonly FileRead[];
  /** Under `strict`, whether a bad cell forbids to go on. */
  readonly stopped: boolean;
}

export interface LoadOptions {
  readonly strict?: boolean;
  /** Records that are held elsewhere: they can be named here, but are no part of the facts. */
  readonly elsewhere?: KnownIds;
}

/**
 * Reads a data folder: one file for each 对象 (`定点医药机构.csv`, `.json` or `.jsonl`) and beside them 参数,
 * 步行距离 and 理由. Never throws on content: what cannot be read is reported and unknown, the rest is used.
 */
export const loadFacts = (
  schema: DataSchema,
  files: readonly (DataFile | ReadFile)[],
  options: LoadOptions = {},
): LoadedFacts => {
  const errors: DataError[] = [];
  const notes: DataNote[] = [];
  const opened = [...files]
    .sort((left, right) => compareText(left.name, right.name))
    .map((file) => ("table" in file ? { ...file, encoding: null } : openFile(file, schema)));
  for (const { table } of opened) {
    append(errors, table.errors);
    append(notes, table.notes);
  }
  const collect = <Held extends { readonly findings: Findings }>(read: Held): Held => {
    append(errors, read.findings.errors);
    append(notes, read.findings.notes);
    return read;
  };

  const records = new RecordCollection();
  const references: ReadReference[] = [];
  for (const { holds, table } of opened) {
    const object = holds === null ? undefined : schema.objects.get(holds);
    if (object === undefined) continue;
    const read = collect(readRecords(table, object));
    append(references, read.references);
    collect({ findings: records.add(object.name, table.file, read.records) });
  }
  const ids = withElsewhere(records.ids(schema.objects.keys()), options.elsewhere);
  const extras = {
    parameters: [] as SuppliedParameter[],
    distances: [] as SuppliedDistance[],
    reasons: [] as RecordedReason[],
  };
  const rules = new Set(schema.decisions.map((decision) => decision.name));
  for (const { holds, table } of opened) {
    if (holds === "参数")
      append(extras.parameters, collect(readParameters(table, schema.parameters, ids)).items);
    if (holds === "步行距离") append(extras.distances, collect(readDistances(table, ids)).items);
    if (holds === "理由") append(extras.reasons, collect(readReasons(table, rules, ids)).items);
  }
  checkReferences(references, ids, errors, notes);
  return {
    facts: createFacts(records.all(), { objects: schema.objects.keys(), ...extras }),
    dataErrors: errors.sort(byPlace),
    notes,
    files: opened.map(({ name, holds, table, encoding }) => ({
      name,
      holds,
      rows: table.rows.length,
      encoding,
    })),
    stopped: (options.strict ?? false) && errors.length > 0,
  };
};

const withElsewhere = (here: KnownIds, elsewhere: KnownIds = new Map()): KnownIds =>
  new Map(
    Array.from(here, ([object, known]) => {
      const others = elsewhere.get(object);
      if (others === undefined) return [object, known];
      const has = (id: string): boolean => known.has(id) || others.has(id);
      return [object, { has, size: known.size + others.size }];
    }),
  );

interface OpenedFile {
  readonly name: string;
  readonly holds: string | null;
  readonly table: DataTable;
  readonly encoding: FileRead["encoding"];
}

const BESIDE_RECORDS = ["参数", "步行距离", "理由"];

/** By extension. */
export const READERS: Readonly<Record<string, (file: string, text: string) => DataTable>> = {
  csv: readCsv,
  json: readJson,
  jsonl: readJsonLines,
};

const openFile = (file: DataFile, schema: DataSchema): OpenedFile => {
  const name = file.name.replace(/^.*[\\/]/, "");
  const findings = new Findings(name);
  const unread = (): OpenedFile => ({
    name,
    holds: null,
    table: { file: name, columns: [], rows: [], errors: findings.errors, notes: findings.notes },
    encoding: null,
  });
  const dot = name.lastIndexOf(".");
  const stem = dot < 0 ? name : name.slice(0, dot);
  const extension = name.slice(dot + 1).toLowerCase();
  const read = dot > 0 && Object.hasOwn(READERS, extension) ? READERS[extension] : undefined;
  if (read === undefined) {
    if (dot !== 0 && !/^readme/i.test(name))
      findings.note(
        SPREADSHEETS.has(extension)
          ? "不能直接读取电子表格文件，这个文件未读取，请另存为 CSV（UTF-8）。"
          : "这个文件不是CSV、JSON或者JSONL数据文件，未读取。",
      );
    return unread();
  }
  if (!schema.objects.has(stem) && !BESIDE_RECORDS.includes(stem)) {
    const meant = meantFile(stem, [...schema.objects.keys(), ...BESIDE_RECORDS]);
    const hint = meant === null ? "。" : `，是否指“${meant}.${extension}”？`;
    findings.note(`政策中没有名为“${stem}”的对象，这个文件未读取${hint}`);
    return unread();
  }
  const decoded = decodeText(file.bytes);
  if (decoded.kind === "failed") {
    findings.error(1, "", "", `${decoded.expected}；这个文件未读取`);
    return unread();
  }
  return { name, holds: stem, table: read(name, decoded.text), encoding: decoded.encoding };
};

const SPREADSHEETS: ReadonlySet<string> = new Set(["xlsx", "xls", "xlsm", "et", "ods", "numbers"]);

/** 项目.csv or 租赁项目名单2025.csv may be meant as 租赁项目.csv, however many characters differ. */
const meantFile = (stem: string, names: readonly string[]): string | null =>
  nearest(stem, names) ??
  (stem.length < 2 ? null : (names.find((name) => stem.includes(name) || name.includes(stem)) ?? null));

/** Records of all files. An object may have several; an 编号 in two of them is one record, as within a file. */
class RecordCollection {
  readonly #records = new Map<string, Map<string, FactRecord>>();

  add(object: string, file: string, records: readonly FactRecord[]): Findings {
    const findings = new Findings(file);
    const held = memoised(this.#records, object, () => new Map<string, FactRecord>());
    for (const record of records) {
      const earlier = held.get(record.id);
      if (earlier === undefined) held.set(record.id, record);
      else {
        const line = Number(/第(\d+)行/.exec(record.source)?.[1] ?? 1);
        const expected = `不重复的编号（${earlier.source}已有；各处不一致的字段按未知处理）`;
        findings.error(line, "编号", record.id, expected);
        const source = joinedSource(earlier.source, record.source);
        held.set(record.id, { ...earlier, facts: agreed(earlier.facts, record.facts), source });
      }
    }
    return findings;
  }

  all(): readonly FactRecord[] {
    return Array.from(this.#records.values(), (records) => Array.from(records.values())).flat();
  }

  ids(objects: Iterable<string>): KnownIds {
    return new Map([...objects].map((name) => [name, new Set(this.#records.get(name)?.keys())]));
  }
}

/** A reference to nothing is reported cell by cell; where the whole object has no file, once for each column. */
const checkReferences = (
  references: readonly ReadReference[],
  ids: KnownIds,
  errors: DataError[],
  notes: DataNote[],
): void => {
  const saidWithoutFile = new Set<string>();
  for (const { file, row, column, object, id } of references) {
    const known = ids.get(object);
    if (known?.has(id)) continue;
    if (known === undefined || known.size === 0) {
      const key = JSON.stringify([file, column]);
      if (saidWithoutFile.has(key)) continue;
      saidWithoutFile.add(key);
      notes.push({
        file,
        row: null,
        column,
        message: `没有“${object}”的数据，“${column}”一列所指的记录无从查找。`,
      });
      continue;
    }
    const advice = isPlaceholder(id) ? `；${LEAVE_EMPTY}` : "";
    errors.push({ file, row, column, value: id, expected: `“${object}”中已有的编号${advice}` });
  }
};

const byPlace = (left: DataError, right: DataError): number =>
  compareText(left.file, right.file) || left.row - right.row || compareText(left.column, right.column);

/** One by one: a register has more rows than a call may have arguments. */
const append = <Entry>(to: Entry[], from: readonly Entry[]): void => {
  for (const each of from) to.push(each);
};
