import { printValue } from "../../evaluate/index.ts";
import type { Condition, Modality, Origin, Program, Scope, Subject, Term } from "../../model/ir.ts";
import { wordsOf } from "../../model/words.ts";

/** The words of a clause without its marker, its 依据 and its 限, on one line. */
export const clauseWords = (origin: Origin): string =>
  wordsOf(origin)
    .replace(/[，,](?:依据|限)[「“][\s\S]*$/, "")
    .replaceAll(/\s+/g, "")
    .replace(/[。；;，,]+$/, "");

/** What a clause says, without the reading that it is limited to. */
export const conditionWords = (condition: Condition): string => {
  switch (condition.kind) {
    case "constant":
      return condition.value ? "不设条件" : "一概不符合";
    case "all":
    case "any": {
      const rest = condition.operands.filter((operand) => !isGuard(operand));
      return rest.length > 0 && rest.length < condition.operands.length
        ? rest.map(conditionWords).join(condition.kind === "all" ? "且" : "或者")
        : written(condition);
    }
    case "atLeast":
    case "not":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return written(condition);
  }
};

const isGuard = (condition: Condition): boolean =>
  condition.kind === "reading" || (condition.kind === "not" && condition.operand.kind === "reading");

const written = ({ origin }: Condition): string => clauseWords(origin) || "（未写明）";

/** 100笔; 服务圈半径（未定）; else as written. */
export const termWords = (term: Term, program: Program): string => {
  switch (term.kind) {
    case "literal":
      return WRITTEN_NUMBER.test(term.origin.words) ? term.origin.words : printValue(term.value, term.type);
    case "parameter":
      return parameterWords(term.name, program);
    case "field":
      return `${followed(term.of)}${term.field}`;
    case "referenceDate":
      return "基准日";
    case "record":
    case "arithmetic":
    case "aggregate":
    case "decision":
    case "rounded":
      return clauseWords(term.origin) || "（算式）";
  }
};

/** A number with its unit as the rule writes it: 1000万元, 百分之五. */
const WRITTEN_NUMBER = /^[0-9.,零一二三四五六七八九十百千万亿两半成之分]+[^0-9，。；、]{0,4}$/;

export const parameterWords = (name: string, program: Program): string => {
  const parameter = program.parameters.get(name);
  if (parameter === undefined || parameter.values.length === 0) return `${name}（未定）`;
  const [first, ...others] = parameter.values;
  return others.length === 0 && first!.region === null
    ? `${name}（${printValue(first!.value, parameter.type)}）`
    : name;
};

export const scopeWords = (scope: Scope, program: Program): string => {
  switch (scope.kind) {
    case "everywhere":
      return "不限区域";
    case "region":
      return `${scope.region.kind === "variable" ? `本${scope.region.object}` : path(scope.region)}内`;
    case "distance":
      return `${METRIC_WORDS[scope.metric]}${termWords(scope.limit, program)}内`;
  }
};

export const METRIC_WORDS = { walking: "步行", straight: "直线" } as const;

/** 本机构, 所在县区. */
export const subjectWords = (subject: Subject): string => path(subject) || `本${subject.object}`;

const path = (subject: Subject): string =>
  subject.kind === "variable" ? "" : `${followed(subject.from)}${subject.field}`;

const followed = (subject: Subject): string => {
  const words = path(subject);
  return words === "" ? "" : `${words}的`;
};

/** 情态词 as written; a sentence without one only states. */
export const modalWords = ({ word }: Modality): string => word || "直接规定";
