import { describe, expect, test } from "vitest";
import { checkCsv, csvCell } from "../../compiler/report/check-csv.ts";
import { checkJson } from "../../compiler/report/check-json.ts";
import { hasFindings, summarise } from "../../compiler/report/check-report.ts";
import { checkTable } from "../../compiler/report/check-table.ts";
import { reportPage } from "../../compiler/report/html/report-page.ts";
import { junit } from "../../compiler/report/junit.ts";
import { quotedLine } from "../../compiler/report/quoted-line.ts";
import { displayWidth } from "../../compiler/report/width.ts";
import { reasonsInBrief } from "../../compiler/report/reason-groups.ts";
import { openQuestions } from "../../compiler/report/reasons.ts";
import { resultDetail, resultValue } from "../../compiler/report/result-words.ts";
import { sampleOutcome, samplePolicy, sampleReport } from "./sample-report.ts";

describe("check as a table", () => {
  const table = checkTable(sampleReport(), { width: 100 });

  test("says what a reader must know first", () => {
    expect(table).toContain("基准日：2025年6月1日　【试算】　【合成数据】");
    expect(table).toContain("尚未施行");
  });

  test("keeps to the width of the terminal", () => {
    for (const line of table.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(100);
  });

  test("leaves out records without a finding, and says how many", () => {
    expect(table).not.toContain("定点医药机构 丁");
    expect(table).toContain("另有1条记录没有需要留意的结果");
    expect(checkTable(sampleReport(), { all: true })).toContain("定点医药机构 丁");
  });

  test("limits long lists with a note", () => {
    const outcomes = Array.from({ length: 50 }, (_, at) => sampleOutcome({ id: `店${at}`, status: "成立" }));
    expect(checkTable(sampleReport({ outcomes }))).toContain("另有30条需要留意的记录");
  });

  test("is no wider than people read, however much stands in the way", () => {
    const reasons = Array.from({ length: 46 }, (_, at) => ({
      kind: "缺少步行距离" as const,
      name: "服务圈",
      from: "S11",
      to: `P${at}`,
    }));
    const wide = checkTable(sampleReport({ outcomes: [sampleOutcome({ status: "未知", reasons })] }));
    expect(wide).toContain("缺少S11至P0等46个步行距离");
    for (const line of wide.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(140);
  });

  test("shows the words that decide, and that no item fits", () => {
    expect(resultDetail(sampleOutcome({ status: "成立" }))).toBe(
      "纳入自然退出；第十六条「年度内无医保业务量」（规则条件（一））",
    );
    expect(resultDetail(sampleOutcome({ status: "未认定", measure: null }))).toBe("没有一项符合");
  });

  test("a tie is a range of positions", () => {
    const tied = sampleOutcome({ status: "需裁量", measure: null, candidates: ["第1名", "第23名"] });
    expect(resultValue(tied)).toBe("可能为第1名至第23名");
    expect(resultValue({ ...tied, candidates: ["A类", "B类"] })).toBe("可能为A类、B类");
  });

  test("open questions count both kinds of results", () => {
    const reasons = sampleReport().outcomes[1]!.reasons;
    const tie = [{ kind: "同名次", name: "考核排名", how: "需裁量" }] as const;
    const outcomes = [
      sampleOutcome({ status: "需裁量", reasons }),
      sampleOutcome({ status: "未知", reasons }),
      sampleOutcome({ status: "需裁量", reasons: tie }),
    ];
    expect(openQuestions(outcomes)).toMatchObject([
      { name: "业务量极少标准", results: 2, discretionary: 1, unknown: 1 },
      { name: "考核排名", owner: "未明确" },
    ]);
  });

  test("names the open parameter and that nobody is named to decide", () => {
    expect(checkTable(sampleReport(), { width: 200 })).toContain("“业务量极少标准”尚未确定，由谁确定未明确");
  });
});

describe("reasons in brief", () => {
  const missing = (name: string, id = "甲") => ({ kind: "缺少事实", name, object: "摊位", id }) as const;

  test.each([
    [[missing("X")], ["缺少“X”（摊位 甲）"]],
    [[missing("X"), missing("Y")], ["缺少“X”和“Y”（摊位 甲）"]],
    [[missing("X"), missing("Y"), missing("Z")], ["缺少“X”等3项（摊位 甲）"]],
    [[missing("X"), missing("X", "乙")], ["缺少2条记录的“X”（摊位 甲等）"]],
    [[missing("X"), missing("Y", "乙")], ["缺少“X”（摊位 甲）等2项"]],
  ])("%j", (reasons, words) => expect(reasonsInBrief(reasons)).toEqual(words));

  test("two kinds are named", () => {
    const readings = ["一", "二", "三"].map((name) => ({ kind: "读法未定", name }) as const);
    expect(reasonsInBrief(readings).at(-1)).toBe("另有1类待定事项");
  });
});

describe("check as CSV", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+86", "'+86"],
    ["-5", "'-5"],
    ["@a", "'@a"],
    ['说"好"', '"说""好"""'],
    ["a,b", '"a,b"'],
    ["=a,b", `"'=a,b"`],
    ["普通", "普通"],
  ])("%s becomes %s", (text, cell) => expect(csvCell(text)).toBe(cell));

  test("has a byte order mark, a heading and one line for each result", () => {
    const lines = [...checkCsv(sampleReport())].join("").split("\r\n");
    expect(lines[0]).toMatch(/^\uFEFF政策,基准日,试算,提示,对象,编号/);
    expect(lines).toHaveLength(1 + sampleReport().outcomes.length + 1);
  });
});

