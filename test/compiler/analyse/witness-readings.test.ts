import { expect, test } from "vitest";
import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { generateCases } from "../../../compiler/analyse/cases/index.ts";
import { runCases } from "../../../compiler/evaluate/index.ts";
import { compile } from "../../../compiler/index.ts";
import { withCases } from "../../../compiler/insert-cases.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

const compiled = (text: string) => compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });

test("an example under a reading that is not adopted has its 用例, which says the reading", async () => {
  const text = exampleFile(`【理解】「业务量过少」
读法一：不足十笔；读法二：不足百笔。采读法一，状态为暂拟。
【认定】规模
医药机构的规模，按照下列规定认定：
（一）业务量100笔以上，为大型；
（二）业务量低于10笔，为小型；
（三）业务量低于110笔，为小型，限「业务量过少」读法二；
（四）业务量10笔以上且业务量低于100笔，为中型。`);
  const policy = compiled(text);
  expect(policy.program).not.toBeNull();
  const analysis = await analysePolicy(policy, {
    at: 20_454,
    limits: { steps: 100_000, milliseconds: 5000 },
    second: null,
  });
  const found = analysis!.findings.filter(({ witness }) => (witness?.readings.size ?? 0) > 0);
  expect(found.length).toBeGreaterThan(0);
  for (const { witness } of found) {
    expect(witness!.caseText).toContain("设「业务量过少」采读法二；\n");
    const at = text.lastIndexOf("【完】");
    const pasted = compiled(`${text.slice(0, at)}${witness!.caseText}\n`);
    expect(runCases(pasted.program!).cases.map(({ passed }) => passed)).toEqual([true]);
  }
});

test("a reading of whatever number is written out", async () => {
  const options = "一二三四五六七八九".split("").map((number) => `读法${number}：不足${number}笔`);
  const text = exampleFile(`【理解】「业务量过少」
${[...options, "读法十：不足十笔"].join("；")}。采读法一，状态为暂拟。
【规则】甲
医药机构有下列情形之一的，应当限期整改：
（一）提出续签申请；
（二）业务量低于10笔，限「业务量过少」读法十。`);
  const policy = compiled(text);
  const generated = await generateCases(policy.program!, { second: null });
  expect(generated.cases.some((each) => each.text.includes("设「业务量过少」采读法十；"))).toBe(true);
  const written = compiled(withCases(policy.file, generated.cases));
  expect(runCases(written.program!).cases.map(({ passed }) => passed)).not.toContain(false);
});
