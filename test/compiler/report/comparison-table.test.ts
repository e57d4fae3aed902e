import { describe, expect, test } from "vitest";
import type { Comparison } from "../../../compiler/model/change.ts";
import { comparisonTable } from "../../../compiler/report/comparison/table-rows.ts";
import type { TableRow, TextRow } from "../../../compiler/report/comparison/table-rows.ts";
import { furnitureRuns, paragraphsOf, sharedRuns } from "../../../compiler/report/comparison/table-runs.ts";
import type { Run } from "../../../compiler/report/comparison/table-runs.ts";
import {
  comparisonOf,
  FURNITURE,
  IMPACT,
  REGULATION,
  STRICTER,
  THRESHOLD,
  wholeComparison,
} from "./comparison-fixture.ts";

const joined = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");
const shown = (runs: readonly Run[] | null): string =>
  (runs ?? []).map(({ text, mark }) => (mark === "kept" ? text : `[${mark} ${text}]`)).join("");
const tag = (words: string | null): string => (words === null ? "" : `（${words}）`);
const inWords = (row: TableRow): string =>
  row.kind === "heading"
    ? `# ${shown(row.left)} | ${shown(row.right)}`
    : `${tag(row.left.tag)}${shown(row.left.runs)} | ${tag(row.right.tag)}${shown(row.right.runs)}`;
const textRows = (comparison: Comparison, all = false): readonly TextRow[] =>
  comparisonTable(comparison, { all }).rows.flatMap((row) => (row.kind === "heading" ? [] : [row]));
const notesBeside = (comparison: Comparison, words: string): readonly string[] => {
  const row = textRows(comparison, true).find(({ left, right }) =>
    `${joined(left.runs)}${joined(right.runs)}`.includes(words),
  );
  return row?.notes.map(({ text }) => text) ?? [];
};

