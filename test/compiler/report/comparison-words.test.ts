import { describe, expect, test } from "vitest";
import type {
  Comparison,
  FurnitureChange,
  RuleChange,
  Witness,
  WitnessResult,
} from "../../../compiler/model/change.ts";
import { comparisonPage } from "../../../compiler/report/comparison/html/page.ts";
import { comparisonMarkdown } from "../../../compiler/report/comparison/markdown.ts";
import { ruleLines } from "../../../compiler/report/comparison/section-words.ts";
import { comparisonTable } from "../../../compiler/report/comparison/table-rows.ts";
import type { TextRow } from "../../../compiler/report/comparison/table-rows.ts";
import { comparisonTerminal } from "../../../compiler/report/comparison/terminal.ts";
import { reasonsOf, resultWords, witnessesOf } from "../../../compiler/report/comparison/witness-words.ts";
import { comparisonOf, REGULATION, STRICTER, THRESHOLD, wholeComparison } from "./comparison-fixture.ts";

const RESULT: WitnessResult = {
  status: "成立",
  value: null,
  modality: "可以",
  measure: "给予补助",
  summary: ["机构“甲”的“补助”：成立。"],
  citations: [],
};

const reports = (comparison: Comparison): readonly string[] => [
  comparisonTerminal(comparison),
  comparisonMarkdown(comparison),
  comparisonPage(comparison, { all: false }),
];

describe("witnesses", () => {
  const shows = (...changes: readonly number[]): Witness => ({ ...STRICTER.witness!, changes });

  test("each shown one names a change that was not shown; one that names none comes last", () => {
    const [none, first, again, second, third] = [shows(), shows(0), shows(0), shows(1), shows(3)];
    const found = witnessesOf({ witness: none, witnesses: [first, again, second, third] });
    expect([found.shown, found.hidden]).toEqual([
      [first, second, third],
      [again, none],
    ]);
  });

  test("up to five of different changes; places that are left go to the others; all are there for who asks", () => {
    const many = Array.from({ length: 7 }, (_, index) => shows(index));
    expect(witnessesOf({ witness: many[0]!, witnesses: many }).shown).toEqual(many.slice(0, 5));
    const two = [shows(0), shows(0)];
    expect(witnessesOf({ witness: shows(), witnesses: two }).shown).toHaveLength(3);
    expect(witnessesOf({ witness: null, witnesses: many }, true)).toEqual({ shown: many, hidden: [] });
  });
});

describe("words of a result", () => {
  test.each([
    [RESULT, "成立（可以给予补助）"],
    [{ ...RESULT, modality: "陈述式" }, "成立（给予补助）"],
    [{ ...RESULT, status: "不符合" as const, modality: "原则上应当", measure: null }, "不符合（原则上应当）"],
    [{ ...RESULT, status: "不符合" as const, modality: null, measure: null }, "不符合"],
    [{ ...RESULT, status: "不成立" as const }, "不成立"],
    [{ ...RESULT, status: "已认定" as const, value: "A类", modality: null, measure: null }, "已认定：A类"],
    [{ ...RESULT, status: null }, "无此规定"],
  ])("%#", (result, words) => {
    expect(resultWords(result)).toBe(words);
  });

  test("the same in every report", () => {
    for (const report of reports(wholeComparison())) expect(report).toContain("成立（应当暂停新增）");
  });

  test("reasons: what the head says is not said again, nor what holds for the whole file; ％ as in documents", () => {
    const summary = [
      ...RESULT.summary,
      "使用率为60%，符合“使用率60%以上”。",
      "依据：第一条「使用率60%以上的，给予补助。」。",
      "本文件为征求意见稿，尚未施行，结果为试算。",
    ];
    expect(reasonsOf({ ...RESULT, summary })).toEqual([
      "使用率为60％，符合“使用率60%以上”。",
      "依据：第一条「使用率60%以上的，给予补助。」",
    ]);
  });
});

describe("words of two documents", () => {
  const documents: Comparison = { ...wholeComparison(), relation: "documents" };

  test("no report says that one of them was changed", () => {
    for (const report of reports(documents)) {
      expect(report).toContain("实质差别");
      expect(report).not.toContain("实质变化");
      expect(report).not.toContain("仅文字变化");
    }
  });

  test("what stands elsewhere did not move, and what is divided otherwise was not divided", () => {
    const tags = comparisonTable(documents, { all: false }).rows.flatMap((row) =>
      row.kind === "heading" ? [] : [row.left.tag, row.right.tag],
    );
    expect(tags).toContain("“第三章 监督”第十条");
    expect(tags).toContain("“第四章 附则”第十条");
    expect(tags).toContain("对应第三条、第四条");
    expect(tags.join("")).not.toMatch(/移|拆分|并入|合并/u);
  });
});

