import { describe, expect, test } from "vitest";
import { temporaryFolder, tiaowen } from "./run-command.ts";

const TEXT = "第一条　为了规范管理，制定本办法。\n第三条　本办法由市医疗保障局解释。\n";
const folder = (): string => temporaryFolder({ "甲.txt": TEXT });

describe("lint --explain", () => {
  test("tells what a check says, why, and both examples", async () => {
    const { code, output } = await tiaowen(folder(), "lint", "--explain", "missing-number");
    expect(code).toBe(0);
    for (const part of ["missing-number  警告", "为什么", "有这一问题的例子", "没有这一问题的例子", "第三条"])
      expect(output).toContain(part);
    expect(output).not.toContain("{");
  });

  test("tells the message as it is told of the first example", async () => {
    const { output } = await tiaowen(folder(), "lint", "--explain", "open-texture");
    expect(output).toContain("提示的内容（以下面第一个例子为例）\n  “业务量极少”关系到怎样处理");
  });

  test("of the analysis too, where the example needs no second policy", async () => {
    const [own, within] = await Promise.all(
      ["class-overlap", "wider-than-parent"].map((code) => tiaowen(folder(), "lint", "--explain", code)),
    );
    expect(own!.output).toContain("提示的内容（以下面第一个例子为例）");
    expect(own!.output.split("为什么")[0]).not.toContain("……");
    expect(within!.output).toMatch(/提示的内容\n/u);
  });

  test("knows the findings of the analysis too", async () => {
    for (const kind of ["class-overlap", "wider-than-parent"]) {
      const { code, output } = await tiaowen(folder(), "lint", "--explain", kind);
      expect(code).toBe(0);
      expect(output).toContain("【认定】");
    }
  });

  test("leaves out what stands before the block in which two long examples differ", async () => {
    const { output } = await tiaowen(folder(), "lint", "--explain", "class-gap");
    expect(output).not.toContain("【对象】");
    expect(output.match(/……（前面的内容，两个例子相同）\n {2}【认定】/gu)).toHaveLength(2);
  });

  test("offers the nearest code", async () => {
    const { code, errors } = await tiaowen(folder(), "lint", "--explain", "missing-numbers");
    expect(code).toBe(2);
    expect(errors).toContain("是否指“missing-number”？");
  });

  test("without file and code it says what is missing", async () => {
    const { code, errors } = await tiaowen(folder(), "lint");
    expect(code).toBe(2);
    expect(errors).toContain("没有指明要检查的文件");
  });
});

describe("lint --suppress", () => {
  test("leaves a finding out and lists it with its reason", async () => {
    const at = folder();
    expect((await tiaowen(at, "lint", "甲.txt")).code).toBe(1);
    const { code, output } = await tiaowen(
      at,
      "lint",
      "甲.txt",
      "--suppress",
      "missing-number=节选，序号照录",
    );
    expect(code).toBe(0);
    expect(output).toContain("已注明不提示的1处");
    expect(output).toContain("理由：节选，序号照录");
  });

  test("stands in JSON and SARIF with its reason", async () => {
    const at = folder();
    const lint = (format: string) =>
      tiaowen(at, "lint", "甲.txt", "--suppress", "missing-number=节选", "--format", format);
    expect(JSON.parse((await lint("json")).output)).toContainEqual(
      expect.objectContaining({ code: "missing-number", suppressed: "节选" }),
    );
    const log = JSON.parse((await lint("sarif")).output) as {
      runs: { results: { ruleId: string; suppressions?: unknown }[] }[];
    };
    const result = log.runs[0]!.results.find(({ ruleId }) => ruleId === "missing-number");
    expect(result?.suppressions).toEqual([{ kind: "external", status: "accepted", justification: "节选" }]);
  });

  test("needs a reason and a code that is known", async () => {
    const at = folder();
    expect((await tiaowen(at, "lint", "甲.txt", "--suppress", "missing-number")).errors).toContain(
      "没有写理由",
    );
    expect((await tiaowen(at, "lint", "甲.txt", "--suppress", "missing=因为")).code).toBe(2);
  });
});