describe("rows of the comparison table", () => {
  test("only what is affected, under its headings, with the marks of both sides", () => {
    const { rows } = comparisonTable(comparisonOf(REGULATION, { furniture: [FURNITURE] }), { all: false });
    expect(rows.map(inWords)).toEqual([
      "[deleted 2020年3]月1日印发 | [added 2024年5]月1日印发",
      "# 第二章　准入 | 第二章　准入[added 和退出]",
      "第二条　年度业务量不得低于[deleted 100]笔。\n有下列情形之一的，暂停新增：\n（一）机构过多[deleted 。] | 第二条　年度业务量不得低于[added 200]笔。\n有下列情形之一的，暂停新增：\n（一）机构过多[added ；\n（二）正在接受调查。]",
      "（拆分为第三条、第四条）第三条　申请人应当提交申请书[deleted ；]申请书由负责人签字。 | （由第三条拆分而来）第三条　申请人应当提交申请书。\n[minor 第四条]　申请书由负责人签字。",
      "（新增） | [added 第七条　退出的，应当提前三十日告知。]",
      "[deleted 第六条　收费标准另行制定。] | （删去）",
      "# 第三章　监督 | 第三章　监督",
      "（并入第八条）[minor 第七条]　机构应当接受检查。\n第八条　检查结果应当公布。 | （由第七条、第八条合并而来）第八条　机构应当接受检查[added ，]检查结果应当公布。",
      "第九条　违反本办法[minor 第四条]规定的，责令改正。 | 第九条　违反本办法[minor 第五条]规定的，责令改正。",
      "#  | [added 第四章　附则]",
      "（移至“第四章 附则”第十条）[minor 第十条]　本办法自印发之日起施行。 | （移自“第三章 监督”第十条）[minor 第十条]　本办法自印发之日起施行。",
    ]);
  });

  test("provisions that only got another number are told below the table, neighbours as a range", () => {
    expect(comparisonTable(comparisonOf(REGULATION), { all: false }).renumbered).toEqual([
      "第四条至第五条改为第五条至第六条",
    ]);
  });

  test("all: every provision and every heading, and nothing told twice", () => {
    const table = comparisonTable(comparisonOf(REGULATION), { all: true });
    expect(table.rows.filter(({ kind }) => kind === "heading").map(inWords)).toEqual([
      "# 第一章　总则 | 第一章　总则",
      "# 第二章　准入 | 第二章　准入[added 和退出]",
      "# 第三章　监督 | 第三章　监督",
      "#  | [added 第四章　附则]",
    ]);
    expect(table.rows.filter(({ kind }) => kind === "provision")).toHaveLength(10);
    expect(table.renumbered).toEqual([]);
    expect(notesBeside(comparisonOf(REGULATION), "第一条")).toEqual(["未变"]);
    expect(notesBeside(comparisonOf(REGULATION), "受理期限")).toEqual(["仅序号变动"]);
  });

  test("deletions stand only on the left, additions only on the right", () => {
    for (const { left, right } of textRows(wholeComparison(), true)) {
      expect(left.runs.map(({ mark }) => mark)).not.toContain("added");
      expect(right.runs.map(({ mark }) => mark)).not.toContain("deleted");
    }
  });

  test("the runs of a side, joined, are the provisions of that side, character for character", () => {
    const comparison = comparisonOf(REGULATION);
    const provisionsOf = (side: "left" | "right"): string[] => [
      ...new Set(
        comparison.provisions.flatMap((change) => {
          const place = change[side];
          return place === null ? [] : [comparison[side].text.slice(place.span.start, place.span.end)];
        }),
      ),
    ];
    for (const side of ["left", "right"] as const) {
      const cells = textRows(comparison, true).flatMap((row) =>
        row[side].runs.length === 0 ? [] : [joined(row[side].runs)],
      );
      expect(cells.join("\n")).toBe(provisionsOf(side).join("\n"));
    }
  });

  test("what both sides keep reads the same on both sides of a changed row", () => {
    const row = textRows(comparisonOf(REGULATION)).find(({ left }) =>
      joined(left.runs).includes("年度业务量"),
    );
    const kept = (runs: readonly Run[]): string => joined(runs.filter(({ mark }) => mark === "kept"));
    expect(kept(row!.left.runs)).toBe(kept(row!.right.runs));
  });

  test("headings with the same name in two chapters are told apart, and return after another one", () => {
    const under = (chapter: string) => [chapter, "第一节 通则"];
    const place = (path: string, chapter: string) => ({ path, label: `第${path}条`, under: under(chapter) });
    const change = (path: string, chapter: string) => ({
      kind: "changed" as const,
      template: `第${path}条　{words:旧→新}。`,
      left: place(path, chapter),
      right: place(path, chapter),
    });
    const { rows } = comparisonTable(
      comparisonOf([change("1", "第一章 甲"), change("2", "第一章 甲"), change("3", "第二章 乙")]),
      { all: false },
    );
    expect(rows.map(inWords)).toEqual([
      "# 第一章 甲 | 第一章 甲",
      "# 第一节 通则 | 第一节 通则",
      "第1条　[deleted 旧]。 | 第1条　[added 新]。",
      "第2条　[deleted 旧]。 | 第2条　[added 新]。",
      "# 第二章 乙 | 第二章 乙",
      "# 第一节 通则 | 第一节 通则",
      "第3条　[deleted 旧]。 | 第3条　[added 新]。",
    ]);
  });
});

describe("order of the chapters", () => {
  const place = (path: string, ...under: string[]) => ({ path, label: `第${path}条`, under });
  const template = (path: string): string => `第${path}条　{words:旧→新}。`;
  const changed = (path: string, ...under: string[]) => ({
    kind: "changed" as const,
    template: template(path),
    left: place(path, ...under),
    right: place(path, ...under),
  });
  const deleted = (path: string, ...under: string[]) => ({
    kind: "deleted" as const,
    template: `第${path}条　旧。`,
    left: place(path, ...under),
  });
  const told = (...changes: Parameters<typeof comparisonOf>[0]): readonly string[] =>
    comparisonTable(comparisonOf(changes), { all: false }).rows.map((row) =>
      row.kind === "heading" ? shown(row.right ?? row.left) : joined(row.left.runs).slice(0, 3),
    );

  test("deleted provisions go to the rest of their chapter, and each heading is told once", () => {
    expect(
      told(
        deleted("9", "第二章 乙"),
        changed("1", "第一章 甲"),
        changed("2", "第二章 乙", "第一节 子"),
        deleted("3", "第一章 甲"),
        changed("4", "第二章 乙", "第二节 丑"),
        deleted("5", "第二章 乙", "第一节 子"),
      ),
    ).toEqual([
      "第一章 甲",
      "第1条",
      "第3条",
      "第二章 乙",
      "第9条",
      "第一节 子",
      "第2条",
      "第5条",
      "第二节 丑",
      "第4条",
    ]);
  });

  test("what stands under no heading stays where it is", () => {
    expect(told(changed("1"), changed("2", "第一章 甲"), changed("3"))).toEqual([
      "第1条",
      "第一章 甲",
      "第2条",
      "第3条",
    ]);
  });
});

