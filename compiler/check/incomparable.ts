import type { Bound } from "../../language/index.ts";
import type { NumberType } from "../model/type.ts";
import type { Term } from "../model/ir.ts";
import { originOf, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { describeUnit, measuredBy } from "./types.ts";

/** Two numbers of different kinds: what each side is, in the words of the author; nothing is to be converted. */
export const unitsDiffer = (
  left: { readonly words: string; readonly type: NumberType },
  right: { readonly words: string; readonly type: NumberType },
): { readonly left: string; readonly right: string; readonly why: string } => {
  const [one, other] = [measuredBy(left.type), measuredBy(right.type)];
  return {
    left: `“${left.words}”${describeUnit(left.type)}`,
    right: `“${right.words}”${describeUnit(right.type)}`,
    why: one === other ? "单位不同，" : `${one}与${other}`,
  };
};

/** 签订合同日期超过30日: a day is not longer than a period; the period runs from that day. */
export const dateBesidePeriod = (left: Term, right: Term, bound: Bound, frame: Frame): boolean => {
  if (left.type.kind !== "date" || right.type.kind !== "number" || !PERIODS.has(right.type.dimension))
    return false;
  const date = left.origin.words;
  const meant = `自${date}起${originOf(frame, bound.span).words}`;
  const where = { start: left.origin.span.start, end: bound.span.end };
  frame.block.diagnostics.push(
    reportCheck(
      "date-beside-period",
      frame.block.file.source.name,
      bound.span,
      { date, period: right.origin.words, meant },
      left.origin.span.end <= bound.span.start
        ? { fixes: [{ title: `改为“${meant}”`, safe: false, edits: [{ span: where, newText: meant }] }] }
        : {},
    ),
  );
  return true;
};

const PERIODS: ReadonlySet<string> = new Set(["day", "workingDay", "month", "year"]);
