import type { DiagnosticTable } from "../../../language/index.ts";
import { judge, reportedDecisions, smallWorld, startRun } from "../../evaluate/index.ts";
import type { AnalysisFinding, FindingPlace } from "../../model/analysis.ts";
import type { Facts } from "../../model/facts.ts";
import type { Case, Decision } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "../checks/check.ts";
import { findings, placeOf } from "../checks/finding.ts";
import { decideEveryWay, type Effort } from "./decide.ts";

const EXAMPLE = (condition: string): string =>
  exampleFile(
    `【规则】重点核查
门店有下列情形之一的，纳入退出：
（一）存在重大风险；
（二）${condition}。`,
    `【对象】门店
存在重大风险：是否（由市医疗保障局裁量）；
店员人数：整数（人）。`,
    `【用例】尚未认定
设基准日为2026年1月1日；
设门店「甲」：店员人数为9人；
则「甲」重点核查需裁量。
【完】`,
  );

const catalogue = {
  "discretion-indifferent": {
    severity: "info",
    message: "{where}“{rule}”的结果有{open}项需裁量，其中{same}项无论如何裁量结果都相同（{results}）；{rest}",
    why: "结果不取决于裁量的，不必等有权机关作出判断就可以办理；规则把它列为需裁量，说明条件之间相互补足，可以考虑写得更简单。",
    bad: EXAMPLE("不存在重大风险"),
    good: EXAMPLE("店员人数为0人"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Results that are left to somebody and are the same however they are decided: of the register, else of the 用例. */
export const discretionIndifferent: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const { program, facts, probe } = context;
    const sources: readonly Source[] =
      facts === null
        ? program.cases.flatMap((each) => (each.readings.size > 0 ? [] : [sourceOf(each, probe.at)]))
        : [{ facts, at: probe.at, nameOf: (id) => id }];
    const effort: Effort = { left: MOST_JUDGEMENTS };
    const where = facts === null ? "按用例所设的情形，" : "按现有记录，";
    return reportedDecisions(program).flatMap((decision) =>
      findingOn(context, where, sources, decision, effort),
    );
  },
};

/** Records that are looked at: a register, or what a 用例 sets. */
interface Source {
  readonly facts: Facts;
  readonly at: Day;
  /** How a record of it is told. */
  readonly nameOf: (id: string) => string;
}

const sourceOf = (each: Case, at: Day): Source => ({
  facts: smallWorld({
    records: each.records.map((record) => ({ ...record, source: `用例“${each.name}”` })),
    distances: each.distances,
    recordedReasons: each.recordedReasons,
    parameters: new Map(
      each.parameters.map(({ name }) => [
        name,
        each.parameters.flatMap(({ name: other, region, value }) =>
          other === name ? [{ from: null, region, value, source: null }] : [],
        ),
      ]),
    ),
  }),
  at: each.referenceDate ?? at,
  nameOf: (id) => `“${each.name}”中的「${id}」`,
});

/** Over all records: what is not reached within them is said to be unexamined. */
const MOST_JUDGEMENTS = 4000;
const MOST_NAMED = 10;

const findingOn = (
  { program }: CheckContext,
  where: string,
  sources: readonly Source[],
  decision: Decision,
  effort: Effort,
): readonly AnalysisFinding[] => {
  if (decision.kind === "indicator" || decision.kind === "ranking") return [];
  const same: { readonly id: string; readonly result: string }[] = [];
  let open = 0;
  let unexamined = 0;
  for (const { facts, at, nameOf } of sources) {
    const run = startRun(program, facts, at);
    for (const record of facts.records(decision.object)) {
      if (judge(run, decision.id, record).status !== "需裁量") continue;
      open += 1;
      const decided = decideEveryWay(program, facts, at, decision, record, effort);
      if (decided.kind === "same") same.push({ id: nameOf(record.id), result: decided.result });
      if (decided.kind === "unexamined") unexamined += 1;
    }
  }
  const places = [placeOf(program, decision, decision.origin)];
  if (same.length === 0) return unexamined === 0 ? [] : [notExamined(where, decision.id, unexamined, places)];
  const results = [...new Set(same.map(({ result }) => result))].map(
    (result) => `${result}：${idsOf(same.filter((each) => each.result === result).map(({ id }) => id))}`,
  );
  return [
    finding(
      "discretion-indifferent",
      {
        where,
        rule: decision.id,
        open,
        same: same.length,
        results: results.join("；"),
        rest:
          unexamined > 0
            ? `另有${unexamined}项涉及的问题较多，没有逐一试过。`
            : open > same.length
              ? "其余的取决于裁量。"
              : "不必等待裁量即可办理。",
      },
      { certainty: "shown", places },
    ),
  ];
};

/** What was not tried is no result: it is said. */
const notExamined = (
  where: string,
  rule: string,
  count: number,
  places: readonly FindingPlace[],
): AnalysisFinding => {
  const reason = "涉及的问题较多，或者要看其他记录，没有逐一试过。";
  return {
    code: "discretion-indifferent",
    severity: "info",
    certainty: "undecided",
    message: `${where}“${rule}”有${count}项需裁量的结果，是否无论如何裁量都相同，未能判定：${reason}`,
    places,
    witness: null,
    suggestions: [],
    reason,
  };
};

const idsOf = (ids: readonly string[]): string =>
  `${ids.slice(0, MOST_NAMED).join("、")}${ids.length > MOST_NAMED ? `等${ids.length}项` : ""}`;