describe("heads and titles", () => {
  test("versions of one document are 修改前 and 修改后", () => {
    const table = comparisonTable(comparisonOf(REGULATION), { all: false });
    expect(table.title).toBe("《某市机构管理办法》修改对照表");
    expect(table.heads).toEqual({ left: "修改前", right: "修改后", notes: "说明" });
  });

  test("two documents are called by their names, and what one lacks is neither new nor gone", () => {
    const side = (name: string, text: string) => ({
      name,
      file: name,
      form: "articles" as const,
      text,
      hasRules: false,
    });
    const versions = comparisonOf(REGULATION);
    const table = comparisonTable(
      {
        ...versions,
        relation: "documents",
        left: side("甲市办法", versions.left.text),
        right: side("关于印发《乙市办法》的通知", versions.right.text),
      },
      { all: false },
    );
    expect(table.title).toBe("《甲市办法》与关于印发《乙市办法》的通知对照表");
    expect(table.heads).toEqual({ left: "甲市办法", right: "关于印发《乙市办法》的通知", notes: "说明" });
    const tags = table.rows.flatMap((row) => (row.kind === "heading" ? [] : [row.left.tag, row.right.tag]));
    expect(tags.filter((words) => words === "无对应内容")).toHaveLength(2);
  });
});

describe("what two documents do not have in common by nature", () => {
  const documents: Comparison = {
    ...comparisonOf(REGULATION, { furniture: [FURNITURE] }),
    relation: "documents",
  };

  test("heads and signatures, and headings with nothing below them, are told only of versions", () => {
    const bare: Comparison = {
      ...documents,
      provisions: documents.provisions.filter(({ kind }) => kind === "added"),
    };
    expect(comparisonTable(bare, { all: false }).rows.map(inWords)).toEqual([
      "# 第二章　准入 | 第二章　准入[added 和退出]",
      "（无对应内容） | [added 第七条　退出的，应当提前三十日告知。]",
    ]);
    const versions = comparisonTable({ ...bare, relation: "versions" }, { all: false });
    expect(versions.rows.map(({ kind }) => kind)).toEqual(["furniture", "heading", "provision", "heading"]);
    expect(comparisonTable(bare, { all: true }).rows.map(({ kind }) => kind)).toContain("furniture");
  });

  test("lines of a pasted table that say nothing are no rows", () => {
    const mark = { ...FURNITURE, before: "| |", after: "" };
    const rows = comparisonTable(comparisonOf([], { furniture: [mark, FURNITURE] }), { all: false }).rows;
    expect(rows).toHaveLength(1);
  });

  test("a heading that one side lacks says so", () => {
    const heading = comparisonTable(comparisonOf(REGULATION), { all: false }).rows.find(
      (row) => row.kind === "heading" && row.left === null,
    );
    expect(heading).toMatchObject({ absent: "新增", same: false });
  });
});

