/** One line of the table, and of the file of results. */
export interface Line {
  readonly name: string;
  /** Median, in milliseconds or microseconds a record. */
  readonly time: number;
  readonly unit: "ms" | "µs";
  /** To the first line of its group; null for that line. */
  readonly ratio: number | null;
  readonly spread?: readonly [number, number];
  /** The most that the ratio, or the time, may be. */
  readonly target?: { readonly of: "ratio" | "time"; readonly atMost?: number; readonly atLeast?: number };
}

export interface Group {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Whether a line keeps its target; null where it has none. */
export const isMet = ({ target, ratio, time }: Line): boolean | null => {
  if (target === undefined) return null;
  const found = target.of === "time" ? time : (ratio ?? Number.NaN);
  return (
    found <= (target.atMost ?? Number.POSITIVE_INFINITY) &&
    found >= (target.atLeast ?? Number.NEGATIVE_INFINITY)
  );
};

export const printGroups = (groups: readonly Group[]): string =>
  groups.map(({ title, lines }) => `\n${title}\n${HEAD}\n${lines.map(printLine).join("\n")}\n`).join("");

const HEAD = ["      中位数", "  与首行比", "   四分位距", "         目标", "      ", " 项目"].join(" ");

const printLine = (line: Line): string => {
  const met = isMet(line);
  return [
    `${line.time.toFixed(line.unit === "µs" ? 3 : 2)} ${line.unit}`.padStart(12),
    (line.ratio === null ? "" : `${line.ratio.toFixed(2)} ×`).padStart(10),
    (line.spread === undefined ? "" : line.spread.map((each) => each.toFixed(2)).join("–")).padStart(13),
    printTarget(line).padStart(13),
    met === null ? "　　　" : met ? "达到　" : "未达到",
    ` ${line.name}`,
  ].join(" ");
};

const printTarget = ({ target, unit }: Line): string => {
  if (target === undefined) return "";
  const suffix = target.of === "time" ? unit : "×";
  return [
    target.atMost === undefined ? "" : `≤ ${target.atMost} ${suffix}`,
    target.atLeast === undefined ? "" : `≥ ${target.atLeast} ${suffix}`,
  ].join("");
};
