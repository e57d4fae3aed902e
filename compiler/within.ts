import { shorten, type DiagnosticTable } from "../language/index.ts";
import { findings, placeOf } from "./analyse/checks/finding.ts";
import type { SecondSolver, SolverLimits } from "./analyse/formula.ts";
import { laterDays } from "./analyse/later-days.ts";
import { compare } from "./compare.ts";
import { relationOf } from "./diff/behaviour/index.ts";
import { printDate } from "./evaluate/index.ts";
import type { AnalysisFinding, FindingPlace, Witness } from "./model/analysis.ts";
import type { BehaviourChange, Witness as Difference, WitnessResult } from "./model/change.ts";
import type { Decision, Program } from "./model/ir.ts";
import type { Day } from "./model/value.ts";
import type { CompiledPolicy } from "./pipeline.ts";
import { WITHIN_EXAMPLE } from "./within-example.ts";
import { createTrials, type WithinTrials } from "./within-tried.ts";
import type { WorkspaceMemo } from "./workspace.ts";

const catalogue = {
  "wider-than-parent": {
    severity: "warning",
    message: "“{rule}”宽于《{parent}》{place}。例如{example}，上位政策为{before}，本政策为{after}。{ground}",
    why: "下位的规范性文件不得与上位的相抵触：上位政策限制的，下位不限制；上位政策没有给予的，下位给予，都可能越权。是否有授权，请核对上位政策。",
    bad: WITHIN_EXAMPLE.wider,
    good: WITHIN_EXAMPLE.stricter,
  },
  "not-wider-than-parent": {
    severity: "info",
    message: "“{rule}”不宽于《{parent}》{place}：{verdict}。{ground}",
    why: "对任何记录，本政策的规则都不比上位政策宽，已经证明；所证明的是规则所写的内容，不包括没有写成规则的文字。",
    bad: WITHIN_EXAMPLE.stricter,
    good: WITHIN_EXAMPLE.wider,
  },
  "differs-from-parent": {
    severity: "info",
    message:
      "“{rule}”与《{parent}》{place}的结果不同，但分不出宽严。例如{example}，上位政策为{before}，本政策为{after}。",
    why: "认定的类别不同，或者两边的要求互不包含的，不能说谁宽谁严；宽严体现在使用它们的规则里，请人工核对。",
    bad: WITHIN_EXAMPLE.otherClass,
    good: WITHIN_EXAMPLE.stricter,
  },
  "only-in-parent": {
    severity: "info",
    message: "《{parent}》{place}的“{rule}”在本政策没有对应的规则；本政策没有另行规定的，适用上位政策。",
    why: "上位政策的规定不必重复；但是如果本政策的文字另有规定而没有写成规则，核对时就没有比到它。",
    bad: WITHIN_EXAMPLE.fewer,
    good: WITHIN_EXAMPLE.stricter,
  },
  "only-in-policy": {
    severity: "info",
    message: "“{rule}”是本政策增加的规定，《{parent}》没有对应的规则：{effect}",
    why: "增加的限制要有依据，增加的给予可能超出上位政策；都请核对上位政策是否授权。",
    bad: WITHIN_EXAMPLE.more,
    good: WITHIN_EXAMPLE.stricter,
  },
} as const satisfies DiagnosticTable;

/** What is found where a policy is held against the one above it. */
export const withinKinds: DiagnosticTable = catalogue;

const finding = findings(catalogue);

