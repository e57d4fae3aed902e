import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quickFixes, type QuickFix } from "../../../compiler/ide/index.ts";
import { compile, diagnosticKinds, type CompiledPolicy } from "../../../compiler/pipeline.ts";
import { applyEdits, edits } from "../../generators/policy-text.ts";
import { compileSample, sampleText } from "../check/sample-policy.ts";
import { mudanjiangView } from "./city-views.ts";
import { afterFix, errorsOf, recompileOf } from "./tried.ts";
import { viewOf } from "./view.ts";

const ruleView = (sentence: string): CompiledPolicy => compileSample(`【规则】规则甲\n${sentence}`);

/** Tried fixes of the first finding with that code. */
const fixesOf = (view: CompiledPolicy, code: string): readonly QuickFix[] => {
  const finding = view.diagnostics.find((each) => each.code === code);
  if (finding === undefined) return [];
  return quickFixes(view, finding.span, recompileOf(view)).filter((fix) => fix.code === code);
};

const ofCode = ({ diagnostics }: CompiledPolicy, code: string): number =>
  diagnostics.filter((each) => each.code === code).length;

const newErrors = (before: CompiledPolicy, after: CompiledPolicy): readonly string[] => {
  const known = errorsOf(before);
  return errorsOf(after).filter((error) => !known.includes(error));
};

describe("what a finding can be cured with", () => {
  const cured = Object.entries(diagnosticKinds).filter(
    ([code, { bad }]) => fixesOf(viewOf(bad), code).length > 0,
  );

  test("is there for the findings that have a cure", () => {
    expect(cured.map(([code]) => code).sort()).toMatchInlineSnapshot(`
      [
        "clause-uncovered",
        "connective-unstated",
        "content-before-modal",
        "date-beside-period",
        "incomplete-reading",
        "item-numbers",
        "missing-full-stop",
        "missing-separator",
        "mixed-connectives",
        "parameter-without-owner",
        "provision-untreated",
        "quote-not-found",
        "ranking-without-ties",
        "share-without-percent",
        "stray-block-end",
        "stray-character",
        "two-norms-in-sentence",
        "two-readings",
        "unclosed-block",
        "unclosed-passage",
        "unclosed-quote",
        "undeclared-term",
        "unit-missing",
        "unknown-block-keyword",
        "unknown-exception-target",
        "unknown-name",
        "unknown-note-status",
      ]
    `);
  });

  // What uncovers another error in its place is offered only where there is nothing better.
  const UNCOVERING = new Set(["two-readings"]);

  test.each(cured)("%s: each cure removes it and adds no error", (code, { bad }) => {
    const view = viewOf(bad);
    for (const fix of fixesOf(view, code)) {
      const after = afterFix(view, fix);
      expect(ofCode(after, code), fix.title).toBeLessThan(ofCode(view, code));
      expect(errorsOf(after).length).toBeLessThanOrEqual(errorsOf(view).length);
      expect(UNCOVERING.has(code) ? [] : newErrors(view, after), fix.title).toEqual([]);
    }
  });
});

describe("a name that nothing declares", () => {
  test.each([
    ["定点医药机构床位空置率超过20％的，限期整改。", "声明为“定点医药机构”的字段“床位空置率：百分比”"],
    ["定点医药机构注册资金低于50万元的，限期整改。", "声明为“定点医药机构”的字段“注册资金：金额”"],
    ["定点医药机构药师人数不少于2人的，新增定点。", "声明为“定点医药机构”的字段“药师人数：整数（人）”"],
    ["定点医药机构存在暴力伤医行为的，限期整改。", "声明为“定点医药机构”的字段“暴力伤医行为：是否”"],
    ["定点医药机构距开业日期不满2年的，限期整改。", "声明为“定点医药机构”的字段“开业日期：日期”"],
    ["定点医药机构所在县区的财政收入低于1000万元的，限期整改。", "声明为“县区”的字段“财政收入：金额”"],
    ["定点医药机构年度医保业务量为0笔的，暂停拨付。", "声明为措施“暂停拨付”"],
    ["定点医药机构年度医保业务量低于最低业务量标准的，限期整改。", "声明为参数“最低业务量标准”（单位为笔）"],
    ["定点申请步行最大半径内有定点医药机构的，不得新增定点。", "声明为参数“最大半径”（单位为公里）"],
  ])("%s", (sentence, title) => {
    const view = ruleView(sentence);
    const fix = fixesOf(view, "undeclared-term").find((each) => each.title === title);
    expect(fix?.preferred).toBe(true);
    expect(errorsOf(afterFix(view, fix!))).toEqual([]);
  });

  test("is taken for the nearest ones first", () => {
    const view = ruleView("定点医药机构年度医保业务两低于5笔的，限期整改。");
    expect(fixesOf(view, "undeclared-term").map(({ title }) => title)).toEqual([
      "改为“年度医保业务量”",
      "声明为“定点医药机构”的字段“年度医保业务两：整数（笔）”",
      "改为“业务量极少标准”",
    ]);
  });

  test("is not offered to be quoted where that helps nothing", () => {
    const view = ruleView("定点医药机构床位空置率超过20％的，限期整改。");
    const isQuoting = ({ title }: QuickFix): boolean => title.startsWith("写成「");
    const finding = view.diagnostics.find(({ code }) => code === "undeclared-term")!;
    expect(quickFixes(view, finding.span).some(isQuoting)).toBe(true);
    expect(fixesOf(view, "undeclared-term").some(isQuoting)).toBe(false);
  });

  test("becomes a field in the vocabulary that declares the object", () => {
    const { source } = mudanjiangView.file;
    const text = source.text.replace(
      "（二）年度医保业务量低于",
      "（二）护士人数低于5人；\n（三）年度医保业务量低于",
    );
    const vocabularies = mudanjiangView.vocabularies.map((file) => file.source);
    const view = compile({ policy: { name: source.name, text }, vocabularies });
    const [fix] = fixesOf(view, "undeclared-term");
    expect(fix?.title).toBe("声明为“定点医药机构”的字段“护士人数：整数（人）”");
    expect(fix?.edits.map(({ file }) => file)).toEqual([vocabularies[0]!.name]);
    expect(ofCode(afterFix(view, fix!), "undeclared-term")).toBe(0);
  });

  test("becomes a measure of a block of its own where there is none", () => {
    const view = viewOf(
      "【政策】示例\n名称：示例办法。\n【对象】机构\n业务量：整数（笔）。\n【完】\n第一条　机构应当退出。\n【规则】甲\n机构业务量为0笔的，停业。\n【完】\n",
    );
    const fix = fixesOf(view, "undeclared-term").find(({ title }) => title === "声明为措施“停业”");
    expect(errorsOf(afterFix(view, fix!))).toEqual([]);
    expect(afterFix(view, fix!).file.source.text).toContain("【措施】\n停业。\n【规则】甲");
  });
});