test("what moved names its old chapter on the terminal too", () => {
  expect(comparisonTerminal(comparisonOf(REGULATION))).toContain("移动（原在“第三章 监督”）");
});

test("a draft is called one once, at the top, where there are results", () => {
  const whole = wholeComparison();
  const right = { ...whole.right, caveat: "为征求意见稿，尚未施行，结果为试算。" };
  for (const report of reports({ ...whole, right })) {
    expect(report.match(/试算/gu)).toHaveLength(1);
    expect(report).toContain("修改后的文件为征求意见稿，尚未施行，结果为试算。");
  }
  for (const report of reports({ ...whole, right, behaviour: [], impact: null }))
    expect(report).not.toContain("试算");
  const page = comparisonPage({ ...whole, right, relation: "documents" }, { all: false });
  expect(page).toContain("“某市机构管理办法”为征求意见稿");
});

describe("places of a rule change", () => {
  const placesOf = (change: Partial<RuleChange>): string =>
    ruleLines(comparisonOf(REGULATION, { rules: [{ ...THRESHOLD, ...change }] }))[0]!.places;

  test("a part that is put in or taken out stands where its rule stands", () => {
    expect(placesOf({ kind: "exceptionAdded", left: null })).toBe("第二条第一款");
    expect(placesOf({ kind: "conditionRemoved", right: null })).toBe("第二条第一款");
  });

  test("what is whole in itself has no place on the other side", () => {
    expect(placesOf({ kind: "ruleDeleted", right: null })).toBe("第二条第一款→无此规定");
    const reaches = { left: ["年度公示"], right: ["年度公示"] };
    expect(placesOf({ kind: "exceptionAdded", left: null, reaches })).toBe("无此规定→第二条第一款");
  });
});

describe("lines outside the provisions", () => {
  const note = (
    kind: FurnitureChange["kind"],
    before: string,
    after: string,
    start: number,
  ): FurnitureChange => ({
    kind,
    role: "note",
    before,
    after,
    left: before === "" ? null : { start, end: start + before.length },
    right: after === "" ? null : { start, end: start + after.length },
  });
  const [GONE, NEW, ALSO] = [
    note("deleted", "（2021年9月1日公布）", "", 3),
    note("added", "", "（2025年3月1日修订公布）", 3),
    note("added", "", "（经批准）", 18),
  ];
  const rowsOf = (...furniture: readonly FurnitureChange[]): readonly TextRow[] =>
    comparisonTable(
      comparisonOf([{ kind: "unchanged", template: "第一条　甲。", left: place, right: place }], {
        furniture,
        heads: ["某办法\n（2021年9月1日公布）\n", "某办法\n（2025年3月1日修订公布）\n（经批准）\n"],
      }),
      { all: false },
    ).rows.flatMap((row) => (row.kind === "heading" ? [] : [row]));
  const place = { path: "1", label: "第一条" };
  const lines = (cell: TextRow["left"]): readonly string[] =>
    cell.paragraphs.map((runs) =>
      runs.map(({ text, mark }) => (mark === "kept" ? text : `[${text}]`)).join(""),
    );

  test("the promulgation below the title is one row, called 题注 as in the decision", () => {
    const [row, ...others] = rowsOf(GONE, NEW, ALSO);
    expect(others).toEqual([]);
    expect(lines(row!.left)).toEqual(["（[2021年9月1日]公布）"]);
    expect(lines(row!.right)).toEqual(["（[2025年3月1日修订]公布）", "[（经批准）]"]);
    expect(row!.notes.map(({ text }) => text)).toEqual(["题注"]);
  });

  test("one that only one side has says so; a note below the provisions is another thing", () => {
    const [gone] = rowsOf(GONE);
    expect([lines(gone!.left), gone!.right.tag]).toEqual([["[（2021年9月1日公布）]"], "删去"]);
    const [below] = rowsOf(note("deleted", "注：略", "", 500));
    expect(below!.notes.map(({ text }) => text)).toEqual(["附注"]);
  });
});

test("a 款 divided in two is told beside it", () => {
  const template = "{numbering:第二条→第一条}　甲应当公示。{whitespace:→\n}乙应当备案。";
  const [row] = comparisonTable(
    comparisonOf([
      {
        kind: "changed",
        template,
        left: { path: "2", label: "第二条" },
        right: { path: "1", label: "第一条" },
      },
    ]),
    { all: false },
  ).rows;
  expect(row).toMatchObject({ notes: [{ text: "文字未变，分段不同" }] });
});
