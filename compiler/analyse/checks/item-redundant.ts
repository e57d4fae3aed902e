import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import { sameValue } from "../../evaluate/index.ts";
import { exampleFile } from "../../resolve/example.ts";
import { withAdopted, type ProbeAnswer } from "../probe.ts";
import { assumedOf } from "../properties/assumed.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf, inTextOrder, notThat } from "./conditions.ts";
import { findings, itemOf, placeOf, ruleOf, undecided } from "./finding.ts";
import { canBeTrue } from "./item-never-true.ts";
import { listsOf, readingsOfItem, type ItemList, type ListItem } from "./item-list.ts";
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
    for (const rule of inTextOrder(context.program.decisions)) {
      for (const list of listsOf(rule)) found.push(...(await redundantOf(context, list)));
    }
    return found;
  },
};

/** From the end: of two items that say the same, the one written first stays. */
const redundantOf = async (context: CheckContext, list: ItemList): Promise<readonly AnalysisFinding[]> => {
  const { program, files } = context;
  const found: AnalysisFinding[] = [];
  let kept = list.items;
  // Of so many items out of which number, one more or less always counts.
  if (list.mode === "atLeast") return [];
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
      rule: ruleOf(program, list.rule, readingsOfItem(program, list, item) ?? undefined),
      item: itemOf(item.condition, item.origin),
    };
    if (answer.kind === "undecided") {
      found.push(
        undecided("item-redundant", `${named.rule}删去${named.item}以后结果是否不变`, answer, places),
      );
      continue;
    }
    kept = rest;
    const over = await coveringOf(context, list, item, beside);
    const told = over === null ? "其他各项" : itemOf(over.condition, over.origin);
    const others =
      list.mode === "all" ? `符合${told}的，必然也符合这一项` : `凡符合这一项的，也都符合${told}`;
    found.push(
      finding(
        "item-redundant",
        { ...named, others: over === null && list.mode !== "all" ? `${others}之一` : others },
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
    const decisions = taken.decisions.map((each) => (each.id === decision.id ? decision : each));
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

/** The item counts by itself: in a list of which one suffices it holds alone, in one of which all count it fails alone. */
const uncovered = (list: ItemList, item: ListItem, beside: readonly ListItem[]) => {
  const others = beside.map(({ condition }) => condition);
  return list.mode === "all"
    ? allOf(item.origin, [...list.around, ...others, notThat(item.condition)])
    : allOf(item.origin, [...list.around, item.condition, ...others.map(notThat)]);
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
