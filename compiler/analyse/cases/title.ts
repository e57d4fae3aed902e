import { printValue } from "../../evaluate/index.ts";
import { clauseInWords, type Goal } from "./goal.ts";
import type { Made } from "./world-for.ts";

/** What a case covers, in its name: the items and limits first; a deciding part where there is nothing else. */
export const titleOf = (covers: readonly Goal[], made: Made): string => {
  const telling = covers.filter(({ kind }) => kind !== "mcdc");
  const titles = [...new Set((telling.length > 0 ? telling : covers).map((goal) => oneTitle(goal, made)))];
  const named = titles.slice(0, MOST_NAMED).join("、");
  return covers.length <= MOST_NAMED || (telling.length === 0 && titles.length === 1)
    ? named
    : `${named}等${covers.length}项`;
};

const MOST_NAMED = 2;

/** At a limit with the value that stands there. */
const oneTitle = (goal: Goal, { world, judged }: Made): string => {
  const { asks, title, kind } = goal;
  if (kind !== "boundaries" || asks.kind !== "replaced" || asks.clause.kind !== "compare") return title;
  const { left } = asks.clause;
  if (left.kind !== "field" || left.of.kind !== "variable" || left.of.index !== 0) return title;
  const record = world.records.find(({ object, id }) => object === judged.object && id === judged.id);
  const value = left.of.object === judged.object ? record?.facts.get(left.field) : undefined;
  if (value === undefined) return title;
  const printed = printValue(value, left.type).replace("%", "％");
  return `${left.field}${printed}（${title.replace(clauseInWords(asks.clause), "").replace("的界限", "界限")}）`;
};
