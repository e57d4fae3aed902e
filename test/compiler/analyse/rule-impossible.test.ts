import { describe, expect, test } from "vitest";
import { compile, runCases } from "../../../compiler/index.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { findsAmong, findsIn, mended, told } from "./rule-finds.ts";

const CODE = "rule-impossible";

const duties = (...sentences: readonly string[]): string =>
  sentences.map((sentence, index) => `【规则】要求${index + 1}\n${sentence}`).join("\n");

describe("duties that bind one record together and exclude each other", () => {
  test("each with the other is told, as proved, and what goes together is not", async () => {
    const found = await findsAmong(
      duties(
        "民营的医药机构，应当业务量低于1000笔。",
        "民营的医药机构，应当业务量1200笔以上。",
        "民营的医药机构，不得业务量低于1100笔。",
      ),
      CODE,
    );
    expect(told(found)).toEqual([
      "rule-impossible proved: 民营的医药机构，应当业务量低于1000笔。 | 民营的医药机构，应当业务量1200笔以上。",
      "rule-impossible proved: 民营的医药机构，应当业务量低于1000笔。 | 民营的医药机构，不得业务量低于1100笔。",
    ]);
    expect(found.map(({ severity }) => severity)).toEqual(["error", "error"]);
    expect(found[1]!.message).toMatch(
      /^第一条“要求1”要求“应当业务量低于1000笔”，第一条“要求3”要求“不得业务量低于1100笔”。.*，符合“要求1”就不符合“要求3”。/u,
    );
  });

  test.each([
    ["in its words and through a definition", ["药店应当属于大店。", "民营的医药机构，应当业务量低于50笔。"]],
    [
      "of a list of values",
      ["民营的医药机构，应当机构类别为药店。", "医药机构床位数超过10张的，应当机构类别为医院。"],
    ],
    ["是 and 否", ["药店应当具备追溯码。", "民营的医药机构，不得具备追溯码。"]],
    [
      "what there may be",
      ["药店所在县区应当有其他医院。", "药店不得所在县区内有医院。"]
        .slice(1)
        .concat(["药店应当所在县区内至少有2家医院。"]),
    ],
  ])("%s", async (_name, sentences) => {
    const found = await findsAmong(
      duties(...sentences),
      CODE,
      "【定义】大店\n大店，是指业务量超过100笔的医药机构。",
    );
    expect(found.map(({ certainty }) => certainty)).toEqual(["proved"]);
  });

  test("two sentences of one block are told apart by their words", async () => {
    const [found] = await findsAmong(
      "【规则】业务\n药店应当业务量低于100笔。\n药店不得业务量低于200笔。",
      CODE,
    );
    expect(found!.message).toContain("符合“应当业务量低于100笔”就不符合“不得业务量低于200笔”");
  });

  test("three that go together two by two", async () => {
    const sentences = [
      "药店应当业务量加上年业务量超过100笔。",
      "药店应当业务量不超过40笔。",
      "民营的医药机构，应当上年业务量不超过40笔。",
      "药店应当床位数为0张。",
    ];
    const found = await findsAmong(duties(...sentences), CODE);
    expect(found.map(({ places }) => places.map(({ rule }) => rule))).toEqual([["要求1", "要求2", "要求3"]]);
    expect(found[0]!.witness!.results.map(({ rule, status }) => `${rule}${status}`)).toEqual([
      "要求1符合",
      "要求2符合",
      "要求3不符合",
    ]);
  });

  test("what is only in principle is a warning that says so", async () => {
    const [found] = await findsAmong(
      duties("药店应当业务量低于100笔。", "药店原则上应当业务量超过200笔。"),
      CODE,
    );
    expect(found!.severity).toBe("warning");
    expect(found!.message).toContain("“原则上”");
  });

  test("the witness is bound by both, follows the first and replays as a case", async () => {
    const text = exampleFile(duties("民营的医药机构，应当业务量超过100笔。", "药店应当业务量低于50笔。"));
    const [found] = await findsIn(text, CODE);
    expect(found!.witness!.results.map(({ rule, status }) => `${rule}${status}`)).toEqual([
      "要求1符合",
      "要求2不符合",
    ]);
    const compiled = compile({
      policy: { name: "示例.tiaowen", text: `${text}\n${found!.witness!.caseText}` },
      vocabularies: [],
    });
    expect(runCases(compiled.program!).cases.map(({ passed }) => passed)).toEqual([true]);
    expect(compiled.program!.cases[0]!.expectations).toHaveLength(2);
  });

  test("either can be taken out of the other, or where both are about the same, goes", async () => {
    const apart = exampleFile(duties("民营的医药机构，应当业务量超过100笔。", "药店，应当业务量低于50笔。"));
    const [first] = await findsIn(apart, CODE);
    const after = mended(apart, first!);
    expect(after).toHaveLength(2);
    expect(after[0]).toContain("【例外】要求1的除外\n民营的医药机构，不受要求2限制。\n");
    expect(after[1]).toContain("【例外】要求2的除外\n药店，不受要求1限制。\n");
    const same = exampleFile(duties("药店应当业务量超过100笔。", "药店应当业务量低于50笔。"));
    const [second] = await findsIn(same, CODE);
    expect(second!.suggestions.map(({ title }) => title)).toEqual([
      "删去【规则】要求2。删去哪一条，须由起草人决定",
      "删去【规则】要求1。删去哪一条，须由起草人决定",
    ]);
    for (const each of [...after, ...mended(same, second!)]) expect(await findsIn(each, CODE)).toEqual([]);
  });
});

