import type { Institution } from "./register.ts";

/** Codes of the statuses in generated results. */
const STATUSES = ["不适用", "成立", "不成立", "符合", "不符合", "已认定", "未认定", "冲突", "需裁量", "未知"];

type Expected = ReadonlyMap<string, readonly string[]>;

/** Every rule on every record must come out as the interpreter says; where `check` gives null it is not asked. */
export const compareRows = (
  name: string,
  records: readonly Institution[],
  expected: Expected,
  check: (record: Institution) => object | null,
): void => {
  let compared = 0;
  for (const [index, record] of records.entries()) {
    const found = check(record) as Readonly<Record<string, string>> | null;
    if (found === null) continue;
    compared += 1;
    for (const [rule, statuses] of expected) {
      if (found[rule] !== statuses[index]) differ(name, rule, record, statuses[index], found[rule]);
    }
  }
  if (compared === 0 && records.some((record) => Object.values(record).every((value) => value !== null))) {
    throw new Error(`${name}: no record was compared`);
  }
};

export const compareBatch = (
  name: string,
  expected: Expected,
  found: Readonly<Record<string, Uint8Array>>,
): void => {
  for (const [rule, statuses] of expected) {
    for (const [index, status] of statuses.entries()) {
      const code = found[rule]?.[index];
      const given = code === undefined ? undefined : STATUSES[code];
      if (given !== status) differ(name, rule, index, status, given);
    }
  }
};

const differ = (name: string, rule: string, record: unknown, expected: unknown, found: unknown): never => {
  throw new Error(
    `${name}: ${rule} of ${JSON.stringify(record)} is ${String(expected)}, but came out as ${String(found)}`,
  );
};
