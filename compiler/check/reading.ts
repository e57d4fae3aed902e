import type { ReadingBlock, ReadingGuard } from "../../language/index.ts";
import type { Condition, Reading } from "../model/ir.ts";
import { lookUp, ofKind } from "../resolve/declared.ts";
import { canonicalProse } from "../resolve/prose.ts";
import { blockFrame, originOf, use, type BlockContext, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { unknownName } from "./names.ts";
import { toDouble } from "./number.ts";

/** 限「等情况」读法二: true under that reading. */
export const guardCondition = (guard: ReadingGuard, frame: Frame): Condition | null => {
  const { declarations } = frame.block.environment;
  const reading = lookUp(declarations, "reading", guard.reading.text);
  if (reading === undefined) {
    return unknownName(
      { ...guard.reading, form: "quoted" },
      frame,
      "没有这几个字的【理解】",
      ofKind(declarations, "reading").map((known) => known.name),
    );
  }
  use(frame, guard.reading, reading);
  if (!reading.block.options.some((option) => option.number === guard.option)) {
    frame.block.diagnostics.push(
      reportCheck("no-such-reading", frame.block.file.source.name, guard.span, {
        name: reading.name,
        option: guard.option,
        count: reading.block.options.length,
      }),
    );
    return null;
  }
  return {
    kind: "reading",
    reading: reading.name,
    option: guard.option,
    origin: originOf(frame, guard.span),
  };
};

export const checkReading = (block: ReadingBlock, context: BlockContext): Reading | null => {
  if (block.quote.kind === "missing") return null;
  const basis = context.quote(block.basis);
  const { adopted } = block;
  if (adopted !== null && !block.options.some((option) => option.number === adopted)) {
    context.diagnostics.push(
      reportCheck("no-such-reading", context.file.source.name, block.quote.span, {
        name: block.quote.text,
        option: adopted,
        count: block.options.length,
      }),
    );
    return null;
  }
  return {
    name: block.quote.text,
    options: block.options.map((option) => ({
      number: option.number,
      text: canonicalProse(option.text),
      detourFactor: option.detourFactor === null ? null : toDouble(option.detourFactor),
    })),
    adopted,
    status: block.status ?? "provisional",
    confirmedBy: block.confirmedBy === null ? null : canonicalProse(block.confirmedBy),
    origin: originOf(blockFrame(context, basis), block.span),
  };
};
