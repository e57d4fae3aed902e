import { cover, type Name, type Names } from "../../language/index.ts";
import type { Condition, Subject, Term } from "../model/ir.ts";
import type { Type } from "../model/type.ts";
import { DATE } from "../resolve/field-types.ts";
import { lookUp, type DeclaredDefinition } from "../resolve/declared.ts";
import { nearestName } from "../resolve/suggest.ts";
import { originOf, use, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { memberOf, memberTerm, referencesTo } from "./member.ts";
import { nounAt, type Noun } from "./noun.ts";
import { describeType } from "./types.ts";

/** What a run of names means where it stands. */
export type Meaning =
  /** A value of a record, a parameter, 基准日. `negative`: a 是否 field under the name of its negative. */
  | { readonly kind: "term"; readonly term: Term; readonly negative: boolean }
  /** A record that is already spoken of: 该定点申请, 所在县区. */
  | { readonly kind: "record"; readonly subject: Subject }
  /** Records of a class; `place` from 所在县区的… or 全市…. */
  | { readonly kind: "noun"; readonly noun: Noun; readonly place: Subject | "everywhere" | null }
  /** Field with its own value, or a defined statement. */
  | { readonly kind: "condition"; readonly condition: Condition }
  /** A name whose type must come from what it is compared with. */
  | { readonly kind: "value"; readonly name: Name };

/** The day that the evaluation is asked for. */
const REFERENCE_DATE = "基准日";

/** Reads names that stand side by side or are joined by 的; what is found wrong is reported, then null. */
export const meaningOf = (names: Names, frame: Frame, expected: Type | null = null): Meaning | null => {
  const place = names.lead === "cityWide" ? "everywhere" : null;
  if (names.lead === "each" || names.lead === "this") return leadingRecord(names, frame, expected);
  return walk(names, 0, frame, frame.subject, false, place, expected);
};

/** The record of `object` that is spoken of here: an enclosing one, or the one that it refers to. */
export const recordOf = (frame: Frame, object: string): Subject | null => {
  const around = frame.subject === null ? frame.outer : [frame.subject, ...frame.outer];
  const same = around.find((subject) => subject.object === object);
  if (same !== undefined) return same;
  for (const from of around) {
    const fields = referencesTo(frame, from.object, object);
    if (fields.length === 1) return { kind: "follow", from, field: fields[0]!, object };
  }
  return null;
};

/** Reports a name that nothing declares, unless the reader of the text has already said so. */
export const unknownName = (name: Name, frame: Frame, what: string, known: Iterable<string>): null => {
  if (name.form === "undeclared") return null;
  const nearest = nearestName(name.text, known);
  frame.block.diagnostics.push(
    reportCheck(
      "unknown-name",
      frame.block.file.source.name,
      name.span,
      {
        name: name.text,
        what,
        hint: nearest === null ? "" : `是否指“${nearest}”？`,
      },
      nearest === null
        ? {}
        : {
            fixes: [
              { title: `改为“${nearest}”`, safe: false, edits: [{ span: name.span, newText: nearest }] },
            ],
          },
    ),
  );
  return null;
};

/** 每个县区, 该定点申请, 本县区, and what follows of it. */
const leadingRecord = (names: Names, frame: Frame, expected: Type | null): Meaning | null => {
  const first = names.names[0]!;
  const object = lookUp(frame.block.environment.declarations, "object", first.text);
  const record = object === undefined ? null : recordOf(frame, object.name);
  if (object === undefined || record === null) {
    const found = nounAt(frame.block.environment, names, 0, null);
    if (found !== null && found.end === names.names.length)
      return { kind: "noun", noun: found.noun, place: null };
    if (first.form !== "undeclared") {
      frame.block.diagnostics.push(
        reportCheck("no-such-record", frame.block.file.source.name, names.span, { name: first.text }),
      );
    }
    return null;
  }
  use(frame, first, object);
  if (names.names.length === 1) return { kind: "record", subject: record };
  return walk(names, 1, frame, record, true, null, expected);
};

const walk = (
  names: Names,
  at: number,
  frame: Frame,
  subject: Subject | null,
  explicit: boolean,
  place: Subject | "everywhere" | null,
  expected: Type | null,
): Meaning | null => {
  const name = names.names[at]!;
  const isLast = at === names.names.length - 1;
  if (!explicit && isLast && expected?.kind === "enumeration" && expected.values.includes(name.text)) {
    return { kind: "value", name };
  }
  if (subject !== null && place === null) {
    const member = memberOf(frame, subject.object, name.text);
    if (member !== undefined) {
      use(frame, name, member);
      const term = memberTerm(name.text, subject, cover(names.span, name.span), frame);
      if (term === null) return null;
      const negative = member.kind === "field" && member.negative;
      return isLast ? { kind: "term", term, negative } : afterTerm(names, at, term, subject, frame, expected);
    }
    if (explicit) {
      return unknownName(name, frame, `“${subject.object}”没有这个字段`, membersOf(frame, subject.object));
    }
  }
  const alone = isLast && place === null ? standing(name, frame, subject) : undefined;
  if (alone !== undefined) return alone;

  const found = nounAt(frame.block.environment, names, at, subject?.object ?? null);
  if (found !== null) {
    if (found.end === names.names.length) return { kind: "noun", noun: found.noun, place };
    const record = found.noun.names.length === 1 ? recordOf(frame, found.noun.object) : null;
    if (record !== null && lookUp(frame.block.environment.declarations, "object", name.text) !== undefined) {
      return walk(names, found.end, frame, record, true, null, expected);
    }
    return cannotFollow(names, found.end - 1, frame);
  }
  if (isLast && (expected !== null || isValue(frame, name.text))) return { kind: "value", name };
  const hint =
    subject === null ? "没有声明" : `“${subject.object}”没有这个字段，也没有这个名称的参数或者取值`;
  return unknownName(name, frame, hint, [
    ...(subject === null ? [] : membersOf(frame, subject.object)),
    ...frame.block.environment.declarations.byName.keys(),
  ]);
};

/** Names that need no record before them: 基准日, parameters, defined statements. */
const standing = (name: Name, frame: Frame, subject: Subject | null): Meaning | null | undefined => {
  const origin = originOf(frame, name.span);
  if (name.text === REFERENCE_DATE) {
    return { kind: "term", term: { kind: "referenceDate", type: DATE, origin }, negative: false };
  }
  const { environment } = frame.block;
  const parameter = lookUp(environment.declarations, "parameter", name.text);
  if (parameter !== undefined) {
    use(frame, name, parameter);
    const region = parameter.regional === null ? null : recordOf(frame, parameter.regional);
    if (parameter.regional !== null && region === null) {
      frame.block.diagnostics.push(
        reportCheck("no-region-for-parameter", frame.block.file.source.name, name.span, {
          name: name.text,
          region: parameter.regional,
        }),
      );
      return null;
    }
    const term: Term = { kind: "parameter", name: parameter.name, region, type: parameter.type, origin };
    return { kind: "term", term, negative: false };
  }
  const definition = lookUp(environment.declarations, "definition", name.text);
  return definition === undefined ? undefined : statement(definition, name, frame, subject);
};

const statement = (
  definition: DeclaredDefinition,
  name: Name,
  frame: Frame,
  subject: Subject | null,
): Meaning | null | undefined => {
  const head = frame.block.environment.headOf(definition);
  if (head === null) return null;
  if (head.role === "class" || subject === null) return undefined;
  const record = recordOf(frame, head.object);
  if (record === null) return undefined;
  use(frame, name, definition);
  const origin = originOf(frame, name.span);
  return {
    kind: "condition",
    condition: { kind: "defined", decision: definition.name, subject: record, origin },
  };
};

/** What may stand behind a value: a member of the record it refers to, a noun in that place, its own value. */
const afterTerm = (
  names: Names,
  at: number,
  term: Term,
  subject: Subject,
  frame: Frame,
  expected: Type | null,
): Meaning | null => {
  const next = names.names[at + 1]!;
  const rest = names.names.length - at - 1;
  const origin = originOf(frame, names.span);
  if (term.type.kind === "reference" && term.kind === "field") {
    const target: Subject = { kind: "follow", from: subject, field: term.field, object: term.type.object };
    if (memberOf(frame, target.object, next.text) !== undefined) {
      return walk(names, at + 1, frame, target, true, null, expected);
    }
    const found = nounAt(frame.block.environment, names, at + 1, null);
    if (found !== null && found.end === names.names.length)
      return { kind: "noun", noun: found.noun, place: target };
    if (rest === 1 && next.form === "quoted") {
      const id = { kind: "reference", object: target.object, id: next.text } as const;
      return { kind: "condition", condition: { kind: "oneOf", left: term, values: [id], origin } };
    }
    return unknownName(next, frame, `“${target.object}”没有这个字段`, membersOf(frame, target.object));
  }
  if (term.type.kind === "enumeration" && rest === 1) {
    if (term.type.values.includes(next.text)) {
      const value = { kind: "enumeration", value: next.text } as const;
      return { kind: "condition", condition: { kind: "oneOf", left: term, values: [value], origin } };
    }
    return unknownName(next, frame, `它不是“${names.names[at]!.text}”的取值`, term.type.values);
  }
  return cannotFollow(names, at, frame, term.type);
};

const cannotFollow = (names: Names, at: number, frame: Frame, type: Type | null = null): null => {
  const left = names.names[at]!;
  const right = names.names[at + 1]!;
  if (right.form === "undeclared" || left.form === "undeclared") return null;
  frame.block.diagnostics.push(
    reportCheck("names-do-not-combine", frame.block.file.source.name, cover(left.span, right.span), {
      left: left.text,
      right: right.text,
      what: type === null ? "记录的名称" : describeType(type),
    }),
  );
  return null;
};

const membersOf = (frame: Frame, object: string): Iterable<string> =>
  frame.block.environment.declarations.members.get(object)?.keys() ?? [];

const isValue = (frame: Frame, name: string): boolean =>
  (frame.block.environment.declarations.byName.get(name) ?? []).some((declared) => declared.kind === "value");
