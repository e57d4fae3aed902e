import type { Explanation, Step, Truth } from "../model/outcome.ts";
import type { PolicyInfo } from "../model/policy.ts";
import { provisionLabel } from "./check-report.ts";
import { condenseSteps } from "./condense-steps.ts";
import { reasonInWords } from "./reasons.ts";
import { readingInWords, resultValue, ruleItemLabel, toneOf } from "./result-words.ts";
import { plain } from "./tone.ts";
import type { Paint, Tone } from "./tone.ts";
import { displayWidth, visible, wrap } from "./width.ts";

export interface ExplainLayout {
  readonly width?: number;
  readonly paint?: Paint;
  /** Every branch, candidate and request; otherwise the decisive ones. */
  readonly all?: boolean;
}

const DEFAULT_WIDTH = 100;
const REQUESTS_SHOWN = 5;

/** One result with its whole reasoning: why, step by step, what is missing, and what would change it. */
export const explainTree = (
  policy: PolicyInfo,
  explanation: Explanation,
  layout: ExplainLayout = {},
): string => {
  const { width = DEFAULT_WIDTH, paint = plain, all = false } = layout;
  const { outcome, step, summary, missing, nearest } = explanation;
  const value = resultValue(outcome);
  return [
    `${paint("strong", outcome.decision)}（${provisionLabel(policy, outcome.provision)}）　${paint(toneOf(outcome.status), outcome.status)}${value === "" ? "" : `　${value}`}`,
    ...block(whyTitle(explanation), summary, width, paint),
    paint("strong", "推理过程"),
    ...treeLines(all ? step : condenseSteps(step), { first: "", rest: "", above: null }, width, paint),
    ...block(
      "理解",
      outcome.readings.map((reading) => `${readingInWords(reading)}。`),
      width,
      paint,
    ),
    ...block(
      "还缺什么",
      missing.length > 0 ? requests(missing, all) : ["不缺事实，也没有待定事项。"],
      width,
      paint,
    ),
    ...block(
      "差多少",
      [nearest === null ? NO_CHANGE_FOUND[whyTitle(explanation)] : nearestInWords(nearest)],
      width,
      paint,
    ),
  ].join("\n");
};

/** A rule that says nothing about the record, in one line. */
export const explainLine = (policy: PolicyInfo, { outcome, summary }: Explanation): string => {
  const why = (summary[1] ?? "").replace(/。$/, "");
  return `${outcome.decision}（${provisionLabel(policy, outcome.provision)}）　${outcome.status}${why === "" ? "" : `　${why}`}`;
};

/** The rule does not reach the record: 不适用, or 不成立 because it is about others. */
export const saysNothing = ({ outcome, step }: Explanation): boolean =>
  outcome.status === "不适用" ||
  (outcome.status === "不成立" &&
    step.steps.some(({ kind, truth }) => kind === "subject" && truth?.kind === "false"));

const requests = (missing: Explanation["missing"], all: boolean): string[] => {
  const told = missing.map(({ request, reason }) => request || `${reasonInWords(reason)}。`);
  if (all || told.length <= REQUESTS_SHOWN + 1) return told;
  return [...told.slice(0, REQUESTS_SHOWN), `等${told.length}项，加 --all 全部列出。`];
};

const whyTitle = ({ outcome }: Explanation): keyof typeof NO_CHANGE_FOUND => {
  switch (outcome.status) {
    case "成立":
    case "符合":
    case "已认定":
    case "冲突":
      return "为什么";
    case "不成立":
    case "不符合":
    case "不适用":
    case "未认定":
      return "为什么不";
    case "未知":
    case "需裁量":
      return "为什么不能判定";
  }
};

const NOT_FOUND = "未能判定：改变不超过三项事实，没有找到能改变结果的最小变动。";
const NO_CHANGE_FOUND = {
  为什么: NOT_FOUND,
  为什么不: NOT_FOUND,
  为什么不能判定: "未能判定：结果尚不确定，补齐上列事项后再作计算。",
} as const;

/** 甲的“年度医保业务量”由5笔变为0笔，结果即为成立。 */
const nearestInWords = (nearest: NonNullable<Explanation["nearest"]>): string => {
  const changes = nearest.changes.map(
    (change) => `${change.object} ${change.id}的“${change.field}”由${change.from}变为${change.to}`,
  );
  return `${changes.join("，且")}，结果即为${nearest.value ?? nearest.status}。`;
};

