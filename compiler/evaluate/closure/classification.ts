import type { Classification } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import { valueKey } from "../result.ts";
import { compileCondition } from "./condition.ts";
import type { Compiled } from "./decision.ts";
import type { Held } from "./held.ts";
import { CODES, openCode, type Ask } from "./level.ts";
import { compileTerm } from "./term.ts";
import type { Workshop } from "./workshop.ts";

const NONE = -1;

/** Two different values that hold are a 冲突; a different value that may still hold leaves it open. */
export const compileClassification = (workshop: Workshop, rule: Classification): Compiled => {
  const subject = compileCondition(workshop, rule.subject);
  const values = new Map<string, Value>();
  const numbers = new Map<string, number>();
  const numberOf = (value: Value): number => {
    const key = valueKey(value);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    values.set(key, value);
    return number;
  };
  const items: readonly { readonly ask: Ask; readonly value: number }[] = rule.items.map((item) => ({
    ask: compileCondition(workshop, item.condition),
    value: numberOf(item.value),
  }));
  const otherwise = rule.otherwise === null ? NONE : numberOf(rule.otherwise.value);
  const all = [...values.values()];
  const levels = new Uint8Array(all.length);
  const found = new Int16Array(workshop.table(rule.object).length).fill(NONE);

  return {
    decide: (rows) => {
      const applies = subject(rows);
      if (applies === 0) return CODES.不适用;
      levels.fill(0);
      for (const { ask, value } of items) {
        const level = ask(rows);
        // A value that holds for certain is not possible beside; of possible ones the doubts add up.
        if (levels[value] !== 1 && (level === 1 || level > levels[value]!)) levels[value] = level;
      }
      let certain = 0;
      let open = 0;
      let held = otherwise;
      for (const [value, level] of levels.entries()) {
        if (level === 1) {
          certain += 1;
          held = value;
        } else if (level > open) open = level;
      }
      if (certain > 1) return applies === 1 ? CODES.冲突 : openCode(applies);
      if (open > 1 || applies > 1) return openCode(Math.max(open, applies));
      if (held === NONE) return CODES.未认定;
      found[rows[0]!] = held;
      return CODES.已认定;
    },
    held: heldClass(workshop, rule, all, found),
    value: (row) => all[found[row]!] ?? null,
  };
};

const heldClass = (
  workshop: Workshop,
  rule: Classification,
  values: readonly Value[],
  found: Int16Array,
): Held => {
  const terms = values.map((value) =>
    value.kind === "coordinate"
      ? null
      : compileTerm(workshop, { kind: "literal", value, type: rule.type, origin: rule.origin }),
  );
  const spaces = new Set(terms.map((term) => (term?.kind === "code" ? term.space : null)));
  const [space] = spaces;
  if (spaces.size !== 1 || space === null || space === undefined) return { kind: "other" };
  const none = new Int32Array(0);
  const codes = Int32Array.from(terms, (term) => (term?.kind === "code" ? term.code(none) : NONE));
  return { kind: "code", space, code: (row) => codes[found[row]!]! };
};
