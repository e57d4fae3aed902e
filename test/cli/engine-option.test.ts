import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { checkStatuses } from "../../compiler/cli/duckdb/check-statuses.ts";
import { refusedBySql } from "../../compiler/cli/duckdb/evaluate-statuses.ts";
import { wantedDecisions } from "../../compiler/cli/evaluation.ts";
import { Interrupted } from "../../compiler/cli/failure.ts";
import { plain } from "../../compiler/report/tone.ts";
import { cities, compileCity } from "../support/city.ts";
import { projectFolder } from "../support/tiaowen.ts";
import { temporaryFolder, tiaowen } from "./run-command.ts";
import { STALL_DATA, STALL_POLICY } from "./stall-policy.ts";

/** A city's register, with the example parameters where they are wanted. */
const dataOf = (city: string, parameters: boolean): string => {
  const folder = temporaryFolder();
  const data = join(projectFolder, "policies", city, "data");
  for (const name of readdirSync(data))
    if (/\.(csv|md)$/.test(name)) cpSync(join(data, name), join(folder, name));
  if (parameters) cpSync(join(data, "example-parameters/参数.csv"), join(folder, "参数.csv"));
  return folder;
};

const check = (city: string, data: string, ...options: readonly string[]) =>
  tiaowen(projectFolder, "check", join("policies", city), "--data", data, "--at", "2026-03-01", ...options);

const worlds = cities.flatMap(({ folder }) =>
  [true, false].map((parameters) => [folder, parameters] as const),
);

describe.each(worlds)("%s, with parameters %s", (city, parameters) => {
  test.each(["table", "json", "html", "csv"])(
    "as %s JavaScript writes the bytes of the interpreter",
    async (format) => {
      const data = dataOf(city, parameters);
      const [first, second] = [
        await check(city, data, "--format", format, "--engine", "interpreter"),
        await check(city, data, "--format", format, "--engine", "javascript"),
      ];
      expect(second).toEqual(first);
      expect(first.output.length).toBeGreaterThan(1000);
    },
  );

  test("all engines write the same tables of statuses", async () => {
    const data = dataOf(city, parameters);
    const written = async (engine: string): Promise<object> => {
      const folder = temporaryFolder();
      const { code, errors } = await check(
        city,
        data,
        "--format",
        "statuses",
        "--engine",
        engine,
        "--output",
        folder,
      );
      const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);
      const said = errors.split("\n").filter((line) => !/^已写入|改由/.test(line));
      return { code, files, said };
    };
    const first = await written("interpreter");
    expect(Object.values(first)[1]).not.toEqual([]);
    expect(await written("javascript")).toEqual(first);
    expect(await written("duckdb")).toEqual(first);
  });

  test("and so where the database reads every file itself", async () => {
    const data = dataOf(city, parameters);
    const { program } = compileCity(cities.find(({ folder }) => folder === city)!);
    const asked = {
      program: program!,
      at: 20_513,
      readings: new Map(),
      decisions: wantedDecisions(program!, {}),
    };
    const refused = new Set(refusedBySql(asked).map(({ decision }) => decision));
    const decisions = asked.decisions.filter(({ id }) => !refused.has(id));
    const folder = temporaryFolder();
    await checkStatuses(io(folder), {
      ...asked,
      decisions,
      data,
      output: ".",
      all: false,
      strict: false,
      largeFrom: 0,
    });
    const expected = temporaryFolder();
    const only = decisions.flatMap(({ id }) => ["--only", id]);
    await check(city, data, "--format", "statuses", "--engine", "interpreter", "--output", expected, ...only);
    expect(readdirSync(expected).length).toBeGreaterThan(0);
    for (const name of readdirSync(expected)) {
      expect(readFileSync(join(folder, name), "utf8")).toBe(readFileSync(join(expected, name), "utf8"));
    }
  });
});

const io = (folder: string) => ({
  workingDirectory: folder,
  write: () => {},
  writeError: () => {},
  columns: undefined,
  showsProgress: false,
  paint: plain,
});

