import { visitDecision } from "../../../compiler/model/walk.ts";
import type { FactRecord, Facts } from "../../../compiler/model/facts.ts";
import type { Program } from "../../../compiler/model/ir.ts";

/**
 * Where a record lies, in the same kind of region for all objects as far as they say: the name of that region. A
 * region lies in itself. Null where the object has no such field, or the record does not fill it in.
 */
export const regionsOf = (program: Program, facts: Facts): ((record: FactRecord) => string | null) => {
  const kinds = regionKinds(program, facts);
  const fields = new Map(
    Array.from(program.objects.values(), (object) => [
      object.name,
      kinds.flatMap((kind) =>
        [...object.fields.values()].flatMap(({ name, type }) =>
          type.kind === "reference" && type.object === kind ? [name] : [],
        ),
      ),
    ]),
  );
  return (record) => {
    if (record.object === kinds[0]) return nameOf(facts, record.object, record.id);
    for (const field of fields.get(record.object) ?? []) {
      const value = record.facts.get(field);
      if (value?.kind === "reference") return nameOf(facts, value.object, value.id);
    }
    return kinds.includes(record.object) ? nameOf(facts, record.object, record.id) : null;
  };
};

const nameOf = (facts: Facts, object: string, id: string): string => {
  const name = facts.record(object, id)?.facts.get("名称");
  return name?.kind === "text" ? name.value : id;
};

/**
 * Objects that are regions: those that rules count in, rank by or set parameters for, else all that are referred to.
 * The one that most objects refer to comes first, of equal ones the finer.
 */
const regionKinds = (program: Program, facts: Facts): readonly string[] => {
  const referring = new Map<string, number>();
  for (const { name, fields } of program.objects.values()) {
    const targets = [...fields.values()].flatMap(({ type }) =>
      type.kind === "reference" ? [type.object] : [],
    );
    for (const target of new Set(targets))
      if (target !== name) referring.set(target, (referring.get(target) ?? 0) + 1);
  }
  const filled = [...referring.keys()].filter((object) => facts.records(object).length > 0);
  const used = usedAsRegion(program);
  const kinds = filled.some((object) => used.has(object))
    ? filled.filter((object) => used.has(object))
    : filled;
  return kinds.sort(
    (left, right) =>
      referring.get(right)! - referring.get(left)! ||
      facts.records(right).length - facts.records(left).length,
  );
};

const usedAsRegion = (program: Program): ReadonlySet<string> => {
  const used = new Set<string>();
  const refersTo = (object: string, field: string): void => {
    const type = program.objects.get(object)?.fields.get(field)?.type;
    if (type?.kind === "reference") used.add(type.object);
  };
  for (const { regional } of program.parameters.values()) if (regional !== null) used.add(regional);
  for (const decision of program.decisions) {
    if (decision.kind === "ranking" && decision.group !== null) refersTo(decision.object, decision.group);
    visitDecision(program, decision, {
      candidates: ({ object, scope }) => {
        if (scope.kind === "region") refersTo(object, scope.field);
      },
    });
  }
  return used;
};
