import { expect, test } from "vitest";
import { compile } from "../../../compiler/pipeline.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { nearestName } from "../../../compiler/resolve/suggest.ts";

test("a suggestion never turns a name into its opposite", () => {
  expect(nearestName("规定时间内未签订租赁合同", ["规定时间内签订租赁合同"])).toBe("未规定时间内签订租赁合同");
  expect(nearestName("未签定合同", ["签订合同"])).toBe("未签订合同");
  expect(nearestName("规定时间内签订租赁合同", ["规定时间内未签订租赁合同"])).toBeNull();
  expect(nearestName("规定时间内未签定租赁合同", ["规定时间内未签订租赁合同", "规定时间内签订租赁合同"])).toBe(
    "规定时间内未签订租赁合同",
  );
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
