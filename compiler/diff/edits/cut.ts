import { withoutSpace } from "../../../language/index.ts";
import type { EditClass } from "../../model/change.ts";
import type { Run } from "./align.ts";
import { fold, foldGap } from "./characters.ts";
import type { Token } from "./tokens.ts";

/** One replaced stretch on both sides, in offsets of the official texts. */
export interface Cut {
  readonly class: EditClass;
  readonly leftStart: number;
  readonly leftEnd: number;
  readonly rightStart: number;
  readonly rightEnd: number;
}

export interface CutSide {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** Turns runs into edits, each of one class, in reading order. */
export const cutRuns = (left: CutSide, right: CutSide, runs: readonly Run[]): Cut[] => {
  const cuts: Cut[] = [];
  const push = (
    kind: EditClass,
    leftStart: number,
    leftEnd: number,
    rightStart: number,
    rightEnd: number,
  ): void => {
    if (left.text.slice(leftStart, leftEnd) === right.text.slice(rightStart, rightEnd)) return;
    cuts.push({ class: kind, leftStart, leftEnd, rightStart, rightEnd });
  };
  let leftAt = left.start;
  let rightAt = right.start;
  const gap = (leftEnd: number, rightEnd: number): void => {
    const before = left.text.slice(leftAt, leftEnd);
    const after = right.text.slice(rightAt, rightEnd);
    push(foldGap(before) === foldGap(after) ? "width" : "whitespace", leftAt, leftEnd, rightAt, rightEnd);
    leftAt = leftEnd;
    rightAt = rightEnd;
  };
  const startOf = (side: CutSide, index: number): number => side.tokens[index]?.start ?? side.end;
  for (const run of runs) {
    if (run.kept) {
      for (let step = 0; step < run.leftTo - run.leftFrom; step += 1) {
        const one = left.tokens[run.leftFrom + step]!;
        const other = right.tokens[run.rightFrom + step]!;
        gap(one.start, other.start);
        push(classOfKept(one, other), one.start, one.end, other.start, other.end);
        leftAt = one.end;
        rightAt = other.end;
      }
      continue;
    }
    const leftEmpty = run.leftFrom === run.leftTo;
    const rightEmpty = run.rightFrom === run.rightTo;
    if (leftEmpty || rightEmpty) {
      const [full, empty] = leftEmpty ? [right, left] : [left, right];
      const [from, to] = leftEmpty ? [run.rightFrom, run.rightTo] : [run.leftFrom, run.leftTo];
      const emptyAt = leftEmpty ? leftAt : rightAt;
      const fullAt = leftEmpty ? rightAt : leftAt;
      const only = empty.text.slice(emptyAt, startOf(empty, leftEmpty ? run.leftFrom : run.rightFrom));
      const leading = full.text.slice(fullAt, full.tokens[from]!.start);
      const trailing = full.text.slice(full.tokens[to - 1]!.end, startOf(full, to));
      const kind = classOfTokens(full.tokens.slice(from, to), []);
      // The gap that both sides have stays; the other one goes with the words.
      const behindGap = only === leading && (only !== trailing || only.includes("\n"));
      const start = behindGap ? full.tokens[from]!.start : fullAt;
      const end = behindGap ? startOf(full, to) : full.tokens[to - 1]!.end;
      const at = behindGap ? emptyAt + only.length : emptyAt;
      if (leftEmpty) push(kind, at, at, start, end);
      else push(kind, start, end, at, at);
      leftAt = leftEmpty ? at : end;
      rightAt = leftEmpty ? end : at;
      continue;
    }
    const leftRun = left.tokens.slice(run.leftFrom, run.leftTo);
    const rightRun = right.tokens.slice(run.rightFrom, run.rightTo);
    gap(leftRun[0]!.start, rightRun[0]!.start);
    for (const [leftPart, rightPart] of byClass(leftRun, rightRun)) {
      const leftStart = leftPart[0]?.start ?? leftAt;
      const rightStart = rightPart[0]?.start ?? rightAt;
      if (leftPart.length > 0 && rightPart.length > 0) gap(leftStart, rightStart);
      const leftEnd = leftPart.at(-1)?.end ?? leftAt;
      const rightEnd = rightPart.at(-1)?.end ?? rightAt;
      const isOne = leftPart.length === 1 && rightPart.length === 1;
      const bound = isOne ? commonBound(leftPart[0], rightPart[0]).length : 0;
      push(classOfTokens(leftPart, rightPart), leftAt, leftEnd - bound, rightAt, rightEnd - bound);
      leftAt = leftEnd;
      rightAt = rightEnd;
    }
  }
  gap(left.end, right.end);
  return cuts;
};

const classOfKept = (left: Token, right: Token): EditClass => {
  if (withoutSpace(left.text) === withoutSpace(right.text)) return "whitespace";
  if (fold(left.text) === fold(right.text)) return "width";
  return left.kind === "citation" ? "reference" : "numbering";
};

const classOfTokens = (left: readonly Token[], right: readonly Token[]): EditClass =>
  [...left, ...right].every(({ kind }) => kind === "punctuation") ? "punctuation" : "words";

/** 以上 of 100笔以上 → 200笔以上: there only the amount is another one. "" where the bounds are not the same. */
const commonBound = (left: Token | undefined, right: Token | undefined): string => {
  if (left?.kind !== "number" || right?.kind !== "number") return "";
  const bound = /以[上下内外前后]$/.exec(left.text)?.[0] ?? "";
  return right.text.endsWith(bound) ? bound : "";
};

/** 100元以上500元以下 → 200元以上1000元以下 is one change for each limit. */
const byAmount = (
  left: readonly Token[],
  right: readonly Token[],
): readonly (readonly [readonly Token[], readonly Token[]])[] =>
  left.length > 1 &&
  left.length === right.length &&
  left.every((token, index) => commonBound(token, right[index]) !== "")
    ? left.map((token, index) => [[token], [right[index]!]])
    : [[left, right]];

/** Punctuation that both sides have at an end of the run is a change of its own: 批准， → 核准；. */
const byClass = (
  left: readonly Token[],
  right: readonly Token[],
): readonly (readonly [readonly Token[], readonly Token[]])[] => {
  const isMark = (token: Token | undefined): boolean => token?.kind === "punctuation";
  const tail = left.length > 1 && right.length > 1 && isMark(left.at(-1)) && isMark(right.at(-1)) ? 1 : 0;
  const leftBody = left.slice(0, left.length - tail);
  const rightBody = right.slice(0, right.length - tail);
  const bodies = byAmount(leftBody, rightBody);
  return tail === 0 ? bodies : [...bodies, [left.slice(-1), right.slice(-1)]];
};
