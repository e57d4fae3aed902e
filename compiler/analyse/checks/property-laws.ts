import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding, FindingPlace } from "../../model/analysis.ts";
import type { Decision, Program, Property } from "../../model/ir.ts";
import { exampleFile } from "../../resolve/example.ts";
import { decisionsOf } from "../law.ts";
import type { Probe } from "../probe.ts";
import { checkProperty, type Counterexample, type PropertyResult } from "../properties/index.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { findings, placeOf } from "./finding.ts";
import { editsOfRefuted, withoutMark } from "./property-edit.ts";
import { witnessOf } from "./witness-of.ts";

const FEW = (law: string, known = ""): string =>
  exampleFile(`【规则】业务量过少
业务量低于10笔的医药机构，应当纳入退出。
【性质】业务量的要求
业务量过少随业务量单调${law}${known}。`);

const MEAN = (law: string): string =>
  exampleFile(`【规则】业务量偏低
业务量低于${law}的医药机构，应当纳入退出。
【性质】业务量的要求
业务量偏低随业务量单调递减。`);

const catalogue = {
  "property-refuted": {
    severity: "error",
    message: "性质“{property}”不成立：{finding}请核对是规则写错，还是性质写得过宽。",
    why: "性质写明对所有记录都应当成立的要求；有一个情形不成立，规则与起草的本意就不一致。",
    bad: FEW("递增"),
    good: FEW("递减"),
  },
  "property-unproved": {
    severity: "info",
    message: "性质“{property}”抽样{runs}次未见反例，但没有证明：{why}对涉及的记录请人工核对。",
    why: "抽样未见反例不等于没有反例；没有证明的性质，对涉及的记录应当人工核对。",
    bad: MEAN("平均（全市医药机构，业务量）"),
    good: MEAN("10笔"),
  },
  "property-holds-after-all": {
    severity: "warning",
    message: "性质“{property}”标注为已知不成立，但已经证明在任何情形下都成立。请删去标注。",
    why: "标注为已知不成立的性质不再提醒；规则已经改好的，删去标注，以后再改坏时才会发现。",
    bad: FEW("递减", "，已知不成立，理由「业务量为零的另行规定」"),
    good: FEW("递减"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** What the policy says of all its records, and what of it does not hold or is not proved. */
export const propertyLaws: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const { program, probe } = context;
    const found: AnalysisFinding[] = [];
    for (const property of program.properties) {
      const result = await checkProperty(program, probe, property, SAMPLING, false);
      found.push(...told(context, result));
    }
    return found;
  },
};

/** Few enough for a page that analyses while somebody types. */
const SAMPLING = { seed: 1, runs: 60 } as const;

const told = (context: CheckContext, result: PropertyResult): readonly AnalysisFinding[] => {
  const { program, probe } = context;
  const { property, status, runs, why, counterexample } = result;
  const places = placesOf(program, property);
  const named = { property: property.name };
  if (counterexample !== null) {
    if (property.knownFailure !== null) return [];
    const witness = witnessIn(program, probe, property, counterexample);
    const values = { ...named, finding: counterexample.finding };
    const suggestions = editsOfRefuted(context, property, counterexample);
    return [finding("property-refuted", values, { certainty: "shown", places, witness, suggestions })];
  }
  if (status === "已证明")
    return property.knownFailure === null
      ? []
      : [
          finding("property-holds-after-all", named, {
            certainty: "proved",
            places,
            suggestions: withoutMark(context, property),
          }),
        ];
  if (status !== "抽样通过" || why === null) return [];
  const values = { ...named, runs: `${runs}`, why };
  return [finding("property-unproved", values, { certainty: "tested", places, reason: why })];
};

/** The words of the 性质, then the rules that it is about. */
const placesOf = (program: Program, property: Property): readonly FindingPlace[] => [
  { ...placeOf(program, null, property.origin), rule: property.name },
  ...decisionsOf(program, property).map((decision) => placeOf(program, decision, decision.origin)),
];

const witnessIn = (
  program: Program,
  probe: Probe,
  property: Property,
  { record, sample, cases }: Counterexample,
) => {
  const decisions: readonly Decision[] = decisionsOf(program, property);
  // That one rule goes beyond another is seen on both.
  const shown =
    property.kind === "notWiderThan"
      ? decisions.filter(({ object }) => object === record.object)
      : decisions.slice(0, 1);
  const { world, at } = sample;
  const witness = witnessOf({ ...probe, at }, { kind: "found", world, record }, shown, property.name);
  return {
    ...witness,

    caseText:
      cases.length === 0
        ? null
        : cases.map((text) => text.replace(/\n【完】\s*$/u, "")).join("\n") + "\n【完】",
  };
};
