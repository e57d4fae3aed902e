import type { CsvLine } from "./csv-lines.ts";
import { comparable } from "./width.ts";

/** Leaves out what stands above the headings: the row with most known names, else with most different words. */
export const belowTitles = (lines: readonly CsvLine[], names: ReadonlySet<string>): readonly CsvLine[] => {
  const known = new Set([...names].map(comparable));
  let [best, most] = [0, 0];
  for (const [at, { cells }] of lines.slice(0, TITLE_ROWS).entries()) {
    const words = new Set((cells ?? []).map(comparable).filter((cell) => cell !== ""));
    let score = words.size === 0 ? 0 : Math.min(words.size, 2) / 4;
    for (const word of words) if (known.has(word) || known.has(word.replace(UNIT, ""))) score += 1;
    // A row of several words is likelier than a title in one cell; of rows without known names the first.
    if (score > most) [best, most] = [at, score];
  }
  return lines.slice(best);
};

/** Rows searched for the headings. */
const TITLE_ROWS = 20;

const UNIT = /\([^()]*\)$/;
