import { analyse } from "../../../compiler/analyse/analyse.ts";
import { CHECKS } from "../../../compiler/analyse/checks/index.ts";
import { allOf, standing } from "../../../compiler/analyse/checks/conditions.ts";
import type { SecondSolver, SolverLimits } from "../../../compiler/analyse/formula.ts";
import { createProbe, withAdopted } from "../../../compiler/analyse/probe.ts";
import { alwaysInForce } from "../../../compiler/analyse/witness/index.ts";
import { compareBehaviour } from "../../../compiler/diff/behaviour/index.ts";
import { judge, smallWorld, startRun } from "../../../compiler/evaluate/index.ts";
import type { AnalysisFinding } from "../../../compiler/model/analysis.ts";
import { AT, Enumerated, worldsOf } from "./enumerated.ts";
import {
  classificationOf,
  expectedOf,
  expectedVerdict,
  hasRuleGap,
  measureOf,
  type Expected,
} from "./expected.ts";
import type { SmallProgram } from "./small-program.ts";

export interface Solvers {
  readonly limits: SolverLimits;
  readonly second: SecondSolver | null;
  /** Codes of the findings that are asked for. */
  readonly asksFor: RegExp;
}

/** How a program fared: what the analysis says against every world of it. */
export interface Compared {
  readonly wrong: readonly string[];
  readonly told: Readonly<Record<string, number>>;
  readonly undecided: number;
  readonly asked: number;
}

export const comparedWithAllWorlds = async (small: SmallProgram, solvers: Solvers): Promise<Compared> => {
  const program = alwaysInForce(small.program);
  const all = new Enumerated(program, worldsOf(small));
  const expected = expectedOf(program, all);
  const { limits, second, asksFor } = solvers;
  const checks = CHECKS.filter(({ catalogue }) => Object.keys(catalogue).some((code) => asksFor.test(code)));
  const analysis = (await analyse(program, { at: AT, limits, second, checks }))!;
  const open = analysis.findings.filter(({ certainty }) => certainty === "undecided");
  const told = analysis.findings.filter(({ certainty }) => certainty !== "undecided");
  const conflict = await conflicts(small, solvers);
  const verdict = await verdictOf(small, solvers);
  const undecidedCodes = new Set(open.map(({ code }) => code));
  const wrong = [
    ...wrongLists(told, expected, undecidedCodes, asksFor),
    ...(asksFor.test("rule-gap") ? wrongGap(told, hasRuleGap(small.division, all), undecidedCodes) : []),
    ...told.flatMap((finding) => notReplayed(small, finding)),
    ...(conflict === null || conflict === expected.conflict ? [] : [`conflict: ${conflict}`]),
    ...wrongVerdict(verdict, expectedVerdict(program, alwaysInForce(small.changed), all)),
  ];
  const counts: Record<string, number> = { worlds: all.worlds.length, [verdict]: 1 };
  for (const { code } of told) counts[code] = (counts[code] ?? 0) + 1;
  if (conflict === true) counts["conflict"] = 1;
  return {
    wrong,
    told: counts,
    undecided: open.length + (conflict === null ? 1 : 0) + (verdict === "undecided" ? 1 : 0),
    asked: analysis.asked,
  };
};

const wrongGap = (
  told: readonly AnalysisFinding[],
  isGap: boolean,
  open: ReadonlySet<string>,
): readonly string[] => {
  const gaps = told.filter(({ code }) => code === "rule-gap");
  return open.has("rule-gap") || isGap === gaps.length > 0 ? [] : [`rule gap: ${gaps.length}, ${isGap}`];
};

const wrongVerdict = (verdict: string, expected: string): readonly string[] =>
  verdict === "undecided" || verdict === expected ? [] : [`verdict: ${verdict}, not ${expected}`];

/** Whether the two measures can meet; null where that stays open. */
const conflicts = async ({ program }: SmallProgram, { limits, second }: Solvers): Promise<boolean | null> => {
  const probe = createProbe(program, AT, { limits, second, seed: 1 });
  const [first, other] = [measureOf(probe.program, "措施甲"), measureOf(probe.program, "措施乙")];
  const condition = allOf(first.origin, [standing(probe.program, first), standing(probe.program, other)]);
  const answer = await probe.canHold({ object: first.object, condition });
  return answer.kind === "undecided" ? null : answer.kind === "found";
};

