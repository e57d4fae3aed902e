import type { Term } from "../model/ir.ts";
import { aggregate } from "./aggregate.ts";
import { calculate, limited, roundTo } from "./arithmetic.ts";
import { judge } from "./judge.ts";
import { readParameter } from "./parameter.ts";
import { isOpen, open, openReasons, type Result } from "./result.ts";
import type { Environment, Judgement, Run } from "./run.ts";
import { readField, resolve, unreadable } from "./subject.ts";

/** The value of a term, or the reasons why it is open. */
export const evaluateTerm = (run: Run, term: Term, environment: Environment): Result => {
  switch (term.kind) {
    case "literal":
      return term.value;
    case "field": {
      const record = resolve(run, term.of, environment);
      return isOpen(record) ? record : readField(run, record, term.field);
    }
    case "record": {
      const record = resolve(run, term.of, environment);
      return isOpen(record) ? record : { kind: "reference", object: record.object, id: record.id };
    }
    case "parameter":
      return readParameter(run, term, environment);
    case "arithmetic": {
      const left = evaluateTerm(run, term.left, environment);
      const right = evaluateTerm(run, term.right, environment);
      if (isOpen(left) || isOpen(right)) return open(openReasons(left), openReasons(right));
      return calculate(term, left, right);
    }
    case "aggregate":
      return aggregate(run, term, environment);
    case "decision": {
      const record = resolve(run, term.of, environment);
      if (isOpen(record)) return record;
      return judgedValue(judge(run, term.decision, record), term.decision, record);
    }
    case "rounded": {
      const operand = evaluateTerm(run, term.operand, environment);
      if (isOpen(operand)) return open(operand.reasons);
      if (operand.kind !== "number") return unreadable(term.origin);
      return limited(roundTo(operand.value, term.digits, term.mode), term.origin.words);
    }
    case "referenceDate":
      return { kind: "date", value: run.at };
  }
};

/** What another decision found, as a value: a class, a number, or whether it holds. */
export const judgedValue = (
  judgement: Judgement,
  name: string,
  record: { readonly object: string; readonly id: string },
): Result => {
  switch (judgement.status) {
    case "已认定":
      return judgement.value ?? open([{ kind: "未认定", name, object: record.object, id: record.id }]);
    case "成立":
    case "符合":
      return { kind: "boolean", value: true };
    case "不成立":
    case "不符合":
      return { kind: "boolean", value: false };
    case "未知":
    case "需裁量":
      return open(judgement.reasons);
    case "冲突":
      return open([{ kind: "认定冲突", name, object: record.object, id: record.id }]);
    case "未认定":
    case "不适用":
      return open([{ kind: "未认定", name, object: record.object, id: record.id }]);
  }
};
