import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tiaowen as inProject } from "../support/tiaowen.ts";
import { CLEAN, jsonOf, OVERLAPPING, policyOf, type Found } from "./analysed-policies.ts";
import { temporaryFolder, tiaowen } from "./run-command.ts";

describe("the two cities", () => {
  test("牡丹江: overlaps of 第十八条 with their records, data that move with open parameters", async () => {
    const city = "policies/mudanjiang";
    const found = await jsonOf(city, "--data", `${city}/data`, "--at", "2026-03-01");
    const overlaps = found.filter(({ code }) => code === "class-overlap");
    expect(overlaps.length).toBeGreaterThanOrEqual(4);
    for (const { provisions, witness, verdict } of overlaps) {
      expect(provisions).toEqual(["第十八条"]);
      expect(verdict).toBe("shown");
      expect(witness?.results[0]).toMatchObject({ rule: "管理类别", status: "冲突" });
      expect(witness?.case).toContain("【用例】");
    }
    const limit = found.find(
      ({ code, rules }) => code === "parameter-sensitivity" && rules.includes("业务量极少标准"),
    )!;
    const steps = limit.sensitivity!.steps;
    const withdrawn = steps.map(
      ({ results }) => results[0]!.counts.find(({ result }) => result === "成立")?.count ?? 0,
    );
    expect(limit.sensitivity!.complete).toBe(true);
    expect(steps.length).toBeGreaterThan(5);
    expect(withdrawn).toEqual(withdrawn.toSorted((left, right) => left - right));
    expect(found.map(({ line }) => line)).toEqual(
      found.map(({ line }) => line).toSorted((left, right) => left - right),
    );
  }, 60_000);

  test("阳江: findings stand under the provisions of the text, in its order", async () => {
    const { code, output } = await inProject("analyse", "policies/yangjiang");
    expect(code).toBe(1);
    expect(output).toContain("阳江市医疗保障定点医药机构资源配置工作指引（试行）　规则分析");
    expect(output).toContain("没有指明基准日");
    expect(output.indexOf("\n三（一）\n")).toBeGreaterThan(0);
    expect(output.indexOf("\n三（一）\n")).toBeLessThan(output.indexOf("\n四、首段\n"));
    expect(output).toContain("药店服务圈");
    expect(output.trimEnd().split("\n").at(-1)).toMatch(/^发现.*共判定\d+个问题.*用时/u);
  }, 60_000);
});

