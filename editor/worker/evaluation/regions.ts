import { visitDecision } from "../../../compiler/model/walk.ts";
import type { FactRecord, Facts } from "../../../compiler/model/facts.ts";
import type { Program, Subject } from "../../../compiler/model/ir.ts";

/**
 * Where a record lies: what its first region field says that the rules use, else its first reference. Null where the
 * object has none, or the record does not say.
 */
export const regionsOf = (program: Program, facts: Facts): ((record: FactRecord) => string | null) => {
  const fields = regionFields(program, facts);
  return (record) => {
    for (const field of fields.get(record.object) ?? []) {
      const value = record.facts.get(field);
      if (value?.kind === "reference") return nameOf(facts, value.object, value.id);
    }
    return null;
  };
};

const nameOf = (facts: Facts, object: string, id: string): string => {
  const name = facts.record(object, id)?.facts.get("名称");
  return name?.kind === "text" ? name.value : id;
};

/** By object: its reference fields to objects with records, those that rules use for a region first, as declared. */
const regionFields = (program: Program, facts: Facts): ReadonlyMap<string, readonly string[]> => {
  const used = usedFields(program);
  return new Map(
    Array.from(program.objects.values(), ({ name, fields }) => {
      const references = [...fields.values()].flatMap((field) =>
        field.type.kind === "reference" && facts.records(field.type.object).length > 0 ? [field.name] : [],
      );
      const isUsed = (field: string): boolean => used.get(name)?.has(field) ?? false;
      return [name, [...references.filter(isUsed), ...references.filter((field) => !isUsed(field))]];
    }),
  );
};

/** Fields by which rules find the region of a record: 县区内的…, 所在县区的…, 分县区排序. */
const usedFields = (program: Program): ReadonlyMap<string, ReadonlySet<string>> => {
  const used = new Map<string, Set<string>>();
  const add = (object: string, field: string): void => {
    const known = used.get(object) ?? new Set();
    used.set(object, known.add(field));
  };
  const follow = (subject: Subject): void => {
    if (subject.kind !== "follow") return;
    add(subject.from.object, subject.field);
    follow(subject.from);
  };
  for (const decision of program.decisions) {
    if (decision.kind === "ranking" && decision.group !== null) add(decision.object, decision.group);
    visitDecision(program, decision, {
      subject: follow,
      candidates: ({ object, scope }) => {
        if (scope.kind === "region") add(object, scope.field);
      },
      term: (term) => {
        if (term.kind === "field") follow(term.of);
      },
    });
  }
  return used;
};