const verdictOf = async (
  { program, changed }: SmallProgram,
  { limits, second }: Solvers,
): Promise<string> => {
  const pair = { left: measureOf(program, "措施甲"), right: measureOf(changed, "措施甲") };
  const rules = { pairs: [pair], changes: [] };
  const [found] = await compareBehaviour(program, changed, rules, { at: AT, limits, second });
  return found!.verdict;
};

const wrongLists = (
  told: readonly AnalysisFinding[],
  expected: Expected,
  open: ReadonlySet<string>,
  asksFor: RegExp,
): readonly string[] => {
  const of = (...codes: readonly string[]) => told.filter(({ code }) => codes.includes(code));
  const ofClass = (finding: AnalysisFinding): boolean => finding.places[0]!.rule === "类别认定";
  const items = ({ places }: AnalysisFinding): readonly string[] => places.map(({ origin }) => origin.item!);
  const keys = (code: string): ReadonlySet<string> =>
    new Set(of(code).map(({ places }) => `${places[0]!.rule} ${places[0]!.origin.item}`));
  const pairs = new Set(
    of("class-overlap", "band-both-include")
      .filter(ofClass)
      .map((finding) => items(finding).join("")),
  );
  const masked = new Set(of("item-masked").map((finding) => items(finding)[0]!));
  // With 其他的 there is no gap: what lies between two bands is of that class.
  const gaps = of("class-gap", "band-both-exclude").filter(
    (finding) => ofClass(finding) && finding.witness!.results[0]!.status === "未认定",
  );
  const markers = (pair: string): readonly string[] => pair.match(/（.）/gu) ?? [];
  return [
    ...(open.has("class-gap") || expected.hasGap === gaps.length > 0 ? [] : [`gap: ${gaps.length}`]),
    ...[...pairs].filter((pair) => !expected.overlaps.has(pair)).map((pair) => `no overlap: ${pair}`),
    ...[...expected.overlaps]
      .filter((pair) => !pairs.has(pair) && !markers(pair).some((marker) => masked.has(marker)))
      .filter(() => !open.has("class-overlap"))
      .map((pair) => `overlap not told: ${pair}`),
    ...differing("item-masked", masked, expected.masked, open),
    ...(asksFor.test("item-never-true")
      ? differing("item-never-true", keys("item-never-true"), expected.neverTrue, open)
      : []),
    ...(asksFor.test("item-redundant")
      ? differing("item-redundant", keys("item-redundant"), expected.redundant(), open)
      : []),
  ];
};

const differing = (
  code: string,
  told: ReadonlySet<string>,
  expected: ReadonlySet<string>,
  open: ReadonlySet<string>,
): readonly string[] => [
  ...[...told].filter((each) => !expected.has(each)).map((each) => `${code}, but not so: ${each}`),
  ...(open.has(code)
    ? []
    : [...expected].filter((each) => !told.has(each)).map((each) => `${code} not told: ${each}`)),
];

/** What a witness says of its record, the interpreter says again. */
const notReplayed = ({ program }: SmallProgram, { code, witness }: AnalysisFinding): readonly string[] => {
  if (witness === null) return [];
  const taken = alwaysInForce(withAdopted(program, witness.readings));
  const run = startRun(taken, smallWorld(witness.world), AT);
  const record = run.facts.record(witness.record.object, witness.record.id)!;
  const isClass = witness.results.some(({ decision }) => decision === classificationOf(program).id);
  const wanted = isClass ? STATUS_OF[code] : undefined;
  if (code === "rule-gap" && witness.results.some(({ status }) => status !== "不成立"))
    return [`${code}: a rule of the table holds`];
  return witness.results.flatMap(({ decision, status }) => {
    const again = judge(run, decision, record).status;
    return again === status && (wanted === undefined || wanted.includes(status))
      ? []
      : [`${code}: the witness is ${again}, told as ${status}`];
  });
};

const STATUS_OF: Readonly<Partial<Record<string, readonly string[]>>> = {
  "class-gap": ["未认定"],
  "class-overlap": ["冲突"],
  "item-masked": ["冲突"],
  "band-both-include": ["冲突"],
  "band-both-exclude": ["未认定", "已认定"],
};
