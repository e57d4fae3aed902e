import { describe, expect, test } from "vitest";
import { compile } from "../../../compiler/pipeline.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

const RULE = "【规则】退出\n医药机构业务量为0笔的，纳入退出。";
const GAP = "第二条　本办法自印发之日起施行。\n第四条　本办法由市医疗保障局解释。\n";

const compiled = (text: string) => compile({ policy: { name: "甲.tiaowen", text }, vocabularies: [] });
const codes = (text: string): readonly string[] => compiled(text).diagnostics.map(({ code }) => code);
const withNote = (note: string): string => exampleFile(RULE, "", `${GAP}${note}\n【完】\n`);

describe("【说明】不提示", () => {
  test("takes a finding out of a provision and keeps it with its reason", () => {
    const text = withNote("【说明】不提示「missing-number」，理由：第三条已经公告删除。");
    expect(codes(exampleFile(RULE, "", GAP))).toContain("missing-number");
    expect(codes(text)).not.toContain("missing-number");
    const { suppressed } = compiled(text);
    expect(suppressed.map(({ diagnostic, reason }) => [diagnostic.code, reason])).toEqual([
      ["missing-number", "第三条已经公告删除。"],
    ]);
  });

  test("counts for the words of its 依据 only", () => {
    const doubled = GAP.replace("解释。", "解释。。");
    const at = (words: string): string => {
      const note = `【说明】不提示「doubled-punctuation」，依据「${words}」，理由：已经核对。`;
      return exampleFile(RULE, "", `${doubled}${note}\n【完】\n`);
    };
    expect(codes(at("本办法由"))).toContain("doubled-punctuation");
    expect(codes(at("解释。。"))).not.toContain("doubled-punctuation");
  });

  test.each([
    ["本办法由", false],
    ["本办法由市医疗保障局解释", false],
    ["由市医疗保障局解释", true],
  ])("with the first words of an article it counts for its number too: %s", (words, isTold) => {
    const text = withNote(`【说明】不提示「missing-number」，依据「${words}」，理由：第三条已经删除。`);
    expect(codes(text).includes("missing-number")).toBe(isTold);
    expect(codes(text).includes("suppression-unused")).toBe(isTold);
  });

  test.each([
    ["有人员", false],
    ["（三）有人员", false],
    ["有场所", true],
  ])("and of an item for the number of the item: %s", (words, isTold) => {
    const list = "第二条　应当具备下列条件：\n（一）有场所；\n（三）有人员。\n";
    const note = `【说明】不提示「missing-number」，依据「${words}」，理由：第二项已经删除。`;
    const text = exampleFile(RULE, "", `${list}${note}\n【完】\n`);
    expect(codes(text).includes("missing-number")).toBe(isTold);
  });

  test("in front of the first provision it counts for the whole file", () => {
    const text = exampleFile(RULE, "", GAP).replace(
      "【完】\n第一条",
      "【说明】不提示「missing-number」，理由：节选，序号照录。\n【完】\n第一条",
    );
    expect(codes(text)).not.toContain("missing-number");
    expect(codes(text).filter((code) => code.startsWith("suppression"))).toEqual([]);
  });

  test("elsewhere the finding stays, and what is not needed is told", () => {
    const text = exampleFile(`${RULE}\n【说明】不提示「missing-number」，理由：已经核对。`, "", GAP);
    expect(codes(text)).toContain("missing-number");
    expect(codes(text)).toContain("suppression-unused");
  });

  test("is no treatment of the text", () => {
    const text = withNote("【说明】不提示「missing-number」，理由：已经核对。");
    const untreated = (each: string) => compiled(each).coverage.untreated;
    expect(untreated(text)).toBe(untreated(exampleFile(RULE, "", GAP)));
  });

  test("an error of a rule cannot be silenced", () => {
    const text = exampleFile(
      "【规则】退出\n医药机构业务额为0笔的，纳入退出。\n【说明】不提示「undeclared-term」，理由：以后再改。",
    );
    expect(compiled(text).program).toBeNull();
    expect(compiled(text).diagnostics.some(({ severity }) => severity === "error")).toBe(true);
  });
});
