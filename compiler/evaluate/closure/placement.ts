import type { Ranking } from "../../model/ir.ts";
import { compileCondition } from "./condition.ts";
import { TO_DECIDE, type Ask } from "./level.ts";
import { compileKey, type RankingKey } from "./ranking-key.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

/** A whole number between two bounds, and the level of what parts them. */
export interface Between {
  low: number;
  high: number;
  level: number;
}

/** Places of the records of a ranking. The last answer is overwritten by the next. */
export interface Placements {
  /** The level of membership. */
  readonly member: (row: number) => number;
  /** The level of a group that is not known; 0 where the place was found. */
  readonly place: (row: number) => number;
  readonly front: Between;
  readonly back: Between;
  readonly size: Between;
}

export const placementsOf = (workshop: Workshop, ranking: Ranking): Placements => {
  const known = workshop.placements.get(ranking.id) ?? compilePlacements(workshop, ranking);
  workshop.placements.set(ranking.id, known);
  return known;
};

/** Members alike in what is open about them, best first by the keys that are known. */
interface Line {
  /** How many keys are known before the first open one. */
  readonly known: number;
  /** The level of doubt whether they belong to the group. */
  readonly doubt: number;
  /** The level of their open keys. */
  readonly open: number;
  readonly members: number[];
  sorted: Int32Array;
}

interface Standings {
  readonly keys: readonly RankingKey[];
  readonly groups: ReadonlyMap<number, ReadonlyMap<number, Line>>;
  /** Members whose group is not known: they may stand in any. */
  readonly floating: ReadonlyMap<number, Line>;
}

const ONE_GROUP = 0;
const LEVELS = 4;

const compilePlacements = (workshop: Workshop, ranking: Ranking): Placements => {
  const rows = workshop.rows();
  const table = workshop.table(ranking.object);
  const condition = compileCondition(workshop, ranking.members);
  const keys = ranking.keys.map((key) => compileKey(workshop, table, key));
  const groupOf = compileGroup(workshop, ranking);
  const [front, back, size] = [one(), one(), one()];
  const isShared = ranking.ties === "shared";
  let standings: Standings | null = null;

  const member = (row: number): number => {
    rows[0] = row;
    return condition(rows);
  };

  const enter = (): Standings => {
    const made = keys.map((key) => key());
    const groups = new Map<number, Map<number, Line>>();
    const floating = new Map<number, Line>();
    for (let row = 0; row < table.length; row += 1) {
      const level = member(row);
      if (level === 0) continue;
      rows[0] = row;
      const group = groupOf(rows);
      const doubt = Math.max(level > 1 ? level : 0, group < 0 ? -group : 0);
      const lines = group < 0 ? floating : (groups.get(group) ?? new Map<number, Line>());
      if (group >= 0) groups.set(group, lines);
      lineOf(lines, made, row, doubt).members.push(row);
    }
    for (const lines of [...groups.values(), floating])
      for (const line of lines.values()) sortLine(line, made);
    return { keys: made, groups, floating };
  };

  const meet = (
    line: Line,
    keysOf: readonly RankingKey[],
    row: number,
    ownKnown: number,
    ownOpen: number,
    isOwn: boolean,
  ): void => {
    const prefix = Math.min(line.known, ownKnown);
    const { sorted, doubt } = line;
    const better = firstIndex(sorted, (each) => comparePrefix(keysOf, prefix, each, row) >= 0);
    const end = firstIndex(sorted, (each) => comparePrefix(keysOf, prefix, each, row) > 0);
    const level = end - better - (isOwn ? 1 : 0);
    const worse = sorted.length - end;
    widen(front, better, doubt, doubt);
    widen(back, worse, doubt, doubt);
    widen(size, better + level + worse, doubt, doubt);
    if (level === 0) return;
    const isTie = line.known === keysOf.length && ownKnown === keysOf.length;
    if (isTie && isShared) return;
    const reason = Math.max(doubt, isTie ? TO_DECIDE : Math.max(line.open, ownOpen));
    widen(front, level, reason, reason);
    widen(back, level, reason, reason);
  };

  const place = (row: number): number => {
    standings ??= enter();
    rows[0] = row;
    const group = groupOf(rows);
    if (group < 0) return -group;
    for (const between of [front, back, size]) Object.assign(between, START);
    const made = standings.keys;
    const ownKnown = knownKeys(made, row);
    const ownOpen = openOf(made, row);
    const level = member(row);
    const own = lineKey(ownKnown, level > 1 ? level : 0, ownOpen);
    for (const [key, line] of standings.groups.get(group) ?? NOBODY)
      meet(line, made, row, ownKnown, ownOpen, key === own && level !== 0);
    for (const line of standings.floating.values()) meet(line, made, row, ownKnown, ownOpen, false);
    return 0;
  };

  return { member, place, front, back, size };
};

const START: Between = { low: 1, high: 1, level: 0 };
const one = (): Between => ({ ...START });
const NOBODY: ReadonlyMap<number, Line> = new Map();

/** So many more: for certain where there is no doubt. */
const widen = (between: Between, count: number, doubt: number, level: number): void => {
  if (count === 0) return;
  if (doubt === 0) between.low += count;
  between.high += count;
  if (level > between.level) between.level = level;
};

const compileGroup = (workshop: Workshop, ranking: Ranking): Ask => {
  if (ranking.group === null) return () => ONE_GROUP;
  const column = workshop.table(ranking.object).column(ranking.group);
  if (column.kind !== "code") throw new Unsupported();
  const { codes } = column;
  return (rows) => codes[rows[0]!]!;
};

const lineKey = (known: number, doubt: number, open: number): number =>
  (known * LEVELS + doubt) * LEVELS + open;

const lineOf = (
  lines: ReadonlyMap<number, Line> & Map<number, Line>,
  keys: readonly RankingKey[],
  row: number,
  doubt: number,
): Line => {
  const [known, open] = [knownKeys(keys, row), openOf(keys, row)];
  const key = lineKey(known, doubt, open);
  const line = lines.get(key) ?? { known, doubt, open, members: [], sorted: new Int32Array(0) };
  lines.set(key, line);
  return line;
};

const sortLine = (line: Line, keys: readonly RankingKey[]): void => {
  line.members.sort((left, right) => comparePrefix(keys, line.known, left, right));
  line.sorted = Int32Array.from(line.members);
  line.members.length = 0;
};

const knownKeys = (keys: readonly RankingKey[], row: number): number => {
  let known = 0;
  while (known < keys.length && keys[known]!.levels[row] === 0) known += 1;
  return known;
};

const openOf = (keys: readonly RankingKey[], row: number): number => {
  let highest = 0;
  for (const { levels } of keys) if (levels[row]! > highest) highest = levels[row]!;
  return highest;
};

const comparePrefix = (keys: readonly RankingKey[], length: number, left: number, right: number): number => {
  for (let index = 0; index < length; index += 1) {
    const { values } = keys[index]!;
    if (values[left]! < values[right]!) return -1;
    if (values[left]! > values[right]!) return 1;
  }
  return 0;
};

const firstIndex = (sorted: Int32Array, holds: (row: number) => boolean): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
};
