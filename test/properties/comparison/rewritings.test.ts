import { describe, expect, test } from "vitest";
import { comparedTexts, survivedRecords, type ComparedTexts } from "../../support/behaviour-laws.ts";
import { TIMES } from "../../support/long-run.ts";
import { policyOf } from "./generated-policy.ts";
import { REWRITINGS } from "./rewritten-rules.ts";

const compared = (name: string, before: string, after: string): Promise<ComparedTexts> => {
  const [left, right] = [policyOf(before), policyOf(after)];
  return comparedTexts(name, { policy: left, text: left.text }, { policy: right, text: right.text });
};

const WORLDS = { changed: 400 * TIMES, others: 400 * TIMES };
let records = 0;

describe("a rule said otherwise is equivalent, and stays so for records by chance", () => {
  test.each(REWRITINGS)("$name", async ({ name, before, after }) => {
    const found = await compared(name, before, after);
    const survived = survivedRecords(found, WORLDS, 11);
    records += survived.equivalent;
    expect(found.behaviour.map(({ verdict }) => verdict)).toEqual(["equivalent"]);
    expect(survived.wrong).toEqual([]);
  });

  test("10,000 of them", ({ task }) => {
    task.meta.tally = { records };
    expect(records).toBeGreaterThan(10_000);
  });
});

describe("what is not the same is told, also where it nearly is", () => {
  test.each([
    [
      "a limit that also counts itself",
      "机构业务量低于100笔的，应当整改。",
      "机构业务量不超过100笔的，应当整改。",
    ],
    [
      "a range with a hole",
      "机构业务量低于100笔的，应当整改。",
      "机构有下列情形之一的，应当整改：\n（一）业务量低于50笔；\n（二）业务量超过50笔且业务量低于100笔。",
    ],
    [
      "a value that has another name",
      "机构类别为医院或者类别为药店的，应当公示。",
      "机构类别为医院的，应当公示。",
    ],
    ["a grade outside the order", "机构等级二级以上的，可以补助。", "机构等级不为一级的，可以补助。"],
    ["a year as 365 days", "距复核日期已满1年的机构，应当整改。", "距复核日期已满365日的机构，应当整改。"],
  ])("%s", async (name, before, after) => {
    const found = await compared(name, `【规则】甲规则\n${before}`, `【规则】甲规则\n${after}`);
    expect(
      found.behaviour.map(({ verdict, witness }) => [verdict === "equivalent", witness === null]),
    ).toEqual([[false, false]]);
  });

  test("that nothing falls on a record for another reason is told, but as neither stricter nor looser", async () => {
    const found = await compared(
      "除外 for the others",
      "【规则】甲规则\n机构得分60分以上的，可以补助。",
      "【规则】甲规则\n机构，可以补助，但得分不满60分的除外。",
    );
    const [change] = found.behaviour;
    expect([change!.verdict, change!.witness!.left.status, change!.witness!.right.status]).toEqual([
      "incomparable",
      "不成立",
      "不适用",
    ]);
    expect(change!.witnesses.map(({ left, right }) => [left.status, right.status])).not.toContainEqual(
      expect.arrayContaining(["成立"]),
    );
  });
});
