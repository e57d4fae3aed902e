import type { Reason } from "../model/outcome.ts";
import { reasonInWords } from "./reasons.ts";

/** What stands in the way, for one table cell: reasons of one kind become one phrase, and a few phrases are shown. */
export const reasonsInBrief = (reasons: readonly Reason[], limit = SHOWN): string[] => {
  const phrases = [...groups(reasons).values()].map(groupInWords);
  if (phrases.length <= limit) return phrases;
  return [...phrases.slice(0, limit), `另有${phrases.length - limit}类待定事项`];
};

/** The same without a limit: for a page with room. */
export const reasonsInGroups = (reasons: readonly Reason[]): string[] =>
  reasonsInBrief(reasons, Number.POSITIVE_INFINITY);

const SHOWN = 2;

const groups = (reasons: readonly Reason[]): Map<string, Reason[]> => {
  const found = new Map<string, Reason[]>();
  for (const reason of reasons) {
    const key = groupKey(reason);
    const group = found.get(key);
    if (group === undefined) found.set(key, [reason]);
    else group.push(reason);
  }
  return found;
};

/** Missing facts are one group; each judgement and parameter is a question of its own. */
const groupKey = (reason: Reason): string => {
  switch (reason.kind) {
    case "缺少事实":
    case "缺少步行距离":
    case "引用对象缺失":
    case "坐标系不一致":
      return reason.kind;
    case "参数未定":
    case "裁量判断":
    case "读法未定":
    case "除数为零":
    case "溢出":
    case "同名次":
    case "空集合":
    case "认定冲突":
    case "未认定":
    case "名次取整未定":
      return `${reason.kind} ${reason.name}`;
  }
};

const groupInWords = (group: readonly Reason[]): string => {
  const first = group[0]!;
  if (group.length === 1) return reasonInWords(first);
  if (first.kind === "缺少步行距离") return `缺少${first.from}至${first.to}等${group.length}个步行距离`;
  if (first.kind === "缺少事实") return missingFacts(first, group);
  return `${reasonInWords(first)}，同类共${group.length}项`;
};

/** 缺少“业务量”等3项（定点医药机构 M09）, or 缺少12条记录的“业务量”（定点医药机构 M09等）. */
const missingFacts = (first: Extract<Reason, { kind: "缺少事实" }>, group: readonly Reason[]): string => {
  const facts = group.filter((reason) => reason.kind === "缺少事实");
  const who = `${first.object} ${first.id}`;
  if (facts.every(({ object, id }) => object === first.object && id === first.id)) {
    return facts.length === 2
      ? `缺少“${first.name}”和“${facts[1]!.name}”（${who}）`
      : `缺少“${first.name}”等${facts.length}项（${who}）`;
  }
  return facts.every(({ name }) => name === first.name)
    ? `缺少${facts.length}条记录的“${first.name}”（${who}等）`
    : `缺少“${first.name}”（${who}）等${facts.length}项`;
};
