import { expect, test } from "vitest";
import { compile } from "../../../compiler/pipeline.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

const RULE = "【规则】退出\n医药机构业务量为0笔的，纳入退出。";

const findings = (fields: string, article: string): readonly string[] => {
  const text = exampleFile(RULE, "", `第二条　${article}\n【说明】程序。\n【完】\n`).replace(
    "名称：示例办法。",
    `名称：示例办法${fields}。`,
  );
  return compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] })
    .diagnostics.filter(({ code }) => /effective|last-day/.test(code))
    .map(({ message }) => message);
};

test("without 施行 the text's own day is offered", () => {
  expect(findings("", "本办法自2025年1月1日起施行。")[0]).toContain("原文写的是自2025年1月1日起施行。");
  expect(findings("；\n阶段：征求意见稿", "本办法由市医疗保障局解释。")).toEqual([]);
  expect(findings("；\n印发日期：2025年1月1日", "本办法由市医疗保障局解释。")).toEqual([]);
});

test("both days are named where they differ", () => {
  const [message] = findings("；\n施行：2025年2月1日", "本办法自2025年1月1日起施行。");
  expect(message).toContain("2025年1月1日");
  expect(message).toContain("2025年2月1日");
});

test("the day of another document is not its own", () => {
  expect(findings("；\n施行：2025年2月1日", "《示例规定》自2025年1月1日起施行，依照执行。")).toEqual([]);
});

test("a period of validity is compared by its last day", () => {
  const article = "本办法自2025年1月1日起施行，有效期2年。";
  expect(findings("；\n施行：2025年1月1日；\n有效期：至2026年12月31日", article)).toEqual([]);
  expect(findings("；\n施行：2025年1月1日", article)[0]).toContain("没有写有效期");
  expect(
    findings("；\n施行：2025年1月1日", "本办法自2025年1月1日起施行，有效期至2027年6月30日。")[0],
  ).toContain("2027年6月30日");
});
