import { describe, expect, test } from "vitest";
import { printCondition, printDecision } from "./print-program.ts";
import { compileRule, errorsOf } from "./sample-policy.ts";
import { SENTENCES } from "./sentences.ts";

/** What a sentence means to the machine, or why it means nothing. */
const meaningOf = (sentence: string): string => {
  const compiled = compileRule(sentence);
  const { program } = compiled;
  if (program === null)
    return errorsOf(compiled)
      .map((error) => `  ✗ ${error}`)
      .join("\n");
  const decisions = program.decisions.filter((decision) => decision.name === "规则甲").map(printDecision);
  const exceptions = [...program.exceptions].map(
    ([id, clause]) => `例外 ${id}\n  ${printCondition(clause.condition)}`,
  );
  return [...decisions, ...exceptions].join("\n");
};

describe("what sentences mean", () => {
  test.each(Object.entries(SENTENCES))("%s", async (group, sentences) => {
    const text = sentences.map((sentence) => `◆ ${sentence}\n${meaningOf(sentence)}\n`).join("\n");
    await expect(text).toMatchFileSnapshot(`golden/${group}.txt`);
  });

  test("every sentence outside 读不出 compiles, every one in it does not", () => {
    for (const [group, sentences] of Object.entries(SENTENCES)) {
      for (const sentence of sentences) {
        expect([sentence, compileRule(sentence).program === null]).toEqual([sentence, group === "读不出"]);
      }
    }
  });
});
