import { expect, test } from "vitest";
import { compare, compile, loadFacts, readDay, type Comparison } from "../../../compiler/index.ts";
import { comparisonMarkdown } from "../../../compiler/report/comparison/markdown.ts";
import { countsOf } from "../../../compiler/report/comparison/words-counts.ts";

const HEAD = `【政策】
名称：示例办法；
施行：自2025年1月24日起。
【对象】机构
业务量：整数（笔）；
得分：数值（分，两位小数）；
已经整改：是否。
【措施】
退出。
【完】

第一条　有关事项按照本办法办理。

`;

const REGISTER = [
  {
    name: "机构.csv",
    bytes: new TextEncoder().encode(
      "编号,业务量,得分,已经整改\n甲,50,80,是\n乙,50,70,否\n丙,150,60,否\n丁,150,90,是\n",
    ),
  },
];

const comparedOf = (before: string, after: string): Promise<Comparison> => {
  const [left, right] = [before, after].map((blocks) => {
    const compiled = compile({
      policy: { name: "示例.tiaowen", text: `${HEAD}${blocks}\n【完】\n` },
      vocabularies: [],
    });
    expect(compiled.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    return {
      file: compiled.file.source,
      compiled,
      facts: loadFacts(compiled.program!, REGISTER).facts,
    };
  });
  return compare(left!, right!, { at: readDay("2025-06-01")!, behaviour: false });
};

test("records whose result has another name only are told apart and not counted", async () => {
  const found = await comparedOf(
    "【规则】甲规则\n机构业务量低于100笔的，退出，但已经整改的除外。",
    "【规则】甲规则\n机构业务量低于200笔且未已经整改的，退出。",
  );
  const rows = found.impact!.changes.map(({ from, to, records, nominal }) => [from, to, records, nominal]);
  expect(rows).toEqual([
    ["不成立", "成立", ["丙"], false],
    ["不适用", "不成立", ["甲"], true],
  ]);
  expect(countsOf(found).impact).toEqual({ changed: 1, undecided: 0 });
  expect(comparisonMarkdown(found)).toContain("以下记录结果名目不同，实际不受影响：");
});

test("a ranking that only one side has is neither counted nor called unchanged", async () => {
  const rule = "【规则】甲规则\n机构业务量低于100笔的，退出。";
  const ranking = "\n【完】\n【排名】得分排名\n机构按得分由高到低排名；仍相同的，并列。";
  const found = await comparedOf(`${rule}${ranking}`, rule);
  expect(found.impact!.changes).toEqual([]);
  expect(found.impact!.unchangedRules).toEqual(["甲规则：退出"]);
  expect(found.impact!.uncountedRules).toEqual(["得分排名"]);
  expect(found.notes).toContain(
    "“得分排名”只有一份文件规定。排名、指标本身不改变对任何人的处理，没有计入对现有记录的影响；用到它们的规则已经计入。",
  );
});
