import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, tiaowen } from "./run-command.ts";
import { STALL_DATA, STALL_POLICY } from "./stall-policy.ts";

const world = (policy = STALL_POLICY): string => temporaryFolder({ "p.tiaowen": policy, ...STALL_DATA });

describe("lint", () => {
  test("finds an undeclared term at its place and ends with 1", async () => {
    const folder = world(STALL_POLICY.replace("（一）占用消防通道，", "（一）占用消防通到，"));
    const { code, output } = await tiaowen(folder, "lint", "p.tiaowen", "--format", "json");
    expect(code).toBe(1);
    expect(JSON.parse(output)).toContainEqual(
      expect.objectContaining({
        file: "p.tiaowen",
        code: "undeclared-term",
        severity: "error",
        line: 23,
        column: 4,
        provision: "1",
      }),
    );
  });

  test("a folder stands for the files in it, and each finding is told once", async () => {
    const vocabulary = "【词汇】甲词汇\n名称：甲词汇。\n【对象】机构\n业务量：整数（笔。\n";
    const policy = (name: string): string =>
      `【政策】\n名称：${name}；\n引用：甲词汇。\n【完】\n第一条　甲。\n【说明】宣示\n【完】\n`;
    const folder = temporaryFolder({
      "a.tiaowen": policy("甲"),
      "b.tiaowen": policy("乙"),
      "vocabulary/v.tiaowen": vocabulary,
    });
    const { output } = await tiaowen(folder, "lint", ".", "--format", "json");
    const findings = (JSON.parse(output) as { file: string; line: number; code: string }[]).map((each) =>
      JSON.stringify(each),
    );
    expect(new Set(findings).size).toBe(findings.length);
    expect(findings.some((finding) => finding.includes("vocabulary/v.tiaowen"))).toBe(true);
  });

  test("a vocabulary that is not there is found where it is named", async () => {
    const policy = "【政策】\n名称：甲；\n引用：丙词汇。\n【完】\n第一条　甲。\n";
    const { code, output } = await tiaowen(temporaryFolder({ "a.tiaowen": policy }), "lint", "a.tiaowen");
    expect(code).toBe(1);
    expect(output).toContain("a.tiaowen:3:4  错误  vocabulary-not-found");
    expect(output).toContain("│ 引用：⟦丙词汇⟧。");
  });

  test("official text alone may be linted too", async () => {
    const { output } = await tiaowen(
      temporaryFolder({ "a.txt": "第一条　甲。\n第一条　乙。\n" }),
      "lint",
      "a.txt",
    );
    expect(output).toContain("编号重复");
    expect(output).toMatch(/发现\d+处/);
  });

  test("--fix applies safe fixes only and keeps line ends", async () => {
    const folder = world(STALL_POLICY.replaceAll("\n", "\r\n"));
    await tiaowen(folder, "lint", "p.tiaowen", "--fix");
    expect(readFileSync(join(folder, "p.tiaowen"), "utf8").replaceAll("\r\n", "")).not.toContain("\n");
  });
});

describe("test", () => {
  test("runs the cases and measures what they reach", async () => {
    const { code, output } = await tiaowen(world(), "test", "p.tiaowen", "--coverage");
    expect(code).toBe(0);
    expect(output).toContain("通过  占用");
    expect(output).toContain("通过2个，未通过0个");
    expect(output).toContain("规则条件　收回 规则条件（二）");
  });

  test("--threshold fails on what is not reached", async () => {
    const { code, errors } = await tiaowen(world(), "test", "p.tiaowen", "--threshold", "100");
    expect(code).toBe(1);
    expect(errors).toContain("用例覆盖不足：应不低于100％");
    expect((await tiaowen(world(), "test", "p.tiaowen", "--threshold", "50")).code).toBe(0);
    expect((await tiaowen(world(), "test", "p.tiaowen", "--threshold", "多")).code).toBe(2);
  });

  test("a failing case says what was expected, and JUnit carries it", async () => {
    const folder = world(STALL_POLICY.replace("则「甲」的收回成立", "则「甲」的收回不成立"));
    const { code, output } = await tiaowen(folder, "test", "p.tiaowen");
    expect(code).toBe(1);
    expect(output).toMatch(/未通过 {2}占用\n +p\.tiaowen:27\n +“甲”预期为不成立，实际为成立/);
    const { output: xml } = await tiaowen(folder, "test", "p.tiaowen", "--format", "junit");
    expect(xml).toContain('tests="2" failures="1"');
    expect(xml).toContain("预期为不成立，实际为成立");
  });
});

describe("coverage", () => {
  test("未转译 is not clean", async () => {
    const { code, output } = await tiaowen(world(), "coverage", "p.tiaowen", "--format", "json");
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      provisions: 3,
      coded: 2,
      declared: 1,
      untreated: 0,
      list: [
        { path: "1.1", status: "已编码" },
        { path: "2.1", status: "已编码" },
        { path: "3.1", status: "未转译" },
      ],
    });
    const done = world(STALL_POLICY.replace("未转译", "需裁量"));
    expect((await tiaowen(done, "coverage", "p.tiaowen")).code).toBe(0);
  });
});

describe("fmt", () => {
  const untidy = STALL_POLICY.replace("设基准日为2025年6月1日；设摊位", "设基准日为2025年6月1日;设摊位");

  test("--check tells, without it the file is rewritten, then nothing is left to do", async () => {
    const folder = world(untidy);
    const checked = await tiaowen(folder, "fmt", "--check", "p.tiaowen");
    expect(checked).toMatchObject({ code: 1, output: "格式不一致　p.tiaowen\n" });
    expect(readFileSync(join(folder, "p.tiaowen"), "utf8")).toBe(untidy);
    expect(await tiaowen(folder, "fmt", "p.tiaowen")).toMatchObject({
      code: 0,
      output: "已改写　p.tiaowen\n",
    });
    expect(await tiaowen(folder, "fmt", "--check", "p.tiaowen")).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "p.tiaowen"), "utf8")).not.toContain("日;设");
  });
});

describe("stages", () => {
  test("prints every stage, or one of them, or a file for each", async () => {
    const folder = world();
    const { output } = await tiaowen(folder, "stages", "p.tiaowen");
    for (const stage of ["语句块", "结构", "断词", "语法树", "程序"]) expect(output).toContain(`━━ ${stage}`);
    const { output: tree } = await tiaowen(folder, "stages", "p.tiaowen", "--stage", "程序");
    expect(JSON.parse(tree)).toMatchObject({
      decisions: [
        { id: "收回", kind: "measure" },
        { id: "许可证", kind: "requirement" },
      ],
    });
    await tiaowen(folder, "stages", "p.tiaowen", "-o", "阶段");
    expect(readFileSync(join(folder, "阶段/2-结构.txt"), "utf8")).toContain("第一条");
  });
});
