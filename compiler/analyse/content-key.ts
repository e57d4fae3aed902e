import { decisionsBehind, visitDecision } from "../evaluate/index.ts";
import type { Decision, Program } from "../model/ir.ts";
import { readsOf } from "./fields-read.ts";

/**
 * Everything that evaluating some decisions reads, in writing: two programs with the same key give the same results,
 * whatever their words and places. What the decisions do not read may change, and the key stays.
 */
export const contentKey = (program: Program, roots: readonly Decision[]): string => {
  const decisions = [...new Set(roots.flatMap((root) => decisionsBehind(program, root.id)))];
  const exceptions = decisions.flatMap((each) =>
    each.kind === "measure" || each.kind === "requirement"
      ? each.exceptions.map((id) => program.exceptions.get(id))
      : [],
  );
  const reads = readsOf(program, decisions);
  const fields = [...reads.fields].sort(byName).map(([object, names]) => [
    object,
    [...names].sort().map((name) => {
      const field = program.objects.get(object)?.fields.get(name);
      return [name, field?.type, field === undefined || field.judgedBy === null];
    }),
  ]);
  const names = namesRead(program, decisions);
  const parameters = [...names.parameters].sort().map((name) => {
    const parameter = program.parameters.get(name);
    const values = parameter?.values.map(({ from, region, value }) => [from, region, value]);
    return [name, parameter?.type, parameter?.regional, values];
  });
  const readings = [...program.readings.values()]
    .filter(
      ({ name, options }) => names.readings.has(name) || options.some(({ detourFactor }) => detourFactor),
    )
    .map(({ name, adopted, options }) => [
      name,
      adopted,
      options.map(({ number, detourFactor }) => [number, detourFactor]),
    ]);
  const ids = roots.map(({ id }) => id);
  return written([ids, decisions, exceptions, fields, parameters, readings]);
};

const namesRead = (program: Program, decisions: readonly Decision[]) => {
  const parameters = new Set<string>();
  const readings = new Set<string>();
  for (const decision of decisions) {
    visitDecision(program, decision, {
      term: (term) => {
        if (term.kind === "parameter") parameters.add(term.name);
      },
      condition: (condition) => {
        if (condition.kind === "reading") readings.add(condition.reading);
      },
    });
  }
  return { parameters, readings };
};

const byName = ([first]: readonly [string, unknown], [second]: readonly [string, unknown]): number =>
  first < second ? -1 : first > second ? 1 : 0;

/** Where clauses come from, and how they are worded, decides nothing. */
const WORDS = new Set(["origin", "word", "span", "source"]);

/** In writing, without words; a clause is written once, in however many questions it stands. */
export const written = (value: unknown): string => {
  if (typeof value === "bigint") return `"${value}"`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (value instanceof Map) return written([...value]);
  if (!("origin" in value)) return writtenParts(value);
  const known = clauses.get(value) ?? writtenParts(value);
  clauses.set(value, known);
  return known;
};

const clauses = new WeakMap<object, string>();

const writtenParts = (value: object): string => {
  const parts: string[] = [];
  for (const [name, part] of Object.entries(value))
    if (part !== undefined && !WORDS.has(name)) parts.push(`${JSON.stringify(name)}:${written(part)}`);
  return `{${parts.join(",")}}`;
};
