import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisCheck } from "./check.ts";
import { bandBetween } from "./band-between.ts";
import { bandBoundary } from "./band-boundary.ts";
import { classGap } from "./class-gap.ts";
import { classOverlap } from "./class-overlap.ts";
import { itemMasked } from "./item-masked.ts";
import { itemNeverTrue } from "./item-never-true.ts";
import { itemRedundant } from "./item-redundant.ts";
import { propertyLaws } from "./property-laws.ts";
import { conditionDead } from "./condition-dead.ts";
import { exceptionEffect } from "./exception-effect.ts";
import { factIrrelevant } from "./fact-irrelevant.ts";
import { parameterUnread } from "./parameter-unread.ts";
import { ruleConcurrence } from "./rule-concurrence.ts";
import { ruleConflict } from "./rule-conflict.ts";
import { ruleGap } from "./rule-gap.ts";
import { ruleImpossible } from "./rule-impossible.ts";
import { ruleDuplicate } from "./rule-duplicate.ts";
import { unprovided } from "./unprovided.ts";
import { discretionIndifferent, parameterSensitivity } from "../sensitivity/index.ts";

/** Every check; a new one is a file and a row here. */
export const CHECKS: readonly AnalysisCheck[] = [
  classOverlap,
  classGap,
  itemNeverTrue,
  itemMasked,
  itemRedundant,
  bandBoundary,
  bandBetween,
  propertyLaws,
  ruleConflict,
  ruleImpossible,
  ruleConcurrence,
  ruleDuplicate,
  ruleGap,
  conditionDead,
  exceptionEffect,
  unprovided,
  parameterUnread,
  factIrrelevant,
  parameterSensitivity,
  discretionIndifferent,
];

/** Every kind of finding of the analysis, by its code. */
export const analysisKinds: DiagnosticTable = Object.fromEntries(
  CHECKS.flatMap(({ catalogue }) => Object.entries(catalogue)),
);
