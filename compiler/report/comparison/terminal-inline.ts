import type { Comparison, Place, ProvisionChange, TextEdit } from "../../model/change.ts";
import type { Tone } from "../tone.ts";
import { furnitureRuns, type Run } from "./table-runs.ts";
import { plain, type Paint } from "../tone.ts";
import { visible, wrap } from "../width.ts";

/** A stretch of text with its colour; null for text as it was. */
export interface TonedText {
  readonly text: string;
  readonly tone: Tone | null;
}

/** Unchanged words shown on each side of an edit; the rest of a long stretch is left out. */
const CONTEXT = 24;

/** What is gone and what is new; of two documents, what only 前者 and only 后者 has. */
const MARKS = {
  versions: { left: "删", right: "增" },
  documents: { left: "前", right: "后" },
} as const satisfies Record<Comparison["relation"], { readonly left: string; readonly right: string }>;

type Marks = (typeof MARKS)[Comparison["relation"]];

/**
 * One text of both sides: what is gone as 【删：…】 and what is new as 【增：…】, a citation that follows the number
 * of what it cites as 〔第五十条→第四十九条〕. Changes of width and white space are not marked.
 */
export const inlineRuns = (
  { left, right, relation }: Pick<Comparison, "left" | "right" | "relation">,
  change: ProvisionChange,
  all: boolean,
): readonly TonedText[] => {
  const marks = MARKS[relation];
  if (change.right === null) return [{ text: whole(marks.left, left.text, change.left, all), tone: "bad" }];
  if (change.left === null)
    return [{ text: whole(marks.right, right.text, change.right, all), tone: "good" }];
  const edits = change.edits.toSorted(
    (one, other) => one.left.start - other.left.start || one.right.start - other.right.start,
  );
  const runs: TonedText[] = [];
  const { span } = change.left;
  let at = span.start;
  let same = "";
  for (const edit of edits) {
    same += left.text.slice(at, edit.left.start);
    at = Math.max(at, edit.left.end);
    const shown = marked(edit, marks);
    if (shown === null) {
      same += edit.after;
      continue;
    }
    runs.push(kept(same, runs.length > 0, true, all), ...shown);
    same = "";
  }
  runs.push(kept(same + left.text.slice(at, span.end), runs.length > 0, false, all));
  return runs.filter(({ text }) => text !== "");
};

/** The same for a line that stands outside the provisions and has no edits of its own. */
export const lineRuns = (
  before: string,
  after: string,
  relation: Comparison["relation"],
): readonly TonedText[] => {
  const marks = MARKS[relation];
  if (before === "" || after === "") return between(before, after, marks);
  const [one, other] = [furnitureRuns({ before, after }, "left"), furnitureRuns({ before, after }, "right")];
  const changed = (runs: readonly Run[]): string => runs.find(({ mark }) => mark !== "kept")?.text ?? "";
  const [gone, come] = [changed(one), changed(other)];
  // Where nothing is gone, the left side is one run from end to end: the shorter beginning is the common one.
  const heads = [one, other].map(([first]) => (first?.mark === "kept" ? first.text : ""));
  const start = heads.reduce((shorter, head) => (head.length < shorter.length ? head : shorter));
  const end = before.slice(start.length + gone.length);
  return [
    kept(start, false, true, false),
    ...between(gone, come, marks),
    kept(end, true, false, false),
  ].filter(({ text }) => text !== "");
};

/** Null for what is not marked. */
const marked = ({ class: kind, before, after }: TextEdit, marks: Marks): readonly TonedText[] | null => {
  switch (kind) {
    case "words":
    case "punctuation":
      return between(before, after, marks);
    case "reference":
      return [{ text: `〔${oneLine(before)}→${oneLine(after)}〕`, tone: "muted" }];
    case "numbering":
      // The same words in more or fewer 款.
      if ((before + after).trim() !== "") return null;
      return [{ text: `〔${after.includes("\n") ? "另起一段" : "与上段合并"}〕${after}`, tone: "muted" }];
    case "width":
    case "whitespace":
      return null;
  }
};

const between = (before: string, after: string, { left, right }: Marks): readonly TonedText[] => [
  { text: before === "" ? "" : `【${left}：${oneLine(before)}】`, tone: "bad" },
  { text: after === "" ? "" : `【${right}：${oneLine(after)}】`, tone: "good" },
];

/** The ends that stand beside an edit stay; the middle of a long stretch, and its far end, go where that saves a line. */
const kept = (text: string, follows: boolean, precedes: boolean, all: boolean): TonedText => {
  const room = (follows ? CONTEXT : 0) + (precedes ? CONTEXT : 0) || 2 * CONTEXT;
  if (all || text.length <= room + CONTEXT) return { text, tone: null };
  const head = follows || !precedes ? text.slice(0, follows && precedes ? CONTEXT : room) : "";
  const tail = precedes ? text.slice(-CONTEXT) : "";
  return { text: `${head}……${tail}`, tone: null };
};

const WHOLE = 160;

const whole = (mark: string, text: string, place: Place | null, all: boolean): string => {
  const own = place === null ? "" : text.slice(place.span.start, place.span.end).trim();
  const shown = all || own.length <= WHOLE ? own : `${own.slice(0, WHOLE)}……（共${own.length}字）`;
  return `【${mark}：${shown}】`;
};

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/gu, "↵");

/** The runs in lines of at most `columns`, coloured after they are cut. */
export const inlineLines = (
  runs: readonly TonedText[],
  columns: number,
  paint: Paint = plain,
): readonly string[] => {
  const shown = runs.map(({ text, tone }) => ({ text: visible(text), tone }));
  const lines = wrap(shown.map(({ text }) => text).join(""), columns).filter((line) => line.trim() !== "");
  const tones = shown.flatMap(({ text, tone }) =>
    Array.from(text.replaceAll(/\s/gu, ""), (): Tone | null => tone),
  );
  let at = 0;
  return lines.map((line) => {
    const parts: { text: string; tone: Tone | null }[] = [];
    for (const character of line.trim()) {
      const blank = /\s/u.test(character);
      const last = parts.at(-1);
      const tone = blank ? (last?.tone ?? null) : (tones[at++] ?? null);
      if (last !== undefined && last.tone === tone) last.text += character;
      else parts.push({ text: character, tone });
    }
    return parts.map(({ text, tone }) => (tone === null ? text : paint(tone, text))).join("");
  });
};
