import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import type { MeasureRule } from "../../model/ir.ts";
import { evaluateCondition } from "../../evaluate/index.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { AS_ADOPTED } from "./condition-readings.ts";
import { samplesOf } from "./condition-samples.ts";
import { ordinaryAmounts } from "./condition-amounts.ts";
import { allOf, notThat, readingsFor, standing } from "./conditions.ts";
import { findings, ruleOf } from "./finding.ts";
import { withoutRule } from "./rule-edit.ts";
import { grouped, orderInWords, ordersOf, PairBudget, placesOf, type RuleOrder } from "./rule-pairs.ts";

const TWO = (second: string): string =>
  exampleFile(`【规则】少量机构
医药机构业务量低于100笔的，应当限期整改。
【规则】极少机构
医药机构${second}的，应当限期整改。`);

const catalogue = {
  "rule-duplicate": {
    severity: "info",
    message:
      "{first}成立时，{second}{also}，两条的措施（{order}）相同，前一条没有增加内容。请核对是否重复规定，或者其中一条的条件是否写错。",
    why: "两条规定管的是同一回事，一条已经包含另一条的，重复的一条不起作用；以后只修改其中一条，还会前后不一。",
    bad: TWO("业务量低于10笔"),
    good: TWO("结算额低于10元"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Rules that add nothing: whenever they hold, another one with the same order holds too. */
export const ruleDuplicate: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    const groups = grouped(ordersOf(context.program), ({ rule, order: { measure, modality } }) =>
      JSON.stringify([rule.object, measure, modality.force, modality.inPrinciple]),
    );
    const budget = new PairBudget();
    for (const group of groups) found.push(...(await duplicatesIn(context, group, budget)));
    const [first] = groups.flat();
    return first === undefined
      ? found
      : [...found, ...budget.leftOver("rule-duplicate", context.program, first.rule)];
  },
};

const duplicatesIn = async (
  context: CheckContext,
  group: readonly RuleOrder[],
  budget: PairBudget,
): Promise<readonly AnalysisFinding[]> => {
  if (group.length < 2) return [];
  const told = new Set<MeasureRule>();
  const found: AnalysisFinding[] = [];
  const samples = group.map(({ rule }) => sampled(context, rule));
  for (const [index, first] of group.entries()) {
    for (const [other, second] of group.entries()) {
      if (told.has(first.rule) || told.has(second.rule) || first.rule === second.rule) continue;
      if (refutes(samples[index]!, samples[other]!)) continue;
      if (budget.take(1) && (await isWithin(context, first.rule, second.rule))) {
        told.add(first.rule);
        budget.found(1);
        const same = await isWithin(context, second.rule, first.rule);
        found.push(duplicate(context, first, second, same));
      }
    }
  }
  return found;
};

/** What a rule says of every sampled record: holds, does not, or is not known. */
const sampled = ({ program, probe }: CheckContext, rule: MeasureRule): readonly string[] => {
  const condition = standing(program, rule);
  return samplesOf(probe)
    .runs(AS_ADOPTED)
    .flatMap((run) =>
      run.facts.records(rule.object).map((record) => evaluateCondition(run, condition, [record]).kind),
    );
};

const refutes = (first: readonly string[], second: readonly string[]): boolean =>
  first.some((kind, index) => kind === "true" && second[index] === "false");

/** The first rule can hold, and never without the second one. */
const isWithin = async (
  { program, probe }: CheckContext,
  first: MeasureRule,
  second: MeasureRule,
): Promise<boolean> => {
  const readings = readingsFor(program, [first.base, second.base]);
  if (readings === null) return false;
  const holds = standing(program, first);
  const other = standing(program, second);
  const condition = allOf(first.origin, [holds, notThat(other), ...ordinaryAmounts([holds, other])]);
  const { object } = first;
  if ((await probe.canHold({ object, condition, readings })).kind !== "never") return false;
  return (await probe.canHold({ object, condition: holds, readings })).kind === "found";
};

const duplicate = (
  { program }: CheckContext,
  first: RuleOrder,
  second: RuleOrder,
  same: boolean,
): AnalysisFinding =>
  finding(
    "rule-duplicate",
    {
      first: ruleOf(program, first.rule),
      second: ruleOf(program, second.rule),
      also: same ? "必然成立，反之也是" : "必然成立",
      order: orderInWords(first),
    },
    {
      certainty: "proved",
      places: placesOf(program, [first.rule, second.rule]),
      suggestions: [...withoutRule(program, first.rule), ...(same ? withoutRule(program, second.rule) : [])],
    },
  );
