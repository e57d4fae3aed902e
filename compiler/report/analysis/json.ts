import type { Witness } from "../../model/analysis.ts";
import type { Program } from "../../model/ir.ts";
import { isoDay } from "../day.ts";
import { exactValue } from "./exact-value.ts";
import type { AnalysisReport, ReportedFinding } from "./report.ts";

/** The findings as plain data; the field names are a contract with those who read them. */
export const analysisJson = (report: AnalysisReport): string =>
  `${JSON.stringify(
    [
      ...report.groups.flatMap(({ findings }) => findings.map((each) => findingJson(report, each))),
      ...report.left.map(({ reported, reason }) => ({
        ...findingJson(report, reported),
        suppressed: reason,
      })),
    ],
    null,
    2,
  )}\n`;

const findingJson = ({ program }: AnalysisReport, reported: ReportedFinding): object => {
  const { finding, clauses, suggestions } = reported;
  const [first] = clauses;
  return {
    code: finding.code,
    provisions: [
      ...new Set(
        clauses.flatMap(({ label, document }) =>
          label === null ? [] : [document === null ? label : `《${document}》${label}`],
        ),
      ),
    ],
    message: finding.message,
    witness: finding.witness === null ? null : witnessJson(finding.witness, program),
    verdict: finding.certainty,
    suggestion: finding.suggestions[0]?.title ?? null,
    severity: finding.severity,
    rules: [...new Set(finding.places.flatMap(({ rule }) => rule ?? []))],
    file: first?.file ?? null,
    line: first?.line ?? null,
    clauses: clauses.map(({ name, label, document, file, line, words, quotes }) => ({
      name,
      label,
      document,
      file,
      line,
      words,
      quotes,
    })),
    suggestions: suggestions.map(({ title, file, edits, changes }) => ({
      title,
      file,
      edits: edits.map(({ span, newText }) => ({ start: span.start, end: span.end, newText })),
      changes,
    })),
    reason: finding.reason,
    ...(finding.sensitivity === undefined ? {} : { sensitivity: finding.sensitivity }),
  };
};

const witnessJson = (
  { at, world, record, readings, facts, results, caseText }: Witness,
  program: Program | null,
): unknown => ({
  at: isoDay(at),
  record,
  records: world.records.map(({ object, id, facts: each }) => ({
    object,
    id,
    facts: Object.fromEntries(
      [...each].map(([name, value]) => [
        name,
        exactValue(value, program?.objects.get(object)?.fields.get(name)?.type ?? null),
      ]),
    ),
  })),
  distances: (world.distances ?? []).map(({ from, to, metres }) => ({ from, to, metres })),
  parameters: Object.fromEntries(
    [...(world.parameters ?? [])].map(([name, values]) => [
      name,
      values.map(({ from, region, value }) => ({
        from: from === null ? null : isoDay(from),
        region,
        value: exactValue(value, program?.parameters.get(name)?.type ?? null),
      })),
    ]),
  ),
  readings: Object.fromEntries(readings),
  results: results.map(({ decision, rule, status, value }) => ({ rule, decision, status, value })),
  facts,
  case: caseText,
});
