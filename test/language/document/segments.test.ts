import { describe, expect, test } from "vitest";
import { segment } from "../../../language/document/index.ts";
import { cut } from "./reading.ts";

const HEAD = "【政策】\n名称：示例。\n【完】\n";

const official = (text: string, stored?: string): string => {
  const source = { name: "文件.tiaowen", text };
  const segments = segment(
    source,
    stored === undefined ? {} : { storedSource: { name: "原文.txt", text: stored } },
  );
  return segments.official.map(({ start, end }) => text.slice(start, end)).join("");
};

describe("a pasted document", () => {
  test("holds no blocks, whatever it looks like", () => {
    const text = "关于示例的通知\n【说明】本表由申请人填写。\n【完】\n";
    const segments = cut(text);
    expect(segments.allowsBlocks).toBe(false);
    expect(segments.blocks).toEqual([]);
    expect(segments.diagnostics).toEqual([]);
    expect(official(text)).toBe(text);
  });

  test("may be empty", () => {
    expect(cut("")).toMatchObject({ official: [], blocks: [], marks: [] });
    expect(cut("\n \n")).toMatchObject({ blocks: [], diagnostics: [] });
  });
});

describe("blocks", () => {
  test("run to the next header or to 【完】, with the words behind 】 as their name", () => {
    const text = `${HEAD}第一条 甲。\n【规则】 自然退出 \n甲，纳入。\n【理解】「等情况」\n读法一：乙。\n【完】\n第二条 丙。\n`;
    const { blocks } = cut(text);
    expect(blocks.map(({ keyword, name, closedBy }) => [keyword, name, closedBy])).toEqual([
      ["政策", "", "end"],
      ["规则", "自然退出", "header"],
      ["理解", "「等情况」", "end"],
    ]);
    expect(text.slice(blocks[1]!.bodySpan.start, blocks[1]!.bodySpan.end)).toBe("甲，纳入。\n");
    expect(text.slice(blocks[1]!.nameSpan.start, blocks[1]!.nameSpan.end)).toBe("自然退出");
    expect(official(text)).toBe("第一条 甲。\n第二条 丙。\n");
  });

  test.each(["\n\ufeff【政策】\n", "　【 政策 】\r\n", "【词汇】医保定点\n"])(
    "open a file that begins with %j",
    (head) => {
      expect(cut(`${head}名称：示例。\n【完】\n`).blocks).toHaveLength(1);
    },
  );

  test("keep windows line ends out of names", () => {
    const { blocks } = cut("【政策】\r\n名称：示例。\r\n【完】\r\n【规则】甲乙\r\n丙。\r\n【完】\r\n");
    expect(blocks[1]!.name).toBe("甲乙");
  });
});

describe("protected passages", () => {
  test("are official text, their marks are not", () => {
    const text = `${HEAD}【原文】\n【规则】由申请人填写\n【完】\n第一条 甲。\n`;
    const segments = cut(text);
    expect(official(text)).toBe("【规则】由申请人填写\n第一条 甲。\n");
    expect(segments.marks).toHaveLength(2);
    expect(segments.diagnostics).toEqual([]);
  });

  test("may begin on the line of their mark", () => {
    expect(official(`${HEAD}【原文】第一条 甲。\n【完】\n`)).toBe("第一条 甲。\n");
  });
});

