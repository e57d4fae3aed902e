import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import type { Parameter, Program, Term } from "../../model/ir.ts";
import { visitDecision } from "../../model/walk.ts";
import type { ParameterSensitivity, SensitivityStep } from "../../model/sensitivity.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "../checks/check.ts";
import { findings, placeOf } from "../checks/finding.ts";
import { decisionsOn, measure } from "./measure.ts";
import { Occurrences } from "./occurrences.ts";

const EXAMPLE = (limit: string): string =>
  exampleFile(`【规则】业务量过少
业务量低于${limit}的医药机构，纳入退出。`);

const catalogue = {
  "parameter-sensitivity": {
    severity: "info",
    message: "参数“{parameter}”没有确定（{owner}），{words}",
    why: "没有确定取值的标准，由谁、按多少掌握，直接决定哪些记录受影响。给出数据时，列明取值的界限和每一取值下各种结果的数量，供确定取值时参考；没有数据时，列明哪些规则取决于它。",
    bad: EXAMPLE("业务量标准"),
    good: EXAMPLE("100笔"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** What comes of the values of each parameter that nobody has set. */
export const parameterSensitivity: AnalysisCheck = {
  catalogue,
  find: async (context) =>
    [...context.program.parameters.values()]
      .filter(({ name, values }) => values.length === 0 && isRead(context.program, name))
      .map((parameter) => findingOn(context, parameter)),
};

/** One that no rule has in it, under any reading, is another matter. */
const isRead = (program: Program, parameter: string): boolean => {
  let found = false;
  const term = (each: Term): void => {
    found ||= each.kind === "parameter" && each.name === parameter;
  };
  for (const decision of program.decisions) visitDecision(program, decision, { term });
  return found;
};

const findingOn = ({ program, probe, facts }: CheckContext, parameter: Parameter): AnalysisFinding => {
  const sensitivity =
    facts === null ? structural(program, parameter) : measure(program, facts, probe.at, parameter);
  const { name, owner, origin } = parameter;
  const readers = program.decisions.filter(({ id }) => sensitivity.rules.includes(id));
  const places = [
    { ...placeOf(program, null, origin), rule: name },
    ...readers.slice(0, MOST_PLACES).map((each) => placeOf(program, each, each.origin)),
  ];
  const told = facts === null ? structuralWords(sensitivity) : measuredWords(sensitivity);
  return {
    ...finding(
      "parameter-sensitivity",
      { parameter: name, owner: ownerInWords(owner.name), words: "" },
      { certainty: facts !== null && tellsSomething(sensitivity) ? "shown" : "read", places },
    ),
    // The numbers are the finding: they are never cut.
    message: `参数“${name}”没有确定（${ownerInWords(owner.name)}），${told}`,
    sensitivity,
  };
};

/** More rules than these are told by name only. */
const MOST_PLACES = 3;

const ownerInWords = (owner: string): string => (owner === "未明确" ? "由谁确定未明确" : `由${owner}确定`);

const structural = (program: Program, { name, owner }: Parameter): ParameterSensitivity => ({
  parameter: name,
  owner: owner.name,
  rules: decisionsOn(program, new Occurrences(program, name)).map(({ id }) => id),
  steps: [],
  complete: false,
  how: "没有给出数据，只看哪些规则取决于它。",
});

const structuralWords = ({ rules }: ParameterSensitivity): string =>
  rules.length === 0
    ? IDLE
    : `${named(rules)}的结果取决于它；确定以前，取决于它的结果为需裁量。${BY_COMMAND}`;

/** How the numbers are had where there is no page to ask for them. */
export const BY_COMMAND = "用 tiaowen analyse 分析并以 --data 给出登记数据，可以算出取值在哪里影响多少记录。";

const IDLE = "按现在采用的读法，它的取值不影响任何规则的结果；改采其他读法时才会用到。";

const measuredWords = (sensitivity: ParameterSensitivity): string => {
  const { rules, steps } = sensitivity;
  if (rules.length === 0) return IDLE;
  if (movedBy(sensitivity) === 0) return changesInWords(sensitivity);
  const shown = tellingSteps(steps).map(
    (step) => `取值${step.range}时${step.results.map((each) => countsOf(each, rules.length)).join("，")}`,
  );
  return `取值影响现有记录的结果：${shown.join("；")}。${changesInWords(sensitivity)}`;
};

/** How many results change, and how that was found; the results themselves may stand in a table beside it. */
export const changesInWords = (sensitivity: ParameterSensitivity): string => {
  const { steps, complete, how } = sensitivity;
  const moved = movedBy(sensitivity);
  if (moved === 0) return `${unmovedWords(sensitivity)}${how}`;
  const cuts = steps.filter((step) => step.moved > 0).length;
  const found = complete ? `共有${cuts}处界限` : `在试过的取值之间找到${cuts}处变化`;
  return `${found}，经过时有${moved}项结果随之变化。${how}`;
};

const movedBy = ({ steps }: ParameterSensitivity): number => steps.reduce((sum, { moved }) => sum + moved, 0);

/** Nothing is said of the values by records that are not there, or of which too little is known. */
const unmovedWords = (sensitivity: ParameterSensitivity): string => {
  const judged = judgedOf(sensitivity);
  const unknown = judgedOf(sensitivity, "未知");
  const rules = named(sensitivity.rules);
  if (judged === 0) return `${rules}的结果取决于它，但数据中没有这些规则所涉的记录，看不出取值的影响。`;
  if (unknown === judged)
    return `${rules}的结果取决于它，但现有记录缺少判断所需的内容，${judged}项结果都是未知，看不出取值的影响；请先核对数据的列名和内容。`;
  const same = sensitivity.complete ? "取任何值结果都相同" : "在试过的取值中结果都相同";
  return unknown === 0
    ? `按现有记录，${same}。`
    : `按现有记录，${same}；其中${unknown}项缺少判断所需的内容，结果是未知，补齐以后可能不同。`;
};

const tellsSomething = (sensitivity: ParameterSensitivity): boolean =>
  judgedOf(sensitivity) > judgedOf(sensitivity, "未知") || sensitivity.steps.some(({ moved }) => moved > 0);

/** How many results there are at one value, or how many of them are so. */
const judgedOf = ({ steps: [first] }: ParameterSensitivity, only: string | null = null): number =>
  (first?.results ?? [])
    .flatMap(({ counts }) => counts)
    .filter(({ result }) => only === null || result === only)
    .reduce((sum, { count }) => sum + count, 0);

const countsOf = ({ rule, counts }: SensitivityStep["results"][number], rules: number): string =>
  `${rules > 1 ? `“${rule}”` : ""}${counts.map(({ result, count }) => `${result}${count}项`).join("、")}`;

/** The first, the last, and the one in whose course half of all results have moved. */
const tellingSteps = (steps: readonly SensitivityStep[]): readonly SensitivityStep[] => {
  if (steps.length <= 3) return steps;
  const all = steps.reduce((sum, { moved }) => sum + moved, 0);
  let sum = 0;
  const middle = steps.find(({ moved }) => (sum += moved) * 2 >= all);
  return [...new Set([steps[0]!, middle ?? steps[1]!, steps.at(-1)!])];
};

const named = (rules: readonly string[]): string => rules.map((rule) => `“${rule}”`).join("、");
