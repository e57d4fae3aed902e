import { describe, expect, test } from "vitest";
import { canonicalRegister } from "../../../compiler/data/canonical-record.ts";
import { evaluate, loadFacts, compile, readDay } from "../../../compiler/index.ts";
import { generateJavaScript } from "../../../compiler/generate/javascript/index.ts";

const policy = `【政策】县区
名称：县区；
施行：2025年1月1日；
自称：本办法。
【对象】县区
名称：文本。
【对象】机构
年度费用：金额（元，两位小数）；
考核得分：数值（分，两位小数）；
所在县区：县区。
【措施】
约谈整改。
【指标】县区平均费用
县区的县区平均费用，为平均（该县区内的机构，年度费用）。
【指标】县区最高费用
县区的县区最高费用，为最大（该县区内的机构，年度费用）。
【排名】县区排名
同一所在县区的机构按照考核得分由高到低排名；仍相同的，并列；名次数舍去。
【完】

县区

第一条　按照本办法办理。

【规则】费用偏高
年度费用高于所在县区的县区平均费用的机构，应当约谈整改。
【规则】费用最高
年度费用不低于所在县区的县区最高费用的机构，应当约谈整改。
【规则】末位约谈
机构的县区排名位于后30％的，应当约谈整改。
【规则】首位约谈
机构的县区排名位于前2名的，应当约谈整改。
【完】
`;

const random = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

const csv = (name: string, fields: readonly string[], records: readonly Record<string, string>[]) => ({
  name: `${name}.csv`,
  bytes: new TextEncoder().encode(
    [fields, ...records.map((record) => fields.map((field) => JSON.stringify(record[field])))]
      .map((row) => row.join(","))
      .join("\n"),
  ),
});

const { program, diagnostics } = compile({
  policy: { name: "policy.tiaowen", text: policy },
  vocabularies: [],
});
if (program === null) throw new Error(JSON.stringify(diagnostics.map(({ message }) => message)));
const { text } = generateJavaScript(program).files[0]!;

const agree = async (files: Parameters<typeof loadFacts>[1]): Promise<void> => {
  const { facts } = loadFacts(program, files);
  const expected = evaluate(program, facts, { at: readDay("2025-06-01")! }).outcomes;
  const register = canonicalRegister(facts, program, "number");
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`
  )) as {
    createContext: (given: object) => object;
  } & Record<string, (record: object, context: object) => Record<string, string>>;
  const context = module.createContext({ at: "2025-06-01", records: register });
  const found = new Map(
    Object.entries(register).flatMap(([object, records]) =>
      records.map((record) => [record["编号"], module[`check${object}`]!(record, context)] as const),
    ),
  );
  expect(new Set(expected.map(({ status }) => status)).size).toBeGreaterThan(1);
  expect(expected.map(({ id, decision }) => [id, decision, found.get(id)![decision]])).toEqual(
    expected.map(({ id, decision, status }) => [id, decision, status]),
  );
};

/** Few amounts and marks, so that many tie or meet the mean; `missing` of each, `homeless` of the regions. */
const makeRecords = (seed: number, missing: number, homeless: number) => {
  const next = random(seed);
  const known = (value: string, share: number): string => (next() < share ? "" : value);
  return Array.from({ length: 60 }, (_, index) => ({
    编号: `J${(index * 37) % 101}`,
    年度费用: known((Math.floor(next() * 5) / 10).toFixed(2), missing),
    考核得分: known((60 + Math.floor(next() * 8) / 4).toFixed(2), missing),
    所在县区: known(`X${Math.floor(next() * 4)}`, homeless),
  }));
};

const REGIONS = Array.from({ length: 5 }, (_, index) => ({ 编号: `X${index}`, 名称: `第${index}县区` }));

describe.each([
  [0, 0],
  [0.1, 0],
  [0.1, 0.1],
])("sums and places of a register, %d of the numbers and %d of the regions missing", (missing, homeless) => {
  test.each([1, 2, 3, 4])("are those of the interpreter (register %d)", (seed) =>
    agree([
      csv("县区", ["编号", "名称"], REGIONS),
      csv("机构", ["编号", "年度费用", "考核得分", "所在县区"], makeRecords(seed, missing, homeless)),
    ]),
  );
});

test("they come from columns", () => {
  expect(text.match(/new Figures\(/g)).toHaveLength(2);
  expect(text.match(/new Places\(/g)).toHaveLength(1);
  expect(text.match(/new Quota\(/g)).toHaveLength(2);
});