describe("a block without an end", () => {
  test.each(["第二条 乙。", "第二章 附则", "二、工作任务", "## 第三条 丙。"])("recovers at %s", (line) => {
    const text = `${HEAD}第一条 甲。\n【规则】a\n甲应当乙：\n（一）丙。\n${line}\n`;
    const segments = cut(text);
    expect(segments.blocks[1]!.closedBy).toBe("recovery");
    expect(official(text)).toBe(`第一条 甲。\n${line}\n`);
    expect(segments.diagnostics.map(({ code }) => code)).toEqual(["unclosed-block"]);
  });

  test("does not recover at items or mentions of a provision", () => {
    const text = `${HEAD}【规则】a\n符合第二条规定的，纳入：\n（一）丙；\n第二条规定的丁。\n【完】\n第三条 戊。\n`;
    const segments = cut(text);
    expect(segments.diagnostics).toEqual([]);
    expect(official(text)).toBe("第三条 戊。\n");
  });

  test("recovers at the line that the stored source has next", () => {
    const stored = "第一条 甲：\n（一）申请人在本地无住房；\n（二）申请人收入符合规定。\n";
    const text = `${HEAD}第一条 甲：\n【规则】a\n（一）申请人在本地无住房；\n（二）乙。\n【完】\n`;
    expect(cut(text).diagnostics).toEqual([]);
    const unclosed = segment({ name: "f", text }, { storedSource: { name: "s", text: stored } });
    expect(unclosed.blocks[1]).toMatchObject({ closedBy: "recovery" });
  });

  test("is not confused by a rule that repeats the words of its own provision", () => {
    const stored = "第一条 甲。\n逾期未办理的，居住证使用功能中止。\n第二条 乙。\n";
    const text = `${HEAD}第一条 甲。\n逾期未办理的，居住证使用功能中止。\n【规则】a\n逾期未办理的，居住证使用功能中止。\n【完】\n第二条 乙。\n`;
    const segments = segment({ name: "f", text }, { storedSource: { name: "s", text: stored } });
    expect(segments.diagnostics).toEqual([]);
    expect(segments.blocks[1]!.closedBy).toBe("end");
  });

  test("is reported at the end of the file, with a fix", () => {
    const text = `${HEAD}【规则】a\n甲应当乙。`;
    const [diagnostic] = cut(text).diagnostics;
    expect(diagnostic).toMatchObject({ code: "unclosed-block", severity: "error" });
    const edit = diagnostic!.fixes![0]!.edits[0]!;
    expect(text.slice(0, edit.span.start) + edit.newText).toBe(`${text}\n【完】\n`);
  });
});

describe("other marks", () => {
  test("offers the keyword that was meant", () => {
    const [diagnostic] = cut(`${HEAD}第一条 甲。\n【规侧】乙\n【完】\n`).diagnostics;
    expect(diagnostic).toMatchObject({ code: "unknown-block-keyword" });
    expect(diagnostic!.message).toContain("是否指“【规则】”");
  });

  test("takes 规定 for 规则, which begins the same", () => {
    const [diagnostic] = cut(`${HEAD}第一条 甲。\n【规定】套型面积\n【完】\n`).diagnostics;
    expect(diagnostic!.message).toContain("是否指“【规则】”");
    expect(diagnostic!.fixes![0]!.edits[0]!.newText).toBe("【规则】");
  });

  test("asks about words that resemble no keyword and leaves them in the text", () => {
    const text = `${HEAD}【发布日期】2025年1月24日\n`;
    const { diagnostics } = cut(text);
    expect(diagnostics.map(({ code, fixes }) => [code, fixes])).toEqual([["unknown-block-keyword", []]]);
    expect(official(text)).toBe("【发布日期】2025年1月24日\n");
  });

  test("says nothing of longer words, of the stored source, of a protected passage or of pasted text", () => {
    expect(cut(`${HEAD}【适用对象范围】甲\n【2025年】乙\n`).diagnostics).toEqual([]);
    const stored = "【发布日期】2025年1月24日\n第一条 甲。\n";
    const kept = segment({ name: "f", text: HEAD + stored }, { storedSource: { name: "s", text: stored } });
    expect(kept.diagnostics).toEqual([]);
    expect(cut(`${HEAD}【原文】\n【规定】甲\n[规则]乙\n【完】\n`).diagnostics).toEqual([]);
    expect(cut("第一条 甲。\n【规定】甲\n[规则]乙\n").diagnostics).toEqual([]);
  });

  test.each(["[规则]乙", "［规则］乙", "〔规则〕乙", "〖规侧〗乙"])(
    "knows the wrong brackets of %s",
    (line) => {
      const { diagnostics } = cut(`${HEAD}第一条 甲。\n${line}\n甲应当乙。\n【完】\n`);
      expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-block-keyword"]);
      expect(diagnostics[0]!.fixes![0]!.edits[0]!.newText).toBe("【规则】");
    },
  );

  test("leaves other brackets in the text alone", () => {
    expect(cut(`${HEAD}第一条 甲。\n［附件］乙\n〔2020〕1号\n`).diagnostics).toEqual([]);
  });

  test("reports a 【完】 that ends nothing and keeps it out of the text", () => {
    const text = `${HEAD}第一条 甲。\n【完】\n`;
    expect(cut(text).diagnostics.map(({ code }) => code)).toEqual(["stray-block-end"]);
    expect(official(text)).toBe("第一条 甲。\n");
  });

  test("refuses a file that is no text with one message", () => {
    const segments = cut(`第一条\0甲${"\0".repeat(1000)}`);
    expect(segments.diagnostics.map(({ code }) => code)).toEqual(["not-text"]);
    expect(segments.official).toEqual([]);
  });
});
