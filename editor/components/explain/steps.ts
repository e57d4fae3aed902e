import type { Explanation } from "../../worker/worker-api.ts";
import type { IconName } from "../icon/icons.ts";

type Step = Explanation["step"];
type Truth = NonNullable<Step["truth"]>;

/** A step that is on show, with its place in the tree: 0, 0.1, 0.1.2. */
export interface ListedStep {
  readonly key: string;
  readonly step: Step;
  readonly above: Step | null;
  readonly level: number;
  readonly isOpen: boolean;
  readonly place: number;
  readonly siblings: number;
}

/** Steps under the open ones, in the order of the screen. */
export const listSteps = (root: Step, open: ReadonlySet<string>): readonly ListedStep[] => {
  const listed: ListedStep[] = [];
  const add = (step: Step, above: Step | null, key: string, place: number, siblings: number): void => {
    const isOpen = open.has(key);
    listed.push({ key, step, above, level: key.split(".").length - 1, isOpen, place, siblings });
    if (isOpen)
      for (const [at, child] of step.steps.entries())
        add(child, step, `${key}.${at}`, at + 1, step.steps.length);
  };
  add(root, null, "0", 1, 1);
  return listed;
};

export const parentOf = (key: string): string => key.split(".").slice(0, -1).join(".") || "0";

/** Lists longer than this stay closed until they are asked for. */
const MOST_OPEN = 12;

/** What stands open at first: what decided. A part that agrees with nothing above it need not be read. */
export const firstOpen = (root: Step): ReadonlySet<string> => {
  const open = new Set<string>();
  const add = (step: Step, key: string): void => {
    if (step.steps.length === 0 || step.setAside || (key !== "0" && step.steps.length > MOST_OPEN)) return;
    open.add(key);
    for (const [at, child] of step.steps.entries()) if (isDecisive(child, step)) add(child, `${key}.${at}`);
  };
  add(root, "0");
  return open;
};

const isDecisive = (child: Step, above: Step): boolean => {
  if (child.truth === null) return true;
  return above.truth === null ? child.truth.kind !== "false" : child.truth.kind === above.truth.kind;
};

interface TruthLook {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: string;
}

export const truthOf = (truth: Truth): TruthLook => TRUTHS[truth.kind];

const TRUTHS = {
  true: { word: "是", icon: "check", tone: "good" },
  false: { word: "否", icon: "close", tone: "soft" },
  indeterminate: { word: "未定", icon: "question", tone: "warn" },
} as const satisfies Record<Truth["kind"], TruthLook>;

/** What a step says, and what stands below it; what it has in common with the step above is said once. */
export const stepWords = (
  step: Step,
  above: Step | null,
): { readonly headline: string; readonly below: readonly string[] } => {
  const words = step.words
    .replaceAll(/，依据「[^」]*」(?:、「[^」]*」)*/g, "")
    .replace(/[；;。]$/, "")
    .trim();
  const value = step.value ?? step.absent;
  const item =
    step.ruleItem === null || step.ruleItem === above?.ruleItem ? "" : `${itemLabel(step.ruleItem)}　`;
  const isCited = step.label !== above?.label || step.quote !== above?.quote;
  const basis = `${step.label ?? ""}${step.quote === null ? "" : `「${step.quote}」`}`;
  return {
    headline: `${item}${value === null || words.endsWith(`为${value}`) ? words : `${words}：${value}`}`,
    below: [
      step.note === null || isSaid(step, above) ? "" : step.note,
      isCited && basis !== "" ? `依据${basis}` : "",
      step.source === null ? "" : `来源：${step.source}`,
      step.setAside ? "这一读法没有采用，没有往下判断。" : "",
    ].filter((line) => line !== ""),
  };
};

const itemLabel = (item: string): string => (item.startsWith("规则条件") ? item : `规则条件${item}`);

/** A known fact says itself; the note of the rule stands in the sentences above the tree. */
const isSaid = ({ kind, value, note, words }: Step, above: Step | null): boolean =>
  kind === "rule" ||
  note === words ||
  ((kind === "fact" || kind === "parameter") && value !== null) ||
  (kind !== "item" && kind !== "group" && (above?.note ?? "").includes((note ?? "").replace(/。$/, "")));
