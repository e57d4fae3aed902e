import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import type { Condition } from "../../model/ir.ts";
import type { ProbeAnswer } from "../probe.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { ordinaryAmounts } from "./condition-amounts.ts";
import { allOf, readingsFor } from "./conditions.ts";
import { findings, ruleOf, undecided } from "./finding.ts";
import { connected, dutiesByFact, dutiesOf, followedIn, type Duty } from "./rule-duties.ts";
import { oneDutyLess, wordsOfDuty } from "./rule-duty-edit.ts";
import { exampleOf, PairBudget, pairWitness, placesOf } from "./rule-pairs.ts";

const TWO = (second: string): string =>
  exampleFile(`【规则】下限
民营的医药机构，应当业务量超过100笔。
【规则】上限
药店应当业务量${second}。`);

const catalogue = {
  "rule-impossible": {
    severity: "error",
    message:
      "{rules}。这几条可以同时适用于同一{object}，所要求的却不能同时做到{room}。例如{record}{others}，符合{kept}就不符合{broken}。请核对是否写错，或者写明各自适用于哪些情形。",
    why: "几条要求同时适用而内容互相排斥的，无论怎样做都违反其中一条，当事人无所适从，检查时也必然有一条不符合。",
    bad: TWO("低于50笔"),
    good: TWO("低于500笔"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Duties that can bind one record together, and that no record can fulfil together. */
export const ruleImpossible: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const duties = dutiesOf(context.program);
    const groups = dutiesByFact(context.program, duties);
    const followed = new Map(groups.flat().map((duty) => [duty, followedIn(context, duty)]));
    const budget = new PairBudget();
    const found: AnalysisFinding[] = [];
    const looked = new Set<string>();
    const inConflict = new Set<Duty>();
    const look = async (some: readonly Duty[]): Promise<void> => {
      const key = JSON.stringify(some.map(({ rule }) => rule.id));
      if (looked.has(key) || isSeen(some.map((duty) => followed.get(duty)!))) return;
      looked.add(key);
      if (!budget.take(1)) return;
      const told = await impossible(context, some);
      budget.found(told.length);
      if (told.length > 0) for (const duty of some) inConflict.add(duty);
      found.push(...told);
    };
    for (const group of groups) {
      for (const [index, first] of group.entries())
        for (const second of group.slice(index + 1)) await look([first, second]);
    }
    // What two and two can be met may still be too much together: 甲加乙10人以上, 甲4人以下, 乙4人以下.
    for (const group of connected(groups)) {
      const left = group.filter((duty) => !inConflict.has(duty));
      if (left.length < 3 || left.length > MOST_TOGETHER) continue;
      if (!isSeen(left.map((duty) => followed.get(duty)!))) await look(await bindTogether(context, left));
    }
    const [first] = groups.flat();
    return first === undefined
      ? found
      : [...found, ...budget.leftOver("rule-impossible", context.program, first.rule)];
  },
};

const MOST_TOGETHER = 12;

/** A sampled record that follows them all shows that it can be done. */
const isSeen = ([first, ...others]: readonly (readonly boolean[])[]): boolean =>
  first === undefined || first.some((yes, index) => yes && others.every((each) => each[index] === true));

/** As many of some duties, in their order, as can bind one record together. */
const bindTogether = async (context: CheckContext, duties: readonly Duty[]): Promise<readonly Duty[]> => {
  let bound: readonly Duty[] = [];
  for (const duty of duties) {
    const more = [...bound, duty];
    if ((await ask(context, more, [], false))?.answer.kind === "found") bound = more;
  }
  return bound;
};

const impossible = async (
  context: CheckContext,
  duties: readonly Duty[],
): Promise<readonly AnalysisFinding[]> => {
  if (duties.length < 2) return [];
  const { program } = context;
  const all = await ask(context, duties, duties, false);
  if (all === null || all.answer.kind === "found") return [];
  const bound = await ask(context, duties, [], false);
  if (bound?.answer.kind !== "found") return [];
  if (all.answer.kind === "undecided") {
    const question = `${duties.map(({ rule }) => ruleOf(program, rule)).join("与")}的要求能否同时做到`;
    return [undecided("rule-impossible", question, all.answer, placesOf(program, rulesOf(duties)))];
  }
  const fewest = await withoutNeedless(context, duties);
  return fewest === null ? [] : told(context, fewest);
};

/** The fewest of them that exclude each other; null where one by itself cannot be followed, which is told elsewhere. */
const withoutNeedless = async (
  context: CheckContext,
  duties: readonly Duty[],
): Promise<readonly Duty[] | null> => {
  let left = duties;
  for (const duty of duties.length > 2 ? duties : []) {
    const fewer = left.filter((each) => each !== duty);
    const all = await ask(context, fewer, fewer, false);
    if (all?.answer.kind === "never" && (await ask(context, fewer, [], false))?.answer.kind === "found")
      left = fewer;
  }
  for (const duty of left) {
    const others = left.filter((each) => each !== duty);
    if (others.length === 0 || (await ask(context, left, others, false))?.answer.kind !== "found")
      return null;
  }
  return left;
};

const told = async (context: CheckContext, duties: readonly Duty[]): Promise<readonly AnalysisFinding[]> => {
  const { program } = context;
  const kept = duties.slice(0, -1);
  const broken = duties.at(-1)!;
  // The record follows all but the last: the last one cannot be followed then.
  const asked = await ask(context, duties, kept, true);
  if (asked?.answer.kind !== "found") return [];
  const rules = rulesOf(duties);
  // Sentences of one block share its name: they are told apart by their words.
  const isOneBlock = new Set(rules.map(({ name }) => name)).size < rules.length;
  const named = (duty: Duty): string => (isOneBlock ? wordsOfDuty(duty) : duty.rule.name);
  const witness = pairWitness(context, rules, asked.answer, asked.readings, "不能同时符合");
  const isInPrinciple = duties.some(({ rule }) => rule.modality.inPrinciple);
  return [
    finding(
      "rule-impossible",
      {
        rules: duties
          .map((duty) => `${ruleOf(program, duty.rule, asked.readings)}要求“${wordsOfDuty(duty)}”`)
          .join("，"),
        object: broken.rule.object,
        room: isInPrinciple ? "；其中有的规定是“原则上”的，但没有写明此时以哪一条为准" : "",
        kept: kept.map((duty) => `“${named(duty)}”`).join("、"),
        broken: `“${named(broken)}”`,
        ...exampleOf(witness),
      },
      {
        certainty: "proved",
        places: placesOf(program, rules),
        witness,
        suggestions: oneDutyLess(context.program, duties),
        ...(isInPrinciple ? { severity: "warning" } : {}),
      },
    ),
  ];
};

interface Asked {
  readonly answer: ProbeAnswer;
  readonly readings: ReadonlyMap<string, number>;
}

/** Whether a record can be bound by some duties and follow some of them; null where they ask for two readings at once. */
const ask = async (
  { program, probe }: CheckContext,
  binding: readonly Duty[],
  followed: readonly Duty[],
  smallest: boolean,
): Promise<Asked | null> => {
  const readings = readingsFor(
    program,
    binding.map(({ rule }) => rule.applicability),
  );
  if (readings === null) return null;
  const { object, origin } = binding[0]!.rule;
  const clauses: readonly Condition[] = [
    ...binding.map(({ applies }) => applies),
    ...followed.map(({ content }) => content),
  ];
  // The same amounts are taken for granted in every question, so that the answers speak of the same records.
  const amounts = ordinaryAmounts(binding.flatMap(({ applies, content }) => [applies, content]));
  const condition = allOf(origin, [...clauses, ...amounts]);
  return { answer: await probe.canHold({ object, condition, readings, smallest }), readings };
};

const rulesOf = (duties: readonly Duty[]): readonly Duty["rule"][] => duties.map(({ rule }) => rule);
