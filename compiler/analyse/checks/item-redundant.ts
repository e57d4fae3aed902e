import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import { sameValue } from "../../evaluate/index.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { Condition } from "../../model/ir.ts";
import { withAdopted, type ProbeAnswer } from "../probe.ts";
import { assumedOf } from "../properties/assumed.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf, atLeast, notThat } from "./conditions.ts";
import { findings, itemOf, placeOf, undecided } from "./finding.ts";
import { canBeTrue } from "./item-never-true.ts";
import { readingsOfItem, type ItemList, type ListItem } from "./item-list.ts";
import { listsIn, ownerOf } from "./item-lists.ts";
import { canHoldOrdinarily } from "./ordinary.ts";
import { strike } from "./suggest.ts";

const RULE = (second: string): string =>
  exampleFile(`【规则】退出
医药机构有下列情形之一的，应当纳入退出：
（一）业务量不满10笔；
（二）${second}。`);

const catalogue = {
  "item-redundant": {
    severity: "info",
    message:
      "{rule}的{item}可有可无：{others}，删去这一项，任何记录的结果都不变。请核对这一项想另外管到什么；确属重复的，可以删去。",
    why: "多余的一项往往是数字或者范围写错了：起草时以为它另外管到一些情形，其实一个也没有多管到。",
    bad: RULE("业务量不满5笔"),
    good: RULE("上年业务量不满5笔"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Items without which a rule would say the same of every record. */
export const itemRedundant: AnalysisCheck = {
  catalogue,
  isLocal: true,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    for (const list of listsIn(context)) found.push(...(await redundantOf(context, list)));
    return found;
  },
};

/** From the end: of two items that say the same, the one written first stays. */
const redundantOf = async (context: CheckContext, list: ItemList): Promise<readonly AnalysisFinding[]> => {
  const { program, files } = context;
  const found: AnalysisFinding[] = [];
  let kept = list.items;
  for (const item of list.items.toReversed()) {
    const rest = kept.filter((each) => each !== item);
    const beside = item.value === null ? rest : rest.filter(({ value }) => sameValue(value!, item.value!));
    if (beside.length === 0) continue;
    const alive = await canBeTrue(context, list, item);
    if (alive === null || alive.kind === "never") continue;
    const answer = await changes(context, list, item, kept, rest, beside);
    if (answer.kind === "found") continue;
    const places = [placeOf(program, list.rule, item.origin)];
    const named = {
      rule: ownerOf(program, list, readingsOfItem(program, list, item)),
      item: itemOf(item.condition, item.origin),
    };
    if (answer.kind === "undecided") {
      found.push(
        undecided("item-redundant", `${named.rule}删去${named.item}以后结果是否不变`, answer, places),
      );
      continue;
    }
    kept = rest;
    const over = list.mode === "atLeast" ? null : await coveringOf(context, list, item, beside);
    const others =
      list.mode === "atLeast" ? await countedOf(context, list, item, beside) : coveredBy(list, over);
    found.push(
      finding(
        "item-redundant",
        { ...named, others },
        {
          certainty: "proved",
          places: [...places, ...(over === null ? [] : [placeOf(program, list.rule, over.origin)])],
          suggestions: strike(files, item.condition, item.origin),
        },
      ),
    );
  }
  return found;
};

/** Whether some record fares otherwise without the item; the cheap question first, which mostly shows one. */
const changes = async (
  { program, probe }: CheckContext,
  list: ItemList,
  item: ListItem,
  kept: readonly ListItem[],
  rest: readonly ListItem[],
  beside: readonly ListItem[],
): Promise<ProbeAnswer> => {
  const readings = readingsOfItem(program, list, item)!;
  const { object } = list.rule;
  const counts = await canHoldOrdinarily(probe, {
    object,
    condition: uncovered(list, item, beside),
    readings,
  });
  if (counts.kind !== "never") return counts;
  const taken = withAdopted(program, readings);
  const side = (items: readonly ListItem[]) => {
    const decision = list.keeping(items);
    const decisions =
      list.exception === null
        ? taken.decisions.map((each) => (each.id === decision.id ? decision : each))
        : [...taken.decisions, decision];
    return { program: { ...taken, decisions }, decision };
  };
  return probe.canDiffer({
    left: side(kept),
    right: side(rest),
    wanted: (left, right) => left.status !== right.status || left.value !== right.value,
    focus: assumedOf(taken, [list.rule]),
    asks: "another result, with amounts that there are",
  });
};

/** Exactly where the item tips the scale: it holds alone, or fails alone, or is the last of as many as are needed. */
const uncovered = (list: ItemList, item: ListItem, beside: readonly ListItem[]) => {
  const others = beside.map(({ condition }) => condition);
  switch (list.mode) {
    case "all":
      return allOf(item.origin, [...list.around, ...others, notThat(item.condition)]);
    case "atLeast":
      return allOf(item.origin, [
        ...list.around,
        item.condition,
        atLeast(item.origin, list.least - 1, others),
        notThat(atLeast(item.origin, list.least, others)),
      ]);
    case "any":
    case "class":
      return allOf(item.origin, [...list.around, item.condition, ...others.map(notThat)]);
  }
};

const coveredBy = ({ mode }: ItemList, over: ListItem | null): string => {
  const told = over === null ? "其他各项" : itemOf(over.condition, over.origin);
  if (mode === "all") return `符合${told}的，必然也符合这一项`;
  return `凡符合这一项的，也都符合${told}${over === null ? "之一" : ""}`;
};

/** Why an item of 至少N项 never counts: the others are enough already, or with it there are still too few. */
const countedOf = async (
  { program, probe }: CheckContext,
  list: ItemList,
  item: ListItem,
  beside: readonly ListItem[],
): Promise<string> => {
  const others = beside.map(({ condition }) => condition);
  const canBe = async (count: Condition): Promise<boolean> => {
    const readings = readingsOfItem(program, list, item)!;
    const condition = allOf(item.origin, [...list.around, item.condition, count]);
    const answer = await canHoldOrdinarily(probe, { object: list.rule.object, condition, readings });
    return answer.kind !== "never";
  };
  const enough = `其他各项中都已经至少有${list.least}项符合`;
  const few = `加上这一项也不足${list.least}项`;
  if (!(await canBe(notThat(atLeast(item.origin, list.least, others))))) return `凡符合这一项的，${enough}`;
  if (!(await canBe(atLeast(item.origin, list.least - 1, others)))) return `凡符合这一项的，${few}`;
  return `凡符合这一项的，或者${enough}，或者${few}`;
};

/** The one item that covers it, where one alone does. */
const coveringOf = async (
  { program, probe }: CheckContext,
  list: ItemList,
  item: ListItem,
  beside: readonly ListItem[],
): Promise<ListItem | null> => {
  const readings = readingsOfItem(program, list, item)!;
  for (const other of beside) {
    const condition = uncovered(list, item, [other]);
    if ((await canHoldOrdinarily(probe, { object: list.rule.object, condition, readings })).kind === "never")
      return other;
  }
  return null;
};
