import type { Expectation, Name, Sum } from "../../language/index.ts";
import type { CaseExpectation } from "../model/ir.ts";
import type { Value } from "../model/value.ts";
import type { Declared } from "../resolve/declared.ts";
import type { RecordOfCase } from "./case-record.ts";
import { originOf, use, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { expectedStatuses, subjectOfResult, type Result } from "./expectation.ts";
import { expectedModality } from "./modality.ts";
import { unknownName } from "./names.ts";
import { constantOf } from "./parameter.ts";

/** 则「甲」…: what must come out, if it can come out at all. */
export const expectationOf = (
  expectation: Expectation,
  records: readonly RecordOfCase[],
  frame: Frame,
): readonly CaseExpectation[] | null => {
  const result = subjectOfResult(expectation.about, frame);
  if (result === null) return null;
  const matching = records.filter((record) => record.id === expectation.id.text);
  if (matching.length === 0) {
    return unknownName(
      { ...expectation.id, form: "quoted" },
      frame,
      "本用例没有设这条记录",
      records.map((record) => record.id),
    );
  }
  if (result.object !== null && !matching.some((record) => record.object === result.object)) {
    frame.block.diagnostics.push(
      reportCheck("result-of-other-object", frame.block.file.source.name, expectation.span, {
        about: expectation.about.text,
        object: result.object,
        id: expectation.id.text,
        found: matching[0]!.object,
      }),
    );
    return null;
  }
  const status = statusOf(expectation.status, result, expectation, frame);
  if (status === undefined) return null;
  const modality = modalityIn(expectation, result, frame);
  if (modality === undefined) return null;
  const value = expectation.value === null ? null : resultValue(expectation.value, result, frame);
  if (expectation.value !== null && value === null) return null;
  for (const reason of expectation.because) checkReason(reason, frame);
  return [
    {
      id: expectation.id.text,
      about: expectation.about.text,
      status,
      value,
      because: expectation.because.map((reason) => reason.text),
      quotes: expectation.basis.map((quote) => quote.text),
      ...(modality === null ? {} : { modality }),
      origin: originOf(frame, expectation.span),
    },
  ];
};

/** The status if this kind of rule can have it; undefined after reporting that it cannot. */
const statusOf = (
  status: string | null,
  result: Result,
  at: { readonly span: Expectation["span"] },
  frame: Frame,
): string | null | undefined => {
  const possible = expectedStatuses(result.kind);
  if (status === null || possible.includes(status)) return status;
  frame.block.diagnostics.push(
    reportCheck("status-not-possible", frame.block.file.source.name, at.span, {
      status,
      kind: result.words,
      possible: possible.join("、"),
    }),
  );
  return undefined;
};

/** The modality, if this kind of rule has one; undefined after reporting that it has none. */
const modalityIn = (
  { modality }: Expectation,
  { kind, words }: Result,
  frame: Frame,
): CaseExpectation["modality"] | null | undefined => {
  if (modality === undefined) return null;
  if (kind !== "classification" && kind !== "indicator") return expectedModality(modality);
  frame.block.diagnostics.push(
    reportCheck("modal-not-possible", frame.block.file.source.name, modality.span, { kind: words }),
  );
  return undefined;
};

const resultValue = (sum: Sum, result: Result, frame: Frame): Value | null => {
  if (result.type !== null) return constantOf(sum, result.type, frame);
  frame.block.diagnostics.push(
    reportCheck("value-not-possible", frame.block.file.source.name, sum.span, { kind: result.words }),
  );
  return null;
};

/** 因…: a field, parameter, reading, ranking or exception that exists. */
const checkReason = (reason: Name, frame: Frame): void => {
  const declared = frame.block.environment.declarations.byName.get(reason.text) ?? [];
  const found: Declared | undefined = declared[0];
  if (found !== undefined) use(frame, reason, found);
  else if (reason.text !== "步行距离") {
    unknownName(
      { ...reason, form: "quoted" },
      frame,
      "没有这个名称的字段、参数、理解或者例外",
      frame.block.environment.declarations.byName.keys(),
    );
  }
};
