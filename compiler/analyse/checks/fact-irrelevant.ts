import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding, FindingPlace, Suggestion } from "../../model/analysis.ts";
import type { Decision, Program } from "../../model/ir.ts";
import { decisionsBehind, visitDecision } from "../../model/walk.ts";
import { exampleFile } from "../../resolve/example.ts";
import { contentKey, written } from "../content-key.ts";
import type { SideResult } from "../difference-query.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { otherThanAdopted } from "./condition-readings.ts";
import { findings, labelOf, placeOf } from "./finding.ts";
import { withoutInput } from "./fact-edit.ts";
import { inputsOf, type Input } from "./fact-inputs.ts";
import { matters } from "./fact-tried.ts";
import { variantsOf } from "./fact-variants.ts";

const RULE = (condition: string): string =>
  exampleFile(`【规则】少量机构
医药机构${condition}的，应当限期整改。`);

const LIMIT = `【参数】床位标准
单位为张，由市医疗保障局确定。`;

const catalogue = {
  "fact-irrelevant": {
    severity: "info",
    message:
      "规则用到“{name}”，但是无论它是什么，{rules}的结果都相同。请核对条件是否写错；确实不需要的，可以不再要求填报。",
    why: "要求填报而不影响结果的事实，增加申请人和经办人员的负担；也可能是条件写错，使这项事实失去了作用。",
    bad: RULE("提出续签申请且业务量低于100笔，或者未提出续签申请且业务量低于100笔"),
    good: RULE("提出续签申请且业务量低于100笔"),
  },
  "parameter-irrelevant": {
    severity: "info",
    message:
      "规则用到参数“{name}”，但是无论取何值，{rules}的结果都相同。请核对条件是否写错；确实不需要的，不必再由有权机关确定。",
    why: "留待有权机关确定的标准，如果取什么值结果都一样，就不必确定；也可能是条件写错，使标准失去了作用。",
    bad: exampleFile(
      `【规则】少量机构
医药机构业务量低于100笔，或者业务量低于100笔且床位数低于床位标准的，应当限期整改。`,
      LIMIT,
    ),
    good: exampleFile(
      `【规则】少量机构
医药机构业务量低于100笔且床位数低于床位标准的，应当限期整改。`,
      LIMIT,
    ),
  },
  "discretion-irrelevant": {
    severity: "info",
    message:
      "{name}，但是无论如何裁量，{rules}的结果都相同。请核对条件是否写错；确实不需要的，不必再作判断。",
    why: "要求有权机关判断而不影响结果的，判断没有意义；也可能是条件写错，使判断失去了作用。",
    bad: exampleFile(
      `【规则】少量机构
示例机构情形严重且业务量低于100笔，或者未情形严重且业务量低于100笔的，应当限期整改。`,
      `【对象】示例机构
业务量：整数（笔）；
情形严重：是否（由市医疗保障局裁量）。`,
    ),
    good: exampleFile(
      `【规则】少量机构
示例机构情形严重且业务量低于100笔的，应当限期整改。`,
      `【对象】示例机构
业务量：整数（笔）；
情形严重：是否（由市医疗保障局裁量）。`,
    ),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Facts, open parameters, judgements and readings that rules ask for and that never change what a rule says. */
export const factIrrelevant: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    for (const input of inputsOf(context.program)) {
      if (await neverMatters(context, input))
        found.push(irrelevant(context.program, input, await withoutInput(context, input)));
    }
    return found;
  },
};

/** Tried on samples first: one changed result ends the question. Then every rule that reads it is asked about. */
const neverMatters = async (context: CheckContext, input: Input): Promise<boolean> => {
  const { verdicts } = context.probe;
  const key = keyOf(context, input);
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const found = await findOut(context, input);
  if (found !== null) verdicts.set(key, found);
  return found ?? false;
};

/** Everything that the answer rests on. */
const keyOf = ({ program, probe }: CheckContext, { readers, ways, ...name }: Input): string => {
  const regional = name.kind === "parameter" ? program.parameters.get(name.name)?.regional : null;
  const reading = name.kind === "reading" ? program.readings.get(name.name)?.options : null;
  return `matters ${probe.at} ${probe.lastDay} ${written([name, ways, regional, reading])} ${contentKey(program, readers)}`;
};

/** Null where it stays open. */
const findOut = async (context: CheckContext, input: Input): Promise<boolean | null> => {
  const { program, probe } = context;
  if (input.readers.some((reader) => isBeyondProof(program, reader)) || matters(context, input)) return false;
  for (const way of input.ways) {
    const readings = otherThanAdopted(program, way);
    for (const reader of input.readers) {
      for (const variant of variantsOf(program, input, reader, readings)) {
        const asks = `decided results that differ by ${input.kind}`;
        const answer = await probe.canDiffer({ ...variant, wanted: settledApart, asks });
        if (answer.kind !== "never") return answer.kind === "found" ? false : null;
      }
    }
  }
  return true;
};

/** Rankings, sums and averages are not proved; nothing is said of what they read. */
const isBeyondProof = (program: Program, { id }: Decision): boolean =>
  decisionsBehind(program, id).some((decision) => {
    let beyond = decision.kind === "ranking";
    visitDecision(program, decision, {
      term: (term) => {
        beyond ||= term.kind === "aggregate" && term.function !== "count";
      },
    });
    return beyond;
  });

/** Both sides decide, and differently. */
const settledApart = (left: SideResult, right: SideResult): boolean =>
  isSettled(left) && isSettled(right) && (left.status !== right.status || left.value !== right.value);

const isSettled = ({ status }: SideResult): boolean =>
  status !== null && status !== "未知" && status !== "需裁量";

const irrelevant = (program: Program, input: Input, suggestions: readonly Suggestion[]): AnalysisFinding => {
  const names = [...new Set(input.readers.map(({ name }) => `“${name}”`))];
  const rules = names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join("、")}等` : names.join("、");
  const readers = input.readers.slice(0, MOST_NAMED).map((rule) => placeOf(program, rule, rule.origin));
  const parts = (own: FindingPlace | null) => ({
    certainty: "proved" as const,
    places: own === null ? readers : [own, ...readers],
    suggestions,
  });
  switch (input.kind) {
    case "fact":
      return input.judged
        ? finding(
            "discretion-irrelevant",
            { name: `规则用到由有权机关判断的“${input.field}”`, rules },
            parts(null),
          )
        : finding("fact-irrelevant", { name: input.field, rules }, parts(null));
    case "parameter": {
      const { origin } = program.parameters.get(input.name)!;
      const own = { rule: null, label: labelOf(program, origin), origin };
      return finding("parameter-irrelevant", { name: input.name, rules }, parts(own));
    }
    case "reading": {
      const { origin } = program.readings.get(input.name)!;
      const own = { rule: null, label: labelOf(program, origin), origin };
      return finding(
        "discretion-irrelevant",
        { name: `【理解】「${input.name}」列有不同读法`, rules },
        parts(own),
      );
    }
  }
};

const MOST_NAMED = 3;
