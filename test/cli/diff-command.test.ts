import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Document, Packer, Paragraph } from "docx";
import { describe, expect, test } from "vitest";
import { temporaryFolder, tiaowen } from "./run-command.ts";
import { STALL_DATA, STALL_POLICY } from "./stall-policy.ts";

const BEFORE = `示例市停车管理办法

第一章 总则

第一条 为了规范停车管理，制定本办法。

第二条 停车场应当在显著位置公示收费标准。

第三条 停车不满30分钟的，不得收费。

第四条 违反第三条规定的，责令改正。
`;

const AFTER = `示例市停车管理办法

第一章 总则

第一条 为了规范停车管理，制定本办法。

第二条 停车不满60分钟的，不得收费。

第三条 违反第二条规定的，责令改正。

第四条 本办法由市交通运输局负责解释。
`;

describe("two texts without rules", () => {
  const folder = () => temporaryFolder({ "old.txt": BEFORE, "new.txt": AFTER });

  test("are compared by what they say, counts first", async () => {
    const { code, output } = await tiaowen(folder(), "diff", "old.txt", "new.txt");
    expect(code).toBe(1);
    expect(output).toContain("条文：修改1，新增1，删去1，序号变动1，未变1");
    expect(output).toContain("第二条（原第三条）");
    expect(output).toContain("【删：30分钟】【增：60分钟】");
    expect(output).toContain("〔第三条→第二条〕");
    expect(output).toContain("文件没有规则，只比较了文字。");
  });

  test("give JSON with the field names that are promised", async () => {
    const { output } = await tiaowen(folder(), "diff", "old.txt", "new.txt", "-f", "json");
    const found: {
      readonly provisions: readonly {
        readonly kind: string;
        readonly left: { readonly path: string; readonly label: string } | null;
        readonly right: { readonly path: string; readonly label: string } | null;
        readonly similarity: number;
        readonly edits: readonly {
          readonly class: string;
          readonly before: string;
          readonly after: string;
        }[];
      }[];
    } & Readonly<Record<"rules" | "behaviour" | "impact", readonly unknown[]>> = JSON.parse(output);
    expect(
      found.provisions.map(({ kind, left, right }) => [kind, left?.label ?? null, right?.path ?? null]),
    ).toEqual([
      ["unchanged", "第一条", "1"],
      ["deleted", "第二条", null],
      ["changed", "第三条", "2"],
      ["renumbered", "第四条", "3"],
      ["added", null, "4"],
    ]);
    expect(found.provisions[2]!.edits.find((edit) => edit.class === "words")).toMatchObject({
      before: "30分钟",
      after: "60分钟",
    });
    expect([found.rules, found.behaviour, found.impact]).toEqual([[], [], []]);
  });

  test("make a table in Markdown", async () => {
    const { output } = await tiaowen(folder(), "diff", "old.txt", "new.txt", "--format", "markdown");
    expect(output).toContain("| 修改前 | 修改后 | 说明 |");
    expect(output).toContain("停车不满<del>30分钟</del>的");
    expect(output).toContain("停车不满<b>60分钟</b>的");
  });

  test("make a page and a Word file", async () => {
    const place = folder();
    const page = await tiaowen(place, "diff", "old.txt", "new.txt", "--format", "html");
    expect(page.output).toMatch(/^<!doctype html>/i);
    const word = await tiaowen(place, "diff", "old.txt", "new.txt", "--format", "docx", "-o", "table.docx");
    expect(word).toMatchObject({ code: 1, output: "" });
    expect(readFileSync(join(place, "table.docx")).subarray(0, 2).toString()).toBe("PK");
    const unnamed = await tiaowen(place, "diff", "old.txt", "new.txt", "--format", "docx");
    expect(unnamed.code).toBe(2);
    expect(unnamed.errors).toContain("请用 --output 指明写入的文件");
  });

  test("that are the same say so and end with 0", async () => {
    const place = temporaryFolder({ "old.txt": BEFORE, "new.md": BEFORE });
    for (const other of ["old.txt", "new.md"]) {
      const { code, output } = await tiaowen(place, "diff", "old.txt", other);
      expect(output).toContain("两份文件没有差别。");
      expect(code).toBe(0);
    }
  });
});

