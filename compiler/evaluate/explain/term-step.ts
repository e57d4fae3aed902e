import type { FactRecord } from "../../model/facts.ts";
import type { Term } from "../../model/ir.ts";
import type { Step } from "../../model/outcome.ts";
import { datedValue } from "../parameter.ts";
import { printDate, printValue } from "../print.ts";
import { isOpen, type Result } from "../result.ts";
import type { Environment, Run } from "../run.ts";
import { resolve } from "../subject.ts";
import { evaluateTerm } from "../term.ts";
import { candidateSteps } from "./candidate-step.ts";
import { decisionStep } from "./decision-step.ts";
import { stepAt } from "./place.ts";
import { reasonList } from "./sentence.ts";

/** Where the value of a term comes from. A literal needs no step: it stands in the words. */
export const termSteps = (run: Run, term: Term, environment: Environment): readonly Step[] => {
  const result = evaluateTerm(run, term, environment);
  switch (term.kind) {
    case "literal":
      return [];
    case "field": {
      const record = resolve(run, term.of, environment);
      const source = isOpen(record) ? null : record.source;
      return [
        stepAt(run, term.origin, {
          kind: "fact",
          words: term.field,
          value: shown(result, term),
          absent: absent(result),
          source,
          note: note(run, term, result, environment),
        }),
      ];
    }
    case "parameter":
      return [
        stepAt(run, term.origin, {
          kind: "parameter",
          words: term.name,
          value: shown(result, term),
          absent: isOpen(result) ? "未确定" : null,
          source: parameterSource(run, term, environment),
          note: note(run, term, result, environment),
        }),
      ];
    case "referenceDate":
      return [
        stepAt(run, term.origin, {
          kind: "value",
          words: "基准日",
          value: shown(result, term),
          note: `基准日为${printDate(run.at)}。`,
        }),
      ];
    case "record":
      return [];
    case "arithmetic":
      return [
        valueStep(run, term, result, environment, [
          ...termSteps(run, term.left, environment),
          ...termSteps(run, term.right, environment),
        ]),
      ];
    case "rounded":
      return [valueStep(run, term, result, environment, termSteps(run, term.operand, environment))];
    case "aggregate":
      return [valueStep(run, term, result, environment, candidateSteps(run, term.candidates, environment))];
    case "decision": {
      const record = resolve(run, term.of, environment);
      const decision = run.decisions.get(term.decision);
      return isOpen(record) || decision === undefined ? [] : [decisionStep(run, decision, record)];
    }
  }
};

/** 年度医保业务量为5笔 — for every part of a term that is known and not written in the words. */
export const knownPhrases = (run: Run, term: Term, environment: Environment): readonly string[] => {
  if (term.kind === "literal" || term.kind === "record") return [];
  const result = evaluateTerm(run, term, environment);
  const whole = isOpen(result) ? [] : [`${nameOf(run, term, environment)}为${printValue(result, term.type)}`];
  if (term.kind === "arithmetic") {
    return [
      ...knownPhrases(run, term.left, environment),
      ...knownPhrases(run, term.right, environment),
      ...whole,
    ];
  }
  return term.kind === "rounded" ? [...knownPhrases(run, term.operand, environment), ...whole] : whole;
};

const valueStep = (
  run: Run,
  term: Term,
  result: Result,
  environment: Environment,
  steps: readonly Step[],
): Step =>
  stepAt(run, term.origin, {
    kind: "value",
    value: shown(result, term),
    note: note(run, term, result, environment),
    steps,
  });

const shown = (result: Result, term: Term): string | null =>
  isOpen(result) ? null : printValue(result, term.type);

/** What a register shows in the place of a fact that it does not hold. */
const absent = (result: Result): string | null => {
  if (!isOpen(result)) return null;
  const kind = result.reasons[0]?.kind;
  if (kind === "引用对象缺失") return "不在数据中";
  return kind === "裁量判断" ? "尚无认定" : "未填";
};

const note = (run: Run, term: Term, result: Result, environment: Environment): string =>
  isOpen(result)
    ? `${reasonList(result.reasons)}。`
    : `${nameOf(run, term, environment)}为${printValue(result, term.type)}。`;

/** The field or parameter by name, of another record with whose it is. */
const nameOf = (run: Run, term: Term, environment: Environment): string => {
  switch (term.kind) {
    case "field":
    case "decision": {
      const name = term.kind === "field" ? term.field : term.decision;
      const record = resolve(run, term.of, environment);
      return isOpen(record) || isJudged(record, environment)
        ? name
        : `${record.object}“${record.id}”的${name}`;
    }
    case "parameter":
      return term.name;
    case "referenceDate":
      return "基准日";
    case "literal":
    case "record":
    case "arithmetic":
    case "aggregate":
    case "rounded":
      return `“${term.origin.words}”`;
  }
};

const isJudged = (record: FactRecord, environment: Environment): boolean => {
  const judged = environment[0];
  return judged !== undefined && judged.object === record.object && judged.id === record.id;
};

const parameterSource = (
  run: Run,
  term: Extract<Term, { kind: "parameter" }>,
  environment: Environment,
): string | null => {
  const region = term.region === null ? null : resolve(run, term.region, environment);
  if (region !== null && isOpen(region)) return null;
  const dated = datedValue(run, term.name, region?.id ?? null);
  if (dated === null) return null;
  const from = dated.from === null ? "" : `自${printDate(dated.from)}起`;
  return [from, dated.source ?? ""].filter((part) => part !== "").join("，") || "文件规定";
};
