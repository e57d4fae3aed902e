import { expect, test } from "vitest";
import { copiedCase } from "../../../editor/state/case-copy.ts";

const CASE = "【用例】甲例\n设药店「甲」：得分为5分；\n则「甲」的限期整改成立。";
const TEXT = `【规则】限期整改\n得分低于6分的药店，限期整改。\n\n${CASE}\n【完】\n第二条　略。\n`;
const start = TEXT.indexOf(CASE);
const block = { start, end: start + CASE.length + 1 };
const at = TEXT.indexOf("限期整改成立") + 4;
const change = { span: { start: at, end: at + 2 }, newText: "不成立" };

const after = (taken: readonly string[]): string => {
  const { edit } = copiedCase(TEXT, block, [change], "甲例", taken)!;
  return TEXT.slice(0, edit.span.start) + edit.newText + TEXT.slice(edit.span.end);
};

test("a copy with what was found stands behind the case, which stays as it is", () => {
  const copy = CASE.replace("甲例", "甲例（实际结果）").replace("整改成立", "整改不成立");
  expect(after(["甲例"])).toBe(TEXT.replace(CASE, `${CASE}\n\n${copy}`));
});

test("a copy has a name of its own", () => {
  const name = "甲例（实际结果）";
  expect(after(["甲例", name])).toContain(`【用例】${name}之2\n`);
  expect(after(["甲例", name, `${name}之2`])).toContain(`【用例】${name}之3\n`);
});

test("a case whose name does not stand in its first line is not copied", () => {
  expect(copiedCase(TEXT, block, [change], "乙例", [])).toBeNull();
  expect(copiedCase(TEXT, block, [change], "限期整改", [])).toBeNull();
});
