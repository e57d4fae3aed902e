import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { VERSION } from "../../compiler/cli/version.ts";
import { temporaryFolder, tiaowen } from "./run-command.ts";
import { STALL_DATA, STALL_POLICY } from "./stall-policy.ts";

test("start checks every policy that has data, says where the reports are, and ends with 0 on findings", async () => {
  const data = Object.entries(STALL_DATA).map(([name, text]) => [`policies/shi/${name}`, text]);
  const folder = temporaryFolder({
    "policies/shi/p.tiaowen": STALL_POLICY,
    "policies/vocabulary/v.tiaowen": "【词汇】甲\n名称：甲。\n",
    ...Object.fromEntries(data),
  });
  const { code, output, errors } = await tiaowen(folder, "start");
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toContain("示例市摊位管理办法");
  expect(output).toContain("需要处理：不符合2项（其中未记理由1项），冲突0项，数据错误1处。");
  expect(output).toContain("报告：out/shi.html");
  expect(output).toContain("npx tiaowen check policies/shi");
  expect(readFileSync(join(folder, "out/shi.html"), "utf8")).toContain("执行核对报告");
});

test("receipts carry the version of the package", () => {
  expect(VERSION).toBe(packageFile.version);
});
