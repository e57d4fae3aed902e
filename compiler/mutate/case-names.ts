import type { TextEdit } from "../../language/index.ts";
import type { OperatorKind, Survivor } from "../model/mutation.ts";
import type { Candidate } from "./mutants.ts";
import { nodesIn } from "./place.ts";

/** A survivor whose 用例 has no name of its own yet. */
export interface Unnamed {
  readonly survivor: Survivor;
  /** What its 用例 would notice. */
  readonly notices: string;
}

/**
 * Each 用例 named by the rule and by what it would notice. The same 用例 has one name, that of the first change it
 * would notice; different ones have different names, and none that the policy already has.
 */
export const withCaseNames = (drafts: readonly Unnamed[], taken: readonly string[]): readonly Survivor[] => {
  const names = new Map<string, string>();
  const used = new Set(taken);
  return drafts.map(({ survivor, notices }) => {
    if (survivor.witness === null) return survivor;
    const [header = "", ...lines] = survivor.witness.split("\n");
    const body = lines.join("\n");
    const subject = survivor.rule ?? header.replace(HEADER, "");
    const name = names.get(body) ?? unused(`${subject}：${notices}`, used);
    names.set(body, name);
    used.add(name);
    return { ...survivor, witness: `【用例】${name}\n${body}` };
  });
};

const HEADER = /^【用例】/u;

const unused = (name: string, used: ReadonlySet<string>): string => {
  let [each, number] = [name, 1];
  while (used.has(each)) each = `${name}（另例${(number += 1)}）`;
  return each;
};

/** 规则条件（四）由低于改为不高于时结果不同. Without quotation marks: the name itself stands in them. */
export const noticesOf = (candidate: Candidate, edits: readonly TextEdit[]): string => {
  const { operator } = candidate.change;
  const item = itemAround(candidate);
  const differs = operator === "modal" ? "时情态不同" : "时结果不同";
  if (operator === "item" && item !== "") return `删去${item}${differs}`;
  const exact = exactly(candidate, edits);
  if (exact !== null) return `${item}${exact}${differs}`;
  const [verb, what] = IN_WORDS[operator];
  return `${verb}${item === "" ? "" : `${item}的`}${what}${differs}`;
};

const IN_WORDS = {
  bound: ["改动", "界限词"],
  number: ["改动", "数值"],
  connective: ["改动", "且和或者"],
  condition: ["删去", "一个条件"],
  listHead: ["改动", "之一和全部"],
  item: ["删去", "一项"],
  exception: ["删去", "例外"],
  modal: ["改动", "情态"],
  negation: ["删去", "否定"],
  value: ["改动", "取值"],
  class: ["改动", "认定结果"],
  scope: ["改动", "范围"],
  ranking: ["改动", "排名"],
  reading: ["改动", "读法"],
  arithmetic: ["改动", "计算"],
} as const satisfies Record<OperatorKind, readonly [verb: string, what: string]>;

/** 规则条件（三）1, or nothing where the words stand outside of items. */
const itemAround = ({ place, change: { span } }: Candidate): string => {
  const markers = nodesIn(place, "item")
    .filter((item) => item.span.start <= span.start && item.span.end >= span.end)
    .map(({ marker }) => marker);
  return markers.length === 0 ? "" : `规则条件${markers.join("").replace(/\.$/u, "")}`;
};

/** 由低于改为不高于, where that is short enough. */
const exactly = ({ place }: Candidate, edits: readonly TextEdit[]): string | null => {
  const [edit] = edits;
  if (edit === undefined || edits.length > 1) return null;
  const before = place.text.slice(edit.span.start, edit.span.end);
  return [before, edit.newText].every((words) => SHORT.test(words)) ? `由${before}改为${edit.newText}` : null;
};

/** A word or a number, without line breaks and quotation marks. */
const SHORT = /^[\p{Script=Han}\p{Nd}.％%]{1,12}$/u;