const block = (title: string, sentences: readonly string[], width: number, paint: Paint): string[] =>
  sentences.length === 0
    ? []
    : [paint("strong", title), ...sentences.flatMap((sentence) => hanging("  ", sentence, width))];

interface TreePlace {
  /** What the first line and the lines below it begin with. */
  readonly first: string;
  readonly rest: string;
  readonly above: Step | null;
}

const treeLines = (step: Step, { first, rest, above }: TreePlace, width: number, paint: Paint): string[] => {
  const children = step.steps;
  const below = rest + (children.length > 0 ? "│   " : "    ");
  const lines = [
    ...hanging(first, headline(step, above), width, below),
    ...details(step, above).flatMap((detail) => hanging(below, detail, width)),
  ].map((line, at) => (at === 0 ? paintTruth(line, step.truth, paint) : line));
  for (const [at, child] of children.entries()) {
    const last = at === children.length - 1;
    const place = {
      first: `${rest}${last ? "└ " : "├ "}`,
      rest: `${rest}${last ? "  " : "│ "}`,
      above: step,
    };
    lines.push(...treeLines(child, place, width, paint));
  }
  return lines;
};

/** What a step has in common with the one above it is said once. */
const headline = (step: Step, above: Step | null): string => {
  const words = plainWords(step);
  const value = step.value ?? step.absent;
  const source = step.source === null ? "" : `（${step.source}）`;
  return [
    truthWord(step.truth),
    step.ruleItem === null || step.ruleItem === above?.ruleItem ? "" : ruleItemLabel(step.ruleItem),
    `${value === null || words.endsWith(`为${value}`) ? words : `${words}：${value}`}${source}`,
  ]
    .filter((part) => part !== "")
    .join("　");
};

/** The words of a step without 依据, which stands below them. */
const plainWords = ({ words }: Step): string =>
  words
    .replaceAll(/，依据「[^」]*」(?:、「[^」]*」)*/g, "")
    .replace(/[；;。]$/, "")
    .trim();

const details = (step: Step, above: Step | null): string[] => {
  const isCited = step.label !== above?.label || step.quote !== above?.quote;
  const basis = `依据${step.label ?? ""}${step.quote === null ? "" : `「${step.quote}」`}`;
  return [
    ...(isCited && (step.label !== null || step.quote !== null) ? [basis] : []),
    ...(step.note === null || isSaidAlready(step, above) ? [] : [inWholeMetres(step.note)]),
  ];
};

/** A computed distance is told to the metre, which is as exact as anybody reads it; the data keep the millimetres. */
const inWholeMetres = (note: string): string =>
  note.replaceAll(/直线距离(\d+(?:\.\d+)?)(米|公里)/g, (_, figure: string, unit: string) => {
    const kilometres = unit === "公里";
    const rounded = kilometres ? Math.round(Number(figure) * 1000) / 1000 : Math.round(Number(figure));
    return `直线距离${String(rounded) === figure ? "" : "约"}${rounded}${unit}`;
  });

/** A known fact says itself; the note of the rule is the first sentence of the summary. */
const isSaidAlready = ({ kind, value, note, words }: Step, above: Step | null): boolean =>
  kind === "rule" ||
  note === words ||
  ((kind === "fact" || kind === "parameter") && value !== null) ||
  (kind !== "item" && kind !== "group" && (above?.note ?? "").includes((note ?? "").replace(/。$/, "")));

const truthWord = (truth: Truth | null): string => {
  if (truth === null) return "";
  switch (truth.kind) {
    case "true":
      return "真";
    case "false":
      return "假";
    case "indeterminate":
      return "不定";
  }
};

const TRUTH_TONES = { true: "good", false: "muted", indeterminate: "warning" } as const satisfies Record<
  Truth["kind"],
  Tone
>;

const paintTruth = (line: string, truth: Truth | null, paint: Paint): string => {
  const word = truthWord(truth);
  return truth === null ? line : line.replace(word, () => paint(TRUTH_TONES[truth.kind], word));
};

/** Wraps a text behind a prefix; later lines stand under the first word. */
const hanging = (prefix: string, text: string, width: number, restPrefix = prefix): string[] =>
  wrap(visible(text), Math.max(20, width - Math.max(displayWidth(prefix), displayWidth(restPrefix)))).map(
    (line, at) => (at === 0 ? prefix : restPrefix) + line,
  );
