import type { ParameterSensitivity } from "../../model/sensitivity.ts";
import { textTable } from "../text-table.ts";
import type { Paint } from "../tone.ts";

/** What comes of the values of a parameter, one row for each stretch of values that gives other results. */
export const sensitivityTable = (
  { steps, rules }: ParameterSensitivity,
  layout: { readonly width: number; readonly paint: Paint; readonly indent: string },
): readonly string[] =>
  steps.length === 0
    ? []
    : [
        textTable(
          [
            { title: "取值" },
            ...(rules.length > 1 ? [{ title: "规则" }] : []),
            { title: "结果" },
            { title: "与上一取值不同的记录", align: "right" as const, fixed: true },
          ],
          steps.flatMap((step) =>
            step.results.map(({ rule, counts }, at) => [
              at === 0 ? step.range : "",
              ...(rules.length > 1 ? [rule] : []),
              countsInWords(counts),
              at === 0 ? String(step.moved) : "",
            ]),
          ),
          layout,
        ),
      ];

/** 成立3、不成立17. */
export const countsInWords = (
  counts: ParameterSensitivity["steps"][number]["results"][number]["counts"],
): string => counts.map(({ result, count }) => `${result}${count}`).join("、");
