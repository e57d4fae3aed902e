import type { Origin, Ranking } from "../../model/ir.ts";
import { compareNodes } from "./compare-nodes.ts";
import { type Clause, type Finding, through } from "./finding.ts";
import { termWords } from "./in-words.ts";
import { termKey } from "./key.ts";
import { normalise } from "./normal.ts";
import type { Side, Sides } from "./sides.ts";

/** Who is ranked, within which group, by what, and what becomes of ties; a direction is not told of any. */
export const compareRanking = (left: Ranking, right: Ranking, sides: Sides): readonly Finding[] => {
  const members = compareNodes(
    normalise(left.members, sides.left.keys),
    normalise(right.members, sides.right.keys),
    sides,
  );
  const findings: Finding[] = [...through(0, members).findings];
  const add = (kind: "scope" | "formula", what: string, before: string, after: string): void => {
    findings.push({
      kind,
      what,
      before,
      after,
      left: clauseAt(left.origin),
      right: clauseAt(right.origin),
      effect: 0,
      wording: false,
    });
  };
  if (groupKey(left, sides.left) !== groupKey(right, sides.right)) {
    add("scope", "排名的范围", groupWords(left), groupWords(right));
  }
  if (keysOf(left, sides.left) !== keysOf(right, sides.right)) {
    add("formula", "排名的依据", orderWords(left, sides.left), orderWords(right, sides.right));
  }
  if (left.ties !== right.ties) {
    add("formula", "名次相同的处理", TIES[left.ties], TIES[right.ties]);
  }
  if (left.shareRounding !== right.shareRounding) {
    add("formula", "按比例计算名次的取整", roundingWords(left), roundingWords(right));
  }
  return findings;
};

const TIES = { shared: "并列", lot: "抽签", discretion: "需裁量" } as const;
const ROUNDING = { halfUp: "四舍五入", down: "舍去", up: "进一" } as const;

const roundingWords = ({ shareRounding }: Ranking): string =>
  shareRounding === null ? "未规定" : ROUNDING[shareRounding];

const groupKey = ({ group, object }: Ranking, { keys }: Side): string | null =>
  group === null ? null : keys.field(object, group);

const groupWords = ({ group }: Ranking): string => (group === null ? "全部一起排名" : `按${group}分别排名`);

const keysOf = (ranking: Ranking, { keys }: Side): string =>
  JSON.stringify(ranking.keys.map(({ term, descending }) => [termKey(term, keys), descending]));

const orderWords = (ranking: Ranking, { program }: Side): string =>
  ranking.keys
    .map(({ term, descending }) => `${termWords(term, program)}由${descending ? "高到低" : "低到高"}`)
    .join("、");

const clauseAt = (origin: Origin): Clause => ({ condition: null, origin, dormant: false });
