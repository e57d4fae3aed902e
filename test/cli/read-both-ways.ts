import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { loadIntoDatabase } from "../../compiler/cli/duckdb/load-register.ts";
import { withSession } from "../../compiler/cli/duckdb/session.ts";
import { readSmall, splitRegister } from "../../compiler/cli/duckdb/split-register.ts";
import type { Io } from "../../compiler/cli/io.ts";
import { canonicalRecord, loadFacts, type LoadedFacts } from "../../compiler/data/index.ts";
import { compile } from "../../compiler/index.ts";
import type { Program } from "../../compiler/model/ir.ts";
import { plain } from "../../compiler/report/tone.ts";

const POLICY = `【政策】
名称：示例市门店管理办法；
阶段：正式；
印发日期：2024年12月20日；
施行：2025年1月1日。
【对象】片区
名称：文本。
【对象】门店
名称：文本；
面积：数值（平方米，两位小数）；
营业额：金额；
业务量：整数（笔）；
占比：百分比；
等级：由高到低为甲级、乙级、丙级，次序外为未定级；
开业日期：日期；
位置：坐标（CGCS2000）；
所在片区：片区；
持证：是否。
【措施】
取消资格。
【完】
示例市门店管理办法

第一条　门店不持证的，取消资格。

【规则】取消
门店不持证的，取消资格。
【完】
`;

const program = ((): Program => {
  const compiled = compile({ policy: { name: "p.tiaowen", text: POLICY }, vocabularies: [] });
  if (compiled.program === null)
    throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  return compiled.program;
})();

const io = (folder: string): Io => ({
  workingDirectory: folder,
  write: () => {},
  writeError: () => {},
  columns: undefined,
  showsProgress: false,
  paint: plain,
});

const everyField = new Map(
  [...program.objects.values()].map(({ name, fields }) => [name, new Set(fields.keys())]),
);

interface Read {
  readonly large: readonly string[];
  readonly records: Readonly<Record<string, readonly (readonly (readonly [string, string])[])[]>>;
  readonly errors: LoadedFacts["dataErrors"];
  readonly notes: LoadedFacts["notes"];
}

/** What the database holds, in the spelling of canonical records. */
export const readByDatabase = (folder: string): Promise<Read> =>
  withSession(io(folder), async (session) => {
    const split = await splitRegister(io(folder), session, program, folder, 0);
    const whole = ({ path, name }: { path: string; name: string }) => readSmall(io(folder), path, name);
    const { tables, loaded, large } = await loadIntoDatabase(session, program, split, everyField, whole);
    const records: Record<string, [string, string][][]> = {};
    for (const [object, { table, fields }] of tables) {
      const columns = fields.flatMap((field) => field.columns.map(({ name }) => ({ field, name })));
      const select = ["id", ...columns.map(({ name }) => `CAST(${name} AS VARCHAR)`)].join(", ");
      const rows = await session.rows(`SELECT ${select} FROM ${table}`);
      // The database would put characters beyond the first 65,536 in another place than JavaScript does.
      const sorted = rows.map(([id, ...cells]) => [String(id), ...cells] as const).sort(byName);
      records[object] = sorted.map(([id, ...cells]) => [
        ["编号", id],
        ...fields.flatMap((field): [string, string][] => {
          const held = columns.flatMap((column, at) => (column.field === field ? [cells[at]] : []));
          if (held[0] === null || held[0] === undefined) return [];
          return [
            [
              field.field.name,
              held.map((cell) => plainNumber(String(cell), field.field.type.kind)).join(","),
            ],
          ];
        }),
      ]);
      for (const record of records[object]) record.sort(byName);
    }
    return {
      large,
      records,
      errors: loaded.dataErrors,
      notes: loaded.notes,
    };
  });

const byName = ([left]: readonly [string, ...unknown[]], [right]: readonly [string, ...unknown[]]): number =>
  left < right ? -1 : left > right ? 1 : 0;

const plainNumber = (text: string, kind: string): string =>
  kind === "number" || kind === "coordinate" ? text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "") : text;

export const readByLoader = (folder: string): Omit<Read, "large"> => {
  const files = readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const { facts, dataErrors, notes } = loadFacts(program, files);
  const records: Record<string, [string, string][][]> = {};
  for (const object of program.objects.values()) {
    records[object.name] = facts.records(object.name).map((record) =>
      Object.entries(canonicalRecord(record, object, "text"))
        .map(([name, value]): [string, string] => {
          const share =
            object.fields.get(name)?.type.kind === "number" ? String(value).replace("%", "") : String(value);
          return [name, share];
        })
        .sort(byName),
    );
  }
  return { records, errors: dataErrors, notes };
};
