import { describe, expect, test } from "vitest";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { findsIn, mended } from "./rule-finds.ts";

const LIMIT = "【参数】床位标准\n单位为张，由市医疗保障局确定。";

/** The blocks of the example as they stand after each suggestion of its one finding of a kind. */
const after = async (blocks: string, code: string, declarations = ""): Promise<readonly string[]> => {
  const text = exampleFile(blocks.includes("【") ? blocks : `【规则】甲\n${blocks}`, declarations);
  const found = (await findsIn(text, code)).filter((finding) => finding.code === code);
  expect(found.length).toBe(1);
  return mended(text, found[0]!).map((edited) => {
    const start = edited.indexOf("\n", edited.indexOf("第一条　")) + 1;
    const end = edited.indexOf("【完】", start);
    return edited
      .slice(start, end < 0 ? undefined : end)
      .replace(/^【规则】甲\n/u, "")
      .trim();
  });
};

describe("a condition that is never or always true", () => {
  test.each([
    [
      "limits that are written the wrong way round",
      "医药机构业务量低于10笔且业务量超过20笔的，应当限期整改。",
      [
        "医药机构业务量低于20笔且业务量超过10笔的，应当限期整改。",
        "医药机构业务量低于10笔或者业务量超过20笔的，应当限期整改。",
        "",
      ],
    ],
    [
      "a requirement that nobody can meet",
      "医药机构应当业务量低于10笔且业务量超过20笔。",
      ["医药机构应当业务量低于20笔且业务量超过10笔。", "医药机构应当业务量低于10笔或者业务量超过20笔。", ""],
    ],
    [
      "one case of two",
      "医药机构（业务量低于10笔且业务量超过20笔）或者提出续签申请的，应当限期整改。",
      [
        "医药机构（业务量低于20笔且业务量超过10笔）或者提出续签申请的，应当限期整改。",
        "医药机构（业务量低于10笔或者业务量超过20笔）或者提出续签申请的，应当限期整改。",
        "医药机构提出续签申请的，应当限期整改。",
      ],
    ],
    ["beside the subject", "公立的医药机构经营性质为民营的，应当限期整改。", [""]],
  ])("never: %s", async (_, rule, expected) => {
    expect(await after(rule, "condition-never")).toEqual(expected);
  });

  test.each([
    [
      "behind the noun",
      "医药机构业务量低于200笔或者业务量100笔以上的，应当限期整改。",
      [
        "医药机构业务量低于100笔或者业务量200笔以上的，应当限期整改。",
        "医药机构业务量低于200笔且业务量100笔以上的，应当限期整改。",
        "医药机构应当限期整改。",
      ],
    ],
    [
      "before the noun",
      "业务量低于100笔或者业务量100笔以上的医药机构，应当限期整改。",
      ["医药机构，应当限期整改。"],
    ],
    [
      "before a noun with a class, and another condition behind",
      "业务量低于100笔或者业务量100笔以上的民营医药机构，床位数低于3张的，应当限期整改。",
      ["民营医药机构，床位数低于3张的，应当限期整改。"],
    ],
    ["without a noun", "凡业务量低于100笔或者业务量100笔以上的，应当限期整改。", ["医药机构应当限期整改。"]],
    [
      "a second sentence",
      "医药机构床位数低于3张的，应当限期整改；业务量低于100笔或者业务量100笔以上的，应当纳入退出。",
      ["医药机构床位数低于3张的，应当限期整改；医药机构应当纳入退出。"],
    ],
    [
      "a list",
      "民营医药机构有下列情形之一的，应当限期整改：\n（一）业务量低于100笔；\n（二）业务量100笔以上。",
      ["民营医药机构应当限期整改。"],
    ],
    [
      "one of two that must hold",
      "医药机构业务量低于100笔或者业务量100笔以上，且床位数低于5张的，应当限期整改。",
      ["医药机构床位数低于5张的，应当限期整改。"],
    ],
    [
      "one of two that suffice: what is left then decides",
      "医药机构业务量不少于0笔或者提出续签申请的，应当限期整改。",
      ["医药机构提出续签申请的，应当限期整改。"],
    ],
  ])("always: %s", async (_, rule, expected) => {
    expect(await after(rule, "condition-always")).toEqual(expected);
  });

  test("a rule that a 用例 speaks of is not taken out from under it", async () => {
    const rule = "医药机构机构类别为医院且机构类别为药店的，应当限期整改。";
    const example =
      "【用例】某\n设基准日为2026年1月1日；\n设医药机构「甲」：机构类别为医院；\n则「甲」甲不成立。";
    expect(await after(rule, "condition-never")).toEqual([""]);
    expect(await after(`【规则】甲\n${rule}\n${example}`, "condition-never")).toEqual([]);
  });
});

