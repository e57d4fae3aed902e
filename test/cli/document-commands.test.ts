import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { temporaryFolder, tiaowen } from "./run-command.ts";

const TEXT = `示例市定点管理办法

第一章　总则
第一条　为了规范管理，制定本办法。
第二条　定点机构应当符合下列条件：
（一）具备资质；
（二）配备人员。
第四条　本办法自2025年1月1日起施行。
`;

describe("structure", () => {
  test("takes the policy of a folder", async () => {
    const folder = temporaryFolder({ "甲/p.tiaowen": "【政策】\n名称：甲。\n【完】\n第一条　甲。\n" });
    const { code, output } = await tiaowen(folder, "structure", "甲");
    expect(code).toBe(0);
    expect(output).toContain("第一条");
  });

  test("gives the agreed JSON", async () => {
    const { code, output } = await tiaowen(
      temporaryFolder({ "办法.txt": TEXT }),
      "structure",
      "办法.txt",
      "--format",
      "json",
    );
    expect(code).toBe(0);
    const summary = JSON.parse(output) as { provisions: unknown[] };
    expect(summary).toMatchObject({
      levels: { 章: 1, 条: 3, 项: 2 },
      insertions: 0,
      duplicates: [],
      gaps: [3],
    });
    expect(summary.provisions).toContainEqual({
      path: "2.1.2",
      label: "第二条第（二）项",
      title: null,
      line: 7,
    });
  });

  test("the table names what is missing", async () => {
    const { output } = await tiaowen(temporaryFolder({ "办法.txt": TEXT }), "structure", "办法.txt");
    expect(output).toContain("缺少的条号：3");
    expect(output).toMatch(/第一章 +第一章 +总则/);
  });

  test("--output writes a file and says so", async () => {
    const folder = temporaryFolder({ "办法.txt": TEXT });
    const { code, output, errors } = await tiaowen(
      folder,
      "structure",
      "办法.txt",
      "--format",
      "json",
      "-o",
      "结果/结构.json",
    );
    expect({ code, output }).toEqual({ code: 0, output: "" });
    expect(errors).toContain("已写入 结果/结构.json");
    expect(JSON.parse(readFileSync(join(folder, "结果/结构.json"), "utf8"))).toHaveProperty("levels");
  });
});

describe("new", () => {
  test("makes a policy that verifies against its stored source", async () => {
    const folder = temporaryFolder({ "办法.txt": `${TEXT}【说明】本行是原文。\n【完】\n` });
    const made = await tiaowen(folder, "new", "示例", "--from", "办法.txt");
    expect(made).toMatchObject({ code: 0, errors: "" });
    expect(made.output).toContain("已新建政策文件夹 示例");
    expect(readFileSync(join(folder, "示例/办法.tiaowen"), "utf8")).toMatch(
      /^【政策】\n名称：示例市定点管理办法；\n原文：source\/办法\.txt；\n校验：[0-9a-f]{64}。\n【完】\n/,
    );
    const verified = await tiaowen(folder, "verify", "示例", "--format", "json");
    expect(JSON.parse(verified.output)).toMatchObject({ equal: true, differences: [] });
    expect(verified.code).toBe(0);
  });

  test("reads a Word document paragraph by paragraph", async () => {
    const folder = temporaryFolder({ "办法.docx": wordDocument(TEXT.trimEnd().split("\n")) });
    const made = await tiaowen(folder, "new", "示例", "--from", "办法.docx");
    expect(made).toMatchObject({ code: 0, errors: "" });
    expect(readFileSync(join(folder, "示例/source/办法.txt"), "utf8")).toBe(TEXT);
  });

  test("never writes into a folder that holds something", async () => {
    const folder = temporaryFolder({ "办法.txt": TEXT, "示例/已有.txt": "甲" });
    const { code, errors } = await tiaowen(folder, "new", "示例", "--from", "办法.txt");
    expect(code).toBe(2);
    expect(errors).toContain("已存在且不是空的");
  });

  test("says what to do with other kinds of files", async () => {
    const { code, errors } = await tiaowen(
      temporaryFolder({ "a.pdf": "%PDF" }),
      "new",
      "示例",
      "--from",
      "a.pdf",
    );
    expect(code).toBe(2);
    expect(errors).toContain("请先另存为 .docx");
  });

  test("a broken Word file is no crash", async () => {
    const { code, errors } = await tiaowen(
      temporaryFolder({ "a.docx": "PK坏" }),
      "new",
      "示例",
      "--from",
      "a.docx",
    );
    expect(code).toBe(2);
    expect(errors).toContain("不是完好的 Word 文件");
  });
});

