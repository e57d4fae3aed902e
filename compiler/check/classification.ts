import type { ClassificationBlock, Item, Sum } from "../../language/index.ts";
import type { Classification, Condition, Origin } from "../model/ir.ts";
import type { Type } from "../model/type.ts";
import type { Value } from "../model/value.ts";
import { lookUp } from "../resolve/declared.ts";
import { allOf, always, blockFrame, judged, originOf, type BlockContext, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { conditionOfItem, itemFrame, underReading } from "./list.ts";
import { termOf } from "./term.ts";

interface Row {
  readonly condition: Condition;
  readonly value: Value;
  readonly origin: Origin;
}

/** 【认定】: each item gives a value; nested items narrow their parent. */
export const checkClassification = (
  block: ClassificationBlock,
  context: BlockContext,
): Classification | null => {
  if (block.term.kind === "missing" || block.object.kind === "missing") return null;
  const declared = lookUp(context.environment.declarations, "classification", block.term.text);
  if (declared === undefined || !context.environment.declarations.objects.has(declared.object)) return null;
  const frame = judged(blockFrame(context, context.quote(block.basis)), declared.object);
  const rows: Row[] = [];
  let otherwise: Classification["otherwise"] = null;
  let failed = false;
  for (const item of block.items) {
    const inner = itemFrame(item, frame);
    if (item.otherwise) {
      const value = valueOf(item.value, declared.type, inner);
      if (value !== null) otherwise = { value, origin: originOf(inner, item.span) };
      else failed = true;
      continue;
    }
    const made = rowsOf(item, null, declared.type, inner);
    if (made === null) failed = true;
    else rows.push(...made);
  }
  if (failed) return null;
  return {
    kind: "classification",
    id: declared.name,
    name: declared.name,
    object: declared.object,
    origin: originOf(frame, block.span),
    subject: always(originOf(frame, block.object.span)),
    items: rows,
    otherwise,
    type: declared.type,
  };
};

const rowsOf = (item: Item, above: Condition | null, type: Type, frame: Frame): readonly Row[] | null => {
  const origin = originOf(frame, item.span);
  const isGroup = item.value === null && item.items.length > 0 && item.head === null;
  if (isGroup) {
    const own =
      item.phrases.length === 0
        ? above
        : both(above, conditionOfItem({ ...item, items: [] }, "condition", frame), origin);
    const rows = item.items.map((child) => rowsOf(child, own, type, itemFrame(child, frame)));
    return rows.some((made) => made === null) ? null : rows.flatMap((made) => made ?? []);
  }
  const said = conditionOfItem(item, "condition", frame);
  const guarded = item.guard === null ? said : underReading(item.guard, said, "absent", frame, item);
  const condition = above === null ? guarded : both(above, guarded, origin);
  const value = valueOf(item.value, type, frame, item);
  return condition === null || value === null ? null : [{ condition, value, origin }];
};

const both = (left: Condition | null, right: Condition | null, origin: Origin): Condition | null =>
  left === null ? right : allOf([left, right], origin);

const valueOf = (sum: Sum | null, type: Type, frame: Frame, item?: Item): Value | null => {
  if (sum === null) {
    if (item !== undefined) {
      frame.block.diagnostics.push(
        reportCheck("class-without-value", frame.block.file.source.name, item.span, {
          words: originOf(frame, item.span).words,
        }),
      );
    }
    return null;
  }
  const term = termOf(sum, frame, { type });
  if (term === null) return null;
  if (term.kind === "literal" && term.type.kind === type.kind) return term.value;
  frame.block.diagnostics.push(
    reportCheck("constant-expected", frame.block.file.source.name, sum.span, { words: term.origin.words }),
  );
  return null;
};
