import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { VERSION } from "../../compiler/cli/version.ts";
import { temporaryFolder, tiaowen } from "./run-command.ts";
import { STALL_DATA, STALL_POLICY } from "./stall-policy.ts";

const SUPPLIED = {
  "policies/shi/p.tiaowen": STALL_POLICY,
  "policies/shi/data/说明.txt": "合成数据",
  "page/index.html": "<!doctype html><html><head><title>条文</title></head></html>",
};

test("start serves the supplied policies and says where; the page answers", async () => {
  const folder = temporaryFolder(SUPPLIED);
  const { code, output, errors } = await tiaowen(folder, "start", "--once", "--page", "page");
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toMatch(/^已打开policies，请用浏览器访问：\n\n {2}http:\/\/127\.0\.0\.1:\d+\/\n/);
  expect(output).toContain("按 Ctrl-C 结束");
});

test("start takes another port where the usual one is taken", async () => {
  const folder = temporaryFolder(SUPPLIED);
  const other = createServer();
  // Where something else already has the usual port, the test holds without holding it itself.
  await new Promise<void>((resolve) => {
    other.once("error", () => resolve());
    other.listen(5180, "127.0.0.1", () => resolve());
  });
  try {
    const { code, output } = await tiaowen(folder, "start", "--once", "--page", "page");
    expect(code).toBe(0);
    expect(output).toMatch(/127\.0\.0\.1:\d+/);
    expect(output).not.toContain(":5180/");
  } finally {
    other.close();
  }
});

test("start without a page says what to do", async () => {
  const empty = temporaryFolder({ "page/说明.txt": "没有网页" });
  const page = await tiaowen(temporaryFolder(SUPPLIED), "start", "--once", "--page", join(empty, "page"));
  expect(page).toMatchObject({ code: 2, errors: expect.stringContaining("npm run build") as unknown });
});

test("reports checks every policy that has data, says where the reports are, and ends with 0 on findings", async () => {
  const data = Object.entries(STALL_DATA).map(([name, text]) => [`policies/shi/${name}`, text]);
  const folder = temporaryFolder({
    "policies/shi/p.tiaowen": STALL_POLICY,
    "policies/vocabulary/v.tiaowen": "【词汇】甲\n名称：甲。\n",
    ...Object.fromEntries(data),
  });
  const { code, output, errors } = await tiaowen(folder, "reports");
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
