import { readJsonLines } from "../../data/index.ts";
import { sqlString } from "../../generate/names.ts";

/**
 * The rows of a JSONL file as texts named c0, c1, …, one for each line, and in `kept` what became of the line: true
 * where it was read, false where it is for the loader, NULL where it is blank.
 *
 * Read are only lines in which each mark means the same to everybody: one object of plain values, written without
 * escaped quotation marks and without a value that begins with a colon. So `":` stands nowhere but behind a key, and
 * numbers can be put between quotation marks, which keeps their digits. A line with a key that is not among the
 * headings, or that stands there twice, has more keys than cells and is for the loader.
 */
export const jsonLinesRelation = (path: string, headings: readonly string[]): string => {
  const reachable = headings.filter(isReachable);
  const paths = reachable.map((heading) => sqlString(`$."${heading}"`));
  const cells = headings.map((heading, at) => {
    const place = reachable.indexOf(heading);
    return `${place < 0 ? "CAST(NULL AS VARCHAR)" : `cells[${place + 1}]`} AS c${at}`;
  });
  const lines = `SELECT line, coalesce(regexp_full_match(line, ${sqlString(PLAIN_LINE)}), false) AS plain FROM read_csv(${sqlString(path)}, auto_detect = false, header = false, delim = '\u0001', quote = '', escape = '', columns = {'line': 'VARCHAR'})`;
  const quoted = `SELECT line IS NULL AS blank, CASE WHEN plain THEN ${withQuotedNumbers(withoutNulls("line"))} END AS json FROM (${lines})`;
  const found = `SELECT blank, json_extract_string(json, [${paths.join(", ")}]) AS found, len(json_keys(json)) AS keys FROM (${quoted})`;
  const complete = `SELECT blank, CASE WHEN list_aggr(found, 'count') = keys THEN found END AS cells FROM (${found})`;
  return `(SELECT ${[...cells, "CASE WHEN NOT blank THEN cells IS NOT NULL END AS kept"].join(", ")} FROM (${complete}))`;
};

/** Names that can be written in a path without meaning more there. */
const isReachable = (heading: string): boolean => heading !== "" && !/["\\*\p{Cc}]/u.test(heading);

/** Escapes that every reader takes for the same character; those that stand for pairs, NUL and line ends do not. */
const ESCAPE =
  "\\\\[\\\\/bfnt]|\\\\u(?:[1-9a-cA-CeEfF][0-9a-fA-F]{3}|0[1-9a-fA-F][0-9a-fA-F]{2}|00[1-9a-fA-F][0-9a-fA-F]|[dD][0-7][0-9a-fA-F]{2})";
const TEXT = `"(?:(?:[^"\\\\:\\x00-\\x1f]|${ESCAPE})(?:[^"\\\\\\x00-\\x1f]|${ESCAPE})*)?"`;
const NUMBER = "-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?";
const PAIR = `\\[ ?(${NUMBER}), ?(${NUMBER}) ?\\]`;
const ENTRY = `${TEXT}: ?(?:${TEXT}|${NUMBER}|true|false|null|${PAIR})`;
const PLAIN_LINE = `\\{ ?${ENTRY}(?:, ?${ENTRY})* ?\\}`;

/** An empty text means the same as null, and shows that the key is there. */
const withoutNulls = (line: string): string =>
  `CASE WHEN contains(${line}, 'null') THEN regexp_replace(${line}, '": ?null', '":""', 'g') ELSE ${line} END`;

/** Only whole numbers of some digits come out as they were written; a pair of numbers is a place. */
const withQuotedNumbers = (line: string): string => {
  const pairs = `regexp_replace(${line}, ${sqlString(`": ?${PAIR}`)}, '":"\\1,\\2"', 'g')`;
  const numbers = `regexp_replace(${pairs}, ${sqlString(`": ?(${NUMBER})`)}, '":"\\1"', 'g')`;
  return `CASE WHEN regexp_matches(${line}, '": ?(?:\\[|-0|-?[0-9]+[.eE]|-?[0-9]{16})') THEN ${numbers} ELSE ${line} END`;
};

/** The names of columns in the order in which they come up, and the lines (from 0) that bring them up. */
export interface Headings {
  readonly names: readonly string[];
  readonly lines: readonly number[];
}

export const NO_HEADINGS: Headings = { names: [], lines: [] };

/** Adds the names that some lines hold. */
export const moreHeadings = (
  known: Headings,
  lines: Iterable<{ readonly at: number; readonly text: string }>,
): Headings => {
  const names = new Set(known.names);
  const bringing: number[] = [...known.lines];
  for (const { at, text } of lines) {
    const before = names.size;
    for (const name of readJsonLines("", text).columns) names.add(name);
    if (names.size > before) bringing.push(at);
  }
  return { names: [...names], lines: bringing };
};
