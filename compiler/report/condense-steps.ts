import type { Step, Truth } from "../model/outcome.ts";

/**
 * The decisive branches of a reasoning: parts that have the same value as what they decide. The rest is named
 * in one line, so that a reader sees that nothing was forgotten; `--all` shows it.
 */
export const condenseSteps = (step: Step): Step => {
  const below = step.steps.filter((child) => !isReading(child));
  const considered = below.filter((child) => !isSetAside(child));
  const aside = below.filter(isSetAside);
  const decisive = decisiveOf(step, considered);
  const rest = considered.filter((child) => !decisive.has(child));
  const shown = considered.filter((child) => decisive.has(child));
  const candidates = shown.filter(isCandidate);
  const cut = new Set(candidates.slice(CANDIDATES_SHOWN));
  const items = shown.filter((child) => child.truth !== null && !isCandidate(child));
  const surplus = new Set(items.length > ITEMS_SHOWN + 1 ? items.slice(ITEMS_SHOWN) : []);
  return {
    ...step,
    steps: [
      ...shown.filter((child) => !cut.has(child) && !surplus.has(child)).map(condenseSteps),
      ...line([...surplus, ...rest.filter((child) => !isCandidate(child))], (folded) =>
        foldedInWords(step, folded),
      ),
      ...line([...cut, ...rest.filter(isCandidate)], candidatesInWords),
      ...line(aside, (folded) => asideInWords(step, folded)),
    ],
  };
};

const CANDIDATES_SHOWN = 3;
const ITEMS_SHOWN = 5;
const NAMED = 3;
const WORDS = 24;

/** The reading that a part is limited to stands in its words. */
const isReading = ({ kind }: Step): boolean => kind === "reading";

const isSetAside = ({ setAside }: Step): boolean => setAside;

/** One record of a quantifier, or the line that counts those that are not told. */
const isCandidate = ({ kind }: Step): boolean => kind === "candidate";

const decisiveOf = (above: Step, steps: readonly Step[]): ReadonlySet<Step> => {
  const wanted = (["true", "false", "indeterminate"] as const).find((kind) =>
    above.truth === null ? false : above.truth.kind === kind,
  );
  if (wanted === undefined) return decisiveOfUnvalued(above, steps);
  const same = steps.filter((step) => step.truth === null || step.truth.kind === decisiveValue(step, wanted));
  // A denial turns the value of its only part. A candidate that may be too far away is open whatever else it is.
  return new Set(above.kind === "candidate" || same.some((step) => step.truth !== null) ? same : steps);
};

/** An exception that applies makes a rule fail. */
const decisiveValue = ({ kind }: Step, wanted: Truth["kind"]): Truth["kind"] | null => {
  if (kind !== "exception" || wanted === "indeterminate") return wanted;
  return wanted === "false" ? "true" : null;
};

/** A classification, a result 不适用 or a number: what is met, else what is open, else what is not met. */
const decisiveOfUnvalued = (above: Step, steps: readonly Step[]): ReadonlySet<Step> => {
  const valued = steps.filter((step) => step.truth !== null);
  const plain = steps.filter((step) => step.truth === null && step.kind !== "item");
  const having = (kind: Truth["kind"]): readonly Step[] => valued.filter((step) => step.truth?.kind === kind);
  if (above.value === "不适用") {
    const exceptions = having("true").filter((step) => step.kind === "exception");
    const outside = having("false").filter((step) => step.kind === "subject");
    return new Set([
      ...plain,
      ...(outside.length > 0 ? outside : exceptions.length > 0 ? exceptions : valued),
    ]);
  }
  const found = [having("true"), having("indeterminate"), having("false")].find((group) => group.length > 0);
  const otherwise = steps.filter((step) => step.kind === "item" && step.truth === null);
  return new Set([...plain, ...(found ?? []), ...(having("true").length > 0 ? [] : otherwise)]);
};

const line = (steps: readonly Step[], say: (steps: readonly Step[]) => string): readonly Step[] =>
  steps.length === 0 ? [] : [{ ...EMPTY, words: say(steps) }];

const EMPTY: Step = {
  kind: "group",
  truth: null,
  value: null,
  setAside: false,
  absent: null,
  words: "",
  ruleItem: null,
  provision: null,
  label: null,
  quote: null,
  span: null,
  source: null,
  note: null,
  steps: [],
};

/** 其余7项：不符合（三）（四）等6项，不能判定（一）. */
const foldedInWords = (above: Step, steps: readonly Step[]): string => {
  const parts = (
    [
      ["符合", "true"],
      ["不符合", "false"],
      ["不能判定", "indeterminate"],
    ] as const
  ).flatMap(([word, kind]) => {
    const group = steps.filter((step) => step.truth?.kind === kind);
    return group.length === 0 ? [] : [`${word}${named(above, group)}`];
  });
  const bare = steps.every((step) => step.truth === null) ? named(above, steps) : "";
  return `其余${steps.length}项：${[...parts, bare].filter((part) => part !== "").join("，")}`;
};

const asideInWords = (above: Step, steps: readonly Step[]): string =>
  `另有${steps.length}项限其他读法，未予考虑：${named(above, steps)}`;

const candidatesInWords = (steps: readonly Step[]): string => {
  const records = steps.filter(({ value }) => value !== null).flatMap(({ value }) => value ?? []);
  const rest = records.length === 0 ? "其余记录" : `其余记录（${records.slice(0, NAMED).join("、")}等）`;
  return `${rest}从略，加 --all 全部列出`;
};

/** Items by their numbers, other parts by their first words. A part of an item has the number of the item. */
const named = (above: Step, steps: readonly Step[]): string => {
  const isNumbered = ({ ruleItem }: Step): boolean => ruleItem !== null && ruleItem !== above.ruleItem;
  const names = new Set(
    steps.map((step) =>
      isNumbered(step)
        ? (step.ruleItem ?? "").replace(/^规则条件/, "")
        : `${step.kind === "exception" ? "例外" : ""}“${shortened(step.words)}”`,
    ),
  );
  if (steps.every(isNumbered) && names.size === steps.length) return [...names].join("");
  const shown = [...names].slice(0, NAMED);
  return shown.join("、") + (steps.length > shown.length ? `等${steps.length}项` : "");
};

const shortened = (words: string): string => {
  const first = words.trim().split("\n")[0]!;
  return first.length > WORDS ? `${first.slice(0, WORDS)}…` : first;
};
