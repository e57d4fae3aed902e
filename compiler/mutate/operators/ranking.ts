import type { RankingBlock } from "../../../language/index.ts";
import type { Change } from "../model.ts";
import { lastWord, nodesIn, replace, type Place } from "../place.ts";

/** The other end of a ranking, the other direction, no groups, another treatment of ties and of broken shares. */
export const rankingChanges = (place: Place): readonly Change[] => [
  ...nodesIn(place, "rankPosition").flatMap(({ end, span, left, amount }) => {
    const [word, other] = end === "front" ? (["前", "后"] as const) : (["后", "前"] as const);
    const at = lastWord(place, word, left?.span.end ?? span.start, amount.span.start);
    return at === null ? [] : [change(at.start, at.end, other)];
  }),
  ...(place.block.kind === "ranking" ? blockChanges(place, place.block) : []),
];

const blockChanges = (place: Place, block: RankingBlock): readonly Change[] => [
  ...block.keys.flatMap(({ value }) => worded(place, value.span.end, DIRECTIONS)),
  ...groupChange(place, block),
  ...worded(place, block.keys.at(-1)?.value.span.end ?? block.span.end, TIES),
  ...worded(place, block.keys.at(-1)?.value.span.end ?? block.span.end, ROUNDINGS),
];

const DIRECTIONS: Readonly<Record<string, string>> = {
  由高到低: "由低到高",
  由低到高: "由高到低",
  从高到低: "从低到高",
  从低到高: "从高到低",
};

const TIES: Readonly<Record<string, string>> = { 需裁量: "并列", 并列: "抽签", 抽签: "并列" };

const ROUNDINGS: Readonly<Record<string, string>> = {
  名次数四舍五入: "名次数进一",
  名次数舍去: "名次数进一",
  名次数进一: "名次数舍去",
};

/** The first word of a table behind an offset, exchanged. */
const worded = (
  { text, block }: Place,
  from: number,
  table: Readonly<Record<string, string>>,
): readonly Change[] => {
  const found = new RegExp(Object.keys(table).join("|"), "u").exec(text.slice(from, block.span.end));
  if (found === null) return [];
  const start = from + found.index;
  return [change(start, start + found[0].length, table[found[0]]!)];
};

const groupChange = ({ text }: Place, { group, members }: RankingBlock): readonly Change[] => {
  if (group === null) return [];
  const start = text.slice(0, group.span.start).search(/同一\s*$/u);
  return [change(start < 0 ? group.span.start : start, members.span.start, "")];
};

const change = (start: number, end: number, words: string): Change => ({
  operator: "ranking",
  span: { start, end },
  ways: [replace(start, end, words)],
});
