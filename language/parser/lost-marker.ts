import { payloadOf } from "../build-ast/nodes.ts";
import { markerImage } from "../lexer/marker.ts";
import { T } from "../lexer/tokens.ts";
import type { BlockReading } from "./block-context.ts";
import type { Branch, Unit } from "./units.ts";

/**
 * Behind “；” another item is due. Words without a marker there are an item that lost it, or a sentence
 * behind an item that should have ended with “。”: read as either, the other would be misread.
 */
export const reportLostMarker = (
  reading: BlockReading,
  before: readonly Branch[],
  { unit }: Branch,
): boolean => {
  const last = before.findLast((branch) => branch.unit.marker !== null);
  const closing = before.length === 0 ? null : lastUnit(before.at(-1)!);
  const first = unit.tokens[0]?.tokenType;
  if (last === undefined || closing?.terminator?.tokenType !== T.Semicolon || unit.opensList) return false;
  if (first === T.But || first === T.BasisWord || first === T.GuardWord) return false;
  const marker = payloadOf(last.unit.marker!, "marker");
  const lost = markerImage(marker?.style ?? "han", (marker?.number ?? 0) + 1);
  const { start, end } = unit;
  const words = reading.input.text.slice(start, end).replace(/[；;。]\s*$/, "");
  reading.report(
    "unexpected-word",
    { start, end },
    {
      found: `“${words}”`,
      expected: `前一项以“；”结尾，它却没有编号。是其中一项的，请在它前面写上“${lost}”；另起一句的，请把前一项末尾的“；”改为“。”`,
    },
    [{ title: `补上“${lost}”`, safe: false, edits: [{ span: { start, end: start }, newText: lost }] }],
  );
  return true;
};

const lastUnit = ({ unit, items }: Branch): Unit => {
  const last = items.at(-1);
  return last === undefined ? unit : lastUnit(last);
};
