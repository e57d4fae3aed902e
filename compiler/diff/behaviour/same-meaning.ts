import type { Side } from "../../analyse/difference-query.ts";
import { readsOf } from "../../analyse/fields-read.ts";
import { decisionsBehind } from "../../evaluate/index.ts";

/**
 * Whether two decisions are the same to a machine: the same clauses over the same fields and parameters, whatever their
 * words and places. Then they differ on no record.
 */
export const meanTheSame = (left: Side, right: Side): boolean =>
  left.decision !== null && right.decision !== null && meaningOf(left) === meaningOf(right);

/** Everything that evaluation reads, in writing. */
const meaningOf = ({ program, decision }: Side): string => {
  if (decision === null) return "";
  const decisions = decisionsBehind(program, decision.id);
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
  const parameters = [...program.parameters.values()].map(({ name, type, values }) => [
    name,
    type,
    values.map(({ from, region, value }) => [from, region, value]),
  ]);
  const readings = [...program.readings.values()].map(({ name, adopted, options }) => [
    name,
    adopted,
    options.map(({ number, detourFactor }) => [number, detourFactor]),
  ]);
  return JSON.stringify([decision.id, decisions, exceptions, fields, parameters, readings], withoutWords);
};

const byName = ([first]: readonly [string, unknown], [second]: readonly [string, unknown]): number =>
  first < second ? -1 : first > second ? 1 : 0;

/** Where clauses come from, and how they are worded, decides nothing. */
const WORDS = new Set(["origin", "word", "span", "source"]);

const withoutWords = (key: string, value: unknown): unknown => {
  if (WORDS.has(key)) return undefined;
  if (typeof value === "bigint") return `${value}`;
  return value instanceof Map ? [...value] : value;
};
