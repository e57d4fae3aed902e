import type { ImpactChange } from "../model/change.ts";
import type { FactRecord, Facts } from "../model/facts.ts";
import type { Program } from "../model/ir.ts";
import type { Field } from "../model/type.ts";

const NOT_FILLED = "未填";

/** More than that is no grouping but a list. */
const MOST_VALUES = 200;

/**
 * Who they are: by the fields that point to a region (所在县区), then by those with a fixed list of values (机构类别).
 * The first side that knows the field tells.
 */
export const groupsOf = (
  sides: readonly { readonly program: Program; readonly facts: Facts }[],
  object: string,
  ids: readonly string[],
): ImpactChange["groups"] => {
  const fields = new Map<string, { readonly field: Field; readonly facts: Facts }>();
  for (const { program, facts } of sides) {
    for (const field of program.objects.get(object)?.fields.values() ?? []) {
      if (isGrouping(field) && !fields.has(field.name)) fields.set(field.name, { field, facts });
    }
  }
  return [...fields.values()]
    .flatMap(({ field, facts }) => {
      const counts = countsOf(facts, object, field.name, ids);
      return counts === null ? [] : [{ isReference: isReference(field), field: field.name, counts }];
    })
    .toSorted(byCoarseness)
    .map(({ field, counts }) => ({ field, counts }));
};

interface Group {
  readonly field: string;
  readonly isReference: boolean;
  readonly counts: readonly unknown[];
}

/**
 * Counties before quarters, because they are fewer; what all have in common tells least. Then by name: the order of the
 * declarations is that of one side.
 */
const byCoarseness = (one: Group, other: Group): number =>
  Number(other.isReference) - Number(one.isReference) ||
  Number(one.counts.length === 1) - Number(other.counts.length === 1) ||
  one.counts.length - other.counts.length ||
  (one.field < other.field ? -1 : 1);

const isReference = ({ type }: Field): boolean => type.kind === "reference";
const isGrouping = ({ type }: Field): boolean => type.kind === "reference" || type.kind === "enumeration";

const countsOf = (
  facts: Facts,
  object: string,
  field: string,
  ids: readonly string[],
): ImpactChange["groups"][number]["counts"] | null => {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const value = wordsOf(facts, facts.record(object, id), field);
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > MOST_VALUES) return null;
  }
  if (counts.size === 1 && counts.has(NOT_FILLED)) return null;
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
};

const wordsOf = (facts: Facts, record: FactRecord | undefined, field: string): string => {
  const value = record?.facts.get(field);
  if (value?.kind === "enumeration") return value.value;
  if (value?.kind !== "reference") return NOT_FILLED;
  const name = facts.record(value.object, value.id)?.facts.get("名称");
  return name?.kind === "text" ? name.value : value.id;
};
