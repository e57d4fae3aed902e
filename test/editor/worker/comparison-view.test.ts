import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { comparisonPage } from "../../../compiler/report/comparison/html/page.ts";
import { readDocument } from "../../../language/index.ts";
import { createComparison } from "../../../editor/worker/comparison/session.ts";
import { comparisonView } from "../../../editor/worker/comparison/view/view.ts";
import type {
  ComparedCell,
  ComparedTexts,
  Comparison,
  ComparisonView,
  OutlineNode,
  PolicyTexts,
} from "../../../editor/worker/worker-api.ts";
import { mudanjiang, yangjiang, type City } from "../../support/city.ts";
import { projectFolder } from "../../support/tiaowen.ts";
import { POLICY, replaced } from "../../compiler/diff/compare-sample.ts";

const VOCABULARY = "policies/vocabulary/医保定点.tiaowen";

const textsOf = ({ policy }: City): PolicyTexts => ({
  path: policy.name,
  text: policy.text,
  vocabularies: [{ path: VOCABULARY, text: readFileSync(join(projectFolder, VOCABULARY), "utf8") }],
});

const plain = (path: string, text: string): PolicyTexts => ({ path, text, vocabularies: [] });

const pair = (
  left: PolicyTexts,
  right: PolicyTexts,
  leftData: ComparedTexts["leftData"] = [],
): ComparedTexts => ({ left, right, leftData, rightData: [], at: "2025-06-01", second: false });

interface Seen {
  readonly texts: ComparedTexts;
  readonly comparison: Comparison;
  readonly view: ComparisonView;
}

const seen = async (texts: ComparedTexts): Promise<Seen> => {
  const comparison = await createComparison().compare(texts, () => {});
  return { texts, comparison, view: comparisonView(comparison, texts) };
};

const samples = (text: string): Promise<Seen> =>
  seen(pair(plain("甲.tiaowen", POLICY), plain("乙.tiaowen", text)));

const dense = (text: string): string => text.replaceAll(/\s/gu, "");

const cellText = ({ paragraphs }: ComparedCell): string =>
  dense(
    paragraphs
      .flat()
      .map(({ text }) => text)
      .join(""),
  );

