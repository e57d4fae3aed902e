import type { Field } from "../model/type.ts";
import { likeness } from "./heading-likeness.ts";
import { mappingTargets, type MappingSchema, type MappingTarget } from "./mapping-targets.ts";
import type { DataTable } from "./model.ts";
import { parseTableCell } from "./parse-cell.ts";
import { comparable } from "./width.ts";

export interface SuggestedMapping {
  /** Name of an 对象, or 参数, 步行距离, 理由; null where nothing fits. */
  readonly holds: string | null;
  readonly columns: readonly { readonly heading: string; readonly field: string | null }[];
  /** By heading: 1 the same name, below 0.5 a guess, 0 none. */
  readonly certainty: readonly number[];
}

/**
 * Which object a table holds and which field each heading means. Looks at the headings and at the first rows only,
 * so that a long register costs no more than a short one. With `holds` only the columns are sought.
 */
export const suggestMapping = (
  schema: MappingSchema,
  stem: string,
  table: Pick<DataTable, "columns" | "rows">,
  holds?: string | null,
): SuggestedMapping => {
  const targets = mappingTargets(schema);
  const target =
    holds === undefined
      ? targetOf(targets, stem, table)
      : (targets.find(({ name }) => name === holds) ?? null);
  if (target === null)
    return {
      holds: null,
      columns: table.columns.map((heading) => ({ heading, field: null })),
      certainty: table.columns.map(() => 0),
    };
  const matches = matchHeadings(target, table);
  return {
    holds: target.name,
    columns: table.columns.map((heading, at) => ({ heading, field: matches[at]?.field ?? null })),
    certainty: table.columns.map((_, at) => matches[at]?.certainty ?? 0),
  };
};

interface Match {
  readonly field: string;
  readonly certainty: number;
}

/** The object that the file is named after, else the one with which most headings agree. */
const targetOf = (
  targets: readonly MappingTarget[],
  stem: string,
  table: Pick<DataTable, "columns" | "rows">,
): MappingTarget | null => {
  const named = targets.find(({ name }) => comparable(name) === comparable(stem));
  if (named !== undefined) return named;
  let [best, most]: [MappingTarget | null, number] = [null, 0];
  for (const target of targets) {
    const inName = comparable(stem).includes(comparable(target.name));
    let overlap = 0;
    for (const heading of table.columns.slice(0, MOST_HEADINGS)) {
      let nearest = 0;
      for (const [name, field] of target.columns) nearest = Math.max(nearest, likeness(heading, name, field));
      // A near word says little, an equal one much; 编号 and 名称 stand in every table.
      if (nearest >= 0.9) overlap += heading === "编号" || heading === "名称" ? 0.2 : 1;
      else if (nearest >= 0.5) overlap += 0.3;
    }
    const score = overlap / Math.sqrt(target.columns.size + table.columns.length) + (inName ? 0.5 : 0);
    if (score > most) [best, most] = [target, score];
  }
  return most >= ENOUGH ? best : null;
};

const ENOUGH = 0.25;
const MOST_HEADINGS = 500;

/** The surest pairs first; each heading and each field once. */
const matchHeadings = (
  target: MappingTarget,
  table: Pick<DataTable, "columns" | "rows">,
): readonly (Match | undefined)[] => {
  const pairs: { readonly at: number; readonly field: string; readonly certainty: number }[] = [];
  for (const [at, heading] of table.columns.slice(0, MOST_HEADINGS).entries()) {
    const fits = fitOf(table, heading);
    for (const [name, field] of target.columns) {
      const alike = likeness(heading, name, field);
      if (alike === 0) continue;
      const certainty = alike >= 1 ? 1 : withValues(alike, field === null ? null : fits(field));
      if (certainty >= LEAST) pairs.push({ at, field: name, certainty });
    }
  }
  pairs.sort((left, right) => right.certainty - left.certainty || left.at - right.at);
  const matches: (Match | undefined)[] = [];
  const used = new Set<string>();
  for (const { at, field, certainty } of pairs) {
    if (matches[at] !== undefined || used.has(field)) continue;
    used.add(field);
    matches[at] = { field, certainty };
  }
  return matches;
};

/** Weaker likenesses are not worth a question. */
const LEAST = 0.3;

/** Values that fit make a guess surer, values that do not make it doubtful; text fits everything and says nothing. */
const withValues = (alike: number, fit: number | null): number =>
  fit === null ? alike : fit < 0.2 ? alike / 2 : Math.min(0.99, alike + (1 - alike) * 0.4 * fit);

const SAMPLE = 40;

/** Which part of the first values of a column can be read as the field's type; null where that says nothing. */
const fitOf = (table: Pick<DataTable, "rows">, heading: string): ((field: Field) => number | null) => {
  const cells = table.rows
    .slice(0, SAMPLE * 4)
    .flatMap(({ cells: row }) => row.get(heading) ?? [])
    .slice(0, SAMPLE);
  return (field) => {
    const { kind } = field.type;
    if (kind === "text" || kind === "reference" || cells.length === 0) return null;
    return cells.filter((cell) => parseTableCell(cell, field).kind === "value").length / cells.length;
  };
};
