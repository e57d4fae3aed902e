import { printNumeral } from "../../../language/index.ts";
import { quote } from "./words.ts";

/** A 用例 with the readings that it takes otherwise; they stand behind the day, where it says what counts for all. */
export const withReadings = (text: string, readings: ReadonlyMap<string, number>): string => {
  const lines = text.split("\n");
  const told = [...readings].map(([name, option]) => `设${quote(name)}采读法${printNumeral(option)}；`);
  return [...lines.slice(0, 2), ...told, ...lines.slice(2)].join("\n");
};
