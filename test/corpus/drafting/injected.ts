import type { OfficialDocument } from "../../../language/document/index.ts";
import { span, type Span } from "../../../language/source.ts";
import type { Damage, Edit } from "./damage.ts";

/** A damaged text, and where in it the damage may be pointed at. */
export interface Injected {
  readonly text: string;
  readonly places: readonly Span[];
  readonly what: string;
  /** Where an offset of the damaged text stood in the clean one. */
  readonly cleanOffset: (offset: number) => number;
}

export const applyDamage = (document: OfficialDocument, damage: Damage): Injected => {
  const edits = damage.edits.toSorted((left, right) => left.at - right.at);
  let text = "";
  let from = 0;
  for (const { at, remove, insert } of edits) {
    text += document.source.text.slice(from, at) + insert;
    from = at + remove;
  }
  text += document.source.text.slice(from);
  return {
    text,
    places: damage.places.map(({ start, end }) => span(startAfter(edits, start), endAfter(edits, end))),
    what: damage.what,
    cleanOffset: (offset) => offsetBefore(edits, offset),
  };
};

/** What is inserted at the start of a place belongs to it, and what is inserted at its end too. */
const startAfter = (edits: readonly Edit[], offset: number): number =>
  edits.reduce((moved, { at, remove, insert }) => {
    if (at >= offset) return moved;
    return at + remove <= offset ? moved + insert.length - remove : moved - (offset - at);
  }, offset);

const endAfter = (edits: readonly Edit[], offset: number): number =>
  edits.reduce((moved, { at, remove, insert }) => {
    if (at > offset) return moved;
    return at + remove <= offset ? moved + insert.length - remove : moved + insert.length - (offset - at);
  }, offset);

const offsetBefore = (edits: readonly Edit[], offset: number): number => {
  let shift = 0;
  for (const { at, remove, insert } of edits) {
    if (offset < at + shift) break;
    if (offset < at + shift + insert.length) return at;
    shift += insert.length - remove;
  }
  return offset - shift;
};
