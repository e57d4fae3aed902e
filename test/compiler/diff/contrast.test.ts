import { describe, expect, test } from "vitest";
import { verdictWord } from "../../../compiler/report/comparison/words.ts";
import { behaviourOf } from "./behaviour-pair.ts";
import { compileRules } from "./rule-policy.ts";

const rule = (sentence: string): string => `【规则】甲规则\n${sentence}`;

const found = async (before: string, after: string) => {
  const { changes } = await behaviourOf(compileRules(rule(before)), compileRules(rule(after)));
  const [change] = changes;
  return { ...change!, word: verdictWord(change!) };
};

describe("what kind of difference has no direction", () => {
  test("an exception written as a condition differs in what results are called, and in nothing else", async () => {
    const change = await found(
      "机构业务量低于100笔的，退出，但已经整改的除外。",
      "机构业务量低于100笔且未已经整改的，退出。",
    );
    expect([change.verdict, change.contrast, change.word, change.proof]).toEqual([
      "incomparable",
      "names",
      "仅结果名目不同",
      "own",
    ]);
    expect(change.ground).toBe("两边的结果只是名目不同（例如不适用、不成立），宽严没有差别。");
    expect([change.witness!.left.status, change.witness!.right.status]).toEqual(["不适用", "不成立"]);
  });

  test("a difference in names beside one in strictness is told by the strictness", async () => {
    const change = await found(
      "机构业务量低于100笔的，退出，但已经整改的除外。",
      "机构业务量低于200笔且未已经整改的，退出。",
    );
    expect([change.verdict, change.contrast, change.word]).toEqual(["stricter", undefined, "更严"]);
  });

  test("some stricter and some looser", async () => {
    const change = await found("机构业务量低于100笔的，退出。", "机构违规的，退出。");
    expect([change.verdict, change.contrast, change.word]).toEqual([
      "incomparable",
      "directions",
      "互有宽严",
    ]);
  });

  test("classes only differ", async () => {
    const { changes } = await behaviourOf(
      compileRules(
        "【认定】类型\n机构的类型按下列规定认定：\n（一）业务量低于100笔的，为甲类；\n（二）其他的，为乙类。",
      ),
      compileRules(
        "【认定】类型\n机构的类型按下列规定认定：\n（一）业务量低于200笔的，为甲类；\n（二）其他的，为乙类。",
      ),
    );
    expect(changes.map((change) => [change.verdict, change.contrast, verdictWord(change)])).toEqual([
      ["incomparable", "results", "结果不同"],
    ]);
  });
});
