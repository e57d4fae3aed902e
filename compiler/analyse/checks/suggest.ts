import { shorten, type PolicyFile } from "../../../language/index.ts";
import type { Suggestion } from "../../model/analysis.ts";
import type { Classification, Condition, Origin, Program } from "../../model/ir.ts";
import { printDecided } from "../../evaluate/index.ts";
import { itemOf } from "./finding.ts";
import { added, struck, writtenItem, type WrittenItem } from "./item-text.ts";
import { endsInNoun, wordsOfItem } from "./item-words.ts";

/** Strikes an item of a rule. */
export const strike = (
  files: readonly PolicyFile[],
  condition: Condition,
  origin: Origin,
): readonly Suggestion[] => {
  const written = writtenItem(files, origin);
  const edits = written === null ? [] : struck(written);
  return edits.length === 0 ? [] : [{ title: `删去${itemOf(condition, origin)}`, file: origin.file, edits }];
};

/** Takes what another item speaks of out of an item: “，但……的除外”. */
export const exclude = (
  { files, program }: { readonly files: readonly PolicyFile[]; readonly program: Program },
  from: Origin,
  what: Origin,
  /** What becomes of such records. */
  then: string,
): readonly Suggestion[] => {
  const [written, other] = [writtenItem(files, from), writtenItem(files, what)];
  if (written === null || other === null || written.item === other.item) return [];
  const words = wordsOfItem(other);
  if (words === null) return [];
  const place = behindCondition(written);
  if (place === null) return [];
  const { proviso } = written.item;
  const closing = endsInNoun(program, other) ? "除外" : "的除外";
  const newText = proviso === null ? `，但${words}${closing}` : `或者${words}`;
  const marker = from.item ?? "";
  return [
    {
      title: `在规则条件${marker}${proviso === null ? "后增加" : "的“但”后增加"}“${shorten(newText)}”：${then}`,
      file: from.file,
      edits: [{ span: { start: place, end: place }, newText }],
    },
  ];
};

/** Where the condition of an item ends; its 但书 belongs to it. */
const behindCondition = ({ item }: WrittenItem): number | null =>
  item.head !== null ? null : (item.proviso?.span.end ?? item.phrases.at(-1)?.span.end ?? null);

/** 其他的，为…, once for every value that there is; which one it is to be is for a person to say. */
export const otherwise = (files: readonly PolicyFile[], rule: Classification): readonly Suggestion[] => {
  const last = rule.items.at(-1);
  const written = last === undefined ? null : writtenItem(files, last.origin);
  if (written === null || written.siblings.length === 0) return [];
  const values = new Map(rule.items.map(({ value }) => [printDecided(value, rule), value]));
  return [...values.keys()].slice(0, MOST_VALUES).map((value) => {
    const { edit, text } = added(written, `其他的，为${value}`);
    return {
      title: `增加“${text}”。归入哪一类，须由起草人决定`,
      file: rule.origin.file,
      edits: [edit],
    };
  });
};

const MOST_VALUES = 6;
