import type {
  BehaviourChange,
  Comparison,
  ImpactChange,
  RulePlace,
  Witness,
  WitnessResult,
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
  SEVERITY_WORDS,
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
      : [{ name: RULE_TITLES[relation], number: rules.length, note: ruleCountWords(counts) }]),
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
    places: placesWords(change),
    message: change.message,
    ground: change.ground,
    severity: SEVERITY_WORDS[change.severity],
    direction: directionWord(change.direction, relation),
  }));

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

/** Witnesses that are shown at once; the rest where a reader asks for them. */
export const WITNESSES_SHOWN = 3;

/** The smallest witness first; each one once. */
export const witnessesOf = ({ witness, witnesses }: BehaviourChange): readonly Witness[] => [
  ...new Set(witness === null ? witnesses : [witness, ...witnesses]),
];

/** 成立：应当暂停新增; 已认定：A类; 无此规定. */
export const resultWords = ({ status, value, modality, measure }: WitnessResult): string => {
  if (status === null) return NO_SUCH_RULE;
  if (status === "成立" && measure !== null) {
    return `成立：${modality === null || modality === "陈述式" ? "" : modality}${measure}`;
  }
  return value === null ? status : `${status}：${value}`;
};

/** 第八条「年度业务量低于100笔」, where the reasons have not said it already. */
export const citationLines = ({ citations, summary }: WitnessResult): readonly string[] => {
  const said = summary.join("\n");
  const lines = citations.map(({ label, quote }) => (quote === "" ? label : `${label}「${quote}」`));
  return [...new Set(lines)].filter((line) => !said.includes(line));
};

/** 体现的规则变化：第1、3项。 */
export const shownChanges = ({ relation }: Comparison, { changes }: Witness): string | null =>
  changes.length === 0
    ? null
    : `体现的${RULE_TITLES[relation]}：第${changes.map((index) => index + 1).join("、")}项。`;

export interface ImpactSection {
  readonly rule: string;
  readonly places: string;
  /** 涉及12家，其中确定的变化10家，另有2家…. */
  readonly total: string;
  readonly changes: readonly ImpactChange[];
  readonly unit: string;
}

export const impactSections = (changes: readonly ImpactChange[]): readonly ImpactSection[] =>
  byRule(changes).map((group) => {
    const { rule, object, left, right } = group[0]!;
    const unit = countingWord(object);
    const [all, open] = [sumOf(group), sumOf(group.filter(({ undecided }) => undecided))];
    const many = open === all ? "均" : `其中${open}${unit}`;
    const apart = open === 0 ? "" : `，${many}有一方的结果为未知或者需裁量，尚不能确定`;
    return {
      rule,
      places: placesWords({ left, right }),
      total: `${object}中涉及${all}${unit}${apart}。`,
      changes: group,
      unit,
    };
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