describe("no finding", () => {
  test.each([
    ["that can both be met", ["药店应当业务量低于100笔。", "药店应当业务量超过50笔。"]],
    ["that meet at one value", ["药店应当业务量100笔以下。", "药店应当业务量100笔以上。"]],
    [
      "about different records",
      ["民营的医药机构，应当业务量低于100笔。", "公立的医药机构，应当业务量超过200笔。"],
    ],
    [
      "with the exception written",
      ["药店应当业务量低于100笔，但经营性质为民营的除外。", "民营的药店，应当业务量超过200笔。"],
    ],
    ["of which one only allows", ["药店应当业务量低于100笔。", "药店可以业务量超过200笔。"]],
    ["of which one only encourages", ["药店应当业务量低于100笔。", "鼓励药店业务量超过200笔。"]],
    ["that rest on open standards", ["药店应当业务量低于业务量标准。", "药店应当业务量超过200笔。"]],
    [
      "of which one binds only who has broken the other already",
      ["药店应当业务量超过100笔。", "药店业务量低于50笔的，应当业务量低于40笔。"],
    ],
    [
      "under two readings of the same words",
      [
        "药店应当业务量低于100笔，限「业务量过少」读法一。",
        "药店应当业务量超过200笔，限「业务量过少」读法二。\n【理解】「业务量过少」\n读法一：不足百笔；读法二：不足千笔。采读法一，状态为暂拟。",
      ],
    ],
    [
      "of which one by itself cannot be followed",
      ["药店应当业务量低于100笔且业务量超过200笔。", "药店应当业务量超过50笔。"],
    ],
  ])("of duties %s", async (_name, sentences) => {
    expect(told(await findsAmong(duties(...sentences), CODE))).toEqual([]);
  });

  test("where nothing is at stake there is no question", async () => {
    const many = Array.from({ length: 60 }, (_, index) => `药店应当业务量超过${index}笔。`);
    expect(await findsAmong(duties(...many), CODE)).toEqual([]);
  });
});

test("more than can be looked at is said, not passed over", async () => {
  const many = Array.from({ length: 30 }, (_, index) => [
    `药店应当业务量低于${index + 1}笔。`,
    `民营的医药机构应当业务量超过${index + 100}笔。`,
  ]).flat();
  const found = await findsAmong(duties(...many), CODE);
  expect(found.filter(({ certainty }) => certainty === "proved")).toHaveLength(40);
  expect(found.flatMap(({ reason }) => reason ?? [])).toEqual([
    expect.stringMatching(/^规则较多，另有\d+对规则/u),
  ]);
});
