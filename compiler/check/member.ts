import type { Span } from "../../language/index.ts";
import type { Subject, Term } from "../model/ir.ts";
import type { Type } from "../model/type.ts";
import type { Member } from "../resolve/declared.ts";
import { originOf, type Frame } from "./context.ts";

/** The member of that name of a record: a field, an 指标 or an 认定. */
export const memberOf = (frame: Frame, object: string, name: string): Member | undefined =>
  frame.block.environment.declarations.members.get(object)?.get(name);

/** The value of a member for a record; null where its type is not known (reported where it is declared). */
export const memberTerm = (name: string, of: Subject, span: Span, frame: Frame): Term | null => {
  const member = memberOf(frame, of.object, name);
  if (member === undefined) return null;
  const type = memberType(member, frame);
  if (type === null) return null;
  const origin = originOf(frame, span);
  return member.kind === "field"
    ? { kind: "field", of, field: member.field.name, type, origin }
    : { kind: "decision", decision: member.name, of, type, origin };
};

export const memberType = (member: Member, frame: Frame): Type | null => {
  switch (member.kind) {
    case "field":
      return member.field.type;
    case "classification":
      return member.type;
    case "indicator":
      return frame.block.environment.typeOf(member);
  }
};

/** Members of a record whose type is a reference to records of `object`. */
export const referencesTo = (frame: Frame, from: string, object: string): readonly string[] => {
  const found: string[] = [];
  for (const [name, member] of frame.block.environment.declarations.members.get(from) ?? []) {
    if (member.kind !== "field" || member.negative) continue;
    if (member.field.type.kind === "reference" && member.field.type.object === object) found.push(name);
  }
  return found;
};
