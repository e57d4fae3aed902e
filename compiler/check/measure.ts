import { span, type Action, type Phrase } from "../../language/index.ts";
import type { Order } from "../model/ir.ts";
import { lookUp, ofKind, type DeclaredMeasure } from "../resolve/declared.ts";
import { onlyAtom } from "./candidates.ts";
import { originOf, use, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { unknownName } from "./names.ts";

/** A measure without its modal, which the whole action shares. */
export type UnboundOrder = Omit<Order, "modality">;

/** The measures of an action; null where it names conditions; "unknown" where neither could be made out. */
export const measuresOf = (action: Action, frame: Frame): readonly UnboundOrder[] | null | "unknown" => {
  const found: UnboundOrder[] = [];
  let failed = false;
  let isCondition = false;
  for (const phrase of action.phrases) {
    const measure = measureOf(phrase, frame);
    if (measure === null) isCondition = true;
    else if (measure === "unknown") failed = true;
    else found.push({ measure: measure.name, origin: originOf(frame, phrase.span) });
  }
  if (failed) return "unknown";
  if (found.length === 0) return null;
  if (!isCondition) return found;
  frame.block.diagnostics.push(
    reportCheck("measure-beside-condition", frame.block.file.source.name, action.span, {
      measures: found.map((order) => `“${order.measure}”`).join("、"),
    }),
  );
  return "unknown";
};

const measureOf = (phrase: Phrase, frame: Frame): DeclaredMeasure | null | "unknown" => {
  const { declarations } = frame.block.environment;
  const atom = onlyAtom(phrase);
  if (atom?.kind !== "plain" || atom.value.kind !== "names") return null;
  const { names, joints } = atom.value;
  const first = names[0]!;
  const measure = lookUp(declarations, "measure", first.text);
  if (measure !== undefined) {
    use(frame, first, measure);
    if (names.length === 1) return measure;
    frame.block.diagnostics.push(
      reportCheck(
        "words-after-measure",
        frame.block.file.source.name,
        span(names[1]!.span.start, atom.span.end),
        {
          measure: measure.name,
          words: originOf(frame, span(first.span.end, atom.span.end)).words,
        },
      ),
    );
    return "unknown";
  }
  // A single name that nothing declares was meant as a measure or as a 是否 field.
  const known = declarations.byName.get(first.text) ?? [];
  if (names.length === 1 && joints.length === 0 && known.length === 0) {
    unknownName(
      first,
      frame,
      "不是声明过的措施，也不是可以核对的条件",
      ofKind(declarations, "measure").map((other) => other.name),
    );
    return "unknown";
  }
  return null;
};
