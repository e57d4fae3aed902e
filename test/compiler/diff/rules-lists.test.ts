import { describe, expect, test } from "vitest";
import { asSeenFromBehind, seen } from "./rule-mirror.ts";
import { changesBetween } from "./rule-pair.ts";

const rule = (sentence: string): string => `【规则】甲规则\n${sentence}`;
const READINGS = "\n【理解】「范围」\n读法一：从宽；读法二：从严。采读法一，状态为暂拟。";

const THREE = "机构符合下列情形中至少2项的，退出：\n（一）违规；\n（二）申请退出；\n（三）性质为民营。";

/** One item of a list goes, however the list was written. */
const LISTS: readonly (readonly [name: string, before: string, after: string, gone: string])[] = [
  [
    "two of three, then two of two",
    rule(THREE),
    rule(THREE.replace("；\n（三）性质为民营", "")),
    "性质为民营",
  ],
  [
    "an item of two clauses",
    rule("机构有下列情形之一的，退出：\n（一）违规；\n（二）申请退出或者性质为民营；\n（三）业务量为0笔。"),
    rule("机构有下列情形之一的，退出：\n（一）违规；\n（二）业务量为0笔。"),
    "申请退出或者性质为民营",
  ],
  [
    "an item with a list of its own, each under a reading",
    rule(
      `机构有下列情形之一的，退出：\n（一）有下列情形之一，限「范围」读法一：\n1.违规；\n2.申请退出；\n（二）有下列情形之一，限「范围」读法二：\n1.性质为民营；\n2.业务量为0笔。${READINGS}`,
    ),
    rule(
      `机构有下列情形之一的，退出：\n（一）有下列情形之一，限「范围」读法二：\n1.性质为民营；\n2.业务量为0笔。${READINGS}`,
    ),
    "1.违规；2.申请退出",
  ],
];

describe("one item that goes is told as one", () => {
  test.each(LISTS)("%s", (_, before, after, gone) => {
    const changes = changesBetween(before, after);
    expect(changes.map(({ kind, before: words }) => [kind, words])).toEqual([["itemRemoved", gone]]);
    expect(seen(changesBetween(after, before))).toEqual(asSeenFromBehind(changes));
  });
});

describe("a proviso stands in its rule", () => {
  test("and is named there", () => {
    const [change] = changesBetween(rule("机构违规的，退出。"), rule("机构违规的，退出，但已经整改的除外。"));
    expect([change!.kind, change!.right!.rule, change!.right!.name]).toEqual([
      "exceptionAdded",
      "甲规则",
      "甲规则·但书",
    ]);
  });
});
