import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import type { Classification } from "../../model/ir.ts";
import { printDecided, sameValue } from "../../evaluate/index.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf, anyOf, inTextOrder, notThat, readingsFor } from "./conditions.ts";
import { findings, itemOf, placeOf, ruleOf, undecided } from "./finding.ts";
import { canHoldOrdinarily } from "./ordinary.ts";
import { exclude, strike } from "./suggest.ts";
import { witnessOf } from "./witness-of.ts";

const LIST = (second: string): string =>
  exampleFile(`【认定】类别
医药机构的类别，按照下列规定认定：
（一）业务量100笔以下，为甲类；
（二）${second}，为乙类。`);

const catalogue = {
  "item-masked": {
    severity: "warning",
    message:
      "{rule}的{item}从来不能单独决定结果：凡符合这一项的，也都符合{others}，而认定的结果不同（{values}）。例如{example}。请写明按哪一项认定，或者删去其中一项。",
    why: "一项完全落在结果不同的另一项之内的，凡符合的都是冲突，这一项写了也得不出它所写的结果。",
    bad: LIST("业务量50笔以下"),
    good: LIST("业务量超过100笔且具备追溯码"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

type Item = Classification["items"][number];

/** Items of a classification that hold only where an item with another value holds too. */
export const itemMasked: AnalysisCheck = {
  catalogue,
  isLocal: true,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    for (const rule of inTextOrder(context.program.decisions)) {
      if (rule.kind !== "classification") continue;
      for (const item of rule.items) found.push(...(await masked(context, rule, item)));
    }
    return found;
  },
};

const masked = async (
  context: CheckContext,
  rule: Classification,
  item: Item,
): Promise<readonly AnalysisFinding[]> => {
  const { program, probe, files } = context;
  const readings = readingsFor(program, [item.condition]);
  const others = rule.items.filter(({ value }) => !sameValue(value, item.value));
  if (readings === null || others.length === 0) return [];
  const ask = (beside: readonly Item[], smallest = false, isBeside = false) => {
    const conditions = beside.map(({ condition }) => condition);
    const rest = isBeside ? [anyOf(rule.origin, conditions)] : conditions.map(notThat);
    const condition = allOf(item.origin, [rule.subject, item.condition, ...rest]);
    return canHoldOrdinarily(probe, { object: rule.object, condition, readings, smallest });
  };
  const alone = await ask(others);
  if (alone.kind === "found") return [];
  const named = { rule: ruleOf(program, rule, readings), item: itemOf(item.condition, item.origin) };
  if (alone.kind === "undecided") {
    const places = [placeOf(program, rule, item.origin)];
    return [undecided("item-masked", `${named.rule}的${named.item}能否单独符合`, alone, places)];
  }
  const shown = await ask(others, true, true);
  // An item that never holds at all is told as such.
  if (shown.kind !== "found") return [];
  let over: readonly Item[] = others;
  for (const other of others) {
    if ((await ask([other])).kind !== "never") continue;
    over = [other];
    break;
  }
  const witness = witnessOf(probe, shown, [rule], `${rule.name}一项被另一项覆盖`, readings);
  const values = [...new Set([item, ...over].map(({ value }) => printDecided(value, rule)))].join("、");
  const told = over.map(({ condition, origin }) => itemOf(condition, origin)).join("、");
  return [
    finding(
      "item-masked",
      {
        ...named,
        others: over.length === 1 ? told : `${told}之一`,
        values,
        example: witness.facts.join("；"),
      },
      {
        certainty: "proved",
        places: [item, ...over].map(({ origin }) => placeOf(program, rule, origin)),
        witness,
        suggestions: [
          ...(over.length === 1
            ? exclude(
                context,
                over[0]!.origin,
                item.origin,
                `两项都符合的，认定为${printDecided(item.value, rule)}`,
              )
            : []),
          ...strike(files, item.condition, item.origin),
        ],
      },
    ),
  ];
};
