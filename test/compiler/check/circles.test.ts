import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../language/index.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { compile } from "../../../compiler/pipeline.ts";

const errorsIn = (blocks: string): readonly Diagnostic[] => {
  const { diagnostics, program } = compile({
    policy: { name: "示例.tiaowen", text: exampleFile(blocks) },
    vocabularies: [],
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(program === null).toBe(errors.length > 0);
  return errors;
};

const RULE = "【规则】退出\n医药机构业务量为0笔的，纳入退出。\n";

describe("a circle is the one error, whatever uses its names", () => {
  test.each([
    ["an indicator of itself", "【指标】甲数\n医药机构的甲数，为甲数加1笔。", "“甲数”用到了它自己"],
    [
      "two indicators",
      "【指标】甲数\n医药机构的甲数，为乙数加1笔。\n【指标】乙数\n医药机构的乙数，为甲数减1笔。",
      "“甲数”、“乙数”互相依赖",
    ],
    [
      "an indicator that is used",
      "【规则】甲\n医药机构甲数超过5笔的，纳入退出。\n【指标】甲数\n医药机构的甲数，为业务量加甲数。",
      "“甲数”用到了它自己",
    ],
    [
      "an indicator over all records",
      "【指标】甲数\n医药机构的甲数，为最大（全市医药机构，甲数）。",
      "“甲数”用到了它自己",
    ],
    [
      "three definitions, and a rule about one that rests on them",
      `【定义】甲园
甲园，是指具备追溯码的乙园。
【定义】乙园
乙园，是指提出续签申请的丙园。
【定义】丙园
丙园，是指业务量超过10笔的甲园。
【定义】丁园
丁园，是指业务量超过20笔的丙园。
【规则】丁
丁园且民营的，纳入退出。`,
      "“甲园”、“乙园”、“丙园”互相依赖",
    ],
    ["a definition of itself", "【定义】甲园\n甲园，是指甲园。", "“甲园”用到了它自己"],
    [
      "a definition by an indicator that counts it",
      "【定义】甲园\n甲园，是指甲数超过3家的医药机构。\n【指标】甲数\n医药机构的甲数，为数量（所在县区的甲园）。",
      "“甲园”、“甲数”互相依赖",
    ],
  ])("%s", (_name, blocks, words) => {
    const errors = errorsIn(`${RULE}${blocks}`);
    expect(errors.map(({ code }) => code)).toEqual(["rules-in-a-circle"]);
    expect(errors[0]!.message.startsWith(words)).toBe(true);
    const members = words.match(/“[^”]+”/g)!.length;
    expect(errors[0]!.related?.length ?? 0).toBe(members - 1);
  });
});

test("every place of the circle is told, with what it rests on", () => {
  const [error] = errorsIn(
    `${RULE}【定义】重点机构\n重点机构，是指不属于一般机构的医药机构。\n【定义】一般机构\n一般机构，是指不属于重点机构的医药机构。`,
  );
  expect(error!.related).toMatchObject([{ message: "“一般机构”在这里用到“重点机构”", provision: "1" }]);
});

test("definitions by each other are told how a definition ends", () => {
  const [error] = errorsIn(
    `${RULE}【定义】优质园\n优质园，是指列入重点项目的示范园。\n【定义】示范园\n示范园，是指列入重点项目的优质园。`,
  );
  expect(error!.message).toContain("定义写成“优质园，是指……的定点申请”");
});

describe("no circle", () => {
  test.each([
    [
      "a field of another object of the same name",
      "【指标】常住人口\n医药机构的常住人口，为所在县区的常住人口除以2。",
    ],
    [
      "a definition under the name of one of its values",
      "【定义】医院\n医院，是指机构类别为医院的医药机构。",
    ],
  ])("%s", (_name, blocks) => {
    expect(errorsIn(`${RULE}${blocks}`).map(({ code }) => code)).not.toContain("rules-in-a-circle");
  });

  test("another error in words of a circle's block stays", () => {
    const errors = errorsIn(
      "【规则】甲\n医药机构甲数超过5笔且业务量床位数为0笔的，纳入退出。\n【指标】甲数\n医药机构的甲数，为甲数加1笔。",
    );
    expect(errors.map(({ code }) => code)).toEqual(["names-do-not-combine", "rules-in-a-circle"]);
  });
});