describe("verify", () => {
  const policy = (text: string): string =>
    `【政策】\n名称：示例市定点管理办法；\n原文：source/办法.txt。\n【完】\n${text}`;

  test("white space is no difference, a word is", async () => {
    const same = temporaryFolder({
      "a.tiaowen": policy(TEXT.replace("规范管理", "规范\n管理")),
      "source/办法.txt": TEXT,
    });
    expect((await tiaowen(same, "verify", "a.tiaowen")).output).toContain("一致：");
    const other = temporaryFolder({
      "a.tiaowen": policy(TEXT.replace("应当", "可以")),
      "source/办法.txt": TEXT,
    });
    const { code, output } = await tiaowen(other, "verify", "a.tiaowen");
    expect(code).toBe(1);
    expect(output).toContain("第二条");
  });

  test("a changed source is noticed by its checksum", async () => {
    const file = policy(TEXT).replace("办法.txt。", `办法.txt；\n校验：${"0".repeat(64)}。`);
    const { code, output } = await tiaowen(
      temporaryFolder({ "a.tiaowen": file, "source/办法.txt": TEXT }),
      "verify",
      "a.tiaowen",
    );
    expect(code).toBe(1);
    expect(output).toContain("校验不符");
  });

  test("without a stored source it cannot run", async () => {
    const { code, errors } = await tiaowen(
      temporaryFolder({ "a.tiaowen": `【政策】\n名称：甲。\n【完】\n${TEXT}` }),
      "verify",
      ".",
    );
    expect(code).toBe(2);
    expect(errors).toContain("原文：source/文件名.txt");
  });
});

describe("which policy is meant", () => {
  const head = "【政策】\n名称：甲。\n【完】\n第一条　甲。\n";

  test("a folder with several is refused with their names", async () => {
    const { code, errors } = await tiaowen(
      temporaryFolder({ "a.tiaowen": head, "b.tiaowen": head }),
      "coverage",
      ".",
    );
    expect(code).toBe(2);
    expect(errors).toContain("有2个政策文件");
    expect(errors).toContain("  a.tiaowen\n  b.tiaowen");
  });

  test("a vocabulary beside it is none", async () => {
    const { code } = await tiaowen(
      temporaryFolder({ "a.tiaowen": head, "b.tiaowen": "【词汇】乙\n名称：乙。\n" }),
      "coverage",
      ".",
    );
    expect(code).toBe(1);
  });

  test("an unknown vocabulary is named, with the places that were searched", async () => {
    const file = head.replace("名称：甲。", "名称：甲；\n引用：丙词汇。");
    const { code, errors } = await tiaowen(temporaryFolder({ "a.tiaowen": file }), "coverage", "a.tiaowen");
    expect(code).toBe(2);
    expect(errors).toContain("“丙词汇”");
    expect(errors).toContain("vocabulary");
  });

  test("a vocabulary is found by name up to three folders above", async () => {
    const file = head.replace("名称：甲。", "名称：甲；\n引用：丙词汇。");
    const folder = temporaryFolder({
      "词汇/x.tiaowen": "【词汇】丙词汇\n名称：丙词汇。\n",
      "a/b/c/a.tiaowen": file,
    });
    expect((await tiaowen(folder, "coverage", "a/b/c")).code).toBe(1);
  });
});

/** The smallest file that Word opens. */
const wordDocument = (paragraphs: readonly string[]): Uint8Array => {
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`)
    .join("");
  const part = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${part}"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
};
