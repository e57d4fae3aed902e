import type { ProbeAnswer } from "../analyse/probe.ts";
import type { FactRecord, World } from "../model/facts.ts";
import type { DatedValue } from "../model/ir.ts";
import type { Value } from "../model/value.ts";

/** An answer as plain data: maps as lists, exact numbers as two integers in writing. */
export const writeAnswer = (answer: ProbeAnswer): unknown => {
  if (answer.kind !== "found") return answer;
  const { records, distances, parameters, recordedReasons } = answer.world;
  return {
    kind: answer.kind,
    record: answer.record,
    world: {
      records: records.map(({ object, id, facts, source }) => ({
        object,
        id,
        source,
        facts: [...facts].map(([name, value]) => [name, writeValue(value)]),
      })),
      ...(distances === undefined ? {} : { distances }),
      ...(recordedReasons === undefined ? {} : { recordedReasons }),
      ...(parameters === undefined
        ? {}
        : {
            parameters: [...parameters].map(([name, values]) => [
              name,
              values.map((each) => ({ ...each, value: writeValue(each.value) })),
            ]),
          }),
    },
  };
};

/** Null for anything that is no answer, or not written as one. */
export const readAnswer = (written: unknown): ProbeAnswer | null => {
  try {
    return answerOf(written);
  } catch {
    return null;
  }
};

const writeValue = (value: Value): unknown =>
  value.kind === "number"
    ? { kind: value.kind, value: [`${value.value.numerator}`, `${value.value.denominator}`] }
    : value;

const answerOf = (written: unknown): ProbeAnswer | null => {
  if (!isObject(written)) return null;
  if (written["kind"] === "never") {
    const { proof } = written;
    return proof === "structure" || proof === "own" || proof === "z3" ? { kind: "never", proof } : null;
  }
  if (written["kind"] !== "found") return null;
  const record = objectOf(written["record"]);
  return {
    kind: "found",
    world: worldOf(objectOf(written["world"])),
    record: { object: textOf(record["object"]), id: textOf(record["id"]) },
  };
};

type Written = Readonly<Record<string, unknown>>;

const worldOf = (written: Written): World => ({
  records: listOf(written["records"]).map((each): FactRecord => {
    const { object, id, source, facts } = objectOf(each);
    return {
      object: textOf(object),
      id: textOf(id),
      source: textOf(source),
      facts: new Map(pairsOf(facts).map(([name, value]) => [name, valueOf(value)])),
    };
  }),
  ...(written["distances"] === undefined
    ? {}
    : {
        distances: listOf(written["distances"]).map((each) => {
          const { from, to, metres } = objectOf(each);
          return { from: textOf(from), to: textOf(to), metres: numberOf(metres) };
        }),
      }),
  ...(written["recordedReasons"] === undefined
    ? {}
    : {
        recordedReasons: listOf(written["recordedReasons"]).map((each) => {
          const { id, rule, reason } = objectOf(each);
          return { id: textOf(id), rule: textOf(rule), reason: textOf(reason) };
        }),
      }),
  ...(written["parameters"] === undefined
    ? {}
    : {
        parameters: new Map(
          pairsOf(written["parameters"]).map(([name, values]) => [name, listOf(values).map(datedOf)]),
        ),
      }),
});

const datedOf = (written: unknown): DatedValue => {
  const { from, region, value, source } = objectOf(written);
  return {
    from: from === null ? null : numberOf(from),
    region: region === null ? null : textOf(region),
    value: valueOf(value),
    source: source === null ? null : textOf(source),
  };
};

const valueOf = (written: unknown): Value => {
  const { kind, ...rest } = objectOf(written);
  switch (kind) {
    case "number": {
      const [numerator, denominator] = listOf(rest["value"]).map((each) => BigInt(textOf(each)));
      if (numerator === undefined || denominator === undefined || denominator <= 0n) throw new TypeError();
      return { kind, value: { numerator, denominator } };
    }
    case "boolean":
      if (typeof rest["value"] !== "boolean") throw new TypeError();
      return { kind, value: rest["value"] };
    case "text":
    case "enumeration":
      return { kind, value: textOf(rest["value"]) };
    case "date":
      return { kind, value: numberOf(rest["value"]) };
    case "coordinate":
      return {
        kind,
        longitude: numberOf(rest["longitude"]),
        latitude: numberOf(rest["latitude"]),
        system: rest["system"] === null ? null : textOf(rest["system"]),
      };
    case "reference":
      return { kind, object: textOf(rest["object"]), id: textOf(rest["id"]) };
    default:
      throw new TypeError();
  }
};

const isObject = (value: unknown): value is Written =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const objectOf = (value: unknown): Written => {
  if (!isObject(value)) throw new TypeError();
  return value;
};

const listOf = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new TypeError();
  return value;
};

const pairsOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  listOf(value).map((each) => {
    const [name, second] = listOf(each);
    return [textOf(name), second];
  });

const textOf = (value: unknown): string => {
  if (typeof value !== "string") throw new TypeError();
  return value;
};

const numberOf = (value: unknown): number => {
  if (typeof value !== "number") throw new TypeError();
  return value;
};
