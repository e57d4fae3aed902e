import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import type { Classification } from "../../model/ir.ts";
import { printDecided, sameValue } from "../../evaluate/index.ts";
import { exampleFile } from "../../resolve/example.ts";
import { meetingOf } from "./bands.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf, inTextOrder, notThat, readingsFor } from "./conditions.ts";
import { findings, itemOf, placeOf, ruleOf, undecided } from "./finding.ts";
import { canHoldOrdinarily } from "./ordinary.ts";
import { exclude } from "./suggest.ts";
import { witnessOf } from "./witness-of.ts";

const LIST = (second: string): string =>
  exampleFile(`【认定】类别
医药机构的类别，按照下列规定认定：
（一）业务量100笔以下，为甲类；
（二）${second}，为乙类。`);

const catalogue = {
  "class-overlap": {
    severity: "warning",
    message:
      "{rule}的{first}与{second}可以同时符合，认定的结果却分别为{values}。例如{example}。这样的记录认定为冲突，请写明按哪一项认定。",
    why: "同一机构同时符合两项而两项结果不同的，办理时不知从哪一项；程序对这样的记录认定为冲突。",
    bad: LIST("医院等级二级以上"),
    good: LIST("业务量超过100笔"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

type Item = Classification["items"][number];

/** Two items of a classification that give different values and can hold together. */
export const classOverlap: AnalysisCheck = {
  catalogue,
  isLocal: true,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    for (const rule of inTextOrder(context.program.decisions)) {
      if (rule.kind !== "classification") continue;
      for (const [index, first] of rule.items.entries()) {
        for (const second of rule.items.slice(index + 1)) {
          if (!sameValue(first.value, second.value))
            found.push(...(await overlap(context, rule, first, second)));
        }
      }
    }
    return found;
  },
};

const overlap = async (
  context: CheckContext,
  rule: Classification,
  first: Item,
  second: Item,
): Promise<readonly AnalysisFinding[]> => {
  const { program, probe } = context;
  const readings = readingsFor(program, [first.condition, second.condition]);
  if (readings === null) return [];
  const { object } = rule;
  const both = allOf(rule.origin, [rule.subject, first.condition, second.condition]);
  const answer = await canHoldOrdinarily(probe, { object, condition: both, readings, smallest: true });
  if (answer.kind === "never") return [];
  const places = [placeOf(program, rule, first.origin), placeOf(program, rule, second.origin)];
  const named = {
    rule: ruleOf(program, rule, readings),
    first: itemOf(first.condition, first.origin),
    second: itemOf(second.condition, second.origin),
  };
  if (answer.kind === "undecided") {
    const question = `${named.rule}的${named.first}与${named.second}能否同时符合`;
    return [undecided("class-overlap", question, answer, places)];
  }
  if (await isToldOtherwise(context, rule, first, second)) return [];
  const witness = witnessOf(probe, answer, [rule], `${rule.name}两项重叠`, readings);
  const [one, other] = [first, second].map(({ value }) => printDecided(value, rule));
  return [
    finding(
      "class-overlap",
      { ...named, values: `${one}、${other}`, example: witness.facts.join("；") },
      {
        certainty: "shown",
        places,
        witness,
        suggestions: [
          ...exclude(context, first.origin, second.origin, `两项都符合的，认定为${other}`),
          ...exclude(context, second.origin, first.origin, `两项都符合的，认定为${one}`),
        ],
      },
    ),
  ];
};

/** Where one item lies within the other it is masked, and where only a limit is shared the bands meet badly. */
const isToldOtherwise = async (
  context: CheckContext,
  rule: Classification,
  first: Item,
  second: Item,
): Promise<boolean> => {
  const within = async (inner: Item, outer: Item): Promise<boolean> => {
    const readings = readingsFor(context.program, [inner.condition]);
    if (readings === null) return false;
    const condition = allOf(rule.origin, [rule.subject, inner.condition, notThat(outer.condition)]);
    return (
      (await canHoldOrdinarily(context.probe, { object: rule.object, condition, readings })).kind === "never"
    );
  };
  return (
    meetingOf(first.condition, second.condition)?.how === "include" ||
    (await within(first, second)) ||
    (await within(second, first))
  );
};
