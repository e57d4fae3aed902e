import type { FactRecord, World } from "../../model/facts.ts";
import type { Value } from "../../model/value.ts";

/** One fact of a world by its place. */
export interface FactPlace {
  readonly record: number;
  readonly field: string;
}

export const placesOf = (world: World): readonly FactPlace[] =>
  world.records.flatMap((record, index) =>
    [...record.facts.keys()].sort().map((field) => ({ record: index, field })),
  );

/** The world with some facts taken away, set or changed; null takes away. */
export const withValues = (
  world: World,
  changes: readonly { readonly place: FactPlace; readonly value: Value | null }[],
): World => ({
  ...world,
  records: world.records.map((record, index) => {
    const own = changes.filter(({ place }) => place.record === index);
    if (own.length === 0) return record;
    const facts = new Map(record.facts);
    for (const { place, value } of own) {
      if (value === null) facts.delete(place.field);
      else facts.set(place.field, value);
    }
    return { ...record, facts };
  }),
});

/** Without a record, and without everything that names it. */
export const withoutRecord = (world: World, gone: FactRecord): World => ({
  ...world,
  records: world.records
    .filter((record) => record !== gone)
    .map((record) => withoutFacts(record, (value) => refersTo(value, gone))),
  ...(world.distances === undefined
    ? {}
    : { distances: world.distances.filter(({ from, to }) => from !== gone.id && to !== gone.id) }),
});

/** Without references to records that are not there. */
export const withoutDangling = (world: World): World => ({
  ...world,
  records: world.records.map((record) =>
    withoutFacts(
      record,
      (value) => value.kind === "reference" && !world.records.some((other) => refersTo(value, other)),
    ),
  ),
});

/** Records called 甲, 乙, 丙 …, the judged one first. */
export const renamed = (
  world: World,
  judged: { readonly object: string; readonly id: string },
): { readonly world: World; readonly id: string } => {
  const isJudged = (record: FactRecord): boolean =>
    record.object === judged.object && record.id === judged.id;
  const inOrder = [...world.records.filter(isJudged), ...world.records.filter((record) => !isJudged(record))];
  const names = new Map(
    inOrder.map((record, index) => [keyOf(record), STEMS[index] ?? `${record.object}${index + 1}`]),
  );
  const nameOf = (object: string, id: string): string => names.get(keyOf({ object, id })) ?? id;
  // A distance names 编号 only: the first record that is called so.
  const anyName = (id: string): string => {
    const record = inOrder.find((each) => each.id === id);
    return record === undefined ? id : nameOf(record.object, id);
  };
  const records = inOrder.map((record) => ({
    ...record,
    id: nameOf(record.object, record.id),
    source: "示例",
    facts: new Map(
      [...record.facts].map(([field, value]) => [
        field,
        value.kind === "reference" ? { ...value, id: nameOf(value.object, value.id) } : value,
      ]),
    ),
  }));
  return {
    id: nameOf(judged.object, judged.id),
    world: {
      ...world,
      records,
      ...(world.distances === undefined
        ? {}
        : {
            distances: world.distances.map(({ from, to, metres }) => {
              // Told from the judged record; a walk is as long in both directions.
              const [start, end] = to === judged.id && from !== judged.id ? [to, from] : [from, to];
              return { from: anyName(start), to: anyName(end), metres };
            }),
          }),
    },
  };
};

const STEMS = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"] as const;

const keyOf = ({ object, id }: { readonly object: string; readonly id: string }): string =>
  JSON.stringify([object, id]);

const refersTo = (value: Value, record: FactRecord): boolean =>
  value.kind === "reference" && value.object === record.object && value.id === record.id;

const withoutFacts = (record: FactRecord, gone: (value: Value) => boolean): FactRecord => {
  const facts = [...record.facts].filter(([, value]) => !gone(value));
  return facts.length === record.facts.size ? record : { ...record, facts: new Map(facts) };
};