describe("the command", () => {
  test("ends with 1 on a warning, with 0 where nothing but hints is found, with 2 where it cannot run", async () => {
    const folder = temporaryFolder({
      "overlap.tiaowen": OVERLAPPING,
      "clean.tiaowen": CLEAN,
      "broken.tiaowen": policyOf("【规则】坏\n摊位没有的字段，停止营业。"),
    });
    const overlap = await tiaowen(folder, "analyse", "overlap.tiaowen");
    expect(overlap.code).toBe(1);
    expect(overlap.output).toContain("已举例并经核对");
    expect(overlap.output).toContain("摊位「甲」的规模：冲突（小型、大型）");
    expect((await tiaowen(folder, "analyse", "clean.tiaowen")).code).toBe(0);
    const broken = await tiaowen(folder, "analyse", "broken.tiaowen");
    expect(broken).toMatchObject({ code: 2, output: "" });
    expect(broken.errors).toContain("处错误，不能执行");
  });

  test("a text without rules is not called clean", async () => {
    const folder = temporaryFolder({ "a.txt": "第一条　摊位应当持有许可证。\n" });
    const { output } = await tiaowen(folder, "analyse", "a.txt");
    expect(output).toContain("这份文件还没有规则");
    expect(output).toContain("没有规则，未作分析。");
    expect(output).not.toContain("没有发现问题");
  });

  test("writes no text under the name of a Word file", async () => {
    const folder = temporaryFolder({ "p.tiaowen": CLEAN });
    for (const command of ["analyse", "mutate"]) {
      const { code, errors } = await tiaowen(folder, command, "p.tiaowen", "--output", "a.docx");
      expect(code).toBe(2);
      expect(errors).toContain("不能写成 .docx 文件");
    }
    expect(existsSync(join(folder, "a.docx"))).toBe(false);
  });

  test("what is added is told with its place, each line marked", async () => {
    const conflict = policyOf(`【规则】甲
未持有许可证的摊位，应当停止营业。
【规则】乙
面积不满1平方米的摊位，不得停止营业。`);
    const gap = policyOf(`【认定】规模
摊位的规模，按照下列规定认定：
（一）持有许可证，为大型。`);
    const folder = temporaryFolder({ "conflict.tiaowen": conflict, "gap.tiaowen": gap });
    const added = (await tiaowen(folder, "analyse", "conflict.tiaowen")).output;
    const line = conflict.split("\n").findIndex((each) => each.startsWith("面积不满")) + 1;
    expect(added).toContain(`在第${line}行之后增加：`);
    expect(added).toMatch(/ {6}＋ 【例外】[^\n]*\n {6}＋ /u);
    const { output } = await tiaowen(folder, "analyse", "gap.tiaowen");
    expect(output).toContain("（一）持有许可证，为大型");
    expect(output).not.toContain("【完】");
    expect(output).not.toContain("之后增加：");
  });

  test("gives JSON with the promised keys and exact numbers in units", async () => {
    const folder = temporaryFolder({ "p.tiaowen": OVERLAPPING });
    const { output } = await tiaowen(
      folder,
      "analyse",
      "p.tiaowen",
      "--format",
      "json",
      "--only",
      "class-overlap",
    );
    const [found, ...others] = JSON.parse(output) as readonly Found[];
    expect(others).toEqual([]);
    expect(Object.keys(found!)).toEqual(
      expect.arrayContaining(["code", "provisions", "message", "witness", "verdict", "suggestion"]),
    );
    expect(found).toMatchObject({ code: "class-overlap", provisions: ["第一条"], verdict: "shown" });
    const { witness } = found!;
    expect(Object.keys(witness!)).toEqual(
      expect.arrayContaining(["at", "records", "distances", "parameters", "readings", "results", "case"]),
    );
    expect(witness!.records).toEqual([
      { object: "摊位", id: "甲", facts: { 面积: expect.stringMatching(/^\d+平方米$/u), 持有许可证: true } },
    ]);
    expect(witness!.results).toEqual([
      { rule: "规模", decision: "规模", status: "冲突", value: "小型、大型" },
    ]);
  });

  test("says beside JSON what has no place in the list: an empty one is no clean bill", async () => {
    const folder = temporaryFolder({
      "p.tiaowen": CLEAN,
      "空.tiaowen": "示例办法\n\n第一条　摊位的管理，依照本条规定。\n",
    });
    const clean = await tiaowen(folder, "analyse", "p.tiaowen", "-f", "json", "--at", "2025-06-01");
    expect([JSON.parse(clean.output), clean.errors]).toEqual([[], ""]);
    const empty = await tiaowen(folder, "analyse", "空.tiaowen", "-f", "json");
    expect([empty.code, JSON.parse(empty.output)]).toEqual([0, []]);
    expect(empty.errors).toContain("这份文件还没有规则");
  });

  test("lists only the kinds that are asked for, in whichever way they are written", async () => {
    const folder = temporaryFolder({ "p.tiaowen": OVERLAPPING });
    const only = async (...codes: readonly string[]): Promise<readonly string[]> => {
      const { output } = await tiaowen(folder, "analyse", "p.tiaowen", "-f", "json", ...codes);
      return (JSON.parse(output) as readonly Found[]).map(({ code }) => code);
    };
    expect(await only("--only", "class-overlap", "class-gap")).toContain("class-overlap");
    expect(await only("--only", "class-gap,parameter-sensitivity")).not.toContain("class-overlap");
  });

  test("leaves what the policy says has been looked at, and lists it with the reason", async () => {
    const looked = OVERLAPPING.replace(
      /【完】\n$/u,
      "【说明】不提示「class-overlap」，理由：由会议研究确定。\n【完】\n",
    );
    const folder = temporaryFolder({ "p.tiaowen": looked });
    const { code, output } = await tiaowen(folder, "analyse", "p.tiaowen", "--only", "class-overlap");
    expect(code).toBe(0);
    expect(output).toContain("已注明不提示的1处");
    expect(output).toContain("class-overlap，理由：由会议研究确定");
    const json = await tiaowen(folder, "analyse", "p.tiaowen", "--only", "class-overlap", "-f", "json");
    expect(JSON.parse(json.output)).toMatchObject([
      { code: "class-overlap", suppressed: "由会议研究确定。" },
    ]);
  });

  test("refuses in plain Chinese what it does not understand", async () => {
    const folder = temporaryFolder({ "p.tiaowen": CLEAN, "数据/摊位.csv": "编号\n甲\n" });
    const refusals: readonly (readonly [readonly string[], string])[] = [
      [["--only", "class-overlaps"], "分析没有代码“class-overlaps”，是否指“class-overlap”？"],
      [["--timeout", "很久"], "--timeout 的值“很久”无效"],
      [["--format", "pdf"], "选项“-f, --format <格式>”的值“pdf”无效"],
      [["--at", "2025-02-30"], "基准日“2025-02-30”不是有效日期"],
      [["--data", "数据"], "缺少基准日"],
      [["--data", "没有", "--at", "2025-06-01"], "无法读取数据目录"],
      [["--within", "没有.tiaowen"], "没有.tiaowen"],
      [["--output", "p.tiaowen"], "是所分析的文件，没有写入"],
    ];
    for (const [options, words] of refusals) {
      const { code, errors } = await tiaowen(folder, "analyse", "p.tiaowen", ...options);
      expect({ options, code, errors }).toEqual({
        options,
        code: 2,
        errors: expect.stringContaining(words),
      });
    }
  });

  test("writes a page that shows what stands in the text as text", async () => {
    const named = OVERLAPPING.replace("示例办法", "示例<script>办法");
    const folder = temporaryFolder({ "p.tiaowen": named });
    await tiaowen(folder, "analyse", "p.tiaowen", "--output", "报告.html");
    const page = readFileSync(join(folder, "报告.html"), "utf8");
    expect(page).toContain("示例&lt;script&gt;办法");
    expect(page).not.toContain("<script");
    expect(page).toContain("已举例并经核对");
    const { output } = await tiaowen(folder, "analyse", "p.tiaowen", "--format", "markdown");
    expect(output).toContain("# 示例\\<script\\>办法　规则分析");
    expect(output).toContain("`class-overlap`");
  });
});
