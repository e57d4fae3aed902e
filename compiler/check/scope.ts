import type { Scope as ScopePhrase, Sum } from "../../language/index.ts";
import type { Scope, Subject } from "../model/ir.ts";
import { originOf, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { referencesTo } from "./member.ts";
import { meaningOf, recordOf } from "./names.ts";
import { termOf } from "./term.ts";
import { describeType } from "./types.ts";
import type { Span } from "../../language/index.ts";

/** A written scope for candidates of `object`, seen from the record of the frame. */
export const scopeOf = (phrase: ScopePhrase, object: string, frame: Frame): Scope | null => {
  switch (phrase.form) {
    case "cityWide":
      return { kind: "everywhere" };
    case "place": {
      const region = phrase.extent === null ? null : regionOf(phrase.extent, frame);
      return region === null ? null : inRegion(region, object, phrase.span, frame);
    }
    case "walking":
    case "straight":
      return withinDistance(phrase, object, frame);
  }
};

/** Candidates that belong to a region, joined by their own reference to it. */
export const inRegion = (region: Subject, object: string, where: Span, frame: Frame): Scope | null => {
  const fields = referencesTo(frame, object, region.object);
  const sameName = region.kind === "follow" ? fields.find((field) => field === region.field) : undefined;
  const field = fields.length === 1 ? fields[0] : sameName;
  if (field !== undefined) return { kind: "region", region, field };
  frame.block.diagnostics.push(
    reportCheck(
      fields.length === 0 ? "no-region-field" : "ambiguous-region-field",
      frame.block.file.source.name,
      where,
      {
        object,
        region: region.object,
        fields: fields.map((name) => `“${name}”`).join("、"),
      },
    ),
  );
  return null;
};

/**
 * 定点零售药店 of a 县区 without a written scope: its own, where they refer to it by one field. Anything wider must
 * be written. Where no record is spoken of there is nothing to belong to.
 */
export const belongingTo = (
  subject: Subject | null,
  object: string,
  where: Span,
  frame: Frame,
): Scope | null => {
  if (subject === null) return { kind: "everywhere" };
  const fields = referencesTo(frame, object, subject.object);
  if (fields.length === 1 && subject.object !== object)
    return { kind: "region", region: subject, field: fields[0]! };
  frame.block.diagnostics.push(
    reportCheck("scope-unstated", frame.block.file.source.name, where, {
      words: originOf(frame, where).words,
      subject: subject.object,
    }),
  );
  return null;
};

/** The record that 所在县区, 该统筹地区, 县区 in front of 内 stands for. */
export const regionOf = (extent: Sum, frame: Frame): Subject | null => {
  if (extent.kind !== "names") {
    if (extent.kind !== "missing") notARegion(extent.span, frame);
    return null;
  }
  const meaning = meaningOf(extent, frame);
  if (meaning === null) return null;
  if (meaning.kind === "record") return meaning.subject;
  if (meaning.kind === "term" && meaning.term.kind === "field" && meaning.term.type.kind === "reference") {
    const { of, field, type } = meaning.term;
    return { kind: "follow", from: of, field, object: type.object };
  }
  if (meaning.kind === "noun" && meaning.noun.names.length === 1) {
    const record = recordOf(frame, meaning.noun.object);
    if (record !== null) return record;
  }
  notARegion(extent.span, frame);
  return null;
};

const withinDistance = (phrase: ScopePhrase, object: string, frame: Frame): Scope | null => {
  const { subject } = frame;
  if (phrase.extent === null || phrase.extent.kind === "missing") return null;
  const limit = termOf(phrase.extent, frame);
  if (limit === null) return null;
  if (limit.type.kind !== "number" || limit.type.dimension !== "length") {
    frame.block.diagnostics.push(
      reportCheck("distance-expected", frame.block.file.source.name, phrase.extent.span, {
        words: originOf(frame, phrase.extent.span).words,
        found: describeType(limit.type),
      }),
    );
    return null;
  }
  if (subject === null) {
    frame.block.diagnostics.push(
      reportCheck("subject-missing", frame.block.file.source.name, phrase.span, {
        words: originOf(frame, phrase.span).words,
      }),
    );
    return null;
  }
  return {
    kind: "distance",
    metric: phrase.form === "walking" ? "walking" : "straight",
    limit,
    from: subject,
    fromField: coordinateField(subject.object, frame),
    toField: coordinateField(object, frame),
  };
};

/** The field with the place of a record; null where it has none, so that only a supplied distance can tell. */
const coordinateField = (object: string, frame: Frame): string | null => {
  for (const [name, member] of frame.block.environment.declarations.members.get(object) ?? []) {
    if (member.kind === "field" && member.field.type.kind === "coordinate") return name;
  }
  return null;
};

const notARegion = (where: Span, frame: Frame): void => {
  frame.block.diagnostics.push(
    reportCheck("not-a-region", frame.block.file.source.name, where, { words: originOf(frame, where).words }),
  );
};
