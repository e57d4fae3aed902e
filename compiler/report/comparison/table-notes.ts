import type {
  BehaviourChange,
  Comparison,
  Direction,
  ImpactChange,
  ProvisionChange,
  RuleChange,
  RulePlace,
} from "../../model/change.ts";
import { grouped } from "./grouped.ts";
import type { Side } from "./table-runs.ts";
import { directionWord, RULE_TITLES, severityWord, verdictWord } from "./words.ts";

/** What the note column says beside a provision. */
export interface TableNote {
  readonly kind: "rule" | "behaviour" | "impact" | "form";
  readonly text: string;
  /** 收紧 and 放宽 are written in front. */
  readonly direction: Direction;
  /** Worth a row of its own where the words of the provision did not change. */
  readonly telling: boolean;
}

type Relation = Comparison["relation"];

interface Located {
  readonly left: RulePlace | null;
  readonly right: RulePlace | null;
}

/** Everything that is told beside one provision. */
interface Told {
  readonly rules: { readonly change: RuleChange; readonly number: number }[];
  readonly behaviour: BehaviourChange[];
  /** By what is compared, as the behaviour names it. */
  readonly impact: Map<string, readonly ImpactChange[]>;
}

/** Rule changes, verdicts and impact, each beside the provisions that their rules belong to. */
export const notesOfProvisions = (
  comparison: Comparison,
): ReadonlyMap<ProvisionChange, readonly TableNote[]> => {
  const found = new Map<ProvisionChange, Told>();
  const find = finder(comparison.provisions);
  const toldBeside = (located: Located): readonly Told[] =>
    find(located).map((change) => {
      const told = found.get(change) ?? { rules: [], behaviour: [], impact: new Map() };
      found.set(change, told);
      return told;
    });
  for (const [at, change] of comparison.rules.entries()) {
    for (const told of toldBeside(change)) told.rules.push({ change, number: at + 1 });
  }
  for (const change of comparison.behaviour) {
    for (const told of toldBeside(change)) told.behaviour.push(change);
  }
  for (const changes of byRule(comparison.impact?.changes ?? [])) {
    for (const told of toldBeside(changes[0]!)) told.impact.set(changes[0]!.rule, changes);
  }
  return new Map([...found].map(([change, told]) => [change, notesOf(told, comparison.relation)]));
};

const notesOf = ({ rules, behaviour, impact }: Told, relation: Relation): readonly TableNote[] => {
  const unequal = behaviour.filter(({ verdict }) => verdict !== "equivalent");
  const equal = behaviour.filter(({ verdict }) => verdict === "equivalent");
  const told = new Set(unequal.map(({ about }) => about));
  const rest = [...impact].filter(([rule]) => !told.has(rule));
  return [
    ...ruleNotes(rules, relation),
    ...unequal.map((change) => behaviourNote(change, impact.get(change.about), relation)),
    ...rest.map(([rule, changes]) => plainNote("impact", `${rule}：${impactWords(changes)}。`, true)),
    ...(equal.length === 0
      ? []
      : [plainNote("behaviour", `效果相同：${equal.map(({ about }) => about).join("、")}。`, false)]),
  ];
};

/** Beside many changes, those of wording only are counted. */
const MANY_RULES = 4;

const ruleNotes = (rules: Told["rules"], relation: Relation): readonly TableNote[] => {
  const counted =
    rules.length > MANY_RULES ? rules.filter(({ change }) => change.severity === "wording") : [];
  const shown = rules.filter((rule) => !counted.includes(rule));
  return [
    ...shown.map(({ change }) => ruleNote(change, relation)),
    ...(counted.length === 0
      ? []
      : [
          plainNote(
            "rule",
            `另有${counted.length}项${severityWord("wording", relation)}，见${RULE_TITLES[relation]}第${counted.map(({ number }) => number).join("、")}项。`,
            false,
          ),
        ]),
  ];
};

const ruleNote = ({ message, direction, severity }: RuleChange, relation: Relation): TableNote => ({
  kind: "rule",
  text: direction === null ? message : `【${directionWord(direction, relation)}】${message}`,
  direction,
  telling: severity !== "wording",
});

