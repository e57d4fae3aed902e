import type { Scenario } from "../generators/program.ts";

/** A scenario as text: JSON, with numbers of any size as `123n` and maps as lists of entries. */
export const writeScenario = (scenario: Scenario): string => `${JSON.stringify(encode(scenario), null, 1)}\n`;

export const readScenario = (text: string): Scenario => decode(JSON.parse(text)) as Scenario;

const encode = (value: unknown): unknown => {
  if (typeof value === "bigint") return { [BIG]: String(value) };
  if (value instanceof Map) return { [MAP]: [...value].map(([key, each]) => [key, encode(each)]) };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encode(each)]));
};

const decode = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first !== undefined && entries.length === 1) {
    const [key, held] = first;
    if (key === BIG) return BigInt(held as string);
    if (key === MAP)
      return new Map((held as [unknown, unknown][]).map(([name, each]) => [name, decode(each)]));
  }
  return Object.fromEntries(entries.map(([key, each]) => [key, decode(each)]));
};

const BIG = "$number";
const MAP = "$map";
