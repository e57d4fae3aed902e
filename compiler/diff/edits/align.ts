import { diffArrays } from "diff";
import { anchoredRuns } from "./anchors.ts";
import { pairLines } from "./lines.ts";
import type { SameToken } from "./same-token.ts";
import type { Token } from "./tokens.ts";

/** A run of tokens that both sides have, or that differs. */
export interface Run {
  readonly kept: boolean;
  readonly leftFrom: number;
  readonly leftTo: number;
  readonly rightFrom: number;
  readonly rightTo: number;
}

/** Clauses first, then lines and tokens inside runs of changed clauses. */
export const alignTokens = (
  left: readonly Token[],
  right: readonly Token[],
  same: SameToken,
): readonly Run[] => {
  // The number of the provision is no part of its words, wherever these went.
  const own = left[0]?.kind === "ownMarker" && right[0]?.kind === "ownMarker" ? 1 : 0;
  const leftClauses = clausesOf(left, own);
  const rightClauses = clausesOf(right, own);
  const sameClause = (one: Clause, other: Clause): boolean =>
    one.key === other.key &&
    one.citations.length === other.citations.length &&
    one.citations.every((token, index) => same(token, other.citations[index]!));
  const clauseRuns = compareRows(leftClauses, rightClauses, sameClause, clauseKey, MOST_CLAUSE_EDITS);
  const runs = clauseRuns.flatMap((run) => {
    const tokens: Run = {
      kept: run.kept,
      leftFrom: startOf(leftClauses, run.leftFrom, left.length),
      leftTo: startOf(leftClauses, run.leftTo, left.length),
      rightFrom: startOf(rightClauses, run.rightFrom, right.length),
      rightTo: startOf(rightClauses, run.rightTo, right.length),
    };
    return run.kept
      ? [tokens]
      : pairLines(left, right, tokens).flatMap((lines) => insideRun(left, right, lines, same));
  });
  return joinRuns([{ kept: true, leftFrom: 0, leftTo: own, rightFrom: 0, rightTo: own }, ...runs]);
};

/** Adjacent runs of one kind become one. */
export const joinRuns = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.leftFrom === run.leftTo && run.rightFrom === run.rightTo) continue;
    const last = joined.at(-1);
    if (last?.kept === run.kept) {
      joined[joined.length - 1] = { ...last, leftTo: run.leftTo, rightTo: run.rightTo };
    } else joined.push(run);
  }
  return joined;
};

/** Beyond so many differences the exact comparison costs too much. */
const MOST_CLAUSE_EDITS = 400;
const MOST_TOKEN_EDITS = 300;

interface Clause {
  readonly from: number;
  readonly key: string;
  readonly citations: readonly Token[];
}

const CLAUSE_END = /^[。；，：、;,:！？!?]$/;

const clauseKey = ({ key }: Clause): string => key;
const tokenKey = ({ key }: Token): string => key;

const clausesOf = (tokens: readonly Token[], start: number): Clause[] => {
  const clauses: Clause[] = [];
  let from = start;
  for (let at = start; at < tokens.length; at += 1) {
    const next = tokens[at + 1];
    const ends = CLAUSE_END.test(tokens[at]!.text) || next === undefined || next.kind === "marker";
    if (!ends) continue;
    const own = tokens.slice(from, at + 1);
    clauses.push({
      from,
      key: own.map((token) => (token.kind === "citation" ? "◎" : token.key)).join("\u0001"),
      citations: own.filter(({ kind }) => kind === "citation"),
    });
    from = at + 1;
  }
  return clauses;
};

const startOf = (clauses: readonly Clause[], index: number, end: number): number =>
  clauses[index]?.from ?? end;

const insideRun = (
  left: readonly Token[],
  right: readonly Token[],
  run: Run,
  same: SameToken,
): readonly Run[] => {
  const leftRun = left.slice(run.leftFrom, run.leftTo);
  const rightRun = right.slice(run.rightFrom, run.rightTo);
  return compareRows(leftRun, rightRun, same, tokenKey, MOST_TOKEN_EDITS).map(
    ({ kept, leftFrom, leftTo, rightFrom, rightTo }) => ({
      kept,
      leftFrom: run.leftFrom + leftFrom,
      leftTo: run.leftFrom + leftTo,
      rightFrom: run.rightFrom + rightFrom,
      rightTo: run.rightFrom + rightTo,
    }),
  );
};

/** Sequence difference with a bound on the work; where it is reached, rows that stand once must do. */
const compareRows = <Row>(
  left: readonly Row[],
  right: readonly Row[],
  same: (left: Row, right: Row) => boolean,
  keyOf: (row: Row) => string,
  most: number,
): Run[] => {
  let head = 0;
  const shorter = Math.min(left.length, right.length);
  while (head < shorter && same(left[head]!, right[head]!)) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(left.at(-1 - tail)!, right.at(-1 - tail)!)) tail += 1;
  const leftEnd = left.length - tail;
  const rightEnd = right.length - tail;
  const middle = compareMiddle(left.slice(head, leftEnd), right.slice(head, rightEnd), same, keyOf, most);
  return joinRuns([
    { kept: true, leftFrom: 0, leftTo: head, rightFrom: 0, rightTo: head },
    ...middle.map(({ kept, leftFrom, leftTo, rightFrom, rightTo }) => ({
      kept,
      leftFrom: leftFrom + head,
      leftTo: leftTo + head,
      rightFrom: rightFrom + head,
      rightTo: rightTo + head,
    })),
    { kept: true, leftFrom: leftEnd, leftTo: left.length, rightFrom: rightEnd, rightTo: right.length },
  ]);
};

const compareMiddle = <Row>(
  left: readonly Row[],
  right: readonly Row[],
  same: (left: Row, right: Row) => boolean,
  keyOf: (row: Row) => string,
  most: number,
): Run[] => {
  const whole: Run = { kept: false, leftFrom: 0, leftTo: left.length, rightFrom: 0, rightTo: right.length };
  if (left.length === 0 || right.length === 0) return [whole];
  const changes = diffArrays([...left], [...right], {
    comparator: (one, other) => same(one, other),
    maxEditLength: most,
  });
  if (changes === undefined) return joinRuns(anchoredRuns(left, right, keyOf, same));
  const runs: Run[] = [];
  let leftAt = 0;
  let rightAt = 0;
  for (const { added, removed, count } of changes) {
    const leftTo = leftAt + (added ? 0 : count);
    const rightTo = rightAt + (removed ? 0 : count);
    runs.push({ kept: !added && !removed, leftFrom: leftAt, leftTo, rightFrom: rightAt, rightTo });
    leftAt = leftTo;
    rightAt = rightTo;
  }
  return joinRuns(runs);
};