describe("what can be added to a rule", () => {
  const added = (view: CompiledPolicy): readonly QuickFix[] => {
    const at = view.file.source.text.indexOf("【规则】") + 3;
    return quickFixes(view, { start: at, end: at }, recompileOf(view)).filter(({ code }) => code === null);
  };

  test("grounds from the clause that shares most words", () => {
    const text = sampleText(
      "【规则】规则甲\n定点医药机构有下列情形之一的，限期整改：\n（一）年度医保业务量低于5笔；\n（二）考核得分低于60分。",
    ).replace("第一条　", "第一条　为加强管理，制定本办法。考核得分较低的，应当限期整改。");
    const view = viewOf(text);
    const [fix] = added(view);
    expect(fix?.title).toBe("写明依据「考核得分较低的，应当限期整改」");
    const after = afterFix(view, fix!);
    expect(after.file.source.text).toContain("的，限期整改，依据「考核得分较低的，应当限期整改」：\n（一）");
    expect(errorsOf(after)).toEqual([]);
    expect(added(after).map(({ title }) => title)).toEqual(["为“规则甲”增加例外"]);
  });

  test("grounds before 限「…」, and none where the sentence has some that cannot be read", () => {
    const text = sampleText(
      "【理解】「业务量较低」\n读法一：按年；读法二：按月。采读法一，状态为暂拟。\n【规则】规则甲\n年度医保业务量低于5笔的定点医药机构，限期整改，限「业务量较低」读法一。",
    ).replace("第一条　", "第一条　年度医保业务量较低的，应当限期整改。");
    const view = viewOf(text);
    const [fix] = added(view);
    const after = afterFix(view, fix!);
    expect(after.file.source.text).toContain(
      "限期整改，依据「年度医保业务量较低的，应当限期整改」，限「业务量较低」读法一。",
    );
    expect(errorsOf(after)).toEqual([]);
    const broken = viewOf(
      after.file.source.text.replace("年度医保业务量低于5笔的定点", "年度医保业务量的的低于5笔的定点"),
    );
    expect(errorsOf(broken)).not.toEqual([]);
    expect(added(broken).filter(({ title }) => title.startsWith("写明依据"))).toEqual([]);
  });

  test("an exception with real names", () => {
    const view = ruleView("定点申请步行1.5公里内有定点医药机构的，不得新增定点。");
    const fix = added(view).find(({ title }) => title.includes("例外"))!;
    const after = afterFix(view, fix);
    expect(after.file.source.text).toContain(
      "【例外】规则甲的例外\n列入重点建设项目的定点申请，不受规则甲限制。\n【完】",
    );
    expect(errorsOf(after)).toEqual([]);
    const decision = after.program!.decisions.find(({ name }) => name === "规则甲");
    expect(decision?.kind === "measure" ? decision.exceptions : []).toEqual(["规则甲的例外"]);
  });
});

describe("fixes", () => {
  test("never throw, and stay inside their files, on any text", () => {
    const text = sampleText(
      "【规则】规则甲\n定点医药机构有下列情形之一的，限期整改：\n（一）年度医保业务量低于5笔；\n（二）提出续签。",
    );
    fc.assert(
      fc.property(edits, fc.double({ min: 0, max: 1, noNaN: true }), (changes, share) => {
        const view = viewOf(applyEdits(text, changes));
        const { length } = view.file.source.text;
        const start = Math.floor(share * length);
        for (const fix of quickFixes(view, { start, end: Math.min(length, start + 40) })) {
          for (const { span } of fix.edits.flatMap((each) => each.edits)) {
            expect(0 <= span.start && span.start <= span.end && span.end <= length).toBe(true);
          }
        }
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
