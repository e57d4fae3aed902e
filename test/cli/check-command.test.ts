import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, tiaowen } from "./run-command.ts";
import { STALL_DATA, STALL_POLICY } from "./stall-policy.ts";

const world = (changes: Readonly<Record<string, string>> = {}): string =>
  temporaryFolder({ "p.tiaowen": STALL_POLICY, ...STALL_DATA, ...changes });

const CHECK = ["check", "p.tiaowen", "--data", "data", "--at", "2025-06-01"] as const;

interface Report {
  readonly dataErrors: readonly object[];
  readonly results: readonly {
    readonly id: string;
    readonly rule: string;
    readonly status: string;
    readonly reason: string | null;
  }[];
  readonly summary: readonly object[];
  readonly receipt: { readonly policy: string; readonly data: string; readonly readings: object };
}

const checkJson = async (folder: string, ...options: readonly string[]): Promise<Report> => {
  const { output, errors } = await tiaowen(folder, ...CHECK, "--format", "json", ...options);
  expect(errors).toBe("");
  return JSON.parse(output) as Report;
};

const statuses = ({ results }: Report, rule: string): Record<string, string> =>
  Object.fromEntries(results.filter((result) => result.rule === rule).map(({ id, status }) => [id, status]));

describe("check", () => {
  test("results, recorded reasons and the bad cell", async () => {
    const report = await checkJson(world());
    expect(statuses(report, "收回")).toEqual({ a1: "成立", a2: "不成立", a3: "未知", a4: "不成立" });
    expect(statuses(report, "许可证")).toEqual({ a1: "符合", a2: "不符合", a3: "符合", a4: "不符合" });
    expect(report.results.find(({ id, rule }) => id === "a4" && rule === "许可证")?.reason).toContain(
      "换证期间",
    );
    expect(report.dataErrors).toEqual([
      {
        file: "摊位.csv",
        row: 5,
        column: "面积",
        value: "很大",
        expected: expect.stringContaining("平方米") as string,
      },
    ]);
  });

  test("the exit code is 1 for a 不符合 without reason, a bad cell or a conflict, else 0", async () => {
    const clean = STALL_DATA["data/摊位.csv"].replace("很大", "20").replace("乙记,8,否,否", "乙记,8,否,是");
    expect((await tiaowen(world(), ...CHECK)).code).toBe(1);
    expect((await tiaowen(world({ "data/摊位.csv": clean }), ...CHECK)).code).toBe(0);
    expect(
      (await tiaowen(world({ "data/摊位.csv": clean, "data/理由.csv": "对象,编号,规则,理由\n" }), ...CHECK))
        .code,
    ).toBe(1);
  });

  test("--strict stops at the bad cell and names it", async () => {
    const { code, output, errors } = await tiaowen(world(), ...CHECK, "--strict");
    expect({ code, output }).toEqual({ code: 2, output: "" });
    for (const words of ["摊位.csv", "5", "面积", "很大", "--strict"]) expect(errors).toContain(words);
  });

  test("--only keeps one rule, and an unknown one is refused with the names", async () => {
    expect((await checkJson(world(), "--only", "许可证")).summary).toEqual([
      expect.objectContaining({ rule: "许可证", provision: "2", counts: { 符合: 2, 不符合: 2 } }),
    ]);
    const { code, errors } = await tiaowen(world(), ...CHECK, "--only", "许可");
    expect(code).toBe(2);
    expect(errors).toContain("政策中没有名为“许可”的规则");
    expect(errors).toContain("收回、许可证");
    expect((await tiaowen(world(), ...CHECK, "--only", "许可正")).errors).toContain("是否指“许可证”？");
  });

  test("--where keeps the records for which the condition is true", async () => {
    expect(statuses(await checkJson(world(), "--where", "面积超过10平方米"), "收回")).toEqual({ a1: "成立" });
    expect(statuses(await checkJson(world(), "--where", "不持有许可证"), "收回")).toEqual({
      a2: "不成立",
      a4: "不成立",
    });
    const { code, errors } = await tiaowen(world(), ...CHECK, "--where", "高度超过10米");
    expect(code).toBe(2);
    expect(errors).toContain("政策和词汇中没有“高度”。");
    expect(errors).not.toMatch(/是否指|声明/);
    const near = await tiaowen(world(), ...CHECK, "--where", "占用消防通到");
    expect(near.errors).toContain("是否指“占用消防通道”？");
  });

  test("--reading takes the other option, and the receipt says so", async () => {
    const report = await checkJson(world(), "--reading", "等情形=读法二");
    expect(statuses(report, "收回")).toMatchObject({ a2: "需裁量", a4: "不成立" });
    expect(report.receipt.readings).toEqual({ 等情形: 2 });
    const { code, errors } = await tiaowen(world(), ...CHECK, "--reading", "等情形=读法三");
    expect(code).toBe(2);
    expect(errors).toContain("「等情形」没有读法三");
  });

  test("the receipt does not depend on encoding, line ends or the order of rows", async () => {
    const [head, ...rows] = STALL_DATA["data/摊位.csv"].trimEnd().split("\n");
    const turned = `\uFEFF${[head, ...rows.toReversed()].join("\r\n")}\r\n`;
    const [first, second] = [await checkJson(world()), await checkJson(world({ "data/摊位.csv": turned }))];
    expect(second.receipt).toEqual(first.receipt);
    expect(second.results).toEqual(first.results);
  });

  test("outside its time a policy does not apply", async () => {
    const { output } = await tiaowen(
      world(),
      "check",
      ".",
      "--data",
      "data",
      "--at",
      "2024年12月31日",
      "--format",
      "json",
    );
    expect(new Set((JSON.parse(output) as Report).results.map(({ status }) => status))).toEqual(
      new Set(["不适用"]),
    );
  });

  test("HTML and CSV are written whole and safe", async () => {
    const folder = world();
    for (const format of ["html", "csv"]) {
      const { code, errors } = await tiaowen(
        folder,
        ...CHECK,
        "--format",
        format,
        "--output",
        `结果.${format}`,
      );
      expect(code).toBe(1);
      expect(errors).toContain(`已写入 结果.${format}`);
    }
    expect(readFileSync(join(folder, "结果.html"), "utf8")).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
    const csv = readFileSync(join(folder, "结果.csv"), "utf8");
    expect(csv).toContain(",a1,'=甲记,收回,第一条,成立,");
    expect(csv).not.toContain(",=甲记");
  });

  test("synthetic data are marked", async () => {
    const { output } = await tiaowen(world({ "data/README.md": "本目录为合成数据。" }), ...CHECK);
    expect(output).toContain("【合成数据】");
  });

  test("a policy with errors is not run, and its first errors are shown", async () => {
    const broken = STALL_POLICY.replace("（一）占用消防通道，", "（一）占用消防通到，");
    const { code, output, errors } = await tiaowen(world({ "p.tiaowen": broken }), ...CHECK);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain("不能执行");
    expect(errors).toContain("p.tiaowen:");
    expect(errors).toContain("tiaowen lint p.tiaowen");
  });

  test("a policy without rules has nothing to run", async () => {
    const { code, errors } = await tiaowen(
      world({ "p.tiaowen": "【政策】\n名称：甲。\n【完】\n第一条　甲。\n" }),
      ...CHECK,
    );
    expect(code).toBe(2);
    expect(errors).toContain("“p.tiaowen”没有规则，无从执行");
  });

  test.each([
    [{ "data/摊位.csv": "" }, ["--data", "没有"], "无法读取数据目录“没有”"],
    [{}, ["--data", "."], "没有数据文件"],
  ])("data that are not there: %j %j", async (changes, options, message) => {
    const { code, errors } = await tiaowen(
      world(changes),
      "check",
      "p.tiaowen",
      "--at",
      "2025-06-01",
      ...options,
    );
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });
});

