import type { Name } from "../../language/index.ts";
import type { Type } from "../model/type.ts";
import { lookUp } from "../resolve/declared.ts";
import { use, type Frame } from "./context.ts";
import { unknownName } from "./names.ts";

/** What a 用例 or 性质 speaks of, and what can come out of it. */
export interface Result {
  readonly kind: "measure" | "requirement" | "both" | "classification" | "indicator";
  /** Object that it judges; null where the rule itself could not be understood. */
  readonly object: string | null;
  readonly type: Type | null;
  /** Its kind in words, for messages. */
  readonly words: string;
}

/** The rule, 认定 or 指标 of that name. */
export const subjectOfResult = (about: Name, frame: Frame): Result | null => {
  const { environment } = frame.block;
  const { declarations } = environment;
  const rule = lookUp(declarations, "rule", about.text);
  if (rule !== undefined) {
    use(frame, about, rule);
    // A rule that could not be understood may be anything: its own block has been reported.
    const { kind, object } = environment.shapes.get(about.text) ?? { kind: "both", object: null };
    return { kind, object, type: null, words: RULE_WORDS[kind] };
  }
  const classification = lookUp(declarations, "classification", about.text);
  if (classification !== undefined) {
    use(frame, about, classification);
    return {
      kind: "classification",
      object: classification.object,
      type: classification.type,
      words: "认定",
    };
  }
  const indicator = lookUp(declarations, "indicator", about.text);
  if (indicator !== undefined) {
    use(frame, about, indicator);
    return {
      kind: "indicator",
      object: indicator.object,
      type: environment.typeOf(indicator),
      words: "指标",
    };
  }
  return unknownName(
    { ...about, form: "quoted" },
    frame,
    "没有这个名称的规则、认定或者指标",
    resultNames(frame),
  );
};

const RULE_WORDS = { measure: "措施规则", requirement: "要求规则", both: "规则" } as const;

/** Statuses that can be written for each kind of rule. */
export const expectedStatuses = (kind: Result["kind"]): readonly string[] => {
  switch (kind) {
    case "measure":
      return ["成立", "不成立", "未知", "需裁量", "不适用"];
    case "requirement":
      return ["符合", "不符合", "未知", "需裁量", "不适用"];
    case "both":
      return ["成立", "不成立", "符合", "不符合", "未知", "需裁量", "不适用"];
    case "classification":
      return ["未认定", "冲突", "未知", "需裁量", "不适用"];
    case "indicator":
      return ["未知", "需裁量", "不适用"];
  }
};

const resultNames = (frame: Frame): readonly string[] =>
  frame.block.environment.declarations.all.flatMap((declared) =>
    declared.kind === "rule" || declared.kind === "classification" || declared.kind === "indicator"
      ? [declared.name]
      : [],
  );
