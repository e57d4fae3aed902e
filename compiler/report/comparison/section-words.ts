import type {
  BehaviourChange,
  Comparison,
  ImpactChange,
  RuleChange,
  RuleChangeKind,
  RulePlace,
  Witness,
} from "../../model/change.ts";
import { behaviourCountWords, countsOf, ruleCountWords } from "./words-counts.ts";
import { byRule, countingWord } from "./table-notes.ts";
import {
  directionWord,
  NO_SUCH_RULE,
  PROOF_WORDS,
  PROVISION_KINDS,
  provisionWord,
  RULE_TITLES,
  ruleWord,
  severityWord,
  sideWords,
  VERDICT_WORDS,
  verdictWord,
} from "./words.ts";

/** What the sections below the table say, in words that the page and Word print alike. */

export interface Tally {
  readonly name: string;
  readonly number: number;
  readonly note: string;
}

/** What a reader must know who reads no further. */
export const talliesOf = (comparison: Comparison): readonly Tally[] => {
  const counts = countsOf(comparison);
  const { relation, rules, behaviour } = comparison;
  return [
    ...PROVISION_KINDS.flatMap((kind) => {
      const number = counts.provisions[kind] ?? 0;
      if (number === 0 && kind !== "changed") return [];
      const note = kind === "renumbered" && relation === "versions" ? "文字未变" : "";
      return [{ name: provisionWord(kind, relation), number, note }];
    }),
    ...(rules.length === 0
      ? []
      : [{ name: RULE_TITLES[relation], number: rules.length, note: ruleCountWords(counts, relation) }]),
    ...(behaviour.length === 0
      ? []
      : [{ name: "规则效果", number: behaviour.length, note: behaviourCountWords(counts) }]),
    ...(counts.impact === null
      ? []
      : [
          {
            name: "结果改变的记录",
            number: counts.impact.changed,
            note: counts.impact.undecided === 0 ? "" : `另有${counts.impact.undecided}条尚不能确定`,
          },
        ]),
  ];
};

/** The same in one line. */
export const tallyWords = (comparison: Comparison): string =>
  talliesOf(comparison)
    .map(({ name, number, note }) => `${name}${number}${note === "" ? "" : `（${note}）`}`)
    .join("；")
    .concat("。");

/** 第八条第二款；第八条第二款（规则条件（一））; the side that has no such rule says so. */
export const placeWords = (place: RulePlace | null): string => {
  if (place === null) return NO_SUCH_RULE;
  const item = place.item === null ? "" : `（规则条件${place.item.replace(/^规则条件/u, "")}）`;
  return `${place.label ?? `“${place.rule}”`}${item}`;
};

/** 第八条→第七条, or the one place where both are called the same. */
export const placesWords = (places: {
  readonly left: RulePlace | null;
  readonly right: RulePlace | null;
}): string => {
  const [left, right] = [placeWords(places.left), placeWords(places.right)];
  return left === right ? left : `${left}→${right}`;
};

/** 修改后的文件为征求意见稿，尚未施行，结果为试算。 Said once for all results of that side. */
export const caveatLines = (
  { left, right, relation, behaviour, impact }: Comparison,
  words: { readonly left: string; readonly right: string },
): readonly string[] => {
  if (behaviour.length === 0 && impact === null) return [];
  const name = (side: "left" | "right"): string =>
    relation === "versions" ? `${words[side]}的文件` : words[side];
  const lines = [
    { side: "left" as const, caveat: left.caveat },
    { side: "right" as const, caveat: right.caveat },
  ];
  return lines.flatMap(({ side, caveat }) => (caveat === undefined ? [] : [`${name(side)}${caveat}`]));
};

export const RULE_HEADS = ["序号", "变化", "内容", "影响程度", "宽严"] as const;

export interface RuleLine {
  readonly number: number;
  readonly kind: string;
  readonly places: string;
  readonly message: string;
  readonly ground: string | null;
  readonly severity: string;
  readonly direction: string;
}

export const ruleLines = ({ rules, relation }: Comparison): readonly RuleLine[] =>
  rules.map((change, at) => ({
    number: at + 1,
    kind: ruleWord(change.kind, relation),
    places: changedPlaces(change),
    message: change.message,
    ground: change.ground,
    severity: severityWord(change.severity, relation),
    direction: directionWord(change.direction, relation),
  }));

/** What was put into a rule, or taken out of it, stands where the rule stands; only a whole one is 无此规定 elsewhere. */
const changedPlaces = (change: RuleChange): string => {
  const { kind, left, right, reaches } = change;
  const present = left === null ? right : right === null ? left : null;
  if (present === null || WHOLE_KINDS.has(kind)) return placesWords(change);
  const other = left === null ? reaches.left : reaches.right;
  const isOfItsOwn = kind.startsWith("exception") && !other.includes(present.rule);
  return isOfItsOwn ? placesWords(change) : placeWords(present);
};

