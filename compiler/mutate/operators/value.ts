import type { Name } from "../../../language/index.ts";
import type { EnumerationType } from "../../model/type.ts";
import type { Change } from "../model.ts";
import { nodesIn, replace, type Place } from "../place.ts";

/** Another value of the same enumeration: 公立 → 民营, 定点医疗机构 → 定点零售药店; of an ordered one both neighbours. */
export const valueChanges = (place: Place): readonly Change[] => {
  const classes = new Set(resultNames(place).map(({ span }) => span.start));
  return nodesIn(place, "name")
    .filter(({ span, form }) => form === "term" && !classes.has(span.start))
    .flatMap((name) => changesOf(place, name, "value", null));
};

/** Another result of an 认定: 为A类 → 为B类. */
export const classChanges = (place: Place): readonly Change[] =>
  place.block.kind === "classification" && place.block.term.kind === "name"
    ? resultNames(place).flatMap((name) => changesOf(place, name, "class", termName(place)))
    : [];

const termName = ({ block }: Place): string | null =>
  block.kind === "classification" && block.term.kind === "name" ? block.term.text : null;

const resultNames = (place: Place): readonly Name[] =>
  place.block.kind !== "classification"
    ? []
    : nodesIn(place, "item").flatMap(({ value }) => (value?.kind === "names" ? value.names : []));

const changesOf = (
  { declarations, block }: Place,
  { text, span }: Name,
  operator: "value" | "class",
  owner: string | null,
): readonly Change[] => {
  const types = (declarations.byName.get(text) ?? []).flatMap((declared) =>
    declared.kind === "value" && (owner === null || declared.owner === owner) ? [declared.type] : [],
  );
  const names = (declarations.byName.get(text) ?? []).some(({ kind }) => kind !== "value");
  const [type] = types;
  // A name that is declared as something else too may not mean the value here; compiling tells.
  if (type === undefined || (names && block.kind === "parameter")) return [];
  return others(type, text).map((other) => ({
    operator,
    span,
    ways: [replace(span.start, span.end, other)],
  }));
};

const others = ({ values, ascending }: EnumerationType, value: string): readonly string[] => {
  const rank = ascending?.indexOf(value) ?? -1;
  if (ascending !== null && rank >= 0)
    return [ascending[rank + 1], ascending[rank - 1]].filter((each) => each !== undefined);
  const at = values.indexOf(value);
  const next = values[(at + 1) % values.length];
  return next === undefined || next === value ? [] : [next];
};
