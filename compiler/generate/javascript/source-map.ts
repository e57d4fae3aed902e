import { addMapping, GenMapping, setSourceContent, toEncodedMap } from "@jridgewell/gen-mapping";
import type { Program } from "../../model/ir.ts";
import type { Piece } from "./emission.ts";

/** A source map from the lines of a generated file to the words of the policy file that they come from. */
export const sourceMapOf = (program: Program, file: string, pieces: readonly Piece[]): string => {
  const { policy } = program;
  const map = new GenMapping({ file });
  const starts = lineStarts(policy.text ?? "");
  if (policy.text !== undefined) setSourceContent(map, policy.file, policy.text);
  let line = 1;
  for (const { text, origin } of pieces) {
    // What a vocabulary declares stands in another file, whose text is not at hand.
    if (origin !== null && origin.file === policy.file && policy.text !== undefined) {
      const first = text.split("\n").findIndex((each) => each.trim() !== "");
      const indentation = /^ */.exec(text.split("\n")[Math.max(0, first)] ?? "")![0].length;
      addMapping(map, {
        source: policy.file,
        generated: { line: line + Math.max(0, first), column: indentation },
        original: placeOf(starts, origin.span.start),
      });
    }
    line += text.split("\n").length - 1;
  }
  return JSON.stringify(toEncodedMap(map));
};

/** Offsets at which the lines begin. */
const lineStarts = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length),
];

/** Lines count from 1, columns from 0. */
const placeOf = (
  starts: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! };
};