const WHOLE_KINDS: ReadonlySet<RuleChangeKind> = new Set([
  "ruleAdded",
  "ruleDeleted",
  "parameterAdded",
  "parameterRemoved",
] satisfies RuleChangeKind[]);

/** 修改后更严，已证明. */
export const verdictLine = (comparison: Comparison, change: BehaviourChange): string => {
  const proof = change.proof === null ? "" : `，${PROOF_WORDS[change.proof]}`;
  return `${verdictOfSide(comparison, change)}${proof}`;
};

const verdictOfSide = (comparison: Comparison, change: BehaviourChange): string => {
  switch (change.verdict) {
    case "stricter":
    case "looser":
      return `${comparison.relation === "versions" ? "修改后" : `“${comparison.right.name}”`}${VERDICT_WORDS[change.verdict]}`;
    case "equivalent":
    case "incomparable":
    case "undecided":
      return verdictWord(change);
  }
};

/** 效果相同：总量平衡（第四条→三（一），已证明）；…. Null where everything differs. */
export const equivalentWords = ({ behaviour }: Comparison): string | null => {
  const equal = behaviour.filter(({ verdict }) => verdict === "equivalent");
  if (equal.length === 0) return null;
  const each = equal.map((change) => {
    const proof = change.proof === null ? "" : `，${PROOF_WORDS[change.proof]}`;
    return `${change.about}（${placesWords(change)}${proof}）`;
  });
  return `效果相同：${each.join("；")}。`;
};

/** Verdicts that have more to tell than that nothing differs. */
export const unequalVerdicts = ({ behaviour }: Comparison): readonly BehaviourChange[] =>
  behaviour.filter(({ verdict }) => verdict !== "equivalent");

/** 体现的规则变化：第1、3项。 */
export const shownChanges = ({ relation }: Comparison, { changes }: Witness): string | null =>
  changes.length === 0
    ? null
    : `体现的${RULE_TITLES[relation]}：第${changes.map((index) => index + 1).join("、")}项。`;

export interface ImpactSection {
  readonly rule: string;
  readonly places: string;
  /** 定点机构中10家的结果改变；另有2家…尚不能确定. */
  readonly total: string;
  readonly decided: readonly ImpactChange[];
  /** Counted apart: one of the two results is open. */
  readonly open: readonly ImpactChange[];
  /** Not counted: only what the result is called differs. */
  readonly nominal: readonly ImpactChange[];
  readonly unit: string;
}

/** Stands over the changes that are open. */
export const OPEN_HEAD = "有一方的结果为未知或者需裁量，是否改变尚不能确定";

/** Stands over the changes that change nothing for anybody. */
export const NOMINAL_HEAD = "结果名目不同，实际不受影响";

/** What changes, what may change, and what is only called otherwise. */
export const partsOfImpact = (
  changes: readonly ImpactChange[],
): Pick<ImpactSection, "decided" | "open" | "nominal"> => ({
  decided: changes.filter(({ undecided, nominal }) => !undecided && nominal !== true),
  open: changes.filter(({ undecided }) => undecided),
  nominal: changes.filter(({ nominal }) => nominal === true),
});

export const impactSections = (changes: readonly ImpactChange[]): readonly ImpactSection[] =>
  byRule(changes).map((group) => {
    const { rule, object, left, right } = group[0]!;
    const unit = countingWord(object);
    const { decided, open, nominal } = partsOfImpact(group);
    const isFirst = decided.length + open.length === 0;
    const parts = [
      ...(decided.length === 0 ? [] : [`${sumOf(decided)}${unit}的结果改变`]),
      ...(open.length === 0
        ? []
        : [`${decided.length === 0 ? "" : "另有"}${sumOf(open)}${unit}${OPEN_HEAD}`]),
      ...(nominal.length === 0 ? [] : [`${isFirst ? "" : "另有"}${sumOf(nominal)}${unit}${NOMINAL_HEAD}`]),
    ];
    const total = `${object}中${parts.join("；")}。`;
    return { rule, places: placesWords({ left, right }), total, decided, open, nominal, unit };
  });

const sumOf = (changes: readonly ImpactChange[]): number =>
  changes.reduce((sum, { count }) => sum + count, 0);

const GROUPS_SHOWN = 12;

/** 按所在县区：东安区5、西安区3. */
export const groupLines = ({ groups }: ImpactChange): readonly string[] =>
  groups
    .filter(({ counts }) => counts.length > 0)
    .map(({ field, counts }) => {
      const shown = counts.slice(0, GROUPS_SHOWN).map(({ value, count }) => `${value}${count}`);
      const rest = counts.slice(GROUPS_SHOWN).reduce((sum, { count }) => sum + count, 0);
      return `按${field}：${[...shown, ...(rest === 0 ? [] : [`其余${rest}`])].join("、")}`;
    });

/** Names of the two results of a witness, as over the columns of the table. */
export const resultHeads = (comparison: Comparison): { readonly left: string; readonly right: string } =>
  sideWords(comparison);