describe("notes beside a provision", () => {
  test("rule changes with their direction, verdicts and impact stand beside the provision of their rule", () => {
    expect(notesBeside(wholeComparison(), "年度业务量")).toEqual([
      "【收紧】“低量暂停”的标准由100笔改为200笔。",
      "低量暂停：更严；涉及3家（不成立→成立 3），另有1家尚不能确定（未知→成立 1）。",
    ]);
    expect(notesBeside(wholeComparison(), "补正期限")).toEqual(["仅序号变动"]);
  });

  test("a rule change brings in a provision whose words did not change", () => {
    const moved = (path: string) => ({ ...THRESHOLD.left!, path });
    const change = { ...THRESHOLD, left: moved("1.1.2"), right: moved("1.1.2") };
    const bare = textRows(comparisonOf(REGULATION));
    const told = textRows(comparisonOf(REGULATION, { rules: [change] }));
    const wording = textRows(comparisonOf(REGULATION, { rules: [{ ...change, severity: "wording" }] }));
    expect(told.length).toBe(bare.length + 1);
    expect(joined(told[0]!.left.runs)).toContain("第一条");
    expect(wording.length).toBe(bare.length);
  });

  test("many changes: those of wording only are counted, equal verdicts are told in one line", () => {
    const words = { ...THRESHOLD, severity: "wording" as const, direction: null };
    const equal = (about: string) => ({ ...STRICTER, about, verdict: "equivalent" as const, witness: null });
    const notes = notesBeside(
      comparisonOf(REGULATION, {
        rules: [words, THRESHOLD, words, THRESHOLD, THRESHOLD],
        behaviour: [equal("甲"), STRICTER, equal("乙")],
      }),
      "年度业务量",
    );
    expect(notes.slice(3)).toEqual([
      "另有2项仅文字变化，见规则变化第1、3项。",
      "低量暂停：更严。",
      "效果相同：甲、乙。",
    ]);
    expect(notesBeside(comparisonOf(REGULATION, { rules: [words, words] }), "年度业务量")).toHaveLength(2);
  });

  test("beside two documents a verdict says of which column", () => {
    const documents: Comparison = { ...wholeComparison(), relation: "documents" };
    expect(notesBeside(documents, "年度业务量")[1]).toMatch(/^低量暂停：右栏更严；涉及3家/u);
  });

  test("a path is under a provision only at a dot", () => {
    const stray = { ...THRESHOLD, left: null, right: { ...THRESHOLD.right!, path: "2-1" } };
    expect(notesBeside(comparisonOf(REGULATION, { rules: [stray] }), "年度业务量")).toEqual([]);
  });

  test("a rule whose provision was deleted on one side is told beside it", () => {
    const gone = { ...STRICTER, left: { ...STRICTER.left!, path: "6" }, right: null };
    expect(notesBeside(comparisonOf(REGULATION, { behaviour: [gone] }), "收费标准")).toEqual([
      "低量暂停：更严。",
    ]);
  });

  test("of a split provision, the part that the rule stands under", () => {
    const split = {
      ...THRESHOLD,
      left: { ...THRESHOLD.left!, path: "3" },
      right: { ...THRESHOLD.right!, path: "4" },
    };
    const rows = textRows(comparisonOf(REGULATION, { rules: [split] }));
    expect(rows.flatMap(({ notes }) => notes.filter(({ kind }) => kind === "rule"))).toHaveLength(1);
  });

  test("persons and other records are counted in their own words", () => {
    const impact = {
      ...IMPACT,
      changes: IMPACT.changes.map((change) => ({ ...change, object: "参保人员" })),
    };
    expect(notesBeside(comparisonOf(REGULATION, { impact }), "年度业务量")[0]).toContain(
      "涉及3人（不成立→成立 3），另有1人尚不能确定",
    );
  });
});

describe("runs", () => {
  const run = (mark: Run["mark"], text: string): Run => ({ mark, text });

  test("what one partner keeps is not gone", () => {
    const first = [run("kept", "甲乙"), run("deleted", "丙丁")];
    const second = [run("deleted", "甲"), run("minor", "乙"), run("kept", "丙"), run("deleted", "丁")];
    expect(sharedRuns([first, second])).toEqual([run("kept", "甲乙丙"), run("deleted", "丁")]);
  });

  test("furniture keeps its beginning and end, and numbers whole", () => {
    const change = { before: "2023年1月5日印发", after: "2024年1月5日印发" };
    expect(furnitureRuns(change, "left")).toEqual([run("deleted", "2023"), run("kept", "年1月5日印发")]);
    expect(furnitureRuns(change, "right")).toEqual([run("added", "2024"), run("kept", "年1月5日印发")]);
    expect(
      furnitureRuns({ before: "甲甲", after: "甲" }, "left")
        .map(({ text }) => text)
        .join(""),
    ).toBe("甲甲");
  });

  test("a line that only ended with the page goes on in its 款; runs stay as they were written", () => {
    const template = "第一条　机构应当按时报送{words:→全部}\n\n　材料。\n第二款另行规定。";
    const place = { path: "1", label: "第一条" };
    const [row] = textRows(comparisonOf([{ kind: "changed", template, left: place, right: place }]));
    expect(row!.right.paragraphs.map(joined)).toEqual([
      "第一条　机构应当按时报送全部材料。",
      "第二款另行规定。",
    ]);
    expect(joined(row!.right.runs)).toBe("第一条　机构应当按时报送全部\n\n　材料。\n第二款另行规定。");
  });

  test("paragraphs: one a line, without blank lines and outer space, marks kept", () => {
    expect(
      paragraphsOf([run("kept", "　第一款\n\n  第"), run("added", "二款\n新增"), run("kept", "的　")]),
    ).toEqual([
      [run("kept", "第一款")],
      [run("kept", "第"), run("added", "二款")],
      [run("added", "新增"), run("kept", "的")],
    ]);
  });
});
