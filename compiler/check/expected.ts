import type { Span } from "../../language/index.ts";
import { originOf, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";

/** What was expected where something else stands: reported, then null. */

export const subjectMissing = (where: Span, frame: Frame): null => {
  frame.block.diagnostics.push(
    reportCheck("subject-missing", frame.block.file.source.name, where, {
      words: originOf(frame, where).words,
    }),
  );
  return null;
};

export const conditionExpected = (where: Span, frame: Frame): null => {
  frame.block.diagnostics.push(
    reportCheck("condition-expected", frame.block.file.source.name, where, {
      words: originOf(frame, where).words,
      found: "一个数值或者名称",
    }),
  );
  return null;
};

export const notAValue = (where: Span, frame: Frame): null => {
  frame.block.diagnostics.push(
    reportCheck("value-expected", frame.block.file.source.name, where, {
      words: originOf(frame, where).words,
    }),
  );
  return null;
};
