import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import type { Classification, Condition } from "../../model/ir.ts";
import { exampleFile } from "../../resolve/example.ts";
import { atLimit, meetingOf } from "./bands.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf, inTextOrder, notThat, readingsFor } from "./conditions.ts";
import { findings, placeOf, ruleOf, undecided } from "./finding.ts";
import { generalise } from "./generalise.ts";
import { canHoldOrdinarily } from "./ordinary.ts";
import { otherwise } from "./suggest.ts";
import { witnessOf } from "./witness-of.ts";

const LIST = (second: string): string =>
  exampleFile(`【认定】类别
医药机构的类别，按照下列规定认定：
（一）医院等级二级以上，为甲类；
（二）${second}，为乙类。`);

const catalogue = {
  "class-gap": {
    severity: "warning",
    message:
      "{rule}没有写明这样的情形属于哪一类：{example}。各项都不符合，也没有“其他的”一项，认定结果为未认定。{more}请补写一项，或者写明不在认定范围之内。",
    why: "各项没有写全的，落在各项之外的机构没有结论，后面依据这一认定的规则也无从适用。",
    bad: LIST("医院等级为一级"),
    good: LIST("其他的"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** So many ways to be in no class are told of one classification. */
const MOST_GAPS = 6;

/** Records that no item of a classification provides for. */
export const classGap: AnalysisCheck = {
  catalogue,
  isLocal: true,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    for (const rule of inTextOrder(context.program.decisions)) {
      if (rule.kind === "classification" && rule.otherwise === null)
        found.push(...(await gapsOf(context, rule)));
    }
    return found;
  },
};

const gapsOf = async (context: CheckContext, rule: Classification): Promise<readonly AnalysisFinding[]> => {
  const { program, probe, files } = context;
  const found: AnalysisFinding[] = [];
  const places = [placeOf(program, rule, rule.origin)];
  const items = rule.items.map(({ condition }) => condition);
  const known: Condition[] = [...limitsLeftOut(context, rule)];
  while (found.length < MOST_GAPS) {
    const answer = await canHoldOrdinarily(probe, { ...outside(rule, known), smallest: true });
    if (answer.kind === "never") break;
    if (answer.kind === "undecided") {
      const more = found.length === 0 ? "" : "其他";
      found.push(
        undecided("class-gap", `${ruleOf(program, rule)}是否还有${more}各项都不符合的情形`, answer, places),
      );
      break;
    }
    const witness = witnessOf(probe, answer, [rule], `${rule.name}没有写到的情形`);
    known.push(await generalise(probe, { ...rule, conditions: items }, answer));
    const isLast = found.length + 1 === MOST_GAPS;
    const more = isLast && (await isFurther(context, rule, known)) ? MORE : "";
    const values = { rule: ruleOf(program, rule), example: witness.facts.join("；"), more };
    found.push(
      finding("class-gap", values, {
        certainty: "shown",
        places,
        witness,
        suggestions: otherwise(files, rule),
      }),
    );
  }
  return found;
};

/** Records that no item holds of, and that nothing which has been told already does. */
const outside = (
  { object, origin, subject, items }: Classification,
  known: readonly Condition[],
): { readonly object: string; readonly condition: Condition } => ({
  object,
  condition: allOf(origin, [subject, ...[...items.map(({ condition }) => condition), ...known].map(notThat)]),
});

const isFurther = async (
  { probe }: CheckContext,
  rule: Classification,
  known: readonly Condition[],
): Promise<boolean> => (await canHoldOrdinarily(probe, outside(rule, known))).kind === "found";

const MORE = "除已经列出的以外，还有其他没有写到的情形，未逐一列出。";

/** Records right at a limit that two bands leave out are told as such. */
const limitsLeftOut = ({ program }: CheckContext, { items }: Classification): readonly Condition[] =>
  items.flatMap((first, index) =>
    items.slice(index + 1).flatMap((second): readonly Condition[] => {
      const meeting = meetingOf(first.condition, second.condition);
      const readings = readingsFor(program, [first.condition, second.condition]);
      return meeting?.how === "exclude" && readings?.size === 0 ? [atLimit(meeting)] : [];
    }),
  );
