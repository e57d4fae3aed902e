import { withoutSpace } from "./whitespace.ts";
import { furnitureAround, isSalutation, isTitle } from "./furniture.ts";
import type { ReadLine } from "./logical-paragraphs.ts";
import type { Furniture } from "./model.ts";
import { looksLikeHeading } from "./sentence-end.ts";

/** What stands in front of the first heading or article. */
export interface DocumentHead {
  readonly title: string | null;
  /** The title of the letter that encloses the document, where there is one. */
  readonly letterTitle: string | null;
  /** Text in front of the last title: the letter. */
  readonly letter: readonly (ReadLine | null)[];
  /** Text between the last title and the first heading or article. */
  readonly preamble: readonly (ReadLine | null)[];
}

type Roles = (Furniture["role"] | null)[];

/** Finds titles, addressees and notes among the first `end` lines and marks their roles. */
export const readHead = (lines: readonly ReadLine[], roles: Roles, end: number): DocumentHead => {
  markPublication(lines, roles, end);
  for (let index = 0; index < end; index += 1) {
    const line = lines[index]!;
    if (roles[index] !== null) continue;
    if (line.headingDepth > 0 && /^[!-~]/.test(line.text)) roles[index] = "note";
    else roles[index] = furnitureAround(line.text);
  }
  const titles = markTitles(lines, roles, end);
  markSalutations(lines, roles, end);
  const last = titles.at(-1);
  const split = last === undefined ? 0 : last.end;
  const text = (from: number, to: number): (ReadLine | null)[] =>
    lines.slice(from, to).map((line, index) => (roles[from + index] === null ? line : null));
  return {
    title: last?.text ?? null,
    letterTitle: titles.length > 1 ? titles[titles.length - 2]!.text : null,
    letter: text(0, split),
    preamble: text(split, end),
  };
};

/** Everything in front of the comment that ends the publication data is title or note. */
const markPublication = (lines: readonly ReadLine[], roles: Roles, end: number): void => {
  const comment = lines.findIndex((line, index) => index < end && /^<!-- INFO END -->$/.test(line.text));
  for (let index = 0; index < comment; index += 1) {
    if (lines[index]!.headingDepth === 0) roles[index] = "note";
  }
};

interface TitleRun {
  readonly text: string;
  readonly end: number;
}

/** Runs of lines without the end of a sentence, whose joined words name a kind of document. */
const markTitles = (lines: readonly ReadLine[], roles: Roles, end: number): TitleRun[] => {
  const titles: TitleRun[] = [];
  const others: TitleRun[] = [];
  let run: number[] = [];
  const close = (): void => {
    const found = titleWithin(lines, run);
    for (const index of run) {
      if (found?.indexes.includes(index)) roles[index] = "title";
      else if (found !== null && looksLikeHeading(lines[index]!.text)) roles[index] = "note";
    }
    if (found !== null) {
      const text = joined(lines, found.indexes);
      const indexEnd = found.indexes.at(-1)! + 1;
      // A law may repeat its own title below its publication data.
      if (titles.at(-1)?.text !== text) titles.push({ text, end: indexEnd });
      else titles[titles.length - 1] = { text, end: indexEnd };
    } else if (run.length > 0 && run.length <= 3) {
      others.push({ text: joined(lines, run), end: run.at(-1)! + 1 });
    }
    run = [];
  };
  for (let index = 0; index < end; index += 1) {
    const line = lines[index]!;
    const role = roles[index] ?? null;
    if (role === "note" && run.length === 0) continue;
    if (role !== null || line.text.length > 120 || /[。；：:;，,！？]$/.test(line.text)) close();
    else run.push(index);
    if (line.headingDepth > 0 && run.length > 1) {
      run.pop();
      close();
      run.push(index);
    }
  }
  close();
  if (titles.length > 0 || others.length === 0) return titles;
  const fallback = others[0]!;
  for (let index = 0; index < fallback.end; index += 1) roles[index] ??= "title";
  return [fallback];
};

const joined = (lines: readonly ReadLine[], indexes: readonly number[]): string =>
  withoutSpace(indexes.map((index) => lines[index]!.text).join(""));

/** The title ends at the last line whose joined words name a kind of document. */
const titleWithin = (
  lines: readonly ReadLine[],
  run: readonly number[],
): { readonly indexes: readonly number[] } | null => {
  for (let last = Math.min(run.length, 8); last > 0; last -= 1) {
    const indexes = run.slice(0, last);
    if (isTitle(joined(lines, indexes))) return { indexes };
  }
  return null;
};

const markSalutations = (lines: readonly ReadLine[], roles: Roles, end: number): void => {
  const index = lines.findIndex((line, at) => at < end && roles[at] === null && isSalutation(line.text));
  const precedes = lines
    .slice(0, Math.max(index, 0))
    .some((line, at) => roles[at] === null && line.text.endsWith("。"));
  if (index >= 0 && !precedes) roles[index] = "salutation";
};
