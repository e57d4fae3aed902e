import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outline, type OutlineNode, type PolicyView } from "../../../compiler/ide/index.ts";
import { applyEdits, edits, policyLikeText } from "../../generators/policy-text.ts";
import { cityViews, mudanjiangView } from "./city-views.ts";
import { viewOf } from "./view.ts";

const all = (nodes: readonly OutlineNode[]): readonly OutlineNode[] =>
  nodes.flatMap((node) => [node, ...all(node.children)]);

const nodeOf = (view: PolicyView, id: string): OutlineNode =>
  all(outline(view)).find((node) => node.id === id)!;

const POLICY = `【政策】示例
名称：示例办法；
施行：2025年1月1日。
【对象】医药机构
业务量：整数（笔）。
【措施】
退出。
【完】
示例办法

第一章　总则

第一条　医药机构业务量过少的，纳入退出范围。
【规则】退出
医药机构业务量为0笔的，退出。
【完】

第二条　本办法由市局解释。

第二章　附则

第三条　本办法自发布之日起施行。
【说明】程序。施行日期。
【完】
（一）甲类；
（二）乙类。
`;

describe("the outline", () => {
  test("shows levels, provisions and blocks with their states", () => {
    const shown = (nodes: readonly OutlineNode[], depth = 0): readonly string[] =>
      nodes.flatMap((node) => [
        `${"  ".repeat(depth)}${node.label} ${node.state ?? "—"}`,
        ...shown(node.children, depth + 1),
      ]);
    expect(shown(outline(viewOf(POLICY)))).toEqual([
      "政策 示例 —",
      "对象 医药机构 —",
      "措施 —",
      "第一章　总则 部分处理",
      "  第一条 已编码",
      "    第一款 已编码",
      "    规则 退出 —",
      "  第二条 未处理",
      "    第一款 未处理",
      "第二章　附则 程序",
      "  第三条 程序",
      "    第一款 程序",
      "      说明 程序 —",
      "      第（一）项 程序",
      "      第（二）项 程序",
    ]);
  });

  test("tells the first words, and a title in place of them", () => {
    const view = viewOf(POLICY);
    expect(nodeOf(view, "2").words).toBe("本办法由市局解释。");
    expect(nodeOf(view, "第一章")).toMatchObject({ label: "第一章　总则", words: "" });
  });

  test("carries the worst finding up", () => {
    const view = viewOf(POLICY.replace("业务量为0笔的，退出", "业务数为0笔的，退出"));
    const block = all(outline(view)).find(({ keyword }) => keyword === "规则")!;
    expect([block.worst, nodeOf(view, "1").worst, nodeOf(view, "第一章").worst]).toEqual([
      "error",
      "error",
      "error",
    ]);
    expect(nodeOf(view, "第二章").worst).not.toBe("error");
  });

  test("has every provision and every block of the cities once", () => {
    for (const view of cityViews) expect(idsOf(view)).toEqual(expectedIds(view));
  });

  test("gives a chapter of the city the state of what is in it", () => {
    expect(nodeOf(mudanjiangView, "第一章").state).toBe("引用");
    expect(nodeOf(mudanjiangView, "第六章").state).toBe("已编码");
  });

  test("has every provision and every block of any text once", () => {
    fc.assert(
      fc.property(policyLikeText, (text) => {
        const view = viewOf(`【政策】\n名称：试。\n【完】\n${text}`);
        expect(idsOf(view)).toEqual(expectedIds(view));
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(edits, (changes) => {
        const view = viewOf(applyEdits(POLICY, changes));
        expect(idsOf(view)).toEqual(expectedIds(view));
      }),
      { numRuns: 150 },
    );
  });
});

const idsOf = (view: PolicyView): readonly string[] =>
  all(outline(view))
    .map(({ id }) => id)
    .sort();

const expectedIds = ({ file }: PolicyView): readonly string[] =>
  [
    ...file.document.provisions.map(({ path }) => path),
    ...file.segments.blocks.map(({ span }) => `block:${span.start}`),
  ].sort();
