import { describe, expect, test } from "vitest";
import { evaluate, readDay, type Outcome } from "../../compiler/index.ts";
import { cities, compileCity, registerOf, type City } from "../support/city.ts";

const AT = readDay("2025-06-01")!;

/** What a result says, without the places in the file where its words stand. */
const said = ({ citations, ...outcome }: Outcome): unknown => ({
  ...outcome,
  citations: citations.map(({ path, label, quote, ruleItem }) => ({ path, label, quote, ruleItem })),
});

const results = (city: City, text: string): unknown[] => {
  const { program, diagnostics } = compileCity(city, text);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([]);
  const { facts } = registerOf(city, program!);
  return evaluate(program!, facts, { at: AT }).outcomes.map(said);
};

/** Rewrites the bodies of the rule blocks only; 「…」 and the official text stay to the letter. */
const inBlocks = (city: City, change: (line: string) => string): string => {
  const { segments } = compileCity(city).file;
  const { text } = city.policy;
  let changed = "";
  let at = 0;
  for (const block of segments.blocks) {
    if (block.keyword === "政策" || block.keyword === "词汇") continue;
    const body = text.slice(block.bodySpan.start, block.bodySpan.end);
    const parts = body.split(/(「[^」]*」)/);
    changed += text.slice(at, block.bodySpan.start);
    changed += parts.map((part) => (part.startsWith("「") ? part : change(part))).join("");
    at = block.bodySpan.end;
  }
  return changed + text.slice(at);
};

const HALF_WIDTH: Readonly<Record<string, string>> = {
  "，": ",",
  "；": ";",
  "：": ":",
  "（": "(",
  "）": ")",
  "％": "%",
  "　": " ",
};

describe.each(cities)("$folder", (city) => {
  const original = results(city, city.policy.text);

  test("has results to compare", () => {
    expect(original.length).toBeGreaterThan(300);
  });

  test("removing every space from the rule blocks changes no result", () => {
    const text = inBlocks(city, (words) => words.replaceAll(/[ \t\u00A0　]/g, ""));
    expect(results(city, text)).toEqual(original);
  });

  test("spaces between the words of the rule blocks change no result", () => {
    const text = inBlocks(city, (words) => words.replaceAll(/([，；：])/g, "$1 "));
    expect(text).not.toBe(city.policy.text);
    expect(results(city, text)).toEqual(original);
  });

  test("half-width punctuation in the rule blocks changes no result", () => {
    const text = inBlocks(city, (words) =>
      words.replaceAll(/[，；：（）％　]/g, (mark) => HALF_WIDTH[mark]!),
    );
    expect(text).not.toBe(city.policy.text);
    expect(results(city, text)).toEqual(original);
  });
});