const stalls = (changes: Readonly<Record<string, string>> = {}): string =>
  temporaryFolder({ "p.tiaowen": STALL_POLICY, ...STALL_DATA, ...changes });

const STATUSES = [
  "check",
  "p.tiaowen",
  "--data",
  "data",
  "--at",
  "2025-06-01",
  "--format",
  "statuses",
] as const;

describe("tables of statuses", () => {
  test.each(["interpreter", "javascript", "duckdb"])(
    "%s: a line for each record, on the screen or in a file",
    async (engine) => {
      const folder = stalls();
      const { code, output, errors } = await tiaowen(folder, ...STATUSES, "--engine", engine);
      expect(output).toBe(
        "\uFEFF编号,收回,许可证\na1,成立,符合\na2,不成立,不符合\na3,未知,符合\na4,不成立,不符合\n",
      );
      expect(code).toBe(1);
      expect(errors).toContain("数据有1处错误");
      await tiaowen(folder, ...STATUSES, "--engine", engine, "--output", "结果/状态.csv");
      expect(readFileSync(join(folder, "结果/状态.csv"), "utf8")).toBe(output);
      expect(readdirSync(join(folder, "结果"))).toEqual(["状态.csv"]);
    },
  );

  test.each(["interpreter", "duckdb"])(
    "%s: names that a spreadsheet would run, and names with marks",
    async (engine) => {
      const rows = ["=1+1", "-2", "@甲", '"5""管"', '"逗,号"', "𠮷", "\uff21", "+3", "a'b"];
      const folder = stalls({
        "data/摊位.csv": `编号,占用消防通道,持有许可证\n${rows.map((id) => `${id},是,是\n`).join("")}`,
      });
      const { output, code } = await tiaowen(folder, ...STATUSES, "--engine", engine, "--only", "收回");
      expect(output.split("\n").slice(1, -1)).toEqual(
        [
          `'+3,成立`,
          `'-2,成立`,
          `"5""管",成立`,
          `'=1+1,成立`,
          `'@甲,成立`,
          `a'b,成立`,
          `"逗,号",成立`,
          `Ａ,成立`,
          `𠮷,成立`,
        ].sort((left, right) => (stripped(left) < stripped(right) ? -1 : 1)),
      );
      expect(code).toBe(1);
    },
  );

  test.each(["interpreter", "javascript", "duckdb"])(
    "%s: the exit code is 0 where nothing is found",
    async (engine) => {
      const folder = stalls({ "data/摊位.csv": "编号,占用消防通道,持有许可证\na1,是,是\na4,否,否\n" });
      expect((await tiaowen(folder, ...STATUSES, "--engine", engine)).code).toBe(0);
    },
  );

  test("Parquet goes in and comes out, and says what CSV says", async () => {
    const folder = stalls({ "data/摊位.csv": STALL_DATA["data/摊位.csv"].replace("很大", "20") });
    const csv = await tiaowen(folder, ...STATUSES, "--engine", "interpreter");
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    mkdirSync(join(folder, "表"));
    await connection.run(
      `COPY (SELECT 编号, 名称, CAST(面积 AS DECIMAL(9, 2)) AS 面积, 占用消防通道 = '是' AS 占用消防通道, 持有许可证, 其他应当退出的情形 FROM read_csv('${join(folder, "data/摊位.csv")}', all_varchar = true)) TO '${join(folder, "表/摊位.parquet")}' (FORMAT parquet)`,
    );
    cpSync(join(folder, "data/理由.csv"), join(folder, "表/理由.csv"));
    const parquet = await tiaowen(folder, ...STATUSES, "--data", "表");
    expect(parquet).toEqual(csv);
    expect((await tiaowen(folder, ...STATUSES, "--data", "表", "--output", "状态.parquet")).code).toBe(1);
    const rows = await connection.runAndReadAll(`SELECT * FROM '${join(folder, "状态.parquet")}'`);
    expect(rows.getRowsJS()).toEqual(
      csv.output
        .split("\n")
        .slice(1, -1)
        .map((line) => line.split(",")),
    );
    expect((await tiaowen(folder, ...STATUSES, "--data", "表", "--engine", "javascript")).errors).toContain(
      "Parquet",
    );
    connection.closeSync();
  });

  test.each([
    [["--format", "table", "--engine", "duckdb"], "只输出各记录的状态"],
    [["--engine", "duckdb", "--where", "持有许可证"], "不能与 --where 同时使用"],
    [["--engine", "javascript", "--output", "状态.parquet"], "Parquet 文件由 duckdb 引擎写出"],
    [["--object", "摊子"], "是否指“摊位”"],
    [["--engine", "快"], "应为interpreter、javascript、duckdb之一"],
  ])("%j is refused", async (options, message) => {
    const { code, errors } = await tiaowen(stalls(), ...STATUSES, ...options);
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });

  test("several objects need a folder, or one of them", async () => {
    const data = dataOf("mudanjiang", true);
    const refused = await check("mudanjiang", data, "--format", "statuses", "--output", "x.csv");
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.errors).toContain("--object");
    const { output } = await check("mudanjiang", data, "--format", "statuses", "--object", "县区");
    expect(output.split("\n")[0]).toBe("\uFEFF编号,双通道药店覆盖");
  });

  test("what the database does not report another engine does", async () => {
    const data = dataOf("mudanjiang", true);
    const only = ["--format", "statuses", "--only", "双通道定点零售药店", "--engine"] as const;
    const [first, second] = [
      await check("mudanjiang", data, ...only, "interpreter"),
      await check("mudanjiang", data, ...only, "duckdb"),
    ];
    expect(second.output).toBe(first.output);
    expect(first.output).toContain(",成立\n");
    expect(second.errors).toContain("“双通道定点零售药店”不能由数据库核对，改由 javascript 引擎核对。");
  });

  test("numbers beyond the range of the database go to another engine", async () => {
    const policy = `【政策】
名称：示例市地块管理办法；
阶段：正式；
印发日期：2024年12月20日；
施行：2025年1月1日。
【对象】地块
长：数值（米，六位小数）；
宽：数值（米，六位小数）。
【措施】
收回地块。
【完】
示例市地块管理办法

第一条　地块面积过大的，收回地块。

【指标】面积
地块的面积，为长乘以宽。
【规则】收回
地块的面积超过100平方米的，收回地块。
【完】
`;
    const folder = temporaryFolder({
      "p.tiaowen": policy,
      "data/地块.csv": "编号,长,宽\na1,999999999,999999999\na2,20,30\n",
    });
    const first = await tiaowen(folder, ...STATUSES, "--engine", "interpreter");
    expect(first.output).toContain("a1,");
    expect((await tiaowen(folder, ...STATUSES, "--engine", "duckdb")).output).toBe(first.output);
  });

  test("--strict stops, and Ctrl-C leaves nothing behind", async () => {
    const folder = stalls();
    const { code, errors } = await tiaowen(
      folder,
      ...STATUSES,
      "--engine",
      "duckdb",
      "--strict",
      "--output",
      "状态.csv",
    );
    expect({ code, told: errors.includes("--strict") }).toEqual({ code: 2, told: true });
    const listeners = process.listenerCount("SIGINT");
    const running = tiaowen(folder, ...STATUSES, "--engine", "duckdb", "--output", "状态.csv");
    const stop = setInterval(() => process.listenerCount("SIGINT") > listeners && process.emit("SIGINT"), 1);
    const stopped = await running;
    clearInterval(stop);
    expect(stopped).toMatchObject({ code: 130, output: "", errors: "已中断，没有写入任何结果。\n" });
    expect(existsSync(join(folder, "状态.csv"))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(new Interrupted().name).toBe("Interrupted");
  });
});

const stripped = (line: string): string =>
  line
    .replace(/^['"]+/, "")
    .codePointAt(0)!
    .toString(16)
    .padStart(6, "0");
