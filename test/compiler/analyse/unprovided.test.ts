import { describe, expect, test } from "vitest";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { findsIn, mended } from "./rule-finds.ts";

const DECLARED = `【对象】片区
药店数量不足：是否；
药店数量饱和：是否；
已通公交：是否。
【对象】布点申请
新开设：是否；
所在片区：片区。`;

const RULE = `【规则】不足片区
布点申请新开设且所在片区的药店数量不足的，可以新增定点，依据「药店数量不足的片区，可以新增定点」。
`;

const ARTICLE = (saturated: string, rules = RULE): string =>
  exampleFile(
    "",
    DECLARED,
    `第二条　药店数量不足的片区，可以新增定点。${saturated}
${rules}【说明】程序，依据「第二条」。
【完】`,
  ).replace("，依据「第二条」", "");

const SATURATED = "药店数量饱和的片区，逐步优化布局。";

describe("what an article leaves between the cases that it names", () => {
  test("neither short of shops nor full of them", async () => {
    const [finding, ...others] = await findsIn(ARTICLE(SATURATED), "unprovided");
    expect(others).toEqual([]);
    expect(finding!.message).toContain("“不足片区”所列情形、“药店数量饱和”的情形作了规定");
    expect(finding!.witness!.facts.join()).toContain("片区「乙」：药店数量不足为否，药店数量饱和为否");
    expect(finding!.witness!.results.map(({ status }) => status)).toEqual(["不成立"]);
  });

  test("a measure of the article for the rest ends it", async () => {
    const text = ARTICLE(SATURATED);
    const [finding] = await findsIn(text, "unprovided");
    const after = mended(text, finding!);
    expect(after).toHaveLength(1);
    expect(await findsIn(after[0]!, "unprovided")).toEqual([]);
  });

  test("a rule for the other case alone does not end it", async () => {
    const both = `${RULE}【规则】饱和片区
布点申请所在片区的药店数量饱和的，不得新增定点，依据「药店数量饱和的片区，不得新增定点」。
`;
    const found = await findsIn(ARTICLE("药店数量饱和的片区，不得新增定点。", both), "unprovided");
    expect(found).toHaveLength(1);
  });

  test("where the two cases are all there is, nothing is left", async () => {
    const other = `【规则】不足片区
布点申请所在片区的药店数量不足的，可以新增定点，依据「药店数量不足的片区，可以新增定点」。
【规则】其他片区
布点申请所在片区的未药店数量不足的，不得新增定点，依据「其他片区不得新增定点」。
`;
    expect(await findsIn(ARTICLE(`${SATURATED}其他片区不得新增定点。`, other), "unprovided")).toEqual([]);
  });

  test.each([
    ["another thing", "已通公交的片区，逐步优化布局。"],
    ["nothing", "逐步优化布局。"],
    ["the name in passing", "为防止药店数量饱和现象，逐步优化布局。"],
  ])("an article that names %s is left alone", async (_, words) => {
    expect(await findsIn(ARTICLE(words), "unprovided")).toEqual([]);
  });
});
