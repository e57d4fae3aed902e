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
  readonly kind: "delete" | "insert" | "edit" | "move" | "none";
  readonly at: number;
  readonly words: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("delete", "insert", "edit", "move", "none"),
  at: fc.nat(100),
  words,
});

const NEW_KEY = 1000;

/** The law after the mutation, and the kind that each article must be told as, where it is not just renumbered. */
const mutate = (
  { chapters }: Law,
  { kind, at, words: fresh }: Mutation,
): { law: Law; told: Map<number, string> } => {
  const all = chapters.flat();
  const chosen = all[at % all.length]!;
  const home = chapters.findIndex((articles) => articles.includes(chosen));
  const told = new Map<number, string>();
  const cited = all.some(({ cites }) => cites === chosen.key);
  switch (kind) {
    case "none":
      return { law: { chapters }, told };
    case "delete":
      if (cited || chapters[home]!.length < 3) return { law: { chapters }, told };
      told.set(chosen.key, "deleted");
      return {
        law: { chapters: chapters.map((articles) => articles.filter((one) => one !== chosen)) },
        told,
      };
    case "insert": {
      const added: Article = { key: NEW_KEY, words: `新设${fresh}`, cites: null };
      told.set(NEW_KEY, "added");
      return {
        law: {
          chapters: chapters.map((articles) =>
            articles.flatMap((one) => (one === chosen ? [one, added] : [one])),
          ),
        },
        told,
      };
    }
    case "edit": {
      const edited = { ...chosen, words: chosen.words.replace("，", "以及其他事项，") };
      told.set(chosen.key, "changed");
      return {
        law: { chapters: chapters.map((articles) => articles.map((one) => (one === chosen ? edited : one))) },
        told,
      };
    }
    case "move": {
      if (chapters.length < 2 || chapters[home]!.length < 4) return { law: { chapters }, told };
      const target = (home + 1) % chapters.length;
      told.set(chosen.key, "moved");
      return {
        law: {
          chapters: chapters.map((articles, index) =>
            index === target ? [...articles, chosen] : articles.filter((one) => one !== chosen),
          ),
        },
        told,
      };
    }
  }
};

/** What the comparison must say, worked out from the keys alone. */
const expectedRows = (left: Law, right: Law, told: ReadonlyMap<number, string>): readonly string[] => {
  const before = left.chapters.flat();
  const after = right.chapters.flat();
  const labelIn = (articles: readonly Article[], key: number): string | null => {
    const index = articles.findIndex((one) => one.key === key);
    return index < 0 ? null : `第${printNumeral(index + 1)}条`;
  };
  const keys = new Set([...before, ...after].map(({ key }) => key));
  return [...keys].map((key) => {
    const [one, other] = [labelIn(before, key), labelIn(after, key)];
    const isRenumbered = one !== null && other !== null && one !== other;
    const kind = told.get(key) ?? (isRenumbered ? "renumbered" : "unchanged");
    return `${kind}${isRenumbered ? "*" : ""} ${one ?? "无"} → ${other ?? "无"}`;
  });
};

describe("one mutation of a random law", () => {
  test("is the only change that is told, and the patch is exact", () => {
    fc.assert(
      fc.property(law, mutation, (left, change) => {
        const { law: right, told } = mutate(left, change);
        const [one, other] = [textOf(left), textOf(right)];
        const comparison = compareTexts(documentOf(one), documentOf(other));
        expect(rowsOf(comparison.provisions).toSorted()).toEqual(expectedRows(left, right, told).toSorted());
        expect(applyPatch(one, comparison.patch)).toBe(other);
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
