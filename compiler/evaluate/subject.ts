import type { FactRecord } from "../model/facts.ts";
import type { Origin, Subject } from "../model/ir.ts";
import type { Reason } from "../model/outcome.ts";
import { isOpen, open, type Open, type Result } from "./result.ts";
import type { Environment, Run } from "./run.ts";

/** The record that a subject names, or why it cannot be told. */
export const resolve = (run: Run, subject: Subject, environment: Environment): FactRecord | Open => {
  switch (subject.kind) {
    case "variable":
      return environment[subject.index] ?? open([absent(subject.object, subject.object, "")]);
    case "follow": {
      const from = resolve(run, subject.from, environment);
      return isOpen(from) ? from : follow(run, from, subject.field);
    }
  }
};

/** A fact of a record. One that is absent is open: never zero, never false. */
export const readField = (run: Run, record: FactRecord, field: string): Result =>
  record.facts.get(field) ?? open([missingFact(run, record, field)]);

/** What stands behind an absent fact: somebody's judgement, or a fact that can be brought. */
export const missingFact = (run: Run, record: FactRecord, field: string): Reason => {
  const authority = run.program.objects.get(record.object)?.fields.get(field)?.judgedBy ?? null;
  return authority === null
    ? absent(field, record.object, record.id)
    : {
        kind: "裁量判断",
        name: field,
        owner: authority.name,
        source: authority.source,
        object: record.object,
        id: record.id,
      };
};

/** A value of another kind than the rule reads is no value; readers of data reject it before. */
export const unreadable = (origin: Origin): Open => open([absent(origin.words, "", "")]);

const follow = (run: Run, from: FactRecord, field: string): FactRecord | Open => {
  const value = readField(run, from, field);
  if (isOpen(value)) return value;
  if (value.kind !== "reference") return open([missingFact(run, from, field)]);
  return (
    run.facts.record(value.object, value.id) ??
    open([{ kind: "引用对象缺失", name: field, object: value.object, id: value.id }])
  );
};

const absent = (name: string, object: string, id: string): Reason => ({ kind: "缺少事实", name, object, id });
