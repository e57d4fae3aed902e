import { didYouMean, parseCell } from "../../../compiler/data/index.ts";
import {
  explain,
  judge,
  outsideForce,
  reportedDecisions,
  startRun,
  withRecord,
} from "../../../compiler/evaluate/index.ts";
import type { FactRecord, Facts } from "../../../compiler/model/facts.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import type { Status } from "../../../compiler/model/outcome.ts";
import type { Day, Value } from "../../../compiler/model/value.ts";
import type { ResultTarget, WhatIf, WhatIfAnswer } from "../worker-api.ts";

/** What would come out if some cells held something else. */
export const whatIf = (
  program: Program,
  facts: Facts,
  at: Day,
  target: ResultTarget,
  changes: readonly WhatIf[],
): WhatIfAnswer => {
  const { changed, problems } = withChanges(program, facts, changes);
  const before = statusesOf(program, facts, at, target);
  const after = statusesOf(program, changed, at, target);
  return {
    explanation: explain(program, changed, { at }, target),
    problems,
    others: [...before].flatMap(([rule, from]) => {
      const to = after.get(rule) ?? from;
      return rule === target.decision || from === to ? [] : [{ rule, from, to }];
    }),
  };
};

/** The facts with some cells holding something else; cells that cannot be read are told and left as they are. */
export const withChanges = (
  program: Program,
  facts: Facts,
  changes: readonly WhatIf[],
): { readonly changed: Facts; readonly problems: WhatIfAnswer["problems"] } => {
  const problems: { field: string; message: string }[] = [];
  let changed = facts;
  for (const change of changes) {
    const read = readChange(program, facts, change);
    if (read.kind === "bad") problems.push({ field: change.field, message: read.message });
    else {
      const record = changed.record(change.object, change.id)!;
      changed = withRecord(changed, put(record, change.field, read.value));
    }
  }
  return { changed, problems };
};

type ReadChange =
  | { readonly kind: "value"; readonly value: Value | null }
  | { readonly kind: "bad"; readonly message: string };

const readChange = (
  program: Program,
  facts: Facts,
  { object, id, field: name, text }: WhatIf,
): ReadChange => {
  const bad = (message: string): ReadChange => ({ kind: "bad", message });
  const field = program.objects.get(object)?.fields.get(name);
  if (field === undefined) return bad(`“${object}”没有字段“${name}”。`);
  if (facts.record(object, id) === undefined) return bad(`数据中没有编号为“${id}”的${object}。`);
  const parsed = parseCell(text, field);
  if (parsed.kind === "empty") return { kind: "value", value: null };
  if (parsed.kind === "bad") return bad(`“${name}”填的是“${shortened(text)}”，应为${parsed.expected}。`);
  const { value } = parsed;
  if (value.kind === "reference" && facts.record(value.object, value.id) === undefined) {
    const ids = facts.records(value.object).map((record) => record.id);
    return bad(
      `“${name}”填的是“${shortened(text)}”，数据中没有这个编号的${value.object}${didYouMean(text, ids) || "。"}`,
    );
  }
  return { kind: "value", value };
};

const shortened = (text: string): string => (text.length <= 40 ? text : `${text.slice(0, 40)}…`);

const put = (record: FactRecord, field: string, value: Value | null): FactRecord => {
  const facts = new Map(record.facts);
  if (value === null) facts.delete(field);
  else facts.set(field, value);
  return { ...record, facts };
};

/** Statuses of the reported decisions about one record. */
const statusesOf = (
  program: Program,
  facts: Facts,
  at: Day,
  { object, id }: ResultTarget,
): ReadonlyMap<string, Status> => {
  const record = facts.record(object, id);
  if (record === undefined) return new Map();
  const outside = outsideForce(program.policy, at) !== null;
  const run = startRun(program, facts, at);
  return new Map(
    reportedDecisions(program)
      .filter((decision) => decision.object === object)
      .map((decision) => [decision.id, outside ? "不适用" : judge(run, decision.id, record).status]),
  );
};
