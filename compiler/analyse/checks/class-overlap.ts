import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import type { Classification } from "../../model/ir.ts";
import { printDecided, sameValue } from "../../evaluate/index.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf, inTextOrder, readingsFor } from "./conditions.ts";
import { findings, itemOf, placeOf, undecided } from "./finding.ts";
import { witnessOf } from "./witness-of.ts";

const LIST = (second: string): string =>
  exampleFile(`【认定】类别
医药机构的类别，按照下列规定认定：
（一）业务量100笔以下，为甲类；
（二）${second}，为乙类。`);

const catalogue = {
  "class-overlap": {
    severity: "warning",
    message: "“{rule}”的{first}与{second}可以同时符合，而认定的结果不同（{values}）：{example}。",
    why: "同一机构同时符合两项而两项结果不同的，办理时不知从哪一项；程序对这样的记录认定为冲突。",
    bad: LIST("业务量100笔以上"),
    good: LIST("业务量超过100笔"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Two items of a classification that give different values and can hold together. */
export const classOverlap: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    for (const decision of inTextOrder(context.program.decisions)) {
      if (decision.kind === "classification") found.push(...(await overlapsOf(context, decision)));
    }
    return found;
  },
};

const overlapsOf = async (
  { program, probe }: CheckContext,
  rule: Classification,
): Promise<readonly AnalysisFinding[]> => {
  const found: AnalysisFinding[] = [];
  for (const [index, first] of rule.items.entries()) {
    for (const second of rule.items.slice(index + 1)) {
      if (sameValue(first.value, second.value)) continue;
      const readings = readingsFor(program, [first.condition, second.condition]);
      if (readings === null) continue;
      const answer = await probe.canHold({
        object: rule.object,
        condition: allOf(rule.origin, [rule.subject, first.condition, second.condition]),
        readings,
        smallest: true,
      });
      const places = [placeOf(program, rule, first.origin), placeOf(program, rule, second.origin)];
      const named = {
        rule: rule.name,
        first: itemOf(first.condition, first.origin),
        second: itemOf(second.condition, second.origin),
      };
      if (answer.kind === "undecided") {
        const question = `“${rule.name}”的${named.first}与${named.second}能否同时符合`;
        found.push(undecided("class-overlap", question, answer, places));
      }
      if (answer.kind !== "found") continue;
      const witness = witnessOf(probe, answer, [rule], `${rule.name}两项重叠`, readings);
      const values = [first, second].map(({ value }) => printDecided(value, rule)).join("、");
      found.push(
        finding(
          "class-overlap",
          { ...named, values, example: witness.facts.join("；") },
          { certainty: "shown", places, witness },
        ),
      );
    }
  }
  return found;
};
