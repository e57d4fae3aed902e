import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  foldingRanges,
  inlayHints,
  layout,
  officialLines,
  ruleLenses,
  type PolicyView,
} from "../../../compiler/ide/index.ts";
import type { Span } from "../../../language/index.ts";
import { applyEdits, edits, policyLikeText } from "../../generators/policy-text.ts";
import { cityViews, mudanjiangView, yangjiangView } from "./city-views.ts";
import { viewOf } from "./view.ts";

const words = (view: PolicyView, { start, end }: Span): string => view.file.source.text.slice(start, end);

const POLICY = `【政策】示例
名称：示例办法；
施行：2025年1月1日。
【对象】医药机构
业务量：整数（笔）；
结算额：金额。
【参数】业务量标准
单位为笔，由市医保局确定。
【参数】结算额标准
单位为元，由市医保局确定。自2024年1月1日起为100元；自2025年1月1日起为200元。
【参数】无人标准
单位为笔，由未明确确定。
【措施】
退出、整改。
【完】
示例办法

第一章　总则

第一条　医药机构业务量过少的，应当退出。
（一）第一项；
（二）第二项。
【规则】退出
医药机构业务量低于业务量标准的，退出。
【规则】整改
医药机构结算额低于结算额标准或者业务量低于无人标准的，整改。
【用例】没有业务
设基准日为2025年3月1日；
设业务量标准为10笔；
设医药机构「甲」：业务量为0笔；
则「甲」退出成立。
【完】
`;

describe("the layout", () => {
  test("tells official text, blocks and marks apart", () => {
    const view = viewOf(
      "【政策】示例\n名称：示例办法。\n【完】\n第一条 正文。\n【原文】\n【说明】表。\n【完】\n第二条 正文。\n",
    );
    expect(layout(view).map((part) => [part.kind, part.keyword, part.name, words(view, part.span)])).toEqual([
      ["block", "政策", "示例", "【政策】示例\n名称：示例办法。\n【完】\n"],
      ["official", null, null, "第一条 正文。\n"],
      ["mark", null, null, "【原文】\n"],
      ["official", null, null, "【说明】表。\n"],
      ["mark", null, null, "【完】\n"],
      ["official", null, null, "第二条 正文。\n"],
    ]);
  });

  test("tiles the cities and any text", () => {
    for (const view of cityViews) expect(tiled(view)).toBe(view.file.source.text);
    const tiles = (text: string): void => {
      const view = viewOf(text);
      expect(tiled(view)).toBe(text);
    };
    fc.assert(fc.property(policyLikeText, tiles), { numRuns: 200 });
    fc.assert(
      fc.property(edits, (changes) => tiles(applyEdits(POLICY, changes))),
      { numRuns: 100 },
    );
  });
});

/** The parts put together, with a mark where they leave a gap or overlap. */
const tiled = (view: PolicyView): string => {
  let at = 0;
  let text = "";
  for (const { span } of layout(view)) {
    text += `${span.start === at ? "" : "|"}${words(view, span)}`;
    at = span.end;
  }
  return text;
};

describe("the lines of the official text", () => {
  test("have the roles that they are set with", () => {
    const view = viewOf(POLICY);
    expect(officialLines(view).map(({ span, role }) => `${role} ${words(view, span)}`)).toEqual([
      "title 示例办法",
      "chapter 第一章　总则",
      "article 第一条　医药机构业务量过少的，应当退出。",
      "item （一）第一项；",
      "item （二）第二项。",
    ]);
  });

  test("of a document with headings: titles over several lines, addressees, signature", () => {
    const rolesOf = (beginning: string): readonly string[] =>
      officialLines(yangjiangView)
        .filter(({ span }) => words(yangjiangView, span).startsWith(beginning))
        .map(({ role }) => role);
    expect(rolesOf("保障定点医药机构资源配置工作")).toEqual(["title"]);
    expect(rolesOf("各县（市、区）医疗保障局")).toEqual(["furniture"]);
    expect(rolesOf("一、现状")).toEqual(["chapter"]);
    expect(rolesOf("（二）完善及优化")).toEqual(["section"]);
    expect(rolesOf("（一）加强组织领导")).toEqual(["item"]);
  });

  test("are all of it, in order, for any text", () => {
    fc.assert(
      fc.property(policyLikeText, (text) => {
        const view = viewOf(`【政策】\n名称：试。\n【完】\n${text}`);
        const shown = officialLines(view).map(({ span }) => words(view, span));
        const lines = view.file.segments.official.flatMap((part) => words(view, part).split("\n"));
        expect(shown).toEqual(lines.map((line) => line.trim()).filter((line) => line !== ""));
      }),
      { numRuns: 150 },
    );
  });
});

describe("folding", () => {
  test("folds blocks and provisions with what stands under them, inside each other", () => {
    const view = viewOf(POLICY);
    const shown = foldingRanges(view).map(({ kind, span }) => `${kind} ${words(view, span).split("\n")[0]}`);
    expect(shown).toContain("provision 第一章　总则");
    expect(shown).toContain("provision 第一条　医药机构业务量过少的，应当退出。");
    expect(shown.filter((each) => each.startsWith("block"))).toHaveLength(9);
    for (const each of [view, ...cityViews]) {
      const open: Span[] = [];
      for (const { span } of foldingRanges(each)) {
        while (open.length > 0 && open.at(-1)!.end <= span.start) open.pop();
        expect(span.end).toBeLessThanOrEqual(open.at(-1)?.end ?? Infinity);
        open.push(span);
      }
    }
  });
});

describe("the lenses of rules", () => {
  test("name the decisions and the 用例 that expect something of them", () => {
    const view = viewOf(POLICY);
    expect(
      ruleLenses(view).map(({ rule, decisions, cases, span }) => [rule, decisions, cases, words(view, span)]),
    ).toEqual([
      ["退出", ["退出"], ["没有业务"], "【规则】退出"],
      ["整改", ["整改"], [], "【规则】整改"],
    ]);
  });

  test("stand there while the policy has errors, without decisions", () => {
    const view = viewOf(POLICY.replace("业务量低于业务量标准", "业务数低于业务量标准"));
    expect(ruleLenses(view)[0]).toMatchObject({ rule: "退出", decisions: [], cases: ["没有业务"] });
  });

  test("of the city are one for each rule", () => {
    const rules = mudanjiangView.file.blocks.filter(({ kind }) => kind === "rule");
    const lenses = ruleLenses(mudanjiangView);
    expect(lenses).toHaveLength(rules.length);
    expect(lenses.every(({ decisions, cases }) => decisions.length > 0 && cases.length > 0)).toBe(true);
  });
});

describe("hints at parameters", () => {
  test("say who sets an open one, and the newest value of one that is set", () => {
    const view = viewOf(POLICY);
    const { text } = view.file.source;
    const shown = inlayHints(view).map((hint) => {
      const line = text.slice(text.lastIndexOf("\n", hint.offset - 1) + 1, hint.offset);
      return `${line}${hint.text}`;
    });
    expect(shown).toEqual([
      "【参数】业务量标准（由市医保局确定，未定）",
      "【参数】结算额标准（自2025年1月1日起200元）",
      "【参数】无人标准（由谁确定未明确，未定）",
      "医药机构业务量低于业务量标准（由市医保局确定，未定）",
      "医药机构结算额低于结算额标准（自2025年1月1日起200元）",
      "医药机构结算额低于结算额标准或者业务量低于无人标准（由谁确定未明确，未定）",
    ]);
  });
});
