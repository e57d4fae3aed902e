import type { ParameterSensitivity, SensitivityStep } from "../../model/sensitivity.ts";

/** Rows that a reader takes in; data for programs has all of them. */
const MOST_ROWS = 12;

export interface ShownSteps {
  readonly steps: readonly SensitivityStep[];
  /** Steps that are left out between those. */
  readonly hidden: number;
}

/** The steps of a table: all, or some spread evenly with the first and the last. None where no value changes anything. */
export const shownSteps = ({ steps }: ParameterSensitivity): ShownSteps => {
  if (steps.every(({ moved }) => moved === 0)) return { steps: [], hidden: 0 };
  if (steps.length <= MOST_ROWS) return { steps, hidden: 0 };
  const places = Array.from({ length: MOST_ROWS }, (_, at) =>
    Math.round((at * (steps.length - 1)) / (MOST_ROWS - 1)),
  );
  const shown = places.map((place, at) => {
    const since = steps.slice((places[at - 1] ?? -1) + 1, place + 1);
    return { ...steps[place]!, moved: since.reduce((sum, { moved }) => sum + moved, 0) };
  });
  return { steps: shown, hidden: steps.length - shown.length };
};

/** Said under a table that leaves steps out. */
export const hiddenWords = (hidden: number): string | null =>
  hidden === 0 ? null : `另有${hidden}段取值未列；“变化”包括其间各段的变化。全部取值用 --format json 取得。`;
