import { describe, expect, test } from "vitest";
import { comparisonPage } from "../../../compiler/report/comparison/html/page.ts";
import { comparisonOf, REGULATION, STRICTER, THRESHOLD, wholeComparison } from "./comparison-fixture.ts";

const page = comparisonPage(wholeComparison(), { all: false });
const words = (markup: string): string =>
  markup
    .replaceAll(/<style>[\s\S]*?<\/style>/gu, "")
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/\s+/gu, "");

/** The columns of each row of the table. */
const cells = (markup: string): readonly (readonly string[])[] =>
  [...markup.matchAll(/<tr>\s*<td>([\s\S]*?)<\/td>\s*<td>([\s\S]*?)<\/td>\s*<td class="note">/gu)].map(
    ([, left, right]) => [left!, right!],
  );

describe("page of a comparison", () => {
  test("one whole page: no scripts, nothing loaded, its language told", () => {
    expect(page).toMatch(/^<!DOCTYPE html>\s*<html lang="zh-CN">/u);
    expect(page).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|url\(|@import/iu);
    expect(page).toContain("default-src 'none'");
  });

  test("additions only on the right, deletions only on the left, as ins and del", () => {
    const rows = cells(page);
    expect(rows.length).toBeGreaterThan(6);
    for (const [left, right] of rows) {
      expect(left).not.toContain("<ins>");
      expect(right).not.toContain("<del>");
    }
    expect(page).toContain("<del>100</del>");
    expect(page).toContain("<ins>200</ins>");
    expect(page).toContain('<span class="minor">第五条</span>');
  });

  test("title, legend, heads, chapters and notes stand in the order of the table", () => {
    const order = [
      "《某市机构管理办法》修改对照表",
      "加删除线：删去的文字",
      "一、条文对照",
      "修改前修改后说明",
      "第二章准入和退出",
      "（拆分为第三条、第四条）",
      "（新增）",
      "（删去）",
      "条文顺序相应调整（文字未变）：第四条至第五条改为第五条至第六条。",
      "二、规则变化",
      "三、规则效果",
      "四、对现有记录的影响",
      "五、说明",
      "未给出参数表",
    ];
    // The title of the page is its heading and the title of the window.
    const text = words(page.slice(page.indexOf("<body>")));
    const found = order.map((part) => text.indexOf(part));
    expect(found).toEqual(found.toSorted((one, other) => one - other));
    expect(found).not.toContain(-1);
  });

  test("columns, chapters and the changed heading are heads for those who listen", () => {
    expect(page.match(/<th scope="col">修改[前后]<\/th>/gu)).toHaveLength(4);
    expect(page).toMatch(/<th scope="rowgroup" colspan="3">第三章　监督<\/th>/u);
    expect(page).toMatch(
      /<th scope="rowgroup">第二章　准入<\/th>\s*<th scope="rowgroup">第二章　准入<ins>和退出<\/ins>/u,
    );
  });

  test("rules, verdict with its witness and both results, impact drawn and counted", () => {
    const text = words(page);
    expect(text).toContain(
      "“低量暂停”的标准由100笔改为200笔。低于的标准由100笔提高到200笔，暂停新增的范围扩大。实质变化收紧",
    );
    expect(text).toContain("低量暂停修改后更严，已证明");
    expect(text).toContain("定点机构「甲」：年度业务量150笔");
    expect(text).toContain("不成立年度业务量为150笔，不低于100笔。第二条第一款「年度业务量不得低于」");
    expect(text).toContain("成立（应当暂停新增）");
    expect(page).toContain("<pre>【用例】一百五十笔\n  定点机构「甲」：年度业务量150笔；\n【完】</pre>");
    expect(text).toContain(
      "定点机构中3家的结果改变；另有1家有一方的结果为未知或者需裁量，是否改变尚不能确定。",
    );
    expect(text).toMatch(/成立3家.*有一方的结果为未知或者需裁量，是否改变尚不能确定未知成立1家/u);
    expect(text).toContain("按所在县区：东区2、西区1。编号（3）A01、A02、A07");
    expect(page).toContain('width="100.00%"');
    expect(page).toContain('width="33.33%"');
  });

  test("verdicts without a difference are told together", () => {
    const equal = (about: string) => ({
      ...STRICTER,
      about,
      verdict: "equivalent" as const,
      proof: "own" as const,
      witness: null,
    });
    const shown = comparisonPage(
      comparisonOf(REGULATION, { behaviour: [equal("甲"), STRICTER, equal("乙")] }),
      {
        all: false,
      },
    );
    expect(words(shown)).toMatch(/效果相同：甲（第二条第一款，[^（）]*证明[^（）]*）；乙（第二条第一款，/u);
    expect(shown.match(/<article>/gu)).toHaveLength(1);
  });

  test("three witnesses stand open, the others are there for who asks; what was said is not cited again", () => {
    const { witness } = STRICTER;
    const further = Array.from({ length: 4 }, (_, at) => ({ ...witness!, facts: [`机构「${at}」`] }));
    const told = {
      ...witness!,
      left: { ...witness!.left, summary: ["不成立。", "依据：第二条第一款「年度业务量不得低于」。"] },
    };
    const shown = comparisonPage(
      comparisonOf(REGULATION, {
        behaviour: [{ ...STRICTER, witness: told, witnesses: [told, ...further] }],
      }),
      { all: false },
    );
    const [before, after] = shown.split("另有2个例证</summary>");
    expect(before!.match(/<div class="witness">/gu)).toHaveLength(3);
    expect(after!.match(/<div class="witness">/gu)).toHaveLength(2);
    expect(shown.match(/第二条第一款「年度业务量不得低于」/gu)).toHaveLength(10);
    expect(shown).toContain("<b>例5</b>");
  });

  test("hostile text is shown, never run", () => {
    const hostile = `</td><script>alert("1")</script>&'<b onclick=x>`;
    const comparison = comparisonOf(
      [{ ...REGULATION[3]!, template: `第二条　${hostile}{words:→${hostile}}` }],
      {
        left: {
          name: hostile,
          file: hostile,
          form: "articles",
          text: `第二条　${hostile}`,
          hasRules: true,
        },
        furniture: [
          {
            kind: "added",
            role: "note",
            before: "",
            after: hostile,
            left: null,
            right: { start: 0, end: 0 },
          },
        ],
        rules: [{ ...THRESHOLD, message: hostile, ground: hostile }],
        behaviour: [
          {
            ...STRICTER,
            about: hostile,
            witness: { ...STRICTER.witness!, facts: [hostile], cases: { left: hostile, right: hostile } },
          },
        ],
        impact: {
          at: 0,
          records: { [hostile]: 1 },
          changes: [
            {
              rule: hostile,
              object: hostile,
              left: null,
              right: null,
              from: hostile,
              to: hostile,
              count: 1,
              records: [hostile],
              undecided: false,
              groups: [{ field: hostile, counts: [{ value: hostile, count: 1 }] }],
              because: [],
            },
          ],
          unchangedRules: [hostile],
        },
        notes: [hostile],
      },
    );
    for (const relation of ["versions", "documents"] as const) {
      const shown = comparisonPage({ ...comparison, relation }, { all: true, title: hostile });
      expect(shown).not.toContain("<script");
      expect(shown).not.toContain("<b onclick");
      expect(shown).toContain("&lt;script&gt;alert(&quot;1&quot;)");
    }
  });

  test("without a change it says so", () => {
    const same = comparisonOf(REGULATION.filter(({ kind }) => kind === "unchanged"));
    const text = words(comparisonPage(same, { all: false }));
    expect(text).toContain("没有需要对照的条文。");
    expect(text).not.toContain("规则变化");
  });
});
