import type { Span } from "../../../language/index.ts";
import type { EditClass, FurnitureChange, TextEdit } from "../../model/change.ts";

/** kept and minor stand on both sides, deleted only on the left, added only on the right. */
export type RunMark = "kept" | "deleted" | "added" | "minor";

export interface Run {
  readonly text: string;
  readonly mark: RunMark;
}

export type Side = "left" | "right";

const SIDE_MARKS = { left: "deleted", right: "added" } as const satisfies Record<Side, RunMark>;

/** Changes of form leave what is said as it was; they are shown apart from changes of words. */
const IS_MINOR = {
  words: false,
  numbering: true,
  reference: true,
  punctuation: false,
  width: true,
  whitespace: true,
} as const satisfies Record<EditClass, boolean>;

export const isMinor = ({ class: editClass }: TextEdit): boolean => IS_MINOR[editClass];

/** A stretch of one side's text, cut where the edits begin and end; joined, the runs are that stretch. */
export const cutRuns = (
  text: string,
  stretch: Span,
  edits: readonly TextEdit[],
  side: Side,
): readonly Run[] => {
  const runs: Run[] = [];
  let at = stretch.start;
  const inOrder = edits.toSorted((one, other) => one[side].start - other[side].start);
  for (const edit of inOrder) {
    const start = Math.max(edit[side].start, at);
    const end = Math.min(edit[side].end, stretch.end);
    if (end <= start) continue;
    append(runs, text.slice(at, start), "kept");
    append(runs, text.slice(start, end), isMinor(edit) ? "minor" : SIDE_MARKS[side]);
    at = end;
  }
  append(runs, text.slice(at, stretch.end), "kept");
  return runs;
};

/**
 * A provision that was split or merged has several partners: only what none of them keeps is gone, or new.
 * Every list covers the same text.
 */
export const sharedRuns = (lists: readonly (readonly Run[])[]): readonly Run[] =>
  lists.length === 0 ? [] : lists.reduce((one, other) => overlay(one, other));

const overlay = (one: readonly Run[], other: readonly Run[]): readonly Run[] => {
  const runs: Run[] = [];
  let [left, right, leftAt, rightAt] = [0, 0, 0, 0];
  while (left < one.length && right < other.length) {
    const [first, second] = [one[left]!, other[right]!];
    const length = Math.min(first.text.length - leftAt, second.text.length - rightAt);
    append(runs, first.text.slice(leftAt, leftAt + length), milder(first.mark, second.mark));
    leftAt += length;
    rightAt += length;
    if (leftAt === first.text.length) [left, leftAt] = [left + 1, 0];
    if (rightAt === second.text.length) [right, rightAt] = [right + 1, 0];
  }
  return runs;
};

const milder = (one: RunMark, other: RunMark): RunMark => {
  if (one === "kept" || other === "kept") return "kept";
  return one === "minor" ? one : other;
};

export const wholeRun = (text: string, mark: RunMark): readonly Run[] =>
  text === "" ? [] : [{ text, mark }];

/** Furniture comes without edits: what both begin and end with is kept, what is between changed; numbers stay whole. */
export const furnitureRuns = (
  change: Pick<FurnitureChange, "before" | "after">,
  side: Side,
): readonly Run[] => {
  const [before, after] = [spacedOnce(change.before), spacedOnce(change.after)];
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  while (head > 0 && DIGIT.test(before[head - 1]!) && startsWithDigit(before, after, head)) head -= 1;
  while (tail > 0 && DIGIT.test(before.at(-tail)!) && endsWithDigit(before, after, tail)) tail -= 1;
  const text = side === "left" ? before : after;
  const runs: Run[] = [];
  append(runs, text.slice(0, head), "kept");
  append(runs, text.slice(head, text.length - tail), SIDE_MARKS[side]);
  append(runs, text.slice(text.length - tail), "kept");
  return runs;
};

/** Pasted pages set their heads with columns of blanks. */
const spacedOnce = (text: string): string => text.replaceAll(/[\s　]{2,}/gu, " ").trim();

const DIGIT = /[\d〇一二三四五六七八九十]/u;

const startsWithDigit = (before: string, after: string, head: number): boolean =>
  DIGIT.test(before[head] ?? "") || DIGIT.test(after[head] ?? "");

const endsWithDigit = (before: string, after: string, tail: number): boolean =>
  DIGIT.test(before.at(-1 - tail) ?? "") || DIGIT.test(after.at(-1 - tail) ?? "");

/**
 * The 款项 of a provision: one list of runs for each line that says something, outer white space left out. The line
 * breaks at `wrapped`, counted from the beginning of the first run at `start`, do not end a 款.
 */
export const paragraphsOf = (
  runs: readonly Run[],
  start = 0,
  wrapped: ReadonlySet<number> = NONE,
): readonly (readonly Run[])[] => {
  const paragraphs: Run[][] = [[]];
  let offset = start;
  for (const { text, mark } of runs) {
    for (const [at, line] of text.split("\n").entries()) {
      // The break that this line begins after.
      const goesOn = at > 0 && wrapped.has(offset - 1);
      if (at > 0 && !goesOn) paragraphs.push([]);
      append(paragraphs.at(-1)!, goesOn ? line.trimStart() : line, mark);
      offset += line.length + 1;
    }
    offset -= 1;
  }
  return paragraphs.map(withoutOuterSpace).filter((paragraph) => paragraph.length > 0);
};

const NONE: ReadonlySet<number> = new Set();

const append = (runs: Run[], text: string, mark: RunMark): void => {
  if (text === "") return;
  const last = runs.at(-1);
  if (last?.mark === mark) runs[runs.length - 1] = { text: last.text + text, mark };
  else runs.push({ text, mark });
};

const withoutOuterSpace = (runs: readonly Run[]): Run[] => {
  const first = runs.findIndex(({ text }) => text.trim() !== "");
  const last = runs.findLastIndex(({ text }) => text.trim() !== "");
  if (first < 0) return [];
  return runs.slice(first, last + 1).map(({ text, mark }, at, kept) => {
    const started = at === 0 ? text.trimStart() : text;
    return { text: at === kept.length - 1 ? started.trimEnd() : started, mark };
  });
};