/** What a reader of the printed report sees, without white space. */
const printed = (comparison: Comparison): string =>
  dense(
    comparisonPage(comparison, { all: true })
      .replaceAll(/<style[\s\S]*?<\/style>/gu, "")
      .replaceAll(/<[^>]*>/gu, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&"),
  );

const SIDES = ["left", "right"] as const;

/** Holds for every comparison. */
const expectWhole = ({ comparison, view }: Seen): void => {
  for (const side of SIDES) {
    const rows = view.rows.filter(({ kind }) => kind === "provision");
    const shown = rows.flatMap((row) => row[side].span ?? []);
    const spans = new Set(comparison.provisions.flatMap((change) => change[side]?.span.start ?? []));
    expect(shown.length).toBeLessThanOrEqual(spans.size);
    for (const row of rows) {
      const { span } = row[side];
      if (span === null) {
        expect([cellText(row[side]), row[side].tag === null]).toEqual(["", false]);
        continue;
      }
      const text = dense(comparison[side].text.slice(span.start, span.end));
      if (row.change === "split" || row.change === "merged") {
        // Parts need not stand together: each of them is in the cell, nothing else is.
        const parts = comparison.provisions
          .flatMap((change) => change[side] ?? [])
          .filter((place) => place.span.start >= span.start && place.span.end <= span.end)
          .map((place) => dense(comparison[side].text.slice(place.span.start, place.span.end)));
        const left = [...new Set(parts)].reduce((rest, part) => rest.replace(part, ""), cellText(row[side]));
        expect(left).toBe("");
      } else expect(cellText(row[side])).toBe(text);
    }
    // Every provision is told, and none twice.
    const told = comparison.provisions.flatMap((change) => change[side] ?? []);
    for (const { span } of told) {
      const holders = rows.filter((row) => {
        const own = row[side].span;
        return own !== null && own.start <= span.start && span.end <= own.end;
      });
      expect(holders.length).toBeGreaterThan(0);
    }
    expect(new Set(shown.map(({ start }) => start)).size).toBe(shown.length);
  }
};

const nodesOf = (nodes: readonly OutlineNode[]): readonly OutlineNode[] =>
  nodes.flatMap((node) => [node, ...nodesOf(node.children)]);

describe("two cities", () => {
  let found: Seen;
  beforeAll(async () => {
    const folder = join(projectFolder, "policies/yangjiang/data");
    const data = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
    found = await seen(pair(textsOf(mudanjiang), textsOf(yangjiang), data));
  }, 60_000);

  test("every provision of both stands in the table once, letter for letter", () => {
    expectWhole(found);
    const { comparison, view } = found;
    for (const side of SIDES) {
      const document = readDocument({ name: "", text: comparison[side].text });
      const shown = view.rows.map((row) => cellText(row[side])).join("");
      for (const { pieces } of document.provisions)
        for (const { start, end } of pieces)
          expect(shown).toContain(dense(comparison[side].text.slice(start, end)));
    }
  });

  test("the tree has a node for every row, in its order", () => {
    expect(nodesOf(found.view.tree).map(({ id }) => id)).toEqual(found.view.rows.map(({ id }) => id));
    expect(found.view.tree.some(({ children }) => children.length > 0)).toBe(true);
  });

  test("rules, verdicts, witnesses, impact and figures are told in the words of the printed report", () => {
    const { view, comparison } = found;
    const page = printed(comparison);
    const words = [
      ...view.rules.flatMap(({ kind, message, severityWord, places }) => [
        kind,
        message,
        severityWord,
        places,
      ]),
      ...view.behaviour.filter(({ verdict }) => verdict !== "equivalent").map(({ line }) => line),
      ...view.behaviour.flatMap(({ witnesses, shown }) =>
        witnesses.slice(0, shown).flatMap(({ facts, left, right }) => [...facts, left.result, right.result]),
      ),
      ...(view.impact?.sections ?? []).map(({ total }) => total),
      ...view.tallies.map(({ name, number }) => `${name}${number}`),
      ...view.notes,
    ];
    expect(words.length).toBeGreaterThan(200);
    const missing = words.filter((each) => !page.includes(dense(each)));
    expect(missing).toEqual([]);
  });

  test("a rule leads to the row of its provision", () => {
    const { view } = found;
    const byId = new Map(view.rows.map((row) => [row.id, row]));
    const places = view.rules.flatMap(({ left, right }) => [left, right].filter((place) => place !== null));
    const reached = places.filter(({ row }) => row !== null);
    expect(reached.length).toBeGreaterThan(50);
    const articles = reached.flatMap(({ label, row }) => {
      const article = /^第[一二三四五六七八九十百]+条/u.exec(label)?.[0];
      return article === undefined ? [] : [{ article, row: byId.get(row!)!.label }];
    });
    expect(articles.length).toBeGreaterThan(20);
    expect(articles.filter(({ article, row }) => !row.includes(article))).toEqual([]);
  });

  test("two cities have heads of their own, which are no changes", () => {
    const furniture = found.view.rows.filter(({ kind }) => kind === "furniture");
    expect(furniture.length).toBeGreaterThan(0);
    expect(furniture.filter(({ isChanged }) => isChanged)).toEqual([]);
  });

  test("nothing but plain data crosses", () => {
    expect(structuredClone(found.view)).toEqual(found.view);
    expect(JSON.stringify(found.view).length).toBeLessThan(600_000);
  });
});

describe("two versions", () => {
  test("a changed limit is marked in both cells and told as a change", async () => {
    const found = await samples(replaced("低于100笔", "低于200笔"));
    expectWhole(found);
    const row = found.view.rows.find(({ label }) => label === "第一条")!;
    expect(row.isChanged).toBe(true);
    expect(row.left.paragraphs.flat()).toContainEqual({ text: "100笔", mark: "deleted" });
    expect(row.right.paragraphs.flat()).toContainEqual({ text: "200笔", mark: "added" });
    const [rule] = found.view.rules;
    expect([rule!.before, rule!.after, rule!.directionWord]).toEqual(["100笔", "200笔", "收紧"]);
    const different = found.view.behaviour.find(({ verdict }) => verdict !== "equivalent");
    expect(different!.word).toBe("更严");
    expect(different!.witnesses[0]!.left.caseText).toContain("【用例】");
  });

  test("the same text twice: nothing differs, and that is said", async () => {
    const { view } = await samples(POLICY);
    expect(view.isSame).toBe(true);
    expect(view.rows.filter(({ isChanged }) => isChanged)).toEqual([]);
    expect(view.rules).toEqual([]);
  });

  test("an article of its own is new on the right and stands empty on the left", async () => {
    const found = await samples(`${POLICY}第五条　药店应当每年报告。\n`);
    expectWhole(found);
    const row = found.view.rows.find(({ label }) => label === "第五条")!;
    expect([row.word, row.left.tag, row.left.span, cellText(row.right)]).toEqual([
      "新增",
      "新增",
      null,
      "第五条药店应当每年报告。",
    ]);
  });

  test("a side without rules: the words are compared, and why there is no more is said", async () => {
    const found = await seen(
      pair(plain("甲.tiaowen", POLICY), plain("乙.txt", "示例办法\n\n第一条　机构应当公示。\n")),
    );
    expectWhole(found);
    expect(found.view.impact).toBeNull();
    expect(found.view.withoutImpact).toBe("两份文件都写有规则，才能核对登记数据的结果有何不同。");
    expect(found.view.notes.join()).toContain("没有规则");
  });
});
