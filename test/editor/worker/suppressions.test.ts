import { expect, test } from "vitest";
import { createLanguageSession } from "../../../editor/worker/language/session.ts";

const PATH = "甲/2025.tiaowen";
const TEXT = `【政策】
名称：示例办法。
【对象】医药机构
业务量：整数（笔）。
【措施】
纳入退出。
【完】
第一条　医药机构业务量过少的，应当纳入退出范围。
【规则】退出
医药机构业务总量为0笔的，纳入退出。
【完】
第三条　本办法由市医疗保障局解释。
`;

/** What is offered at the first place of that kind. */
const offeredAt = async (code: string) => {
  const session = createLanguageSession();
  const found = (await session.change(PATH, 1, TEXT))!.findings.find((finding) => finding.code === code)!;
  const fixes = await session.quickFixes(PATH, found.span);
  return fixes.filter(({ title }) => title.startsWith("不提示"));
};

test("a warning on the drafting may be left with a reason; the cursor stands where that is written", async () => {
  const [fix, ...others] = await offeredAt("missing-number");
  expect(others.map(({ title }) => title)).not.toContain(fix!.title);
  expect([fix!.title, fix!.preferred, fix!.code]).toEqual([
    "不提示「missing-number」，写明理由",
    false,
    null,
  ]);
  const [edit] = fix!.edits[0]!.edits;
  const after = TEXT.slice(0, edit!.span.start) + edit!.newText + TEXT.slice(edit!.span.end);
  expect(after.slice(0, fix!.cursor).endsWith("，理由：")).toBe(true);
});

test("an error may not", async () => {
  expect((await offeredAt("undeclared-term")).map(({ title }) => title)).toEqual([]);
});
