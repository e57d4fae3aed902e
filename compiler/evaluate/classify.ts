import type { FactRecord } from "../model/facts.ts";
import type { Classification } from "../model/ir.ts";
import type { Reason } from "../model/outcome.ts";
import type { Value } from "../model/value.ts";
import { evaluateCondition } from "./condition.ts";
import { notApplicable, settled, undecided } from "./judge.ts";
import { reasonSet, union } from "./reason.ts";
import { valueKey } from "./result.ts";
import type { Judgement, Run } from "./run.ts";
import { reasonsOf } from "./truth.ts";

/**
 * Two different values that hold are a 冲突; a different value that may still hold leaves it open. Nothing depends on
 * the order of the items.
 */
export const classify = (run: Run, rule: Classification, record: FactRecord): Judgement => {
  const subject = evaluateCondition(run, rule.subject, [record]);
  if (subject.kind === "false") return notApplicable({ kind: "subject" });
  const certain = new Map<string, Value>();
  const possible = new Map<string, { readonly value: Value; readonly reasons: Reason[] }>();
  for (const item of rule.items) {
    const truth = evaluateCondition(run, item.condition, [record]);
    const key = valueKey(item.value);
    if (truth.kind === "true") certain.set(key, item.value);
    else if (truth.kind === "indeterminate") {
      const entry = possible.get(key) ?? { value: item.value, reasons: [] };
      entry.reasons.push(...truth.reasons);
      possible.set(key, entry);
    }
  }
  for (const key of certain.keys()) possible.delete(key);
  const found = conclude(rule, [...certain.values()], [...possible.values()]);
  if (subject.kind === "true") return found;
  const candidates = found.value === null ? found.candidates : [found.value];
  return undecided(union(subject.reasons, reasonsOf(subject), found.reasons), candidates);
};

const conclude = (
  rule: Classification,
  certain: readonly Value[],
  possible: readonly { readonly value: Value; readonly reasons: readonly Reason[] }[],
): Judgement => {
  if (certain.length > 1) return { ...settled("冲突"), candidates: inOrder(rule, certain) };
  const fallback = rule.otherwise?.value ?? null;
  if (possible.length > 0) {
    const values = [...certain, ...possible.map((entry) => entry.value)];
    const more = certain.length === 0 && fallback !== null ? [fallback] : [];
    return undecided(
      reasonSet(possible.flatMap((entry) => entry.reasons)),
      inOrder(rule, [...values, ...more]),
    );
  }
  const value = certain[0] ?? fallback;
  return value === null ? settled("未认定") : settled("已认定", value);
};

/** Declared order where the values have one, else by their characters; each once. */
const inOrder = (rule: Classification, values: readonly Value[]): readonly Value[] => {
  const declared = rule.type.kind === "enumeration" ? rule.type.values : [];
  const place = (value: Value): number => (value.kind === "enumeration" ? declared.indexOf(value.value) : -1);
  const byKey = new Map(values.map((value) => [valueKey(value), value]));
  return [...byKey.keys()]
    .sort((left, right) => place(byKey.get(left)!) - place(byKey.get(right)!) || (left < right ? -1 : 1))
    .map((key) => byKey.get(key)!);
};
