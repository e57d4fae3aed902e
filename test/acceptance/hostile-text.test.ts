import { describe, expect, test } from "vitest";
import { tiaowen, withFolder } from "../support/tiaowen.ts";

const HEAD =
  "【政策】示例\n名称：示例办法；\n施行：2025年1月1日。\n【对象】机构\n业务量：整数（笔）；\n合格：是否。\n【措施】\n限期整改。\n";

/** Files that nobody means to write. Each must end in a message, never in a crash; the run time is bounded by the test's limit. */
const HOSTILE: Readonly<Record<string, string | Uint8Array>> = {
  "brackets.tiaowen": `${HEAD}【规则】括号\n机构${"（".repeat(10_000)}合格${"）".repeat(10_000)}的，限期整改。\n【完】\n`,
  "open-brackets.tiaowen": `${HEAD}【规则】括号\n机构${"（".repeat(10_000)}合格的，限期整改。\n【完】\n`,
  "negations.tiaowen": `${HEAD}【规则】否定\n机构${"不".repeat(10_000)}合格的，限期整改。\n【完】\n`,
  "connectives.tiaowen": `${HEAD}【规则】并列\n机构${"合格且".repeat(20_000)}合格的，限期整改。\n【完】\n`,
  "huge.txt": "第一条　本办法适用于机构管理工作。\n".repeat(620_000),
  "nul.tiaowen": new Uint8Array(200_000),
  "no-end.tiaowen": `${HEAD}【规则】没有结束\n机构未合格的，限期整改。\n\n第一条　正文。\n第二条　正文。\n`,
  "long-line.txt": `第一条　${"本办法适用于机构管理工作，".repeat(80_000)}\n`,
  "long-rule.tiaowen": `${HEAD}【规则】长句\n机构${"未声明的词".repeat(200_000)}的，限期整改。\n【完】\n`,
  "empty.tiaowen": "",
  "binary.tiaowen": Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256),
};

const LIMIT = 5_000;

describe.each(Object.keys(HOSTILE))("%s", (name) => {
  test.each(["lint", "structure"])("%s ends with a clear message", { timeout: LIMIT }, async (command) => {
    await withFolder({ [name]: HOSTILE[name]! }, async (folder) => {
      const { code, output, errors } = await tiaowen(command, `${folder}/${name}`);
      expect(errors).not.toContain("程序内部出错");
      expect([0, 1, 2]).toContain(code);
      expect(code === 2 ? errors : output).toMatch(code === 2 ? /未能执行：.*[。！]/ : /./);
    });
  });
});

test("a block without 【完】 is reported at the block and the rest of the text is still read", async () => {
  await withFolder({ "no-end.tiaowen": HOSTILE["no-end.tiaowen"]! }, async (folder) => {
    const { code, output } = await tiaowen("lint", `${folder}/no-end.tiaowen`);
    expect(code).toBe(1);
    expect(output).toContain("【完】");
  });
});