describe("check as JSON", () => {
  test("has the agreed shape", () => {
    const json = JSON.parse([...checkJson(sampleReport())].join("")) as Record<string, unknown>;
    expect(json).toMatchObject({
      policy: samplePolicy.name,
      at: "2025-06-01",
      trial: true,
      dataErrors: [{ file: "定点医药机构.csv", row: 7, column: "年度医保业务量", value: "=1+1" }],
      summary: [
        { rule: "自然退出", provision: "16", counts: { 成立: 1, 需裁量: 1, 未知: 1, 不成立: 1 } },
        {},
        {},
      ],
    });
    expect((json["results"] as unknown[])[1]).toMatchObject({
      object: "定点医药机构",
      id: "乙",
      status: "需裁量",
      reasons: [{ kind: "参数未定", name: "业务量极少标准", owner: "未明确", source: null }],
      citations: [{ path: "16", label: "第十六条", quote: "业务量极少", start: 20, end: 25 }],
    });
  });
});

describe("the report page", () => {
  const page = reportPage(sampleReport());

  test("is one file without scripts or anything loaded", () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|https?:/);
  });

  test("escapes what comes from the data", () => {
    expect(page).toContain("仁和大药房&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  test("says on every page that a draft is not in force and that data are synthetic", () => {
    expect(page).toContain('<div class="every-page"><div>征求意见稿　试算　尚未施行　合成数据</div>');
  });

  test("lists every red number: what is not met, what clashes and what fits nowhere", () => {
    const unplaced = sampleOutcome({ id: "己", status: "未认定", measure: null, decision: "管理类别" });
    const whole = reportPage(sampleReport({ outcomes: [...sampleReport().outcomes, unplaced] }));
    for (const title of ["不符合", "冲突", "未认定"])
      expect(whole).toMatch(new RegExp(`<h2>.、${title}</h2>`));
    expect(whole).toContain("不符合共2项，其中未记录理由的1项，已记录理由的1项。");
    expect(whole).toMatch(/<b>2<\/b><span>不符合<\/span><small>其中未记理由1项/);
    expect(whole).toContain("没有一项符合");
  });

  test("prints page numbers, and leaves out records that need nothing", () => {
    expect(page).toContain("@bottom-center { content: counter(page)");
    expect(page).toMatch(/<details class="quiet"><summary><span class="who">丁/);
    expect(page).toContain("另有1条记录没有需要处理的结果，打印时从略。");
  });

  test("shows rule items as such and puts records that need attention first", () => {
    expect(page).toContain("第十六条 · 规则条件（一）");
    expect(page.indexOf("百姓单体药店<small>")).toBeLessThan(page.indexOf("康民药店<small>"));
  });
});

