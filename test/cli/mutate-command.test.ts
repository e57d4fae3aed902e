import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exampleFile } from "../../compiler/resolve/example.ts";
import { temporaryFolder, tiaowen } from "./run-command.ts";

const POLICY = exampleFile(`【规则】退出
业务量低于10笔的医药机构，应当纳入退出，依据「业务量过少的」。
【规则】整改
公立的医药机构，限期整改。
【用例】恰好
设基准日为2025年1月1日；
设医药机构「某院」：业务量为10笔；
则「某院」的退出不成立。
【用例】不足
设基准日为2025年1月1日；
设医药机构「某院」：业务量为9笔；
则「某院」的退出成立。
【用例】公立
设基准日为2025年1月1日；
设医药机构「某院」：经营性质为公立；
则「某院」的整改成立。`);

/** Line of the clause that is changed. */
const LINE = POLICY.split("\n").findIndex((line) => line.startsWith("业务量低于10笔")) + 1;

const folder = (): string => temporaryFolder({ "政策.tiaowen": POLICY });

interface Found {
  readonly total: number;
  readonly noticed: number;
  readonly score: number;
  readonly survivors: readonly Readonly<Record<string, unknown>>[];
}

describe("mutate", () => {
  test("shows what nobody noticed, with a case to paste, and how many were noticed", async () => {
    const { code, output, errors } = await tiaowen(folder(), "mutate", "政策.tiaowen");
    expect([code, errors]).toEqual([0, ""]);
    expect(output).toBe(`示例办法　改动检验

第一条

  ◆ “退出”　情态　政策.tiaowen:${LINE}
    － 业务量低于10笔的医药机构，应当纳入退出
    ＋ 业务量低于10笔的医药机构，可以纳入退出
    加上这个用例就能发现：
      【用例】退出：由应当改为可以时情态不同
      设基准日为2025年1月1日；
      设医药机构「甲」：业务量为9笔；
      则「甲」的退出成立，情态为应当。
      【完】

逐一改动6处，用例、性质和断言发现5处，占83.3％；未发现1处。
`);
  });

  test("prints a case once where it would notice several changes; JSON has it at each", async () => {
    const place = temporaryFolder({ "政策.tiaowen": POLICY.replaceAll(/【用例】[^【]*/gu, "") });
    const { survivors }: Found = JSON.parse(
      (await tiaowen(place, "mutate", "政策.tiaowen", "-f", "json")).output,
    );
    const cases = survivors.map(({ witness }) => String(witness));
    const distinct = new Set(cases).size;
    expect(distinct).toBeLessThan(cases.length);
    for (const format of ["terminal", "markdown"]) {
      const { output } = await tiaowen(place, "mutate", "政策.tiaowen", "-f", format);
      expect(output.split("【用例】").length - 1).toBe(distinct);
      expect(output.split("”也能发现。").length - 1).toBe(cases.length - distinct);
    }
  });

  test("what is offered, pasted in, notices it", async () => {
    const place = folder();
    const { output } = await tiaowen(place, "mutate", "政策.tiaowen", "--format", "json");
    const found: Found = JSON.parse(output);
    const witness = String(found.survivors[0]!["witness"]);
    const mended = temporaryFolder({ "政策.tiaowen": `${POLICY}${witness}\n` });
    expect((await tiaowen(mended, "test", "政策.tiaowen")).code).toBe(0);
    expect(JSON.parse((await tiaowen(mended, "mutate", "政策.tiaowen", "-f", "json")).output)).toMatchObject({
      total: 6,
      noticed: 6,
      score: 100,
      survivors: [],
    });
  });

  test("gives JSON with the field names that are promised", async () => {
    const { output } = await tiaowen(folder(), "mutate", "政策.tiaowen", "-f", "json");
    const found: Found = JSON.parse(output);
    expect(found).toMatchObject({ total: 6, noticed: 5, undecided: 0, failing: [] });
    expect(found.score).toBe(83.33);
    expect(found.survivors).toEqual([
      {
        provision: "第一条",
        rule: "退出",
        operator: "情态",
        file: "政策.tiaowen",
        line: LINE,
        before: "业务量低于10笔的医药机构，应当纳入退出",
        after: "业务量低于10笔的医药机构，可以纳入退出",
        witness: expect.stringContaining("情态为应当"),
        reason: null,
      },
    ]);
  });

  test("writes Markdown by the name of the file, and leaves the policy alone", async () => {
    const place = folder();
    const { code, output, errors } = await tiaowen(place, "mutate", "政策.tiaowen", "--output", "检验.md");
    expect([code, output, errors]).toEqual([0, "", "已写入 检验.md\n"]);
    const written = readFileSync(join(place, "检验.md"), "utf8");
    expect(written).toContain("# 示例办法　改动检验");
    expect(written).toContain("```tiaowen\n【用例】退出：由应当改为可以时情态不同");
    expect(readFileSync(join(place, "政策.tiaowen"), "utf8")).toBe(POLICY);
  });

  test("only the rule that is named", async () => {
    const { output } = await tiaowen(folder(), "mutate", "政策.tiaowen", "--rule", "整改");
    expect(output).toContain("逐一改动1处，用例、性质和断言发现1处，占100％；未发现0处。");
    const unknown = await tiaowen(folder(), "mutate", "政策.tiaowen", "--rule", "没有");
    expect(unknown.code).toBe(2);
    expect(unknown.errors).toContain("没有名为“没有”的规则。");
    expect(unknown.errors).toContain("“退出”、“整改”");
  });

  test("below a threshold it has not passed", async () => {
    const low = await tiaowen(folder(), "mutate", "政策.tiaowen", "--threshold", "95");
    expect(low.code).toBe(1);
    expect(low.errors).toContain("应不低于95％，实为83.3％");
    expect((await tiaowen(folder(), "mutate", "政策.tiaowen", "--threshold", "80％")).code).toBe(0);
    const wrong = await tiaowen(folder(), "mutate", "政策.tiaowen", "--threshold", "多");
    expect([wrong.code, wrong.errors]).toEqual([2, expect.stringContaining("应为 0 至 100 之间的数")]);
  });

  test("cannot be done where the rules have errors, or over the policy itself", async () => {
    const broken = temporaryFolder({ "政策.tiaowen": POLICY.replace("业务量低于10笔", "名气低于10笔") });
    expect((await tiaowen(broken, "mutate", "政策.tiaowen")).code).toBe(2);
    const place = folder();
    const over = await tiaowen(place, "mutate", "政策.tiaowen", "--output", "政策.tiaowen");
    expect([over.code, over.errors]).toEqual([2, expect.stringContaining("没有写入")]);
    expect(existsSync(join(place, "政策.tiaowen"))).toBe(true);
  });

  test("says which cases fail already, and that there is nothing to change", async () => {
    const failing = temporaryFolder({ "政策.tiaowen": POLICY.replace("业务量为9笔", "业务量为19笔") });
    expect((await tiaowen(failing, "mutate", "政策.tiaowen")).output).toContain(
      "下列用例、性质现在就未通过，不能发现改动：“不足”",
    );
    const bare = temporaryFolder({ "政策.tiaowen": exampleFile("") });
    const { code, output } = await tiaowen(bare, "mutate", "政策.tiaowen");
    expect([code, output]).toEqual([0, "示例办法　改动检验\n\n没有可以改动的规则。\n"]);
  });
});
