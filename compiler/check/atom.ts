import type { Atom, Elapsed, Membership, Plain, Predication, RankPosition, Sameness, Span } from "../../language/index.ts";
import type { Condition, Subject, Term } from "../model/ir.ts";
import { lookUp, ofKind } from "../resolve/declared.ts";
import { DATE } from "../resolve/field-types.ts";
import { comparisonOf, equalityOf, operatorOf, valueOfSubject } from "./comparison.ts";
import { allOf, always, not, originOf, speakingOf, use, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { existenceOf } from "./existence.ts";
import { memberOf, memberTerm } from "./member.ts";
import { meaningOf, unknownName } from "./names.ts";
import { nounAt, nounCondition } from "./noun.ts";
import { conditionOfPhrase } from "./phrase.ts";
import { regionOf } from "./scope.ts";
import { termOf } from "./term.ts";
import { describeType } from "./types.ts";

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

/** 机构类别相同: of the candidate and of the nearest record around it that has the field. */
const samenessOf = (atom: Sameness, frame: Frame): Condition | null => {
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
  const around = name === null ? undefined : frame.outer.find((subject) => memberOf(frame, subject.object, name) !== undefined);
  const right = name === null || around === undefined ? null : memberTerm(name, around, atom.what.span, frame);
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
  if (left.type.kind === "reference" && right.type.kind === "reference") return left.type.object === right.type.object;
  if (left.type.kind === "number" && right.type.kind === "number") return left.type.dimension === right.type.dimension;
  return left.type.kind === right.type.kind;
};

const membershipOf = (atom: Membership, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  if (atom.of.kind !== "names") return atom.of.kind === "missing" ? null : conditionExpected(atom.of.span, frame);
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

/** 距上次复核日期已满2年, counted to the 基准日. */
const elapsedOf = (atom: Elapsed, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  const from = termOf(atom.from, frame, { type: DATE });
  const amount = termOf(atom.bound.value, frame);
  const operator = operatorOf(atom.bound, frame);
  if (from === null || amount === null || operator === null) return null;
  if (from.type.kind !== "date") {
    frame.block.diagnostics.push(
      reportCheck("date-expected", frame.block.file.source.name, atom.from.span, {
        words: originOf(frame, atom.from.span).words,
        found: describeType(from.type),
      }),
    );
    return null;
  }
  const dimension = amount.type.kind === "number" ? amount.type.dimension : null;
  if (dimension !== "day" && dimension !== "month" && dimension !== "year") {
    frame.block.diagnostics.push(
      reportCheck("period-expected", frame.block.file.source.name, atom.bound.value.span, {
        words: originOf(frame, atom.bound.value.span).words,
        found: describeType(amount.type),
      }),
    );
    return null;
  }
  const to: Term = { kind: "referenceDate", type: DATE, origin };
  return { kind: "elapsed", operator, word: atom.bound.word, from, to, amount, unit: dimension, origin };
};

/** 排名位于后5％, 前10名: of the one ranking of the object, or of the one that is named. */
const rankedOf = (atom: RankPosition, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  const { declarations } = frame.block.environment;
  const rankings = ofKind(declarations, "ranking");
  const name = atom.left?.kind === "names" ? atom.left.names.at(-1)! : null;
  const named = name === null ? undefined : lookUp(declarations, "ranking", name.text);
  const ranking = named ?? (name === null || name.text === "排名" ? (rankings.length === 1 ? rankings[0] : undefined) : undefined);
  if (ranking === undefined) {
    if (name !== null && name.text !== "排名") {
      return unknownName(name, frame, "没有这个名称的【排名】", rankings.map((known) => known.name));
    }
    frame.block.diagnostics.push(
      reportCheck("which-ranking", frame.block.file.source.name, atom.span, {
        count: rankings.length,
        names: rankings.map((known) => `“${known.name}”`).join("、") || "没有",
      }),
    );
    return null;
  }
  if (name !== null) use(frame, name, ranking);
  const amount = termOf(atom.amount, frame);
  if (amount === null) return null;
  const { type } = amount;
  if (type.kind !== "number" || (type.dimension !== "pure" && type.dimension !== "count") || (type.dimension === "pure" && !type.share)) {
    frame.block.diagnostics.push(
      reportCheck("rank-amount", frame.block.file.source.name, atom.amount.span, {
        words: originOf(frame, atom.amount.span).words,
        found: describeType(type),
      }),
    );
    return null;
  }
  if (frame.subject === null) return subjectMissing(atom.span, frame);
  return { kind: "ranked", ranking: ranking.name, subject: frame.subject, end: atom.end, amount, share: type.share, origin };
};

export const subjectMissing = (where: Span, frame: Frame): null => {
  frame.block.diagnostics.push(
    reportCheck("subject-missing", frame.block.file.source.name, where, { words: originOf(frame, where).words }),
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