describe("findings", () => {
  test("counts of a rule add up", () => {
    expect(summarise(sampleReport().outcomes)[2]).toMatchObject({
      rule: "双通道药店覆盖",
      counts: { 不符合: 2 },
    });
  });

  test("a departure with a recorded reason is no finding", () => {
    const excused = sampleOutcome({ status: "不符合", reason: "已记录的理由：正在培育" });
    const quiet = { dataErrors: [], conflicts: [] };
    expect(hasFindings(sampleReport({ ...quiet, outcomes: [excused] }))).toBe(false);
    expect(hasFindings(sampleReport({ ...quiet, outcomes: [{ ...excused, reason: null }] }))).toBe(true);
    expect(hasFindings(sampleReport({ ...quiet, outcomes: [sampleOutcome({ status: "冲突" })] }))).toBe(true);
    expect(hasFindings(sampleReport({ conflicts: [], outcomes: [] }))).toBe(true);
  });
});

describe("a quoted line", () => {
  const text = "第一行\n重点提升医保医师资资源配置，全面促进发展。\n第三行";

  test("marks the words in place", () => {
    const start = text.indexOf("资资源");
    expect(quotedLine(text, { start, end: start + 2 }, 80)).toBe(
      "重点提升医保医师⟦资资⟧源配置，全面促进发展。",
    );
  });

  test("shows the neighbourhood of a mark in a long line only", () => {
    const long = `${"甲".repeat(5000)}错${"乙".repeat(5000)}`;
    const shown = quotedLine(long, { start: 5000, end: 5001 }, 60);
    expect(displayWidth(shown)).toBeLessThanOrEqual(60);
    expect(shown).toMatch(/^…甲+⟦错⟧乙+…$/);
  });

  test("a mark over several lines ends with its first", () => {
    expect(quotedLine(text, { start: 1, end: 12 }, 80)).toBe("第⟦一行⟧");
  });

  test("does not spread the number of a person", () => {
    const line = "一、申请（联系人：李某，电话：0662-3103813），拨打13800138000，补助12345678元。";
    const start = line.indexOf("联系人");
    const shown = quotedLine(line, { start, end: line.indexOf("）") }, 100);
    expect(shown).toBe("一、申请（⟦联系人：李某，电话：066*-*****13⟧），拨打138******00，补助12345678元。");
  });
});

describe("JUnit", () => {
  test("escapes and counts", () => {
    const xml = junit({
      policy: "示例",
      coverage: [],
      results: [
        {
          kind: "用例",
          name: "零笔<退出>",
          passed: true,
          state: "通过",
          knownFailure: null,
          messages: [],
          samples: null,
          verdict: null,
          why: null,
          cases: [],
          file: "a.tiaowen",
          line: 3,
        },
        {
          kind: "性质",
          name: "无冲突",
          passed: false,
          state: "未通过",
          knownFailure: null,
          messages: ["反例：\u0001甲"],
          samples: 100,
          verdict: "反例",
          why: null,
          cases: ["【用例】反例·无冲突"],
          file: "a.tiaowen",
          line: 9,
        },
        {
          kind: "用例",
          name: "待确认·零笔",
          passed: true,
          state: "待确认",
          knownFailure: null,
          messages: [],
          samples: null,
          verdict: null,
          why: null,
          cases: [],
          file: "a.tiaowen",
          line: 20,
        },
      ],
    });
    expect(xml).toContain('<testsuites name="示例" tests="3" failures="1" errors="0">');
    expect(xml).toContain('<skipped message="预期结果待人工确认"/>');
    expect(xml).toContain("【用例】反例·无冲突");
    expect(xml).toContain('name="零笔&lt;退出&gt;"');
    expect(xml).toContain("反例：\uFFFD甲");
  });
});
