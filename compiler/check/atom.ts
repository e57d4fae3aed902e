import type { Atom, Membership, Plain, Predication, Span } from "../../language/index.ts";
import type { Condition, Subject } from "../model/ir.ts";
import { comparisonOf, equalityOf } from "./comparison.ts";
import { type Frame, allOf, always, not, originOf, speakingOf } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { elapsedOf } from "./elapsed.ts";
import { existenceOf } from "./existence.ts";
import { conditionExpected, subjectMissing } from "./expected.ts";
import { meaningOf } from "./names.ts";
import { nounAt, nounCondition } from "./noun.ts";
import { conditionOfPhrase } from "./phrase.ts";
import { rankedOf } from "./ranked.ts";
import { samenessOf } from "./sameness.ts";
import { regionOf } from "./scope.ts";
import { describeType } from "./types.ts";
import { valueOfSubject } from "./understood.ts";

/** What one atom says of the record of the frame; what is wrong is reported, then null. */
export const conditionOfAtom = (atom: Atom, frame: Frame): Condition | null => {
  switch (atom.kind) {
    case "missing":
      return null;
    case "plain":
      return plainOf(atom, frame);
    case "negated":
      return not(conditionOfAtom(atom.operand, frame), originOf(frame, atom.span));
    case "predication":
      return predicationOf(atom, frame);
    case "existence":
      return existenceOf(atom, frame);
    case "sameness":
      return samenessOf(atom, frame);
    case "membership":
      return membershipOf(atom, frame);
    case "elapsed":
      return elapsedOf(atom, frame);
    case "comparison":
      return comparisonOf(atom, frame);
    case "equality":
      return equalityOf(atom, frame);
    case "rankPosition":
      return rankedOf(atom, frame);
    case "within":
      if (atom.inner === null) return conditionExpected(atom.span, frame);
      return conditionOfAtom(atom.inner, { ...frame, scope: atom.scope });
  }
};

const plainOf = (atom: Plain, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  if (atom.value.kind === "grouped") return conditionOfPhrase(atom.value.phrase, frame);
  if (atom.value.kind !== "names") {
    return atom.value.kind === "missing" ? null : conditionExpected(atom.span, frame);
  }
  const meaning = meaningOf(atom.value, frame);
  if (meaning === null) return null;
  switch (meaning.kind) {
    case "condition":
      return meaning.condition;
    case "term": {
      const { term } = meaning;
      if (term.type.kind !== "boolean") {
        frame.block.diagnostics.push(
          reportCheck("condition-expected", frame.block.file.source.name, atom.span, {
            words: origin.words,
            found: describeType(term.type),
          }),
        );
        return null;
      }
      const holds: Condition = { kind: "holds", term, origin };
      return meaning.negative ? not(holds, origin) : holds;
    }
    case "record":
      return always(origin);
    case "noun": {
      const { subject } = frame;
      if (subject !== null && meaning.place === null && meaning.noun.object === subject.object) {
        return nounCondition(meaning.noun, subject, frame);
      }
      frame.block.diagnostics.push(
        reportCheck("noun-where-condition", frame.block.file.source.name, atom.span, {
          words: origin.words,
          subject: subject?.object ?? "（未指明）",
        }),
      );
      return null;
    }
    case "value":
      return valueOfSubject(meaning.name, frame);
  }
};

/** 定点医药机构未…, 所在县区没有…: the record in front is what the rest speaks of. */
const predicationOf = (atom: Predication, frame: Frame): Condition | null => {
  const record = recordNamed(atom, frame);
  if (record === null) return null;
  const said = conditionOfAtom(atom.predicate, speakingOf(frame, record.subject));
  return record.filter === null ? said : allOf([record.filter, said], originOf(frame, atom.span));
};

const recordNamed = (
  atom: Predication,
  frame: Frame,
): { readonly subject: Subject; readonly filter: Condition | null } | null => {
  const { subject } = frame;
  if (atom.subject.kind === "names" && subject !== null) {
    const found = nounAt(frame.block.environment, atom.subject, 0, subject.object);
    if (found !== null && found.end === atom.subject.names.length && found.noun.object === subject.object) {
      const filter = nounCondition(found.noun, subject, frame);
      return filter === null ? null : { subject, filter: filter.kind === "constant" ? null : filter };
    }
  }
  const region = regionOf(atom.subject, frame);
  return region === null ? null : { subject: region, filter: null };
};

const membershipOf = (atom: Membership, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  if (atom.of.kind !== "names")
    return atom.of.kind === "missing" ? null : conditionExpected(atom.of.span, frame);
  const subject = atom.left === null ? frame.subject : regionOf(atom.left, frame);
  if (subject === null) {
    if (atom.left === null) subjectMissing(atom.span, frame);
    return null;
  }
  const speaking = speakingOf(frame, subject);
  const meaning = meaningOf(atom.of, speaking);
  if (meaning === null) return null;
  const condition =
    meaning.kind === "noun" && meaning.noun.object === subject.object
      ? nounCondition(meaning.noun, subject, speaking)
      : meaning.kind === "value"
        ? valueOfSubject(meaning.name, speaking)
        : meaning.kind === "condition"
          ? meaning.condition
          : notAClass(atom.of.span, subject, frame);
  return atom.negated ? not(condition, origin) : condition;
};

const notAClass = (where: Span, subject: Subject, frame: Frame): null => {
  frame.block.diagnostics.push(
    reportCheck("not-a-class", frame.block.file.source.name, where, {
      words: originOf(frame, where).words,
      object: subject.object,
    }),
  );
  return null;
};
