import type { Elapsed } from "../../language/index.ts";
import type { Condition, Term } from "../model/ir.ts";
import { DATE } from "../resolve/field-types.ts";
import { operatorOf } from "./bound.ts";
import { originOf, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { termOf } from "./term.ts";
import { describeType } from "./types.ts";

/** 距上次复核日期已满2年, counted to the 基准日. */
export const elapsedOf = (atom: Elapsed, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  const from = termOf(atom.from, frame, { type: DATE });
  const amount = termOf(atom.bound.value, frame);
  const operator = operatorOf(atom.bound, frame);
  if (from === null || amount === null || operator === null) return null;
  if (from.type.kind !== "date") {
    frame.block.diagnostics.push(
      reportCheck("date-expected", frame.block.file.source.name, atom.from.span, {
        words: originOf(frame, atom.from.span).words,
        found: describeType(from.type),
      }),
    );
    return null;
  }
  const dimension = amount.type.kind === "number" ? amount.type.dimension : null;
  if (dimension !== "day" && dimension !== "month" && dimension !== "year") {
    frame.block.diagnostics.push(
      reportCheck("period-expected", frame.block.file.source.name, atom.bound.value.span, {
        words: originOf(frame, atom.bound.value.span).words,
        found: describeType(amount.type),
      }),
    );
    return null;
  }
  const to: Term = { kind: "referenceDate", type: DATE, origin };
  return { kind: "elapsed", operator, word: atom.bound.word, from, to, amount, unit: dimension, origin };
};
