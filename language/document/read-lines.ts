import { span } from "../source.ts";
import { furnitureAnywhere, mayBeSignature } from "./furniture.ts";
import { readLineMarker } from "./line-marker.ts";
import type { ReadLine } from "./logical-paragraphs.ts";
import type { Furniture } from "./model.ts";
import type { OfficialLine } from "./official-lines.ts";
import { leadingResidue } from "./residue.ts";
import { endsSentence } from "./sentence-end.ts";

/** A document's lines, told apart into running text and furniture. */
export interface LineReading {
  readonly lines: readonly ReadLine[];
  /** The role of each line, `null` where it is text. */
  readonly roles: readonly (Furniture["role"] | null)[];
}

export const readLines = (official: readonly OfficialLine[]): LineReading => {
  const lines = official.map(readLine);
  const roles: (Furniture["role"] | null)[] = lines.map((line) =>
    line.marker === null ? furnitureAnywhere(line.text) : null,
  );
  markSignatures(lines, roles);
  markContents(lines, roles);
  markTail(lines, roles);
  return { lines, roles };
};

export const asFurniture = (role: Furniture["role"], line: OfficialLine): Furniture => ({
  role,
  span: span(line.start, line.end),
});

const readLine = (line: OfficialLine): ReadLine => {
  const residue = leadingResidue(line.text);
  const marker = residue === 0 ? readLineMarker(line.text) : readLineMarker(line.text.slice(residue));
  // Residue counts as such only in front of a marker; anywhere else it stays among the words.
  const markerStart = line.start + (marker === null ? 0 : residue);
  const wordsStart = Math.min(markerStart + (marker?.length ?? 0), line.end);
  const { start, end, text, headingDepth } = line;
  return { start, end, text, headingDepth, marker, markerStart, wordsStart };
};

/** Up to four names between the end of the text and a date. */
const markSignatures = (lines: readonly ReadLine[], roles: (Furniture["role"] | null)[]): void => {
  for (const [index, role] of roles.entries()) {
    if (role !== "date") continue;
    for (let back = index - 1; back >= Math.max(0, index - 4); back -= 1) {
      const line = lines[back]!;
      if (roles[back] !== null || line.marker !== null || !mayBeSignature(line.text)) break;
      const above = lines[back - 1];
      if (
        above !== undefined &&
        roles[back - 1] === null &&
        !endsSentence(above.text, line.text) &&
        !mayBeSignature(above.text)
      )
        break;
      roles[back] = "signature";
    }
  }
};

/** 目录: the headings listed under it are no provisions; they end where the first one comes again. */
const markContents = (lines: readonly ReadLine[], roles: (Furniture["role"] | null)[]): void => {
  const at = lines.findIndex((line) => line.text.length <= 8 && /^目\s*[录次]$/.test(line.text));
  const first = lines[at + 1];
  if (at < 0 || first === undefined || first.marker === null) return;
  const heading = withoutPageNumber(first.text);
  const again = lines.findIndex((line, index) => index > at + 1 && withoutPageNumber(line.text) === heading);
  if (again < 0) return;
  for (let index = at; index < again; index += 1) roles[index] = "note";
};

const withoutPageNumber = (text: string): string =>
  text
    .slice(0, 120)
    .replace(/\s+/g, "")
    .replace(/[.．·…]*\d{1,4}$/, "");

/** Unpunctuated lines after the last whole sentence: imprint and page footer. */
const markTail = (lines: readonly ReadLine[], roles: (Furniture["role"] | null)[]): void => {
  let first = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index]!;
    if (roles[index] !== null) continue;
    if (line.marker !== null || endsSentence(line.text, "") || line.text.length > 120) break;
    first = index;
  }
  const before = lines.slice(0, first).findLast((_, index) => roles[index] === null);
  if (before === undefined || !endsSentence(before.text, "")) return;
  for (let index = first; index < lines.length; index += 1) roles[index] ??= "note";
};
