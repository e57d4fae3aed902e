import { evaluateOne } from "../../../compiler/evaluate/evaluate.ts";
import { evaluate, startRun } from "../../../compiler/evaluate/index.ts";
import type { Outcome } from "../../../compiler/model/outcome.ts";
import { receiptOf, recordNames } from "../../../compiler/receipt.ts";
import { noteInWords } from "../../../compiler/register-words.ts";
import type { CheckReport } from "../../../compiler/report/check-report.ts";
import { reportPage } from "../../../compiler/report/html/report-page.ts";
import { isSyntheticRegister } from "./register.ts";
import type { Results } from "./results.ts";

/** The report with all reasons, as the interpreter gives them; without `rows` on everything that was run. */
export const exportPage = async (results: Results, rows: Uint32Array | null): Promise<string> => {
  const { policy, loaded, register, at, shown } = results;
  const { program, texts } = policy;
  const isWhole = rows === null || rows.length === shown.decision.length;
  const outcomes = isWhole
    ? evaluate(program, loaded.facts, { at, only: results.decisions.map(({ id }) => id) }).outcomes
    : outcomesOf(results, rows);
  const records = isWhole ? null : new Set(outcomes.map(({ object, id }) => JSON.stringify([object, id])));
  const report: CheckReport = {
    policy: program.policy,
    at,
    trial: shown.trial,
    notice: shown.notice,
    receipt: await receiptOf(
      program,
      { policy: texts.text, vocabularies: texts.vocabularies.map(({ text }) => text) },
      loaded.facts,
    ),
    dataErrors: loaded.dataErrors,
    notes: [...register.problems, ...loaded.notes.map(noteInWords)],
    outcomes,
    conflicts: results.conflicts.filter(
      ({ object, id }) => records?.has(JSON.stringify([object, id])) ?? true,
    ),
    recordName: recordNames(loaded.facts),
    synthetic: isSyntheticRegister(register, loaded),
    narrowing: isWhole ? [] : [`仅列筛选出的${outcomes.length}项结果`],
  };
  return reportPage(report);
};

const outcomesOf = (
  { policy, loaded, at, shown, decisions }: Results,
  rows: Uint32Array,
): readonly Outcome[] => {
  const run = startRun(policy.program, loaded.facts, at);
  return Array.from(rows).flatMap((row) => {
    const { object, id } = shown.records[shown.record[row]!]!;
    const record = loaded.facts.record(object, id);
    return record === undefined ? [] : [evaluateOne(run, decisions[shown.decision[row]!]!, record)];
  });
};
