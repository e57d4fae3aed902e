import type { Subject } from "../../model/ir.ts";
import { cause, NO_REASON, together, whyWhere } from "./cause.ts";
import type { Block } from "./block.ts";
import type { Compilation } from "./compilation.ts";
import { and, isKnown, isNull, not, type Expr } from "./expr.ts";
import { placeOf } from "./subject.ts";

/** What stands behind an absent fact: somebody's judgement, or a fact that can be brought. */
export const missingFact = (compilation: Compilation, object: string, field: string, id: Expr): Expr => {
  const authority = compilation.program.objects.get(object)?.fields.get(field)?.judgedBy ?? null;
  return authority === null
    ? cause(compilation, { kind: "缺少事实", name: field, object }, id)
    : cause(
        compilation,
        { kind: "裁量判断", name: field, object, owner: authority.name, source: authority.source },
        id,
      );
};

/** Why the record that a subject names cannot be told, where it cannot; in the block that it starts from. */
export const placeWhy = (compilation: Compilation, block: Block, subject: Subject): Expr => {
  if (subject.kind === "variable") return NO_REASON;
  const from = placeOf(compilation, block, subject.from);
  const place = placeOf(compilation, block, subject);
  const before = placeWhy(compilation, block, subject.from);
  const field = compilation.program.objects.get(from.object)?.fields.get(subject.field);
  const column = compilation.identifiers.columnsOf(from.object).inner.get(subject.field);
  const absent = missingFact(compilation, from.object, subject.field, from.id);
  if (field === undefined || column === undefined || field.type.kind !== "reference") {
    return together(before, whyWhere(from.exists, absent));
  }
  const reference = from.block.source(`${from.alias}.${column}`);
  const lost = cause(
    compilation,
    { kind: "引用对象缺失", name: subject.field, object: field.type.object },
    reference,
  );
  return place.block.short(
    together(
      before,
      whyWhere(and(from.exists, isNull(reference)), absent),
      whyWhere(and(isKnown(reference), not(place.exists)), lost),
    ),
  );
};
