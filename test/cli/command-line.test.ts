import { describe, expect, test } from "vitest";
import { parseReading, requireDay } from "../../compiler/cli/command-line.ts";
import { displayWidth } from "../../compiler/report/width.ts";
import { temporaryFolder, tiaowen } from "./run-command.ts";

describe("help", () => {
  test("is Chinese throughout and lists every command but start", async () => {
    const { code, output } = await tiaowen("/", "--help");
    expect(code).toBe(0);
    for (const command of [
      "check",
      "explain",
      "lint",
      "test",
      "coverage",
      "verify",
      "structure",
      "fmt",
      "stages",
      "new",
      "help",
    ]) {
      expect(output).toMatch(new RegExp(`^  ${command}\\b`, "m"));
    }
    expect(output).not.toMatch(/^  start\b/m);
    expect(output).not.toMatch(/Usage|Options|Commands|display help|choices|default/);
    expect(output).toContain("退出码：0 完成");
  });

  test("aligns descriptions under Han widths", async () => {
    const { output } = await tiaowen("/", "check", "--help");
    const options = output.split("\n").filter((line) => /^ {2}-/.test(line));
    expect(options.length).toBeGreaterThan(8);
    const starts = options.map((line) => displayWidth(/^ {2}.*?\S {2,}(?=\S)/.exec(line)![0]));
    expect(new Set(starts).size).toBe(1);
  });

  test.each([
    ["check", ["--data", "--at"]],
    ["explain", ["--data", "--at", "--record"]],
    ["new", ["--from"]],
  ])("%s marks what is required", async (command, options) => {
    const { output } = await tiaowen("/", command, "--help");
    for (const option of options) {
      expect(output.split("\n").find((line) => line.includes(`${option} <`))).toContain("（必需）");
    }
  });

  test("without a command it is shown", async () => {
    expect((await tiaowen("/")).output).toContain("用法：tiaowen");
  });

  test("the version alone is printed", async () => {
    expect((await tiaowen("/", "--version")).output.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("what cannot run ends with 2 and says why", () => {
  test.each([
    [["chek"], "没有“chek”这个命令", "是否指“check”？"],
    [["structure"], "缺少参数“文件”", "--help"],
    [["check", "a", "b"], "参数过多：应为1个，实为2个", "--help"],
    [["check", "a", "--fromat", "json"], "没有“--fromat”这个选项", "是否指“--format”？"],
    [["check", "a", "--at"], "选项“--at <日期>”后面缺少值", "--help"],
    [["check", "a", "--format", "xml"], "的值“xml”无效，应为table、json、html、csv、statuses之一", "--help"],
    [["explain", "a"], "缺少必需的选项“--record <编号>”", "--help"],
    [["check", "a"], "缺少基准日", "--at 2025-06-01"],
    [["check", "a", "--at", "2025-02-30"], "基准日“2025-02-30”不是有效日期", "2025年6月1日"],
    [["check", "a", "--at", "2025-06-01"], "缺少数据目录", "--data"],
    [["structure", "没有.txt"], "找不到“没有.txt”：文件或者文件夹不存在", ""],
  ])("%j", async (argv, message, advice) => {
    const { code, output, errors } = await tiaowen(temporaryFolder(), ...argv);
    expect(code).toBe(2);
    expect(output).toBe("");
    expect(errors).toContain(message);
    expect(errors).toContain(advice);
    expect(errors).not.toMatch(/error:|at .*\.ts/);
  });
});

describe("files that are no text", () => {
  test.each([
    ["空.txt", "", "是空文件"],
    ["空白.txt", " \n　\n", "是空文件"],
    ["二进制.txt", new Uint8Array([1, 0, 2, 0, 3]), "不是可以读取的文本文件"],
    ["十六位.txt", new Uint8Array([0xff, 0xfe, 0x2c, 0x7b]), "文件是UTF-16编码，应为UTF-8或者GB18030编码"],
    ["表格.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 0]), "文件是Word、Excel文件或者压缩文件"],
    ["扫描.pdf", new TextEncoder().encode("%PDF-1.7\n"), "文件是PDF"],
    ["坏编码.txt", new Uint8Array([0xe7, 0xac, 0xff, 0xff, 0x80]), "按UTF-8和GB18030两种编码都无法读出"],
    ["太大.txt", new Uint8Array(20 * 1024 * 1024).fill(0x61), "过大（20 MB），超过上限10 MB"],
    ["文件夹/里面.txt", "第一条　甲。", ""],
  ])("%s", async (name, content, message) => {
    const folder = temporaryFolder({ [name]: content });
    const path = name.split("/")[0]!;
    const { code, errors } = await tiaowen(folder, "structure", path);
    expect(code).toBe(2);
    expect(errors).toContain(message || "文件夹“文件夹”中没有政策文件");
    expect(errors).not.toContain("CSV");
  });

  test("GB18030 is read as it is", async () => {
    // 第一条 甲。 in GB18030.
    const bytes = new Uint8Array([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0xa1, 0xa1, 0xbc, 0xd7, 0xa1, 0xa3]);
    const { code, output } = await tiaowen(temporaryFolder({ "a.txt": bytes }), "structure", "a.txt");
    expect(code).toBe(0);
    expect(output).toContain("第一条");
  });
});

describe("values of options", () => {
  test.each([
    ["等情况=读法二", "等情况", 2],
    ["「等情况」=读法一", "等情况", 1],
    ["等情况＝2", "等情况", 2],
    ["等情况=读法十二", "等情况", 12],
  ])("%s", (text, name, option) => expect(parseReading(text)).toEqual({ name, option }));

  test.each(["等情况", "等情况=", "=读法二", "等情况=读法", "等情况=0"])("%s is refused", (text) => {
    expect(() => parseReading(text)).toThrow("无法识别");
  });

  test("both ways of writing a day mean the same", () => {
    expect(requireDay("2025-06-01")).toBe(requireDay("2025年6月1日"));
  });
});
