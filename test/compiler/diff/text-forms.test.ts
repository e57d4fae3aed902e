import { describe, expect, test } from "vitest";
import { unitsOf } from "../../../compiler/diff/text/units.ts";
import { compared, documentOf, LAW, rowsOf } from "./text-fixtures.ts";

const ARTICLES = `甲市公共浴室管理细则

第一章 总则
第一条 为了加强公共浴室的卫生管理，保障顾客身体健康，根据有关规定，制定本细则。
第二条 卫生优先原则。浴室经营者应当每日对浴池清洗消毒，浴池水每四小时循环净化一次，水质不合格的不得开放。
第三条 价格公开原则。浴室经营者应当在入口处公布收费项目和标准，不得强制顾客消费。
第二章 设施
第四条 步行十分钟范围内已有同类浴室的，原则上不再批准新设浴室。
第五条 浴室应当设置通风、防滑和紧急呼叫设施，锅炉应当定期检验。
第三章 附则
第六条 执行中遇上级政策调整的，以上级政策为准。
`;

const HEADINGS = `乙市公共浴室工作指引

为了进一步加强公共浴室卫生管理，保障顾客健康，根据省有关规定，制定本指引。
一、基本情况
全市现有浴室四百家，多数开办在老城区。
二、基本原则
浴室管理坚持服务群众、分类指导。
（一）坚持价格公开。经营者应当在醒目处公布收费项目和标准，不得强制消费。
（二）坚持卫生优先。经营者应当每日清洗消毒浴池，浴池水循环净化，水质不合格的不得开放。
三、工作任务
合理布点。在步行十分钟范围内已有同类浴室的，原则上不再新设浴室。
（一）改善设施
一是浴室应当设置通风、防滑设施。
二是锅炉应当定期检验，设置紧急呼叫设施。
（二）申请条件：
1.有固定场所；
2.有卫生许可证。
本指引执行中如遇上级政策调整，以上级政策为准。
`;

describe("two documents of different form", () => {
  test("are aligned by what they say", () => {
    const comparison = compared(ARTICLES, HEADINGS);
    expect(comparison.relation).toBe("documents");
    expect(rowsOf(comparison.provisions)).toEqual([
      "changed* 第一条 → 前言",
      "added 无 → 一",
      "added 无 → 二、首段",
      "changed* 第三条 → 二（一）",
      "changed* 第二条 → 二（二）",
      "changed* 第四条 → 三、首段",
      "changed* 第五条 → 三（一）",
      "added 无 → 三（二）",
      "changed* 第六条 → 末段",
    ]);
  });

  test("another chapter is no move where nothing was moved", () => {
    const kinds = compared(ARTICLES, HEADINGS).provisions.map(({ kind }) => kind);
    expect(kinds).not.toContain("moved");
  });
});

describe("units", () => {
  const labelsOf = (text: string): readonly string[] =>
    unitsOf(documentOf(text)).provisions.map(({ provision }) => provision.label);

  test("articles with all below them", () => {
    expect(
      labelsOf(
        "办法\n第一条 有下列情形之一的：\n（一）甲；\n（二）乙。\n另有规定的除外。\n第二条 本办法自公布之日起施行。\n",
      ),
    ).toEqual(["第一条", "第二条"]);
  });

  test("lowest headings, the text in front of them, and what frames the rules", () => {
    expect(labelsOf(HEADINGS)).toEqual([
      "前言",
      "一",
      "二、首段",
      "二（一）",
      "二（二）",
      "三、首段",
      "三（一）",
      "三（二）",
      "末段",
    ]);
    expect(unitsOf(documentOf(HEADINGS)).headings.map(({ provision }) => provision.label)).toEqual([
      "二",
      "三",
    ]);
  });

  test.each([
    ["articles", ARTICLES],
    ["headings", HEADINGS],
    ["chapters", LAW],
    ["letter", `关于印发指引的通知\n各县区：\n现印发给你们。\n某局\n2024年1月2日\n\n${HEADINGS}`],
    [
      "Markdown",
      "# 办法\n\n2020年1月1日 公布\n\n<!-- INFO END -->\n\n## 第一章 总 则\n\n第一条 甲。\n\n乙款。\n\n## 第二章\n\n第二条 乙。",
    ],
    ["residue and blanks", "　\n\n　　[bookmark: _GoBack]一、总则\n　　（一）甲。\n\n\n（二）乙。　\n\n"],
    ["plain", "今天下雨。\n明天也下雨。"],
    ["blank", " \n\n"],
    ["empty", ""],
  ])("tile the text: %s", (_, text) => {
    const { tiles } = unitsOf(documentOf(text));
    expect(tiles.map(({ span }) => text.slice(span.start, span.end)).join("")).toBe(
      tiles.length === 0 ? "" : text,
    );
    for (const { span, inner } of tiles) {
      expect(span.start <= inner.start && inner.end <= span.end).toBe(true);
    }
    expect(tiles.length > 0 || text.trim() === "").toBe(true);
  });
});
