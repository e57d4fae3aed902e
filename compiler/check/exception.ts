import { printNumeral, type ExceptionBlock, type ExceptionTarget } from "../../language/index.ts";
import type { ExceptionClause } from "../model/ir.ts";
import { allOf, blockFrame, originOf, type BlockContext } from "./context.ts";
import { subjectMissing } from "./expected.ts";
import { underReading } from "./list.ts";
import { frontOf } from "./subject.ts";

/** An exception and what it was written against; lowering finds the rules. */
export interface CheckedException {
  readonly clause: ExceptionClause;
  readonly targets: readonly ExceptionTarget[];
}

export const checkException = (block: ExceptionBlock, context: BlockContext): readonly CheckedException[] => {
  const checked: CheckedException[] = [];
  const name = block.name?.text ?? "未命名例外";
  for (const [index, sentence] of block.sentences.entries()) {
    const id = index === 0 ? name : `${name}·第${printNumeral(index + 1)}句`;
    const frame = blockFrame(context, context.quote(sentence.basis));
    if (sentence.phrases.length === 0 && sentence.head === null) {
      subjectMissing(sentence.span, frame);
      continue;
    }
    const part = {
      kind: "conditionPart",
      phrases: sentence.phrases,
      head: sentence.head,
      closing: closes(sentence.phrases.at(-1)?.span.end ?? null, context) ? "的" : null,
      span: sentence.span,
    } as const;
    const front = frontOf({ parts: [part], items: sentence.items, hints: [], span: sentence.span }, frame);
    if (front === null || front.base === null) continue;
    const origin = originOf(front.frame, sentence.span);
    const both = [front.subject, front.base].filter((part) => part.kind !== "constant" || !part.value);
    const said = both.length === 0 ? front.base : allOf(both, origin);
    const condition =
      sentence.guard === null ? said : underReading(sentence.guard, said, "absent", front.frame, sentence);
    if (condition === null) continue;
    checked.push({
      clause: { id, name, object: front.object, condition, origin },
      targets: sentence.targets,
    });
  }
  return checked;
};

/** Whether 的 stands behind the last phrase, so that it is a condition and no noun. */
const closes = (end: number | null, context: BlockContext): boolean =>
  end !== null && context.file.source.text.startsWith("的", end);
