import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../support/tiaowen.ts";
import { tiaowen, temporaryFolder } from "./run-command.ts";

const POLICY = `【政策】
名称：示例办法
施行：2025年1月1日
【对象】药店
年销售额：金额；
配有药师：是否。
【措施】
限期整改。
【完】
第一条　药店未配药师，或者年销售额低于10万元的，限期整改。

【规则】整改
药店有下列情形之一的，限期整改：
（一）未配有药师；
（二）年销售额低于100000元。
【用例】没有药师
设药店「甲」：未配有药师，年销售额为200000元；
则「甲」的整改成立。
【完】

第二条　本办法自2025年1月1日起施行。
`;

const withPolicy = (text = POLICY): string => temporaryFolder({ "示例.tiaowen": text });

const citiesCopied = (): string => {
  const folder = temporaryFolder();
  cpSync(join(projectFolder, "policies"), folder, { recursive: true });
  return folder;
};

describe("generate-cases", () => {
  test("writes what is missing, marked and grouped", async () => {
    const { code, output } = await tiaowen(withPolicy(), "generate-cases", "示例.tiaowen");
    expect(code).toBe(0);
    expect(output).toMatchSnapshot();
  });

  test("--write puts the cases behind their rule; they run, are told apart, and nothing is missing any more", async () => {
    const folder = withPolicy();
    const { code, errors } = await tiaowen(folder, "generate-cases", "示例.tiaowen", "--write");
    expect([code, errors]).toEqual([0, "已写入3个用例：示例.tiaowen\n"]);
    const tested = await tiaowen(folder, "test", "示例.tiaowen", "--coverage");
    expect(tested.code).toBe(0);
    expect(tested.output).toContain("通过1个，未通过0个，待确认3个。");
    // What nobody has confirmed covers nothing.
    expect(tested.output).toContain("规则条件　整改 规则条件（二） 年销售额低于100000元");
    const again = await tiaowen(folder, "generate-cases", "示例.tiaowen");
    expect(again.output).toContain("没有需要补充的用例");
  });

  test("a case that a person has confirmed counts", async () => {
    const folder = withPolicy();
    await tiaowen(folder, "generate-cases", "示例.tiaowen", "--write");
    const path = join(folder, "示例.tiaowen");
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("待确认·", ""));
    const tested = await tiaowen(folder, "test", "示例.tiaowen", "--threshold", "100");
    expect([tested.code, tested.output.trimEnd().split("\n").at(-1)]).toEqual([0, "通过4个，未通过0个。"]);
  });

  test("JSON and JUnit tell unconfirmed cases apart", async () => {
    const folder = withPolicy();
    await tiaowen(folder, "generate-cases", "示例.tiaowen", "--write");
    const json = JSON.parse((await tiaowen(folder, "test", "示例.tiaowen", "-f", "json")).output);
    expect(json).toMatchObject({ passed: 1, failed: 0, unconfirmed: 3 });
    const { output } = await tiaowen(folder, "test", "示例.tiaowen", "-f", "junit");
    expect(output.match(/<skipped /g)).toHaveLength(3);
  });

  test("an unconfirmed case that does not come out is told, but fails nothing", async () => {
    const folder = withPolicy(
      POLICY.replace("【用例】没有药师", "【用例】待确认·没有药师").replace("整改成立", "整改不成立"),
    );
    const { code, output } = await tiaowen(folder, "test", "示例.tiaowen");
    expect(code).toBe(0);
    expect(output).toContain("待确认  待确认·没有药师");
    expect(output).toContain("预期");
  });

  test("--kinds and --rule narrow, and say what is wrong", async () => {
    const folder = withPolicy();
    const items = await tiaowen(
      folder,
      "generate-cases",
      "示例.tiaowen",
      "--kinds",
      "items",
      "--rule",
      "整改",
    );
    expect(items.output).toContain("补充用例1个，再覆盖1处");
    expect((await tiaowen(folder, "generate-cases", "示例.tiaowen", "--kinds", "all")).code).toBe(2);
    const unknown = await tiaowen(folder, "generate-cases", "示例.tiaowen", "--rule", "不存在");
    expect([unknown.code, unknown.errors]).toEqual([2, expect.stringContaining("没有名为“不存在”")]);
  });

  test("--output never writes over the policy", async () => {
    const folder = withPolicy();
    const { code } = await tiaowen(folder, "generate-cases", "示例.tiaowen", "-o", "示例.tiaowen");
    expect(code).toBe(2);
    expect(readFileSync(join(folder, "示例.tiaowen"), "utf8")).toBe(POLICY);
  });

  test.each(["mudanjiang", "yangjiang"])(
    "%s: all cases compile and pass, the official text is the same",
    async (city) => {
      const folder = citiesCopied();
      const before = await tiaowen(folder, "test", city, "-f", "json");
      const { code } = await tiaowen(folder, "generate-cases", city, "--write", "-o", "补写.txt");
      expect(code).toBe(0);
      const after = JSON.parse((await tiaowen(folder, "test", city, "-f", "json")).output);
      const { passed, failed } = JSON.parse(before.output);
      expect(after).toMatchObject({ passed, failed });
      const waiting = after.results.filter(({ state }: { state: string }) => state === "待确认");
      expect(waiting.length).toBe(after.unconfirmed);
      expect(waiting.filter((each: { passed: boolean }) => !each.passed)).toEqual([]);
      expect((await tiaowen(folder, "verify", city)).code).toBe(0);
      expect((await tiaowen(folder, "fmt", city, "--check")).output).toContain("没有改动");
      const again = await tiaowen(folder, "generate-cases", city);
      expect(again.output).toContain("没有需要补充的用例");
    },
  );
});