describe("what never matters is left out, with all results as they were", () => {
  test.each([
    [
      "a fact asked for twice",
      "fact-irrelevant",
      "医药机构提出续签申请且业务量低于100笔，或者未提出续签申请且业务量低于100笔的，应当限期整改。",
      ["医药机构业务量低于100笔的，应当限期整改。"],
    ],
    [
      "a fact in a wider case",
      "fact-irrelevant",
      "医药机构业务量低于100笔，或者业务量低于100笔且提出续签申请的，应当限期整改。",
      ["医药机构业务量低于100笔的，应当限期整改。"],
    ],
    [
      "a fact in an exception",
      "fact-irrelevant",
      "医药机构业务量低于100笔的，应当限期整改，但业务量超过20笔，或者业务量超过20笔且提出续签申请的除外。",
      ["医药机构业务量低于100笔的，应当限期整改，但业务量超过20笔的除外。"],
    ],
    [
      "a whole condition",
      "fact-irrelevant",
      "医药机构提出续签申请或者未提出续签申请的，应当限期整改。",
      ["医药机构应当限期整改。"],
    ],
    [
      "an item of a list keeps what decides",
      "fact-irrelevant",
      "【认定】规模\n医药机构的规模，按照下列规定认定：\n（一）业务量低于100笔，或者业务量低于100笔且提出续签申请，为小型；\n（二）其他的，为大型。",
      [
        "【认定】规模\n医药机构的规模，按照下列规定认定：\n（一）业务量低于100笔，为小型；\n（二）其他的，为大型。",
      ],
    ],
    [
      "a parameter",
      "parameter-irrelevant",
      "医药机构业务量低于100笔，或者业务量低于100笔且床位数低于床位标准的，应当限期整改。",
      ["医药机构业务量低于100笔的，应当限期整改。"],
    ],
  ])("%s", async (_, code, rule, expected) => {
    expect(await after(rule, code, code === "parameter-irrelevant" ? LIMIT : "")).toEqual(expected);
  });

  test("a parameter that nothing reads any more goes with what read it; one that a 用例 sets stays", async () => {
    const rule =
      "【规则】甲\n医药机构业务量低于100笔，或者业务量低于100笔且床位数低于床位标准的，应当限期整改。";
    const example =
      "【用例】某\n设基准日为2026年1月1日；\n设床位标准为5张；\n设医药机构「甲」：业务量为9笔；\n则「甲」甲成立。";
    const edited = async (blocks: string): Promise<string> => {
      const text = exampleFile(blocks, LIMIT);
      const [finding] = await findsIn(text, "parameter-irrelevant");
      return mended(text, finding!)[0]!;
    };
    expect(await edited(rule)).not.toContain("床位标准");
    expect(await edited(`${rule}\n${example}`)).toContain("【参数】床位标准");
  });
});

test("a 【参数】 that nothing reads is taken out alone, wherever it stands", async () => {
  const text = exampleFile("【规则】甲\n医药机构业务量低于1笔的，应当限期整改。", LIMIT);
  const found = await findsIn(text, "parameter-unread");
  const [first, last] = ["【参数】业务量标准\n单位为笔，由市医疗保障局确定。\n", `${LIMIT}\n`];
  expect(found.map((finding) => mended(text, finding))).toEqual([
    [text.replace(first, "")],
    [text.replace(last, "")],
  ]);
});

describe("a 性质 that does not hold", () => {
  test.each([
    [
      "is turned round, or marked with its counter-example",
      "【规则】甲\n业务量低于10笔的医药机构，应当纳入退出。\n【性质】要求\n甲随业务量单调递增。",
      ["甲随业务量单调递减。", "甲随业务量单调递增，已知不成立，理由「反例见用例“反例·要求”"],
    ],
    [
      "of two rules",
      "【规则】甲\n业务量低于10笔的医药机构，应当纳入退出。\n【规则】乙\n业务量低于20笔的医药机构，应当限期整改。\n【性质】宽\n乙不宽于甲。",
      ["甲不宽于乙。", "乙不宽于甲，已知不成立，理由「反例见用例“反例·宽”"],
    ],
    [
      "of classes that leave a gap",
      "【认定】规模\n医药机构的规模，按照下列规定认定：\n（一）业务量低于100笔，为小型；\n（二）业务量超过200笔，为大型。\n【性质】不遗漏\n规模无遗漏。",
      ["（三）其他的，为小型。", "（三）其他的，为大型。", "规模无遗漏，已知不成立，"],
    ],
    [
      "of classes that meet",
      "【认定】规模\n医药机构的规模，按照下列规定认定：\n（一）业务量低于100笔，为小型；\n（二）业务量超过50笔，为大型；\n（三）业务量50笔以下且业务量100笔以上，为中型。\n【性质】不冲突\n规模无冲突。",
      [
        "业务量低于100笔，但业务量超过50笔的除外，为小型",
        "业务量超过50笔，但业务量低于100笔的除外，为大型",
        "规模无冲突，已知不成立，",
      ],
    ],
  ])("%s", async (_, blocks, expected) => {
    const edited = await after(blocks, "property-refuted");
    expect(edited.length).toBe(expected.length);
    for (const [index, words] of expected.entries()) expect(edited[index]).toContain(words);
  });

  test.each(["单调递减，已知不成立，理由「另行规定」。", "单调递减。\n已知不成立，理由「另行规定」。"])(
    "that holds after all loses its mark: %s",
    async (law) => {
      const rule = "【规则】甲\n业务量低于10笔的医药机构，应当纳入退出。\n【性质】要求\n甲随业务量";
      expect(await after(`${rule}${law}`, "property-holds-after-all")).toEqual([
        `${rule}单调递减。`.replace("【规则】甲\n", ""),
      ]);
    },
  );
});
