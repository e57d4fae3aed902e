import { beforeAll, describe, expect, test } from "vitest";
import { cutCsv } from "../../../../compiler/data/index.ts";
import { compile, evaluate, loadFacts, readDay } from "../../../../compiler/index.ts";
import { conflictsOfRow, partnerInWords } from "../../../../editor/components/run/conflicts.ts";
import { shownRow } from "../../../../editor/components/run/result-text.ts";
import { createEvaluation } from "../../../../editor/worker/evaluation/session.ts";
import type { Evaluation, ResultFilter, RunResults } from "../../../../editor/worker/worker-api.ts";
import { quiet } from "./cities.ts";

const POLICY = `【政策】
名称：示例市夜间施工管理办法；
地区：示例市；
制定机关：示例市生态环境局；
阶段：正式；
印发日期：2024年12月20日；
施行：2025年1月1日；
【对象】施工申请
夜间施工：是否；
抢险作业：是否。
【措施】
批准施工。
【完】
示例市夜间施工管理办法

第一条　夜间施工的，不得批准。

【规则】夜间施工限制
施工申请夜间施工的，不得批准施工。
【完】
第二条　抢险作业的，应当批准。

【规则】抢险施工
抢险作业的施工申请，应当批准施工。
【完】
第三条　任何施工都可以批准。

【规则】一般施工
施工申请，可以批准施工。
【完】
`;

const TEXTS = { path: "办法/2025.tiaowen", text: POLICY, vocabularies: [] };
const FILES = [
  {
    name: "施工申请.csv",
    bytes: new TextEncoder().encode("编号,夜间施工,抢险作业\n丙,是,是\n甲,是,否\n乙,否,是\n"),
  },
];
const EVERYTHING: ResultFilter = {
  text: "",
  statuses: [],
  decision: null,
  region: null,
  record: null,
  provision: null,
  contradicting: false,
};

let session: Evaluation;
let results: RunResults;
beforeAll(async () => {
  session = createEvaluation();
  const refused = await session.setPolicy(TEXTS, 1);
  if (refused.length > 0) throw new Error(refused.join("\n"));
  await session.load(FILES, []);
  results = (await session.run("2025-06-01", null, quiet))!;
});

const rowOf = (id: string, rule: string): number =>
  Array.from(results.decision.keys()).find(
    (row) =>
      results.records[results.record[row]!]!.id === id &&
      results.decisions[results.decision[row]!]!.rule === rule,
  )!;

describe("measures that contradict each other", () => {
  test("are those of the interpreter, in its order", () => {
    const { program } = compile({ policy: { name: TEXTS.path, text: POLICY }, vocabularies: [] });
    const { facts } = loadFacts(program!, FILES);
    const expected = evaluate(program!, facts, { at: readDay("2025-06-01")! }).conflicts;
    const side = ({ row, modality }: RunResults["conflicts"][number]["left"]) => {
      const { rule, provision } = results.decisions[results.decision[row]!]!;
      return { rule, provision, modality };
    };
    const found = results.conflicts.map(({ measure, left, right }) => {
      const { object, id } = results.records[results.record[left.row]!]!;
      expect(results.record[right.row]).toBe(results.record[left.row]);
      return { object, id, measure, left: side(left), right: side(right) };
    });
    expect(found).toEqual(expected);
    expect(found.map(({ id, left }) => `${id} ${left.rule}`).sort()).toEqual([
      "丙 一般施工",
      "丙 抢险施工",
      "甲 一般施工",
    ]);
  });

  test("alone are shown when they are asked for", async () => {
    const order = { key: "record", descending: false, group: "none" } as const;
    const { rows } = await session.view({ ...EVERYTHING, contradicting: true }, order);
    expect([...rows].sort((left, right) => left - right)).toEqual(
      [
        rowOf("丙", "夜间施工限制"),
        rowOf("丙", "抢险施工"),
        rowOf("丙", "一般施工"),
        rowOf("甲", "夜间施工限制"),
        rowOf("甲", "一般施工"),
      ].sort((left, right) => left - right),
    );
  });

  test("name their partner", () => {
    const row = rowOf("丙", "抢险施工");
    const [conflict] = conflictsOfRow(results, row);
    expect(partnerInWords(results, conflict!)).toBe("与规则“夜间施工限制”（不得批准施工，第一条）相互冲突");
    expect(shownRow(results, row)).toMatchObject({
      words: "与“夜间施工限制”冲突：应当批准施工",
      title: "应当批准施工；与规则“夜间施工限制”（不得批准施工，第一条）相互冲突",
    });
    expect(shownRow(results, rowOf("甲", "夜间施工限制")).words).toBe("与“一般施工”冲突：不得批准施工");
    expect(conflictsOfRow(results, rowOf("乙", "抢险施工"))).toEqual([]);
    expect(shownRow(results, rowOf("乙", "抢险施工")).words).toBe("应当批准施工");
  });

  test("stand in every export", async () => {
    const rows = Uint32Array.of(rowOf("甲", "夜间施工限制"), rowOf("乙", "抢险施工"));
    const read = async (format: "csv" | "html"): Promise<string> =>
      new TextDecoder().decode((await session.export(format, rows)).bytes);
    const lines = cutCsv((await read("csv")).replaceAll("\r\n", "\n"));
    expect(lines.map(({ cells }) => cells!.at(-1))).toEqual([
      "冲突",
      "与可以（一般施工，第三条）相互冲突",
      "",
    ]);
    const page = await read("html");
    expect(page).toContain("可以（一般施工，第三条）");
    expect(page).not.toContain("应当（抢险施工，第二条）与");
  });
});
