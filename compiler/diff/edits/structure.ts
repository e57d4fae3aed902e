import { provisionAt, type OfficialDocument } from "../../../language/index.ts";
import type { Cut } from "./cut.ts";

/**
 * A line break that makes a 款 or 项, or takes one away, is more than white space: 第…款 is cited by its number. The
 * class of such a cut says so.
 */
export const withStructure = (cut: Cut, left: OfficialDocument, right: OfficialDocument): Cut => {
  if (cut.class !== "whitespace") return cut;
  const breaks = (document: OfficialDocument, start: number, end: number): boolean =>
    document.source.text.slice(start, end).includes("\n");
  const [before, after] = [
    breaks(left, cut.leftStart, cut.leftEnd),
    breaks(right, cut.rightStart, cut.rightEnd),
  ];
  if (before === after || beginsAt(left, cut.leftEnd) === beginsAt(right, cut.rightEnd)) return cut;
  return { ...cut, class: "numbering" };
};

/** Whether a provision begins there. */
const beginsAt = (document: OfficialDocument, offset: number): boolean =>
  provisionAt(document, offset)?.span.start === offset;
