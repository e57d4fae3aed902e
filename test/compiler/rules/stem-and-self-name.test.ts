import { expect, test } from "vitest";
import { compile } from "../../../compiler/pipeline.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

const compiled = (text: string): ReturnType<typeof compile> =>
  compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });

test("the stem of an article is covered by the 依据 of the sentence, not by those of the items", () => {
  const article = "第二条　有下列情形之一的，应当纳入退出：\n（一）没有业务；\n（二）没有追溯码。\n";
  const rule = (stem: string): string =>
    `${article}【规则】甲\n医药机构有下列情形之一的，纳入退出${stem}：\n（一）业务量为0笔，依据「没有业务」；\n（二）不具备追溯码，依据「没有追溯码」。\n【完】\n`;
  const statusOf = (stem: string): string | undefined => {
    const { coverage, program } = compiled(exampleFile("", "", rule(stem)));
    expect(program).not.toBeNull();
    return coverage.list.find(({ path }) => /^2(?:\.1)?(?:\.0)?$/.test(path))?.status;
  };
  expect(statusOf("")).toBe("未处理");
  expect(statusOf("，依据「有下列情形之一的，应当纳入退出」")).toBe("已编码");
});

test("a wrong self-name asks for a 【理解】 only until it is written", () => {
  const text = (reading: string): string =>
    `【政策】\n名称：示例市工作指引；\n阶段：征求意见稿。\n【完】\n示例市工作指引\n\n第一条　为了规范管理，制定本指引。\n第二条　重点项目不受本意见限制。\n${reading}`;
  const messageOf = (reading: string): string | undefined =>
    compiled(text(reading)).diagnostics.find(({ code }) => code === "wrong-self-name")?.message;
  expect(messageOf("")).toContain("请用【理解】记明");
  const reading = "【理解】「本意见」\n读法一：即本指引；读法二：所指不明。采读法一，状态为暂拟。\n【完】\n";
  expect(messageOf(reading)).toContain("已用【理解】记明");
});