describe("a policy beside the text that it was made from", () => {
  test("has no differences: blocks are no text", async () => {
    const text = STALL_POLICY.slice(STALL_POLICY.indexOf("【完】\n") + 4)
      .replaceAll(/^【(?!完)[^]*?^【完】\n/gmu, "")
      .trimStart();
    const place = temporaryFolder({ "policy/p.tiaowen": STALL_POLICY, "p.txt": text });
    const { code, output } = await tiaowen(place, "diff", "p.txt", "policy");
    expect(output).toContain("两份文件没有差别。");
    expect(output).toContain("没有规则，只比较了文字");
    expect(code).toBe(0);
  });

  test("with an error in a rule is compared by its words, and the error is told", async () => {
    const wrong = STALL_POLICY.replace("占用消防通道，依据", "占用消防通遁，依据");
    const place = temporaryFolder({ "a.tiaowen": STALL_POLICY, "b.tiaowen": wrong });
    const { code, output } = await tiaowen(place, "diff", "a.tiaowen", "b.tiaowen");
    expect(output).toContain("没有比较规则，只比较了文字");
    expect(output).toContain("占用消防通遁");
    expect(output).not.toContain("没有差别");
    expect(code).toBe(1);
  });
});

describe("a Word file", () => {
  const word = async (text: string): Promise<Uint8Array> => {
    const children = text.split("\n").map((line) => new Paragraph(line));
    return Packer.toBuffer(new Document({ sections: [{ children }] }));
  };

  test("is compared by its paragraphs", async () => {
    const place = temporaryFolder({ "old.docx": await word(BEFORE), "old.txt": BEFORE, "new.txt": AFTER });
    const same = await tiaowen(place, "diff", "old.docx", "old.txt");
    expect(same.output).toContain("两份文件没有差别。");
    expect(same.code).toBe(0);
    const other = await tiaowen(place, "diff", "old.docx", "new.txt");
    expect(other.output).toContain("条文：修改1，新增1，删去1，序号变动1，未变1");
  });
});

describe("what cannot be compared", () => {
  const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
    ["an empty file", "  \n", "是空文件"],
    ["a binary file", Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 256), "不是可以读取的文本文件"],
    ["a file of 20 MB", "第一条 空话。\n".repeat(1_200_000), "过大"],
  ];
  test.each(cases)("%s", async (_, content, message) => {
    const place = temporaryFolder({ "old.txt": BEFORE, "bad.txt": content });
    for (const argv of [
      ["old.txt", "bad.txt"],
      ["bad.txt", "old.txt"],
    ]) {
      const { code, errors, output } = await tiaowen(place, "diff", ...argv);
      expect(errors).toContain(message);
      expect([code, output]).toEqual([2, ""]);
    }
  });

  test("a file that is not there, a Word file that is none, a folder without a policy", async () => {
    const place = temporaryFolder({ "old.txt": BEFORE, "bad.docx": "no", "empty/note.txt": "x" });
    const messages = [
      ["missing.txt", "找不到“missing.txt”"],
      ["bad.docx", "不是完好的 Word 文件"],
      ["empty", "没有政策文件"],
    ];
    for (const [name, message] of messages) {
      const { code, errors } = await tiaowen(place, "diff", "old.txt", name!);
      expect(errors).toContain(message);
      expect(code).toBe(2);
    }
  });

  test("data without a day, a day that is none, a time that is none", async () => {
    const place = temporaryFolder({ "a.tiaowen": STALL_POLICY, ...STALL_DATA });
    const diff = (...argv: readonly string[]) => tiaowen(place, "diff", "a.tiaowen", "a.tiaowen", ...argv);
    expect((await diff("--data", "data")).errors).toContain("缺少基准日");
    expect((await diff("--at", "2025-13-01")).errors).toContain("不是有效日期");
    expect((await diff("--timeout", "soon")).errors).toContain("--timeout");
  });
});
