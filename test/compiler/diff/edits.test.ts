import { array, assert, constantFrom, oneof, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { editsBetween, type EditedText } from "../../../compiler/diff/edits/index.ts";
import type { TextEdit } from "../../../compiler/model/change.ts";
import { readDocument } from "../../../language/index.ts";

/** The article `path` of a small document, or the whole text where there is none of that path. */
const articleOf = (text: string, path: string | null): EditedText => {
  const document = readDocument({ name: "甲.txt", text });
  const provision = path === null ? null : document.byPath.get(path)!;
  return { document, provision, span: provision?.span ?? { start: 0, end: text.length } };
};

const NONE = { partnerOf: () => null };

const shown = (edits: readonly TextEdit[]): string[] =>
  edits.map(({ class: kind, before, after }) => `${kind}：${before}→${after}`);

const between = (
  before: string,
  after: string,
  path: string | null = "1",
  rightPath = path,
  partners: Readonly<Record<string, string>> = {},
): string[] =>
  shown(
    editsBetween(articleOf(before, path), articleOf(after, rightPath), {
      partnerOf: (at) => partners[at] ?? null,
    }),
  );

const apply = (text: string, edits: readonly TextEdit[]): string => {
  let at = 0;
  let made = "";
  for (const { left, before, after } of edits) {
    expect(left.start).toBeGreaterThanOrEqual(at);
    expect(text.slice(left.start, left.end)).toBe(before);
    made += text.slice(at, left.start) + after;
    at = left.end;
  }
  return made + text.slice(at);
};

describe("words", () => {
  test("the same text has no edits", () => {
    expect(between("第一条 应当备案。", "第一条 应当备案。")).toEqual([]);
  });

  test("one word", () => {
    expect(between("第一条 机构必须备案。", "第一条 机构应当备案。")).toEqual(["words：必须→应当"]);
  });

  test("numbers, amounts and dates stay whole", () => {
    expect(
      between(
        "第一条 处一百元以上五百元以下罚款，2013年12月1日起每月满100笔的除外。",
        "第一条 处二百元以上一千元以下罚款，2014年12月1日起每月满200笔的除外。",
      ),
    ).toEqual([
      "words：一百元→二百元",
      "words：五百元→一千元",
      "words：2013年12月1日→2014年12月1日",
      "words：100笔→200笔",
    ]);
  });

  test("a limit keeps its bound, and words of duty stay whole", () => {
    expect(between("第一条 处500元以下罚款。", "第一条 处500元以上1000元以下罚款。")).toEqual([
      "words：500元以下→500元以上1000元以下",
    ]);
    expect(between("第一条 达到投诉上限的，应当公开说明。", "第一条 投诉达到5次的，必须公开说明。")).toEqual([
      "words：达到投诉上限→投诉达到5次",
      "words：应当→必须",
    ]);
    expect(between("第一条 在中国境内设立。", "第一条 在中华人民共和国境内设立。")).toEqual([
      "words：中国→中华人民共和国",
    ]);
    expect(between("第一条 不少于三人。", "第一条 不超过三人。")).toEqual(["words：不少于→不超过"]);
  });

  test("a line break that makes a 款 is a change of structure, one that only sets the same is not", () => {
    const one = "第一条 应当申请。逾期的，视为放弃。\n市局受理。";
    expect(between(one, one.replace("。逾", "。\n逾"))).toEqual(["numbering：→\n"]);
    expect(between(one.replace("。逾", "。\n逾"), one)).toEqual(["numbering：\n→"]);
    expect(between(one, one.replace("第一条 ", "第一条\n"))).toEqual(["whitespace： →\n"]);
  });

  test("no crumbs: what is kept between two changes is at least a word", () => {
    const edits = between(
      "第一条 由县级人民政府教育行政部门批准。",
      "第一条 由设区的市人力资源社会保障部门批准。",
    );
    expect(edits).toHaveLength(1);
  });

  test("what was put in or taken out is cut where a reader would cut", () => {
    expect(between("第一条 由股东会、股东大会决议。", "第一条 由股东会决议。")).toEqual([
      "words：、股东大会→",
    ]);
    expect(between("第一条 经股东会决议。", "第一条 经股东会或者股东大会决议。")).toEqual([
      "words：→或者股东大会",
    ]);
    expect(
      between("第一条 甲应当备案。\n丙应当公示。", "第一条 甲应当备案。\n乙应当年检。\n丙应当公示。"),
    ).toEqual(["words：→乙应当年检。\n"]);
  });

  test("an inserted sentence is one edit with its full stop", () => {
    expect(between("第一条 甲。丙。", "第一条 甲。应当听证。丙。")).toEqual(["words：→应当听证。"]);
  });
});

describe("whole words", () => {
  test("one character stands for the word that the documents write", () => {
    expect(
      between("第一条 应当依照章程办理。依照章程的除外。", "第一条 应当按照章程办理。依照章程的除外。"),
    ).toEqual(["words：依照→按照"]);
    expect(between("第一条 董事辞职的，应当报告。", "第一条 董事辞任的，应当报告。")).toEqual([
      "words：辞职→辞任",
    ]);
  });

  test("the own number is told apart, however much else changed", () => {
    expect(between("第三条 甲乙。", "第九条 子丑寅卯，辰巳。", "3", "9")[0]).toBe("numbering：第三条→第九条");
  });

  test("long texts keep what is written once on both sides", () => {
    const text = (word: string): string =>
      `第一条 ${Array.from({ length: 1500 }, (_, index) => (index % 3 === 0 ? `第${index}类机构` : `${word}${index % 50}`)).join("，")}。`;
    const [before, after] = [text("备案"), text("登记")];
    const edits = editsBetween(articleOf(before, null), articleOf(after, null), NONE);
    expect(edits.length).toBeGreaterThan(400);
    expect(apply(before, edits)).toBe(after);
  });
});

describe("classes", () => {
  test("own number and numbers of items", () => {
    expect(
      between(
        "第五条 有下列情形之一的：\n（一）停业的；\n（二）歇业的。",
        "第四条 有下列情形之一的：\n（一）停业的；\n（二）注销的；\n（三）歇业的。",
        "5",
        "4",
      ),
    ).toEqual(["numbering：第五条→第四条", "words：→（二）注销的；\n", "numbering：（二）→（三）"]);
  });

  test("a citation that follows its target, and one that does not", () => {
    const before = "第一条 依照本法第三条处理。\n第二条 乙。\n第三条 丙。";
    const after = "第一条 依照本法第二条处理。\n第二条 丙。";
    expect(between(before, after, "1", "1", { "3": "2" })).toEqual(["reference：第三条→第二条"]);
    expect(between(before, after, "1", "1", { "2": "2" })).toEqual(["words：第三条→第二条"]);
  });

  test("a citation of a 款 follows the 条 above it", () => {
    const before = "第一条 依照第三条第二款处理。\n第二条 乙。\n第三条 丙。\n丁。";
    const after = "第一条 依照第二条第二款处理。\n第二条 丙。\n丁。";
    expect(between(before, after, "1", "1", { "3": "2" })).toEqual(["reference：第三条第二款→第二条第二款"]);
  });

  test("space, width and punctuation stand apart from words", () => {
    expect(between("第一条 甲乙，丙丁。", "第一条  甲 乙，丙丁。")).toEqual([
      "whitespace： →  ",
      "whitespace：→ ",
    ]);
    expect(between("第一条 甲（乙），１２元。", "第一条 甲(乙),12元。")).toEqual([
      "width：（→(",
      "width：）→)",
      "width：，→,",
      "width：１２元→12元",
    ]);
    expect(between("第一条\u00a0甲乙。", "第一条 甲乙。")).toEqual(["width：\u00a0→ "]);
    expect(between("第一条 甲乙，丙丁。", "第一条 甲乙、丙丁。")).toEqual(["punctuation：，→、"]);
    expect(between("第一条 经批准，可以设立。", "第一条 经核准；可以设立。")).toEqual([
      "words：批准→核准",
      "punctuation：，→；",
    ]);
  });
});

describe("places", () => {
  test("each edit names the innermost 款 or 项 of its sides", () => {
    const left = articleOf("第一条 甲甲。\n乙乙：\n（一）丙丙；\n（二）丁丁。", "1");
    const right = articleOf("第一条 甲甲。\n乙乙：\n（一）丙戊；\n（二）己己；\n（三）丁丁。", "1");
    const edits = editsBetween(left, right, NONE);
    expect(edits.map(({ after, leftPath, rightPath }) => [after, leftPath, rightPath])).toEqual([
      ["丙戊", "1.2.1", "1.2.1"],
      ["（二）己己；\n", null, "1.2.2"],
      ["（三）", "1.2.2", "1.2.3"],
    ]);
  });
});

const fragments = [
  "应当",
  "备案",
  "，",
  "。",
  "；",
  "\n",
  " ",
  "　",
  "（一）",
  "（二）",
  "第二条 ",
  "本办法第三条",
  "五年",
  "100元",
  "的",
  "机构",
  "2024年1月1日",
  "、",
  "（",
  "(",
  "，",
  ",",
  "𠮷",
  "\u200b",
  "第二款",
  "A",
  "1.",
  "#",
] as const;
const words = array(constantFrom(...fragments), { maxLength: 24 }).map((parts) => parts.join(""));
const pair = oneof(
  tuple(words, words),
  tuple(words, words, words, words).map(([head, one, other, tail]) => [
    head + one + tail,
    head + other + tail,
  ]),
);

describe("laws", () => {
  test("applying the edits gives the right text; swapped sides give swapped edits", () => {
    assert(
      property(pair, ([one, other]) => {
        const before = `第一条 ${one}`;
        const after = `第一条 ${other}`;
        const left = articleOf(before, null);
        const right = articleOf(after, null);
        const edits = editsBetween(left, right, { partnerOf: (path) => path });
        expect(apply(before, edits)).toBe(after);
        const back = editsBetween(right, left, { partnerOf: (path) => path });
        expect(
          back.map((edit) => ({
            ...edit,
            left: edit.right,
            right: edit.left,
            before: edit.after,
            after: edit.before,
            leftPath: edit.rightPath,
            rightPath: edit.leftPath,
          })),
        ).toEqual(edits);
        for (const edit of edits) expect(edit.before).not.toBe(edit.after);
        expect(before === after).toBe(edits.length === 0);
      }),
      { numRuns: 800 },
    );
  });
});
