import { describe, expect, test } from "vitest";
import { policyOf, type Found } from "./analysed-policies.ts";
import { temporaryFolder, tiaowen } from "./run-command.ts";

describe("what values of an open parameter do to a register", () => {
  const OPEN = `【参数】投诉标准
单位为次，由市场监督管理局确定。
`;
  const POLICY = policyOf(
    `【规则】投诉停业
投诉次数达到投诉标准的摊位，停止营业。`,
    OPEN,
  );
  const DATA = "编号,投诉次数\n甲,0\n乙,3\n丙,3\n丁,9\n戊,\n";

  test("is told stretch by stretch, every record counted", async () => {
    const folder = temporaryFolder({ "p.tiaowen": POLICY, "数据/摊位.csv": DATA });
    const { output } = await tiaowen(
      folder,
      "analyse",
      "p.tiaowen",
      "--data",
      "数据",
      "--at",
      "2025-06-01",
      "-f",
      "json",
      "--only",
      "parameter-sensitivity",
    );
    const [found] = JSON.parse(output) as readonly Found[];
    expect(
      found!.sensitivity!.steps.map(({ range, moved, results }) => [range, moved, results[0]!.counts]),
    ).toEqual([
      [
        "0次以下",
        0,
        [
          { result: "成立", count: 4 },
          { result: "未知", count: 1 },
        ],
      ],
      [
        "1次至3次",
        1,
        [
          { result: "成立", count: 3 },
          { result: "不成立", count: 1 },
          { result: "未知", count: 1 },
        ],
      ],
      [
        "4次至9次",
        2,
        [
          { result: "成立", count: 1 },
          { result: "不成立", count: 3 },
          { result: "未知", count: 1 },
        ],
      ],
      [
        "10次以上",
        1,
        [
          { result: "不成立", count: 4 },
          { result: "未知", count: 1 },
        ],
      ],
    ]);
    expect(found!.message).toContain("由市场监督管理局确定");
  });

  test("is the same as setting the value and checking", async () => {
    const folder = temporaryFolder({
      "p.tiaowen": POLICY,
      "数据/摊位.csv": DATA,
      "定值/摊位.csv": DATA,
      "定值/参数.csv": "名称,值\n投诉标准,4次\n",
    });
    const { output } = await tiaowen(
      folder,
      "check",
      "p.tiaowen",
      "--data",
      "定值",
      "--at",
      "2025-06-01",
      "-f",
      "json",
    );
    const { results } = JSON.parse(output) as { readonly results: readonly { readonly status: string }[] };
    expect(results.filter(({ status }) => status === "成立")).toHaveLength(1);
    expect(results.filter(({ status }) => status === "不成立")).toHaveLength(3);
  });

  test("without data names the rules that depend on it", async () => {
    const folder = temporaryFolder({ "p.tiaowen": POLICY });
    const { code, output } = await tiaowen(folder, "analyse", "p.tiaowen", "--only", "parameter-sensitivity");
    expect(code).toBe(0);
    expect(output).toContain("“投诉停业”的结果取决于它");
  });

  test("tells where discretion changes nothing", async () => {
    const policy = policyOf(`【规则】重点检查
摊位有下列情形之一的，停止营业：
（一）占用消防通道；
（二）不占用消防通道且面积10平方米以上。`);
    const folder = temporaryFolder({
      "p.tiaowen": policy,
      "数据/摊位.csv": "编号,面积,占用消防通道\n大,20,\n小,5,\n定,20,是\n",
    });
    const { output } = await tiaowen(
      folder,
      "analyse",
      "p.tiaowen",
      "--data",
      "数据",
      "--at",
      "2025-06-01",
      "--only",
      "discretion-indifferent",
    );
    expect(output.replaceAll(/\n\s*/gu, "")).toContain(
      "有2项需裁量，其中1项无论如何裁量结果都相同（成立：大）",
    );
  });
});
