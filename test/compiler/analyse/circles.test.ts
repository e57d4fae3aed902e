import { expect, test } from "vitest";
import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { compile } from "../../../compiler/index.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

test("definitions in a circle are told by the analysis, with their place and words", async () => {
  const text = exampleFile(`【认定】档次
医药机构的档次，按照下列规定认定：
（一）类型为甲类，为高档；
（二）其他的，为低档。
【认定】类型
医药机构的类型，按照下列规定认定：
（一）档次为高档，为甲类；
（二）其他的，为乙类。`);
  const compiled = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
  const limits = { steps: 1000, milliseconds: 1000 };
  const analysis = await analysePolicy(compiled, { at: 20_454, limits, second: null });
  expect(analysis!.findings).toMatchObject([
    {
      code: "rules-in-a-circle",
      severity: "error",
      certainty: "read",
      message: "“档次”、“类型”互相依赖，绕成一圈，无法得出结果。请断开其中一处。",
      places: [{ label: "第一条" }, { label: "第一条" }],
    },
  ]);
  expect(analysis!.findings[0]!.places[0]!.origin.words).toMatch(/^医药机构的档次，按照下列规定认定/);
  expect(analysis!.findings[0]!.places[1]!.origin.words).toMatch(/^医药机构的类型，按照下列规定认定/);
  expect(analysis!.notes).toEqual(["规则有错误，未能分析。请先按“检查”列出的错误修改。"]);
});