describe("explain", () => {
  const EXPLAIN = ["explain", "p.tiaowen", "--data", "data", "--at", "2025-06-01"] as const;

  test("shows why, with words, provision, source of the fact and the nearest change", async () => {
    const { code, output } = await tiaowen(world(), ...EXPLAIN, "--record", "a1", "--rule", "收回");
    expect(code).toBe(0);
    for (const words of [
      "收回（第一条）　成立",
      "规则条件（一）",
      "“占用消防通道”",
      "摊位.csv 第2行",
      "由是变为否",
    ]) {
      expect(output).toContain(words);
    }
  });

  test("without a rule all rules of the record are explained", async () => {
    const { output } = await tiaowen(world(), ...EXPLAIN, "--record", "a3", "--format", "json");
    const { explanations } = JSON.parse(output) as {
      explanations: { result: { rule: string }; missing: object[] }[];
    };
    expect(explanations.map(({ result }) => result.rule)).toEqual(["收回", "许可证"]);
    expect(explanations[0]!.missing).toHaveLength(1);
  });

  test.each([
    [["--record", "zz"], "没有编号为“zz”的记录"],
    [["--record", "a1", "--object", "商铺"], "政策中没有名为“商铺”的对象"],
    [["--record", "a1", "--rule", "无"], "针对“摊位”的规则有：收回、许可证"],
  ])("%j", async (options, message) => {
    const { code, errors } = await tiaowen(world(), ...EXPLAIN, ...options);
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });
});
