import { expect, test } from "vitest";
import { compile } from "../../../compiler/pipeline.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { nearestName } from "../../../compiler/resolve/suggest.ts";

test("a suggestion never turns a name into its opposite", () => {
  expect(nearestName("规定时间内未签订租赁合同", ["规定时间内签订租赁合同"])).toBe(
    "未规定时间内签订租赁合同",
  );
  expect(nearestName("未签定合同", ["签订合同"])).toBe("未签订合同");
  expect(nearestName("规定时间内签订租赁合同", ["规定时间内未签订租赁合同"])).toBeNull();
  expect(
    nearestName("规定时间内未签定租赁合同", ["规定时间内未签订租赁合同", "规定时间内签订租赁合同"]),
  ).toBe("规定时间内未签订租赁合同");
  expect(nearestName("签定合同", ["签订合同"])).toBe("签订合同");
});

test("the fix for an undeclared negative keeps 未", () => {
  const text = exampleFile("【规则】退出\n医药机构规定时间内未提出续签申请的，纳入退出。").replace(
    "提出续签申请：是否；",
    "规定时间内提出续签申请：是否；",
  );
  const found = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] }).diagnostics.find(
    ({ code }) => code === "undeclared-term",
  );
  expect(found?.fixes?.[0]?.title).toBe("改为“未规定时间内提出续签申请”");
});

const messagesOf = (text: string, code: string): readonly string[] =>
  compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] })
    .diagnostics.filter((found) => found.code === code)
    .map(({ message }) => message);

test("an unknown field type is answered with the types that exist", () => {
  const [message] = messagesOf(exampleFile("", "【对象】合同\n租金：钱（元）。"), "unknown-object");
  expect(message).toContain("是否指“金额”？");
  expect(message).toContain("文本、整数、数值、百分比、金额、日期、坐标、是否");
});

test("an unknown key of 【政策】 is answered with the key that is meant, or with all keys", () => {
  const policy = (key: string): string =>
    `【政策】\n名称：示例办法；\n${key}：自印发之日起。\n【完】\n第一条　示例。\n`;
  expect(messagesOf(policy("生效"), "unknown-metadata-key")[0]).toContain("是否指“施行”？");
  expect(messagesOf(policy("甲乙丙"), "unknown-metadata-key")[0]).toContain("可以写的有名称、地区、");
});
