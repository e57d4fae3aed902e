import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { temporaryFolder, tiaowen } from "./run-command.ts";
import { STALL_DATA, STALL_POLICY } from "./stall-policy.ts";

/** Formats that a run ended in otherwise than with 0, 1 or 2, or with the message about a defect of ours. */
const failures = async (left: string, right: string, formats: readonly string[]): Promise<string[]> => {
  const folder = temporaryFolder({ "a.tiaowen": left, "b.tiaowen": right, ...STALL_DATA });
  const failed: string[] = [];
  for (const format of formats) {
    const argv = ["diff", "a.tiaowen", "b.tiaowen", "--data", "data", "--at", "2025-06-01", "-f", format];
    const { code, errors } = await tiaowen(folder, ...argv, "-o", `out.${format}`);
    if (code > 2 || errors.includes("程序内部出错")) failed.push(`${format}: ${errors}`);
  }
  return failed;
};

test("what is compared is never written over", async () => {
  const folder = temporaryFolder({ "a.txt": "第一条　甲。\n", "b.txt": "第一条　乙。\n" });
  const { code, errors } = await tiaowen(folder, "diff", "a.txt", "b.txt", "-f", "html", "-o", "./b.txt");
  expect(code).toBe(2);
  expect(errors).toContain("“b.txt”是参加比较的文件，没有写入");
  expect(readFileSync(join(folder, "b.txt"), "utf8")).toBe("第一条　乙。\n");
});

test("the extension of --output tells the format; nothing but Word is written as .docx", async () => {
  const folder = temporaryFolder({ "a.txt": "第一条　甲。\n", "b.txt": "第一条　乙。\n" });
  expect((await tiaowen(folder, "diff", "a.txt", "b.txt", "-o", "c.html")).code).toBe(1);
  expect(readFileSync(join(folder, "c.html"), "utf8")).toMatch(/^<!doctype html>/i);
  await tiaowen(folder, "diff", "a.txt", "b.txt", "-o", "c.docx");
  expect(readFileSync(join(folder, "c.docx")).subarray(0, 2).toString()).toBe("PK");
  const { code, errors } = await tiaowen(folder, "diff", "a.txt", "b.txt", "-f", "decision", "-o", "d.docx");
  expect(code).toBe(2);
  expect(errors).toContain("格式 decision 不是 Word 文件");
});

test("rules that could not be compared are no “没有差别”", async () => {
  const folder = temporaryFolder({
    "a.tiaowen": STALL_POLICY,
    "b.tiaowen": STALL_POLICY.replace("（一）占用消防通道，", "（一）占用消防通到，"),
  });
  const { code, output } = await tiaowen(folder, "diff", "a.tiaowen", "b.tiaowen");
  expect(code).toBe(1);
  expect(output).toContain("没有比较规则，只比较了文字");
  expect(output).not.toContain("没有差别");
  expect((await tiaowen(folder, "diff", "b.tiaowen", "b.tiaowen")).code).toBe(0);
});

describe("no pair of files is a crash", () => {
  test("random texts of the language's own characters", async () => {
    const unit = fc.constantFrom(
      ..."【】政策规则完第一二条章款项（）「」，；。：的应当不得原则上10笔\n　《》".split(""),
    );
    const text = fc.string({ unit, minLength: 1, maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(text, text, async (left, right) => {
        expect(await failures(left, right, ["terminal", "json", "markdown", "html", "decision"])).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("a policy with a piece cut out or put in", async () => {
    const place = fc.integer({ min: 0, max: STALL_POLICY.length });
    const piece = fc.string({ unit: "grapheme", maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 40 }), piece, async (at, length, inserted) => {
        const text = STALL_POLICY.slice(0, at) + inserted + STALL_POLICY.slice(at + length);
        expect(await failures(STALL_POLICY, text, ["terminal", "docx"])).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
