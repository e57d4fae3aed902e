import { describe, expect, test } from "vitest";
import { temporaryFolder, tiaowen } from "./run-command.ts";

const POLICY = `【政策】
名称：示例办法；
施行：2025年1月1日；
【对象】摊位
投诉次数：整数（次）；
【措施】
停止营业。
【参数】投诉标准
单位为次，由市场监督管理局确定。
【完】
第一条　摊位的管理，依照本条规定。
【规则】投诉停业
投诉次数达到投诉标准的摊位，停止营业。
【完】
`;

/** What is told of the open parameter and of the data, on one line. */
const toldWith = async (stalls: string): Promise<string> => {
  const folder = temporaryFolder({ "p.tiaowen": POLICY, "数据/摊位.csv": stalls });
  const { output } = await tiaowen(
    folder,
    "analyse",
    "p.tiaowen",
    "--data",
    "数据",
    "--at",
    "2025-06-01",
    "--only",
    "parameter-sensitivity",
  );
  return output.replaceAll(/\s+/gu, "");
};

describe("a register that tells nothing of an open parameter", () => {
  test("because a column has another name is no proof that every value does the same", async () => {
    const told = await toldWith("编号,投诉次\n甲,0\n乙,3\n");
    expect(told).toContain("现有记录缺少判断所需的内容，2项结果都是未知，看不出取值的影响");
    expect(told).toContain("这一列未读取，是否指“投诉次数”");
    expect(told).not.toContain("取任何值结果都相同");
    expect(told).not.toContain("已举例并经核对");
  });

  test("because there are no records is said", async () => {
    const told = await toldWith("编号,投诉次数\n");
    expect(told).toContain("数据中没有这些规则所涉的记录，看不出取值的影响");
    expect(told).not.toContain("已举例并经核对");
  });

  test("says where bad cells are shown in full, with a command that runs", async () => {
    const told = await toldWith("编号,投诉次数\n甲,很多\n乙,3\n");
    expect(told).toContain(
      "数据有1处错误，有错误的单元格视为未填；用tiaowencheckp.tiaowen--data数据--at2025-06-01查看。",
    );
  });
});
