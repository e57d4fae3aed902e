import { CommandFailure } from "./failure.ts";

/** The percentage behind --threshold; null where none was given. */
export const readThreshold = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const match = /^(\d{1,3}(?:\.\d+)?)[%％]?$/.exec(text.trim());
  const value = match === null ? Number.NaN : Number(match[1]);
  if (!(value >= 0 && value <= 100))
    throw new CommandFailure(`--threshold 的值“${text}”无效，应为 0 至 100 之间的数。`);
  return value;
};
