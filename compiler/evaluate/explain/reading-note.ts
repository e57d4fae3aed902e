import { printNumeral } from "../../../language/index.ts";
import type { Condition } from "../../model/ir.ts";
import { optionOf, type Run } from "../run.ts";

type Guard = Extract<Condition, { kind: "reading" }>;

/** 读法一, as the policy writes it. */
export const readingName = (option: number): string => `读法${printNumeral(option)}`;

/** Which reading is taken, and whether the part that is limited to one counts. */
export const readingNote = (run: Run, guard: Guard): string =>
  `${readingTaken(run, guard.reading)}，本项限${readingName(guard.option)}${setAside(run, guard)}。`;

/** A part that holds only under another reading asks nothing. */
export const unlessReading = (run: Run, guard: Guard): string =>
  `${readingTaken(run, guard.reading)}，本项要求限${readingName(guard.option)}${setAside(run, guard)}。`;

const setAside = (run: Run, { reading, option }: Guard): string => {
  const taken = optionOf(run, reading);
  return taken === null || taken === option ? "" : "，不予考虑";
};

const readingTaken = (run: Run, reading: string): string => {
  const option = optionOf(run, reading);
  return option === null ? `「${reading}」的读法尚未确定` : `「${reading}」采${readingName(option)}`;
};
