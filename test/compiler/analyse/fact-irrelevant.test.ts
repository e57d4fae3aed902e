import { describe, expect, test } from "vitest";
import { findsAmong, told } from "./rule-finds.ts";

const RULE = (condition: string): string => `【规则】甲
医药机构${condition}的，应当限期整改。`;

const messages = async (blocks: string, code: string, declarations = ""): Promise<readonly string[]> =>
  (await findsAmong(blocks, code, declarations)).map(({ message }) => message.split("，")[0]!);

describe("what rules ask for and what never changes a result", () => {
  test("a fact that is asked for both ways", async () => {
    expect(
      await messages(RULE("提出续签申请且业务量低于10笔，或者未提出续签申请且业务量低于10笔"), "fact-"),
    ).toEqual(["规则用到“提出续签申请”"]);
  });

  test("a number that another limit makes idle", async () => {
    expect(await messages(RULE("业务量低于10笔，或者业务量低于10笔且床位数低于5张"), "fact-")).toEqual([
      "规则用到“床位数”",
    ]);
  });

  test("a fact of a neighbour counts too, and one that matters to one rule matters", async () => {
    expect(await messages(RULE("所在县区内有具备追溯码的医药机构"), "fact-")).toEqual([]);
    const two = `${RULE("业务量低于10笔，或者业务量低于10笔且床位数低于5张")}
【规则】乙
医药机构床位数低于5张的，应当纳入退出。`;
    expect(await messages(two, "fact-")).toEqual([]);
  });

  test("an open standard beside a fixed one", async () => {
    const idle = RULE("业务量低于10笔，或者业务量低于10笔且业务量低于业务量标准");
    expect(await messages(idle, "parameter-irr")).toEqual(["规则用到参数“业务量标准”"]);
    expect(await messages(RULE("业务量低于10笔，或者业务量低于业务量标准"), "parameter-irr")).toEqual([]);
  });

  test("readings that come to the same", async () => {
    const list = (second: string): string => `【规则】甲
医药机构有下列情形之一的，应当限期整改：
（一）业务量低于10笔，限「业务量过少」读法一；
（二）${second}，限「业务量过少」读法二。
【理解】「业务量过少」
读法一：不足十笔；读法二：另一种说法。采读法一，状态为暂拟。`;
    expect(await messages(list("业务量不足10笔"), "discretion-irr")).toEqual([
      "【理解】「业务量过少」列有不同读法",
    ]);
    expect(await messages(list("业务量不足20笔"), "discretion-irr")).toEqual([]);
  });

  test("a whole rule under a reading that is not adopted is asked about under that reading", async () => {
    const blocks = `【规则】甲
医药机构应当业务量不少于10笔，限「业务量过少」读法二。
【理解】「业务量过少」
读法一：不足十笔；读法二：另一种说法。采读法一，状态为暂拟。`;
    expect(told(await findsAmong(blocks, "fact-"))).toEqual([]);
  });
});

describe("parameters that no rule reads", () => {
  test("are told where the policy declares them", async () => {
    const found = await findsAmong(
      RULE("业务量低于业务量标准"),
      "parameter-unread",
      "【参数】备用标准\n单位为张，由市医疗保障局确定。",
    );
    expect(
      found.map(({ message, severity, certainty }) => [message.split("。")[0], severity, certainty]),
    ).toEqual([["没有规则用到参数“备用标准”", "warning", "read"]]);
    expect(found[0]!.suggestions.map(({ title }) => title)).toEqual(["删去【参数】备用标准"]);
  });
});