export interface WithinOptions {
  readonly at: Day;
  readonly limits: SolverLimits;
  readonly second: SecondSolver | null;
  /** Of the last compilation, so that a suggestion is tried by compiling what it edits. */
  readonly workspace?: WorkspaceMemo;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface WithinResult {
  readonly findings: readonly AnalysisFinding[];
  readonly notes: readonly string[];
  /** Pairs of rules that were asked about, and those that stayed undecided. */
  readonly asked: number;
  readonly undecided: number;
}

/** Whether any rule of a policy is wider than its counterpart in the parent: proved not to be, or shown by a record. */
export const compareWithParent = async (
  policy: CompiledPolicy,
  parent: CompiledPolicy,
  options: WithinOptions,
): Promise<WithinResult> => {
  const programs = { left: parent.program, right: policy.program };
  if (programs.left === null || programs.right === null)
    return { findings: [], notes: [], asked: 0, undecided: 0 };
  // One after the other, in the order in which they are told.
  const times: number[] = [];
  let started = performance.now();
  const onProgress = (done: number, total: number): void => {
    times.push(Math.ceil(performance.now() - started));
    started = performance.now();
    options.onProgress?.(done, total);
  };
  const found = await compare(
    { file: parent.file.source, compiled: parent },
    { file: policy.file.source, compiled: policy },
    { ...options, onProgress },
  );
  const both: Programs = { left: programs.left, right: programs.right, at: options.at };
  const trials = createTrials(policy, both, found.behaviour, options);
  const findings: AnalysisFinding[] = [];
  for (const [at, change] of found.behaviour.entries())
    findings.push(...(await findingOf(change, both, trials, times[at] ?? 0)));
  return {
    findings,
    notes: found.notes,
    asked: found.behaviour.length,
    undecided: found.behaviour.filter(({ verdict }) => verdict === "undecided").length,
  };
};

/** Left is the parent. */
interface Programs {
  /** The day for which they are compared. */
  readonly at: Day;
  readonly left: Program;
  readonly right: Program;
}

const findingOf = async (
  change: BehaviourChange,
  programs: Programs,
  trials: WithinTrials,
  milliseconds: number,
): Promise<readonly AnalysisFinding[]> => {
  const parent = programs.left.policy.name;
  const left = decisionOf(programs.left, change.left);
  const right = decisionOf(programs.right, change.right);
  if (right === null) return left === null ? [] : [onlyInParent(left, programs)];
  if (left === null) return [onlyInPolicy(change, right, programs, trials)];
  const places = [placeOf(programs.right, right, right.origin), placeOf(programs.left, left, left.origin)];
  const named = { rule: right.name, parent, place: placeInWords(places[1]!, left, right) };
  const ground = change.ground ?? "";
  if (change.verdict === "undecided") return [openQuestion(change, named, places, milliseconds)];
  const isNominal = change.contrast === "names";
  if (change.verdict === "equivalent" || change.verdict === "stricter" || isNominal) {
    const verdict = VERDICTS[change.verdict === "stricter" ? "stricter" : isNominal ? "names" : "equivalent"];
    return [
      finding(
        "not-wider-than-parent",
        { ...named, verdict, ground: `${isNominal ? "" : ground}${onlyForTheDay(programs, left, right)}` },
        { certainty: "proved", places },
      ),
    ];
  }
  const relation = relationOf({ left, right }, programs);
  const differences = [...(change.witness === null ? [] : [change.witness]), ...change.witnesses];
  const isLooser = (each: Difference): boolean => relation(each.left, each.right) === "looser";
  const shown = differences.find(isLooser) ?? differences[0];
  if (shown === undefined) return [];
  const parts = {
    certainty: "shown",
    places,
    witness: witnessOf(shown, left, right, parent),
    suggestions: await trials.keepingWithin(left, right),
  } as const;
  const told = { ...named, example: shown.facts.join("；"), ...resultsInWords(shown) };
  const isWider = change.verdict === "looser" || change.contrast === "directions";
  return [
    isWider
      ? finding("wider-than-parent", { ...told, ground: mixedGround(change) }, parts)
      : finding("differs-from-parent", told, parts),
  ];
};

/** Where results hang on the day, what is proved is proved for one. */
const onlyForTheDay = ({ left, right, at }: Programs, first: Decision, second: Decision): string =>
  laterDays(
    at,
    [
      { program: left, decision: first },
      { program: right, decision: second },
    ],
    right.policy.lastDay,
  ).length === 0
    ? ""
    : `结果随基准日变化，所证明的是基准日为${printDate(at)}的情形。`;

const VERDICTS = {
  equivalent: "对任何记录结果都相同",
  stricter: "对任何记录都不更宽，对有的记录更严",
  names: "结果只是名目不同（例如不适用、不成立），宽严没有差别",
} as const;

const mixedGround = ({ contrast, ground }: BehaviourChange): string =>
  `${ground ?? ""}${contrast === "directions" ? "另有的记录本政策更严，两者互有宽严。" : ""}`;

/** 第三条“退出”; the rule's name only where it is another one. */
const placeInWords = ({ label }: FindingPlace, left: Decision, right: Decision): string =>
  `${label ?? ""}${left.name === right.name && label !== null ? "" : `“${left.name}”`}`;

const onlyInParent = (decision: Decision, { left }: Programs): AnalysisFinding => {
  const place = placeOf(left, decision, decision.origin);
  return finding(
    "only-in-parent",
    { parent: left.policy.name, place: place.label ?? "", rule: decision.name },
    { certainty: "read", places: [place] },
  );
};

/** What is given beyond the parent is wider than it; what is asked beyond it is not. */
const onlyInPolicy = (
  change: BehaviourChange,
  decision: Decision,
  programs: Programs,
  trials: WithinTrials,
): AnalysisFinding => {
  const parent = programs.left.policy.name;
  const isWider = change.verdict === "looser";
  const shown = change.witness;
  return finding(
    "only-in-policy",
    { rule: decision.name, parent, effect: `${EFFECTS[isWider ? "looser" : "other"]}${change.ground ?? ""}` },
    {
      certainty: shown === null ? "read" : "shown",
      places: [placeOf(programs.right, decision, decision.origin)],
      witness: shown === null ? null : witnessOf(shown, null, decision, parent),
      ...(isWider ? { severity: "warning", suggestions: trials.withoutOwn(decision) } : {}),
    },
  );
};

const EFFECTS = {
  looser: "它给予上位政策没有给予的，宽于上位政策。",
  other: "它增加了上位政策没有的规定。",
} as const;

const openQuestion = (
  change: BehaviourChange,
  { rule, parent, place }: { readonly rule: string; readonly parent: string; readonly place: string },
  places: readonly FindingPlace[],
  milliseconds: number,
): AnalysisFinding => {
  const reason = `${change.ground ?? "没有得出结论。"}用时${milliseconds}毫秒。`;
  return {
    code: "wider-than-parent",
    severity: "info",
    certainty: "undecided",
    message: `“${rule}”是否宽于《${parent}》${place}，未能判定：${reason}请人工核对。`,
    places,
    witness: null,
    suggestions: [],
    reason,
  };
};

const witnessOf = (
  { at, world, record, facts, left, right, cases }: Difference,
  parentRule: Decision | null,
  rule: Decision,
  parent: string,
): Witness => ({
  at,
  world,
  record,
  readings: new Map(),
  facts,
  results: [
    ...(parentRule === null || left.status === null
      ? []
      : [
          {
            decision: parentRule.id,
            rule: `《${parent}》${parentRule.name}`,
            status: left.status,
            value: left.value,
          },
        ]),
    ...(right.status === null
      ? []
      : [{ decision: rule.id, rule: rule.name, status: right.status, value: right.value }]),
  ],
  caseText: cases.right,
});

/** Where both say the same of the record, what differs is the modal. */
const resultsInWords = ({ left, right }: Difference): { readonly before: string; readonly after: string } => {
  const [before, after] = [resultInWords(left), resultInWords(right)];
  if (before !== after || left.modality === right.modality) return { before, after };
  return { before: before + modalInWords(left), after: after + modalInWords(right) };
};

const modalInWords = ({ modality }: WitnessResult): string =>
  modality === null || modality === "" ? "（直接规定）" : `（情态为“${modality}”）`;

const resultInWords = ({ status, value }: WitnessResult): string =>
  status === null ? "没有规定" : `“${status}${value === null ? "" : `：${shorten(value)}`}”`;

const decisionOf = (program: Program, place: BehaviourChange["left"]): Decision | null =>
  place === null ? null : (program.decisions.find(({ id }) => id === place.name) ?? null);
