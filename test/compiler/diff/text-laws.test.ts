import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyPatch, compareTexts } from "../../../compiler/diff/text/index.ts";
import { mirrorTexts } from "../../../compiler/diff/mirror.ts";
import { printNumeral } from "../../../language/index.ts";
import { documentOf, rowsOf } from "./text-fixtures.ts";

/** One article of a made-up law; `cites` names another one by its key. */
interface Article {
  readonly key: number;
  readonly words: string;
  readonly cites: number | null;
}

interface Law {
  readonly chapters: readonly (readonly Article[])[];
}

const NOUNS =
  "企业 职工 登记 机关 合同 期限 补助 审核 公示 资金 许可 备案 变更 转让 担保 债权 清算 保险 赔偿 财产 法院 仲裁 诉讼 抵押 租赁 运输 保管 合伙 继承 土地 业主 建筑 物业 河道 林木 车辆 食品 药品 学校 档案".split(
    " ",
  );

const clause = fc
  .array(fc.constantFrom(...NOUNS), { minLength: 3, maxLength: 6 })
  .map((nouns) => nouns.join(""));
const words = fc.array(clause, { minLength: 3, maxLength: 6 }).map((clauses) => `${clauses.join("，")}。`);

const lawOf = (drawn: readonly { words: string; cites: number | null }[], breaks: readonly number[]): Law => {
  const articles = drawn.map((article, key): Article => ({
    key,
    words: article.words,
    cites: article.cites === null ? null : article.cites % drawn.length,
  }));
  const chapters: Article[][] = [[]];
  for (const article of articles) {
    if (breaks.includes(article.key) && chapters.at(-1)!.length > 1) chapters.push([]);
    chapters.at(-1)!.push(article);
  }
  return { chapters };
};

const law = fc
  .tuple(
    fc.uniqueArray(fc.record({ words, cites: fc.option(fc.nat(30), { freq: 3 }) }), {
      minLength: 6,
      maxLength: 14,
      selector: (article) => article.words,
    }),
    fc.uniqueArray(fc.nat(14), { maxLength: 3 }),
  )
  .map(([drawn, breaks]) => lawOf(drawn, breaks));

const textOf = ({ chapters }: Law): string => {
  const numbers = new Map(chapters.flat().map(({ key }, index) => [key, index + 1]));
  const lines = chapters.flatMap((articles, index) => [
    `第${printNumeral(index + 1)}章 ${NOUNS[index]}规则`,
    ...articles.map(({ key, words: own, cites }) => {
      const cited = cites === null ? undefined : numbers.get(cites);
      const citation = cited === undefined ? "" : `依照第${printNumeral(cited)}条的规定执行。`;
      return `第${printNumeral(numbers.get(key)!)}条 ${own}${citation}`;
    }),
  ]);
  return `甲市管理办法\n\n${lines.join("\n")}\n`;
};

interface Mutation {
  readonly kind: "delete" | "insert" | "edit" | "move" | "split" | "merge" | "none";
  readonly at: number;
  readonly words: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("delete", "insert", "edit", "move", "split", "merge", "none"),
  at: fc.nat(100),
  words,
});

const NEW_KEY = 1000;

/** The law after the mutation, and the rows that it must be told with; the others are at most renumbered. */
interface Mutated {
  readonly law: Law;
  readonly told: readonly Told[];
}

/** Keys of the articles on both sides; none where the article is new or gone. */
interface Told {
  readonly kind: string;
  readonly left: number | null;
  readonly right: number | null;
}

const mutate = (before: Law, { kind, at, words: fresh }: Mutation): Mutated => {
  const { chapters } = before;
  const all = chapters.flat();
  const chosen = all[at % all.length]!;
  const { key } = chosen;
  const home = chapters.findIndex((articles) => articles.includes(chosen));
  const unchanged: Mutated = { law: before, told: [] };
  const isCited = (article: Article): boolean => all.some(({ cites }) => cites === article.key);
  const replaced = (by: readonly Article[], gone: readonly Article[] = [chosen]): Law => ({
    chapters: chapters.map((articles) =>
      articles.flatMap((one) => (one === chosen ? by : gone.includes(one) ? [] : [one])),
    ),
  });
  switch (kind) {
    case "none":
      return unchanged;
    case "delete":
      if (isCited(chosen) || chapters[home]!.length < 3) return unchanged;
      return { law: replaced([]), told: [{ kind: "deleted", left: key, right: null }] };
    case "insert": {
      const added: Article = { key: NEW_KEY, words: `新设${fresh}`, cites: null };
      return { law: replaced([chosen, added]), told: [{ kind: "added", left: null, right: NEW_KEY }] };
    }
    case "edit": {
      const edited = { ...chosen, words: chosen.words.replace("，", "以及其他事项，") };
      return { law: replaced([edited]), told: [{ kind: "changed", left: key, right: key }] };
    }
    case "move": {
      if (chapters.length < 2 || chapters[home]!.length < 4) return unchanged;
      const target = (home + 1) % chapters.length;
      const moved = chapters.map((articles, index) =>
        index === target ? [...articles, chosen] : articles.filter((one) => one !== chosen),
      );
      return { law: { chapters: moved }, told: [{ kind: "moved", left: key, right: key }] };
    }
    case "split": {
      const clauses = chosen.words.slice(0, -1).split("，");
      if (isCited(chosen) || chosen.cites !== null || clauses.length < 6) return unchanged;
      const part = (from: number, to: number): string => `${clauses.slice(from, to).join("，")}。`;
      const parts = [
        { ...chosen, words: part(0, 3) },
        { ...chosen, key: NEW_KEY, words: part(3, 6) },
      ];
      return {
        law: replaced(parts),
        told: parts.map((own) => ({ kind: "split", left: key, right: own.key })),
      };
    }
    case "merge": {
      const next = chapters[home]![chapters[home]!.indexOf(chosen) + 1];
      if (next === undefined || [chosen, next].some((one) => one.cites !== null || isCited(one)))
        return unchanged;
      const merged = { ...chosen, words: chosen.words + next.words };
      return {
        law: replaced([merged], [next]),
        told: [key, next.key].map((own) => ({ kind: "merged", left: own, right: key })),
      };
    }
  }
};