const behaviourNote = (
  change: BehaviourChange,
  impact: readonly ImpactChange[] | undefined,
  relation: Relation,
): TableNote =>
  plainNote(
    "behaviour",
    `${change.about}：${verdictOfSide(change, relation)}${impact === undefined ? "" : `；${impactWords(impact)}`}。`,
    true,
  );

const plainNote = (kind: TableNote["kind"], text: string, telling: boolean): TableNote => ({
  kind,
  text,
  direction: null,
  telling,
});

/** Beside two columns, 更严 must say of which one. */
const verdictOfSide = (change: BehaviourChange, relation: Relation): string =>
  relation === "documents" && (change.verdict === "stricter" || change.verdict === "looser")
    ? `右栏${verdictWord(change)}`
    : verdictWord(change);

/** 涉及3家（不成立→成立 3），另有1家尚不能确定（未知→成立 1）. */
const impactWords = (changes: readonly ImpactChange[]): string => {
  const unit = countingWord(changes[0]!.object);
  const decided = changes.filter(({ undecided, nominal }) => !undecided && nominal !== true);
  const open = changes.filter(({ undecided }) => undecided);
  const nominal = changes.filter((change) => change.nominal === true);
  return [
    ...(decided.length === 0 ? [] : [`涉及${sum(decided)}${unit}（${ways(decided)}）`]),
    ...(open.length === 0
      ? []
      : [`${decided.length === 0 ? "" : "另"}有${sum(open)}${unit}尚不能确定（${ways(open)}）`]),
    ...(nominal.length === 0 ? [] : [`${sum(nominal)}${unit}只是结果名目不同（${ways(nominal)}）`]),
  ].join("，");
};

const ways = (changes: readonly ImpactChange[]): string =>
  changes.map(({ from, to, count }) => `${from}→${to} ${count}`).join("；");

const sum = (changes: readonly ImpactChange[]): number =>
  changes.reduce((total, { count }) => total + count, 0);

/** 家 for institutions, 人 for persons, 条 for records of any other kind. */
export const countingWord = (object: string): string => {
  if (/(?:机构|单位|企业|公司|药店|医院|诊所|学校)$/u.test(object)) return "家";
  return /(?:人|人员|职工|居民)$/u.test(object) ? "人" : "条";
};

/** One rule's ways to change, together and in the order of the impact. */
export const byRule = (changes: readonly ImpactChange[]): readonly (readonly ImpactChange[])[] => [
  ...grouped(changes, ({ rule, object }) => `${object}\n${rule}`).values(),
];

/** The provision of each side that a rule stands under; one row where both sides meet in it. */
const finder = (provisions: readonly ProvisionChange[]) => {
  const byPath = { left: changesByPath(provisions, "left"), right: changesByPath(provisions, "right") };
  return (located: Located): readonly ProvisionChange[] => {
    const right = nearest(byPath.right, located.right?.path ?? null);
    const left = nearest(byPath.left, located.left?.path ?? null);
    // A provision with several partners meets the rule of the other side in one of them.
    const both = left.filter((change) => right.includes(change));
    const found = both.length > 0 ? both : [...right.slice(0, 1), ...left.slice(0, 1)];
    return [...new Set(found)].slice(0, both.length > 0 ? 1 : 2);
  };
};

const changesByPath = (
  provisions: readonly ProvisionChange[],
  side: Side,
): ReadonlyMap<string, readonly ProvisionChange[]> =>
  grouped(
    provisions.filter((change) => change[side] !== null),
    (change) => change[side]?.path ?? "",
  );

/** The provision itself, or the nearest one above it: 16.1.3, 16.1, 16. */
const nearest = (
  byPath: ReadonlyMap<string, readonly ProvisionChange[]>,
  path: string | null,
): readonly ProvisionChange[] => {
  for (let at = path; at !== null; at = parentPath(at)) {
    const found = byPath.get(at);
    if (found !== undefined) return found;
  }
  return [];
};

const parentPath = (path: string): string | null => {
  const dot = path.lastIndexOf(".");
  return dot < 0 ? null : path.slice(0, dot);
};
