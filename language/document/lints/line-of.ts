import { LineIndex } from "../../source.ts";
import type { OfficialDocument } from "../model.ts";

/** The line of an offset, counted from one. Lines are only counted where a finding names one. */
export const lineOf = (document: OfficialDocument, offset: number): number => {
  const known = indexes.get(document) ?? new LineIndex(document.source.text);
  indexes.set(document, known);
  return known.position(offset).line;
};

const indexes = new WeakMap<OfficialDocument, LineIndex>();
