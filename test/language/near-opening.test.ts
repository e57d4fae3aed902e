import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../language/index.ts";
import { compile } from "../../compiler/pipeline.ts";
import { exampleFile } from "../../compiler/resolve/example.ts";
import { withEdits } from "../../compiler/tried-suggestions.ts";

const errorsOf = (text: string): readonly Diagnostic[] =>
  compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] }).diagnostics.filter(
    ({ severity }) => severity === "error",
  );

const classification = (opening: string): string =>
  exampleFile(`【认定】规模
医药机构的规模，${opening}：
（一）业务量100笔以上，为大型；
（二）其他的，为小型。`);

const list = (opening: string): string =>
  exampleFile(`【规则】退出
医药机构${opening}的，纳入退出：
（一）业务量为0笔；
（二）具备追溯码。`);

describe("words that were meant as a fixed opening are no missing names", () => {
  test.each([
    [classification("按照下列规定从前到后认定"), "按照下列规定认定", "各项不分先后"],
    [classification("按照下列顺序认定"), "按照下列规定认定", "各项不分先后"],
    [classification("依据下述标准评定"), "按照下列规定认定", "认定的句式是"],
    [list("有如下情形之一"), "有下列情形之一", "有下列情形之一的"],
    [list("符合下述条件之一"), "符合下列条件之一", "符合下列条件之一的"],
    [list("同时符合如下条件"), "同时符合下列条件", "同时符合下列条件的"],
  ])("%s", (text, opening, words) => {
    const [error, ...others] = errorsOf(text);
    expect(others).toEqual([]);
    expect(error!.code).toBe("unexpected-word");
    expect(error!.message).toContain(words);
    expect(error!.fixes!.map(({ title }) => title)).toEqual([`改为“${opening}”`]);
    expect(errorsOf(withEdits(text, error!.fixes![0]!.edits))).toEqual([]);
  });

  test("an exception is told its sentence", () => {
    const errors = errorsOf(
      exampleFile(
        "【规则】退出\n医药机构业务量为0笔的，纳入退出。\n【例外】公立\n公立的医药机构，不适用退出。",
      ),
    );
    expect(errors.map(({ code }) => code)).toEqual(["unexpected-word"]);
    expect(errors[0]!.message).toContain("不受规则名称或者条文编号限制");
  });

  test.each(["最低业务量标准", "如下", "下列规定"])("%s is still a missing name", (word) => {
    const codes = errorsOf(exampleFile(`【规则】退出\n医药机构业务量低于${word}的，纳入退出。`)).map(
      ({ code }) => code,
    );
    expect(codes).toContain("undeclared-term");
  });
});
