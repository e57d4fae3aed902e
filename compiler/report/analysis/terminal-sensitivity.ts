import type { ParameterSensitivity } from "../../model/sensitivity.ts";
import { textTable } from "../text-table.ts";
import type { Paint } from "../tone.ts";
import { hiddenWords, shownSteps } from "./shown-steps.ts";

/** What comes of the values of a parameter, one row for each stretch of values that gives other results. */
export const sensitivityTable = (
  sensitivity: ParameterSensitivity,
  layout: { readonly width: number; readonly paint: Paint; readonly indent: string },
): readonly string[] => {
  const { steps, hidden } = shownSteps(sensitivity);
  if (steps.length === 0) return [];
  const several = sensitivity.rules.length > 1;
  const columns = [
    { title: "取值", fixed: true },
    ...(several ? [{ title: "规则" }] : []),
    { title: "结果" },
    { title: "变化", align: "right" as const, fixed: true },
  ];
  const rows = steps.flatMap((step) =>
    step.results.map(({ rule, counts }, at) => [
      at === 0 ? step.range : "",
      ...(several ? [rule] : []),
      countsInWords(counts),
      at === 0 ? String(step.moved) : "",
    ]),
  );
  const words = hiddenWords(hidden);
  return [textTable(columns, rows, layout), ...(words === null ? [] : [`${layout.indent}${words}`])];
};

/** 成立3、不成立17. */
export const countsInWords = (
  counts: ParameterSensitivity["steps"][number]["results"][number]["counts"],
): string => counts.map(({ result, count }) => `${result}${count}`).join("、");
