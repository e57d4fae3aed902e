import { describe, expect, test } from "vitest";
import { findsAmong } from "./rule-finds.ts";

const TWO = (first: string, second: string): string => `【规则】甲
医药机构${first}。
【规则】乙
医药机构${second}。`;

const named = async (blocks: string): Promise<readonly (readonly (string | null)[])[]> =>
  (await findsAmong(blocks, "rule-duplicate")).map(({ places }) => places.map(({ rule }) => rule));

describe("a rule that adds nothing", () => {
  test("the narrower one is told, wherever it stands", async () => {
    expect(await named(TWO("业务量低于10笔的，应当限期整改", "业务量低于20笔的，应当限期整改"))).toEqual([
      ["甲", "乙"],
    ]);
    expect(await named(TWO("业务量低于20笔的，应当限期整改", "业务量低于10笔的，应当限期整改"))).toEqual([
      ["乙", "甲"],
    ]);
  });

  test("two of the same are told once", async () => {
    const rule = "业务量低于10笔的，应当限期整改";
    const found = await findsAmong(TWO(rule, rule), "rule-duplicate");
    expect(found.map(({ certainty }) => certainty)).toEqual(["proved"]);
    expect(found[0]!.message).toContain("反之也是");
  });

  test.each([
    ["another force", "业务量低于10笔的，应当限期整改", "业务量低于20笔的，可以限期整改"],
    ["in principle only", "业务量低于10笔的，原则上应当限期整改", "业务量低于20笔的，应当限期整改"],
    ["another measure", "业务量低于10笔的，应当限期整改", "业务量低于20笔的，应当纳入退出"],
    ["an exception", "业务量低于10笔的，应当限期整改", "业务量低于20笔的，应当限期整改，但具备追溯码的除外"],
    ["another fact", "业务量低于10笔的，应当限期整改", "业务量低于20笔且具备追溯码的，应当限期整改"],
    ["an open standard", "业务量低于10笔的，应当限期整改", "业务量低于业务量标准的，应当限期整改"],
  ])("%s: both are needed", async (_, first, second) => {
    expect(await named(TWO(first, second))).toEqual([]);
  });

  test("a rule that never holds is no duplicate", async () => {
    expect(
      await named(TWO("业务量低于10笔且业务量超过20笔的，应当限期整改", "业务量低于20笔的，应当限期整改")),
    ).toEqual([]);
  });
});
