import { expect, test } from "vitest";
import { compile } from "../../../compiler/pipeline.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

const RULE = "【规则】退出\n医药机构业务量为0笔的，纳入退出。";
const ARTICLE = "第二条　医药机构申请续签的，报送下列材料：\n（一）申请书；\n（二）许可证。\n";

const untreated = (note: string): readonly string[] => {
  const text = exampleFile(RULE, "", `${ARTICLE}${note}`);
  return compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] })
    .diagnostics.filter(({ code }) => code === "provision-untreated")
    .map(({ message }) => message.slice(0, message.indexOf("。")));
};

test("a provision whose items are treated is not said to have nothing: the words that are left are named", () => {
  expect(untreated("【说明】程序，依据「申请书」、「许可证」。\n【完】\n")).toEqual([
    "第二条中“医药机构申请续签的，报送下列材料：”没有规则，也没有【说明】",
  ]);
  expect(untreated("")[0]).toBe("第二条没有规则，也没有【说明】");
  expect(untreated("【说明】程序。\n【完】\n")).toEqual([]);
});
