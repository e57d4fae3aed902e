import type { Comparison, Name, Span, Sum } from "../../language/index.ts";
import type { Condition, Term } from "../model/ir.ts";
import type { EnumerationType } from "../model/type.ts";
import { originOf, use, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { subjectMissing } from "./expected.ts";
import { memberTerm } from "./member.ts";
import { meaningOf, unknownName } from "./names.ts";
import { nounCondition } from "./noun.ts";

/** 为公立, 为公立定点医疗机构: of the record that is spoken of. */
export const understoodValue = (sum: Sum, frame: Frame): Condition | null => {
  if (sum.kind !== "names") {
    if (sum.kind !== "missing") leftMissing(sum.span, frame);
    return null;
  }
  const meaning = meaningOf(sum, frame);
  if (meaning === null) return null;
  if (meaning.kind === "value") return valueOfSubject(meaning.name, frame);
  if (meaning.kind === "noun" && frame.subject !== null && meaning.noun.object === frame.subject.object) {
    return nounCondition(meaning.noun, frame.subject, frame);
  }
  if (meaning.kind === "condition") return meaning.condition;
  leftMissing(sum.span, frame);
  return null;
};

/** A bare value: the record has it in the one field that knows it. */
export const valueOfSubject = (name: Name, frame: Frame): Condition | null => {
  const left = fieldWithValue(name, frame, () => true);
  if (left === null) return null;
  return {
    kind: "oneOf",
    left,
    values: [{ kind: "enumeration", value: name.text }],
    origin: originOf(frame, name.span),
  };
};

/** 二级以上 without a field: the ordered field that has the value; a number must name its field. */
export const understoodLeft = (atom: Comparison, frame: Frame): Term | null => {
  const value = atom.bounds[0]?.value;
  if (value?.kind === "names" && value.names.length === 1) {
    return fieldWithValue(value.names[0]!, frame, (type) => type.ascending !== null);
  }
  if (value !== undefined && value.kind !== "missing") leftMissing(atom.span, frame);
  return null;
};

const fieldWithValue = (
  name: Name,
  frame: Frame,
  accepts: (type: EnumerationType) => boolean,
): Term | null => {
  const { subject } = frame;
  if (subject === null) return subjectMissing(name.span, frame);
  const declared = (frame.block.environment.declarations.byName.get(name.text) ?? []).filter(
    (found) => found.kind === "value" && found.object === subject.object && accepts(found.type),
  );
  const found = declared[0];
  if (found?.kind !== "value") {
    const known = frame.block.environment.declarations.all.flatMap((other) =>
      other.kind === "value" && other.object === subject.object ? [other.name] : [],
    );
    return unknownName(name, frame, `“${subject.object}”没有取这个值的字段`, known);
  }
  if (declared.length > 1) {
    frame.block.diagnostics.push(
      reportCheck("ambiguous-value", frame.block.file.source.name, name.span, {
        name: name.text,
        fields: declared.map((other) => `“${other.kind === "value" ? other.owner : other.name}”`).join("、"),
      }),
    );
    return null;
  }
  use(frame, name, found);
  return memberTerm(found.owner, subject, name.span, frame);
};

const leftMissing = (where: Span, frame: Frame): void => {
  frame.block.diagnostics.push(
    reportCheck("left-side-missing", frame.block.file.source.name, where, {
      words: originOf(frame, where).words,
    }),
  );
};
