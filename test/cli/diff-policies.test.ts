import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tiaowen as inProject } from "../support/tiaowen.ts";
import { temporaryFolder, tiaowen } from "./run-command.ts";
import { STALL_DATA, STALL_POLICY } from "./stall-policy.ts";

const STRICTER = STALL_POLICY.replace("摊位原则上应当持有许可证。\n\n", "摊位应当持有许可证。\n\n").replace(
  "摊位原则上应当持有许可证。\n【用例】",
  "摊位应当持有许可证。\n【用例】",
);

interface Reported {
  readonly summary: { readonly impact: unknown };
  readonly rules: readonly { readonly kind: string; readonly severity: string; readonly direction: string }[];
  readonly behaviour: readonly {
    readonly about: string;
    readonly verdict: string;
    readonly witness: {
      readonly at: string;
      readonly facts: readonly string[];
      readonly cases: { readonly left: string; readonly right: string };
      readonly world: { readonly records: readonly { readonly facts: object }[] };
    } | null;
  }[];
  readonly impact: readonly {
    readonly rule: string;
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly records: readonly string[];
  }[];
  readonly impactSummary: { readonly at: string; readonly records: object };
  readonly notes: readonly string[];
}

describe("two versions of a policy with data", () => {
  const folder = () =>
    temporaryFolder({ "old/p.tiaowen": STALL_POLICY, "new/p.tiaowen": STRICTER, ...STALL_DATA });
  const argv = ["diff", "old", "new", "--data", "data", "--at", "2025-06-01"];

  test("on a terminal: words, rules, verdicts with a case, and who changes", async () => {
    const { code, output, errors } = await tiaowen(folder(), ...argv);
    expect([code, errors]).toEqual([1, ""]);
    expect(output).toContain("【删：原则上】");
    expect(output).toMatch(/实质变化\s+收紧\s+要求程度调整\s+第二条/u);
    expect(output).toMatch(/许可证\s+第二条\s+更严/u);
    expect(output).toContain("修改前：不符合（原则上应当）");
    expect(output).toContain("修改后：不符合（应当）");
    expect(output).toMatch(/许可证\s+不符合：原则上应当\s+不符合：应当\s+2\s.*a2、a4/u);
    expect(output).toContain("收回摊位");
    expect(output).toContain("数据有1处错误，有错误的单元格视为未填");
    expect(output).toContain("摊位.csv第5行“面积”列为“很大”");
  });

  test("as JSON, with a case that can be pasted back and passes", async () => {
    const place = folder();
    const { output } = await tiaowen(place, ...argv, "--format", "json");
    const found: Reported = JSON.parse(output);
    expect(found.rules).toMatchObject([
      { kind: "modality", severity: "substantive", direction: "tightened" },
    ]);
    expect(found.behaviour.map(({ about, verdict }) => [about, verdict])).toEqual([
      [expect.stringContaining("收回"), "equivalent"],
      [expect.stringContaining("许可证"), "stricter"],
    ]);
    expect(found.impact).toEqual([
      expect.objectContaining({
        from: "不符合：原则上应当",
        to: "不符合：应当",
        count: 2,
        records: ["a2", "a4"],
      }),
    ]);
    expect(found.impactSummary).toMatchObject({ at: "2025-06-01", records: { 摊位: 4 } });
    const { witness } = found.behaviour[1]!;
    expect(witness!.world.records).toHaveLength(1);
    for (const [text, side] of [
      [STALL_POLICY, "left"],
      [STRICTER, "right"],
    ] as const) {
      const pasted = text.replace("【用例】无证", () => `${witness!.cases[side]}\n【用例】无证`);
      const tested = temporaryFolder({ "p.tiaowen": pasted });
      const { code, output: report } = await tiaowen(tested, "test", "p.tiaowen");
      expect([code, report]).toEqual([0, expect.stringMatching(/用例（3个）[^]*通过3个/u)]);
    }
  });

  test("in every other format", async () => {
    const place = folder();
    for (const [format, words] of [
      ["html", "收紧"],
      ["markdown", "| 实质变化 | 收紧 |"],
      ["decision", "将第二条"],
    ] as const) {
      const { code, output } = await tiaowen(place, ...argv, "--format", format);
      expect(code).toBe(1);
      expect(output).toContain(words);
    }
    const { code } = await tiaowen(place, ...argv, "-f", "docx", "-o", "out/table.docx");
    expect(code).toBe(1);
    expect(readFileSync(join(place, "out/table.docx")).length).toBeGreaterThan(4000);
  });

  test("without the verdicts where they are not asked for", async () => {
    const { output } = await tiaowen(folder(), ...argv, "--no-behaviour");
    expect(output).not.toContain("规则效果");
    expect(output).toContain("对现有记录的影响");
  });

  test("that are the same have no differences, also with data", async () => {
    const { code, output } = await tiaowen(
      folder(),
      "diff",
      "old",
      "old/p.tiaowen",
      "--data",
      "data",
      "--at",
      "2025-06-01",
    );
    expect(output).toContain("两份文件没有差别。");
    expect(output).toContain("没有记录的结果改变。");
    expect(code).toBe(0);
  });

  test("data that cannot be used are not passed over in silence", async () => {
    const place = temporaryFolder({ "a.tiaowen": STALL_POLICY, "b.txt": "第一条 甲。\n", ...STALL_DATA });
    const { output } = await tiaowen(
      place,
      "diff",
      "a.tiaowen",
      "b.txt",
      "--data",
      "data",
      "--at",
      "2025-06-01",
    );
    expect(output).toContain("没有计算对现有记录的影响");
  });

  test("the day that is taken where none is given is told", async () => {
    const { output } = await tiaowen(folder(), "diff", "old", "new");
    expect(output).toContain("没有指明基准日，规则效果以2025年1月1日为基准日比较");
    expect(output).not.toContain("对现有记录的影响");
  });
});

describe("one city with another", () => {
  const cities = ["policies/mudanjiang", "policies/yangjiang"];
  const data = ["--data", "policies/yangjiang/data", "--at", "2025-06-01"];

  test("by name, with who changes", { timeout: 120_000 }, async () => {
    const { code, output } = await inProject("diff", ...cities, ...data);
    expect(code).toBe(1);
    expect(output).toContain("第四条　对　三（一）");
    expect(output).toContain("第十条　对　四、首段");
    expect(output).toMatch(/第十三条　对　四（二）/u);
    expect(output).not.toContain("修改前");
    expect(output).toMatch(/稳慎新增\s+第四条 → 三（一）\s+更宽/u);
    expect(output).toContain("所用数据为合成数据。");
    expect(output).toMatch(/管理类别\s+已认定：A类\s+无此规定/u);
  });

  test("in the formats for documents", { timeout: 60_000 }, async () => {
    const page = await inProject("diff", ...cities, "--no-behaviour", "--format", "html");
    expect(page.output).toContain("牡丹江市医保定点医药机构资源配置实施细则");
    const table = await inProject("diff", ...cities, "--no-behaviour", "--format", "markdown");
    expect(table.output).toContain("| 牡丹江市医保定点医药机构资源配置实施细则");
    const decision = await inProject("diff", ...cities, "--format", "decision");
    expect(decision.errors).toContain("不像是同一文件的两个版本");
  });
});
