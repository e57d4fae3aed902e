import { describe, expect, test } from "vitest";
import { compile, type CompiledPolicy } from "../../../compiler/pipeline.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { withEdits } from "../../../compiler/tried-suggestions.ts";

const compiledOf = (text: string): CompiledPolicy =>
  compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });

const errorsOf = ({ diagnostics }: CompiledPolicy): CompiledPolicy["diagnostics"] =>
  diagnostics.filter(({ severity }) => severity === "error");

describe("what is compared stands before the modal", () => {
  test.each([
    ["民营医院业务量应当低于1000笔", "民营医院应当业务量低于1000笔"],
    ["民营医院的业务量应当低于1000笔", "民营医院应当业务量低于1000笔"],
    ["民营医院业务量不得高于1000笔", "民营医院不得业务量高于1000笔"],
    ["民营医院业务量原则上应当1000笔以上", "民营医院原则上应当业务量1000笔以上"],
    ["医药机构具备追溯码的，业务量应当低于1000笔", "医药机构具备追溯码的，应当业务量低于1000笔"],
    ["具备追溯码的医院床位数应当不低于10张", "具备追溯码的医院应当床位数不低于10张"],
    ["业务量应当低于1000笔", "应当业务量低于1000笔"],
    ["民营医院业务量应当超过10笔，不得高于1000笔", "民营医院应当业务量超过10笔，不得业务量高于1000笔"],
    ["医院经营性质应当为公立", "医院应当经营性质为公立"],
  ])("%s", (written, meant) => {
    const text = exampleFile(`【规则】限量\n${written}。`);
    const [error, ...others] = errorsOf(compiledOf(text));
    expect(others).toEqual([]);
    expect(error!.code).toBe("content-before-modal");
    expect(error!.message).toContain(`请写成“${meant}”`);
    const [fix] = error!.fixes!;
    expect(fix!.title).toBe(`改为“${meant}”`);
    const after = withEdits(text, fix!.edits);
    expect(after).toContain(`\n${meant}。`);
  });

  test("with the fix the sentence is read", () => {
    const text = exampleFile("【规则】限量\n民营医院业务量应当低于1000笔。");
    const [error] = errorsOf(compiledOf(text));
    const { program } = compiledOf(withEdits(text, error!.fixes![0]!.edits));
    expect(program!.decisions.map(({ kind }) => kind)).toEqual(["requirement"]);
  });

  test("what else is wrong with it is told too", () => {
    const errors = errorsOf(compiledOf(exampleFile("【规则】限量\n民营医院业务量应当低于1000张。")));
    expect(errors.map(({ code }) => code)).toEqual(["content-before-modal", "units-differ"]);
  });
});

test.each([
  "民营医院应当业务量低于1000笔",
  "医院医院等级为二级的，应当业务量低于1000笔",
  "医药机构业务量低于1000笔的，应当限期整改",
  "具备追溯码的，应当纳入退出",
])("%s is none of it", (written) => {
  const errors = errorsOf(compiledOf(exampleFile(`【规则】限量\n${written}。`)));
  expect(errors.map(({ code }) => code)).not.toContain("content-before-modal");
});
