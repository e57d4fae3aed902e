import type { PropertyBlock, PropertySentence } from "../../language/index.ts";
import type { Property } from "../model/ir.ts";
import { allOf, always, blockFrame, originOf, type BlockContext, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { expectedStatuses, subjectOfResult } from "./expectation.ts";
import { memberOf } from "./member.ts";
import { unknownName } from "./names.ts";
import { constantOf } from "./parameter.ts";
import { frontOf } from "./subject.ts";
import { conditionOfPhrase } from "./phrase.ts";
import { judged } from "./context.ts";
import { describeType } from "./types.ts";

/** 【性质】: laws that must hold of all records. */
export const checkProperty = (block: PropertyBlock, context: BlockContext): readonly Property[] => {
  const name = block.name?.text ?? "未命名性质";
  return block.sentences.flatMap((sentence) => {
    const frame = blockFrame(context);
    const base = {
      name,
      origin: originOf(frame, sentence.span),
      knownFailure: block.knownFailure?.reason ?? null,
    };
    const law = lawOf(sentence, frame);
    return law === null ? [] : [{ ...base, ...law }];
  });
};

type Law = Property extends infer Each
  ? Each extends unknown
    ? Omit<Each, "name" | "origin" | "knownFailure">
    : never
  : never;

const lawOf = (sentence: PropertySentence, frame: Frame): Law | null => {
  const result = subjectOfResult(sentence.about, frame);
  if (result === null) return null;
  const decision = sentence.about.text;
  const file = frame.block.file.source.name;
  switch (sentence.kind) {
    case "noConflict":
    case "noGap":
      if (result.kind === "classification") return { kind: sentence.kind, decision };
      frame.block.diagnostics.push(
        reportCheck("property-of-classification", file, sentence.span, {
          about: decision,
          kind: result.words,
        }),
      );
      return null;
    case "monotone": {
      // Of a rule whose subject is not known, nothing can be said: the rule itself is reported.
      if (result.object === null) return null;
      const member = memberOf(frame, result.object, sentence.field.text);
      if (member?.kind !== "field") {
        const known = frame.block.environment.declarations.members.get(result.object);
        return unknownName(
          { ...sentence.field, form: "quoted" },
          frame,
          `“${result.object}”没有这个字段`,
          known?.keys() ?? [],
        );
      }
      const { type } = member.field;
      if (
        type.kind !== "number" &&
        type.kind !== "date" &&
        !(type.kind === "enumeration" && type.ascending !== null)
      ) {
        frame.block.diagnostics.push(
          reportCheck("number-expected", file, sentence.field.span, {
            what: "单调",
            words: sentence.field.text,
            found: describeType(type),
          }),
        );
        return null;
      }
      return { kind: "monotone", decision, field: member.field.name, direction: sentence.direction };
    }
    case "notWiderThan": {
      const other = subjectOfResult(sentence.than, frame);
      return other === null ? null : { kind: "notWiderThan", decision, than: sentence.than.text };
    }
    case "forAll": {
      const { object } = result;
      if (object === null) return null;
      const condition = conditionFor(sentence, object, frame);
      const value =
        sentence.value === null || result.type === null
          ? null
          : constantOf(sentence.value, result.type, frame);
      if (condition === null || (sentence.value !== null && value === null)) return null;
      if (sentence.status !== null && !expectedStatuses(result.kind).includes(sentence.status)) {
        frame.block.diagnostics.push(
          reportCheck("status-not-possible", file, sentence.span, {
            status: sentence.status,
            kind: result.words,
            possible: expectedStatuses(result.kind).join("、"),
          }),
        );
        return null;
      }
      return {
        kind: "forAll",
        object,
        condition,
        decision,
        status: sentence.status,
        value,
        negated: sentence.negated,
      };
    }
  }
};

const conditionFor = (
  sentence: Extract<PropertySentence, { kind: "forAll" }>,
  object: string,
  frame: Frame,
): ReturnType<typeof conditionOfPhrase> => {
  const origin = originOf(frame, sentence.span);
  const conditions = sentence.conditions.map((phrase, index) => {
    const closing = frame.block.file.source.text.startsWith("的", phrase.span.end) ? "的" : null;
    const part = {
      kind: "conditionPart",
      phrases: [phrase],
      head: null,
      closing,
      span: phrase.span,
    } as const;
    if (index > 0) return conditionOfPhrase(phrase, judged(frame, object));
    const front = frontOf({ parts: [part], items: [], hints: [], span: phrase.span }, frame);
    if (front === null || front.base === null) return null;
    if (front.object !== object) {
      frame.block.diagnostics.push(
        reportCheck("property-of-other-object", frame.block.file.source.name, phrase.span, {
          about: sentence.about.text,
          object,
          found: front.object,
        }),
      );
      return null;
    }
    return allOf([front.subject, front.base], origin);
  });
  return conditions.length === 0 ? always(origin) : allOf(conditions, origin);
};
