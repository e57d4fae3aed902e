import { measureOf } from "../../model/norm-words.ts";
import type { DecisionPair } from "../found-change.ts";

/** What a pair is called, the same from both sides: 十五分钟服务圈：新增医保定点. */
export const aboutOf = ({ left, right }: DecisionPair): string => {
  const decisions = [left, right].filter((decision) => decision !== null);
  const names = distinct(decisions.map(({ id }) => id));
  const measures = distinct(decisions.flatMap((decision) => measureOf(decision)?.split("、") ?? []));
  return measures.length === 0 ? names.join("／") : `${names.join("／")}：${measures.join("、")}`;
};

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();
