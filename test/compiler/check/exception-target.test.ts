import { expect, test } from "vitest";
import { compile } from "../../../compiler/pipeline.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

const messages = (
  target: string,
  rules = "【规则】退出\n医药机构业务量为0笔的，纳入退出。\n",
): readonly string[] => {
  const text = exampleFile(`${rules}【例外】公立\n经营性质为公立的医药机构，不受${target}限制。`);
  return compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] })
    .diagnostics.filter(({ code }) => code === "unknown-exception-target")
    .map(({ message }) => message);
};

test("an exception to a rule that is not there is told what may be written", () => {
  const advice = "请写规则名称（例如“退出”）或者条款，例如“第十六条”。";
  expect(messages("qt")).toEqual([`没有名为“qt”的规则。${advice}`]);
  expect(messages("「别的名称」")).toEqual([`没有名为“别的名称”的规则。${advice}`]);
  expect(messages("「退初」")).toEqual(["没有名为“退初”的规则。是否指“退出”？"]);
  expect(messages("qt", "")).toEqual(["没有名为“qt”的规则。请写规则名称或者条款，例如“第十六条”。"]);
});
