import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFacts, evaluate, readDay, type Outcome } from "../../compiler/index.ts";
import { cities, compileCity, registerOf, type City } from "../support/city.ts";

const AT = readDay("2025-06-01")!;

/** What a result says of the law; markers of the rule's own items change with their order. */
const said = ({ citations, candidates, unmet, decision: _decision, ...outcome }: Outcome): unknown => ({
  ...outcome,
  unmet: unmet.toSorted(),
  candidates: candidates.toSorted(),
  citations: citations.map(({ path, label, quote }) => `${path} ${label} ${quote}`).sort(),
});

const sorted = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map((outcome) => JSON.stringify(said(outcome))).sort();

const resultsOf = (city: City, text: string): string[] => {
  const { program, diagnostics } = compileCity(city, text);
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual(
    [],
  );
  return sorted(evaluate(program!, registerOf(city, program!).facts, { at: AT }).outcomes);
};

/** Puts `values` in an order that `keys` decide. */
const shuffle = <Value>(values: readonly Value[], keys: readonly number[], from: number): Value[] =>
  values
    .map((value, index) => ({ value, key: keys[(from + index) % keys.length]! * 31 + ((index * 7) % 13) }))
    .sort((left, right) => left.key - right.key)
    .map(({ value }) => value);

/** The blocks that stand together under one provision, in another order; the official text stays. */
const shuffleBlocks = (city: City, keys: readonly number[]): string => {
  const { blocks } = compileCity(city).file.segments;
  const { text } = city.policy;
  let changed = "";
  let at = 0;
  for (let first = 0; first < blocks.length;) {
    let last = first;
    while (blocks[last]!.closedBy === "header") last += 1;
    const group = blocks.slice(first, last + 1);
    const bodies = group.map((block) => text.slice(block.headerSpan.start, block.bodySpan.end).trimEnd());
    // 【政策】 must stay first: it is what allows blocks at all.
    const moved = first === 0 ? bodies : shuffle(bodies, keys, first);
    changed += `${text.slice(at, group[0]!.headerSpan.start)}${moved.join("\n")}\n`;
    at = group.at(-1)!.bodySpan.end;
    first = last + 1;
  }
  return changed + text.slice(at);
};

const ITEM = /^（[一二三四五六七八九十]+）/;

/** The items of every flat list in another order, numbered anew from （一）. */
const shuffleItems = (city: City, keys: readonly number[]): string => {
  const { blocks } = compileCity(city).file.segments;
  const { text } = city.policy;
  let changed = "";
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    changed += text.slice(at, block.bodySpan.start);
    const lines = text.slice(block.bodySpan.start, block.bodySpan.end).split("\n");
    const items = lines.flatMap((line, line_) => (ITEM.test(line) ? [line_] : []));
    const flat =
      items.length > 1 &&
      !lines.some((line) => /^\s*\d+[.．]/.test(line)) &&
      (items.at(-1) ?? 0) - (items[0] ?? 0) === items.length - 1;
    if ((block.keyword === "规则" || block.keyword === "认定") && flat) {
      const bodies = shuffle(
        items.map((line) => lines[line]!.replace(ITEM, "").replace(/[；。]$/, "")),
        keys,
        index,
      );
      for (const [position, line] of items.entries()) {
        lines[line] =
          `${ITEM.exec(lines[line]!)![0]}${bodies[position]}${position === items.length - 1 ? "。" : "；"}`;
      }
    }
    changed += lines.join("\n");
    at = block.bodySpan.end;
  }
  return changed + text.slice(at);
};

const keys = fc.array(fc.nat(1000), { minLength: 17, maxLength: 17 });

describe.each(cities)("$folder", (city) => {
  const original = resultsOf(city, city.policy.text);

  test("the order of blocks changes no result", () => {
    fc.assert(
      fc.property(keys, (order) => {
        expect(resultsOf(city, shuffleBlocks(city, order))).toEqual(original);
      }),
      { numRuns: 6 },
    );
  });

  test("the order of items changes no result", () => {
    expect(shuffleItems(city, [9, 5, 1, 7])).not.toBe(city.policy.text);
    fc.assert(
      fc.property(keys, (order) => {
        expect(resultsOf(city, shuffleItems(city, order))).toEqual(original);
      }),
      { numRuns: 6 },
    );
  });

  test("the order of records changes no byte", () => {
    const program = compileCity(city).program!;
    const { facts } = registerOf(city, program);
    const bytes = JSON.stringify(evaluate(program, facts, { at: AT }));
    fc.assert(
      fc.property(keys, (order) => {
        const records = facts.objects.flatMap((object) => facts.records(object));
        const shuffled = createFacts(shuffle(records, order, 0), facts.tables);
        expect(JSON.stringify(evaluate(program, shuffled, { at: AT }))).toBe(bytes);
      }),
      { numRuns: 4 },
    );
  });
});
