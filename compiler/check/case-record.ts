import type { CaseFact, CaseSetting } from "../../language/index.ts";
import type { Case } from "../model/ir.ts";
import type { Field, Type } from "../model/type.ts";
import type { Value } from "../model/value.ts";
import { lookUp } from "../resolve/declared.ts";
import { originOf, use, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { unknownName } from "./names.ts";
import { toDouble } from "./number.ts";
import { constantOf } from "./parameter.ts";

export type RecordOfCase = Case["records"][number];

type Setting = Extract<CaseSetting, { readonly kind: "record" }>;

/** 设定点医药机构「甲」：…: one record with its facts, typed. */
export const recordOf = (setting: Setting, frame: Frame): RecordOfCase | null => {
  const { declarations } = frame.block.environment;
  const object = lookUp(declarations, "object", setting.object.text);
  if (object === undefined) {
    return unknownName(setting.object, frame, "没有这个名称的对象", declarations.objects.keys());
  }
  use(frame, setting.object, object);
  const facts = new Map<string, Value>();
  for (const fact of setting.facts) {
    const made = factOf(fact, object.name, frame);
    if (made === null) continue;
    if (facts.has(made.field)) {
      frame.block.diagnostics.push(
        reportCheck("fact-twice", frame.block.file.source.name, fact.span, {
          id: setting.id.text,
          field: made.field,
        }),
      );
    }
    if (made.value !== null) facts.set(made.field, made.value);
  }
  return { object: object.name, id: setting.id.text, facts };
};

interface Fact {
  readonly field: string;
  readonly value: Value | null;
}

const factOf = (fact: CaseFact, object: string, frame: Frame): Fact | null => {
  const members = frame.block.environment.declarations.members.get(object);
  const member =
    members?.get(fact.field.text) ??
    (fact.value.kind === "boolean" ? members?.get(originOf(frame, fact.span).words) : undefined);
  if (member === undefined)
    return unknownName(fact.field, frame, `“${object}”没有这个字段`, members?.keys() ?? []);
  use(frame, fact.field, member);
  if (member.kind !== "field") {
    frame.block.diagnostics.push(
      reportCheck("fact-is-computed", frame.block.file.source.name, fact.span, {
        name: member.name,
        kind: member.kind === "indicator" ? "指标" : "认定",
      }),
    );
    return null;
  }
  const { field } = member;
  switch (fact.value.kind) {
    case "unknown":
      return { field: field.name, value: null };
    case "boolean": {
      if (field.type.kind === "boolean") {
        return { field: field.name, value: { kind: "boolean", value: fact.value.value !== member.negative } };
      }
      return wrongFact(fact, field.name, field.type, frame);
    }
    case "coordinate": {
      if (field.type.kind !== "coordinate") return wrongFact(fact, field.name, field.type, frame);
      const { longitude, latitude } = fact.value;
      const value: Value = {
        kind: "coordinate",
        longitude: toDouble(longitude),
        latitude: toDouble(latitude),
        system: field.type.system,
      };
      return { field: field.name, value };
    }
    case "sum": {
      const value = constantOf(fact.value.sum, field.type, frame);
      if (value === null) return null;
      if (value.kind === "boolean" && member.negative)
        return { field: field.name, value: { kind: "boolean", value: !value.value } };
      return { field: field.name, value };
    }
  }
};

const wrongFact = (fact: CaseFact, name: string, type: Type, frame: Frame): null => {
  frame.block.diagnostics.push(
    reportCheck("fact-needs-value", frame.block.file.source.name, fact.span, {
      field: name,
      type: typeWords(type),
    }),
  );
  return null;
};

const typeWords = (type: Field["type"]): string =>
  type.kind === "enumeration" ? `“${name(type.name)}为${type.values[0] ?? ""}”` : "“为”和一个值";

const name = (qualified: string): string => qualified.slice(qualified.indexOf(".") + 1);
