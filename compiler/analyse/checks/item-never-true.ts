import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { ProbeAnswer } from "../probe.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf } from "./conditions.ts";
import { AS_ADOPTED, otherThanAdopted, waysToRead } from "./condition-readings.ts";
import { findings, itemOf, placeOf, undecided } from "./finding.ts";
import { readingsOfItem, type ItemList, type ListItem } from "./item-list.ts";
import { listsIn, ownerOf } from "./item-lists.ts";
import { canHoldOrdinarily } from "./ordinary.ts";
import { strike } from "./suggest.ts";

const RULE = (second: string): string =>
  exampleFile(`【规则】退出
医药机构有下列情形之一的，应当纳入退出：
（一）未具备追溯码；
（二）${second}。`);

const catalogue = {
  "item-never-true": {
    severity: "warning",
    message:
      "{rule}的{item}{where}没有任何记录能够符合，这一项不起作用。请核对其中各项要求是否互相矛盾，或者与{beside}是否矛盾。",
    why: "一项要求自相矛盾的（如既不满10笔又超过20笔），写了等于没有写，起草时想管的情形就没有管到。",
    bad: RULE("业务量不满10笔且业务量超过20笔"),
    good: RULE("业务量不满10笔或者业务量超过20笔"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Items that no record can fulfil, under any reading under which they are written. */
export const itemNeverTrue: AnalysisCheck = {
  catalogue,
  isLocal: true,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    for (const list of listsIn(context)) {
      const told: AnalysisFinding[] = [];
      for (const item of list.items) told.push(...(await neverTrue(context, list, item)));
      // An exception none of whose items can apply is told as one that never does.
      const isNever = told.filter(({ certainty }) => certainty === "proved").length === list.items.length;
      if (list.exception === null || !isNever) found.push(...told);
    }
    return found;
  },
};

const neverTrue = async (
  context: CheckContext,
  list: ItemList,
  item: ListItem,
): Promise<readonly AnalysisFinding[]> => {
  const { program, files } = context;
  const answer = await canBeTrue(context, list, item);
  if (answer === null || answer.kind === "found") return [];
  const places = [placeOf(program, list.rule, item.origin)];
  const named = {
    rule: ownerOf(program, list, readingsOfItem(program, list, item)),
    item: itemOf(item.condition, item.origin),
    where: list.exception === null || list.around.length === 0 ? "" : "在所除外的规则之内",
    beside: list.exception === null ? "本条其他要求" : "所除外的规则",
  };
  if (answer.kind === "undecided")
    return [undecided("item-never-true", `${named.rule}的${named.item}能否符合`, answer, places)];
  if (await isAliveOtherwise(context, list, item)) return [];
  const suggestions = strike(files, item.condition, item.origin);
  return [finding("item-never-true", named, { certainty: "proved", places, suggestions })];
};

/** Whether an item holds as soon as readings of what it uses are taken otherwise: then nothing is wrong with it. */
const isAliveOtherwise = async (
  { program, probe }: CheckContext,
  list: ItemList,
  { condition }: ListItem,
): Promise<boolean> => {
  const clauses = [...list.around, condition];
  const asked = { object: list.rule.object, condition: allOf(condition.origin, clauses) };
  const { ways, complete } = waysToRead(program, clauses, AS_ADOPTED);
  for (const way of ways.slice(1)) {
    const readings = otherThanAdopted(program, way);
    if ((await canHoldOrdinarily(probe, { ...asked, readings })).kind !== "never") return true;
  }
  return !complete;
};

/** Whether an item can hold where its list is asked; null where it asks for two readings of the same words. */
export const canBeTrue = async (
  { program, probe }: CheckContext,
  list: ItemList,
  item: ListItem,
): Promise<ProbeAnswer | null> => {
  const { condition } = item;
  const readings = readingsOfItem(program, list, item);
  if (readings === null) return null;
  return canHoldOrdinarily(probe, {
    object: list.rule.object,
    condition: allOf(condition.origin, [...list.around, condition]),
    readings,
  });
};
