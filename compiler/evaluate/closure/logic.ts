import { UNKNOWN, type Ask } from "./level.ts";

/** Strong Kleene over levels: one 假 decides. */
export const all = (operands: readonly Ask[]): Ask => {
  const [first, second] = operands;
  if (first === undefined) return () => 1;
  if (second === undefined) return first;
  if (operands.length === 2) {
    return (rows) => {
      const one = first(rows);
      if (one === 0) return 0;
      const other = second(rows);
      return other === 0 ? 0 : one > other ? one : other;
    };
  }
  return (rows) => {
    let highest = 1;
    for (const operand of operands) {
      const level = operand(rows);
      if (level === 0) return 0;
      if (level > highest) highest = level;
    }
    return highest;
  };
};

/** One 真 decides. */
export const any = (operands: readonly Ask[]): Ask => {
  const [first, second] = operands;
  if (first === undefined) return () => 0;
  if (second === undefined) return first;
  return (rows) => {
    let highest = 0;
    for (const operand of operands) {
      const level = operand(rows);
      if (level === 1) return 1;
      if (level > highest) highest = level;
    }
    return highest;
  };
};

export const atLeast =
  (count: number, operands: readonly Ask[]): Ask =>
  (rows) => {
    let certain = 0;
    let undecided = 0;
    let highest = 0;
    for (const operand of operands) {
      const level = operand(rows);
      if (level === 1) certain += 1;
      else if (level > 1) {
        undecided += 1;
        if (level > highest) highest = level;
      }
    }
    if (certain >= count) return 1;
    return certain + undecided < count ? 0 : highest;
  };

/** 真 and 假 change places. */
export const not =
  (operand: Ask): Ask =>
  (rows) =>
    NEGATED[operand(rows)]!;

const NEGATED = Uint8Array.of(1, 0, 2, UNKNOWN);
