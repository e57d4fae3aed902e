import { describe, expect, test } from "vitest";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { findsAmong, findsIn, mended } from "./rule-finds.ts";

const RULE = `【规则】甲
医药机构业务量低于100笔的，应当限期整改。`;

const codes = async (blocks: string): Promise<readonly string[]> =>
  (await findsAmong(blocks, "exception-")).map(({ code }) => code);

describe("exceptions that can never apply", () => {
  const NEVER = `${RULE}
【例外】大机构
业务量200笔以上的医药机构，不受甲限制。`;

  test("are told with the rule, and can be taken out", async () => {
    const text = exampleFile(NEVER);
    const [finding, ...others] = await findsIn(text, "exception-");
    expect(others).toEqual([]);
    expect([finding!.code, finding!.certainty, finding!.places.map(({ rule }) => rule)]).toEqual([
      "exception-never",
      "proved",
      ["甲", "甲"],
    ]);
    const [after] = mended(text, finding!);
    expect(after).not.toContain("【例外】");
    expect(await findsIn(after!, "exception-")).toEqual([]);
  });

  test("a 但书 is taken out of its sentence", async () => {
    const text = exampleFile(RULE.replace("整改。", "整改，但业务量200笔以上的除外。"));
    const [finding] = await findsIn(text, "exception-");
    expect(finding!.message).toContain("第一条“甲”的但书对");
    expect(mended(text, finding!).map((each) => each.includes(RULE))).toEqual([true]);
  });

  test("one for the whole document is fine as long as it touches one rule", async () => {
    const all = (limit: number): string => `${RULE}
【规则】乙
医药机构业务量低于1000笔的，应当纳入退出。
【例外】大机构
业务量${limit}笔以上的医药机构，不受本办法限制。`;
    const self = { declarations: "", text: (limit: number) => all(limit) };
    expect(await codes(self.text(500))).toEqual([]);
    expect(await codes(self.text(2000))).toEqual(["exception-never"]);
  });

  test("is asked about under the reading under which it is written", async () => {
    expect(
      await codes(`${RULE}
【例外】重点
具备追溯码的医药机构，不受甲限制，限「业务量过少」读法二。
【理解】「业务量过少」
读法一：不足百笔；读法二：不足千笔。采读法一，状态为暂拟。`),
    ).toEqual([]);
  });
});

describe("exceptions that leave nothing of a rule", () => {
  test("one alone", async () => {
    const found = await findsAmong(
      `${RULE}
【例外】小机构
业务量低于200笔的医药机构，不受甲限制。
【例外】重点
具备追溯码的医药机构，不受甲限制。`,
      "exception-",
    );
    expect(found.map(({ code, message }) => [code, message.includes("例外“小机构”，")])).toEqual([
      ["exception-swallows", true],
    ]);
  });

  test("two together", async () => {
    const found = await findsAmong(
      `${RULE}
【例外】有码
具备追溯码的医药机构，不受甲限制。
【例外】无码
未具备追溯码的医药机构，不受甲限制。`,
      "exception-",
    );
    expect(found.map(({ code, message }) => [code, message.includes("“有码”或者第一条例外“无码”")])).toEqual([
      ["exception-swallows", true],
    ]);
  });

  test("a rule that never holds is not swallowed", async () => {
    expect(
      await codes(`【规则】甲
医药机构业务量低于100笔且业务量超过200笔的，应当限期整改，但具备追溯码的除外。`),
    ).toEqual(["exception-never"]);
  });
});
