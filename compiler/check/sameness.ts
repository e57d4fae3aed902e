import type { Sameness } from "../../language/index.ts";
import type { Condition, Term } from "../model/ir.ts";
import { not, originOf, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { memberOf, memberTerm } from "./member.ts";
import { termOf } from "./term.ts";
import { describeType } from "./types.ts";

/** 机构类别相同: of the candidate and of the nearest record around it that has the field. */
export const samenessOf = (atom: Sameness, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  if (frame.subject === null || frame.outer.length === 0) {
    frame.block.diagnostics.push(
      reportCheck("same-as-what", frame.block.file.source.name, atom.span, { words: origin.words }),
    );
    return null;
  }
  const left = termOf(atom.what, frame);
  if (left === null) return null;
  const name = left.kind === "field" ? left.field : left.kind === "decision" ? left.decision : null;
  const around =
    name === null
      ? undefined
      : frame.outer.find((subject) => memberOf(frame, subject.object, name) !== undefined);
  const right =
    name === null || around === undefined ? null : memberTerm(name, around, atom.what.span, frame);
  if (right === null) {
    frame.block.diagnostics.push(
      reportCheck("nothing-to-be-same", frame.block.file.source.name, atom.span, {
        field: originOf(frame, atom.what.span).words,
        object: frame.outer[0]!.object,
      }),
    );
    return null;
  }
  if (!canBeSame(left, right)) {
    frame.block.diagnostics.push(
      reportCheck("types-differ", frame.block.file.source.name, atom.span, {
        left: describeType(left.type),
        right: describeType(right.type),
      }),
    );
    return null;
  }
  const same: Condition = { kind: "same", left, right, origin };
  return atom.negated ? not(same, origin) : same;
};

/** Whether two values could ever be equal: one kind, and for enumerations a value in common. */
export const canBeSame = (left: Term, right: Term): boolean => {
  if (left.type.kind === "enumeration" && right.type.kind === "enumeration") {
    const other = right.type.values;
    return left.type.values.some((value) => other.includes(value));
  }
  if (left.type.kind === "reference" && right.type.kind === "reference")
    return left.type.object === right.type.object;
  if (left.type.kind === "number" && right.type.kind === "number")
    return left.type.dimension === right.type.dimension;
  return left.type.kind === right.type.kind;
};