/** What the comparison must say, worked out from the keys alone. */
const expectedRows = (left: Law, { law: right, told }: Mutated): readonly string[] => {
  const labelsIn = (law: Law): Map<number, string> =>
    new Map(law.chapters.flat().map(({ key }, index) => [key, `第${printNumeral(index + 1)}条`]));
  const [before, after] = [labelsIn(left), labelsIn(right)];
  const others = [...before.keys()]
    .filter((key) => told.every((row) => row.left !== key && row.right !== key))
    .map((key): Told => ({
      kind: before.get(key) === after.get(key) ? "unchanged" : "renumbered",
      left: key,
      right: key,
    }));
  return [...told, ...others].map((row) => {
    const one = row.left === null ? undefined : before.get(row.left);
    const other = row.right === null ? undefined : after.get(row.right);
    const isRenumbered = one !== undefined && other !== undefined && one !== other;
    return `${row.kind}${isRenumbered ? "*" : ""} ${one ?? "无"} → ${other ?? "无"}`;
  });
};

describe("one mutation of a random law", () => {
  test("is the only change that is told, and the patch is exact", () => {
    fc.assert(
      fc.property(law, mutation, (left, change) => {
        const mutated = mutate(left, change);
        const [one, other] = [textOf(left), textOf(mutated.law)];
        const comparison = compareTexts(documentOf(one), documentOf(other));
        expect(rowsOf(comparison.provisions).toSorted()).toEqual(expectedRows(left, mutated).toSorted());
        expect(applyPatch(one, comparison.patch)).toBe(other);
        const back = compareTexts(documentOf(other), documentOf(one));
        expect(mirrorTexts(comparison, one, other)).toEqual(back);
      }),
      { numRuns: 300 },
    );
  });
});

const LINES = [
  "第一章 总则",
  "第二章 附则",
  "第一条 甲方应当按期付款。",
  "第二条 甲方应当按期付款。",
  "第三条 有下列情形之一的，责令改正：",
  "（一）未按期付款的；",
  "（二）拒不交货的。",
  "一、基本原则",
  "二、工作任务",
  "（一）坚持公开。收费标准应当公开。",
  "1.收费标准应当公开。",
  "— 3 —",
  "某市管理办法",
  "2024年1月2日",
  "某市人民政府",
  "附件",
  "收费标准表",
  "甲方应当按期付款，乙方应当按期交货。",
  "依照第三条第一款第（二）项处理。",
  "　　",
  "",
  "| 名称 | 分值 |",
  "## 第三章 罚则",
  "[bookmark: _GoBack]（三）其他情形。",
];

const anyText = fc
  .array(fc.constantFrom(...LINES), { maxLength: 24 })
  .chain((lines) => fc.constantFrom("\n", "\n\n", "\r\n").map((end) => lines.join(end)));

describe("any two texts", () => {
  test("the patch makes the right text of the left one", () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        const { patch } = compareTexts(documentOf(left), documentOf(right));
        expect(applyPatch(left, patch)).toBe(right);
      }),
      { numRuns: 400 },
    );
  });

  test("compared the other way round, everything is told the other way round", () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        const there = mirrorTexts(compareTexts(documentOf(left), documentOf(right)), left, right);
        const back = compareTexts(documentOf(right), documentOf(left));
        expect(there).toEqual(back);
      }),
      { numRuns: 400 },
    );
  });

  test("every provision of each side is told, and a text against itself is unchanged", () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        const { provisions } = compareTexts(documentOf(left), documentOf(right));
        const same = compareTexts(documentOf(left), documentOf(left));
        expect(new Set(provisions.flatMap((row) => row.left?.path ?? []))).toEqual(
          new Set(same.provisions.map((row) => row.left?.path)),
        );
        expect(same.provisions.every(({ kind, edits }) => kind === "unchanged" && edits.length === 0)).toBe(
          true,
        );
        expect(same.furniture).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
