import { describe, expect, test } from "vitest";
import {
  documentDiagnostics,
  readDocument,
  segment,
  type OfficialDocument,
} from "../../../language/document/index.ts";
import { citySource, codes, read } from "./reading.ts";

/** What is only worth a look (spaces, open words) is told beside what is wrong. */
const wrong = (document: OfficialDocument) => document.findings.filter(({ severity }) => severity !== "info");

const findings = (text: string): string[] => {
  const segments = segment({ name: "文件.txt", text });
  return [...segments.diagnostics, ...readDocument(segments).findings].map(({ code }) => code);
};

describe.each(Object.entries(documentDiagnostics))("%s", (code, kind) => {
  test("is found in its bad example and not in its good one", () => {
    expect(findings(kind.bad)).toContain(code);
    expect(findings(kind.good)).not.toContain(code);
  });
});

describe("the two cities", () => {
  test("牡丹江: six page cuts, one of them with a repeated character, and two 第七章", () => {
    expect(
      wrong(read(citySource("mudanjiang")))
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(["duplicate-number", ...Array.from({ length: 6 }, () => "paragraph-cut"), "repeated-at-break"]);
  });

  test("牡丹江: 资资源 stands in 第十二条", () => {
    const finding = read(citySource("mudanjiang")).findings.find(({ code }) => code === "repeated-at-break");
    expect(finding).toMatchObject({ provision: "12.1" });
    expect(finding!.message).toContain("资资源");
  });

  test("阳江: 2.32万人 that is 2.36, 本意见 in a 指引, and the bookmark", () => {
    const document = read(citySource("yangjiang"));
    const found = wrong(document);
    expect(found.map(({ code, provision }) => [code, provision])).toEqual([
      ["average-mismatch", "一.2"],
      ["wrong-self-name", "三.一"],
      ["editor-residue", "五.三"],
    ]);
    const { span } = found[2]!;
    expect(document.source.text.slice(span.start, span.end)).toBe("[bookmark: _GoBack]");
  });
});

describe("numbers", () => {
  test("of chapters may run on through books", () => {
    expect(codes(read("第一编 甲\n第一章 乙\n第一条 丙。\n第二编 丁\n第二章 戊\n第二条 己。\n"))).toEqual([]);
  });

  test("of lists begin at one and may begin again", () => {
    expect(codes(read("第一条 甲：\n（二）乙。\n"))).toEqual(["missing-number"]);
    expect(codes(read("第一条 甲：\n（一）乙。\n丙：\n（一）丁。\n"))).toEqual([]);
    expect(codes(read("第一条 甲：\n（一）乙；\n（三）丙；\n（三）丁。\n"))).toEqual([
      "missing-number",
      "duplicate-number",
    ]);
  });

  test("of an excerpt may begin anywhere", () => {
    expect(codes(read("第五条 甲。\n第六条 乙。\n"))).toEqual([]);
    expect(codes(read("第三章 甲\n第五条 甲。\n"))).toEqual([]);
  });

  test("written inside a line are pointed out", () => {
    const [finding] = read("第一条 甲。第二条 乙。\n第三条 丙。\n").findings;
    expect(finding!.message).toContain("写在了前一段的行内");
    const chapters = "第一条 甲。第二章 乙\n第二条 丙。\n第三章 丁\n第三条 戊。\n";
    const gap = read(chapters).findings.find(({ message }) => message.includes("“第三章”之前"));
    expect(gap!.message).toContain("“第二章”写在了前一段的行内");
  });

  test("of inserted articles are no repetition", () => {
    expect(codes(read("第一条 甲。\n第一条之一 乙。\n第一条之二 丙。\n第二条 丁。\n"))).toEqual([]);
  });
});

describe("self names", () => {
  const guide = (sentence: string): string[] =>
    wrong(read(`某市工作指引（试行）\n\n一、${sentence}\n`)).map(({ code }) => code);

  test.each([
    "本指引适用于本市。",
    "本工作指引自印发之日起执行。",
    "这是一项基本规定。",
    "本法院受理。",
    "标本规范保存。",
    "所称“本办法”，从其规定。",
  ])("are right in %s", (sentence) => expect(guide(sentence)).toEqual([]));

  test.each(["本意见另有规定。", "本办法施行后。", "本法所称。"])("are wrong in %s", (sentence) => {
    expect(guide(sentence)).toEqual(["wrong-self-name"]);
  });

  test("may be that of the letter that encloses the document", () => {
    expect(
      codes(read("关于印发某市工作指引的通知\n\n本通知附后。\n\n某市工作指引\n\n一、本指引适用于本市。\n")),
    ).toEqual([]);
  });
});

describe("residue", () => {
  test.each(["{{单位名称}}", "错误！未找到引用源。", "[键入文字]", 'HYPERLINK "x"', "\u200b"])(
    "%j is found",
    (residue) => {
      expect(codes(read(`第一条 甲${residue}乙。\n`))).toEqual(["editor-residue"]);
    },
  );

  test("many of one kind are told once, not without end", () => {
    expect(read("第一条 甲。\n".repeat(3000)).findings.length).toBeLessThanOrEqual(1000);
  });
});
