import { describe, expect, test } from "vitest";
import { analysePolicy } from "../../compiler/analyse-policy.ts";
import { DRAFTING_CODES, idleNotes, siftFindings } from "../../compiler/left-findings.ts";
import { compile } from "../../compiler/pipeline.ts";
import { exampleFile } from "../../compiler/resolve/example.ts";

const OVERLAP = `【认定】类别
医药机构的类别，按照下列规定认定：
（一）业务量100笔以下，为甲类，依据「医药机构业务量过少」；
（二）医院等级二级以上，为乙类。`;

const LIMITS = { steps: 50_000, milliseconds: 1000 };

/** What the analysis shows and what it leaves, with these notes under the article and with `front` before it. */
const sifted = async (note: string, front = "") => {
  const text = exampleFile(`${OVERLAP}\n${note}`, front);
  const compiled = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
  expect(compiled.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const analysis = await analysePolicy(compiled, { at: 20_454, limits: LIMITS, second: null });
  const { kept, left } = siftFindings(compiled.file, analysis!.findings);
  return {
    kept: kept.map(({ code }) => code),
    left: left.map(({ finding, reason }) => [finding.code, reason]),
  };
};

describe("findings that a policy says not to show", () => {
  test("are left with their reason, under the same provision or in the whole file", async () => {
    const without = await sifted("");
    expect(without.kept).toContain("class-overlap");
    expect(without.left).toEqual([]);
    const note = "【说明】不提示「class-overlap」，理由：另行发文明确。";
    const here = await sifted(note);
    expect(here.kept).toEqual(without.kept.filter((code) => code !== "class-overlap"));
    expect(here.left).toEqual([["class-overlap", "另行发文明确。"]]);
    expect((await sifted("", note)).left).toEqual(here.left);
  });

  test("stay where no reason is given, another kind is named, or other words are meant", async () => {
    for (const note of [
      "【说明】不提示「class-overlap」。",
      "【说明】不提示「rule-duplicate」，理由：已经核对。",
      "【说明】不提示「class-overlap」，依据「应当纳入退出范围」，理由：已经核对。",
    ])
      expect((await sifted(note)).kept).toContain("class-overlap");
    const words = "【说明】不提示「class-overlap」，依据「医药机构业务量过少」，理由：已经核对。";
    expect((await sifted(words)).kept).not.toContain("class-overlap");
  });
});

describe("a 不提示 that leaves nothing out", () => {
  const notesOn = async (note: string, isLookedFor = true): Promise<readonly string[]> => {
    const text = exampleFile(`${OVERLAP}\n【规则】甲\n民营的医药机构，应当限期整改。
【规则】乙\n民营的医药机构，不得限期整改。\n${note}`);
    const compiled = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
    const analysis = await analysePolicy(compiled, { at: 20_454, limits: LIMITS, second: null });
    return idleNotes(compiled.file, analysis!.findings, () => isLookedFor);
  };
  const leaving = (code: string): string => `【说明】不提示「${code}」，理由：已经核对。`;

  test("is told, with its line", async () => {
    const [note, ...others] = await notesOn(leaving("rule-duplicate"));
    expect(others).toEqual([]);
    expect(note).toMatch(/^第\d+行的“不提示「rule-duplicate」”不起作用：这一处没有这种结果/u);
    expect(await notesOn(leaving("rule-duplicate"), false)).toEqual([]);
    expect(await notesOn(leaving("class-overlap"))).toEqual([]);
  });

  test("is told of what is listed under another article", async () => {
    const again = "【规则】乙\n民营的医药机构，应当限期整改。";
    const text = exampleFile(
      "【规则】甲\n民营的医药机构，应当限期整改。",
      "",
      `第二条　民营的医药机构应当限期整改。\n${again}\n${leaving("rule-duplicate")}\n【完】\n`,
    );
    const compiled = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
    const analysis = await analysePolicy(compiled, { at: 20_454, limits: LIMITS, second: null });
    expect(analysis!.findings.map(({ code }) => code)).toContain("rule-duplicate");
    const [note] = idleNotes(compiled.file, analysis!.findings, () => true);
    expect(note).toContain("这种结果列在第一条，请把这一说明移到那里");
  });

  test("is told of an error, which has to be mended", async () => {
    const [note] = await notesOn(leaving("rule-conflict"));
    expect(note).toContain("错误不能这样略去");
  });
});

test("findings about 不提示 itself cannot be left by it", () => {
  expect(DRAFTING_CODES.has("missing-number")).toBe(true);
  expect([...DRAFTING_CODES].filter((code) => code.startsWith("suppression-"))).toEqual([]);
});
